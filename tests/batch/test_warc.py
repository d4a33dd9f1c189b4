"""Web archives: what a server gave as a page, with its address, its day and its charset; damage costs what it hit."""

from __future__ import annotations

import gzip
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest
from tests.batch.archives import DATE, HTML, packed_each, pages, read, record

from clipper.batch import Held, find_inputs
from clipper.batch.sources import warc
from clipper.batch.sources.warc import Record
from clipper.errors import MissingExtraError, ReadError
from clipper.read.page import Page

NAMES = ["x.warc", "x.warc.gz"]


def written(path: Path, *records: bytes) -> Path:
    path.write_bytes(packed_each(records) if path.suffix == ".gz" else b"".join(records))
    return path


@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_what_the_archive_knows_of_it(tmp_path: Path, name: str) -> None:
    body = HTML.encode("cp949")
    http = {"content-type": 'Text/HTML; Charset="EUC-KR"'}
    (page,) = pages(written(tmp_path / name, record(1, body, http=http)))
    assert page == Page(
        data=body, url="https://news.example/1", path=f"{tmp_path}/{name}!0", media_type="text/html", charset="EUC-KR",
        fetched_at=DATE,
    )


@pytest.mark.parametrize("name", NAMES)
def test_pages_are_records_that_a_server_gave_as_such(tmp_path: Path, name: str) -> None:
    archive = written(
        tmp_path / name,
        record(0, b"software: x", kind="warcinfo", content_type="application/warc-fields"),
        record(1, kind="request"),
        record(2),
        record(3, http={"Content-Type": "image/png"}),
        record(4, status="301 Moved"), record(5, status="404 Not Found"), record(6, status="206 Partial"),
        record(7, kind="resource", content_type="text/html"), record(8, kind="resource", content_type="image/png"),
        record(9, b"text", kind="conversion", content_type="text/plain"),
        record(10, http={"Content-Type": "text/plain"}, url="https://news.example/robots.txt"),
        record(11, kind="revisit"),
        record(12, http={"Content-Type": ""}), record(13, http={"Content-Type": "application/xhtml+xml"}),
        record(14, b"no HTTP at all", kind="response", status="abc"),
    )
    assert [page.url for page in pages(archive)] == [f"https://news.example/{i}" for i in (2, 6, 7, 9, 12, 13)]
    assert [page.media_type for page in pages(archive)][2:4] == ["text/html", "text/plain"]


def test_a_crawler_s_file_hands_out_places_one_packed_at_once_the_bytes(tmp_path: Path) -> None:
    records = [record(i, f"{HTML}{i}".encode()) for i in range(5)]
    plain, each = written(tmp_path / "a.warc", *records), written(tmp_path / "b.warc.gz", *records)
    once = tmp_path / "c.warc.gz"
    once.write_bytes(gzip.compress(b"".join(records)))
    kinds = [{type(item) for item in find_inputs([path])} for path in (plain, each, once)]
    assert kinds == [{Record}, {Record}, {Held}]
    assert [page.data for page in pages(plain)] == [page.data for page in pages(each)]
    assert [page.data for page in pages(plain)] == [page.data for page in pages(once)]
    assert all(len({item.key for item in find_inputs([path])}) == 5 for path in (plain, each, once))


def test_records_packed_in_twos_are_not_taken_for_single_ones(tmp_path: Path) -> None:
    records = [record(i, f"{HTML}{i}".encode()) for i in range(6)]
    (tmp_path / "x.warc.gz").write_bytes(packed_each(records[i] + records[i + 1] for i in (0, 2, 4)))
    assert [page.url for page in pages(tmp_path / "x.warc.gz")] == [f"https://news.example/{i}" for i in range(6)]


def chunked(body: bytes, size: int = 7) -> bytes:
    pieces = [body[i : i + size] for i in range(0, len(body), size)]
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


@pytest.mark.parametrize(("coding", "data"), [
    ("", HTML.encode()), ("identity", HTML.encode()), ("gzip", gzip.compress(HTML.encode())),
    ("br", brotli.compress(HTML.encode())), ("deflate", zlib.compress(HTML.encode())),
    ("gzip", HTML.encode()), ("br", HTML.encode()),
])
@pytest.mark.parametrize(("sent", "transfer"), [(chunked, "chunked"), (bytes, "chunked"), (bytes, "")])
def test_codings_are_undone_also_where_the_crawler_did_so_before(
    tmp_path: Path, coding: str, data: bytes, sent: Callable[[bytes], bytes], transfer: str
) -> None:
    http = {"Content-Encoding": coding, "Transfer-Encoding": transfer}
    (page,) = pages(written(tmp_path / "x.warc", record(1, sent(data), http=http)))
    assert page.data == HTML.encode()


def test_a_bomb_in_a_record_costs_that_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "MAX_BYTES", 1_000_000)
    bomb = gzip.compress(bytes(1_000_001))
    archive = written(tmp_path / "x.warc", record(1, bomb, http={"Content-Encoding": "gzip"}), record(2))
    first, second = read(archive)
    assert first == "x.warc!0: too_large"
    assert second.startswith("x.warc!")
    assert ": " not in second


@pytest.mark.parametrize("name", NAMES)
def test_a_huge_record_is_refused_by_its_announcement(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warc, "_MAX_BLOCK", 10_000)
    archive = written(tmp_path / name, record(1, bytes(20_000)), record(2), record(3))
    found = read(archive)
    assert found[0] == f"{name}!0: too_large"
    assert len(found) == 3
    assert not any(": " in line for line in found[1:])


@pytest.mark.parametrize("name", NAMES)
def test_an_archive_that_is_cut_tells_so(tmp_path: Path, name: str) -> None:
    archive = written(tmp_path / name, *(record(i, f"{HTML}{i}".encode()) for i in range(4)))
    archive.write_bytes(archive.read_bytes()[:-30])
    found = read(archive)
    assert len(found) == 4
    assert [": broken" in line for line in found] == [False, False, False, True]


def test_one_packed_at_once_and_cut_tells_so(tmp_path: Path) -> None:
    whole = gzip.compress(b"".join(record(i, f"{HTML}{i}".encode()) for i in range(400)))
    (tmp_path / "x.warc.gz").write_bytes(whole[: len(whole) // 2])
    found = read(tmp_path / "x.warc.gz")
    assert found[-1] == "x.warc.gz: broken"
    assert len(found) > 100


@pytest.mark.parametrize("name", NAMES)
def test_damage_costs_what_it_hit_and_reading_goes_on(tmp_path: Path, name: str) -> None:
    records = [record(i, f"{HTML}{i}".encode() * 9) for i in range(9)]
    archive = written(tmp_path / name, *records)
    places = [item.key for item in find_inputs([archive])]
    at = int(places[4].partition("!")[2])
    data = bytearray(archive.read_bytes())
    data[at : at + 30] = b"\xff" * 30
    archive.write_bytes(data)
    whole = [place.replace(f"{tmp_path}/", "") for place in places]
    found = read(archive)
    assert [line for line in found if ": " not in line] == whole[:4] + whole[5:]
    (damage,) = (line for line in found if ": " in line)
    assert damage.endswith(": broken")


def test_a_length_that_lies_does_not_lose_the_rest(tmp_path: Path) -> None:
    lying = record(1).replace(b"WARC/1.0\r\n", b"WARC/1.0\r\nX: 1\r\n").replace(b"Content-Length: ", b"Content-Length: -")
    found = pages_or_codes(written(tmp_path / "x.warc", record(0), lying, record(2), record(3)))
    assert found[0] == "https://news.example/0"
    assert found[-2:] == ["https://news.example/2", "https://news.example/3"]
    assert "broken" in found


def pages_or_codes(path: Path) -> list[str | None]:
    found: list[str | None] = []
    for item in find_inputs([path]):
        try:
            found.append(item.load().url)
        except ReadError as error:
            found.append(error.code)
    return found


def test_an_archive_of_nothing_but_damage_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "_MAX_BREAKS", 5)
    broken = [record(i) + b"rubbish\r\n\r\n" for i in range(20)]
    (tmp_path / "x.warc").write_bytes(b"".join(broken))
    found = read(tmp_path / "x.warc")
    assert found[-1] == "x.warc: broken"
    assert len(found) < 20


def test_an_archive_that_has_changed_gives_no_wrong_page(tmp_path: Path) -> None:
    first, *_ = find_inputs([written(tmp_path / "x.warc", record(1), record(2))])
    written(tmp_path / "x.warc", record(3), record(4))
    with pytest.raises(ReadError, match="another record"):
        first.load()


@pytest.mark.parametrize("data", [b"", b"no archive" * 99, b"\x1f\x8b\x08rubbish", gzip.compress(b"no archive" * 99)])
@pytest.mark.parametrize("name", NAMES)
def test_what_is_no_archive_is_one_failure(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    (found,) = read(tmp_path / name)
    assert found.split(": ")[1] in {"broken", "empty"}
    assert read(tmp_path / f"gone-{name}") == [f"gone-{name}: not_found"]


def test_an_archive_without_pages_is_a_failure(tmp_path: Path) -> None:
    assert read(written(tmp_path / "x.warc", record(1, status="404 Not Found"))) == ["x.warc: empty"]


def test_without_fastwarc_the_error_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    (item,) = find_inputs([written(tmp_path / "x.warc", record(1))])
    with pytest.raises(MissingExtraError, match=r"pip install 'clipper-ko\[warc\]'"):
        item.load()


def test_opening_responses_needs_no_network_library() -> None:
    code = "import sys; import clipper.batch.sources.warc; print('httpx' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert told.strip() == "False"
