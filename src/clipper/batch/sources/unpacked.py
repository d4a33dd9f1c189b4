"""gzip and Zstandard files as streams that notice a bomb, and the errors of broken files in our words."""

from __future__ import annotations

import gzip
import struct
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, Protocol

from clipper.batch.items import Item, Refused, stamp_of
from clipper.batch.load import shown
from clipper.errors import ClipperError, LimitError, ReadError

if sys.version_info >= (3, 14):
    from compression.zstd import ZstdError, ZstdFile
else:
    from backports.zstd import ZstdError, ZstdFile

GZIP = b"\x1f\x8b"
ZSTD = b"\x28\xb5\x2f\xfd"
BROKEN = (OSError, EOFError, ValueError, zlib.error, ZstdError, struct.error, OverflowError)
"""What the standard library raises for damaged archives."""
_HARMLESS = 1 << 30
_RATIO = 500
"""News pages shrink to a tenth or so. A file that has grown to over a gigabyte and 500 times its size is a bomb."""


class Source(Protocol):
    """A stream that is read forward."""

    def read(self, size: int = -1, /) -> bytes: ...  # noqa: D102
    def readline(self, size: int = -1, /) -> bytes: ...  # noqa: D102


class _Counted:
    """Counts what is read of the packed stream."""

    def __init__(self, raw: Source) -> None:
        self._raw = raw
        self.taken = 0

    def read(self, size: int = -1) -> bytes:
        data = self._raw.read(size)
        self.taken += len(data)
        return data


class _Guarded:
    """An unpacking stream that gives up where its output is out of all proportion to its input."""

    def __init__(self, unpacking: Source, packed: _Counted) -> None:
        self._unpacking, self._packed = unpacking, packed
        self._given = 0

    def read(self, size: int = -1) -> bytes:
        return self._count(self._unpacking.read(size))

    def readline(self, size: int = -1) -> bytes:
        return self._count(self._unpacking.readline(size))

    def tell(self) -> int:
        return self._given

    def _count(self, data: bytes) -> bytes:
        self._given += len(data)
        if self._given > _HARMLESS and self._given > _RATIO * self._packed.taken:
            raise LimitError(f"unpacks to more than {_RATIO} times its size", hint="is it a bomb?")
        return data


def unpacked(raw: Source, head: bytes) -> Source:
    """The stream unpacked, if its first bytes (`head`, not taken from it) are those of a gzip or Zstandard file.

    Reading raises one of `BROKEN` where it is damaged or cut short, LimitError where it is a bomb.
    """
    packed = _Counted(raw)
    if head.startswith(GZIP):
        return _Guarded(gzip.GzipFile(fileobj=packed, mode="rb"), packed)  # type: ignore[call-overload]
    if head.startswith(ZSTD):
        return _Guarded(ZstdFile(packed, "rb"), packed)  # type: ignore[call-overload]
    return raw


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """A file of bytes; ReadError with a code where the system refuses."""
    try:
        stream = open(path, "rb")  # noqa: SIM115 - errors of the block are not ours to translate
    except FileNotFoundError as error:
        raise ReadError("no such file", code="not_found") from error
    except PermissionError as error:
        raise ReadError("not allowed to read", code="no_permission") from error
    except (OSError, ValueError) as error:
        raise ReadError(getattr(error, "strerror", None) or str(error)) from error
    with stream:
        yield stream


def items_in(path: str, items: Callable[[Source, str, str | None, str], Iterator[Item]]) -> Iterator[Item]:
    """What `items` makes of a file that may be packed, or a `Refused` where it can't be read.

    `items` gets its stream, its name, its path where it is not packed (places in it can be read again), and its stamp.
    """
    name = shown(path)
    try:
        with opened(path) as stream:
            head = stream.read(4)
            stream.seek(0)
            source = unpacked(stream, head)
            yield from items(source, name, path if source is stream else None, stamp_of(path))
    except ReadError as error:
        yield Refused(name, error.at(name))


def piece(path: str, offset: int, size: int, key: str) -> bytes:
    """`size` bytes of a file from `offset` on; ReadError where it does not have them (any more)."""
    try:
        with opened(path) as stream:
            stream.seek(offset)
            data = stream.read(size)
    except OSError as error:
        raise ReadError(error.strerror or str(error), where=key) from error
    if len(data) < size:
        raise ReadError(f"{path} ends in the middle of this page", where=key, code="broken")
    return data


def broken(error: BaseException, where: str, done: int, what: str) -> ReadError:
    """The error for a source that breaks off after `done` of its pages (`what`: records, lines, ...)."""
    said, code = (error.message, error.code) if isinstance(error, ClipperError) else (str(error), "broken")
    words = " ".join(said.split())[:200] or type(error).__name__
    return ReadError(f"broken after {done:,} {what}: {words}", where=where, hint="what follows is not read", code=code)
