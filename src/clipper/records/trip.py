"""Trip: one official journey, as one article tells it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from clipper.records.base import Model
from clipper.records.edtf import OpenDate
from clipper.records.evidence import Evidence
from clipper.records.values import Organization, Person, Place

Direction = Literal["outbound", "inbound", "domestic", "foreign"]
TripStatus = Literal["planned", "ongoing", "completed", "cancelled", "postponed"]


class Stop(Model):
    """One place and stay of the itinerary; `date` is its first day, `until` its last where the article gives one."""

    date: OpenDate | None = None
    until: OpenDate | None = None
    part_of_day: str | None = None
    place: Place | None = None
    activity: str | None = None
    visits: tuple[str, ...] = ()
    meets: tuple[Person | Organization, ...] = ()


class Trip(Model):
    """One official journey of a person, or of an organisation's delegation."""

    kind: Literal["trip"] = "trip"
    id: str
    direction: Direction | None = None
    status: TripStatus | None = None
    background: bool = False
    leader: Person | None = None
    organization: Organization | None = None
    companions: tuple[Person | Organization, ...] = ()
    destinations: tuple[Place, ...] = ()
    countries: tuple[str, ...] = ()
    start: OpenDate | None = None
    end: OpenDate | None = None
    nights: int | None = Field(default=None, ge=0)
    days: int | None = Field(default=None, ge=0)
    purpose: str | None = None
    stops: tuple[Stop, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    confidence: float = Field(ge=0, le=1)
