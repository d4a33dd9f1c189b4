"""Bad input, bad usage and bad luck: one clear line each, the exit code as documented, the rest goes on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from tests.cli.support import Run, RunProcess

posix = pytest.mark.skipif(os.name != "posix", reason="signals of Unix")


def complaint(done: CompletedProcess[bytes]) -> str:
    """The one line on standard error."""
    (line,) = done.stderr.decode().splitlines()
    return line


@pytest.mark.parametrize("command", ["extract", "clean"])
@pytest.mark.parametrize(("name", "data"), [
    ("missing.html", None), ("empty.html", b""), ("blank.html", b" \n \n"),
    ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(5000)),
    ("no-article.html", b"<html><body><nav><a href='/'>home</a></nav></body></html>"),
])
def test_an_input_without_an_article_is_one_line_and_exit_code_1(
    clipper: Run, tmp_path: Path, command: str, name: str, data: bytes | None
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = clipper(command, tmp_path / name)
    assert (done.returncode, done.stdout) == (1, b"")
    assert complaint(done).startswith(f"clipper: {tmp_path / name}: ")


@posix
def test_an_unreadable_file_is_one_line(clipper: Run, folder: Path) -> None:
    (folder / "a.html").chmod(0)
    if os.access(folder / "a.html", os.R_OK):
        pytest.skip("this user reads everything")
    assert "Permission denied" in complaint(clipper("extract", folder / "a.html"))


@posix
@pytest.mark.parametrize("command", ["batch", "show"])
def test_an_unreadable_file_does_not_stop_the_others(clipper: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    clips = folder / "clips.jsonl"
    clips.write_bytes(clipper("batch", folder).stdout)
    # Whether a file can be read is told by reading it: what is only asked for in advance would end the run.
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    assert clipper(command, folder / "a.html" if command == "batch" else clips).returncode == 0


def test_the_rest_of_a_batch_goes_on(clipper: Run, folder: Path) -> None:
    (folder / "a2.html").write_bytes(b"")
    done = clipper("batch", folder, folder / "gone.html")
    assert done.returncode == 1
    rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [row.get("error", {}).get("code") for row in rows] == [None, "empty", None, "not_found"]
    assert all(isinstance(row["records"], list) for row in rows)
    told = done.stderr.decode().splitlines()
    assert len(told) == 3
    assert told[-1].startswith("clipper: 4 pages: 2 with records, 0 without, 2 failed; ")


def test_a_failed_batch_still_writes_its_file(clipper: Run, folder: Path, tmp_path: Path) -> None:
    assert clipper("batch", folder, folder / "gone.html", "-o", tmp_path / "o.jsonl").returncode == 1
    assert len((tmp_path / "o.jsonl").read_bytes().splitlines()) == 3


@pytest.mark.parametrize("args", [
    "nothing", "batch", "batch x --format xml", "batch x --jobs -1", "batch x --excel", "batch x --min-confidence 2",
    "extract", "extract a b", "extract x --published yesterday", "extract x --encoding zip",
    "extract x --encoding no-such",
])
def test_wrong_usage_is_exit_code_2(clipper: Run, args: str) -> None:
    done = clipper(*args.split())
    assert (done.returncode, done.stdout) == (2, b"")
    assert "Traceback" not in done.stderr.decode()
    assert "Error: " in done.stderr.decode()


def test_output_that_cannot_be_written_is_exit_code_2(clipper: Run, folder: Path) -> None:
    done = clipper("batch", folder, "-o", folder / "no" / "o.jsonl")
    assert done.returncode == 2
    assert complaint(done).startswith(f"clipper: {folder / 'no' / 'o.jsonl'}: write: ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_behind_standard_output_is_one_line(folder: Path) -> None:
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "clipper", "batch", str(folder)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert complaint(done) == "clipper: standard output: No space left on device"


@posix
def test_a_closed_pipe_ends_the_run_quietly_by_its_signal(folder: Path) -> None:
    for i in range(60):
        (folder / f"{i}.html").write_bytes((folder / "a.html").read_bytes())
    command = [sys.executable, "-m", "clipper", "batch", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == -signal.SIGPIPE


@posix
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_leaves_no_half_file_and_no_traceback(tmp_path: Path, number: signal.Signals) -> None:
    os.mkfifo(tmp_path / "never.html")  # reading it waits for a writer
    command = [sys.executable, "-m", "clipper", "batch", str(tmp_path / "never.html"), "-o", str(tmp_path / "o.jsonl")]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        while not (tmp_path / "o.jsonl.part").exists():
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(number)
        assert process.stderr.read() == b""
    assert process.returncode == -number
    assert [file.name for file in tmp_path.iterdir()] == ["never.html"]  # nothing was done: nothing to go on from


@posix
def test_an_interrupt_that_python_swallowed_comes_again() -> None:
    code = """if True:
        import sys, time
        from clipper.cli import _come_again

        class Swallows:
            def __del__(self):
                raise KeyboardInterrupt

        sys.unraisablehook = _come_again
        del [Swallows()][0]
        time.sleep(30)
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=20)
    assert done.returncode == -signal.SIGINT


@pytest.mark.parametrize("env", [
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "cp949"},
    {"PYTHONIOENCODING": "ascii"},
])
def test_output_is_utf8_under_any_locale(process: RunProcess, folder: Path, env: dict[str, str]) -> None:
    done = process("extract", folder / "a.html", env=env)
    assert done.returncode == 0, done.stderr
    assert "밝혔다 — 3년간이다" in done.stdout.decode("utf-8")
    failed = process("extract", folder / "—없음.html", env=env)
    assert failed.returncode == 1
    assert len(failed.stderr.splitlines()) == 1


def test_control_characters_of_names_do_not_reach_the_terminal(clipper: Run, tmp_path: Path) -> None:
    line = complaint(clipper("extract", tmp_path / "a\x1b[31m\u202e\nb.html"))
    assert "a\\x1b[31m\\u202e\\x0ab.html" in line


@pytest.mark.parametrize("name", ["FORCE_COLOR", "NO_COLOR"])
def test_there_is_no_colour_and_no_progress_in_a_pipe(
    clipper: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "1")
    done = clipper("batch", folder)
    assert b"\x1b" not in done.stdout + done.stderr
    assert len(done.stdout.splitlines()) == 2
    assert len(done.stderr.splitlines()) == 1
