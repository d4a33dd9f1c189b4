"""Outcomes → a SQLite database: normalised tables with foreign keys, indexes, views for common questions, and a README.

The tables are those of `schema.sql`. Values are as the records have them: nothing runs formulas here.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import closing
from importlib.resources import files
from itertools import count
from pathlib import Path
from typing import BinaryIO

from clipper.data import rows
from clipper.errors import WriteError
from clipper.export.values import well_formed
from clipper.labels import country_label
from clipper.records import Clip, Evidence, Failure, Mou, Organization, Person, Place, Record, Trip

Value = str | int | float | None
_AT_ONCE = 500
"""Articles whose rows are handed to SQLite together."""


def write_sqlite(outcomes: Iterable[Clip | Failure], out: BinaryIO) -> None:
    """Write the database file; the same outcomes give the same bytes (with one version of SQLite). WriteError where SQLite fails."""
    with tempfile.TemporaryDirectory(prefix="clipper-") as folder:
        path = Path(folder) / "clips.sqlite"
        try:
            _fill(path, outcomes)
        except sqlite3.Error as error:
            raise WriteError(f"SQLite: {error}") from error
        with path.open("rb") as made:
            shutil.copyfileobj(made, out)


def _fill(path: Path, outcomes: Iterable[Clip | Failure]) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as base:
        # Nobody else sees the file before it is whole: a journal would only cost time.
        base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON;")
        base.executescript(files("clipper.export").joinpath("schema.sql").read_text("utf-8"))
        tables = _Tables()
        base.execute("BEGIN")
        tables.add_countries()
        for number, outcome in enumerate(outcomes, 1):
            tables.add(outcome)
            if number % _AT_ONCE == 0:
                tables.flush(base)
        tables.flush(base)
        base.execute("COMMIT")


class _Tables:
    """Rows by table, until they are written, and the keys that were given so far."""

    def __init__(self) -> None:
        self.rows: dict[str, list[tuple[Value, ...]]] = defaultdict(list)
        self.keys = {name: count(1) for name in ("articles", "records", "stops", "parties", "errors")}

    def flush(self, base: sqlite3.Connection) -> None:
        """Write the rows, parents first: in the order in which tables first got a row."""
        for table, found in self.rows.items():
            if found:
                marks = ", ".join("?" * len(found[0]))
                base.executemany(f"INSERT INTO {table} VALUES ({marks})", found)  # noqa: S608 - our own names
                found.clear()

    def add(self, outcome: Clip | Failure) -> None:
        """The rows of one outcome."""
        if isinstance(outcome, Failure):
            source, error = outcome.source, outcome.error
            key = next(self.keys["errors"])
            self._row("errors", key, source.url, source.path, error.code, error.stage, error.message, error.hint)
            return
        article = self._article(outcome)
        for record in outcome.records:
            self._record(record, article)

    def add_countries(self) -> None:
        """The names of all countries."""
        for row in rows("country_labels"):
            self._row("countries", row["code"], row["name"], country_label(row["code"], "ko"))

    def _row(self, table: str, *values: Value) -> None:
        self.rows[table].append(tuple(well_formed(value) if isinstance(value, str) else value for value in values))

    def _list(self, table: str, key: int, items: Iterable[Sequence[Value]]) -> None:
        """Rows of a list: the key of their owner, their position, their values."""
        for position, values in enumerate(items):
            self._row(table, key, position, *values)

    def _article(self, clip: Clip) -> int:
        key = next(self.keys["articles"])
        source, article = clip.source, clip.article
        self._row(
            "articles", key, source.url, source.requested_url, source.path, source.media_type, source.encoding,
            source.sha256, source.fetched_at, source.extractor, article.title, article.subtitle, article.publisher,
            article.published, article.modified, article.reference_date, article.reference_source, article.section,
            article.canonical_url, article.dateline,
        )
        self._list("authors", key, ([name] for name in article.authors))
        self._list("paragraphs", key, ([text] for text in article.paragraphs))
        self._list("warnings", key, ((warning.code, warning.message) for warning in clip.warnings))
        self._list("copies", key, (
            (copy.url, copy.path, copy.title, copy.publisher, copy.published, copy.likeness) for copy in clip.copies
        ))
        return key

    def _record(self, record: Record, article: int) -> None:
        key = next(self.keys["records"])
        self._row(
            "records", key, article, record.kind, record.id, record.status, int(record.background), record.confidence
        )
        if isinstance(record, Trip):
            self._trip(record, key)
        else:
            self._mou(record, key)
        self._list("evidence", key, (_evidence(evidence, article) for evidence in record.evidence))

    def _trip(self, trip: Trip, key: int) -> None:
        leader = trip.leader or Person()
        self._row(
            "trips", key, trip.direction, leader.name, leader.title, leader.organization,
            trip.organization.name if trip.organization else None, trip.start, trip.end, trip.nights, trip.days,
            trip.purpose,
        )
        self._list("companions", key, map(_somebody, trip.companions))
        self._list("destinations", key, map(_place, trip.destinations))
        self._list("trip_countries", key, ([code] for code in trip.countries))
        for position, stop in enumerate(trip.stops):
            own = next(self.keys["stops"])
            self._row(
                "stops", own, key, position, stop.date, stop.until, stop.part_of_day, *_place(stop.place), stop.activity
            )
            self._list("visits", own, ([name] for name in stop.visits))
            self._list("meets", own, map(_somebody, stop.meets))

    def _mou(self, mou: Mou, key: int) -> None:
        self._row(
            "agreements", key, mou.type, mou.title, mou.date, mou.announced, *_place(mou.place), mou.venue, mou.event,
            mou.term,
        )
        for position, party in enumerate(mou.parties):
            own = next(self.keys["parties"])
            self._row("parties", own, key, position, party.name, party.country)
            self._list("party_aliases", own, ([alias] for alias in party.aliases))
        self._list("signatories", key, ((one.name, one.title, one.organization) for one in mou.signatories))
        self._list("subjects", key, ([text] for text in mou.subjects))
        self._list("commitments", key, ([text] for text in mou.commitments))
        self._list("amounts", key, ((amount.value, amount.currency, amount.text) for amount in mou.amounts))


def _place(place: Place | None) -> tuple[Value, ...]:
    if place is None:
        return (None,) * 5
    return (place.name, place.country, place.region, place.latitude, place.longitude)


def _somebody(one: Person | Organization) -> tuple[Value, ...]:
    if isinstance(one, Person):
        return ("person", one.name, one.title, one.organization)
    return ("organization", one.name, None, None)


def _evidence(evidence: Evidence, article: int) -> tuple[Value, ...]:
    return (article, evidence.field, evidence.paragraph, evidence.start, evidence.end, evidence.text)
