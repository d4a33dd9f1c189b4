"""Several agreements under one verb, told day by day: `16일 A와, 17일 B와 업무협약을 맺는다`, `16일 A, 17일 B와`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from clipper.extract.frames.mou.arguments import Argument, Item
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.named import guessed_body
from clipper.extract.frames.mou.pairs import Sides, covers
from clipper.extract.frames.mou.parties import parties_of
from clipper.extract.mentions.orgs.words import Word
from clipper.extract.spans import Span

_DAY = re.compile(r"(?:\d{1,2}월)?\d{1,2}일")
_PARTICLES = ("", "at", "topic", "at_doing")  # `16일`, `16일에`, `16일에는`, `16일엔`
_WHICH = ("지난", "오는", "이달", "내달", "다음", "달", "지난달")
_FEWEST = 2


def day_by_day(
    context: Context, row: tuple[Word, ...], arguments: Sequence[Argument], parties: Sides
) -> tuple[tuple[Sides, Span], ...]:
    """The sides of each agreement with the words that tell its day and its other side, where each other side has a day of its own right
    before it; else nothing."""
    others = [a.items for a in arguments if a.position == "with"]
    if not others or len(others[-1]) != 1:
        return ()
    days = [w.index for w in row[: others[-1][0].first] if _DAY.fullmatch(w.core) and w.role in _PARTICLES]
    if len(days) < _FEWEST or days[-1] + 1 != others[-1][0].first:
        return ()
    found = [Item(a + 1, b - 1 - _leading(row, b)) for a, b in pairwise(days)]
    if not all(i.first <= i.last and _ends(row[i.last]) for i in found):
        return ()
    items = (*found, others[-1][0])
    apart = [_side(context, row, item, parties) for item in items]
    shared = tuple(p for p in parties if not any(covers(row, item, p) for item in items))
    if not shared or not all(apart):
        return ()
    regions = (row[d - _leading(row, d)].span.to(row[i.last].span) for d, i in zip(days, items, strict=True))
    return tuple(((*shared, *sides), region) for sides, region in zip(apart, regions, strict=True))


def _leading(row: tuple[Word, ...], day: int) -> int:
    """How many words before a day say which one (`오는 16일`)."""
    return len(tuple(takewhile(lambda w: w.core in _WHICH, reversed(row[:day]))))


def _ends(word: Word) -> bool:
    return "," in word.after and word.role in ("", "with")


def _side(context: Context, row: tuple[Word, ...], item: Item, parties: Sides) -> Sides:
    """The party of a stretch that the clause has found there, or that stands there."""
    known = tuple(p for p in parties if covers(row, item, p))
    found = known or parties_of(context, row, (Argument("with", (item,), True),))
    guess = guessed_body(context, row, item) if not found else None
    return (guess,) if guess else found
