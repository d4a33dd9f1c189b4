"""A zip archive → its pages, each a place in the file that is read and unpacked where it is worked on."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from clipper.batch.items import InFile, Item, Refused, stamp_of
from clipper.batch.load import shown
from clipper.batch.sources.folder import asset_stems
from clipper.batch.sources.members import is_wanted, member_key, objection
from clipper.batch.sources.unpacked import BROKEN, opened
from clipper.batch.sources.zipdir import Directory, Entry, entries, find_directory
from clipper.errors import EmptyInputError, LimitError, ReadError
from clipper.read.decode import MAX_BYTES
from clipper.read.page import Page

_LOCAL = b"PK\x03\x04"
_LOCAL_SIZE = 30
_ENCRYPTED = 0x1
_STORED, _DEFLATED = 0, 8


@dataclass(frozen=True, slots=True)
class ZipMember(InFile):
    """A page in a zip archive; `offset` is that of its local header, `packed` the number of its packed bytes."""

    offset: int
    packed: int
    crc: int
    deflated: bool

    def load(self) -> Page:
        """The page, unpacked no further than a page may be long; ReadError where its bytes are not as the archive says."""
        try:
            with opened(self.path) as stream:
                stream.seek(self.offset)
                header = stream.read(_LOCAL_SIZE)
                if len(header) < _LOCAL_SIZE or not header.startswith(_LOCAL):
                    raise ReadError("the zip archive has no member here", where=self.key, code="broken")
                stream.seek(int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little"), 1)
                data = self._inflated(stream.read(self.packed))
        except BROKEN as error:
            raise ReadError(f"damaged in its zip archive: {error}", where=self.key, code="broken") from error
        if len(data) > MAX_BYTES:
            raise LimitError(f"unpacks to more than {MAX_BYTES:,} bytes", where=self.key)
        if zlib.crc32(data) != self.crc:
            raise ReadError("damaged in its zip archive: the checksum differs", where=self.key, code="broken")
        return Page(data=data, path=self.key)

    def _inflated(self, packed: bytes) -> bytes:
        # The end of the input ends the page too: cut data is noticed by its checksum.
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, MAX_BYTES + 1) if self.deflated else packed


def zip_items(path: str) -> Iterator[Item]:
    """The pages in a zip archive, in the order of its directory, and a `Refused` for each that can't be read.

    The directory alone is read here, entry by entry.
    """
    archive = shown(path)
    empty = True
    try:
        with opened(path) as stream:
            directory = find_directory(stream)
            has_member = _siblings(stream, directory).__contains__
            for entry in _honest(stream, directory):
                if not entry.name.endswith("/") and is_wanted(entry.name, has_member):
                    empty = False
                    yield _item(path, member_key(archive, entry.name), entry)
    except LimitError as error:
        yield Refused(archive, error.at(archive), stamp_of(path))
        return
    except (ReadError, *BROKEN) as error:
        yield Refused(archive, _broken(error, archive), stamp_of(path))
        return
    if empty:
        yield Refused(archive, EmptyInputError("no saved page in this archive", where=archive), stamp_of(path))


def _honest(stream: BinaryIO, directory: Directory) -> Iterator[Entry]:
    """The entries, as long as their bytes find room in the file: a bomb uses the same bytes many times."""
    room = directory.start
    for entry in entries(stream, directory):
        room -= _LOCAL_SIZE + entry.packed
        if room < 0:
            raise LimitError("its members share bytes; the rest is not read", hint="is the archive a bomb?")
        yield entry


def _siblings(stream: BinaryIO, directory: Directory) -> frozenset[str]:
    """The pages that a browser has saved with a folder beside them, as far as the names tell."""
    stems = {
        f"{above}{stem}"
        for entry in entries(stream, directory)
        for above, folder in _folders(entry.name)
        for stem in asset_stems(folder)
    }
    if not stems:
        return frozenset()
    return frozenset(entry.name for entry in entries(stream, directory) if entry.name.rpartition(".")[0] in stems)


def _folders(name: str) -> Iterator[tuple[str, str]]:
    """The folders on the way to a member, each with the path above it: `("a/", "b")` for `a/b/c`."""
    above = ""
    for folder in name.split("/")[:-1]:
        yield above, folder
        above = f"{above}{folder}/"


def _broken(error: Exception, archive: str) -> ReadError:
    if isinstance(error, ReadError) and error.code in {"not_found", "no_permission"}:
        error.at(archive)
        return error
    words = " ".join(getattr(error, "message", str(error)).split())
    return ReadError(f"broken zip archive: {words}", where=archive, hint="was it copied to its end?", code="broken")


def _item(path: str, key: str, entry: Entry) -> Item:
    refused = objection(entry.name, max(entry.size, entry.packed), key)
    if refused:
        return refused
    if entry.flags & _ENCRYPTED:
        return Refused(key, ReadError("encrypted", where=key, hint="unpack the archive first", code="encrypted"))
    if entry.method not in (_STORED, _DEFLATED):
        message = f"packed by method {entry.method}, which is not read"
        return Refused(key, ReadError(message, where=key, hint="unpack the archive first", code="unsupported"))
    return ZipMember(path, key, entry.offset, entry.packed, entry.crc, entry.method == _DEFLATED)
