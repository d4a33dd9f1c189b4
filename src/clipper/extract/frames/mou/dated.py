"""Several agreements under one verb, told day by day: `16일 A와, 17일 B와 업무협약을 맺는다`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clipper.extract.frames.mou.arguments import Argument
from clipper.extract.frames.mou.pairs import Sides, covers
from clipper.extract.mentions.orgs.words import Word
from clipper.extract.spans import Span

_DAY = re.compile(r"(?:\d{1,2}월)?\d{1,2}일")
_PARTICLES = ("", "at", "topic", "at_doing")  # `16일`, `16일에`, `16일에는`, `16일엔`


def day_by_day(row: tuple[Word, ...], arguments: Sequence[Argument], parties: Sides) -> tuple[tuple[Sides, Span], ...]:
    """The sides of each agreement with the words that tell its day and its other side, where each other side has a day of its own right
    before it; else nothing."""
    others = [a for a in arguments if a.position == "with"]
    if len(others) < _FEWEST or not all(_dated(row, a) for a in others):
        return ()
    apart = [tuple(p for p in parties if any(covers(row, i, p) for i in a.items)) for a in others]
    shared = tuple(p for p in parties if not any(p in sides for sides in apart))
    if not shared or not all(apart):
        return ()
    return tuple(((*shared, *sides), _region(row, a)) for sides, a in zip(apart, others, strict=True))


_FEWEST = 2


def _dated(row: tuple[Word, ...], argument: Argument) -> bool:
    before = row[argument.items[0].first - 1] if argument.items[0].first else None
    return before is not None and _DAY.fullmatch(before.core) is not None and before.role in _PARTICLES


def _region(row: tuple[Word, ...], argument: Argument) -> Span:
    first = argument.items[0].first - 1
    while first and row[first - 1].core in _WHICH:
        first -= 1
    return row[first].span.to(row[argument.items[-1].last].span)


_WHICH = ("지난", "오는", "이달", "내달", "다음", "달", "지난달")
