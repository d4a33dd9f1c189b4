"""Events as CSV: one row each, the columns of a record, then how its status moved, what is disputed, and who tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from pydantic import BaseModel

from clipper.merge.event import Appearance, Backed, Event, Settled, SettledDate
from clipper.merge.record import record_of
from clipper.records import Amount, Organization, Person, Place
from clipper.write import cells
from clipper.write.csv import RECORD_COLUMNS, Row, record_row, write_rows

_TELLING = (
    "history", "disputed", "articles", "copies", "first_told", "last_told", "article_titles", "article_publishers",
    "source_urls",
)
EVENT_COLUMNS = (*(column for column in RECORD_COLUMNS if column != "evidence"), *_TELLING)
"""The columns of every CSV file of events, in this order."""


def write_events_csv(events: Iterable[Event], out: TextIO, *, excel: bool = False) -> None:
    """Header and rows; `excel` puts a byte-order mark first. `out` must not translate line ends."""
    write_rows(map(_row, events), EVENT_COLUMNS, out, excel=excel)


def _row(event: Event) -> Row:
    record = record_row(record_of(event))
    del record["evidence"]
    days = sorted(source.told for source in event.sources if source.told)
    return record | {
        "history": cells.join(" ".join(filter(None, (step.told, step.status))) for step in event.history),
        "disputed": cells.join(_disputed(event)),
        "articles": str(len(event.sources)),
        "copies": str(sum(len(source.copies) for source in event.sources)),
        "first_told": days[0] if days else "",
        "last_told": days[-1] if days else "",
        "article_titles": cells.join(source.title or "" for source in event.sources),
        "article_publishers": cells.join(dict.fromkeys(filter(None, (source.publisher for source in event.sources)))),
        "source_urls": cells.join(map(_where, event.sources)),
    }


def _where(source: Appearance) -> str:
    return source.url or source.path or ""


def _disputed(model: BaseModel, path: str = "") -> Iterator[str]:
    """`date=2025-06-11` for each value that other articles say instead, also of stops (`stops[0].until=2025-06-15`)."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(value, (Settled, SettledDate)):
            yield from (f"{path}{name}={_said(other)}" for other in value.others)
        elif name == "stops":
            for number, stop in enumerate(value):
                yield from _disputed(stop, f"stops[{number}].")


def _said(backed: Backed[Any]) -> str:
    value = backed.value
    if isinstance(value, Amount):
        return cells.amount(value)
    return cells.name_of(value) if isinstance(value, (Person, Organization, Place)) else str(value)
