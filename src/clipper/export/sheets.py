"""Outcomes → rows of the workbook's sheets: what an analyst reads, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from clipper.export.values import Cell, Link, Row, day, link, moment
from clipper.labels import Language, country_label, field_label, label, status_label
from clipper.records import Amount, Clip, Failure, Mou, Organization, Person, Place, Record, Stop, Trip
from clipper.write import cells

_ARTICLE = ("heading.article_title", "article.publisher", "heading.published_kst", "heading.link")


@dataclass(frozen=True, slots=True)
class Telling:
    """One article with its number in the workbook, and the language to say it in."""

    clip: Clip
    number: int
    language: Language

    def word(self, group: str, code: str | None) -> str | None:
        """The label of a code; None for none."""
        return label(group, code, self.language) if code else None

    def flag(self, value: bool) -> str:
        """`yes` or `no`."""
        return label("flag", str(value).lower(), self.language)

    def countries(self, codes: Sequence[str]) -> str:
        """The names of countries, joined."""
        return cells.join(country_label(code, self.language) for code in codes)

    @property
    def link(self) -> Link | str | None:
        """Where the article is: its address, or the file."""
        source = self.clip.source
        return link(source.url) or source.path

    @property
    def article(self) -> Row:
        """The columns that every record repeats of its article."""
        article = self.clip.article
        return (article.title, article.publisher, moment(article.published), self.link)


def _names(values: Sequence[Person | Organization | Place | str]) -> str:
    return cells.join(map(cells.name_of, values))


def _name(value: Organization | Place | None) -> str | None:
    return value.name if value else None


def _only(amounts: Sequence[Amount]) -> tuple[float | None, str | None]:
    """Value and currency where there is one amount: several are never summed up."""
    return (amounts[0].value, amounts[0].currency) if len(amounts) == 1 else (None, None)


def _trips(told: Telling) -> Iterator[Row]:
    for trip in told.clip.records:
        if isinstance(trip, Trip):
            leader = trip.leader or Person()
            yield (
                trip.id, status_label("trip", trip.status, told.language), told.word("direction", trip.direction),
                leader.name, leader.title, leader.organization, _name(trip.organization),
                _names(trip.companions), _names(trip.destinations), told.countries(trip.countries), day(trip.start),
                day(trip.end), trip.nights, trip.days, trip.purpose, told.flag(trip.background), trip.confidence,
                *told.article,
            )


def _stops(told: Telling) -> Iterator[Row]:
    for trip in told.clip.records:
        if isinstance(trip, Trip):
            yield from ((trip.id, number, traveller(trip), *_stop(stop, told)) for number, stop in enumerate(trip.stops, 1))


def traveller(trip: Trip) -> str:
    """Who travels, in a word: the leader with the office, or who sends."""
    leader = trip.leader or Person()
    sender = leader.organization or (trip.organization.name if trip.organization else None)
    return " ".join(dict.fromkeys(filter(None, (leader.name, sender, leader.title))))


def _stop(stop: Stop, told: Telling) -> Row:
    place = stop.place
    where: Row = (None,) * 5
    if place:
        country = country_label(place.country, told.language) if place.country else None
        where = (place.name, country, place.region, place.latitude, place.longitude)
    when = (day(stop.date), day(stop.until), stop.part_of_day)
    return (*when, *where, stop.activity, _names(stop.visits), _names(stop.meets), told.link)


def _agreements(told: Telling) -> Iterator[Row]:
    for mou in told.clip.records:
        if isinstance(mou, Mou):
            value, currency = _only(mou.amounts)
            yield (
                mou.id, status_label("mou", mou.status, told.language), told.word("mou_type", mou.type), mou.title,
                _names(mou.parties), _names(mou.signatories), day(mou.date), day(mou.announced),
                _name(mou.place), mou.venue, mou.event, _names(mou.subjects), _names(mou.commitments),
                cells.join(amount.text for amount in mou.amounts), value, currency, mou.term,
                told.flag(mou.background), mou.confidence, *told.article,
            )


def _parties(told: Telling) -> Iterator[Row]:
    for mou in told.clip.records:
        if isinstance(mou, Mou):
            for number, party in enumerate(mou.parties):
                others = [other for place, other in enumerate(mou.parties) if place != number]
                country = country_label(party.country, told.language) if party.country else None
                yield (
                    mou.id, number + 1, party.name, cells.join(party.aliases), country, _names(others),
                    status_label("mou", mou.status, told.language), day(mou.date), told.link,
                )


def _articles(told: Telling) -> Iterator[Row]:
    source, article = told.clip.source, told.clip.article
    trips = sum(isinstance(record, Trip) for record in told.clip.records)
    yield (
        told.number, article.title, article.subtitle, article.publisher, cells.join(article.authors),
        moment(article.published), moment(article.modified), day(article.reference_date), article.section, trips,
        len(told.clip.records) - trips, link(source.url), source.path, source.sha256,
        cells.join(warning.code for warning in told.clip.warnings),
        cells.join(filter(None, (copy.url or copy.path for copy in told.clip.copies))), "\n".join(article.paragraphs),
    )


def _evidence(told: Telling) -> Iterator[Row]:
    for record in told.clip.records:
        yield from _backing(record, told)


def _backing(record: Record, told: Telling) -> Iterator[Row]:
    for evidence in record.evidence:
        field = field_label(evidence.field, told.language, kind=record.kind)
        yield (record.id, field, evidence.text, told.number, evidence.paragraph + 1)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name and headings as keys of `labels.toml`, and the rows that an article gives it."""

    name: str
    headings: tuple[str, ...]
    rows: Callable[[Telling], Iterator[Row]]


SHEETS = (
    Sheet("trips", (
        "field.id", "field.status", "field.direction", "trip_field.leader", "heading.leader_title",
        "heading.leader_organization", "field.organization", "field.companions", "field.destinations",
        "field.countries", "trip_field.start", "trip_field.end", "field.nights", "field.days", "field.purpose",
        "field.background", "field.confidence", *_ARTICLE,
    ), _trips),
    Sheet("stops", (
        "heading.record", "heading.number", "heading.traveller", "field.date", "field.until", "field.part_of_day",
        "field.place", "field.country", "field.region", "field.latitude", "field.longitude", "field.activity",
        "field.visits", "field.meets", "heading.link",
    ), _stops),
    Sheet("agreements", (
        "field.id", "field.status", "field.type", "mou_field.title", "field.parties", "field.signatories",
        "mou_field.date", "field.announced", "mou_field.place", "field.venue", "field.event", "field.subjects",
        "field.commitments", "field.amounts", "heading.amount", "field.currency", "field.term", "field.background",
        "field.confidence", *_ARTICLE,
    ), _agreements),
    Sheet("parties", (
        "heading.record", "heading.number", "heading.party", "field.aliases", "field.country", "heading.other_parties",
        "field.status", "mou_field.date", "heading.link",
    ), _parties),
    Sheet("articles", (
        "heading.article_number", "article.title", "article.subtitle", "article.publisher", "article.authors",
        "heading.published_kst", "heading.modified_kst", "article.reference_date", "article.section", "heading.trips",
        "heading.agreements", "heading.link", "article.path", "article.sha256", "article.warnings", "article.copies",
        "heading.text",
    ), _articles),
    Sheet("evidence", (
        "heading.record", "field.field", "heading.words", "heading.article_number", "field.paragraph",
    ), _evidence),
)
"""The sheets of a workbook, in order; `errors` follows them."""

ERROR_HEADINGS = ("heading.link", "article.path", "error.code", "error.stage", "error.message", "error.hint")


def error_row(failure: Failure) -> Row:
    """The row of a failed input on the sheet of errors."""
    source, error = failure.source, failure.error
    row: tuple[Cell, ...] = (link(source.url), source.path, error.code, error.stage, error.message, error.hint)
    return row
