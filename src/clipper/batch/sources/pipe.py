"""Standard input, or another pipe → items: its first bytes tell what is in it, for it has no name that would.

JSON Lines, WARC, tar and, where a text column is named, CSV, each also gzip or Zstandard; anything else is one page.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from clipper.batch.items import Held, Item, Refused
from clipper.batch.load import shown
from clipper.batch.sources.csv import csv_items
from clipper.batch.sources.jsonl import jsonl_items
from clipper.batch.sources.tar import tar_items
from clipper.batch.sources.unpacked import BROKEN, GZIP, ZSTD, Source, broken, opened, unpacked
from clipper.batch.sources.warc import warc_items
from clipper.errors import ClipperError, LimitError, ReadError
from clipper.read.decode import MAX_BYTES
from clipper.read.page import Page

STDIN = "-"
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


def pipe_items(path: str, text_column: str | None) -> Iterator[Item]:
    """The pages that come by a pipe, `-` for standard input."""
    if path == STDIN:
        yield from stream_items(sys.stdin.buffer, STDIN, text_column)
        return
    name = shown(path)
    try:
        with opened(path) as stream:
            yield from stream_items(stream, name, text_column)
    except ReadError as error:
        yield Refused(name, error.at(name))


def stream_items(stream: Source, name: str, text_column: str | None) -> Iterator[Item]:
    """The pages in a stream that is read but once; what is wrong with it is a `Refused`."""
    try:
        head = stream.read(_HEAD)
        source: Source = Rewound(head, stream)
        if head.startswith((GZIP, ZSTD)):
            inner = unpacked(source, head)
            head = inner.read(_HEAD)
            source = Rewound(head, inner)
        yield from _items(source, head, name, text_column)
    except ClipperError as error:
        yield Refused(name, error.at(name))
    except BROKEN as error:
        yield Refused(name, broken(error, name, 0, "pages"))


def _items(source: Source, head: bytes, name: str, text_column: str | None) -> Iterator[Item]:
    if text_column is not None:
        yield from csv_items(source, name, text_column)
    elif head.startswith(b"WARC/"):
        yield from warc_items(source, name)
    elif head[_TAR] == b"ustar":
        yield from tar_items(source, name, None)
    elif head.startswith(b"PK\x03\x04"):
        raise ReadError("a zip archive can't be read from a pipe", hint="give it as a file", code="unsupported")
    elif _OBJECT.match(head):
        yield from jsonl_items(source, name, None)
    else:
        yield _page(source, name)


def _page(source: Source, name: str) -> Item:
    data = source.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise LimitError(f"more than {MAX_BYTES:,} bytes")
    return Held(name, Page(data=data, path=name))
