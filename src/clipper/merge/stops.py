"""The itineraries of several articles → one: a stop for each place and stay."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from clipper.merge.claims import Said, Way, listed, settled
from clipper.merge.dates import SaidDate, settled_date
from clipper.merge.event import EventStop
from clipper.merge.names import place_key
from clipper.merge.opendate import meet
from clipper.merge.ways import CODE, PLACE, TEXT
from clipper.records import Organization, Person, Stop


@dataclass(frozen=True, slots=True)
class SaidStop:
    """A stop as one record tells it; `date` makes its dates as other articles close them."""

    stop: Stop
    source: int
    date: Callable[[str], SaidDate]

    @property
    def day(self) -> str | None:
        """Its first day, closed."""
        return self.date(self.stop.date).closed if self.stop.date else None

    @property
    def where(self) -> str | None:
        """The key of its place."""
        return place_key(self.stop.place) if self.stop.place else None


@dataclass
class _Stay:
    day: str | None
    where: str | None
    said: list[SaidStop] = field(default_factory=list)


def stops(said: Sequence[SaidStop], anyone: Way[Person | Organization]) -> tuple[EventStop, ...]:
    """The stops by day; those without one last, in order of mention."""
    stays: list[_Stay] = []
    for one in sorted(said, key=lambda one: (one.day is None, one.where is None, one.day or "")):
        stay = _stay_of(one, stays)
        if stay is None:
            stay = _Stay(one.day, one.where)
            stays.append(stay)
        stay.said.append(one)
    return tuple(_stop(stay.said, anyone) for stay in stays)


def _stay_of(one: SaidStop, stays: Iterable[_Stay]) -> _Stay | None:
    """The one stay that a stop tells of: same place and day, or the only one there is for what it tells."""
    fitting = [stay for stay in stays if _same_day(one.day, stay.day) and _same_place(one.where, stay.where)]
    exact = [stay for stay in fitting if stay.day == one.day and stay.where == one.where]
    found = exact or fitting
    return found[0] if len(found) == 1 and (one.day or one.where) else None


def _same_day(one: str | None, other: str | None) -> bool:
    return one is None or other is None or meet(one, other) is not None


def _same_place(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _stop(said: Sequence[SaidStop], anyone: Way[Person | Organization]) -> EventStop:
    ordered = sorted(said, key=lambda one: one.source)
    return EventStop(
        date=settled_date(one.date(one.stop.date) for one in ordered if one.stop.date),
        until=settled_date(one.date(one.stop.until) for one in ordered if one.stop.until),
        part_of_day=settled([Said(one.stop.part_of_day, one.source) for one in ordered if one.stop.part_of_day], CODE),
        place=settled([Said(one.stop.place, one.source) for one in ordered if one.stop.place], PLACE),
        activities=listed([Said(one.stop.activity, one.source) for one in ordered if one.stop.activity], TEXT),
        visits=listed((Said(visit, one.source) for one in ordered for visit in one.stop.visits), TEXT),
        meets=listed((Said(who, one.source) for one in ordered for who in one.stop.meets), anyone),
        sources=tuple(sorted({one.source for one in said})),
    )
