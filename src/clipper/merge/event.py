"""Events: what several articles tell of one journey or one agreement, each value with the articles that back it."""

from __future__ import annotations

from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import Field, TypeAdapter

from clipper.records import (
    Amount,
    Direction,
    Duration,
    MouStatus,
    MouType,
    OpenDate,
    Organization,
    Person,
    Place,
    TripStatus,
)
from clipper.records.base import Model

T = TypeVar("T")
Index = Annotated[int, Field(ge=0)]


class Backed(Model, Generic[T]):
    """A value and the articles that say it: 0-based indices into the event's `sources`."""

    value: T
    sources: tuple[Index, ...] = Field(min_length=1)


class Settled(Backed[T], Generic[T]):
    """The value that most speaks for; what other articles say instead stands beside it in `others`, best backed first."""

    others: tuple[Backed[T], ...] = ()


class BackedDate(Backed[OpenDate]):
    """A date; `closed_by` are the articles that gave the part that `sources` leave open (the year, the month)."""

    closed_by: tuple[Index, ...] = ()


class SettledDate(BackedDate):
    """The date that most speaks for, and the others."""

    others: tuple[BackedDate, ...] = ()


class Appearance(Model):
    """One place where an article was found. `records` are the ids of its clip's records that went into the event; none
    where only the list of copies of another clip tells of it."""

    url: str | None = None
    path: str | None = None
    sha256: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    records: tuple[str, ...] = ()


class EventSource(Appearance):
    """One article of an event. `told` is the ISO day on which it tells (published, else what its dates were counted
    from); `copies` are its other appearances: the same bytes, the same address, or the same text but for a few words.
    Copies back a value no more than one article does."""

    told: str | None = None
    copies: tuple[Appearance, ...] = ()


class TripStep(Model):
    """A status of a journey, the day on which articles told it first (None: they bear no date), and which did."""

    status: TripStatus
    told: str | None = None
    background: bool = False
    sources: tuple[Index, ...] = Field(min_length=1)


class MouStep(Model):
    """A status of an agreement, the day on which articles told it first, and which did."""

    status: MouStatus
    told: str | None = None
    background: bool = False
    sources: tuple[Index, ...] = Field(min_length=1)


class EventStop(Model):
    """One place and stay of a journey's itinerary, as all its articles tell it."""

    date: SettledDate | None = None
    until: SettledDate | None = None
    part_of_day: Settled[str] | None = None
    place: Settled[Place] | None = None
    activities: tuple[Backed[str], ...] = ()
    visits: tuple[Backed[str], ...] = ()
    meets: tuple[Backed[Person | Organization], ...] = ()
    sources: tuple[Index, ...] = Field(min_length=1)


class TripEvent(Model):
    """One journey. The fields are those of a Trip; `history` is how its status moved, in the order of telling."""

    schema_version: Literal["1"] = "1"
    kind: Literal["trip"] = "trip"
    id: str
    status: TripStatus | None = None
    background: bool = False
    direction: Settled[Direction] | None = None
    leader: Settled[Person] | None = None
    organization: Settled[Organization] | None = None
    companions: tuple[Backed[Person | Organization], ...] = ()
    destinations: tuple[Backed[Place], ...] = ()
    countries: tuple[Backed[str], ...] = ()
    start: SettledDate | None = None
    end: SettledDate | None = None
    nights: Settled[int] | None = None
    days: Settled[int] | None = None
    purpose: Settled[str] | None = None
    stops: tuple[EventStop, ...] = ()
    history: tuple[TripStep, ...] = ()
    sources: tuple[EventSource, ...] = Field(min_length=1)
    confidence: float = Field(ge=0, le=1)


class MouEvent(Model):
    """One agreement. The fields are those of a Mou; `history` is how its status moved, in the order of telling."""

    schema_version: Literal["1"] = "1"
    kind: Literal["mou"] = "mou"
    id: str
    status: MouStatus | None = None
    background: bool = False
    type: Settled[MouType] | None = None
    title: Settled[str] | None = None
    parties: tuple[Backed[Organization], ...] = ()
    signatories: tuple[Backed[Person], ...] = ()
    date: SettledDate | None = None
    announced: SettledDate | None = None
    place: Settled[Place] | None = None
    venue: Settled[str] | None = None
    event: Settled[str] | None = None
    subjects: tuple[Backed[str], ...] = ()
    commitments: tuple[Backed[str], ...] = ()
    amounts: tuple[Backed[Amount], ...] = ()
    term: Settled[Duration] | None = None
    history: tuple[MouStep, ...] = ()
    sources: tuple[EventSource, ...] = Field(min_length=1)
    confidence: float = Field(ge=0, le=1)


Event = Annotated[TripEvent | MouEvent, Field(discriminator="kind")]
"""One journey or one agreement of the world; `kind` tells which."""


def event_schema() -> dict[str, Any]:
    """The JSON Schema of one event."""
    return TypeAdapter(Event).json_schema(mode="serialization")
