"""The table: a line or two for each record, as many columns as the terminal has room for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from clipper.cli.show import words
from clipper.cli.show.totals import Totals
from clipper.labels import Language, label
from clipper.records import Clip, Failure, Mou, Record, Trip

_AT_ONCE = 200
"""Rows of one table: its columns are measured by them, and what is printed need not wait for the rest."""
_NARROWEST, _NARROW, _MIDDLE = 32, 56, 80

Row = tuple[RenderableType, ...]


def table(outcomes: Iterable[Clip | Failure], language: Language, width: int) -> Iterator[RenderableType]:
    """Tables of up to 200 records each, and a line that counts them all."""
    totals = Totals()
    rows = _rows(totals.watch(outcomes), language, width)
    while part := list(islice(rows, _AT_ONCE)):
        yield _table(part, language, width)
    yield totals.line(language, width)


def _table(rows: Sequence[Row], language: Language, width: int) -> Table:
    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=width < _MIDDLE)
    for name in _columns(width):
        # Days and statuses are short and must not be broken; people and places share the rest.
        short = name in ("status", "when")
        made.add_column(_heading(name, language), overflow="fold", no_wrap=short, ratio=None if short else 2)
    for row in rows:
        made.add_row(*row)
    return made


def _columns(width: int) -> tuple[str, ...]:
    if width < _NARROWEST:
        return ("all",)
    if width < _NARROW:
        return ("status", "both", "when")
    return ("status", "who", "what", "when") if width < _MIDDLE else ("status", "who", "what", "when", "source")


def _heading(name: str, language: Language) -> str:
    if name == "status":
        return label("field", "status", language)
    return label("card", "everybody" if name in ("who", "both", "all") else name, language)


def _rows(outcomes: Iterable[Clip | Failure], language: Language, width: int) -> Iterator[Row]:
    names = _columns(width)
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            continue
        for record in outcome.records:
            cells = _cells(record, outcome, language)
            yield tuple(cells[name] for name in names)


def _cells(record: Record, clip: Clip, language: Language) -> dict[str, RenderableType]:
    days = words.span(record.start, record.end) if isinstance(record, Trip) else words.when(record, language)
    who, what = Text(words.who(record)), Text(_what(record, language))
    status = _lines(Text(label("kind", record.kind, language), "bold"), words.status(record, language))
    return {
        "status": status,
        "all": _lines(status, who, what, Text(days)),
        "who": who,
        "what": what,
        "both": _lines(who, Text(what.plain, "dim")),
        "when": Text(days.replace(" – ", "\n")),
        "source": Text(words.safe(clip.article.publisher) or words.address(clip), "dim"),
    }


def _lines(*texts: Text) -> Text:
    return Text("\n").join(text for text in texts if text)


def _what(record: Record, language: Language) -> str:
    """Where a trip goes; what an agreement is about."""
    if isinstance(record, Mou):
        return words.safe(record.title) or words.names(record.subjects[:2]) or words.where(record, language)
    return words.where(record, language)
