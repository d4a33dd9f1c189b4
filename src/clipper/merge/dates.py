"""What several articles say of one day → the date that most speaks for, closed as far as they agree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from clipper.merge.claims import Rank
from clipper.merge.event import BackedDate, SettledDate
from clipper.merge.opendate import meet


@dataclass(frozen=True, slots=True)
class SaidDate:
    """A date as one record says it, and as the other articles close it, with the sources that did."""

    text: str
    closed: str
    source: int
    closed_by: tuple[int, ...] = ()
    rank: Rank = ()


def settled_date(said: Iterable[SaidDate]) -> SettledDate | None:
    """The date that most speaks for; those that contradict it stand beside it.

    A date that could be either of two contradicting ones backs neither.
    """
    ranked = sorted(_claims(said), key=lambda claim: claim.weight, reverse=True)
    if not ranked:
        return None
    best, *others = [claim.backed for claim in ranked]
    return SettledDate(**best.model_dump(), others=tuple(others))


@dataclass(frozen=True, slots=True)
class _DateClaim:
    value: str
    said: tuple[SaidDate, ...]

    @property
    def weight(self) -> tuple[Rank, int, int, str]:
        return max(one.rank for one in self.said), len({one.source for one in self.said}), -self.value.count("X"), self.value

    @property
    def backed(self) -> BackedDate:
        sources = tuple(sorted({one.source for one in self.said}))
        told: str | None = self.said[0].text
        for one in self.said[1:]:
            told = meet(told, one.text) if told else None
        filled = {source for one in self.said for source in one.closed_by} - set(sources)
        return BackedDate(value=self.value, sources=sources, closed_by=tuple(sorted(filled)) if told != self.value else ())


def _claims(said: Iterable[SaidDate]) -> list[_DateClaim]:
    found: list[_DateClaim] = []
    for one in sorted(said, key=lambda one: (one.closed.count("X"), -len(one.closed), one.closed, one.source)):
        fitting = [place for place, claim in enumerate(found) if meet(claim.value, one.closed)]
        if len(fitting) == 1:
            found[fitting[0]] = _with(found[fitting[0]], one)
        else:
            found.append(_DateClaim(one.closed, (one,)))
    return found


def _with(claim: _DateClaim, one: SaidDate) -> _DateClaim:
    return _DateClaim(meet(claim.value, one.closed) or claim.value, (*claim.said, one))
