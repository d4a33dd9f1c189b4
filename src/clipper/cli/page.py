"""The FILE|- argument of commands that take one page."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from clipper.batch import Options, Outcome, load_file, load_stream, outcome_of
from clipper.batch.sources.folder import holds_many
from clipper.errors import ClipperError, ReadError
from clipper.read.page import Page
from clipper.records import Failure

STDIN = "-"


def page_of_argument(file: str, url: str | None) -> Page:
    """The page in a file or on standard input; ReadError where there is none, or many."""
    if holds_many(file) and Path(file).is_file():
        raise ReadError("holds many pages", where=file, hint="clipper batch reads them", code="many_pages")
    page = load_stream(sys.stdin.buffer) if file == STDIN else load_file(Path(file))
    return replace(page, url=url)


def outcome_of_argument(file: str, url: str | None, options: Options) -> Outcome:
    """The clip of a file or of standard input, or why there is none."""
    try:
        page = page_of_argument(file, url)
    except ClipperError as error:
        return Failure.of(error, url=url, path=error.where)
    return outcome_of(page, options)
