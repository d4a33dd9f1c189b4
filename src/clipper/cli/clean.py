"""`clipper clean`: one saved page → its article alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from clipper.cli.options import Output, file_option, page_options

if TYPE_CHECKING:
    from clipper.records import Article

_EPILOG = """\b
Examples:
  clipper clean page.html
  clipper clean page.html --explain
  clipper clean - --format json < page.html
"""


@click.command(epilog=_EPILOG)
@click.argument("file", metavar="FILE|-")
@page_options
@click.option("--explain", is_flag=True, help="Also print the lines that were dropped, with the reason for each.")
@click.option("--format", "format_", type=click.Choice(["text", "json", "jsonl"]), default="text",
              help="The article as people read it, or its fields.  [default: text]")
@file_option
@click.pass_context
def clean(
    ctx: click.Context, file: str, url: str | None, published: str | None, encoding: str | None, explain: bool,
    format_: str, path: Path | None,
) -> None:
    """Print only the article of one saved page, or of standard input (-): title, dates, authors, paragraphs."""
    from clipper.clean import clean as clean_page
    from clipper.cli.emit import opened
    from clipper.cli.page import page_of_argument
    from clipper.cli.terminal import complain
    from clipper.errors import ClipperError

    try:
        page = page_of_argument(file, url)
        article = clean_page(page, encoding=encoding, published=published, explain=explain).article
    except ClipperError as error:
        complain(error if file == "-" else error.at(file))
        ctx.exit(1)
    with opened(Output(format_, path)) as out:
        out.write(_as_text(article) if format_ == "text" else _as_json(article, pretty=format_ == "json"))


def _as_json(article: Article, *, pretty: bool) -> str:
    return article.model_dump_json(indent=2 if pretty else None) + "\n"


def _as_text(article: Article) -> str:
    """Title, subtitle, a line of metadata, the paragraphs, and what was dropped if that was asked for."""
    from clipper.cli.terminal import plain

    byline = (article.publisher, article.published, ", ".join(article.authors))
    head = [article.title, article.subtitle, " · ".join(filter(None, byline))]
    dropped = [f"- [{line.reason}] {line.text}" for line in article.dropped or ()]
    blocks = ["\n".join(filter(None, head)), *article.paragraphs, "\n".join(dropped)]
    return "\n\n".join("\n".join(map(plain, block.split("\n"))) for block in blocks if block) + "\n"
