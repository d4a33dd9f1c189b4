"""How sure a trip is: what a reader would look for, weighed."""

from __future__ import annotations

from collections.abc import Sequence

from clipper.extract.frames.trip.legs import Leg

_BASE = 0.35
_WEIGHTS = {
    "visit": 0.25, "tour": 0.2, "leave": 0.2, "send": 0.2, "bidden": 0.2,
    "arrive": 0.15, "return": 0.1, "invite": 0.1, "stay": 0.05,
}  # fmt: skip


def confidence(legs: Sequence[Leg], *, leader: bool, dated: bool, fine: bool, stops: int, background: bool) -> float:
    """0..1 from: how it is told and how often, whether somebody is named, days, a place below the country, stops."""
    value = _BASE + max(_WEIGHTS.get(leg.trigger.kind, 0.0) for leg in legs)
    value += 0.1 if leader else 0.0
    value += 0.12 if dated else 0.0
    value += 0.06 if fine else 0.0
    value += min(0.08, 0.03 * (len(legs) - 1)) + min(0.06, 0.02 * stops)
    if all(leg.party.rule == "carried" for leg in legs):
        value -= 0.2
    if background:
        value -= 0.3
    return round(max(0.05, min(0.98, value)), 3)
