"""Cards: one for each record, with its key facts and the words of the article they come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from clipper.cli.show import words
from clipper.cli.show.layout import Fact, facts, indented, rule, wrapped
from clipper.cli.show.quotes import quotes
from clipper.cli.show.totals import Totals
from clipper.labels import Language, field_label, label
from clipper.records import Clip, Failure, Mou, Record, Trip
from clipper.write.cells import amount

_DOUBTFUL = 0.5


def cards(outcomes: Iterable[Clip | Failure], language: Language, width: int) -> Iterator[Text]:
    """One part for each record and failed input, and a line that counts them."""
    totals = Totals()
    for outcome in totals.watch(outcomes):
        if isinstance(outcome, Failure):
            yield _failure(outcome, language, width)
            continue
        for record in outcome.records:
            yield _card(record, outcome, language, width)
    yield totals.line(language, width)


def _card(record: Record, clip: Clip, language: Language, width: int) -> Text:
    known = list(_trip_facts(record, language) if isinstance(record, Trip) else _mou_facts(record, language))
    source = "\n".join(filter(None, (words.source(clip), words.address(clip))))
    known.append((label("card", "source", language), Text(source)))
    quoted = (line for quote in quotes(record, clip.article.paragraphs) for line in indented(quote, width))
    return _joined(rule(width), *wrapped(_head(record, language), width), *facts(known, width), *quoted)


def _joined(*lines: Text) -> Text:
    """The lines of one card, and an empty one behind."""
    return Text("\n").join((*lines, Text()))


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


def _failure(failure: Failure, language: Language, width: int) -> Text:
    from clipper.cli.messages import told_failure

    head = Text(label("kind", "error", language), "bold red")
    return _joined(rule(width), head, *indented(Text(words.safe(told_failure(failure, language))), width))
