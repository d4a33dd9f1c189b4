"""What pages are kept in: gzip, MHTML, Safari web archives, WARC. Each opens to the bytes of its main page."""

from __future__ import annotations

import plistlib
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email import message_from_bytes, policy
from email.message import Message

from clipper.errors import LimitError, ReadError
from clipper.read.response import header_fields, parse_response

_GZIP = b"\x1f\x8b"
_WEBARCHIVE = b"bplist00"
_WARC = b"WARC/"
_MHTML = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_MIME_START = re.compile(
    rb"\s*(?:from|subject|date|mime-version|content-type|snapshot-[a-z-]+|x-mailer)\s*:", re.IGNORECASE
)
_HEAD = 8192
_MAX_LAYERS = 4


@dataclass(frozen=True, slots=True)
class Content:
    """Bytes on their way out of their containers, with what the containers say of them."""

    data: bytes
    charset: str | None = None
    url: str | None = None
    media_type: str | None = None


def unpack(content: Content, limit: int) -> Content:
    """The innermost page, at most `limit` bytes of it; content that is in no container comes back as it is.

    Raises LimitError for what unpacks to more (or in too many layers), ReadError for a broken container.
    """
    for _ in range(_MAX_LAYERS):
        inner = _opened(content, limit)
        if inner is None:
            return content
        content = inner
    raise LimitError(f"packed more than {_MAX_LAYERS} times")


def _opened(content: Content, limit: int) -> Content | None:
    data = content.data
    if len(data) > limit:
        raise LimitError(f"{len(data):,} bytes, the limit is {limit:,}")
    if data.startswith(_GZIP):
        return replace(content, data=gunzip(data, limit))
    if data.startswith(_WARC):
        return _warc(content)
    if data.startswith(_WEBARCHIVE):
        return _webarchive(content)
    if _MIME_START.match(data[:_HEAD]) and _MHTML.search(data[:_HEAD]):
        return _mhtml(content)
    return None


def gunzip(data: bytes, limit: int) -> bytes:
    """All members of a gzip file, read no further than `limit` bytes; a file that is cut short gives what it holds.

    ReadError where it is damaged, LimitError where it unpacks to more.
    """
    parts, total = [], 0
    while data.startswith(_GZIP):
        member = zlib.decompressobj(wbits=31)
        try:
            part = member.decompress(data, limit - total + 1)
        except zlib.error as error:
            raise ReadError(f"broken gzip file: {error}") from error
        parts.append(part)
        total += len(part)
        if total > limit:
            raise LimitError(f"unpacks to more than {limit:,} bytes")
        data = member.unused_data
    return b"".join(parts)


def _mhtml(content: Content) -> Content | None:
    try:
        message = message_from_bytes(content.data.lstrip(), policy=policy.compat32)
    except RecursionError as error:
        raise LimitError("parts nested too deep in the web archive") from error
    for part in _parts(message):
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            body = part.get_payload(decode=True)
            if isinstance(body, bytes) and body.strip():
                url = part.get("Content-Location") or message.get("Snapshot-Content-Location")
                charset = _charset_of(part) or content.charset
                return Content(body, charset, content.url or _web(url), "multipart/related")
    raise ReadError("the web archive holds no HTML page")


def _parts(message: Message) -> Iterator[Message]:
    """Main page first: the part that `start` names, else in order."""
    parts = list(message.walk())
    start = message.get_param("start")
    named = [p for p in parts if isinstance(start, str) and p.get("Content-ID") == start]
    yield from named
    yield from parts


def _charset_of(part: Message) -> str | None:
    charset = part.get_content_charset()
    return charset if charset and charset.isascii() else None


def _web(url: object) -> str | None:
    text = str(url).strip() if url else ""
    return text if text.startswith(("http://", "https://")) else None


def _webarchive(content: Content) -> Content | None:
    try:
        main = plistlib.loads(content.data)["WebMainResource"]
        data, label, url = main["WebResourceData"], main.get("WebResourceTextEncodingName"), main.get("WebResourceURL")
    except Exception as error:  # plistlib raises whatever the broken bytes provoke
        raise ReadError("broken web archive") from error
    if not isinstance(data, bytes):
        raise ReadError("broken web archive")
    return Content(data, str(label) if label else content.charset, content.url or _web(url), "application/x-webarchive")


def _warc(content: Content) -> Content | None:
    """The first HTML response (or resource) of a WARC file; see ISO 28500, 4 and 6."""
    rest = content.data
    while rest.startswith(_WARC):
        header, _, after = rest.partition(b"\r\n\r\n")
        fields = header_fields(header)
        size = fields.get("content-length", "")
        if not size.isdigit():
            raise ReadError("broken WARC record")
        block, rest = after[: int(size)], after[int(size) :].lstrip(b"\r\n")
        if fields.get("warc-type") == "resource":
            return Content(block, None, content.url or _web(fields.get("warc-target-uri")), "application/warc")
        if fields.get("warc-type") == "response":
            found = _response(block)
            if found is not None:
                return replace(found, url=content.url or _web(fields.get("warc-target-uri")))
    raise ReadError("the WARC file holds no HTML page")


def _response(block: bytes) -> Content | None:
    response = parse_response(block)
    if response is None or ("html" not in response.media_type and response.media_type != "text/plain"):
        return None
    return Content(response.body, response.charset, None, "application/warc")
