"""Options that commands share, as decorators, and the values they make."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

_PACKED = (".gz", ".zst")
_NAMED = {".json": "json", ".csv": "csv", ".parquet": "parquet"}
_MADE_OF_CLIPS = {
    **dict.fromkeys((".xlsx", ".xls", ".sqlite", ".sqlite3", ".db", ".ics"), "export"),
    **dict.fromkeys((".html", ".htm"), "report"),
}


@dataclass(frozen=True, slots=True)
class Output:
    """Where the outcomes go, and how. `path` is None for standard output, and where `uri` names an object store.

    `for_people` tells that it is a terminal and no format was asked for.
    """

    format: str
    path: Path | None = None
    excel: bool = False
    records_only: bool = False
    for_people: bool = False
    uri: str | None = None


def output_options(command: Command) -> Callable[..., Any]:
    """Add `--format`, `-o`, `--excel` and `--records-only`; the command gets them as one `output: Output`."""

    @click.option(
        "--format", "format_", type=click.Choice(["json", "jsonl", "csv", "parquet"]),
        help="Default: what the name of -o says, else json on a terminal and jsonl in a pipe.",
    )
    @click.option("-o", "--output", "name", metavar="FILE",
                  help="Write to FILE, whole or not at all; packed if it ends in .gz or .zst.  [default: standard output]")
    @click.option("--excel", is_flag=True, help="With csv: begin with a byte-order mark, as Excel wants it.")
    @click.option("--records-only", is_flag=True, help="Write the records alone, each with its source.")
    @wraps(command)
    def with_output(
        *args: Any, format_: str | None, name: str | None, excel: bool, records_only: bool, **rest: Any
    ) -> Any:
        uri = name if name and "://" in name else None
        if uri and rest.get("engine") != "ray":
            raise click.UsageError("only clipper batch --engine ray writes to a URI.")
        path = Path(name) if name and name != "-" and not uri else None
        for_people = format_ is None and name in (None, "-") and sys.stdout.isatty()
        output = Output(format_for(format_, Path(uri) if uri else path), path, excel, records_only, for_people, uri)
        if excel and output.format != "csv":
            raise click.UsageError("--excel goes with --format csv.")
        if output.format == "parquet":
            _check_parquet(output)
        return command(*args, output=output, **rest)

    return with_output


def _check_parquet(output: Output) -> None:
    if output.records_only:
        raise click.UsageError("--records-only does not go with parquet: its rows hold the records.")
    if output.path is None and sys.stdout.isatty():
        raise click.UsageError("parquet is nothing for a terminal: give -o FILE.")
    if output.path is not None and output.path.suffix.lower() in _PACKED:
        raise click.UsageError("parquet is packed already: leave out .gz or .zst.")


def format_for(chosen: str | None, path: Path | None) -> str:
    """The format that was chosen, else the one that the name of the output says, else that for a terminal or a pipe.

    UsageError where the name promises what another command makes: JSON Lines by the name of a workbook open nowhere.
    """
    if chosen:
        return chosen
    if path is not None:
        suffix = suffix_of(path)
        if command := made_by(path):
            raise click.UsageError(f"no {suffix} is written here: clipper {command} makes one of clips.")
        return _NAMED.get(suffix, "jsonl")
    return "json" if sys.stdout.isatty() else "jsonl"


def suffix_of(path: Path) -> str:
    """What the name of an output ends in, before .gz or .zst."""
    return (path.with_suffix("") if path.suffix.lower() in _PACKED else path).suffix.lower()


def made_by(path: Path) -> str | None:
    """The command that makes files of this name of clips, if one does."""
    return _MADE_OF_CLIPS.get(suffix_of(path))


def clips_argument(command: Command) -> Command:
    """Add `CLIPS...`. What can't be read of them is told by `read_clips`, and stops nothing."""
    type_ = click.Path(path_type=Path, readable=False)
    return click.argument("clips", metavar="CLIPS...", nargs=-1, required=True, type=type_)(command)


def file_option(command: Command) -> Command:
    """Add `-o FILE`; the command gets it as `path`."""
    return click.option(
        "-o", "--output", "path", type=click.Path(path_type=Path, readable=False), metavar="FILE",
        help="Write to FILE, whole or not at all.  [default: standard output]",
    )(command)


def page_options(command: Command) -> Command:
    """Add `--url`, `--published` and `--encoding`: what the page does not say."""
    for option in (
        click.option("--encoding", metavar="NAME", callback=_known_encoding, help="Read the bytes in this encoding."),
        click.option("--published", metavar="DATE", callback=_iso_date,
                     help="The article's day, where the page tells none or a wrong one: 2025-06-10."),
        click.option("--url", help="Where the page came from."),
    ):
        command = option(command)
    return command


def confidence_option(command: Command) -> Command:
    """Add `--min-confidence`."""
    return click.option(
        "--min-confidence", type=click.FloatRange(0, 1), default=0.0, metavar="0..1",
        help="Leave out records under this confidence.  [default: 0]",
    )(command)


def _known_encoding(_ctx: click.Context, _param: click.Parameter, name: str | None) -> str | None:
    import codecs

    try:
        # What decodes bytes to bytes (zip, base64) is a codec too, but no encoding of text.
        if name is not None and not codecs.lookup(name)._is_text_encoding:
            raise LookupError
    except LookupError as error:
        raise click.BadParameter(f"no encoding is called {name!r}.") from error
    return name


def _iso_date(_ctx: click.Context, _param: click.Parameter, text: str | None) -> str | None:
    from datetime import datetime

    try:
        if text is not None:
            datetime.fromisoformat(text)
    except ValueError as error:
        raise click.BadParameter("give an ISO 8601 day or time: 2025-06-10 or 2025-06-10T09:30+09:00.") from error
    return text
