"""Cards: one for each record, with its key facts and the words of the article they come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from clipper.cli.show import words
from clipper.cli.show.quotes import quotes
from clipper.cli.show.totals import Totals
from clipper.labels import Language, field_label, label
from clipper.records import Clip, Failure, Mou, Record, Trip
from clipper.write.cells import amount

_NARROW = 60
"""On fewer columns a label stands above its value, not beside it."""
_DOUBTFUL = 0.5


def cards(outcomes: Iterable[Clip | Failure], language: Language, width: int) -> Iterator[RenderableType]:
    """One part for each record and failed input, and a line that counts them."""
    totals = Totals()
    for outcome in totals.watch(outcomes):
        if isinstance(outcome, Failure):
            yield _failure(outcome, language)
            continue
        for record in outcome.records:
            yield _card(record, outcome, language, width)
    yield totals.line(language)


def _card(record: Record, clip: Clip, language: Language, width: int) -> RenderableType:
    facts = list(_trip_facts(record, language) if isinstance(record, Trip) else _mou_facts(record, language))
    facts.append((label("card", "source", language), Text("\n".join(filter(None, (words.source(clip), words.address(clip)))))))
    said = [Padding(quote, (0, 0, 0, 2)) for quote in quotes(record, clip.article.paragraphs)]
    body = _stacked(facts) if width < _NARROW else _side_by_side(facts)
    return Group(Rule(style="dim"), _head(record, language), body, *said, "")


def _head(record: Record, language: Language) -> Text:
    """`방문 · 예정 · 해외 방문 · 0.98`."""
    group, code = ("direction", record.direction) if isinstance(record, Trip) else ("mou_type", record.type)
    parts = [
        Text(label("kind", record.kind, language), "bold"),
        words.status(record, language),
        Text(label(group, code, language) if code else ""),
        Text(label("card", "background", language) if record.background else "", "dim"),
        Text(f"{record.confidence:.2f}", "red" if record.confidence < _DOUBTFUL else "dim"),
    ]
    return Text(" · ").join(part for part in parts if part)


Fact = tuple[str, Text]


def _trip_facts(trip: Trip, language: Language) -> Iterator[Fact]:
    yield label("card", "who", language), Text(words.who(trip), "bold")
    yield label("card", "where", language), Text(words.where(trip, language))
    yield label("card", "when", language), Text(words.when(trip, language))
    yield field_label("companions", language), Text(words.names(trip.companions))
    yield field_label("purpose", language), Text(words.safe(trip.purpose))
    yield field_label("stops", language), Text("\n".join(filter(None, map(words.stop, trip.stops))))


def _mou_facts(mou: Mou, language: Language) -> Iterator[Fact]:
    where = (mou.place.name if mou.place else None, mou.venue, mou.event)
    yield label("card", "parties", language), Text(words.who(mou), "bold")
    yield field_label("title", language, kind="mou"), Text(words.safe(mou.title))
    yield field_label("date", language, kind="mou"), Text(words.when(mou, language))
    yield field_label("announced", language), Text(words.safe(mou.announced))
    yield field_label("place", language), Text(", ".join(words.safe(one) for one in where if one))
    yield field_label("signatories", language), Text(", ".join(map(words.person, mou.signatories)))
    yield field_label("subjects", language), Text(words.names(mou.subjects))
    yield field_label("amounts", language), Text(", ".join(f"{words.safe(one.text)} ({amount(one)})" for one in mou.amounts))
    yield field_label("term", language), Text(words.duration(mou.term, language))


def _side_by_side(facts: list[Fact]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 2))
    grid.add_column(style="dim", width=max(cell_len(name) for name, value in facts if value))
    grid.add_column(overflow="fold", ratio=1)
    for name, value in facts:
        if value:
            grid.add_row(name, value)
    return grid


def _stacked(facts: list[Fact]) -> Group:
    parts: list[RenderableType] = []
    for name, value in facts:
        if value:
            value.overflow = "fold"
            parts += [Text(name, "dim"), Padding(value, (0, 0, 0, 2))]
    return Group(*parts)


def _failure(failure: Failure, language: Language) -> RenderableType:
    from clipper.cli.messages import told_failure

    head = Text(label("kind", "error", language), "bold red")
    return Group(Rule(style="dim"), head, Padding(Text(words.safe(told_failure(failure, language)), overflow="fold"), (0, 0, 0, 2)), "")
