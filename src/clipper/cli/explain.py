"""`--explain`: the article with its mentions coloured by role, and for each record which rule read what from where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from clipper.cli.terminal import masked
from clipper.extract import Extraction
from clipper.extract.analysis import Analysis
from clipper.extract.drafts import filled
from clipper.extract.spans import Span
from clipper.records import Dropped, Record

# One style a role; drawn in this order, so that a person stands out inside an organisation.
STYLES = {
    "place": "green",
    "organisation": "cyan",
    "person": "bold yellow",
    "date": "magenta",
    "money": "blue",
    "trigger": "bold reverse",
}
_SHOWN = 60


def render(extraction: Extraction, console: Console, *, dropped: Sequence[Dropped] = ()) -> None:
    """Print the whole explanation of one article."""
    console.print(_legend())
    for line in _article(extraction):
        console.print(line)
    for record, draft in zip(extraction.records, extraction.drafts, strict=True):
        console.print(_record(record, draft, extraction.analysis))
    if dropped:
        console.print(_dropped(dropped))


def _legend() -> Text:
    return Text("  ").join(Text(role, style) for role, style in STYLES.items())


def _spans(extraction: Extraction) -> Iterator[tuple[str, Span]]:
    read = extraction.analysis
    for role, mentions in (
        ("place", read.places),
        ("organisation", read.orgs),
        ("person", read.people),
        ("date", read.dates),
        ("money", read.money),
    ):
        yield from ((role, mention.span) for mention in mentions)
    yield from (("trigger", draft.trigger) for draft in extraction.drafts)


def _article(extraction: Extraction) -> list[Text]:
    lines = [Text(f"[{i}] {masked(said)}") for i, said in enumerate(extraction.analysis.article.paragraphs)]
    for role, span in _spans(extraction):
        shift = len(f"[{span.paragraph}] ")
        lines[span.paragraph].stylize(Style.parse(STYLES[role]), span.start + shift, span.end + shift)
    return lines


def _record(record: Record, draft: object, read: Analysis) -> Table:
    table = Table(title=f"{record.kind} {record.id}  confidence {record.confidence:.2f}", title_justify="left")
    for column in ("field", "value", "rule", "from the words"):
        table.add_column(column, overflow="fold")
    for path, value in filled(draft):  # type: ignore[arg-type]
        words = " … ".join(f"[{s.paragraph}:{s.start}] {read.text(s)[:_SHOWN]}" for s in dict.fromkeys(value.spans))
        table.add_row(Text(path), Text(masked(_short(value.value))), Text(value.rule), Text(masked(words)))
    return table


def _short(value: object) -> str:
    parts = value.model_dump(exclude_none=True) if hasattr(value, "model_dump") else None
    if parts is None:
        return str(value)
    return ", ".join(f"{key} {said}" for key, said in parts.items() if said not in ((), None))


def _dropped(dropped: Sequence[Dropped]) -> Table:
    table = Table(title="dropped lines", title_justify="left")
    table.add_column("reason")
    table.add_column("line", overflow="fold")
    for line in dropped:
        table.add_row(Text(line.reason), Text(masked(line.text[:200])))
    return table
