"""Outcomes as CSV (RFC 4180): one row per record, and one per failed input.

The article's columns are repeated on each of its rows. An article without records has no row. A failed input has a
row with `source_url`, `source_path` and the three `error_` columns alone. Lists are joined by `; `.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from clipper.records import Clip, Failure, Mou, Person, Record, Trip
from clipper.write import cells

ARTICLE_COLUMNS = (
    "source_url", "source_path", "source_sha256", "article_title", "article_publisher", "article_authors",
    "article_published", "article_modified", "article_reference_date", "article_section",
)
RECORD_COLUMNS = (
    "kind", "id", "status", "background", "confidence", "direction", "leader_name", "leader_title",
    "leader_organization", "organization", "companions", "destinations", "countries", "start", "end",
    "nights", "days", "purpose", "stops", "visits", "meets", "type", "title", "parties", "signatories",
    "date", "announced", "place", "venue", "event", "subjects", "commitments", "amounts", "term",
    "evidence",
)
ERROR_COLUMNS = ("error_code", "error_stage", "error_message")
COLUMNS = (*ARTICLE_COLUMNS, *RECORD_COLUMNS, *ERROR_COLUMNS, "copies")
"""The columns of every CSV file of clipper, in this order."""

BYTE_ORDER_MARK = "\ufeff"

Row = dict[str, str]


def write_csv(
    outcomes: Iterable[Clip | Failure], out: TextIO, *, records_only: bool = False, excel: bool = False
) -> None:
    """Header and rows. `excel` puts a byte-order mark first; `records_only` leaves out the rows of failed inputs.

    `out` must not translate line ends (`newline=""` or `"\\n"`).
    """
    write_rows(_rows(outcomes, records_only=records_only), COLUMNS, out, excel=excel)


def write_rows(rows: Iterable[Row], columns: Sequence[str], out: TextIO, *, excel: bool = False) -> None:
    """Header and rows as every CSV file of clipper has them; a column that a row lacks is empty, and no cell is a formula."""
    if excel:
        out.write(BYTE_ORDER_MARK)
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({column: cells.neutral(cell) for column, cell in row.items() if cell} for row in rows)


def _rows(outcomes: Iterable[Clip | Failure], *, records_only: bool) -> Iterator[Row]:
    for outcome in outcomes:
        if isinstance(outcome, Clip):
            yield from _clip_rows(outcome)
        elif not records_only:
            yield _failure_row(outcome)


def _clip_rows(clip: Clip) -> Iterator[Row]:
    shared = _article_row(clip)
    for record in clip.records:
        yield shared | record_row(record)


def _article_row(clip: Clip) -> Row:
    source, article = clip.source, clip.article
    return {
        "source_url": source.url or "",
        "source_path": source.path or "",
        "source_sha256": source.sha256 or "",
        "article_title": article.title or "",
        "article_publisher": article.publisher or "",
        "article_authors": cells.join(article.authors),
        "article_published": article.published or "",
        "article_modified": article.modified or "",
        "article_reference_date": article.reference_date or "",
        "article_section": article.section or "",
        "copies": cells.join(filter(None, (copy.url or copy.path for copy in clip.copies))),
    }


def record_row(record: Record) -> Row:
    """The cells of a record, by column of RECORD_COLUMNS."""
    common = {
        "kind": record.kind,
        "id": record.id,
        "status": record.status or "",
        "background": str(record.background).lower(),
        "confidence": f"{record.confidence:.2f}",
        "evidence": cells.join(map(cells.evidence, record.evidence)),
    }
    return common | (_trip_row(record) if isinstance(record, Trip) else _mou_row(record))


def _trip_row(trip: Trip) -> Row:
    leader = trip.leader or Person()
    return {
        "direction": trip.direction or "",
        "leader_name": leader.name or "",
        "leader_title": leader.title or "",
        "leader_organization": leader.organization or "",
        "organization": trip.organization.name if trip.organization else "",
        "companions": cells.join(map(cells.name_of, trip.companions)),
        "destinations": cells.join(place.name for place in trip.destinations),
        "countries": cells.join(trip.countries),
        "start": trip.start or "",
        "end": trip.end or "",
        "nights": "" if trip.nights is None else str(trip.nights),
        "days": "" if trip.days is None else str(trip.days),
        "purpose": trip.purpose or "",
        "stops": cells.join(map(cells.stop, trip.stops)),
        "visits": cells.join(dict.fromkeys(visit for stop in trip.stops for visit in stop.visits)),
        "meets": cells.join(dict.fromkeys(cells.name_of(one) for stop in trip.stops for one in stop.meets)),
    }


def _mou_row(mou: Mou) -> Row:
    return {
        "type": mou.type or "",
        "title": mou.title or "",
        "parties": cells.join(party.name for party in mou.parties),
        "signatories": cells.join(map(cells.name_of, mou.signatories)),
        "date": mou.date or "",
        "announced": mou.announced or "",
        "place": mou.place.name if mou.place else "",
        "venue": mou.venue or "",
        "event": mou.event or "",
        "subjects": cells.join(mou.subjects),
        "commitments": cells.join(mou.commitments),
        "amounts": cells.join(map(cells.amount, mou.amounts)),
        "term": mou.term or "",
    }


def _failure_row(failure: Failure) -> Row:
    return {
        "source_url": failure.source.url or "",
        "source_path": failure.source.path or "",
        "error_code": failure.error.code,
        "error_stage": failure.error.stage,
        "error_message": failure.error.message,
    }
