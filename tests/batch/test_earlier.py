"""Clips of an earlier output are carried over where the same bytes come from the same place."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from clipper.batch import Earlier, Options, Row, find_inputs, load_file, run_rows
from clipper.batch.row import Work
from clipper.records import Clip, Copy

OPTIONS = Options()


def rows(folder: Path, earlier: Earlier | None = None) -> list[Row]:
    return list(run_rows(find_inputs([folder]), OPTIONS, jobs=1, read=Work(OPTIONS, earlier)))


@pytest.fixture
def before(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of an earlier run over the folder."""
    file = tmp_path_factory.mktemp("earlier") / "before.jsonl"
    (folder / "empty.html").touch()
    file.write_bytes(b"".join(row.line + b"\n" for row in rows(folder)))
    return file


def test_what_is_unchanged_is_carried_over_and_the_output_is_the_same(folder: Path, before: Path) -> None:
    (folder / "b.html").write_text((folder / "b.html").read_text("utf-8").replace("3년", "5년"), "utf-8")
    (folder / "new.html").write_bytes((folder / "a.htm").read_bytes())
    with Earlier.read([before]) as earlier:
        assert (earlier.held, earlier.passed_over) == (3, 0)
        found = rows(folder, earlier)
    assert {Path(row.key).name: row.carried for row in found} == {
        "a.htm": True, "b.html": False, "empty.html": False, "new.html": False, "c.html": True,
    }
    assert [row.line for row in found] == [row.line for row in rows(folder)]
    assert [row.records for row in found] == [row.records for row in rows(folder)]


def test_what_another_version_wrote_is_made_anew(folder: Path, before: Path) -> None:
    before.write_text(before.read_text("utf-8").replace('"extractor":"clipper ', '"extractor":"clipper 0.0.'), "utf-8")
    with Earlier.read([before]) as earlier:
        assert (earlier.held, earlier.passed_over) == (0, 3)
        assert not any(row.carried for row in rows(folder, earlier))


def test_lines_that_are_no_clips_are_counted(before: Path) -> None:
    before.write_text(before.read_text("utf-8") + "no clip\n", "utf-8")
    with Earlier.read([before]) as earlier:
        assert (earlier.held, earlier.passed_over) == (3, 1)


def test_records_under_the_asked_confidence_and_copies_are_not_carried_over(folder: Path, before: Path) -> None:
    clips = [Clip.model_validate_json(line) for line in before.read_bytes().splitlines() if b'"error"' not in line]
    copies = (Copy(path="x.html", likeness=1.0),)
    before.write_text("".join(clip.model_copy(update={"copies": copies}).model_dump_json() + "\n" for clip in clips), "utf-8")
    with Earlier.read([before], min_confidence=1.0) as earlier:
        known = earlier.clip_of(load_file(folder / "a.htm"))
    assert known
    assert known.records == 0
    assert Clip.model_validate_json(known.line).copies == ()


def test_it_travels_to_workers(before: Path, folder: Path) -> None:
    with Earlier.read([before]) as earlier:
        assert earlier.clip_of(load_file(folder / "a.htm"))
        assert pickle.loads(pickle.dumps(earlier)).clip_of(load_file(folder / "a.htm"))  # noqa: S301 - our own bytes


def test_what_is_noted_beside_a_page_must_be_what_the_clip_says(folder: Path, before: Path) -> None:
    page = load_file(folder / "a.htm")
    with Earlier.read([before]) as earlier:
        assert earlier.clip_of(replace(page, title="가온시 업무협약 a.htm"))
        assert not earlier.clip_of(replace(page, title="다른 제목"))
        assert not earlier.clip_of(replace(page, published="2025-06-10"))
        assert not earlier.clip_of(replace(page, url="https://news.example/1"))
        assert not earlier.clip_of(replace(page, path="elsewhere.html"))
