"""Item: a small handle on one page, wherever it is kept; its bytes are read by whoever works on it.

Handles travel between processes and machines, so they are frozen, picklable, and hold places rather than bytes. Only a
page from a stream that can't be read twice is carried along (`Held`).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from clipper.batch.load import load_file, shown
from clipper.errors import ClipperError
from clipper.read.page import Page


def stamp_of(path: str) -> str:
    """`SIZE-NANOSECONDS` of a file's last change; empty where there is no such file."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return ""
    return f"{found.st_size}-{found.st_mtime_ns}"


class Item(Protocol):
    """One input.

    `key` is stable for unchanged inputs: `a.html`, `x.zip!a.html`, `x.warc.gz!4711` (byte of the record), `x.jsonl:17`
    (line), `-`. It becomes the `path` of the page, and so `source.path` of its clip or failure. `stamp` tells, without
    reading it, that the file behind the item has changed; it is empty where that can't be told. `load` reads at most
    `clipper.read.decode.MAX_BYTES` of the page and raises nothing but a ClipperError.
    """

    @property
    def key(self) -> str: ...  # noqa: D102
    @property
    def stamp(self) -> str: ...  # noqa: D102
    def load(self) -> Page: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class File:
    """A saved page in a file of its own."""

    path: str

    @property
    def key(self) -> str:
        """The path as valid Unicode."""
        return shown(self.path)

    @property
    def stamp(self) -> str:
        """Size and time of the file."""
        return stamp_of(self.path)

    def load(self) -> Page:
        """The page in the file."""
        return load_file(Path(self.path))


@dataclass(frozen=True, slots=True)
class InFile:
    """One page of many in the file at `path`; what is derived from it knows where, and loads it."""

    path: str
    key: str

    @property
    def stamp(self) -> str:
        """That of the file."""
        return stamp_of(self.path)


@dataclass(frozen=True, slots=True)
class Held:
    """A page that was read already, for lack of a place to read it from again."""

    key: str
    page: Page
    stamp: str = ""

    def load(self) -> Page:
        """The page itself."""
        return self.page


@dataclass(frozen=True, slots=True)
class Refused:
    """An input that is known to fail: its place in the order, and the error that it ends with."""

    key: str
    error: ClipperError
    stamp: str = ""

    def load(self) -> Page:
        """Raises the error."""
        raise self.error
