"""`clipper report` as it is called."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.support import Run


@pytest.fixture
def clips(folder: Path, clipper: Run) -> Path:
    """Clips of two pages and of one that can't be read."""
    (folder / "empty.html").write_bytes(b"")
    clipper("batch", folder, "-o", folder / "clips.jsonl")
    return folder / "clips.jsonl"


def test_clips_become_a_page(clips: Path, clipper: Run) -> None:
    page = clips.with_name("report.html")
    done = clipper("report", clips, "-o", page, "--lang", "ko", "--title", "주간 <보고>", "--date", "2025-11-21")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    text = page.read_text("utf-8")
    assert '<html lang="ko">' in text
    assert "<title>주간 &lt;보고&gt;</title>" in text
    assert '"date":"2025-11-21"' in text
    assert "나래대학교" in text
    assert '"code":"empty"' in text


def test_a_pipe_in_and_a_pipe_out(clips: Path, clipper: Run) -> None:
    page = clips.with_name("report.html")
    clipper("report", clips, "-o", page)
    done = clipper("report", "-", stdin=clips.read_bytes())
    assert done.returncode == 0
    assert done.stdout == page.read_bytes()


def test_only_the_records_asked_for(clips: Path, clipper: Run) -> None:
    done = clipper("report", clips, "--kind", "trip")
    assert "나래대학교" not in done.stdout.decode()


def test_what_is_no_clip_is_told_and_shown(clips: Path, tmp_path: Path, clipper: Run) -> None:
    (tmp_path / "other.jsonl").write_text('{"schema_version": "1"}\n', "utf-8")
    done = clipper("report", clips, tmp_path / "other.jsonl", tmp_path / "none.jsonl", "-o", tmp_path / "report.html")
    assert done.returncode == 1
    assert "not a clip" in done.stderr.decode()
    assert "no such file" in done.stderr.decode()
    assert '"code":"not_a_clip"' in (tmp_path / "report.html").read_text("utf-8")
