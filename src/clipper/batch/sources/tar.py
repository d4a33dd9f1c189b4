"""A tar archive → its pages: places in the file where it is plain, the bytes themselves where it is compressed."""

from __future__ import annotations

import tarfile
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, cast

from clipper.batch.items import Held, InFile, Item, Refused
from clipper.batch.sources.members import is_wanted, member_key, member_name, objection
from clipper.batch.sources.unpacked import BROKEN, Source, broken, items_in, piece
from clipper.errors import ClipperError, EmptyInputError, LimitError, ReadError
from clipper.read.page import Page

_REMEMBERED = 10_000
_MAX_HEADER = 16_384
"""Headers are blocks of 512 bytes; long names and the like come to a few thousand. Patterns of `tarfile` take a time that
grows with the square of a header (CVE-2024-6232)."""
_STEP = 1 << 20
_NEGATIVE = "a member of negative size"


@dataclass(frozen=True, slots=True)
class TarMember(InFile):
    """A page in a plain tar archive: `size` bytes from `offset` on."""

    offset: int
    size: int

    def load(self) -> Page:
        """The page; ReadError where the archive ends before it does."""
        return Page(data=piece(self.path, self.offset, self.size, self.key), path=self.key)


class _Tape:
    """A stream for `tarfile` to go through forward, without more of a header in memory than an honest one has."""

    def __init__(self, source: Source, *, can_seek: bool) -> None:
        self._source, self._can_seek = source, can_seek
        self._at = 0
        self.last = b""

    def tell(self) -> int:
        return self._at

    def read(self, size: int) -> bytes:
        """What `tarfile` asks for: headers."""
        if size > _MAX_HEADER:
            raise LimitError(f"a header of {size:,} bytes")
        self.last = self.take(size)
        return self.last

    def take(self, size: int) -> bytes:
        """The next bytes, fewer only at the end of the stream."""
        data = self._source.read(size)
        self._at += len(data)
        return data

    def seek(self, to: int) -> None:
        if to < self._at:  # a negative size would have tarfile go round for ever (CVE-2025-8194)
            raise tarfile.ReadError(_NEGATIVE)
        if self._can_seek:
            cast("BinaryIO", self._source).seek(to)
            self._at = to
        while self._at < to and self.take(min(to - self._at, _STEP)):
            pass


class _Recent:
    """The last names of an archive whose list of names nobody knows before its end."""

    def __init__(self) -> None:
        self._names: OrderedDict[str, None] = OrderedDict()

    def add(self, name: str) -> None:
        self._names[name] = None
        if len(self._names) > _REMEMBERED:
            self._names.popitem(last=False)

    def holds(self, name: str) -> bool:
        return name in self._names


def tar_file_items(path: str) -> Iterator[Item]:
    """The pages in a tar archive, in its order, and a `Refused` for each that can't be read; see `tar_items`."""
    return items_in(path, tar_items)


def tar_items(source: Source, archive: str, path: str | None, stamp: str = "") -> Iterator[Item]:
    """The pages in a stream of tar; where it is the plain file `path`, their places alone are handed out.

    Links and devices are passed over. A browser's frames are known by their page if it comes before them.
    """
    recent = _Recent()
    pages = 0
    tape = _Tape(source, can_seek=path is not None)
    try:
        with tarfile.open(fileobj=tape, mode="r:") as tar:  # type: ignore[call-overload]
            while (member := tar.next()) is not None:
                tar.members = []  # tarfile would keep them all
                if member.size < 0:
                    raise tarfile.ReadError(_NEGATIVE)
                name = _name(member)
                recent.add(name)
                if member.isreg() and is_wanted(name, recent.holds):
                    pages += 1
                    yield _item(tape, member, name, archive, path, stamp)
        if not tape.last or tape.last.strip(b"\0"):  # tarfile takes whatever is no header for the end
            raise tarfile.ReadError("neither a file nor the mark of the end where one should be")
    except (tarfile.TarError, ClipperError, RecursionError, LookupError, *BROKEN) as error:
        yield Refused(archive, broken(error, archive, pages, "pages"), stamp)
        return
    if not pages:
        yield Refused(archive, EmptyInputError("no saved page in this archive", where=archive), stamp)


def _item(
    tape: _Tape, member: tarfile.TarInfo, name: str, archive: str, path: str | None, stamp: str
) -> Item:
    key = member_key(archive, name)
    refused = objection(name, member.size, key)
    if refused:
        return refused
    if member.sparse is not None:
        return Refused(key, ReadError("a sparse file", where=key, hint="unpack the archive first", code="unsupported"))
    if path is not None:
        return TarMember(path, key, member.offset_data, member.size)
    tape.seek(member.offset_data)
    return Held(key, Page(data=tape.take(member.size), path=key), stamp)


def _name(member: tarfile.TarInfo) -> str:
    """Names that are no UTF-8 come from `tarfile` with their bytes escaped."""
    return member_name(member.name.encode("utf-8", "surrogateescape")).removeprefix("./")
