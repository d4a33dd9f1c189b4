"""Are two records one journey? Who, where and when are weighed; a contradiction in any of them decides."""

from __future__ import annotations

from typing import Literal

from clipper.merge.names import same_person
from clipper.merge.opendate import meet
from clipper.merge.spans import Dates, Fit
from clipper.merge.traits import Node, TripTraits
from clipper.merge.verdict import APART, APART_IN_TIME, Timing, Verdict, timing

Who = Literal["same", "along", "sender", "unknown", "other"]
"""One leader; the leader of one is a companion of the other; one sender, no two leaders; nothing to compare; others."""

_WHO: dict[Who, float] = {"same": 5, "along": 3, "sender": 3, "unknown": 0}
_FIT: dict[Fit, float] = {"exact": 4, "going": 2, "near": 2, "loose": 0.5, "unknown": 0}
_NEARNESS = 1.5
_SAME_PLACE, _SAME_REGION, _SAME_COUNTRY, _NO_PLACE, _ELSEWHERE, _OTHER_COUNTRY = 3, 2, 1, 0, -1, -2
_ENOUGH = 7.0


def compare_trips(one: Node, other: Node) -> Verdict:
    """The verdict on two trips."""
    mine, its = one.traits, other.traits
    assert isinstance(mine, TripTraits) and isinstance(its, TripTraits)  # noqa: S101, PT018 - for the type checker
    where = _where(mine, its)
    who = _who(mine, its, where)
    if who == "other":
        return APART
    when = timing(one, other)
    if when.fit == "apart":
        return APART_IN_TIME
    if where < 0 and (mine.domestic or its.domestic):
        return APART
    if where == _OTHER_COUNTRY and _called_off(one, other):
        return APART
    if where == _OTHER_COUNTRY and when.fit != "exact":
        return APART_IN_TIME  # unless another article tells of one journey through both
    shared = _shared(mine, its)
    score = _WHO[who] + where + _same_days(one.dates, other.dates) + _FIT[when.fit] + _NEARNESS * when.nearness + min(shared, 3)
    if who == "sender" and mine.office and mine.office == its.office:
        score += 1
    return Verdict(score, score >= _ENOUGH and _firm(who, where, when, shared), vague=when.fit in ("loose", "unknown"))


def _called_off(one: Node, other: Node) -> bool:
    """Whether one of the journeys was not made: its days are free for another."""
    return any(node.told.record.status in ("cancelled", "postponed") for node in (one, other))


def _same_days(mine: Dates, its: Dates) -> int:
    """How many of first and last day both tell alike."""
    pairs = ((mine.start, its.start), (mine.end, its.end))
    return sum(bool(a and b and meet(a, b)) for a, b in pairs)


def _firm(who: Who, where: int, when: Timing, shared: int) -> bool:
    """Some things must be told, whatever else speaks for it."""
    if when.fit == "unknown":
        return who == "same" and where >= _SAME_REGION and shared > 0
    if who == "same":
        return True
    return where >= _SAME_COUNTRY if who in ("sender", "along") else where == _SAME_PLACE and shared > 0


def _who(mine: TripTraits, its: TripTraits, where: int) -> Who:
    if mine.leader and its.leader:
        if same_person(mine.leader, its.leader):
            return "other" if where < _SAME_COUNTRY and _are_namesakes(mine, its) else "same"
        along = _among(mine.leader, its) or _among(its.leader, mine)
        return "along" if along else "other"
    if mine.organizations and its.organizations:
        return "sender" if _one_sender(mine, its) else "other"
    return "unknown"


def _one_sender(mine: TripTraits, its: TripTraits) -> bool:
    """The same body, or one and a part of it; two parts of one body are two."""
    senders = mine.organizations & its.organizations
    return bool(senders or mine.parents & its.organizations or mine.organizations & its.parents)


def _are_namesakes(mine: TripTraits, its: TripTraits) -> bool:
    """Whether two people of one name hold other offices of bodies that have nothing to do with each other."""
    if not mine.organizations or not its.organizations or (mine.office and mine.office == its.office):
        return False
    names = [[key.rpartition("-")[2] for key in trip.organizations] for trip in (mine, its)]
    return not any(a in b or b in a for a in names[0] for b in names[1])


def _among(leader: str, trip: TripTraits) -> bool:
    return any(same_person(leader, companion) for companion in trip.companions)


def _where(mine: TripTraits, its: TripTraits) -> int:
    if not mine.places.isdisjoint(its.places):
        return _SAME_PLACE
    if not mine.regions.isdisjoint(its.regions):
        return _SAME_REGION
    if not mine.countries or not its.countries:
        return _NO_PLACE
    if mine.countries.isdisjoint(its.countries):
        return _OTHER_COUNTRY
    told_whole = mine.countries & its.countries & (mine.whole | its.whole)
    return _SAME_COUNTRY if told_whole else _ELSEWHERE


def _shared(mine: TripTraits, its: TripTraits) -> int:
    """How many people met, sites seen, and further places both tell of."""
    return len(mine.met & its.met) + len(mine.seen & its.seen) + max(len(mine.places & its.places) - 1, 0)
