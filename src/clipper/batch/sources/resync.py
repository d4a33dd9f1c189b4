"""Where a damaged WARC file can be read again."""

from __future__ import annotations

import zlib
from typing import BinaryIO

from clipper.batch.sources.unpacked import GZIP

_WARC = b"WARC/"
_GZIP = GZIP + b"\x08"
_STEP = 1 << 20
_OVERLAP = 64


def next_record(stream: BinaryIO, start: int) -> int | None:
    """The offset, from `start` on, of the next bytes that look like a record, by itself compressed or plain; None where
    there is none."""
    stream.seek(0)
    is_packed = stream.read(2) == GZIP
    mark = _GZIP if is_packed else b"\n" + _WARC
    stream.seek(start)
    tail = b""
    while data := stream.read(_STEP):
        window = tail + data
        base = stream.tell() - len(window)
        at = window.find(mark)
        while at >= 0:
            if not is_packed or _begins_record(stream, base + at):
                return base + at + (0 if is_packed else 1)
            at = window.find(mark, at + 1)
        tail = window[-_OVERLAP:] if len(data) == _STEP else b""
    return None


def _begins_record(stream: BinaryIO, offset: int) -> bool:
    """Whether what is compressed here begins as a record does; three bytes alone come up by chance."""
    here = stream.tell()
    stream.seek(offset)
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(stream.read(512), len(_WARC)) == _WARC
    except zlib.error:
        return False
    finally:
        stream.seek(here)
