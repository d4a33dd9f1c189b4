"""Outcomes ↔ rows of nested columns, as Parquet and Arrow hold them. Plain Python: what the columns' types are is
`clipper.write.arrow`'s to know.

A row is one outcome. The fields of its source and article are columns of their own (`source_url`, `article_title`), the
trips and agreements a list each. `position` in either tells the record's place among both. Where a person or an
organisation may stand, `kind` says which it is. A failed input has `source_url`, `source_path` and `error` alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from clipper.records import Article, Clip, Failure, Organization, Person, Source

Row = dict[str, Any]

FLATTENED: dict[str, type[BaseModel]] = {"source": Source, "article": Article}
"""The parts of a clip whose fields become columns."""
LISTS = {"trip": "trips", "mou": "mous"}
"""The column that holds the records of a kind."""


def row_of(outcome: Clip | Failure) -> Row:
    """The row of an outcome; columns that it has nothing for are not in it."""
    if isinstance(outcome, Failure):
        source = outcome.source
        return {
            "schema_version": outcome.schema_version, "source_url": source.url, "source_path": source.path,
            "error": outcome.error.model_dump(),
        }
    row = outcome.model_dump()
    for part in FLATTENED:
        row |= {f"{part}_{name}": value for name, value in row.pop(part).items()}
    records = row.pop("records")
    row |= {column: [] for column in LISTS.values()}
    for position, record in enumerate(records):
        row[LISTS[record["kind"]]].append(_tagged(record) | {"position": position})
    return row


def outcome_of_row(row: Row) -> Clip | Failure:
    """The inverse of `row_of`; pydantic's ValidationError where the row is no outcome."""
    if row.get("error") is not None:
        source = {"url": row.get("source_url"), "path": row.get("source_path")}
        return Failure.model_validate({"source": source, "error": row["error"]})
    found: Row = {part: {} for part in FLATTENED}
    for column, value in row.items():
        part, _, name = column.partition("_")
        if part in FLATTENED:
            found[part][name] = value
        elif column not in (*LISTS.values(), "error"):
            found[column] = value
    return Clip.model_validate(found | {"records": list(_records(row))})


def _records(row: Row) -> Iterator[Row]:
    records = [record for column in LISTS.values() for record in row.get(column) or ()]
    for record in sorted(records, key=lambda record: int(record["position"])):
        yield _untagged({name: value for name, value in record.items() if name != "position"})


def _tagged(record: Row) -> Row:
    """Persons and organisations that share a list, told apart by `kind`."""
    for one in _either(record):
        one["kind"] = "organization" if "aliases" in one else "person"
    return record


def _untagged(record: Row) -> Row:
    for one in _either(record):
        known = (Person if one.pop("kind") == "person" else Organization).model_fields
        for name in [name for name in one if name not in known]:
            del one[name]
    return record


def _either(record: Row) -> Iterable[Row]:
    yield from record.get("companions") or ()
    for stop in record.get("stops") or ():
        yield from stop.get("meets") or ()
