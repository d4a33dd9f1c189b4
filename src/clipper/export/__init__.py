"""Clips → what other programs open: workbooks, SQLite, CSV, Parquet, calendars.

    export(read_clips([Path("clips.jsonl")]), Path("out.xlsx"), language="ko")
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, Literal, TextIO, get_args

from clipper.errors import WriteError
from clipper.labels import Language
from clipper.records import Clip, Failure
from clipper.write import whole_file, write_csv
from clipper.write.files import PACKED, whole_binary_file

Format = Literal["xlsx", "csv", "sqlite", "parquet", "ics"]
FORMATS: tuple[Format, ...] = get_args(Format)
TEXTS: frozenset[Format] = frozenset({"csv", "ics"})
"""Formats that are text: a terminal or a pipe can take them."""

_SUFFIXES: dict[str, Format] = {
    ".xlsx": "xlsx", ".csv": "csv", ".sqlite": "sqlite", ".sqlite3": "sqlite", ".db": "sqlite", ".parquet": "parquet",
    ".ics": "ics",
}


def format_of(path: Path) -> Format | None:
    """The format that the name of a file asks for; None where it asks for none of ours. Text may be packed (`.csv.gz`)."""
    if path.suffix.lower() in PACKED:
        inner = _SUFFIXES.get(Path(path.stem).suffix.lower())
        return inner if inner in TEXTS else None
    return _SUFFIXES.get(path.suffix.lower())


def export(
    outcomes: Iterable[Clip | Failure], path: Path, *, format: Format | None = None, language: Language = "en",  # noqa: A002
    excel: bool = False,
) -> int:
    """Write the outcomes to `path`, whole or not at all; the number of records that the format has no place for.

    The format is that of the name, unless `format` says another. `language` is that of headings and labels of `xlsx` and
    `ics`; `excel` puts a byte-order mark before `csv`. WriteError where the file can't be written or has no known format,
    or where an extra (`xlsx`, `parquet`) is not installed.
    """
    chosen = format or format_of(path)
    if chosen is None:
        raise WriteError(
            "no format is known by this name", where=str(path), hint=f"end it in {' '.join(_SUFFIXES)}, or say --format",
            code="unknown_format",
        )
    if chosen in TEXTS:
        with whole_file(path) as text:
            return write_text(outcomes, text, chosen, language=language, excel=excel)
    with whole_binary_file(path) as out:
        _write_binary(outcomes, out, chosen, language)
    return 0


def write_text(
    outcomes: Iterable[Clip | Failure], out: TextIO, format: Format, *, language: Language = "en",  # noqa: A002
    excel: bool = False,
) -> int:
    """The same for `csv` and `ics` to an open stream, which must not translate line ends."""
    if format == "csv":
        write_csv(outcomes, out, excel=excel)
        return 0
    from clipper.export.calendar import write_calendar

    return write_calendar(outcomes, out, language=language)


def _write_binary(outcomes: Iterable[Clip | Failure], out: BinaryIO, chosen: Format, language: Language) -> None:
    if chosen == "xlsx":
        from clipper.export.workbook import write_workbook

        write_workbook(outcomes, out, language=language)
    elif chosen == "sqlite":
        from clipper.export.sqlite import write_sqlite

        write_sqlite(outcomes, out)
    else:
        from clipper.write.parquet import write_parquet

        write_parquet(outcomes, out)
