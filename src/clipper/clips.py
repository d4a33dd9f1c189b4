"""Clips that an earlier run wrote → clips again: JSON Lines, a JSON array or one object, plain, `.gz` or `.zst`; Parquet."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from pydantic import ValidationError

from clipper.errors import ClipperError, ReadError
from clipper.records import Clip, Failure

STDIN = Path("-")
_PARQUET = b"PAR1"


def read_clips(paths: Iterable[Path]) -> Iterator[Clip | Failure]:
    """The outcomes in files of clips, in order; `-` is standard input.

    Rows that stand for a failed input come back as they are. A file that can't be read, and a line that is no clip, are
    each a Failure (`not_found`, `not_a_clip`) with the path and the line: nothing is raised, nothing is silent.
    """
    for path in paths:
        try:
            with _opened(path) as stream:
                yield from _parquet(stream, str(path)) if path.suffix.lower() == ".parquet" else _outcomes(stream, str(path))
        except ClipperError as error:
            yield Failure.of(error, path=str(path))


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """The file's own bytes, its compression undone."""
    try:
        with _raw(path) as raw:
            yield _inflated(raw, path)
    except FileNotFoundError as error:
        raise ReadError("no such file", where=str(path), code="not_found") from error
    except IsADirectoryError as error:
        raise ReadError("is a folder", where=str(path), hint="clipper batch reads folders", code="is_folder") from error
    except (OSError, EOFError) as error:
        raise ReadError(getattr(error, "strerror", None) or str(error), where=str(path)) from error


@contextmanager
def _raw(path: Path) -> Iterator[BinaryIO]:
    if path == STDIN:
        yield sys.stdin.buffer
        return
    with path.open("rb") as stream:
        yield stream


def _inflated(raw: BinaryIO, path: Path) -> BinaryIO:
    if path.suffix == ".gz":
        return gzip.open(raw)  # type: ignore[return-value]
    if path.suffix in {".zst", ".zstd"}:
        if sys.version_info >= (3, 14):
            from compression.zstd import ZstdFile
        else:
            from backports.zstd import ZstdFile
        return ZstdFile(raw)  # type: ignore[return-value]
    return raw


def _parquet(stream: BinaryIO, name: str) -> Iterator[Clip | Failure]:
    from clipper.write.parquet import read_parquet

    return read_parquet(stream, name)


def _outcomes(stream: BinaryIO, name: str) -> Iterator[Clip | Failure]:
    """Lines are read one at a time; an indented document, which begins otherwise, as a whole."""
    first = stream.readline()
    if first.startswith(_PARQUET):
        raise ReadError("not a clip: Parquet is read from a file whose name ends in .parquet", where=name, code="not_a_clip")
    if first.strip() in (b"[", b"{", b"[]"):
        yield from _document(first + stream.read(), name)
        return
    number = 0
    line = first
    while line:
        number += 1
        if line.strip():
            yield _outcome(line, f"{name}:{number}")
        line = stream.readline()


def _document(data: bytes, name: str) -> Iterator[Clip | Failure]:
    try:
        found: Any = json.loads(data)
    except (ValueError, RecursionError):
        yield _refused(name)
        return
    for number, item in enumerate(found if isinstance(found, list) else [found], 1):
        yield _outcome(json.dumps(item).encode(), f"{name}[{number}]" if isinstance(found, list) else name)


def _outcome(data: bytes, where: str) -> Clip | Failure:
    try:
        return Clip.model_validate_json(data)
    except ValidationError as error:
        try:
            return Failure.model_validate_json(data)
        except ValidationError:
            if _is_event(data):
                return _event_refused(where)
            first = error.errors()[0]
            if first["type"] == "json_invalid":
                return _refused(where)
            return _refused(where, f"{'.'.join(map(str, first['loc']))}: {first['msg']}".lstrip(": "))


def _refused(where: str, why: str = "no JSON") -> Failure:
    error = ReadError(
        f"not a clip: {why}"[:300], hint="clips are what clipper writes as jsonl, json or parquet", code="not_a_clip"
    )
    return Failure.of(error, path=where)


def _is_event(data: bytes) -> bool:
    """Whether a line is one of those that `clipper merge` writes."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and str(found.get("id")).startswith("event-") and "history" in found


def _event_refused(where: str) -> Failure:
    error = ReadError(
        "an event of clipper merge is no clip: it has no article with evidence", code="not_a_clip",
        hint="give the clips that were merged; a table of events is clipper merge --format csv",
    )
    return Failure.of(error, path=where)
