"""`clipper show`: cards and tables that fit the terminal, and that no page can steer."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len
from tests.cli.support import Run, drained
from tests.export.conftest import hostile as hostile
from tests.write.conftest import clip as clip
from tests.write.conftest import failure as failure

from clipper.records import Clip, Failure

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def clips(tmp_path: Path, clip: Clip, failure: Failure) -> Path:
    file = tmp_path / "clips.jsonl"
    file.write_text(f"{clip.model_dump_json()}\n{failure.model_dump_json()}\n", "utf-8")
    return file


def shown(clipper: Run, *args: str | Path) -> str:
    done = clipper("show", *args)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


def test_a_card_has_the_key_facts_and_the_words_they_come_from(clipper: Run, clips: Path) -> None:
    text = shown(clipper, clips)
    for fact in ("Trip · Planned · Outbound · 0.90", "한봄 가온시 시장", "다르항 (Mongolia)", "XXXX-XX-09 – XXXX-XX-12", "경제사절단",
                 "3 nights, 0 days", "다르항: 면담, 시청", "Agreement · Planned · MOU", "나래대; 본교 · 샘\\터", "3 yr",
                 "150억원 (KRW 15000000000)", "https://news.example/1", "“한봄 가온시장은 9일부터"):
        assert fact in text
    assert "b.html: read: there is nothing in it (save it again)" in text
    assert text.splitlines()[-1] == "Trips: 1, agreements: 1, articles: 1, failed inputs: 1"


def test_labels_are_in_the_language_asked_for(clipper: Run, clips: Path) -> None:
    text = shown(clipper, clips, "--lang", "ko")
    for fact in ("방문 · 예정 · 해외 방문", "다르항 (몽골)", "3박 0일", "협약 기간", "3년", "방문 1건, 협약 1건, 기사 1건"):
        assert fact in text


@pytest.mark.parametrize("width", [20, 40, 79, 200])
@pytest.mark.parametrize("args", [[], ["--table"], ["--lang", "ko"], ["--lang", "ko", "--table"]])
def test_no_line_is_wider_than_the_terminal(
    clipper: Run, clips: Path, monkeypatch: pytest.MonkeyPatch, width: int, args: list[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = shown(clipper, clips, *args).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert all(line == line.rstrip() for line in lines)


def test_a_narrow_terminal_loses_nothing(clipper: Run, clips: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wide = "".join(shown(clipper, clips).replace("─", "").split())
    monkeypatch.setenv("COLUMNS", "24")
    assert sorted("".join(shown(clipper, clips).replace("─", "").split())) == sorted(wide)


@pytest.mark.parametrize("width", [20, 32, 40, 56, 80])
def test_the_table_says_who_and_where_at_any_width(
    clipper: Run, clips: Path, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    text = shown(clipper, clips, "--table")
    assert all(word in text for word in ("Planned", "한봄", "다르항", "XXXX-XX-09", "나래대;"))


def test_the_table_has_a_row_for_each_record(clipper: Run, clips: Path) -> None:
    lines = shown(clipper, clips, "--table").splitlines()
    assert lines[0].split() == ["Status", "Who", "Where,", "what", "When", "Source"]
    assert [line.split()[0] for line in lines if line.startswith(("Trip ", "Agreement "))] == ["Trip", "Agreement"]


def test_records_can_be_chosen(clipper: Run, clips: Path) -> None:
    text = shown(clipper, clips, "--kind", "mou")
    assert "Trip ·" not in text and "Agreement ·" in text
    assert shown(clipper, clips, "--min-confidence", "1").splitlines()[-1].startswith("Trips: 0, agreements: 0")


def test_what_is_no_clip_is_told(clipper: Run, tmp_path: Path) -> None:
    done = clipper("show", tmp_path / "none.jsonl")
    assert done.returncode == 1
    assert done.stderr.startswith(b"clipper: ")


@pytest.mark.parametrize("args", [[], ["--table"]])
def test_words_of_a_page_cannot_steer_the_terminal(
    clipper: Run, tmp_path: Path, hostile: Clip, args: list[str]
) -> None:
    words = "[bold]\x1b[2J\x1b]0;title\x07\u202e\x9b5n"
    records = (record.model_copy(update={"title": words, "purpose": words}) for record in hostile.records)
    file = tmp_path / "clips.jsonl"
    file.write_text(hostile.model_copy(update={"records": tuple(records)}).model_dump_json(), "utf-8")
    text = clipper("show", file, *args).stdout.decode()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\ud800-\udfff]", text)


def test_in_a_pipe_there_is_neither_colour_nor_pager(clipper: Run, clips: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", "false")
    assert "\x1b" not in shown(clipper, clips)


def on_a_terminal(*args: str, **env: str) -> str:
    """What `clipper show` writes where standard input and output are a terminal."""
    pty = pytest.importorskip("pty")
    parent, child = pty.openpty()
    command = [sys.executable, "-m", "clipper", "show", *args]
    full_env = {**os.environ, "TERM": "xterm", "COLUMNS": "60", **env}
    with subprocess.Popen(command, stdin=child, stdout=child, stderr=child, env=full_env):
        os.close(child)
        return drained(parent).decode()


def test_on_a_terminal_the_values_are_marked_in_colour(clips: Path) -> None:
    text = on_a_terminal(str(clips), PAGER="")
    assert re.search("“\x1b\\[1;33m한봄", text)
    assert "한봄 가온시장은 9일부터" in ESCAPE.sub("", text)


def test_no_color_is_honoured(clips: Path) -> None:
    assert "\x1b" not in on_a_terminal(str(clips), PAGER="", NO_COLOR="1")


def test_cards_go_through_the_pager_that_is_asked_for(clips: Path) -> None:
    text = on_a_terminal(str(clips), PAGER="tail -n 2", NO_COLOR="1")
    assert text.strip() == "Trips: 1, agreements: 1, articles: 1, failed inputs: 1"


def test_what_is_no_clip_is_told_after_the_pager(clips: Path, tmp_path: Path) -> None:
    text = on_a_terminal(str(clips), str(tmp_path / "none.jsonl"), PAGER="tail -n 2", NO_COLOR="1")
    assert text.strip().splitlines()[-1] == f"clipper: {tmp_path}/none.jsonl: read: no such file"
