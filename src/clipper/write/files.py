"""Files that are written whole or not at all, packed where their name says so."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from gzip import GzipFile
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from clipper.errors import WriteError

PACKED = (".gz", ".zst")
"""The endings of names that have a file compressed."""

_LEVEL = 6


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A UTF-8 text stream that becomes `path` when the block ends well; otherwise `path` stays as it was.

    Compressed where the name ends in `.gz` or `.zst`: the same text gives the same bytes. See `whole_binary_file`.
    """
    with (
        whole_binary_file(path) as raw,
        _packed(raw, path.suffix.lower()) as binary,
        TextIOWrapper(binary, encoding="utf-8", newline="\n") as out,
    ):
        yield out


@contextmanager
def whole_binary_file(path: Path) -> Iterator[BinaryIO]:
    """A binary stream that becomes `path` when the block ends well; otherwise `path` stays as it was.

    The bytes are written beside the target and renamed over it. A symbolic link keeps pointing at the written file,
    the mode of an existing file is kept, and a device or pipe is written straight. WriteError where the system refuses.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():
            with target.open("wb") as out:
                yield out
            return
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part")
    except OSError as error:
        raise _refused(error, path) from error
    try:
        with os.fdopen(handle, "wb") as out:
            yield out
        _sync(name)
        Path(name).chmod(_mode_for(target))
        Path(name).replace(target)
    except BaseException as error:
        with suppress(OSError):
            Path(name).unlink()
        if isinstance(error, OSError):
            raise _refused(error, path) from error
        raise


@contextmanager
def _packed(raw: BinaryIO, suffix: str) -> Iterator[BinaryIO]:
    if suffix == ".gz":
        with GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=_LEVEL, mtime=0) as packed:
            yield cast("BinaryIO", packed)
    elif suffix == ".zst":
        if sys.version_info >= (3, 14):
            from compression.zstd import ZstdFile
        else:
            from backports.zstd import ZstdFile
        with ZstdFile(raw, "wb", level=_LEVEL) as packed:
            yield cast("BinaryIO", packed)
    else:
        yield raw


def _sync(name: str) -> None:
    """Have the system put the file on the disk, before a rename tells that it is whole."""
    handle = os.open(name, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _refused(error: OSError, path: Path) -> WriteError:
    return WriteError(error.strerror or str(error), where=str(path))


def _mode_for(target: Path) -> int:
    """The mode of the file that is there, or what the umask gives a new one."""
    with suppress(FileNotFoundError):
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask
