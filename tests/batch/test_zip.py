"""Zip archives: pages by their names, and what is wrong with one page costs that page alone."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.batch.archives import HTML, many, pages, read, zipped

from clipper.batch import File, find_inputs
from clipper.batch.sources import members
from clipper.batch.sources import zip as source
from clipper.batch.sources.zipdir import entries, find_directory
from clipper.errors import ReadError


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "x.zip"


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_pages_come_in_the_order_of_the_archive(archive: Path, method: int) -> None:
    zipped(archive, [("b.html", HTML.encode()), ("c/a.txt", b"text"), ("c/", b""), ("x.jpg", b"\xff\xd8")], method)
    assert read(archive) == ["x.zip!b.html", "x.zip!c/a.txt"]
    assert [page.data for page in pages(archive)] == [HTML.encode(), b"text"]


def test_the_same_pages_as_in_the_folder(folder: Path, tmp_path: Path) -> None:
    files = sorted(path for path in folder.rglob("*.htm*"))
    zipped(tmp_path / "x.zip", [(str(path.relative_to(folder)), path.read_bytes()) for path in files])
    inside = [item for item in find_inputs([folder]) if not isinstance(item, File)]
    assert [item.load().data for item in inside] == [path.read_bytes() for path in files]


def test_what_a_folder_passes_over_is_passed_over_here(archive: Path) -> None:
    names = ["a.html", "a_files/frame.html", "b_files/page.html", "__MACOSX/._a.html", ".git/x.html", "in/.h/x.html"]
    zipped(archive, [(name, HTML.encode()) for name in names])
    assert read(archive) == ["x.zip!a.html", "x.zip!b_files/page.html"]


def test_names_of_korean_windows(archive: Path) -> None:
    zipped(archive, [("AAAA.html", HTML.encode()), ("한봄.html", HTML.encode())])
    archive.write_bytes(archive.read_bytes().replace(b"AAAA", "기사".encode("cp949")))
    assert read(archive) == ["x.zip!기사.html", "x.zip!한봄.html"]


def test_a_name_is_shown_on_one_line(archive: Path) -> None:
    zipped(archive, [("a\nb\x1b[2J.html", HTML.encode())])
    assert read(archive) == ["x.zip!a\\nb\\x1b[2J.html"]


def test_what_is_not_read_is_told_and_the_rest_is_read(archive: Path) -> None:
    names = ["../../etc/a.html", "in/x.zip", "pages.tar.gz", "crawl.warc.gz", "..a.html", "b.html"]
    zipped(archive, [(name, HTML.encode()) for name in names])
    assert read(archive) == [
        "x.zip!../../etc/a.html: unsafe_name", "x.zip!in/x.zip: nested", "x.zip!pages.tar.gz: nested",
        "x.zip!crawl.warc.gz: nested", "x.zip!b.html",
    ]


def test_a_bomb_is_noticed_whatever_it_says_of_its_size(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    size = 1_000_001
    for module in (members, source):
        monkeypatch.setattr(module, "MAX_BYTES", size - 1)
    zipped(archive, [("honest.html", bytes(size)), ("liar.html", bytes(size)), ("b.html", HTML.encode())])
    data = archive.read_bytes()
    at = data.rindex(struct.pack("<L", size))  # in the directory, of the second
    archive.write_bytes(data[:at] + struct.pack("<L", 1000) + data[at + 4 :])
    assert read(archive) == ["x.zip!honest.html: too_large", "x.zip!liar.html: too_large", "x.zip!b.html"]


def test_members_that_share_bytes_are_a_bomb(archive: Path) -> None:
    """After David Fifield, "A better zip bomb" (WOOT 2019): every entry of the directory names the same bytes."""
    zipped(archive, [("00.html", HTML.encode() * 99)], zipfile.ZIP_STORED)
    data = archive.read_bytes()
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entry, tail = data[start:end], bytearray(data[end:])
    copies = b"".join(entry.replace(b"00.html", b"%02d.html" % i) for i in range(50))
    tail[8:16] = struct.pack("<2HL", 50, 50, len(copies))
    archive.write_bytes(data[:start] + copies + tail)
    assert read(archive) == ["x.zip!00.html", "x.zip: too_large"]


def test_damaged_encrypted_and_foreign_members_cost_one_row_each(archive: Path) -> None:
    zipped(archive, [("a.html", HTML.encode() * 9)], zipfile.ZIP_BZIP2)
    with zipfile.ZipFile(archive, "a", zipfile.ZIP_STORED) as more:
        for name in ("b.html", "c.html", "d.html"):
            more.writestr(name, f"{name}{HTML}")
    data = bytearray(archive.read_bytes().replace(b"b.html<", b"b.htmlX"))
    data[data.rindex(b"c.html") - 38] |= 1
    archive.write_bytes(data)
    assert read(archive) == [
        "x.zip!a.html: unsupported", "x.zip!b.html: broken", "x.zip!c.html: encrypted", "x.zip!d.html",
    ]


def test_a_member_that_is_not_where_it_was(archive: Path) -> None:
    zipped(archive, many(2))
    first, second = find_inputs([archive])
    archive.write_bytes(b"x" * 500)
    assert [type(item).__name__ for item in (first, second)] == ["ZipMember", "ZipMember"]
    assert first.stamp == second.stamp
    for item in (first, second):
        with pytest.raises(ReadError, match="no member"):
            item.load()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no archive at all" * 99])
def test_what_is_no_archive_is_one_failure(archive: Path, data: bytes) -> None:
    archive.write_bytes(data)
    assert read(archive) == ["x.zip: broken"]


def test_a_cut_archive_is_one_failure(archive: Path) -> None:
    archive.write_bytes(zipped(archive, many(50)).read_bytes()[:-100])
    assert read(archive) == ["x.zip: broken"]


def test_an_archive_without_pages_is_a_failure(archive: Path) -> None:
    zipped(archive, [("a.jpg", b"\xff\xd8")])
    assert read(archive) == ["x.zip: empty"]
    assert read(archive.with_name("gone.zip")) == ["gone.zip: not_found"]


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0/\\"), min_size=1, max_size=9).map("{}.html".format)


@settings(max_examples=60, deadline=None)
@given(
    held=st.dictionaries(NAMES, st.binary(max_size=300), min_size=1, max_size=5), comment=st.binary(max_size=50),
    before=st.binary(max_size=50), wide=st.booleans(),
)
def test_the_directory_is_read_as_the_standard_library_does(
    held: dict[str, bytes], comment: bytes, before: bytes, wide: bool
) -> None:
    out = io.BytesIO()
    with pytest.MonkeyPatch.context() as patched, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in held.items():
            archive.writestr(name, data)
        archive.comment = comment
        if wide:  # the directory is written when the archive is closed
            patched.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 0)
            patched.setattr(zipfile, "ZIP64_LIMIT", 10)
            archive.close()
    stream = io.BytesIO(before + out.getvalue())
    with zipfile.ZipFile(stream) as archive:
        expected = [
            (info.filename, info.CRC, info.compress_size, info.file_size, info.header_offset) for info in archive.infolist()
        ]
    found = [(e.name, e.crc, e.packed, e.size, e.offset) for e in entries(stream, find_directory(stream))]
    assert found == expected
