"""Where a record is on the map: its countries, and a point for each place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from clipper.data import rows
from clipper.records import Mou, Organization, Person, Place, Trip
from clipper.report.projection import project

HOME = "KR"

Point = tuple[int, int, str, str]
"""x, y in units of the map, the place's name (empty for a whole country), the country's code (empty where unknown)."""


def countries_of(record: Trip | Mou) -> list[str]:
    """ISO codes of the countries a record touches: destinations and counterparts, in order of mention."""
    found = [*_destinations(record), *(code for code in _counterparts(record) if code != HOME or _is_mou(record))]
    return list(dict.fromkeys(found))


def points_of(record: Trip | Mou, countries: Iterable[str]) -> list[Point]:
    """A point for each place whose coordinates are known, and one for each foreign country without such a place."""
    points = [
        (*project(place.latitude, place.longitude), place.name, place.country or "")
        for place in _places(record) if place.latitude is not None and place.longitude is not None
    ]
    placed = {country for *_, country in points} | {HOME}
    whole = [(*_middles()[code], "", code) for code in countries if code not in placed and code in _middles()]
    return list(dict.fromkeys([*points, *whole]))


def _is_mou(record: Trip | Mou) -> bool:
    return isinstance(record, Mou)


def _places(record: Trip | Mou) -> list[Place]:
    if isinstance(record, Mou):
        return [record.place] if record.place else []
    return [*record.destinations, *(stop.place for stop in record.stops if stop.place)]


def _destinations(record: Trip | Mou) -> Iterator[str]:
    if isinstance(record, Trip):
        yield from record.countries
    yield from (place.country for place in _places(record) if place.country)


def _counterparts(record: Trip | Mou) -> Iterator[str]:
    """Countries of the bodies in a record. An own body of a trip's is no counterpart: see `countries_of`."""
    bodies: list[Person | Organization | None]
    if isinstance(record, Mou):
        bodies = [*record.parties]
    else:
        bodies = [record.organization, *(body for stop in record.stops for body in stop.meets)]
    yield from (body.country for body in bodies if isinstance(body, Organization) and body.country)


@cache
def _middles() -> dict[str, tuple[int, int]]:
    """A point among the people of each country."""
    return {row["code"]: project(float(row["lat"]), float(row["lon"])) for row in rows("countries") if row["lat"]}
