"""`clipper merge`: clips → events."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clipper.cli.options import clips_argument, confidence_option, file_option, format_for, made_by

if TYPE_CHECKING:
    from clipper.records import Clip, Failure

_EPILOG = """\b
Examples:
  clipper merge clips.jsonl > events.jsonl
  clipper merge june.jsonl july.jsonl.gz -o events.json
  clipper merge clips.jsonl -o events.csv --excel
  clipper batch saved/ | clipper merge - --kind trip --min-sources 2
"""


@click.command(epilog=_EPILOG)
@clips_argument
@file_option
@click.option("--format", "format_", type=click.Choice(["json", "jsonl", "csv"]),
              help="Default: what the name of -o says, else json on a terminal and jsonl in a pipe.")
@click.option("--excel", is_flag=True, help="With csv: begin with a byte-order mark, as Excel wants it.")
@click.option("--kind", type=click.Choice(["trip", "mou"]), help="Only trips, or only agreements.")
@click.option("--min-sources", type=click.IntRange(min=1), default=1, metavar="N",
              help="Leave out events that fewer than N articles tell of.  [default: 1]")
@confidence_option
@click.pass_context
def merge(
    ctx: click.Context, clips: tuple[Path, ...], path: Path | None, format_: str | None, excel: bool, kind: str | None,
    min_sources: int, min_confidence: float,
) -> None:
    """Join what several articles tell of one journey or agreement into one event.

    CLIPS are files that clipper wrote as JSON Lines, JSON (both also .gz, .zst) or Parquet; - is standard input. Each event has its
    values with the articles that back them, conflicts side by side, and the history of its status. The order of the
    files changes nothing. As csv each event is a row with the values that most speaks for.
    """
    from clipper.cli.choose import Troubles
    from clipper.clips import read_clips
    from clipper.merge import merge_clips, write_events, write_events_csv
    from clipper.write import whole_file

    path = None if path == Path("-") else path
    chosen = "other" if path and not format_ and made_by(path) else format_for(format_, path)
    if chosen in ("parquet", "other"):
        raise click.UsageError("Events are written as json, jsonl or csv.")
    if excel and chosen != "csv":
        raise click.UsageError("--excel goes with --format csv.")
    troubles = Troubles(clips)
    events = merge_clips(_chosen(troubles.at_least_one(read_clips(clips)), kind, min_confidence))
    kept = (event for event in events if len(event.sources) >= min_sources)
    with whole_file(path) if path else nullcontext(sys.stdout) as out:
        if chosen == "csv":
            write_events_csv(kept, out, excel=excel)
        else:
            write_events(kept, out, indented=chosen == "json")
    ctx.exit(1 if troubles.count else 0)


def _chosen(outcomes: Iterable[Clip | Failure], kind: str | None, min_confidence: float) -> Iterator[Clip]:
    """The clips with the records that were asked for."""
    from clipper.records import Clip

    for outcome in outcomes:
        if isinstance(outcome, Clip):
            records = tuple(
                record for record in outcome.records
                if record.confidence >= min_confidence and kind in (None, record.kind)
            )
            yield outcome.model_copy(update={"records": records})
