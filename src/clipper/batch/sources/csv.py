"""CSV → a page a row: one column holds the articles; `url`, `title` and `published` are taken where there are such columns."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clipper.batch.items import Held, Item, Refused
from clipper.batch.sources.unpacked import BROKEN, Source, broken, items_in
from clipper.errors import ClipperError, EmptyInputError, LimitError, ReadError
from clipper.read.decode import MAX_BYTES
from clipper.read.page import Page

TEXT_COLUMNS = ("html", "text")
"""The columns that are taken for the articles where the user names none."""
_DELIMITERS = ",\t;"
_MARK = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(slots=True)
class _Lines:
    """The lines of a stream, each byte a character: neither UTF-8 nor CP949 uses the bytes of a comma, a quote or a
    line break for anything else. `number` counts lines, `row` the bytes since the row began."""

    source: Source
    number: int = 0
    row: int = 0

    def __iter__(self) -> Iterator[str]:
        while line := self.source.readline(MAX_BYTES + 1):
            self.number += 1
            self.row += len(line)
            if self.number == 1 and line.startswith(_UTF16):
                raise ReadError("the table is in UTF-16", hint="save it as UTF-8", code="encoding")
            if self.row > 2 * MAX_BYTES:
                raise LimitError(f"a row of more than {2 * MAX_BYTES:,} bytes", hint="is a quote left open?")
            yield (line.removeprefix(_MARK) if self.number == 1 else line).decode("latin-1")


def csv_file_items(path: str, text_column: str | None) -> Iterator[Item]:
    """The pages in a CSV file, also `.gz` and `.zst`; see `csv_items`."""
    return items_in(path, lambda source, name, _path, stamp: csv_items(source, name, text_column, stamp))


def csv_items(source: Source, name: str, text_column: str | None, stamp: str = "") -> Iterator[Item]:
    """An item for each row behind the header. A row is named by its first line: `x.csv:17`.

    UTF-8 and CP949 are read, with commas, semicolons or tabs. Rows whose text is empty fail; what breaks off ends with a
    `Refused`.
    """
    csv.field_size_limit(MAX_BYTES)
    lines = _Lines(source)
    found = 0
    try:
        table = _table(lines)
        header = [_text(cell).strip() for cell in next(table, [])]
        at = _columns(header, text_column)
        while True:
            first, lines.row = lines.number + 1, 0
            row = next(table, None)
            if row is None:
                break
            if row:
                found += 1
                yield _item(row, at, f"{name}:{first}", stamp)
    except (ClipperError, csv.Error, *BROKEN) as error:
        failed = error.at(name) if isinstance(error, ReadError) and not found else broken(error, name, found, "rows")
        yield Refused(name, failed, stamp)
        return
    if not found:
        yield Refused(name, EmptyInputError("no row in this file", where=name), stamp)


def _table(lines: Iterable[str]) -> Iterator[list[str]]:
    """The rows, with the delimiter that the header uses most."""
    feed = iter(lines)
    first = next(feed, "")
    if not first:
        return iter(())
    delimiter = max(_DELIMITERS, key=first.count)

    def again() -> Iterator[str]:
        yield first
        yield from feed

    return csv.reader(again(), delimiter=delimiter)


def _columns(header: Sequence[str], text_column: str | None) -> dict[str, int]:
    """Where the columns are that are read; `body` is the one with the articles."""
    wanted = (text_column,) if text_column is not None else TEXT_COLUMNS
    body = next((name for name in wanted if name in header), None)
    if body is None:
        listed = "".join(c if c.isprintable() else "?" for c in ", ".join(header))[:300]
        asked = f"no column {text_column!r}" if text_column is not None else "no column html or text"
        raise ReadError(f"{asked} among: {listed}", hint="name it with --text-column", code="no_column")
    return {name: header.index(name) for name in ("url", "title", "published") if name in header} | {
        "body": header.index(body)
    }


def _item(row: Sequence[str], at: dict[str, int], key: str, stamp: str) -> Item:
    cells = {name: row[place] for name, place in at.items() if place < len(row)}
    data = cells.get("body", "").encode("latin-1")
    if not data.strip():
        return Refused(key, EmptyInputError("no text in this row", where=key), stamp)
    told = {name: _text(cell).strip() or None for name, cell in cells.items() if name != "body"}
    return Held(key, Page(data=data, path=key, charset=_charset(data), **told), stamp)


def _charset(data: bytes) -> str:
    """The rows of a file have its encoding, whatever a page in it says of itself."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return "cp949"
    return "utf-8"


def _text(cell: str) -> str:
    data = cell.encode("latin-1")
    return data.decode(_charset(data), "replace")
