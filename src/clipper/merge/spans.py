"""When a record can have been: the stretches of days that its open dates, or the day of its telling, allow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from clipper.merge.opendate import Range, known_year, ranges

_KEPT = 65536
_LONGEST = 62
"""Days of the longest journey whose open dates are read together: a later 29th belongs to another one."""
_ANY_YEARS = (2023, 2024, 2025)
"""Where nobody tells a year: a year before and after, for journeys over New Year's, and a leap year."""

Fit = Literal["exact", "going", "near", "loose", "unknown", "apart"]
"""How two records stand in time: on common days; on days of a journey of which neither tells that it was over by then; a
day or two apart; possibly; nobody can tell; not the same."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days, as ordinals. `exact`: it was on these days; else it was some time within. `weak`: not said,
    concluded from the day of telling. `since` and `after`: it may have begun before, and gone on after."""

    first: int
    last: int
    exact: bool
    weak: bool = False
    since: bool = False
    after: bool = False


@dataclass(frozen=True, slots=True)
class Dates:
    """The open dates of a record. `between` are days on the way (of stops); `length` is the number of days, if told;
    `brief` what is over on the days that are told."""

    start: str | None = None
    end: str | None = None
    between: tuple[str, ...] = ()
    length: int | None = None
    brief: bool = False

    @property
    def told(self) -> tuple[str, ...]:
        """All dates that there are."""
        return tuple(date for date in (self.start, self.end, *self.between) if date)

    @property
    def years(self) -> frozenset[int]:
        """The years that are told."""
        return frozenset(year for date in self.told if (year := known_year(date)) is not None)


@lru_cache(maxsize=_KEPT)
def years_around(*told: frozenset[int]) -> tuple[int, ...]:
    """The years to try for an unknown year: those that anybody tells, and the ones beside them."""
    known = {year for years in told for year in years}
    return tuple(sorted({near for year in known for near in (year - 1, year, year + 1)})) or _ANY_YEARS


@lru_cache(maxsize=_KEPT)
def readings(dates: Dates, years: tuple[int, ...]) -> tuple[Span, ...]:
    """All stretches that the dates can mean, in order; none where they say nothing."""
    if dates.start and dates.end:
        return tuple(_joined(first, ranges(dates.end, years)) for first in ranges(dates.start, years))
    if dates.start:
        return tuple(_from(first, dates, years) for first in ranges(dates.start, years))
    if dates.end:
        return tuple(_until(last, dates) for last in ranges(dates.end, years))
    if not dates.between:
        return ()
    first, *others = dates.between
    goes_on = not dates.brief
    return tuple(replace(_around(base, others, years), since=goes_on, after=goes_on) for base in ranges(first, years))


def _joined(first: Range, ends: Sequence[Range]) -> Span:
    """From a first day to the nearest last one behind it."""
    last = next((end for end in ends if end[1] >= first[0] and end[1] - first[0] <= _LONGEST), None)
    if last is None:
        return Span(*first, exact=first[0] == first[1])
    return Span(first[0], last[1], exact=first[0] == first[1] and last[0] == last[1])


def _from(first: Range, dates: Dates, years: tuple[int, ...]) -> Span:
    if first[0] != first[1]:
        return Span(*first, exact=False)
    if dates.length:
        return Span(first[0], first[0] + dates.length - 1, exact=True)
    reached = _around(first, dates.between, years)
    return Span(first[0], reached.last, exact=True, after=not dates.brief)


def _until(last: Range, dates: Dates) -> Span:
    if last[0] != last[1]:
        return Span(*last, exact=False)
    return Span(last[0] - (dates.length or 1) + 1, last[0], exact=True, since=not (dates.brief or dates.length))


def _around(base: Range, others: Iterable[str], years: tuple[int, ...]) -> Span:
    """From a day to the days beside it, each at its nearest; one that is far off is a slip."""
    if base[0] != base[1]:
        return Span(*base, exact=False)
    days = [base[0]]
    for other in others:
        whole = [found[0] for found in ranges(other, years) if found[0] == found[1]]
        nearest = min(whole, key=lambda day: (abs(day - base[0]), day), default=base[0])
        if abs(nearest - base[0]) <= _LONGEST // 2:
            days.append(nearest)
    return Span(min(days), max(days), exact=True)


def gap(one: Span, other: Span) -> int:
    """Days between two stretches; 0 or less where they share days."""
    return max(one.first, other.first) - min(one.last, other.last)


_NEAR = 2
"""Days that tellings of one day differ by: time zones, the day of departure, a slip."""
GOING = 7
"""Days between two parts of one journey whose end, or beginning, nobody tells."""
_WEAK_SLACK = 3


def fit(one: Span, other: Span) -> Fit:
    """How two stretches stand to each other."""
    return _fit(one, other, gap(one, other))


def _fit(one: Span, other: Span, between: int) -> Fit:
    if not (one.exact and other.exact):
        slack = _WEAK_SLACK if one.weak or other.weak else 0
        return "loose" if between <= slack else "apart"
    if between <= 0:
        return "exact"
    earlier, later = (one, other) if one.first <= other.first else (other, one)
    if earlier.after and later.since and between <= GOING:
        return "going"
    # Where both sides are told, one day is what time zones make.
    return "near" if between <= (_NEAR if earlier.after or later.since else _NEAR - 1) else "apart"


_RANK: dict[Fit, int] = {"exact": 0, "going": 1, "near": 2, "loose": 3, "unknown": 4, "apart": 5}


@lru_cache(maxsize=_KEPT)
def best_open_fit(one: Dates, other: Dates, years: tuple[int, ...]) -> tuple[Fit, int]:
    """The same of two records that tell no year."""
    return best_fit(readings(one, years), readings(other, years))


def best_fit(ones: Sequence[Span], others: Sequence[Span]) -> tuple[Fit, int]:
    """The best way in which open dates can fit, and the days between the two then. Both are in order, so that it is
    enough to walk along them side by side."""
    best: tuple[Fit, int] = ("unknown", 0) if not ones or not others else ("apart", 0)
    i = j = 0
    while i < len(ones) and j < len(others):
        one, other = ones[i], others[j]
        if one.first - other.last <= GOING and other.first - one.last <= GOING:  # else apart, as nearly all are
            between = gap(one, other)
            found = _fit(one, other, between), max(between, 0)
            if (_RANK[found[0]], found[1]) < (_RANK[best[0]], best[1]):
                best = found
            if best[0] == "exact":
                break
        i, j = (i + 1, j) if one.last < other.last else (i, j + 1)
    return best


def fit_together(members: Sequence[Sequence[Span]]) -> bool:
    """Whether one reading can be chosen for every member so that none is apart from the firmest of them.

    Two readings of an open date may each fit some of the others: `XXXX-06-10` holds no 2024 and 2025 together.
    """
    told = sorted((spans for spans in members if spans), key=len)
    if len(told) < 3 or len(told[-1]) == 1:
        return True  # pairs are looked at one by one
    pivot, *others = told
    return any(all(_choice(spans, one) for spans in others) and _agree(one, others) for one in pivot)


def _choice(spans: Sequence[Span], pivot: Span) -> list[Span]:
    return [span for span in spans if fit(span, pivot) != "apart"]


def _agree(pivot: Span, others: Sequence[Sequence[Span]]) -> bool:
    left = [_choice(spans, pivot) for spans in others]
    firm = [spans[0] for spans in left if len(spans) == 1]
    return all(any(all(fit(span, one) != "apart" for one in firm) for span in spans) for spans in left)
