"""JSON Lines and CSV: a page a line or row, with what is noted beside it; what is wrong with one costs that one."""

from __future__ import annotations

import csv
import gzip
import io
import json
import sys
import tracemalloc
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from tests.batch.archives import HTML, pages, read

from clipper.batch import Options, find_inputs, outcome_of_item
from clipper.batch.sources import csv as csv_source
from clipper.batch.sources import jsonl, unpacked
from clipper.batch.sources.jsonl import HeldLine, Line
from clipper.errors import ReadError
from clipper.read.page import Page
from clipper.records import Clip

TEXT = "가온시는 나래대학교와 청년 창업 지원을 위한 업무협약을 체결했다고 10일 밝혔다.\n\n한봄 시장은 12일부터 몽골을 방문한다."

if sys.version_info >= (3, 14):
    from compression.zstd import compress as zst
else:
    from backports.zstd import compress as zst

PACKINGS: list[tuple[str, Callable[[bytes], bytes]]] = [("", bytes), (".gz", gzip.compress), (".zst", zst)]


def lines(*rows: Any) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def table(rows: Iterable[Iterable[str]], delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize(("suffix", "pack"), PACKINGS)
@pytest.mark.parametrize("kind", ["jsonl", "ndjson", "jl"])
def test_a_line_is_a_page_with_what_is_noted_beside_it(
    tmp_path: Path, kind: str, suffix: str, pack: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / f"x.{kind}{suffix}"
    row = {"url": "https://news.example/1", "html": HTML, "title": "제목", "published": "2025-06-10", "more": [1]}
    path.write_bytes(pack(lines(row, {"text": TEXT, "url": None}) + b"\n" + lines({"html": "", "text": TEXT})))
    noted = Page(
        HTML.encode(), url="https://news.example/1", path=f"{path}:1", charset="utf-8", title="제목", published="2025-06-10"
    )
    bare = [Page(TEXT.encode(), path=f"{path}:{number}", charset="utf-8") for number in (2, 4)]
    assert pages(path) == [noted, *bare]
    assert {type(item) for item in find_inputs([path])} == {HeldLine if suffix else Line}


def test_what_is_noted_stands_in_where_the_page_tells_nothing(tmp_path: Path) -> None:
    stated = '<meta property="article:published_time" content="2025-05-01T09:00:00+09:00"><title>가온시 소식</title>'
    body = "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n"))
    noted = {"title": "적힌  제목", "published": "2025.06.11 09:30"}
    path = tmp_path / "x.jsonl"
    path.write_bytes(lines(
        {"text": TEXT, **noted}, {"html": f"<html><head>{stated}</head><h1>가온시 소식</h1><article>{body}</article>", **noted},
        {"text": TEXT, "title": " ", "published": "어제"},
    ))
    silent, telling, useless = (outcome_of_item(item, Options()) for item in find_inputs([path]))
    assert isinstance(silent, Clip) and isinstance(telling, Clip) and isinstance(useless, Clip)
    assert (silent.article.title, silent.article.published) == ("적힌 제목", "2025-06-11T09:30:00+09:00")
    assert (silent.article.reference_date, silent.article.reference_source) == ("2025-06-11", "given")
    assert (telling.article.title, telling.article.published) == ("가온시 소식", "2025-05-01T09:00:00+09:00")
    assert (telling.article.reference_date, telling.article.reference_source) == ("2025-05-01", "published")
    assert (useless.article.title, useless.article.published, useless.article.reference_date) == (None, None, None)


def test_a_line_that_tells_no_page_costs_one_row(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    bad = [b"{half", b"[1]", b'"text"', b"{}", b'{"html": 5}', b'{"text": "x", "url": 7}', b"\xff\xfe", b"[" * 100_000]
    path.write_bytes(b"\xef\xbb\xbf" + lines({"text": TEXT}) + b"\n".join([*bad, lines({"text": TEXT}).strip()]))
    assert read(path) == ["x.jsonl:1", *(f"x.jsonl:{number}: bad_row" for number in range(2, 10)), "x.jsonl:10"]


@pytest.mark.parametrize(("suffix", "pack"), PACKINGS)
def test_a_line_without_end_costs_one_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, pack: Callable[[bytes], bytes]
) -> None:
    monkeypatch.setattr(jsonl, "MAX_LINE", 1000)
    path = tmp_path / f"x.jsonl{suffix}"
    path.write_bytes(pack(lines({"text": "a"}, {"text": "b" * 3_000_000}, {"text": "c"})))
    assert read(path) == [f"x.jsonl{suffix}:1", f"x.jsonl{suffix}:2: too_large", f"x.jsonl{suffix}:3"]


def test_half_a_surrogate_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(b'{"text": "a\\ud800b"}\n')
    assert [page.data for page in pages(path)] == [b"a?b"]


def test_a_line_that_is_not_where_it_was(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(lines({"text": "a"}, {"text": "b"}))
    _, second = find_inputs([path])
    path.write_bytes(lines({"text": "a"}))
    with pytest.raises(ReadError, match="ends in the middle"):
        second.load()
    path.unlink()
    with pytest.raises(ReadError, match="no such file"):
        second.load()


@pytest.mark.parametrize("name", ["x.jsonl", "x.csv"])
@pytest.mark.parametrize(("suffix", "pack"), PACKINGS[1:])
def test_a_packed_file_that_is_cut_tells_so(
    tmp_path: Path, name: str, suffix: str, pack: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / f"{name}{suffix}"
    rows = range(20_000)
    data = lines(*({"text": str(i * i)} for i in rows)) if name == "x.jsonl" else b"text\n" + b"".join(b"%d\n" % (i * i) for i in rows)
    path.write_bytes(pack(data)[:-20])
    found = read(path)
    assert found[-1] == f"{name}{suffix}: broken"
    path.write_bytes(pack(b"")[:4] + b"rubbish" * 9)
    assert read(path) == [f"{name}{suffix}: broken"]


def test_a_bomb_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacked, "_HARMLESS", 1_000_000)
    path = tmp_path / "x.jsonl.zst"
    path.write_bytes(zst(lines({"text": "a"}) + b" " * 12_000_000))
    assert read(path) == ["x.jsonl.zst:1", "x.jsonl.zst: too_large"]


@pytest.mark.parametrize("name", ["x.jsonl", "x.csv", "x.tsv.gz", "x.jsonl.zst"])
def test_a_table_without_rows_is_a_failure(tmp_path: Path, name: str) -> None:
    assert read(tmp_path / name) == [f"{name}: not_found"]
    (tmp_path / name).write_bytes(b"")
    assert len(read(tmp_path / name)) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize(("suffix", "pack"), PACKINGS)
def test_a_row_is_a_page_with_what_is_noted_beside_it(
    tmp_path: Path, encoding: str, delimiter: str, suffix: str, pack: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / f"x.csv{suffix}"
    quoted = f'{TEXT}\n"인용", 둘; 셋\t넷'
    rows = [["id", "본문", "title", "url", "published"], ["1", quoted, "제목", "https://news.example/1", "2025-06-10"],
            [], ["2", TEXT, "", "", ""]]
    path.write_bytes(pack(table(rows, delimiter).encode(encoding)))
    plain = encoding.removesuffix("-sig")
    first, second = pages(path, "본문")
    assert first == Page(
        quoted.encode(plain), url="https://news.example/1", path=f"{path}:2", charset=plain, title="제목",
        published="2025-06-10",
    )
    assert second == Page(TEXT.encode(plain), path=f"{path}:7", charset=plain)


def test_the_text_column_is_found_by_name_or_named(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(table([["text", "html", "본문"], ["t", "h", "b"]]), "utf-8")
    assert [page.data for page in pages(path)] == [b"h"]
    assert [page.data for page in pages(path, "본문")] == [b"b"]
    assert read(path, "없음") == ["x.csv: no_column"]
    path.write_text(table([["a", "b\x1b[2J"], ["t", "h"]]), "utf-8")
    (item,) = find_inputs([path])
    with pytest.raises(ReadError, match=r"among: a, b\?\[2J \(name it with --text-column\)"):
        item.load()


def test_bad_rows_cost_one_each(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(f"url,text\nhttps://news.example/1,{HTML}\nshort\n,\nu,{HTML},more,cells\n", "utf-8")
    assert read(path) == ["x.csv:2", "x.csv:3: empty", "x.csv:4: empty", "x.csv:5"]


def test_a_quote_left_open_ends_the_file_not_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_source, "MAX_BYTES", 10_000)
    path = tmp_path / "x.csv"
    path.write_text('text\nfirst\n"second\n' + "line\n" * 10_000, "utf-8")
    found = read(path)
    assert found[0] == "x.csv:2"
    assert found[1] in {"x.csv: broken", "x.csv: too_large"}
    assert len(found) == 2


@pytest.mark.parametrize(("suffix", "pack"), PACKINGS)
def test_utf16_is_told(tmp_path: Path, suffix: str, pack: Callable[[bytes], bytes]) -> None:
    path = tmp_path / f"x.csv{suffix}"
    path.write_bytes(pack("text\n가온시\n".encode("utf-16")))
    assert read(path) == [f"{path.name}: encoding"]


@pytest.mark.parametrize("name", ["x.jsonl", "x.jsonl.gz", "x.csv"])
def test_memory_does_not_grow_with_the_lines(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    row = lines({"text": TEXT}) if "jsonl" in name else table([[TEXT]]).encode()
    data = (b"" if "jsonl" in name else b"text\n") + row * 5_000
    path.write_bytes(gzip.compress(data, 1) if name.endswith(".gz") else data)
    tracemalloc.start()
    try:
        count = sum(1 for _ in find_inputs([path]))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 5_000
    assert peak < 400_000
