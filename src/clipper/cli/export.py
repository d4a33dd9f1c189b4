"""`clipper export`: clips → a workbook, a database, a table, a calendar."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clipper.cli.choose import Choice, choice_options
from clipper.cli.options import clips_argument

if TYPE_CHECKING:
    from clipper.export import Format

_FORMATS = ("xlsx", "csv", "sqlite", "parquet", "ics")

_EPILOG = """\b
Examples:
  clipper export clips.jsonl -o trips.xlsx --lang ko
  clipper export clips.jsonl more.jsonl.gz -o clips.sqlite
  clipper export clips.jsonl -o trips.ics --kind trip --min-confidence 0.5
  clipper batch saved/ | clipper export - --format csv --excel > records.csv
"""


@click.command(epilog=_EPILOG)
@clips_argument
@click.option("-o", "--output", "path", type=click.Path(path_type=Path), metavar="FILE",
              help="Write to FILE, whole or not at all.  [default: standard output, for csv and ics]")
@click.option("--format", "format_", type=click.Choice(_FORMATS), help="Default: what the name of -o says.")
@click.option("--excel", is_flag=True, help="With csv: begin with a byte-order mark, as Excel wants it.")
@choice_options
@click.pass_context
def export(
    ctx: click.Context, clips: tuple[Path, ...], path: Path | None, format_: Format | None, excel: bool, choice: Choice
) -> None:
    """Write clips as a workbook, a database, a table or a calendar.

    CLIPS are files that clipper wrote as JSON Lines, JSON (both also .gz, .zst) or Parquet; - is standard input. The name of -o says
    the format: .xlsx (sheets of trips, stops, agreements, parties, articles, evidence), .sqlite (tables, views and a
    README), .csv, .parquet, .ics (a calendar of what has a whole date).
    """
    from clipper.cli.choose import Troubles
    from clipper.cli.language import current
    from clipper.cli.terminal import complain
    from clipper.clips import read_clips
    from clipper.export import export as export_to
    from clipper.export import format_of, write_text

    path = None if path == Path("-") else path
    chosen = format_ or (format_of(path) if path else None)
    if path is None and chosen not in ("csv", "ics"):
        raise click.UsageError("Give -o FILE; only csv and ics go to standard output, with --format.")
    if excel and chosen != "csv":
        raise click.UsageError("--excel goes with --format csv.")
    troubles = Troubles(clips)
    outcomes = choice.of(troubles.at_least_one(read_clips(clips)))
    if path is None:
        assert chosen is not None  # noqa: S101 - looked at above
        left_out = write_text(outcomes, sys.stdout, chosen, language=current(), excel=excel)
    else:
        left_out = export_to(outcomes, path, format=chosen, language=current(), excel=excel)
    if left_out:
        complain(f"{left_out} records have no whole date and are not in the calendar")
    ctx.exit(1 if troubles.count else 0)
