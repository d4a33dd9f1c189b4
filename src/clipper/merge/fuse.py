"""The records of one event → the event."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from clipper.merge.claims import Rank, Said, Way, listed, settled
from clipper.merge.closing import Closing, closings
from clipper.merge.dates import SaidDate, settled_date
from clipper.merge.event import Backed, Event, MouEvent, MouStep, SettledDate, TripEvent, TripStep
from clipper.merge.history import current, progress, steps
from clipper.merge.names import is_country
from clipper.merge.sources import Sources
from clipper.merge.stops import SaidStop, stops
from clipper.merge.traits import Node
from clipper.merge.ways import AMOUNT, CODE, NUMBER, PLACE, TEXT, Ways
from clipper.records import Mou, Place, Trip

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Member:
    """A record of an event with its source and what the others say of its open dates."""

    record: Any
    source: int
    closing: Closing
    closed_by: tuple[int, ...]
    rank: Rank

    def date(self, text: str) -> SaidDate:
        return SaidDate(text, self.closing.close(text), self.source, self.closed_by, self.rank)


def fuse(nodes: Sequence[Node], ways: Ways) -> Event:
    """The event of these records, which are in their own order."""
    sources = Sources(node.told for node in nodes)
    kind = nodes[0].told.record.kind
    tellings = [(node.told, sources.index(node.told)) for node in nodes]
    history = steps(kind, tellings)
    members = _members(nodes, sources)
    about = {
        "id": f"event-{hashlib.sha256(repr(nodes[0].told.key).encode()).hexdigest()[:12]}",
        "status": current(kind, history),
        "background": all(node.told.record.background for node in nodes),
        "sources": sources.listed(),
        "confidence": max(node.told.record.confidence for node in nodes),
    }
    made = [{"status": one.status, "told": one.told, "background": one.background, "sources": one.sources} for one in history]
    if kind == "trip":
        return TripEvent(**about, **_trip(members, ways), history=tuple(TripStep.model_validate(one) for one in made))
    return MouEvent(**about, **_mou(members, ways), history=tuple(MouStep.model_validate(one) for one in made))


def _members(nodes: Sequence[Node], sources: Sources) -> list[_Member]:
    """The records, in the order of their sources: lists of values follow it."""
    found = []
    for node, closing in zip(nodes, closings(nodes), strict=True):
        record = node.told.record
        closed_by = tuple(sorted({sources.index(nodes[index].told) for index in closing.by}))
        # What is told of something done counts more than a plan, the whole more than a part.
        rank = (not record.background, progress(record.kind, record.status), _whole(record))
        found.append(_Member(record, sources.index(node.told), closing, closed_by, rank))
    return sorted(found, key=lambda member: member.source)


def _whole(record: Trip | Mou) -> int:
    return bool(record.start) + bool(record.end) if isinstance(record, Trip) else 0


def _said(members: Iterable[_Member], value: Callable[[Any], T | None], *, by_rank: bool = False) -> list[Said[T]]:
    found = ((member, value(member.record)) for member in members)
    return [Said(one, member.source, member.rank if by_rank else (not member.record.background,))
            for member, one in found if one is not None]


def _one(members: Iterable[_Member], field: str, way: Way[Any]) -> Any:
    return settled(_said(members, lambda record: getattr(record, field)), way)


def _all(members: Iterable[_Member], field: str, way: Way[Any]) -> Any:
    return listed((Said(value, member.source) for member in members for value in getattr(member.record, field)), way)


def _date(members: Iterable[_Member], field: str) -> SettledDate | None:
    told = ((member, getattr(member.record, field)) for member in members)
    return settled_date(member.date(text) for member, text in told if text)


def _trip(members: Sequence[_Member], ways: Ways) -> dict[str, Any]:
    said = [SaidStop(stop, member.source, member.date) for member in members for stop in member.record.stops]
    return {
        "direction": _one(members, "direction", CODE),
        "leader": _one(members, "leader", ways.person),
        "organization": _one(members, "organization", ways.organization),
        "companions": _all(members, "companions", ways.anyone),
        "destinations": _finest(_all(members, "destinations", PLACE)),
        "countries": _all(members, "countries", CODE),
        "start": _date(members, "start"),
        "end": _date(members, "end"),
        "nights": _one(members, "nights", NUMBER),
        "days": _one(members, "days", NUMBER),
        "purpose": _one(members, "purpose", TEXT),
        "stops": stops(said, ways.anyone),
    }


def _finest(places: tuple[Backed[Place], ...]) -> tuple[Backed[Place], ...]:
    """A country stands only where no article names a finer place of it."""
    fine = {place.value.country for place in places if not is_country(place.value)}
    return tuple(place for place in places if not (is_country(place.value) and place.value.country in fine))


def _mou(members: Sequence[_Member], ways: Ways) -> dict[str, Any]:
    return {
        "type": _one(members, "type", CODE),
        "title": _one(members, "title", TEXT),
        "parties": _all(members, "parties", ways.organization),
        "signatories": _all(members, "signatories", ways.person),
        "date": _date(members, "date"),
        "announced": _date(members, "announced"),
        "place": _one(members, "place", PLACE),
        "venue": _one(members, "venue", TEXT),
        "event": _one(members, "event", TEXT),
        "subjects": _all(members, "subjects", TEXT),
        "commitments": _all(members, "commitments", TEXT),
        "amounts": _all(members, "amounts", AMOUNT),
        "term": _one(members, "term", CODE),
    }
