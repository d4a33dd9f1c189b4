"""Tar archives, plain and compressed: the same pages, and hostile headers end in bounded time and memory."""

from __future__ import annotations

import gzip
import io
import tarfile
import tracemalloc
from pathlib import Path

import pytest
from tests.batch.archives import HTML, many, member, pages, read, tarred

from clipper.batch import Held, find_inputs
from clipper.batch.sources import members, unpacked
from clipper.batch.sources.tar import TarMember

NAMES = ["x.tar", "x.tar.gz", "x.tgz"]
BLOCK = 512


@pytest.mark.parametrize("name", NAMES)
def test_pages_come_in_the_order_of_the_archive(tmp_path: Path, name: str) -> None:
    archive = tarred(tmp_path / name, [("./b.html", HTML.encode()), ("c/a.txt", b"text"), ("x.jpg", b"\xff")])
    assert read(archive) == [f"{name}!b.html", f"{name}!c/a.txt"]
    assert [page.data for page in pages(archive)] == [HTML.encode(), b"text"]


def test_a_plain_archive_hands_out_places_a_packed_one_the_bytes(tmp_path: Path) -> None:
    plain, packed = tarred(tmp_path / "x.tar", many(3)), tarred(tmp_path / "y.tgz", many(3))
    assert {type(item) for item in find_inputs([plain])} == {TarMember}
    assert {type(item) for item in find_inputs([packed])} == {Held}
    assert [page.data for page in pages(plain)] == [page.data for page in pages(packed)]
    assert len({item.stamp for item in find_inputs([plain, packed])}) == 2


@pytest.mark.parametrize("name", NAMES)
def test_links_devices_and_hidden_files_are_passed_over(tmp_path: Path, name: str) -> None:
    with tarfile.open(tmp_path / name, "w:gz" if "gz" in name else "w:") as archive:
        for kind, title in [(tarfile.SYMTYPE, "link"), (tarfile.LNKTYPE, "hard"), (tarfile.CHRTYPE, "device")]:
            special = member(f"{title}.html")
            special.type, special.linkname = kind, "/etc/passwd"
            archive.addfile(special)
        for path in ("._a.html", "a.html", "a_files/frame.html", "../out.html", "in.zip", "b.html"):
            archive.addfile(member(path, 4), io.BytesIO(b"<p>x"))
    assert read(tmp_path / name) == [
        f"{name}!a.html", f"{name}!../out.html: unsafe_name", f"{name}!in.zip: nested", f"{name}!b.html",
    ]


def test_names_long_and_korean(tmp_path: Path) -> None:
    long = "가/" * 200 + "기사.html"
    archive = tarred(tmp_path / "x.tar", [(long, HTML.encode())])
    with tarfile.open(archive, "a:", encoding="cp949", format=tarfile.GNU_FORMAT) as more:
        more.addfile(member("한봄.html", 4), io.BytesIO(b"<p>x"))
    assert read(archive) == [f"x.tar!{long}", "x.tar!한봄.html"]


def test_a_page_too_large_costs_one_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(members, "MAX_BYTES", 1_000_000)
    archive = tarred(tmp_path / "x.tgz", [("big.html", bytes(1_000_001)), ("b.html", HTML.encode())])
    assert read(archive) == ["x.tgz!big.html: too_large", "x.tgz!b.html"]


@pytest.mark.parametrize("name", NAMES)
def test_an_archive_that_is_cut_tells_so_behind_what_it_has(tmp_path: Path, name: str) -> None:
    archive = tarred(tmp_path / name, [(f"{i}.html", f"{HTML}{i}".encode() * 20) for i in range(9)])
    plain = archive.read_bytes() if name == "x.tar" else gzip.decompress(archive.read_bytes())
    cut = plain[: len(plain) // 2]
    archive.write_bytes(cut if name == "x.tar" else gzip.compress(plain)[:-40])
    found = read(archive)
    assert found[-1] == f"{name}: broken"
    assert f"{name}!0.html" in found
    assert len(found) == len(set(found))


@pytest.mark.parametrize("name", NAMES)
def test_rubbish_between_two_members_is_no_end(tmp_path: Path, name: str) -> None:
    archive = tarred(tmp_path / name, many(2))
    plain = archive.read_bytes() if name == "x.tar" else gzip.decompress(archive.read_bytes())
    data = plain[: 2 * BLOCK] + b"rubbish!" * (BLOCK // 8) + plain[2 * BLOCK :]
    archive.write_bytes(data if name == "x.tar" else gzip.compress(data))
    assert read(archive) == [f"{name}!0.html", f"{name}: broken"]


@pytest.mark.parametrize("data", [b"", b"no archive" * 99, gzip.compress(b"no archive" * 99), b"\x1f\x8b\x08rubbish"])
@pytest.mark.parametrize("name", NAMES)
def test_what_is_no_archive_is_one_failure(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert read(tmp_path / name) == [f"{name}: broken"]


def header(name: str, size: bytes, kind: bytes = b"0") -> bytes:
    """A header block with any size field."""
    block = bytearray(member(name).tobuf(tarfile.USTAR_FORMAT))
    block[124:136], block[156:157], block[148:156] = size.ljust(12, b"\0"), kind, b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)


@pytest.mark.parametrize("hostile", [
    header("a.html", b"\xff" + (-1024).to_bytes(11, "big", signed=True)) + bytes(1024),
    header("x", b"77777777777", b"x") + b"9" * 100_000,
    header("x", b"77777777777", b"L") + b"n" * 100_000,
    (header("x", b"00000000000", b"x")) * 20_000,
    header("a.html", b"77777777777"),
])
@pytest.mark.parametrize("packed", [False, True])
def test_hostile_headers_end_soon(tmp_path: Path, hostile: bytes, packed: bool) -> None:
    archive = tmp_path / ("x.tar.gz" if packed else "x.tar")
    archive.write_bytes(gzip.compress(hostile) if packed else hostile)
    tracemalloc.start()
    try:
        found = read(archive)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert all(": " in line for line in found)
    assert 1 <= len(found) <= 3
    assert peak < 30_000_000


def test_a_sparse_file_is_told(tmp_path: Path) -> None:
    archive = tmp_path / "x.tar"
    archive.write_bytes(header("a.html", b"00000000000", b"S") + tarred(tmp_path / "y.tar", many(1)).read_bytes())
    assert read(archive) == ["x.tar!a.html: unsupported", "x.tar!0.html"]


def test_an_archive_that_only_grows_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacked, "_HARMLESS", 1_000_000)
    archive = tarred(tmp_path / "x.tgz", [("a.html", HTML.encode()), ("zeros.bin", bytes(12_000_000))])
    assert read(archive) == ["x.tgz!a.html", "x.tgz: too_large"]


def test_an_archive_without_pages_is_a_failure(tmp_path: Path) -> None:
    assert read(tarred(tmp_path / "x.tar", [("a.jpg", b"\xff")])) == ["x.tar: empty"]
    assert read(tmp_path / "gone.tar") == ["gone.tar: not_found"]
    (tmp_path / "empty.tar").write_bytes(bytes(10 * BLOCK))
    assert read(tmp_path / "empty.tar") == ["empty.tar: empty"]
