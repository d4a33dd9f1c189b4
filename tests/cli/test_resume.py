"""Runs that are killed, interrupted or out of space: the next one goes on, and the output is as if nothing had been."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.conftest import PAGE
from tests.cli.support import Run

posix = pytest.mark.skipif(os.name != "posix", reason="signals of Unix")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Many small pages, one of them empty."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(80):
        (folder / f"{number:03}.html").write_text(PAGE.format(title=f"가온시 청년 창업 업무협약 {number}호"), "utf-8")
    (folder / "040.html").write_bytes(b"")
    return folder


def command(*args: str | Path) -> list[str]:
    return [sys.executable, "-m", "clipper", "batch", *map(str, args)]


def ended_early(number: signal.Signals, target: Path, *args: str | Path) -> str:
    """A run that gets a signal when it has written something. What it said."""
    part, said = Path(f"{target}.part"), target.with_suffix(".said")
    with said.open("wb") as stderr, subprocess.Popen(command(*args, "-o", target), stderr=stderr) as process:
        patience = time.monotonic() + 120
        while not (part.exists() and part.stat().st_size > 30_000):
            assert process.poll() is None
            assert time.monotonic() < patience
            time.sleep(0.01)
        process.send_signal(number)
    assert process.returncode == -number
    assert not target.exists()
    words = said.read_text("utf-8")
    said.unlink()
    return words


@posix
@pytest.mark.parametrize("name", ["o.jsonl", "o.csv.gz"])
def test_a_killed_run_goes_on_and_gives_the_same_bytes(clipper: Run, pages: Path, tmp_path: Path, name: str) -> None:
    target, whole = tmp_path / name, tmp_path / f"whole-{name}"
    assert "Traceback" not in ended_early(signal.SIGKILL, target, pages)
    left = clipper("batch", pages, "-o", target)
    assert left.returncode == 2
    assert b"an interrupted run left it (--resume goes on with it" in left.stderr
    done = clipper("batch", pages, "-o", target, "--resume")
    assert done.returncode == 1  # of the empty page
    assert clipper("batch", pages, "-o", whole, "--resume").returncode == 1  # nothing to go on from is no error
    assert target.read_bytes() == whole.read_bytes()
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(["pages", name, whole.name])


@posix
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_says_how_to_go_on(clipper: Run, pages: Path, tmp_path: Path, number: signal.Signals) -> None:
    target = tmp_path / "o.jsonl"
    said = ended_early(number, target, pages)
    assert said.splitlines()[-1].endswith("the same command with --resume goes on from there")
    done = clipper("batch", pages, "-o", target, "--resume")
    rows = [json.loads(line) for line in target.read_bytes().splitlines()]
    assert [Path(row["source"]["path"]).stem for row in rows] == [f"{n:03}" for n in range(80)]
    assert b"80 pages: 79 with records, 0 without, 1 failed, " in done.stderr
    assert b"of them by an earlier run" in done.stderr


def with_room(size: int, *args: str | Path) -> subprocess.CompletedProcess[bytes]:
    """A run in which no file can grow longer."""
    code = (
        f"import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}));"
        "sys.argv = sys.argv[1:]; runpy.run_module('clipper', run_name='__main__')"
    )
    return subprocess.run([sys.executable, "-c", code, *command(*args)[2:]], capture_output=True, check=False)


@posix
def test_a_full_disk_is_one_line_and_the_run_goes_on_later(clipper: Run, pages: Path, tmp_path: Path) -> None:
    target = tmp_path / "o.jsonl"
    done = with_room(100_000, pages, "-o", target)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[-1] == (
        f"clipper: {target}.part: write: File too large (--resume goes on from there)"
    )
    assert clipper("batch", pages, "-o", target, "--resume").returncode == 1
    assert len(target.read_bytes().splitlines()) == 80


@posix
def test_no_room_for_the_finished_file_leaves_the_work_done(clipper: Run, pages: Path, tmp_path: Path) -> None:
    target, lines = tmp_path / "o.json", tmp_path / "o.jsonl"
    clipper("batch", pages, "-o", lines)
    done = with_room(lines.stat().st_size + 1_000, pages, "-o", target)  # indented, the same is longer
    assert (done.returncode, target.exists()) == (2, False)
    assert done.stderr.decode().splitlines()[-1] == f"clipper: {target}: write: File too large (--resume goes on from there)"
    assert b"80 of them by an earlier run" in clipper("batch", pages, "-o", target, "--resume").stderr
    assert len(json.loads(target.read_bytes())) == 80


def test_resuming_needs_a_file(clipper: Run, folder: Path) -> None:
    done = clipper("batch", folder, "--resume")
    assert done.returncode == 2
    assert b"--resume goes with -o FILE" in done.stderr


def test_what_is_unchanged_is_not_read_again(clipper: Run, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "o.jsonl"
    clipper("batch", folder / "a.html", folder / "b.html", "-o", target)
    before = target.read_bytes()
    (folder / "b.html").write_text(PAGE.format(title="다른 제목"), "utf-8")
    done = clipper("batch", folder / "a.html", folder / "b.html", "-o", target, "--skip-unchanged", target)
    assert b"2 with records, 0 without, 0 failed, 1 unchanged; " in done.stderr
    assert target.read_bytes().splitlines()[0] == before.splitlines()[0]
    assert target.read_bytes().splitlines()[1] != before.splitlines()[1]


def test_an_earlier_output_that_is_none_is_told(clipper: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "e.jsonl").write_text("what?\n")
    done = clipper("batch", folder / "a.html", "--skip-unchanged", tmp_path / "e.jsonl")
    assert done.returncode == 0
    assert b"clipper: 1 lines of the earlier output are no clips" in done.stderr
    assert clipper("batch", folder, "--skip-unchanged", tmp_path / "missing").returncode == 2


@pytest.mark.parametrize("to_file", [True, False])
def test_one_clip_of_each_story(clipper: Run, folder: Path, tmp_path: Path, to_file: bool) -> None:
    article = "".join(f"<p>가온시는 {n}일 나래대학교와 청년 창업 지원을 위한 업무협약을 체결했다고 밝혔다.</p>" for n in range(1, 29))
    for name in ("x", "y"):
        (folder / f"{name}.html").write_text(PAGE.format(title="같은 이야기").replace("<p>", article + "<p>", 1), "utf-8")
    target = tmp_path / "o.jsonl"
    args = ("batch", folder / "x.html", folder / "y.html", "--dedupe", *(("-o", target) if to_file else ()))
    done = clipper(*args)
    (row,) = [json.loads(line) for line in (target.read_bytes() if to_file else done.stdout).splitlines()]
    assert row["source"]["path"] == str(folder / "x.html")
    assert [copy["path"] for copy in row["copies"]] == [str(folder / "y.html")]
    assert b"clipper: 2 pages: 2 with records" in done.stderr


@pytest.mark.parametrize("size", ["0", "much", "-1G"])
def test_a_size_is_a_size(clipper: Run, folder: Path, size: str) -> None:
    assert b"give a size: 500M or 2G" in clipper("batch", folder, "--max-memory", size).stderr


def test_parquet_is_written_through_a_part_too(clipper: Run, folder: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    assert clipper("batch", folder, "-o", tmp_path / "o.parquet").returncode == 0
    assert parquet.read_table(tmp_path / "o.parquet").num_rows == 2
    assert clipper("batch", folder, "--format", "parquet", "--records-only").returncode == 2
    assert clipper("batch", folder, "-o", tmp_path / "o.parquet.gz").returncode == 2
