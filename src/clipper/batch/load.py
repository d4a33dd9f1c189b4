"""A file or stream → Page: bounded reading, errors of the system told in our words."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

from clipper.errors import LimitError, ReadError
from clipper.read.decode import MAX_BYTES
from clipper.read.page import Page

_CODES: dict[type[Exception], str] = {FileNotFoundError: "not_found", PermissionError: "no_permission"}


def shown(path: str | os.PathLike[str]) -> str:
    """A path as valid Unicode: bytes of the name that are no UTF-8 appear as `\\xNN`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def load_file(path: Path) -> Page:
    """The page in a file; ReadError where it is missing, unreadable or too large."""
    name = shown(path)
    try:
        with path.open("rb") as stream:
            return load_stream(stream, path=name, size=os.fstat(stream.fileno()).st_size)
    except IsADirectoryError as error:
        raise ReadError("is a folder", where=name, hint="clipper batch reads folders", code="is_folder") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        message = getattr(error, "strerror", None) or str(error)
        raise ReadError(message, where=name, code=_CODES.get(type(error))) from error


def load_stream(stream: BinaryIO, *, path: str | None = None, size: int = MAX_BYTES) -> Page:
    """The page in an open binary stream; no more is read of it than one page may have, LimitError where there is more.

    `size` is how many bytes it is said to hold: room for so many is made at once, and more is read if there are more.
    """
    data = stream.read(min(size, MAX_BYTES) + 1)
    if len(data) > size:
        data += stream.read(MAX_BYTES + 1 - len(data))
    if len(data) > MAX_BYTES:
        raise LimitError(f"more than {MAX_BYTES:,} bytes", where=path)
    return Page(data=data, path=path)
