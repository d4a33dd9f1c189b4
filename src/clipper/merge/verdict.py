"""Verdict: what two records say of being the same in the world."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from clipper.merge.spans import GOING, Fit, Span, best_fit, best_open_fit, years_around
from clipper.merge.traits import Node

Apart = Literal["", "time", "parties", "other"]
"""Why two records can't be one: their days contradict each other, they share no parties, or anything else does."""

_WIDE = 200
"""Days: a wider window of possible days says no more than before or after."""
_FAR = 60.0
"""Days from the telling to what is told, from which on nearness says nothing."""


_SAME_NEWS = 14
"""Days for which one thing is news."""
_SAME_MONTH = 0.5


@dataclass(frozen=True, slots=True)
class Verdict:
    """`score`: how much speaks for one and the same, in points; a link if `linked`. `vague`: no common day is told."""

    score: float = 0.0
    linked: bool = False
    vague: bool = True
    apart: Apart = ""


APART = Verdict(apart="other")
APART_IN_TIME = Verdict(apart="time")
APART_BY_PARTIES = Verdict(apart="parties")


@dataclass(frozen=True, slots=True)
class Timing:
    """How two records stand in time, and how near (0..1): the telling of one to the other where no day is told, or the
    parts of a journey to each other."""

    fit: Fit
    nearness: float = 0.0


_AS_TOLD: dict[Fit, Timing] = {fit: Timing(fit) for fit in ("exact", "near", "unknown", "apart")}


def timing(one: Node, other: Node) -> Timing:
    """How two records stand in time."""
    years = years_around(one.years, other.years) if one.open or other.open else ()
    found, between = (
        best_open_fit(one.dates, other.dates, years) if one.open and other.open
        else best_fit(one.spans(years), other.spans(years))
    )
    if found == "going":
        return Timing(found, 1 - between / GOING)
    if found != "loose":
        return _AS_TOLD[found]
    mine, its = one.spans(years), other.spans(years)
    if _is_wide(mine) or _is_wide(its):
        return _by_telling(one, other)
    if one.dates.told and other.dates.told and not _tell_in_common(one.dates.told, other.dates.told):
        return Timing("unknown")
    told = _SAME_MONTH if _is_month(mine) and _is_month(its) else 0.0
    # The day of telling counts for the side that tells no other.
    near = [_nearness(teller, days) for teller, own, days in ((one, mine, its), (other, its, mine)) if _is_weak(own)]
    return Timing("loose", max(told, min(near, default=0.0)))


def _by_telling(one: Node, other: Node) -> Timing:
    """Two articles of one week or two that tell the same without a day may well mean one and the same."""
    days = (one.told.article.day, other.told.article.day)
    if days[0] is None or days[1] is None or one.told.record.background or other.told.record.background:
        return Timing("unknown")
    apart = abs(days[0] - days[1])
    undated = not (one.dates.told or other.dates.told)
    return Timing("loose", 1 - apart / _FAR) if undated and apart <= _SAME_NEWS else Timing("unknown")


def _tell_in_common(ones: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two dates tell the same year, month or day: `XXXX-03` and `XXXX-XX-07` meet by chance."""
    return any(
        "X" not in a + b for one in ones for other in others for a, b in zip(one.split("-"), other.split("-"), strict=False)
    )


def _is_month(spans: tuple[Span, ...]) -> bool:
    """Whether a month is told."""
    return all(not (span.weak or span.exact) and span.last - span.first <= 31 for span in spans)


def _is_wide(spans: tuple[Span, ...]) -> bool:
    return all(span.weak and span.last - span.first > _WIDE for span in spans)


def _is_weak(spans: tuple[Span, ...]) -> bool:
    return all(span.weak for span in spans)


def _nearness(teller: Node, told: tuple[Span, ...]) -> float:
    day = teller.told.article.day
    if day is None or not told:
        return 0.0
    distance = min(max(span.first - day, day - span.last, 0) for span in told)
    return max(0.0, 1 - distance / _FAR)
