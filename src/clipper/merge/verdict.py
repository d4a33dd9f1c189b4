"""Verdict: what two records say of being the same in the world."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from clipper.merge.spans import GOING, Fit, Span, best_fit, years_around
from clipper.merge.traits import Node

Apart = Literal["", "time", "parties", "other"]
"""Why two records can't be one: their days contradict each other, they share no parties, or anything else does."""

_WIDE = 200
"""Days: a wider window of possible days says no more than before or after."""
_FAR = 60.0
"""Days from the telling to what is told, from which on nearness says nothing."""


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


def timing(one: Node, other: Node) -> Timing:
    """How two records stand in time."""
    years = years_around(one.years, other.years) if one.open or other.open else ()
    mine, its = one.spans(years), other.spans(years)
    found, between = best_fit(mine, its)
    if found == "going":
        return Timing(found, 1 - between / GOING)
    if found != "loose":
        return Timing(found)
    if _is_wide(mine) or _is_wide(its):
        return Timing("unknown")
    return Timing("loose", max(_nearness(one, its), _nearness(other, mine)))


def _is_wide(spans: tuple[Span, ...]) -> bool:
    return all(span.weak and span.last - span.first > _WIDE for span in spans)


def _nearness(teller: Node, told: tuple[Span, ...]) -> float:
    day = teller.told.article.day
    if day is None or not told:
        return 0.0
    distance = min(max(span.first - day, day - span.last, 0) for span in told)
    return max(0.0, 1 - distance / _FAR)
