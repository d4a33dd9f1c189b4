"""The directory of a zip archive, entry by entry: `zipfile` reads the same, but holds it whole (APPNOTE 6.3.10, 4.3)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from clipper.batch.sources.members import member_name
from clipper.errors import ReadError

_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"
_LOCATOR = struct.Struct("<4sLQL")
_END64 = struct.Struct("<4sQ2H2L4Q")
_ENTRY = struct.Struct("<4s4B4HL2L5H2L")
_MAX_COMMENT = 1 << 16
_UTF8 = 0x800
_ZIP64 = 1
_IN_ZIP64 = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Entry:
    """A member as the directory tells it; `offset` is that of its local header in the file, sizes are in bytes."""

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int


@dataclass(frozen=True, slots=True)
class Directory:
    """Where the directory stands, and how many bytes stand before the archive (of a program that unpacks it, say)."""

    start: int
    size: int
    before: int


def find_directory(stream: BinaryIO) -> Directory:
    """The place of the directory of a zip archive; ReadError where there is none."""
    length = stream.seek(0, 2)
    tail_at = max(0, length - _MAX_COMMENT - _END.size)
    stream.seek(tail_at)
    tail = stream.read()
    at = tail.rfind(_END_MARK)
    if at < 0 or len(tail) - at < _END.size:
        raise ReadError("no directory at its end")
    *_, size, start, _ = _END.unpack_from(tail, at)
    end = tail_at + at
    wide = _wide(stream, end)
    if wide is not None:
        end, size, start = wide
    before = end - size - start
    if before < 0:
        raise ReadError("a directory that can't be where it says")
    return Directory(start + before, size, before)


def _wide(stream: BinaryIO, end: int) -> tuple[int, int, int] | None:
    """Where the zip64 record of the end begins, and size and start of the directory that it tells; None without one."""
    if end < _LOCATOR.size + _END64.size:
        return None
    stream.seek(end - _LOCATOR.size)
    mark, *_ = _LOCATOR.unpack(stream.read(_LOCATOR.size))
    if mark != b"PK\x06\x07":
        return None
    # The record is looked for where it stands, which its offset does not tell where bytes stand before the archive.
    at = end - _LOCATOR.size - _END64.size
    stream.seek(at)
    mark, *_, size, start = _END64.unpack(stream.read(_END64.size))
    if mark != b"PK\x06\x06":
        raise ReadError("a zip64 record that is not where it should be")
    return at, size, start


def entries(stream: BinaryIO, directory: Directory) -> Iterator[Entry]:
    """The members in the order of the directory; ReadError where it breaks off. The stream is moved between entries."""
    at, end = directory.start, directory.start + directory.size
    while at < end:
        stream.seek(at)
        head = stream.read(_ENTRY.size)
        if len(head) < _ENTRY.size or not head.startswith(b"PK\x01\x02"):
            raise ReadError("the directory breaks off")
        fields = _ENTRY.unpack(head)
        flags, method = fields[5], fields[6]
        crc, packed, size, name_size, extra_size, comment_size = fields[9:15]
        data = stream.read(name_size + extra_size)
        if len(data) < name_size + extra_size:
            raise ReadError("the directory breaks off")
        size, packed, offset = _widened(data[name_size:], size, packed, fields[-1])
        yield Entry(_name(data[:name_size], flags), flags, method, crc, packed, size, offset + directory.before)
        at += _ENTRY.size + name_size + extra_size + comment_size


def _widened(extra: bytes, *values: int) -> tuple[int, ...]:
    """The values, with those that do not fit into 32 bits taken from the zip64 field among the extra ones."""
    wide = _field(extra, _ZIP64)
    found = []
    for value in values:
        if value == _IN_ZIP64 and len(wide) >= 8:
            value, wide = int.from_bytes(wide[:8], "little"), wide[8:]
        found.append(value)
    return tuple(found)


def _field(extra: bytes, wanted: int) -> bytes:
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<2H", extra)
        if kind == wanted:
            return extra[4 : 4 + size]
        extra = extra[4 + size :]
    return b""


def _name(raw: bytes, flags: int) -> str:
    raw = raw.partition(b"\0")[0]
    return raw.decode("utf-8", "backslashreplace") if flags & _UTF8 else member_name(raw)
