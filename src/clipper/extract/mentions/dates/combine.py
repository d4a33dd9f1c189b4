"""Points, words and lengths of one sentence → the expressions to resolve, in order."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from clipper.extract.mentions.dates.scan import points
from clipper.extract.mentions.dates.tense import tense_after
from clipper.extract.mentions.dates.wordscan import lengths, word_dates
from clipper.extract.mentions.dates.written import Length, Point, Word

_TILDE = re.compile(r"\s?[~∼～〜–—−-]\s?")
_LIST = re.compile(r"\s?(?:[·ㆍ‧․,]|과|와|및|이나|또는|혹은)\s?")
_BLANK = re.compile(r"\s*")
# What may stand between `N일부터` and `M일까지`: a few words without a stop, a quotation or a verb.
_FEW_WORDS = re.compile(r"[^.,;()“”‘’\"'\d]{0,16}")
# Between a day and its length; `내일(17일)부터 닷새간`.
_TO_LENGTH = re.compile(r"(?:\)부터)?\s?(?:,\s?|\(|총\s?|까지\s?|\s?약\s?)?\s?(?:예정으로\s?)?")


@dataclass(frozen=True, slots=True)
class Expression:
    """One date expression. `first` alone is a day, month or year; with `second` a stretch; with `length` a counted
    stretch or, beside a `second`, its stated length. `listed` marks the later ones of `10·11일`."""

    start: int
    end: int
    tail: int
    first: Point | None = None
    second: Point | None = None
    length: Length | None = None
    word: Word | None = None
    listed: bool = False


def expressions(text: str) -> list[Expression]:
    """All date expressions of a sentence; lengths without a date among them."""
    measured = list(lengths(text))
    dated = [p for p in points(text) if not any(m.start < p.end and p.start < m.end for m in measured)]
    found = _stretches(text, dated)
    found, used = _with_lengths(text, found, measured)
    taken = [(e.start, e.tail) for e in found] + [(m.start, m.end) for m in measured]
    found += [Expression(w.start, w.end, w.tail, word=w) for w in word_dates(text) if _stands_alone(text, w, taken)]
    found += [Expression(m.start, m.end, m.end, length=m) for m in measured if m not in used]
    return sorted(found, key=lambda e: (e.start, e.end))


def _stretches(text: str, dated: list[Point]) -> list[Expression]:
    found: list[Expression] = []
    skip = False
    for here, after in pairwise([*dated, None]):
        if here is None or skip:
            skip = False
            continue
        if after is not None and _spans(text, here, after):
            found.append(Expression(here.start, after.end, after.tail, here, after, listed=_lists(text, found, here)))
            skip = True
        elif here.day is not None or here.month is not None or text[here.end - 1] in "년도":
            found.append(Expression(here.start, here.end, here.tail, here, listed=_lists(text, found, here)))
    return found


def _spans(text: str, here: Point, after: Point) -> bool:
    """Whether the two are the ends of one stretch."""
    if here.particle is None and (mark := _TILDE.match(text, here.tail)) and mark.end() == after.start:
        return (here.day is None) == (after.day is None)
    if here.particle not in ("부터", "에서") or (here.day is None) != (after.day is None):
        return False
    if here.particle == "부터" and _BLANK.fullmatch(text, here.tail, after.start):
        return True
    few = after.particle == "까지" and _FEW_WORDS.fullmatch(text, here.tail, after.start)
    return bool(few) and tense_after(text[: after.start], here.tail) is None


def _lists(text: str, found: list[Expression], here: Point) -> bool:
    if not found:
        return False
    last = found[-1]
    if last.second or last.first is None or (here.has_month and here.has_year):
        return False
    between = text[last.end : here.start]
    return bool(_LIST.fullmatch(between) or _LIST.fullmatch(between.strip() or " "))


def _with_lengths(
    text: str, found: list[Expression], measured: list[Length]
) -> tuple[list[Expression], list[Length]]:
    """Give each stretch or first day the length that follows it at once. Nights and days stay mentions of their own
    as well."""
    used: list[Length] = []
    given = []
    for each in found:
        near = next((m for m in measured if _measures(text, each, m)), None)
        if near is not None:
            if near.nights is None:
                used.append(near)
            end = each.end if each.second else near.end
            each = replace(each, end=end, tail=near.end, length=near)
        given.append(each)
    return given, used


def _measures(text: str, each: Expression, length: Length) -> bool:
    if each.first is None or each.first.day is None or not each.tail <= length.start <= each.tail + 8:
        return False
    if each.second is None and (each.listed or each.first.particle not in ("부터", None)):
        return False
    return bool(_TO_LENGTH.fullmatch(text, each.tail, length.start))


_TO_DATE = re.compile(r"\s?(?:인|이었던|인\s?지난|이자|\()?\s?")


def _stands_alone(text: str, word: Word, taken: list[tuple[int, int]]) -> bool:
    """A word that a date explains (`다음날인 10일`, `어제(12일)`) says no more than the date."""
    for start, end in taken:
        if start < word.end and word.start < end:
            return False
        if word.end <= start <= word.end + 6 and _TO_DATE.fullmatch(text, word.end, start):
            return word.base in ("month", "year", "week") and not text[word.end : start].strip()
    return True
