"""Archives made for the tests, honest ones and others, and what is read of them."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from clipper.batch import Item, find_inputs
from clipper.errors import ClipperError
from clipper.read.page import Page

HTML = "<!doctype html><title>가온시</title><p>가온시는 나래대학교와 업무협약을 체결했다고 10일 밝혔다.</p>"
DATE = "2025-06-10T01:02:03Z"


def told(item: Item, below: Path) -> str:
    """`x.zip!a.html` for a page that can be loaded, `x.zip!a.html: CODE` for one that can't."""
    name = item.key.replace(f"{below}/", "")
    try:
        page = item.load()
    except ClipperError as error:
        return f"{name}: {error.code}"
    assert page.path == item.key
    return name


def read(path: Path, text_column: str | None = None) -> list[str]:
    """What is told of each item of a file, in order."""
    return [told(item, path.parent) for item in find_inputs([path], text_column=text_column)]


def pages(path: Path, text_column: str | None = None) -> list[Page]:
    return [item.load() for item in find_inputs([path], text_column=text_column)]


def zipped(path: Path, members: Iterable[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return path


def tarred(path: Path, members: Iterable[tuple[str, bytes]]) -> Path:
    """A tar archive, compressed if the name says so."""
    with tarfile.open(path, "w:gz" if path.suffix in {".gz", ".tgz"} else "w:") as archive:
        for name, data in members:
            archive.addfile(member(name, len(data)), io.BytesIO(data))
    return path


def member(name: str, size: int = 0) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.size = size
    return info


def record(
    number: int, body: bytes = HTML.encode(), *, kind: str = "response", status: str = "200 OK",
    http: Mapping[str, str] | None = None, url: str | None = None, content_type: str | None = None,
) -> bytes:
    """A WARC record: of HTTP, unless it is a `resource` or a `conversion`."""
    fields = {"Content-Type": "text/html; charset=utf-8"} | dict(http or {})
    header = f"HTTP/1.1 {status}\r\n" + "".join(f"{name}: {value}\r\n" for name, value in fields.items()) + "\r\n"
    is_http = kind in {"response", "request", "revisit"}
    block = header.encode() + body if is_http else body
    content_type = content_type or ("application/http; msgtype=response" if is_http else "text/html")
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Date: {DATE}\r\n"
        f"WARC-Target-URI: {url or f'https://news.example/{number}'}\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def packed_each(records: Iterable[bytes]) -> bytes:
    """A `.warc.gz` as crawlers write it."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def many(number: int, name: str = "{}.html") -> Iterator[tuple[str, bytes]]:
    for i in range(number):
        yield name.format(i), f"{HTML}<p>{i}</p>".encode()
