"""JSON Lines of `{url, html | text, title?, published?}` → a page a line: places in the file where it is plain, the lines
themselves where it is compressed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from clipper.batch.items import InFile, Item, Refused
from clipper.batch.sources.unpacked import BROKEN, Source, broken, items_in, piece
from clipper.errors import ClipperError, EmptyInputError, LimitError, ReadError
from clipper.read.decode import MAX_BYTES
from clipper.read.page import Page

MAX_LINE = 2 * MAX_BYTES
"""Escapes may double a page that is mostly quotes and line breaks; `\\uXXXX` for Hangul does."""
_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Line(InFile):
    """A line of a file: `size` bytes from `offset` on."""

    offset: int
    size: int

    def load(self) -> Page:
        """The page that the line tells."""
        return page_of(piece(self.path, self.offset, self.size, self.key), self.key)


@dataclass(frozen=True, slots=True)
class HeldLine:
    """A line that can't be read again."""

    key: str
    data: bytes
    stamp: str = ""

    def load(self) -> Page:
        """The page that the line tells."""
        return page_of(self.data, self.key)


def jsonl_file_items(path: str) -> Iterator[Item]:
    """The pages in a file of JSON Lines, also `.gz` and `.zst`; see `jsonl_items`."""
    return items_in(path, jsonl_items)


def jsonl_items(source: Source, name: str, path: str | None, stamp: str = "") -> Iterator[Item]:
    """An item for each line that is not empty; where the stream is the plain file `path`, its place alone.

    Lines are parsed where they are worked on, so each has its own outcome.
    """
    offset, found = 0, 0
    try:
        for number, (line, size) in enumerate(_lines(source), 1):
            key = f"{name}:{number}"
            if line is None:
                yield Refused(key, LimitError(f"a line of {size:,} bytes, the limit is {MAX_LINE:,}", where=key), stamp)
            elif line.strip():
                yield Line(path, key, offset, size) if path is not None else HeldLine(key, line, stamp)
            found += line is None or bool(line.strip())
            offset += size
    except (ClipperError, *BROKEN) as error:
        yield Refused(name, broken(error, name, found, "lines"), stamp)
        return
    if not found:
        yield Refused(name, EmptyInputError("no line in this file", where=name), stamp)


def _lines(source: Source) -> Iterator[tuple[bytes | None, int]]:
    """The lines with their sizes in bytes; None for one that is too long, which is gone over piece by piece."""
    while line := source.readline(MAX_LINE + 1):
        size = len(line)
        if size <= MAX_LINE:
            yield line, size
            continue
        while not line.endswith(b"\n") and (line := source.readline(1 << 20)):
            size += len(line)
        yield None, size


def page_of(data: bytes, key: str) -> Page:
    """The page that a line tells; ReadError where it tells none."""
    try:
        row = json.loads(data.removeprefix(_MARK))
    except (ValueError, RecursionError) as error:
        raise ReadError("the line is no JSON", where=key, hint=str(error)[:100], code="bad_row") from error
    if not isinstance(row, dict):
        raise _without(key)
    text = _text(row, "html", key) or _text(row, "text", key)
    if text is None:
        raise _without(key)
    return Page(
        data=text.encode("utf-8", "replace"),
        path=key,
        url=_text(row, "url", key),
        charset="utf-8",
        title=_text(row, "title", key),
        published=_text(row, "published", key),
    )


def _text(row: dict[str, Any], name: str, key: str) -> str | None:
    value = row.get(name)
    if value is not None and not isinstance(value, str):
        raise ReadError(f"{name!r} is no text", where=key, code="bad_row")
    return value or None


def _without(key: str) -> ReadError:
    return ReadError("the line tells no page", where=key, hint='a line is {"url": ..., "html" or "text": ...}', code="bad_row")
