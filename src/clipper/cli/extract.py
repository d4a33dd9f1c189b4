"""`clipper extract`: one saved page → its clip."""

from __future__ import annotations

import click

from clipper.cli.options import Output, confidence_option, output_options, page_options

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
@click.option("--explain", is_flag=True, help="Also tell which lines were dropped from the page, and why.")
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

    options = Options(encoding=encoding, published=published, explain=explain, min_confidence=min_confidence)
    ctx.exit(emit_one(outcome_of_argument(file, url, options), output))
