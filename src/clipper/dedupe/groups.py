"""Sketches → groups of the same story, each under its fullest telling.

Articles that share a rare n-gram are candidates; only those are compared, and only with the fullest telling of a group.
The order of the articles changes nothing.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import merge
from itertools import groupby

from clipper.dedupe.sketch import containment

SAME_STORY = 0.55
"""From this share of the shorter text on, two texts tell the same story; `evals/near_duplicates.py` measures it."""
_WORD_FOR_WORD = 0.95
_NEWS_LASTS = 7
"""Days: a text that comes back later with other numbers (a yearly release) is other news, unless it is word for word."""
_SHORTEST_PART = 0.1
"""A telling shorter than this share of the whole is a brief, or one item of a round-up."""
_PASSES = 16
"""The n-grams are gone through in so many parts, so that the sorted list stays small; one in four of them is enough."""
_INDEXED = 4
_NEIGHBOURS = 4
"""An n-gram that many texts share links each with so few of the fullest: boilerplate costs no quadratic time."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One article as the grouping sees it. `key` tells it from all others, `size` counts its letters, `day` is when it was published."""

    key: str
    sketch: array[int]
    size: int
    day: date | None = None


def same_stories(tellings: Sequence[Telling]) -> dict[int, dict[int, float]]:
    """For each group of two or more: its fullest telling → the others with their likeness, as indices into `tellings`.

    Fullest is the longest, of equally long ones the earliest, then the first by key.
    """
    ranked = sorted(range(len(tellings)), key=lambda i: _preference(tellings[i]))
    leader: dict[int, int] = {}
    groups: dict[int, dict[int, float]] = defaultdict(dict)
    for rank, others in _candidates([tellings[i].sketch for i in ranked]):
        leaders = {leader.get(other, other) for other in others}
        found = [(likeness, -first) for first in leaders
                 if (likeness := _likeness(tellings[ranked[rank]], tellings[ranked[first]])) is not None]
        if found:
            likeness, first = max(found)
            leader[rank] = -first
            groups[ranked[-first]][ranked[rank]] = likeness
    return dict(groups)


def _preference(telling: Telling) -> tuple[int, date, str]:
    return -telling.size, telling.day or date.max, telling.key


def _likeness(telling: Telling, whole: Telling) -> float | None:
    """How much of `telling` stands in `whole`, if they tell the same story."""
    if telling.size < _SHORTEST_PART * whole.size:
        return None
    likeness = containment(telling.sketch, whole.sketch)
    apart = abs((telling.day - whole.day).days) if telling.day and whole.day else 0
    return likeness if likeness >= (_WORD_FOR_WORD if apart > _NEWS_LASTS else SAME_STORY) else None


def _candidates(sketches: Sequence[array[int]]) -> Iterator[tuple[int, list[int]]]:
    """Each rank that shares n-grams with fuller tellings, in order, with those ranks, most shared first."""
    links = [array("Q", sorted(_links(sketches, part))) for part in range(_PASSES)]
    for rank, pairs in groupby(merge(*links), key=lambda pair: pair >> 32):
        shared = Counter(pair & 0xFFFFFFFF for pair in pairs)
        yield rank, [other for other, _ in shared.most_common(2 * _NEIGHBOURS)]


def _links(sketches: Sequence[array[int]], part: int) -> Iterator[int]:
    """`rank << 32 | fuller rank` for each n-gram of this part that both have."""
    mine = [value << 32 | rank for rank, values in enumerate(sketches) for value in values
            if (value >> 2) % (_PASSES * _INDEXED) == part]
    mine.sort()
    for _, group in groupby(mine, key=lambda packed: packed >> 32):
        ranks = [packed & 0xFFFFFFFF for packed in group]
        for place, rank in enumerate(ranks[1:], 1):
            for fuller in ranks[: min(place, _NEIGHBOURS)]:
                yield rank << 32 | fuller
