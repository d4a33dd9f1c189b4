"""Standard input → items: what is in a pipe tells its first bytes, for it has no name.

JSON Lines, WARC, tar and, where a text column is named, CSV, each also gzip or Zstandard; anything else is one page.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from clipper.batch.items import Held, Item, Refused
from clipper.batch.sources.csv import csv_items
from clipper.batch.sources.jsonl import jsonl_items
from clipper.batch.sources.tar import tar_items
from clipper.batch.sources.unpacked import BROKEN, GZIP, ZSTD, Source, broken, unpacked
from clipper.batch.sources.warc import warc_items
from clipper.errors import ClipperError, LimitError, ReadError
from clipper.read.decode import MAX_BYTES
from clipper.read.page import Page

NAME = "-"
_HEAD = 1024
_TAR = slice(257, 262)
_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,100}\{\s{0,100}\"")


class Rewound:
    """A stream with the bytes that were taken from its beginning put back."""

    def __init__(self, head: bytes, rest: Source) -> None:
        self._head, self._rest = head, rest
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        """Fewer bytes than asked for at the end alone."""
        if size < 0:
            data, self._head = self._head + self._rest.read(), b""
        else:
            data, self._head = self._head[:size], self._head[size:]
            data += self._rest.read(size - len(data)) if len(data) < size else b""
        self._at += len(data)
        return data

    def readline(self, size: int = -1) -> bytes:
        """A line, no more than `size` bytes of it."""
        most = len(self._head) if size < 0 else min(size, len(self._head))
        end = self._head.find(b"\n", 0, most) + 1
        data, self._head = self._head[: end or most], self._head[end or most :]
        if not end and len(data) != size:
            data += self._rest.readline(size if size < 0 else size - len(data))
        self._at += len(data)
        return data

    def tell(self) -> int:
        """How many bytes were read."""
        return self._at


def pipe_items(text_column: str | None) -> Iterator[Item]:
    """The pages that come by standard input."""
    yield from stream_items(sys.stdin.buffer, text_column)


def stream_items(stream: Source, text_column: str | None) -> Iterator[Item]:
    """The pages in a stream that is read but once; what is wrong with it is a `Refused`."""
    try:
        head = stream.read(_HEAD)
        source: Source = Rewound(head, stream)
        if head.startswith((GZIP, ZSTD)):
            inner = unpacked(source, head)
            head = inner.read(_HEAD)
            source = Rewound(head, inner)
        yield from _items(source, head, text_column)
    except ClipperError as error:
        yield Refused(NAME, error.at(NAME))
    except BROKEN as error:
        yield Refused(NAME, broken(error, NAME, 0, "pages"))


def _items(source: Source, head: bytes, text_column: str | None) -> Iterator[Item]:
    if text_column is not None:
        yield from csv_items(source, NAME, text_column)
    elif head.startswith(b"WARC/"):
        yield from warc_items(source, NAME)
    elif head[_TAR] == b"ustar":
        yield from tar_items(source, NAME, None)
    elif head.startswith(b"PK\x03\x04"):
        raise ReadError("a zip archive can't be read from a pipe", hint="give it as a file", code="unsupported")
    elif _OBJECT.match(head):
        yield from jsonl_items(source, NAME, None)
    else:
        yield _page(source)


def _page(source: Source) -> Item:
    data = source.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise LimitError(f"more than {MAX_BYTES:,} bytes")
    return Held(NAME, Page(data=data, path=NAME))
