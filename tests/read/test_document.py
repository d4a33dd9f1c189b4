"""What pages are kept in is opened, what is no page is refused, and markup is told from text by content."""

from __future__ import annotations

import gzip
import io
import plistlib
import zipfile

import pytest

from clipper.errors import BinaryInputError, EmptyInputError, EncodingError, LimitError, ReadError
from clipper.read.document import looks_like_html, read
from clipper.read.page import Page

HTML = "<!doctype html><html><head><title>대전시</title></head><body><p>시장은 캐나다로 떠났다.</p></body></html>"
DUMP = "대전시, 퀘벡주와 협약\n\n시장은 12일 캐나다에서 협약을 맺는다고 밝혔다. <관련기사 2면>\n"


def mhtml(body: bytes, charset: str, coding: str, boundary: str = "----=_x") -> bytes:
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example.com/1\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/related; type="text/html"; boundary="{boundary}"\r\n\r\n'
        f"--{boundary}\r\nContent-Type: text/css\r\n\r\np {{}}\r\n"
        f"--{boundary}\r\nContent-Type: text/html; charset={charset}\r\nContent-Transfer-Encoding: {coding}\r\n"
        "Content-Location: https://news.example.com/articleView.html?idxno=1\r\n\r\n"
    ).encode() + body + f"\r\n--{boundary}--\r\n".encode()


def warc(body: bytes, headers: str = "") -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=euc-kr\r\n{headers}\r\n".encode() + body
    info = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 2\r\n\r\nab\r\n\r\n"
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.com/2\r\nContent-Length: {len(http)}"
    return info + head.encode() + b"\r\n\r\n" + http + b"\r\n\r\n"


def test_html_and_text_are_told_by_content_not_by_name() -> None:
    assert read(Page(HTML.encode(), path="a.txt")).kind == "html"
    assert read(Page(DUMP.encode(), path="a.html", media_type="text/html")).kind == "text"
    assert read(Page(DUMP.encode())).media_type == "text/plain"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<p>한 문단</p><p>두 문단</p>", True),
        ("\n<!-- saved from url --><div>본문</div>", True),
        ("<?xml version='1.0'?><html/>", True),
        ("<월스트리트 저널>은 12일 <관련기사> 밝혔다.", False),
        ("시장은 밝혔다.\n<table>\n<tr><td>구분</td><td>합계</td></tr>\n</table>\n시는 설명했다.<br>", False),
        ("<table><tr><td>시장은 밝혔다.<br>시는 설명했다.</td></tr></table>", True),
        ("시장은 <b>어제</b> 밝혔다.<p>시는 설명했다.<p>끝", True),
        ("x < y 그리고 z > 1 이면 <b>", False),
        ("시장은 밝혔다. " * 200 + '<iframe src="https://example.com"></iframe>', False),
    ],
)
def test_what_counts_as_markup(text: str, html: bool) -> None:
    assert looks_like_html(text) is html


def test_gzip_of_several_members_is_opened() -> None:
    data = gzip.compress(HTML[:50].encode()) + gzip.compress(HTML[50:].encode())
    assert read(Page(data)).text == HTML
    assert read(Page(gzip.compress(gzip.compress(HTML.encode())))).text == HTML


def test_gzip_cut_short_gives_what_it_holds_and_a_broken_one_is_refused() -> None:
    assert "대전시" in read(Page(gzip.compress((HTML * 50).encode())[:-12])).text
    with pytest.raises(ReadError, match="gzip"):
        read(Page(b"\x1f\x8b\x08\x00" + b"\xff" * 40))


def test_a_gzip_bomb_stops_at_the_limit() -> None:
    bomb = gzip.compress(b"a" * 20_000_000)
    with pytest.raises(LimitError):
        read(Page(bomb), limit=1_000_000)
    with pytest.raises(LimitError):
        read(Page(gzip.compress(gzip.compress(gzip.compress(gzip.compress(gzip.compress(HTML.encode())))))))


def test_bytes_past_the_limit_are_refused_unread() -> None:
    with pytest.raises(LimitError, match="limit"):
        read(Page(b"a" * 101), limit=100)


@pytest.mark.parametrize(("charset", "label"), [("cp949", "euc-kr"), ("utf-8", "utf-8"), ("cp949", "utf-8")])
@pytest.mark.parametrize("coding", ["base64", "quoted-printable", "8bit"])
def test_mhtml_gives_its_page_and_address(charset: str, label: str, coding: str) -> None:
    import base64
    import quopri

    raw = HTML.encode(charset)
    body = {"base64": base64.encodebytes(raw), "quoted-printable": quopri.encodestring(raw), "8bit": raw}[coding]
    document = read(Page(mhtml(body, label, coding)))
    assert (document.kind, document.encoding) == ("html", charset)
    assert "캐나다로 떠났다" in document.text
    assert document.url == "https://news.example.com/articleView.html?idxno=1"
    assert document.media_type == "multipart/related"


def test_mhtml_without_a_page_is_refused() -> None:
    with pytest.raises(ReadError, match="no HTML"):
        read(Page(b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--\r\n"))


def test_safari_archives_are_opened() -> None:
    main = {"WebResourceData": HTML.encode("cp949"), "WebResourceTextEncodingName": "euc-kr",
            "WebResourceURL": "https://example.com/3"}
    document = read(Page(plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)))
    assert (document.kind, document.encoding, document.url) == ("html", "cp949", "https://example.com/3")
    with pytest.raises(ReadError, match="archive"):
        read(Page(b"bplist00" + b"\x00" * 40))


def test_warc_gives_its_first_page() -> None:
    document = read(Page(gzip.compress(warc(HTML.encode("cp949")))))
    assert (document.encoding, document.url, document.kind) == ("cp949", "https://example.com/2", "html")
    chunked = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (HTML[:40].encode(), HTML[40:].encode()))
    assert read(Page(warc(chunked + b"0\r\n\r\n", "Transfer-Encoding: chunked\r\n"))).text == HTML
    with pytest.raises(ReadError, match="WARC"):
        read(Page(b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n"))


def test_the_callers_address_comes_first() -> None:
    assert read(Page(warc(HTML.encode()), url="https://example.com/mine")).url == "https://example.com/mine"


@pytest.mark.parametrize("data", [b"", b"  \r\n\t ", b"\0\0\0\0", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_nothing_is_an_empty_input(data: bytes) -> None:
    with pytest.raises(EmptyInputError):
        read(Page(data))


def _zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "본문")
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
        b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\0" * 50,
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        _zip(),
        b"MZ\x90\x00\x03\x00\x00\x00" + bytes(range(256)) * 20,
        b"\x7fELF\x02\x01\x01" + b"\0" * 50,
        bytes(range(256)) * 40,
        b"\x00\x00\x00\x18ftypmp42" + b"\0" * 60,
    ],
)
def test_files_that_are_no_text_are_named(data: bytes) -> None:
    with pytest.raises(BinaryInputError):
        read(Page(data))


def test_mz_may_begin_a_word() -> None:
    assert read(Page("MZ세대 공무원 열두 명이 캐나다로 떠난다.".encode("cp949"))).kind == "text"


def test_bytes_that_nothing_reads_are_an_encoding_error() -> None:
    with pytest.raises(EncodingError, match="encoding"):
        read(Page(b"\xff\xfd\x81\x20" * 200))
