"""The office of a title: the body that it belongs to, in the word it is attached to, the words before it, or those before its
brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from clipper.data import rows
from clipper.data import words as column
from clipper.extract.mentions.people.body import SUFFIX, Known, is_suffixed
from clipper.extract.mentions.people.titles import Titled, titled
from clipper.extract.mentions.people.words import Word
from clipper.extract.tokens import readings

# Titles whose body is a part of a larger one: `경제과학국장` is a title, not the head of a body of its own.
_PARTS = frozenset({"국", "과", "실", "팀", "부", "단", "본부", "처"})
_MOST_WORDS = 5
_INITIALS = re.compile(r"[A-Z]{2,6}")  # `SK회장`
_BUREAU = re.compile(r"..(?:국|과|실|팀|관실)$")
_CASES = frozenset({"topic", "object", "at", "at_doing", "to", "from", "until", "with"})


@dataclass(frozen=True, slots=True)
class Office:
    """Title and body as offsets in a sentence (`start..end` is the title); `sure` tells an office from an ordinary
    word where no name stands beside it."""

    start: int
    end: int
    organization: str | None
    org: tuple[int, int] | None
    sure: bool


def is_portfolio(word: str) -> bool:
    """Whether a word says what an office is for or qualifies its holder (`경제`, `외교담당`, `전`)."""
    return word in column("portfolios", "word") or (word.endswith("담당") and len(word) > len("담당"))


def office(
    words: Sequence[Word],
    at: int,
    found: Titled,
    known: Known,
    *,
    name: tuple[int, int] | None = None,
    alone: bool = False,
) -> Office:
    """The office of the title at `at`. `name` are the words of the holder where they stand before the title;
    `alone` where no name stands by, so that the body must be made out word by word."""
    word = words[at]
    glued = name is not None and name[1] > at
    prefix = "" if glued else found.prefix
    end = word.start + found.length
    low = at if glued else name[1] if name else _first(words, at, known) if alone else at
    while low < at and words[low].text in _holders():
        low += 1
    title_word = at
    while title_word > low and is_portfolio(words[title_word - 1].text):
        title_word -= 1
    between = (words[low].start, words[title_word - 1].end) if title_word > low else None
    start = words[title_word].start
    body = _body_of(prefix, found, known) or ""
    if glued or (title_word == at and body):
        start = word.start + len(found.prefix)
        own = None if glued else (between[0] if between else word.start, word.start + len(prefix))
        ending = "" if glued else body[len(prefix) :]
    else:
        own, ending = between, ""
    own = _main_body(words, own) if own else None
    larger = _of_division(words, own, found, name, known) if own and name and not glued else None
    if larger:
        own, ending, start = larger, "", own[0] if own else start
    org = own or _before(words, name[0] if name and name[0] < at else low, known)
    text = _text(words, org) + ending if org else None
    following = words[at + 1].text if at + 1 < len(words) else ""
    return Office(start, end, text, org, _sure(found, known, org, following))


_DIVISION = re.compile(r"(?:부문|사업부|본부)$")
_HEADS_DIVISION = ("부문장", "사업부장", "본부장")


def _of_division(
    words: Sequence[Word], own: tuple[int, int], found: Titled, name: tuple[int, int], known: Known
) -> tuple[int, int] | None:
    """`나루전자 문가온 DS부문장`: the firm before the name, where only a part of it stands behind."""
    part = next((word for word in words if word.start >= own[0]), None)
    headed = found.title.title.endswith(_HEADS_DIVISION) and own[1] - own[0] == len(found.prefix)
    if part is None or not (headed or _DIVISION.search(part.text)):
        return None
    before = _before(words, name[0], known)
    return before if before and before not in known.places else None


def _main_body(words: Sequence[Word], region: tuple[int, int]) -> tuple[int, int]:
    """`외교부 기후환경과학외교국`: the body without the bureau in it."""
    inside = [word for word in words if word.start >= region[0] and word.end <= region[1]]
    if len(inside) > 1 and _BUREAU.search(inside[-1].text) and is_suffixed(inside[-2].text):
        return region[0], inside[-2].end
    return region


def _text(words: Sequence[Word], region: tuple[int, int]) -> str:
    """The words of a region as they stand, without what is hidden in them."""
    parts: list[str] = []
    for word in words:
        if word.end > region[0] and word.start < region[1]:
            parts.append((" " if parts and word.gap else "") + word.text[: max(0, region[1] - word.start)])
    return re.sub(r"(?<=[가-힣A-Za-z0-9])(?<!협력회)(?<!안보회)(?<!보장회)(?<!자문회)의$", "", "".join(parts))


def _body_of(prefix: str, found: Titled, known: Known) -> str | None:
    """The body that a title's own word names: `대전시` in `대전시장`, none in `경제과학국장`."""
    title = found.title
    if not prefix or prefix in column("portfolios", "word"):
        return None
    if title.body and title.body not in _PARTS:
        return prefix + title.body
    return prefix if known.place(prefix) or SUFFIX.search(prefix) or _INITIALS.fullmatch(prefix) else None


def _first(words: Sequence[Word], at: int, known: Known) -> int:
    """The first word of the body before an office without a name: a run of known places, organisations, portfolios."""
    k = at
    while k > 0 and not words[k].gap.strip() and at - k < _MOST_WORDS:
        before = words[k - 1]
        named = known.covering(before.start, before.end) or (known.suffixed(before.text) and len(before.text) > 2)
        if readings(before.text)[0].role in _CASES or (not named and before.text not in column("portfolios", "word")):
            break
        k -= 1
    while k < at and words[k].text in _holders():
        k += 1
    return k


@cache
def _holders() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("portfolios") if row["kind"] == "holder")


def _before(words: Sequence[Word], first: int, known: Known) -> tuple[int, int] | None:
    """The body before a name (`대전시 이장우 시장`) or before brackets of name and title (`함양군(임창호 군수)`)."""
    if first == 0:
        return None
    gap, before = words[first].gap.strip(), words[first - 1]
    if gap.endswith("("):
        gap = gap.lstrip("’'\"”」』》〉")  # `‘나루 연구센터’(센터장 강민준)`
    if gap not in {"", "("}:
        return None
    for low, high in known.spans:
        if low <= before.start and before.end - 1 <= high <= before.end and before.text[high - before.start :] in {"", "의"}:
            return low, high
    if before.text in _OF_TOWNS and first > 1 and not before.gap.strip() and known.covering(words[first - 2].start, words[first - 2].end):
        return words[first - 2].start, before.end  # `난닝시 인민정부 리훙 부시장`
    titled_first = gap == "(" and titled(words[first].text) is not None
    return (before.start, before.end) if titled_first or known.suffixed(before.text) else None


# Bodies that every town has.
_OF_TOWNS = frozenset({"인민정부", "인민위원회", "시정부", "주정부", "성정부", "지방정부"})


def _sure(found: Titled, known: Known, org: tuple[int, int] | None, following: str) -> bool:
    """Whether title and body alone are an office: `캘거리 부시장` is, `베트남 시장` is a market."""
    if org is None:
        return False
    if not found.title.homograph:
        return True
    if found.title.title != "시장":
        return False
    if found.prefix:
        return found.prefix in column("title_cities", "city")
    listed = not found.role and following in {"및", "등", "겸", "일행", "일행이", "일행은"}
    return known.ends_in_city(*org) and (listed or found.role in {"subject", "topic", "with", "to"})
