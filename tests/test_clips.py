"""Clips that were written come back as they were; what is no clip is told with its line."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path

import pytest

from clipper import Page, clip, merge_clips
from clipper.clips import STDIN, read_clips
from clipper.errors import ReadError
from clipper.merge import write_events
from clipper.records import Clip, Failure
from clipper.write import write_json, write_jsonl

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def outcomes() -> list[Clip | Failure]:
    page = Page(data=(ROOT / "samples" / "05-called-off.html").read_bytes(), path="05-called-off.html")
    return [clip(page), Failure.of(ReadError("no such file", where="gone.html", code="not_found"))]


def jsonl(outcomes: list[Clip | Failure]) -> str:
    out = io.StringIO()
    write_jsonl(outcomes, out)
    return out.getvalue()


def test_lines_come_back(tmp_path: Path, outcomes: list[Clip | Failure]) -> None:
    plain, packed = tmp_path / "clips.jsonl", tmp_path / "clips.jsonl.gz"
    plain.write_text(jsonl(outcomes), "utf-8")
    packed.write_bytes(gzip.compress(jsonl(outcomes).encode()))
    assert list(read_clips([plain, packed])) == outcomes * 2


@pytest.mark.parametrize("single", [True, False])
def test_documents_come_back(tmp_path: Path, outcomes: list[Clip | Failure], single: bool) -> None:
    path, out = tmp_path / "clips.json", io.StringIO()
    kept = outcomes[:1] if single else outcomes
    write_json(kept, out, single=single)
    path.write_text(out.getvalue(), "utf-8")
    assert list(read_clips([path])) == kept


def test_standard_input(monkeypatch: pytest.MonkeyPatch, outcomes: list[Clip | Failure]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(jsonl(outcomes).encode())))
    assert list(read_clips([STDIN])) == outcomes


def test_what_is_no_clip_is_told_with_its_line(tmp_path: Path, outcomes: list[Clip | Failure]) -> None:
    path = tmp_path / "clips.jsonl"
    forged = json.loads(outcomes[0].model_dump_json())
    forged["records"][0]["evidence"][0]["text"] = "다른 말"
    path.write_text(jsonl(outcomes[:1]) + "half a li\n\n" + json.dumps(forged) + "\n", "utf-8")
    first, *others = read_clips([path])
    assert first == outcomes[0]
    assert [(type(row), str(row.source.path)) for row in others] == [(Failure, f"{path}:2"), (Failure, f"{path}:4")]


@pytest.mark.parametrize("indented", [True, False])
def test_an_event_is_told_from_what_is_no_clip_at_all(tmp_path: Path, outcomes: list[Clip | Failure], indented: bool) -> None:
    path, out = tmp_path / "events.json", io.StringIO()
    write_events(merge_clips(row for row in outcomes if isinstance(row, Clip)), out, indented=indented)
    path.write_text(out.getvalue(), "utf-8")
    (row,) = read_clips([path])
    assert isinstance(row, Failure)
    assert row.error.code == "not_a_clip"
    assert str(row.error.hint).startswith("give the clips that were merged; ")


def test_a_missing_file_is_a_row(tmp_path: Path) -> None:
    (row,) = read_clips([tmp_path / "gone.jsonl"])
    assert isinstance(row, Failure)
    assert row.error.code == "not_found"


def test_a_broken_archive_is_a_row_after_what_was_whole(tmp_path: Path, outcomes: list[Clip | Failure]) -> None:
    path = tmp_path / "clips.jsonl.gz"
    path.write_bytes(gzip.compress(jsonl(outcomes).encode())[:-12])
    *whole, last = read_clips([path])
    assert isinstance(last, Failure)
    assert whole == outcomes[: len(whole)]
