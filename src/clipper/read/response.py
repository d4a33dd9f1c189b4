"""An HTTP response as a WARC record keeps it: status, what it says of its body, and the body itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})(?!\d)")
_END = re.compile(rb"\r?\n\r?\n")
_CHUNK_LINE = 1024
_CHARSET = re.compile(r"charset=[\"']?([\w.:-]{1,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Response:
    """`media_type` is lower-case, `text/html` where none is given; `body` still has its Content-Encoding."""

    status: int
    media_type: str
    charset: str | None
    content_encoding: str
    body: bytes


def parse_response(block: bytes) -> Response | None:
    """The response that a block begins with (RFC 9112); None where it is none. Chunks are joined."""
    status = _STATUS.match(block)
    if not status:
        return None
    end = _END.search(block)
    header, body = (block[: end.start()], block[end.end() :]) if end else (block, b"")
    fields = header_fields(header)
    if "chunked" in fields.get("transfer-encoding", "").lower():
        body = dechunked(body)
    kind = fields.get("content-type", "")
    charset = _CHARSET.search(kind)
    return Response(
        status=int(status[1]),
        media_type=kind.partition(";")[0].strip().lower() or "text/html",
        charset=charset[1] if charset else None,
        content_encoding=fields.get("content-encoding", ""),
        body=body,
    )


def dechunked(body: bytes) -> bytes:
    """The body of a response without its chunks (RFC 9112, 7.1); one that is not chunked after all comes back as it is."""
    parts, at = [], 0
    while at < len(body):
        end = body.find(b"\r\n", at)
        size = _chunk_size(body[at : end if end >= 0 else at + _CHUNK_LINE])
        if size is None:
            return body
        if size == 0 or end < 0:
            break
        parts.append(body[end + 2 : end + 2 + size])
        at = end + size + 4
    return b"".join(parts)


def _chunk_size(line: bytes) -> int | None:
    """The number of bytes that a line announces; None where it announces none."""
    try:
        size = int(line[:_CHUNK_LINE].split(b";")[0], 16)
    except ValueError:
        return None
    return max(size, 0)


def header_fields(header: bytes) -> dict[str, str]:
    """The fields of a header block behind its first line, by lower-case name."""
    lines = (line.decode("utf-8", "replace").partition(":") for line in header.splitlines()[1:])
    return {name.strip().lower(): value.strip() for name, _, value in lines}
