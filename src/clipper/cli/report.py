"""`clipper report`: clips → one page to look at."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from clipper.cli.choose import Choice, choice_options
from clipper.cli.options import clips_argument, file_option, suffix_of

_NO_PAGES = (".pdf", ".docx", ".xlsx", ".csv", ".json", ".jsonl", ".sqlite", ".parquet", ".ics")
_EPILOG = """\b
Examples:
  clipper report clips.jsonl -o report.html
  clipper report monday.jsonl tuesday.jsonl.gz --lang ko --title "Week 47" --date 2025-11-21 -o week.html
  clipper batch saved/ | clipper report - -o report.html --min-confidence 0.5
"""


@click.command(epilog=_EPILOG)
@clips_argument
@file_option
@click.option("--title", metavar="TEXT", help="The heading of the page.")
@click.option("--date", metavar="TEXT", help="The date of the report, which stands in its head as given.")
@choice_options
@click.pass_context
def report(
    ctx: click.Context, clips: tuple[Path, ...], path: Path | None, title: str | None, date: str | None, choice: Choice
) -> None:
    """Make one page from clips: a table to filter, a map, a timeline, and each article with its evidence marked.

    CLIPS are files that clipper wrote as JSON Lines, JSON (both also .gz, .zst) or Parquet; - is standard input. The page opens from
    disk, loads nothing from the network, and can be read in English and Korean: --lang says in which it opens.
    """
    from clipper.cli.choose import Troubles
    from clipper.cli.emit import opened
    from clipper.cli.language import current
    from clipper.cli.options import Output
    from clipper.clips import read_clips
    from clipper.report import report_html

    path = None if path == Path("-") else path
    if path is None and sys.stdout.isatty():
        raise click.UsageError("Give -o FILE: the page is for a browser, not for a terminal.")
    if path is not None and suffix_of(path) in _NO_PAGES:
        raise click.UsageError("The page is HTML: give a name that ends in .html. A browser prints it as PDF.")
    troubles = Troubles(clips)
    page = report_html(choice.of(troubles.at_least_one(read_clips(clips))), lang=current(), title=title, date=date)
    with opened(Output("html", path)) as out:
        out.write(page)
    ctx.exit(1 if troubles.count else 0)
