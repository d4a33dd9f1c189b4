"""Terms of agreements and headcounts: `5년간`, `18개월`, `2년 동안`, `20여 명`, `10개 기업`."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clipper.extract.spans import Sentence, Span

_TERM = re.compile(
    r"(?P<years>\d{1,2})\s?년\s?(?P<months>\d{1,2})\s?개월(?P<a>\s?(?:간|동안))?"
    r"|(?P<y>\d{1,2})\s?(?:개\s?)?년(?P<b>\s?(?:간(?![가-힣담])|간의|간은|동안|이며|이고|으로|단위|이다|기한|계약))?"
    r"|(?P<m>\d{1,3})\s?개월(?P<c>\s?(?:간|동안|이며|이고|으로|이다))?"
    r"|(?P<w>\d{1,2})\s?주(?P<d>\s?(?:간|동안))"
)
_BEHIND_YEAR = re.compile(
    r"\s?(?:전|만에|만이|만의|째|차|연속|여\s?만|뒤|후|이상|이내|내|거치|생|산|물|주년|대|도|생산|\d|월)"
)
_PAST = re.compile(r"(?:지난|최근|과거)\s?$")
_CUE = re.compile(r"(?:기간|기한|향후|앞으로|총|유효|효력|년부터|까지|부터|약정|협약은|오는|매|계약)\D{0,6}$")

_HEADS = re.compile(r"(?P<number>\d{1,3}(?:,\d{3}){1,2}|\d{1,7})\s?(?P<about>여)?\s?(?:명|인(?=[의이가은으 ]))")


@dataclass(frozen=True, slots=True)
class TermMention:
    """A length of years, months or weeks (`P5Y`, `P18M`). `stated` where a word makes it a stretch (`5년간`, `기간은
    2년`), not merely a count; `past` behind 지난 or 최근."""

    span: Span
    iso: str
    stated: bool
    past: bool = False


@dataclass(frozen=True, slots=True)
class Headcount:
    """So many people: `20여 명` is 20, about."""

    span: Span
    value: int
    about: bool = False


def find_terms(sentences: Sequence[Sentence]) -> tuple[TermMention, ...]:
    """All lengths of years, months and weeks of an article in order."""
    return tuple(term for sentence in sentences for term in _terms(sentence))


def _terms(sentence: Sentence) -> Iterator[TermMention]:
    text = sentence.text
    for match in _TERM.finditer(text):
        start, end = match.span()
        before = text[start - 1] if start else " "
        if (before.isalnum() and before.isascii()) or before in ".,~∼'’‘제":
            continue
        if text[end - 1] == "년" and _BEHIND_YEAR.match(text, end):
            continue
        iso = _iso(match)
        if iso is not None:
            marked = any(match[group] for group in "abcd")
            stated = marked or bool(_CUE.search(text, max(0, start - 12), start))
            past = bool(_PAST.search(text, max(0, start - 4), start))
            yield TermMention(sentence.at(start, start + len(match[0].rstrip())), iso, stated, past)


def _iso(match: re.Match[str]) -> str | None:
    if match["years"]:
        return _positive(f"P{int(match['years'])}Y{int(match['months'])}M", int(match["years"]))
    for group, letter in (("y", "Y"), ("m", "M"), ("w", "W")):
        if match[group]:
            return _positive(f"P{int(match[group])}{letter}", int(match[group]))
    return None


def _positive(iso: str, number: int) -> str | None:
    return iso if number > 0 else None


def term_between(start: str, end: str) -> str | None:
    """The term from one EDTF date to another, both counted: `2026-01-01`, `2030-12-31` → `P5Y`; `2026`, `2030` → `P5Y`.

    None where they are not alike in precision, are open, out of order, or make no whole months.
    """
    if "X" in start + end or len(start) != len(end) or end < start:
        return None
    first, last = ([int(part) for part in text.split("-")] for text in (start, end))
    if len(first) == 1:
        return f"P{last[0] - first[0] + 1}Y"
    months = (last[0] - first[0]) * 12 + last[1] - first[1]
    if len(first) == 2:
        return _of_months(months + 1)
    more = _closes_month(first, last)
    return None if more is None else _of_months(months + more)


def _closes_month(first: list[int], last: list[int]) -> int | None:
    """Months to add for the days: none from the 5th to the 4th, one from the 1st to a month's last; None for others."""
    if last[2] + 1 == first[2]:
        return 0
    return 1 if first[2] == 1 and last[2] == monthrange(last[0], last[1])[1] else None


def _of_months(months: int) -> str | None:
    if months <= 0:
        return None
    return f"P{months // 12}Y" if months % 12 == 0 else f"P{months}M"


def find_headcounts(sentences: Sequence[Sentence]) -> tuple[Headcount, ...]:
    """All counts of people of an article in order."""
    return tuple(count for sentence in sentences for count in _heads(sentence))


def _heads(sentence: Sentence) -> Iterator[Headcount]:
    text = sentence.text
    for match in _HEADS.finditer(text):
        start = match.start()
        if start and (text[start - 1].isdigit() or text[start - 1] in ".,"):
            continue
        value = int(match["number"].replace(",", ""))
        yield Headcount(sentence.at(start, match.end()), value, match["about"] is not None)
