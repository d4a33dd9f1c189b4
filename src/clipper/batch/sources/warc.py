"""WARC (ISO 28500) → its pages: records of HTML or text that a server gave with success, each a place in the file.

Crawlers compress every record for itself, so that a record of a `.warc.gz` can be read from its offset alone, as it can in
a plain `.warc`. Where a whole file was compressed at once, and in a pipe, the records themselves are handed out. Needs the
extra `warc`; fastwarc is imported when the first archive is opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO, cast

from clipper.batch.items import Held, InFile, Item, Refused, stamp_of
from clipper.batch.load import shown
from clipper.batch.sources.resync import next_record
from clipper.batch.sources.unpacked import BROKEN, GZIP, Source, broken, opened, unpacked
from clipper.errors import ClipperError, EmptyInputError, FetchError, LimitError, MissingExtraError, ReadError
from clipper.fetch.decode import Body
from clipper.read.decode import MAX_BYTES
from clipper.read.page import Page
from clipper.read.response import parse_response

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_MAX_BLOCK = MAX_BYTES + 1_000_000
_MAX_HEAD = 16_384
_MAX_BREAKS = 100
"""So many damaged places of an archive are passed; after that it is given up."""
_TRIED = 3
_TEXTS = ("text/html", "application/xhtml+xml", "text/plain")
_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z")


@dataclass(frozen=True, slots=True)
class Record(InFile):
    """A record of an archive: where it begins, and its id, by which it is known again."""

    offset: int
    id: str

    def load(self) -> Page:
        """The page in the record; ReadError where it is damaged, or no longer there."""
        try:
            with opened(self.path) as stream:
                stream.seek(self.offset)
                record = next(_records(stream), None)
                if record is None or (record.record_id or "") != self.id:
                    raise ReadError("the archive has another record here", where=self.key, code="broken")
                return _page(record, record.reader.read(_length(record)), self.key)
        except OSError as error:
            raise ReadError(f"damaged in its archive: {error}", where=self.key, code="broken") from error


def warc_file_items(path: str) -> Iterator[Item]:
    """The pages in a WARC file, and a `Refused` for each place where it is damaged.

    Records that are no page (requests, pictures, redirects, errors, robots.txt) are passed over.
    """
    name = shown(path)
    try:
        with opened(path) as stream:
            if _is_in_places(stream):
                yield from _places(stream, path, name)
                return
            stream.seek(0)
            yield from warc_items(unpacked(stream, GZIP), name, stamp_of(path))
    except OSError as error:
        yield Refused(name, broken(error, name, 0, "pages"))
    except ClipperError as error:
        yield Refused(name, error.at(name))


def warc_items(source: Source, name: str, stamp: str = "") -> Iterator[Item]:
    """The pages in a stream of WARC (unpacked) that is read but once."""
    found = 0
    try:
        for record in _records(source):
            head = record.reader.read(_MAX_HEAD)
            item = _judged(record, head, f"{name}!{record.stream_pos}", stamp)
            if item is not None:
                found += 1
                yield item if isinstance(item, Refused) else _held(record, head, item, stamp)
    except MissingExtraError:
        raise
    except (ClipperError, *BROKEN) as error:
        yield Refused(name, broken(error, name, found, "pages"), stamp)
        return
    if not found:
        yield _nothing(name, stamp)


def _held(record: WarcRecord, head: bytes, key: str, stamp: str) -> Item:
    try:
        return Held(key, _page(record, head + record.reader.read(_length(record)), key), stamp)
    except ReadError as error:
        return Refused(key, error, stamp)


def _places(stream: BinaryIO, path: str, name: str) -> Iterator[Item]:
    """The records by their offsets; behind a damaged place it goes on with the next record that can be read."""
    stamp, start, found = stamp_of(path), 0, 0
    for _ in range(_MAX_BREAKS):
        at, read = start, 0
        stream.seek(start)
        try:
            for record in _records(stream):
                at, read = record.stream_pos, read + 1
                item = _judged(record, record.reader.read(_MAX_HEAD), f"{name}!{at}", stamp)
                if item is not None:
                    found += 1
                    yield item if isinstance(item, Refused) else Record(path, item, at, record.record_id or "")
        except OSError as error:
            if read or not start:
                yield Refused(f"{name}!{at}", _damaged(error, f"{name}!{at}"), stamp)
            following = next_record(stream, at + 1)
            if following is None:
                return
            start = following
        else:
            break
    else:
        yield Refused(name, ReadError("damaged in too many places; the rest is not read", where=name, code="broken"), stamp)
    if not found:
        yield _nothing(name, stamp)


def _is_in_places(stream: BinaryIO) -> bool:
    """Whether the first records can each be read from its own offset."""
    seen: list[tuple[int, str | None]] = []
    with suppress(OSError):
        seen = [(record.stream_pos, record.record_id) for record in islice(_records(stream), _TRIED)]
    for offset, record_id in seen:
        stream.seek(offset)
        record = None
        with suppress(OSError):
            record = next(_records(stream), None)
        if record is None or record.record_id != record_id:
            return False
    stream.seek(0)
    return True


def _records(stream: Source) -> Iterator[WarcRecord]:
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise MissingExtraError.of("warc", "WARC") from error
    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    # what it takes of a stream is `read`, and `tell` where there is one
    readable = cast("BinaryIO", stream)
    return iter(ArchiveIterator(readable, record_types=kinds, parse_http=False, fsspec_args=False))


def _judged(record: WarcRecord, head: bytes, key: str, stamp: str) -> str | Refused | None:
    """The key of a record that holds a page, a refusal of one that does but is too large, None for all else. `head` is
    the beginning of its block."""
    if not _is_page(record, head):
        return None
    size = _size(record)
    if size is not None and size > _MAX_BLOCK:
        return Refused(key, LimitError(f"{size:,} bytes, the limit is {MAX_BYTES:,}", where=key), stamp)
    return key


def _is_page(record: WarcRecord, head: bytes) -> bool:
    kind = _header(record, "Content-Type").lower()
    url = _header(record, "WARC-Target-URI")
    if url.endswith("/robots.txt"):
        return False
    if "application/http" not in kind:
        return kind.startswith(_TEXTS)
    response = parse_response(head)
    return response is not None and 200 <= response.status < 300 and response.media_type in _TEXTS


def _page(record: WarcRecord, block: bytes, key: str) -> Page:
    """The page in a record's block, its transfer and content codings undone."""
    size = _size(record)
    if size is None or len(block) < size:
        raise ReadError("the archive ends in the middle of this record", where=key, code="broken")
    page = Page(
        data=block,
        path=key,
        url=_header(record, "WARC-Target-URI").strip("<>") or None,
        media_type=_header(record, "Content-Type").partition(";")[0].strip() or None,
        fetched_at=found[0] if (found := _STAMP.fullmatch(_header(record, "WARC-Date"))) else None,
    )
    response = parse_response(block) if "application/http" in _header(record, "Content-Type").lower() else None
    if response is None:
        return page
    data = _decoded(response.body, response.content_encoding, key)
    return replace(page, data=data, charset=response.charset, media_type=response.media_type)


def _decoded(body: bytes, encoding: str, key: str) -> bytes:
    """The body without its Content-Encoding; some crawlers undo it and leave the header as it was."""
    if not encoding:
        return body
    undone = Body(encoding, max_wire=_MAX_BLOCK, max_bytes=MAX_BYTES)
    try:
        undone.feed(body)
        return undone.finish()
    except FetchError as error:
        raise ReadError(error.message, where=key, hint=error.hint, code=error.code) from error


def _header(record: WarcRecord, name: str) -> str:
    return record.headers.get(name) or ""


def _size(record: WarcRecord) -> int | None:
    """The bytes that the record says its block has."""
    text = _header(record, "Content-Length").strip()
    return int(text[:18]) if text.isdecimal() else None


def _length(record: WarcRecord) -> int:
    """How much to ask for: fastwarc makes room for all of it."""
    return min(_size(record) or 0, _MAX_BLOCK)


def _damaged(error: OSError, key: str) -> ReadError:
    return ReadError(f"damaged behind this place: {error}", where=key, code="broken")


def _nothing(name: str, stamp: str) -> Refused:
    return Refused(name, EmptyInputError("no page in this archive", where=name), stamp)
