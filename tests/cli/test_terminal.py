"""On a terminal: indented JSON, progress on standard error, no colour where NO_COLOR asks for none."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.support import drained

pty = pytest.importorskip("pty")


def on_a_terminal(*args: str, stdout: bool, env: dict[str, str] | None = None) -> tuple[bytes, bytes]:
    """What `clipper` writes to a terminal (standard error, and also standard output if asked), and to the pipe."""
    parent, child = pty.openpty()
    command = [sys.executable, "-m", "clipper", *args]
    full_env = {**os.environ, "TERM": "xterm", **(env or {})}
    out = child if stdout else subprocess.PIPE
    with subprocess.Popen(command, stdout=out, stderr=child, env=full_env) as process:
        os.close(child)
        piped = b"" if process.stdout is None else process.stdout.read()
        return drained(parent), piped


def test_json_is_indented_on_a_terminal(folder: Path) -> None:
    seen, _ = on_a_terminal("batch", str(folder), stdout=True)
    shown, _, summary = seen.partition(b"clipper: ")
    assert len(json.loads(shown)) == 2
    assert summary.startswith(b"2 pages: 2 with records")
    assert seen.count(b"\n") > 20


def test_progress_goes_to_standard_error_on_a_terminal_and_no_color_is_honoured(folder: Path) -> None:
    seen, piped = on_a_terminal("batch", str(folder), stdout=False, env={"NO_COLOR": "1"})
    assert b"2/2" in seen
    assert b"\x1b[3" not in seen
    assert len(piped.splitlines()) == 2


def test_progress_is_shown_while_a_file_is_written(folder: Path, tmp_path: Path) -> None:
    seen, _ = on_a_terminal("batch", str(folder), "-o", str(tmp_path / "o.jsonl"), stdout=True)
    assert b"2/2" in seen
    assert b"schema_version" not in seen


def test_explain_shows_the_article_to_people(folder: Path) -> None:
    seen, _ = on_a_terminal("extract", str(folder / "a.html"), "--explain", stdout=True, env={"NO_COLOR": "1"})
    assert "[0] 가온시는 9일".encode() in seen
    assert not seen.startswith(b"{")


def test_words_of_a_page_cannot_steer_the_terminal(folder: Path) -> None:
    page = (folder / "a.html").read_text("utf-8").replace("창업 교육", "창업 &#27;[2J\u202e교육")
    (folder / "a.html").write_text(page, "utf-8")
    for args in (["--explain"], []):
        seen, _ = on_a_terminal("extract", str(folder / "a.html"), *args, stdout=True, env={"NO_COLOR": "1"})
        assert b"\x1b[2J" not in seen
    assert "\u202e" not in on_a_terminal("clean", str(folder / "a.html"), stdout=True)[0].decode()
