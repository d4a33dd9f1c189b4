"""A zip archive → its pages, each a place in the file that is read and unpacked where it is worked on."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from clipper.batch.items import Item, Refused, stamp_of
from clipper.batch.load import shown
from clipper.batch.sources.members import is_wanted, member_key, member_name, objection
from clipper.batch.sources.unpacked import BROKEN, opened
from clipper.errors import EmptyInputError, LimitError, ReadError
from clipper.read.decode import MAX_BYTES
from clipper.read.page import Page

_LOCAL = b"PK\x03\x04"
_LOCAL_SIZE = 30
_ENCRYPTED = 0x1
_UTF8 = 0x800


@dataclass(frozen=True, slots=True)
class ZipMember:
    """A page in a zip archive; `offset` is that of its local header, `packed` the number of its packed bytes."""

    path: str
    key: str
    offset: int
    packed: int
    crc: int
    deflated: bool

    @property
    def stamp(self) -> str:
        """That of the archive."""
        return stamp_of(self.path)

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

    The directory alone is read here. It is held in memory, some 700 bytes a member.
    """
    archive = shown(path)
    try:
        with opened(path) as stream, ZipFile(stream) as opened_zip:
            members = opened_zip.infolist()
    except (*BROKEN, BadZipFile, RuntimeError, LookupError) as error:
        words = " ".join(str(error).split())
        hint = "was it copied to its end?"
        yield Refused(archive, ReadError(f"broken zip archive: {words}", where=archive, hint=hint, code="broken"))
        return
    except ReadError as error:
        yield Refused(archive, error.at(archive))
        return
    names = [_name(member) for member in members]
    known = frozenset(names)
    overlapping = _overlapping(members)
    empty = True
    for name, member in zip(names, members, strict=True):
        if not member.is_dir() and is_wanted(name, known.__contains__):
            empty = False
            yield _item(path, member_key(archive, name), name, member, overlaps=member.header_offset in overlapping)
    if empty:
        yield Refused(archive, EmptyInputError("no saved page in this archive", where=archive))


def _item(path: str, key: str, name: str, member: ZipInfo, *, overlaps: bool) -> Item:
    refused = objection(name, max(member.file_size, member.compress_size), key)
    if refused:
        return refused
    if overlaps:
        return Refused(key, LimitError("overlaps another member", where=key, hint="is the archive a bomb?"))
    if member.flag_bits & _ENCRYPTED:
        return Refused(key, ReadError("encrypted", where=key, hint="unpack the archive first", code="encrypted"))
    if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        error = ReadError(
            f"packed by method {member.compress_type}, which is not read", where=key, hint="unpack the archive first",
            code="unsupported",
        )
        return Refused(key, error)
    deflated = member.compress_type == ZIP_DEFLATED
    return ZipMember(path, key, member.header_offset, member.compress_size, member.CRC, deflated)


def _name(member: ZipInfo) -> str:
    """`zipfile` reads names that are not marked as UTF-8 as CP437, whatever they are."""
    if member.flag_bits & _UTF8:
        return member.filename
    try:
        return member_name(member.filename.encode("cp437"))
    except UnicodeEncodeError:
        return member.filename


def _overlapping(members: list[ZipInfo]) -> frozenset[int]:
    """The offsets of members whose packed bytes reach into the next: so do bombs that use the same bytes many times."""
    ordered = sorted(members, key=lambda member: member.header_offset)
    return frozenset(
        offset
        for one, other in pairwise(ordered)
        if one.header_offset + _LOCAL_SIZE + one.compress_size > other.header_offset
        for offset in (one.header_offset, other.header_offset)
    )
