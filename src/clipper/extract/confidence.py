"""Raw scores of frames → calibrated confidence, by the knots of `data/confidence.toml`."""

from __future__ import annotations

from itertools import pairwise

from clipper.data import table


def calibrated(kind: str, score: float) -> float:
    """The share of records with such a score that proved right: linear between knots, flat beyond them."""
    knots: list[list[float]] = table("confidence")[kind]
    if score <= knots[0][0]:
        return knots[0][1]
    for (low, before), (high, after) in pairwise(knots):
        if score <= high:
            return round(before + (after - before) * (score - low) / (high - low), 2)
    return knots[-1][1]
