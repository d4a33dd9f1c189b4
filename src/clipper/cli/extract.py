"""`clipper extract`: one saved page → its clip."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from clipper.cli.options import Output, confidence_option, output_options, page_options

if TYPE_CHECKING:
    from clipper.records import Clip

_EPILOG = """\b
Examples:
  clipper extract page.html
  clipper extract page.html --published 2025-06-10 --format csv
  curl -s https://news.example/1 | clipper extract - --url https://news.example/1
  clipper extract dump.txt --explain
"""


@click.command(epilog=_EPILOG)
@click.argument("file", metavar="FILE|-")
@page_options
@click.option(
    "--explain", is_flag=True,
    help="On a terminal: show the article with its mentions coloured, and which rule set each field from which words. "
    "Otherwise: add the dropped lines and their reasons to the clip.",
)
@confidence_option
@output_options
@click.pass_context
def extract(
    ctx: click.Context, file: str, url: str | None, published: str | None, encoding: str | None, explain: bool,
    min_confidence: float, output: Output,
) -> None:
    """Extract the records of one saved page, or of standard input (-).

    Reads HTML, text dumps pasted from a browser, MHTML and web archives, each also gzipped.
    """
    from clipper.batch import Options
    from clipper.cli.emit import emit_one
    from clipper.cli.page import outcome_of_argument
    from clipper.records import Failure

    options = Options(encoding=encoding, published=published, explain=explain, min_confidence=min_confidence)
    outcome = outcome_of_argument(file, url, options)
    if explain and output.for_people and not isinstance(outcome, Failure):
        _show(outcome)
    else:
        ctx.exit(emit_one(outcome, output))


def _show(clip: Clip) -> None:
    """The explanation for people. Extracting again is cheap and, as stages are pure, gives the same."""
    from rich.console import Console

    from clipper.cli.explain import render
    from clipper.extract import extract as extract_records

    render(extract_records(clip.article), Console(), dropped=clip.article.dropped or ())
