"""Outcomes → an Excel workbook, written as the outcomes come: memory does not grow with their number.

XlsxWriter's `constant_memory` keeps one row of each sheet. Nothing comes from a clock, so that the same clips give the
same bytes. Limits are those of Excel: 1,048,576 rows a sheet, 32,767 characters a cell, 65,530 links a sheet.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from clipper.errors import WriteError
from clipper.export.sheets import ERROR_HEADINGS, SHEETS, Telling, error_row
from clipper.export.values import Cell, Link, Row
from clipper.labels import Language, label
from clipper.records import Clip, Failure
from clipper.write.cells import neutral

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MAX_ROWS = 1_048_576
MAX_CHARS = 32_767
MAX_LINKS = 65_530
MAX_URL = 2_079

_MEASURED = 200
"""Columns are as wide as the first rows need."""
_NARROWEST, _WIDEST = 8, 48
_OLDEST = date(1900, 3, 1)  # before it Excel counts a day that never was
_SAVED = datetime(2000, 1, 1)  # in place of a clock
# What XML 1.0 has no characters for.
_NO_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_workbook(outcomes: Iterable[Clip | Failure], out: BinaryIO, *, language: Language = "en") -> None:
    """Write sheets of trips, stops, agreements, parties, articles, evidence and errors, headings in `language`.

    WriteError where the extra `xlsx` is not installed, and where a sheet would have more rows than Excel has.
    """
    with _workbook(out) as book:
        formats = _Formats(book)
        pages = [_Page(book, sheet.name, sheet.headings, formats, language) for sheet in SHEETS]
        errors = _Page(book, "errors", ERROR_HEADINGS, formats, language)
        number = 0
        for outcome in outcomes:
            if isinstance(outcome, Failure):
                errors.add(error_row(outcome))
                continue
            number += 1
            told = Telling(outcome, number, language)
            for page, sheet in zip(pages, SHEETS, strict=True):
                for row in sheet.rows(told):
                    page.add(row)
        for page in (*pages, errors):
            page.finish()


@contextmanager
def _workbook(out: BinaryIO) -> Iterator[Workbook]:
    """A workbook that is written to `out` when the block ends well; after an error nothing more is done for it."""
    try:
        from xlsxwriter import Workbook
        from xlsxwriter.exceptions import XlsxWriterException
    except ImportError as error:
        raise WriteError(
            "workbooks need XlsxWriter, which is not installed", hint="pip install 'clipper-ko[xlsx]'",
            code="missing_extra",
        ) from error
    options = {
        "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
    }
    with tempfile.TemporaryDirectory(prefix="clipper-") as folder, ExitStack() as rows:
        path = Path(folder) / "clips.xlsx"  # not `out`: where that is full, XlsxWriter's archive would not let go of it
        book = Workbook(path, {**options, "tmpdir": folder})
        book.set_properties({"created": _SAVED, "comments": "clipper"})
        rows.callback(_close_rows, book)
        yield book
        try:
            book.close()
        except XlsxWriterException as error:
            raise WriteError(f"the workbook can't be written: {error}") from error
        with path.open("rb") as made:
            shutil.copyfileobj(made, out)


def _close_rows(book: Workbook) -> None:
    """Close the files of rows that XlsxWriter keeps for its sheets: it would do so only after writing the workbook."""
    for sheet in book.worksheets():
        sheet._opt_close()


class _Formats:
    """How cells look."""

    def __init__(self, book: Workbook) -> None:
        self.heading: Format = book.add_format({"bold": True, "bottom": 1, "bg_color": "#E8EDF3", "valign": "vcenter"})
        self.day: Format = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        self.moment: Format = book.add_format({"num_format": "yyyy-mm-dd hh:mm", "align": "left"})
        self.link: Format = book.add_format({"font_color": "#0B5394", "underline": 1})


class _Page:
    """One sheet: rows in order, then the width of its columns and the filter over all of it."""

    def __init__(
        self, book: Workbook, name: str, headings: tuple[str, ...], formats: _Formats, language: Language
    ) -> None:
        self.name = name
        self.sheet: Worksheet = book.add_worksheet(label("sheet", name, language))
        self.formats = formats
        self.rows = 1
        self.links = 0
        words = [label(group, key, language) for group, key in (heading.split(".") for heading in headings)]
        # Room for the arrow of the filter.
        self.widths = [_width(word) + 3 for word in words]
        for column, word in enumerate(words):
            self.sheet.write_string(0, column, word, formats.heading)
        self.sheet.freeze_panes(1, 0)
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(0)

    def add(self, row: Row) -> None:
        """Write one row below the last; WriteError where the sheet is full."""
        if self.rows >= MAX_ROWS:
            raise WriteError(
                f"more than {MAX_ROWS - 1:,} rows of {self.name}, which is all that a sheet of Excel has",
                hint="export to .sqlite, .parquet or .csv instead", code="too_many_rows",
            )
        for column, cell in enumerate(row):
            if cell is not None and cell != "":
                self._write(column, cell)
        if self.rows <= _MEASURED:
            self.widths = [max(width, _width(_shown(cell))) for width, cell in zip(self.widths, row, strict=True)]
        self.rows += 1

    def _write(self, column: int, cell: Cell) -> None:
        if isinstance(cell, str):
            self.sheet.write_string(self.rows, column, _text(cell))
        elif isinstance(cell, Link):
            self._write_link(column, cell)
        elif isinstance(cell, date):
            self._write_date(column, cell)
        elif cell is not None:
            self.sheet.write_number(self.rows, column, cell)

    def _write_link(self, column: int, link: Link) -> None:
        self.links += 1
        if self.links > MAX_LINKS or len(link.url) > MAX_URL:
            self.sheet.write_string(self.rows, column, _text(link.text))
        else:
            self.sheet.write_url(self.rows, column, link.url, self.formats.link, _text(link.text))

    def _write_date(self, column: int, day: date) -> None:
        moment = isinstance(day, datetime)
        if (day.date() if isinstance(day, datetime) else day) < _OLDEST:
            self.sheet.write_string(self.rows, column, str(day))
        else:
            self.sheet.write_datetime(self.rows, column, day, self.formats.moment if moment else self.formats.day)

    def finish(self) -> None:
        """The width of the columns and the filter, now that all rows are known."""
        for column, width in enumerate(self.widths):
            self.sheet.set_column(column, column, min(max(width, _NARROWEST), _WIDEST))
        self.sheet.autofilter(0, 0, max(self.rows - 1, 1), len(self.widths) - 1)


def _text(text: str) -> str:
    """`text` as a cell holds it: no formula, no character that XML lacks, no longer than Excel allows."""
    safe = _NO_XML.sub("\N{REPLACEMENT CHARACTER}", neutral(text)).replace("\r\n", "\n").replace("\r", "\n")
    if safe.startswith("<r>") and safe.endswith("</r>"):
        safe += " "  # XlsxWriter would take it for its own markup, and write it into the sheet as it is
    return safe if len(safe) * 2 <= MAX_CHARS else _cut(safe)


def _cut(text: str) -> str:
    """As much of `text` as a cell takes, counted as Excel does (in UTF-16), with a mark that there was more."""
    coded = text.encode("utf-16-le")
    if len(coded) <= 2 * MAX_CHARS:
        return text
    return coded[: 2 * (MAX_CHARS - 1)].decode("utf-16-le", "ignore") + "…"


def _shown(cell: Cell) -> str:
    """About what is seen of a cell, to measure it."""
    if isinstance(cell, Link):
        return cell.text
    return "" if cell is None else str(cell)[: _WIDEST + 1].partition("\n")[0]


def _width(text: str) -> int:
    """Columns that `text` takes: Hangul and its like are twice as wide as Latin letters."""
    if text.isascii():
        return len(text) + 1
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text) + 1
