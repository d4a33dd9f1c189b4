"""Sentence → numbered dates as written: with relative words, brackets, times and particles, still unresolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest

from clipper.extract.mentions.dates.guards import (
    AFTER_DOTTED,
    TILDE,
    YEARS_BEFORE,
    is_day,
    is_dotted,
    is_joined,
    is_short_year,
)
from clipper.extract.mentions.dates.vocabulary import either, words
from clipper.extract.mentions.dates.written import Point

_DAY_OR_JOIN = rf"(?:\s?[일日]|(?=\s?(?:{TILDE}|[·ㆍ‧․])\s?\d{{1,2}}\s?[일日]))"

# The closing dot of `2025. 6. 10.`, where a bracket or a second end follows.
_DOT_ON = rf"\.(?=\s?(?:{TILDE}|\([월화수목금토일]))"

_DIGITS = re.compile(r"\d+")
# Tried at each run of digits only; a branch fails within a few characters.
_NUMBER = re.compile(
    rf"""
    (?P<y1>\d{{4}})\s?[.\-/]\s?(?P<m1>\d{{1,2}})\s?[.\-/]\s?(?P<d1>\d{{1,2}})(?:{_DOT_ON}|(?!\d|[.,]\d))
  | (?P<y2>\d{{4}}|\d{{2}})\s?년도?(?:\s?(?P<m2>\d{{1,2}})\s?월(?:\s?(?P<d2>\d{{1,2}}){_DAY_OR_JOIN})?)?
  | (?P<m3>\d{{1,2}})\s?월(?:\s?(?P<d3>\d{{1,2}}){_DAY_OR_JOIN})?
  | (?P<y4>\d{{2}})\.\s?(?P<m4>\d{{1,2}})(?:\.\s?(?P<d4>\d{{1,2}})(?:{_DOT_ON}|(?!\d|[.,]\d))|월)
  | (?P<m5>\d{{1,2}})\.\s?(?P<d5>\d{{1,2}})(?:\.?(?=\s?\([월화수목금토일]\))
        |\.(?=\s?{TILDE}\s?(?:\d{{1,2}}\.\s?)?\d{{1,2}}\.)|\s?일|(?=\s?{TILDE}\s?(?:\d{{1,2}}\.)?\d{{1,2}}\s?일))
  | (?P<m8>\d{{1,2}})\.\s?(?P<d8>\d{{1,2}})\.?(?!\d)
  | (?P<d6>\d{{1,2}})(?:\s?[일日]|(?=\.(?!\d))|(?=\s?\([월화수목금토일]\))
        |(?=\s?(?:{TILDE}|[·ㆍ‧․,])\s?\d{{1,2}}\s?[일日]))
  | (?P<y7>\d{{4}})(?=\s?{TILDE}\s?\d{{2,4}}\s?년)
    """,
    re.VERBOSE,
)

_ZONE = r"(?P<scope{0}>이하\s?)?(?P<zone{0}>현지|한국)\s?시[간각]"
_TAIL = re.compile(
    r"(?:\s?(?P<word>[월화수목금토일])요일)?"
    rf"(?:\s?\(\s?(?:(?P<weekday>[월화수목금토일])(?:요일)?\s?[,·]?\s?)?(?:{_ZONE.format(1)})?[^()]{{0,6}}\))?"
    r"(?:\s?(?P<part>오전|오후|새벽|아침|낮|정오|저녁|밤|심야))?(?:\s?\d{1,2}시(?:\s?\d{1,2}분|\s?반)?)?"
    rf"(?:\s?\({_ZONE.format(2)}\))?"
    r"(?P<particle>부터|까지|에서|에는|에도|에|엔|자로|로|과|와|께|경|쯤|을|이|은)?"
)
_LOCAL_BEFORE = re.compile(r"(?P<zone>현지|한국)\s?시[간각](?:으로|로)?\s?(?:기준\s?)?$")


_WEEKDAY_BEHIND = re.compile(r"\s?\([월화수목금토일]\)")
# The longest mark between the two numbers of `9 ~ 16일`.
_JOIN = 4


@cache
def _prefix() -> re.Pattern[str]:
    w = words()
    return re.compile(
        rf"(?:(?<![가-힣])(?P<year>{either([*w.years, *w.years_in_text])})(?:의)?\s?)?"
        rf"(?:(?<![가-힣])(?P<deixis>{either(w.deixis)})\s?)?"
        rf"(?:(?<![가-힣])(?P<month>{either([*w.months, *w.months_in_text])})\s?)?['’‘`′]?\s?$"
    )


def points(text: str) -> list[Point]:
    """All numbered dates; lengths, shares, decimals and telephone numbers are none."""
    found = list(_candidates(text))
    return [here for here, after in zip_longest(found, found[1:]) if not _borrows(text, here, after)]


def _borrows(text: str, here: Point, after: Point | None) -> bool:
    """Whether a bare number has no 일 of its own, nor a date right behind to lend it one (`3~4일 코스`)."""
    if not here.bare or not text[here.end - 1].isdigit() or text[here.end : here.end + 1] == ".":
        return False
    if _WEEKDAY_BEHIND.match(text, here.end):
        return False
    return after is None or after.start - here.end > _JOIN


def _candidates(text: str) -> Iterator[Point]:
    last: Point | None = None
    covered = 0
    for digits in _DIGITS.finditer(text):
        found = _NUMBER.match(text, digits.start()) if digits.start() >= covered else None
        if found is None:
            continue
        covered = found.end()
        if found["m8"] and not (last and AFTER_DOTTED.fullmatch(text, last.tail, found.start())):
            continue
        point = _point(text, found)
        if point is not None:
            last = point
            yield point


def _point(text: str, found: re.Match[str]) -> Point | None:
    start, end = found.span()
    before = text[start - 1] if start else ""
    if before.isdigit() or (before and before in ".,:/제") or (before.isascii() and before.isalpha()):
        return None
    kind = (found.lastgroup or "")[-1]
    parts = {name[0]: int(value) for name, value in found.groupdict().items() if value}
    year, month, day = parts.get("y"), parts.get("m"), parts.get("d")
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    if year is not None and year < 100:
        if not is_short_year(text, start, kind, month):
            return None
        year += 2000 if year < 70 else 1900
    if kind == "3" and YEARS_BEFORE.search(text, max(0, start - 3), start):
        return None
    if kind == "5" and not is_dotted(text, end, day):
        return None
    prefix = _prefix().search(text, max(0, start - 14), start)
    bare = year is None and month is None and not (prefix and prefix[0].strip())
    if day is not None and not is_day(text, start, end, day, bare):
        return None
    if kind == "6" and text[end - 1] not in "일日" and not is_joined(text, start, end):
        return None
    return _complete(text, found, prefix, year, month, day, bare)


def _complete(
    text: str,
    found: re.Match[str],
    prefix: re.Match[str] | None,
    year: int | None,
    month: int | None,
    day: int | None,
    bare: bool,
) -> Point | None:
    w = words()
    tail = _TAIL.match(text, found.end())
    relative_year = prefix["year"] if prefix else None
    relative_month = prefix["month"] if prefix else None
    deixis = prefix["deixis"] if prefix else None
    start = found.start()
    if prefix and (relative_year or relative_month or deixis):
        start = prefix.start()
    weekday = tail and (tail["word"] or tail["weekday"])
    zone = tail and (tail["zone1"] or tail["zone2"])
    before = _LOCAL_BEFORE.search(text, max(0, start - 12), start)
    zone = zone or (before["zone"] if before else None)
    return Point(
        start=start,
        end=found.end(),
        tail=tail.end() if tail else found.end(),
        year=year,
        month=month,
        day=day,
        year_by=w.years.get(relative_year or ""),
        year_from_text=w.years_in_text.get(relative_year or ""),
        month_by=w.months.get(relative_month or "") if month is None else None,
        month_from_text=w.months_in_text.get(relative_month or "") if month is None else None,
        deixis=w.deixis[deixis] if deixis else None,
        weekday="월화수목금토일".index(weekday) if weekday else None,
        part=tail["part"] if tail else None,
        local=None if zone is None else zone == "현지",
        scope=bool(tail and (tail["scope1"] or tail["scope2"])),
        particle=tail["particle"] if tail else None,
        bare=bare,
    )
