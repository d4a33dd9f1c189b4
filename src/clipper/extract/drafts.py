"""Drafts: records before they are written down. Each value knows its spans and the rule that set it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, Generic, TypeVar

from clipper.extract.spans import Span
from clipper.records import Amount, Organization, Person, Place

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Filled(Generic[T]):
    """A value, the spans that say it (at least one), and the name of the rule that read it there."""

    value: T
    spans: tuple[Span, ...]
    rule: str

    def __post_init__(self) -> None:
        if not self.spans:
            raise ValueError(f"{self.rule}: a value without evidence: {self.value!r}")


@dataclass(frozen=True, slots=True)
class StopDraft:
    """One stay of a trip."""

    date: Filled[str] | None = None
    until: Filled[str] | None = None
    part_of_day: Filled[str] | None = None
    place: Filled[Place] | None = None
    activity: Filled[str] | None = None
    visits: tuple[Filled[str], ...] = ()
    meets: tuple[Filled[Person | Organization], ...] = ()


@dataclass(frozen=True, slots=True)
class TripDraft:
    """A trip as the frames found it. `trigger` is the span that opened the frame."""

    trigger: Span
    confidence: float
    background: bool = False
    direction: Filled[str] | None = None
    status: Filled[str] | None = None
    leader: Filled[Person] | None = None
    organization: Filled[Organization] | None = None
    companions: tuple[Filled[Person | Organization], ...] = ()
    destinations: tuple[Filled[Place], ...] = ()
    countries: tuple[Filled[str], ...] = ()
    start: Filled[str] | None = None
    end: Filled[str] | None = None
    nights: Filled[int] | None = None
    days: Filled[int] | None = None
    purpose: Filled[str] | None = None
    stops: tuple[StopDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class MouDraft:
    """An agreement as the frames found it. `trigger` is the span that opened the frame."""

    trigger: Span
    confidence: float
    background: bool = False
    type: Filled[str] | None = None
    status: Filled[str] | None = None
    title: Filled[str] | None = None
    parties: tuple[Filled[Organization], ...] = ()
    signatories: tuple[Filled[Person], ...] = ()
    date: Filled[str] | None = None
    announced: Filled[str] | None = None
    place: Filled[Place] | None = None
    venue: Filled[str] | None = None
    event: Filled[str] | None = None
    subjects: tuple[Filled[str], ...] = ()
    commitments: tuple[Filled[str], ...] = ()
    amounts: tuple[Filled[Amount], ...] = ()
    term: Filled[str] | None = None


def filled(draft: TripDraft | MouDraft) -> Iterator[tuple[str, Filled[Any]]]:
    """All filled values of a draft with their paths (`parties[1]`, `stops[0].date`)."""
    for field in fields(draft):
        value = getattr(draft, field.name)
        if field.name == "stops":
            for i, stop in enumerate(value):
                for part in fields(stop):
                    yield from _paths(f"stops[{i}].{part.name}", getattr(stop, part.name))
        else:
            yield from _paths(field.name, value)


def _paths(path: str, value: Any) -> Iterator[tuple[str, Filled[Any]]]:
    if isinstance(value, Filled):
        yield path, value
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            if isinstance(item, Filled):
                yield f"{path}[{i}]", item
