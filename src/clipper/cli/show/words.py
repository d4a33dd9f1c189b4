"""What cards and tables say of a record: each value in words that are safe on a terminal."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.text import Text

from clipper.cli.terminal import plain
from clipper.labels import Language, country_label, label, status_label
from clipper.records import Clip, Organization, Person, Place, Record, Stop, Trip
from clipper.write.cells import name_of

STATUS = {
    "planned": "yellow", "proposed": "yellow", "ongoing": "cyan", "completed": "green", "signed": "green",
    "cancelled": "red", "ended": "red", "postponed": "magenta",
}
"""Colours of statuses; the word is there too, for who sees no colour."""


def safe(text: str | None) -> str:
    """Words of a page in one line, with nothing in them that a terminal acts on."""
    return plain(" ".join((text or "").split()))


def names(values: Sequence[Person | Organization | Place | str]) -> str:
    """Names side by side."""
    return ", ".join(safe(name_of(value)) for value in values)


def person(one: Person | None) -> str:
    """`서이준 창원시 시장`."""
    return " ".join(safe(word) for word in (one.name, one.organization, one.title) if word) if one else ""


def status(record: Record, language: Language) -> Text:
    """The status in its colour."""
    return Text(status_label(record.kind, record.status, language), STATUS.get(record.status or "", ""))


def who(record: Record) -> str:
    """Who travels, or who agrees."""
    if isinstance(record, Trip):
        sender = safe(record.organization.name) if record.organization else ""
        leader = person(record.leader)
        return leader if not sender or sender in leader else f"{leader} ({sender})" if leader else sender
    return " · ".join(safe(party.name) for party in record.parties)


def where(record: Record, language: Language) -> str:
    """Where it goes, with the countries that its places do not name; where an agreement is signed."""
    if not isinstance(record, Trip):
        return safe(record.place.name) if record.place else ""
    countries = ", ".join(safe(country_label(code, language)) for code in record.countries)
    places = ", ".join(dict.fromkeys(safe(place.name) for place in record.destinations))
    return f"{places} ({countries})" if places and countries and places != countries else places or countries


def when(record: Record, language: Language) -> str:
    """The days of a trip or the day of a signing."""
    if not isinstance(record, Trip):
        return safe(record.date)
    stay = _stay(record, language)
    days = span(record.start, record.end)
    return f"{days} ({stay})" if days and stay else days or stay


def span(first: str | None, last: str | None) -> str:
    """`2025-06-10 – 2025-06-14`; what is open stays open."""
    if first == last or not last:
        return safe(first)
    return f"{safe(first)} – {safe(last)}".strip()


def _stay(trip: Trip, language: Language) -> str:
    numbers = {"nights": trip.nights, "days": trip.days}
    known = {name: number for name, number in numbers.items() if number is not None}
    if not known:
        return ""
    form = "stay" if len(known) == 2 else next(iter(known))
    return label("card", form, language).format(*known.values())


def duration(text: str | None, language: Language) -> str:
    """`P3Y` in words."""
    return " ".join(label("unit", unit, language).format(number) for number, unit in re.findall(r"(\d+)([YMWD])", text or ""))


def stop(one: Stop) -> str:
    """`2025-06-12 셔브룩: 포럼 참석`, and who is visited and met."""
    place = safe(one.place.name) if one.place else ""
    head = " ".join(filter(None, (span(one.date, one.until), safe(one.part_of_day), place)))
    tail = ", ".join(filter(None, (safe(one.activity), names(one.visits), names(one.meets))))
    return ": ".join(filter(None, (head, tail)))


def source(clip: Clip) -> str:
    """`제목 — 새길신문 2025-04-11`."""
    article = clip.article
    behind = " ".join(filter(None, (safe(article.publisher), safe((article.published or "")[:10]))))
    return " — ".join(filter(None, (safe(article.title), behind)))


def address(clip: Clip) -> str:
    """Where the article is."""
    return safe(clip.source.url or clip.source.path)
