"""A file or stream → Page: bounded reading, `.gz` undone, errors of the system told in our words."""

from __future__ import annotations

import io
import os
import zlib
from pathlib import Path
from typing import BinaryIO

from clipper.errors import LimitError, ReadError
from clipper.read.page import Page

MAX_BYTES = 64 * 2**20
"""Bytes of one page, before and after decompression. The largest of real news pages stay under 5 MB."""

_GZIP = b"\x1f\x8b\x08"


def shown(path: str | os.PathLike[str]) -> str:
    """A path as valid Unicode: bytes of the name that are no UTF-8 appear as `\\xNN`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def load_file(path: Path) -> Page:
    """The page in a file; ReadError where it is missing, unreadable or too large."""
    name = shown(path)
    try:
        with path.open("rb") as stream:
            return load_stream(stream, path=name)
    except IsADirectoryError as error:
        raise ReadError("is a folder", where=name, hint="use clipper batch for folders") from error
    except OSError as error:
        raise ReadError(error.strerror or str(error), where=name, code=_code_of(error)) from error


def load_stream(stream: BinaryIO, *, path: str | None = None) -> Page:
    """The page in an open binary stream, decompressed where its first bytes say gzip."""
    data = stream.read(MAX_BYTES + 1)
    if data.startswith(_GZIP):
        data = _gunzip(data, path)
    if len(data) > MAX_BYTES:
        raise _too_large(path)
    return Page(data=data, path=path)


def _gunzip(data: bytes, path: str | None) -> bytes:
    """All members of a gzip file, and of a bomb no more than one byte past the limit."""
    out, rest = io.BytesIO(), data
    while rest.startswith(_GZIP) and out.tell() <= MAX_BYTES:
        unpacker = zlib.decompressobj(wbits=31)
        try:
            out.write(unpacker.decompress(rest, MAX_BYTES + 1 - out.tell()))
        except zlib.error as error:
            raise ReadError(f"damaged gzip file: {error}", where=path, code="bad_gzip") from error
        if not unpacker.eof and out.tell() <= MAX_BYTES:
            raise ReadError("gzip file is cut off", where=path, code="bad_gzip")
        rest = unpacker.unused_data
    return out.getvalue()


def _too_large(path: str | None) -> LimitError:
    return LimitError(f"larger than {MAX_BYTES // 2**20} MB", where=path)


def _code_of(error: OSError) -> str:
    names = {FileNotFoundError: "not_found", PermissionError: "no_permission"}
    return names.get(type(error), "unreadable")
