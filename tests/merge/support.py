"""Clips to merge: records of a few words, every value grounded in the one paragraph there is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from clipper.merge import Event, MouEvent, TripEvent, merge_clips
from clipper.records import (
    Article,
    Clip,
    Evidence,
    Mou,
    Organization,
    Person,
    Place,
    Record,
    Source,
    Stop,
    Trip,
    paths_of,
)

TEXT = "가온시 소식"
PLACES = {
    "다르항": Place(name="다르항", country="MN", region="MN-037"), "울란바토르": Place(name="울란바토르", country="MN", region="MN-1"),
    "몽골": Place(name="몽골", country="MN"), "오사카": Place(name="오사카", country="JP", region="JP-27"),
}


def trip(leader: str | None = "한봄", to: Iterable[str] = ("다르항",), **more: Any) -> Trip:
    """A journey of the mayor of 가온시 to Mongolia."""
    places = tuple(PLACES[name] for name in to)
    known: dict[str, Any] = {
        "id": "trip-1", "direction": "outbound", "status": "planned", "confidence": 0.9,
        "leader": Person(name=leader, title="시장", organization="가온시") if leader else None,
        "organization": Organization(name="가온시"), "destinations": places,
        "countries": tuple(dict.fromkeys(place.country for place in places if place.country)),
    }
    return Trip(**{**known, **more})


def mou(parties: Iterable[str] = ("가온시", "나래대학교"), subject: str | None = "양자 인력 양성", **more: Any) -> Mou:
    """An agreement of 가온시 with a university."""
    known: dict[str, Any] = {
        "id": "mou-1", "type": "mou", "status": "signed", "confidence": 0.9,
        "parties": tuple(Organization(name=name) for name in parties), "subjects": (subject,) if subject else (),
    }
    return Mou(**{**known, **more})


def stop(date: str | None, place: str | None = "다르항", **more: Any) -> Stop:
    """A stop on the way."""
    return Stop(date=date, place=PLACES[place] if place else None, **more)


def clip(name: str, *records: Record, told: str | None = "2025-06-10", paragraphs: Sequence[str] = (), **source: Any) -> Clip:
    """A clip of an article of that name."""
    grounded = tuple(
        record.model_copy(update={"evidence": tuple(
            Evidence(field=path, paragraph=0, start=0, end=3, text=TEXT[:3]) for path in paths_of(record)
        )})
        for record in records
    )
    text = (TEXT, hashlib.sha512(name.encode()).hexdigest(), *paragraphs)
    published = f"{told}T09:00:00+09:00" if told else None
    where = {"url": f"https://news.example/{name}", "sha256": name.ljust(64, "0"), **source}
    return Clip(
        source=Source(extractor="clipper", **where), article=Article(title=name, published=published, paragraphs=text),
        records=grounded,
    )


def told_together(*clips: Clip) -> set[frozenset[str]]:
    """The names of the articles (their titles) of each event."""
    return {frozenset(source.title or "" for source in event.sources) for event in merge_clips(clips)}


def one_trip(*clips: Clip) -> TripEvent:
    """The one journey that these clips tell of."""
    (event,) = merge_clips(clips)
    assert isinstance(event, TripEvent)
    return event


def one_mou(*clips: Clip) -> MouEvent:
    """The one agreement that these clips tell of."""
    (event,) = merge_clips(clips)
    assert isinstance(event, MouEvent)
    return event


def members(event: Event) -> set[tuple[str | None, str]]:
    """Which records are in an event: by the hash of the article and the record's own id."""
    places = [place for source in event.sources for place in (source, *source.copies)]
    return {(place.sha256, record) for place in places for record in place.records}
