"""Outcomes → a calendar (RFC 5545): one entry for each trip, each dated stop and each dated agreement.

Only whole days become entries: a calendar has no place for `XXXX-06-03`. Nothing comes from a clock: an entry is stamped
with the time its article was published, and its UID comes from the record and the article.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from typing import TextIO
from urllib.parse import quote

from clipper.export.ical import component, folded, text
from clipper.export.sheets import traveller
from clipper.export.values import Link, link, whole_day
from clipper.labels import Language, country_label, label, status_label
from clipper.records import Clip, Failure, Mou, Place, Record, Stop, Trip
from clipper.write import cells

_STATUS = {"cancelled": "CANCELLED", "postponed": "TENTATIVE", "proposed": "TENTATIVE"}
_URI = ":/?#[]@!$&'()*+,;=%~"
"""What an address (RFC 3986) keeps; all else but letters and digits is written in percent."""
_LONGEST = timedelta(days=366)
"""A stretch of more is a slip of the pen (or of ours), and would cover every other entry: only its first day is shown."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: whole days, the last included."""

    uid: str
    stamp: datetime
    first: date
    last: date
    summary: str
    place: Place | None
    country: str | None
    description: str
    url: str | None
    status: str
    category: str


def write_calendar(outcomes: Iterable[Clip | Failure], out: TextIO, *, language: Language = "en") -> int:
    """Write the calendar; the number of records that have no whole day, and so no entry.

    `out` must not translate line ends. Failed inputs have no entry. An article told twice has its entries once.
    """
    title = text(" · ".join((label("sheet", "trips", language), label("sheet", "agreements", language))))
    head = (("VERSION", "2.0"), ("PRODID", "-//clipper//clipper//EN"), ("CALSCALE", "GREGORIAN"), ("X-WR-CALNAME", title))
    out.write(folded("BEGIN", "VCALENDAR"))
    out.writelines(folded(*line) for line in head)
    left_out, seen = 0, set[str]()
    for clip in outcomes:
        for record in clip.records:
            found = list(_entries(record, clip, language)) if isinstance(clip, Clip) else []
            left_out += not found
            for entry in found:
                if entry.uid not in seen:
                    seen.add(entry.uid)
                    out.writelines(component("VEVENT", _lines(entry)))
    out.write(folded("END", "VCALENDAR"))
    return left_out


def _lines(entry: Entry) -> Iterator[tuple[str, str]]:
    yield "UID", text(entry.uid)
    yield "DTSTAMP", f"{entry.stamp:%Y%m%dT%H%M%SZ}"
    yield "DTSTART;VALUE=DATE", _day(entry.first)
    if entry.last < date.max:
        yield "DTEND;VALUE=DATE", _day(entry.last + timedelta(days=1))  # the day after (3.8.2.2)
    yield "SUMMARY", text(entry.summary)
    yield "DESCRIPTION", text(entry.description)
    yield "CATEGORIES", text(entry.category)
    yield "STATUS", entry.status
    yield "TRANSP", "TRANSPARENT"  # somebody else's days: nobody is busy on them
    if entry.place:
        yield "LOCATION", text(", ".join(filter(None, (entry.place.name, entry.country))))
        if entry.place.latitude is not None and entry.place.longitude is not None:
            yield "GEO", f"{entry.place.latitude:.6f};{entry.place.longitude:.6f}"
    if entry.url:
        yield "URL", entry.url


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _entries(record: Record, clip: Clip, language: Language) -> Iterator[Entry]:
    return _trip_entries(record, clip, language) if isinstance(record, Trip) else _mou_entry(record, clip, language)


def _trip_entries(trip: Trip, clip: Clip, language: Language) -> Iterator[Entry]:
    who = traveller(trip)
    days = _days(trip.start, trip.end)
    if days:
        where = ", ".join(place.name for place in trip.destinations)
        only = trip.destinations[0] if trip.destinations else None
        yield _entry(trip, clip, language, "", days, f"{who} → {where}" if where else who, only, (trip.purpose,))
    for number, stop in enumerate(trip.stops):
        if days := _days(stop.date, stop.until):
            yield _entry(trip, clip, language, f"-stop{number}", days, _stop_title(who, stop), stop.place, _stop_notes(stop))


def _stop_title(who: str, stop: Stop) -> str:
    what = stop.activity or ", ".join(stop.visits) or (stop.place.name if stop.place else "")
    return f"{who}: {what}" if what else who


def _stop_notes(stop: Stop) -> tuple[str | None, ...]:
    return (stop.part_of_day, ", ".join(stop.visits), ", ".join(map(cells.name_of, stop.meets)))


def _mou_entry(mou: Mou, clip: Clip, language: Language) -> Iterator[Entry]:
    if days := _days(mou.date, None):
        names = " · ".join(party.name for party in mou.parties)
        what = mou.title or (label("mou_type", mou.type, language) if mou.type else label("kind", "mou", language))
        yield _entry(mou, clip, language, "", days, f"{names}: {what}", mou.place, (mou.venue, ", ".join(mou.subjects)))


def _days(first: str | None, last: str | None) -> tuple[date, date] | None:
    start, end = whole_day(first), whole_day(last)
    if start is None:
        return None
    return (start, end if end and timedelta(0) <= end - start <= _LONGEST else start)


def _entry(
    record: Record, clip: Clip, language: Language, part: str, days: tuple[date, date], title: str,
    place: Place | None, notes: Sequence[str | None],
) -> Entry:
    status = status_label(record.kind, record.status, language)
    address = link(clip.source.url)
    source = (clip.article.title, clip.article.publisher, clip.source.url or clip.source.path)
    quotes = dict.fromkeys(f"“{said.text}”" for said in record.evidence if said.field in ("start", "end", "date"))
    return Entry(
        uid=f"{record.id}{part}-{_digest(clip)}@clipper",
        stamp=_stamp(clip),
        first=days[0],
        last=days[1],
        summary=f"[{status}] {title}" if status else title,
        place=place,
        country=country_label(place.country, language) if place and place.country else None,
        description="\n".join(filter(None, chain(notes, quotes, source))),
        url=quote(address.url, safe=_URI) if isinstance(address, Link) else None,
        status=_STATUS.get(record.status or "", "CONFIRMED"),
        category=label("kind", record.kind, language),
    )


def _digest(clip: Clip) -> str:
    """What tells articles apart, whatever run they come from."""
    source = clip.source
    return hashlib.sha256((source.url or source.sha256 or source.path or "").encode(errors="replace")).hexdigest()[:12]


def _stamp(clip: Clip) -> datetime:
    """When the article was published, as UTC; the epoch where nobody knows."""
    for told in (clip.article.published, clip.article.reference_date):
        try:
            found = datetime.fromisoformat(told or "")
            return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
        except (ValueError, OverflowError):
            continue
    return datetime.fromtimestamp(0, UTC)
