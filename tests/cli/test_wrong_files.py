"""Files that are something else than the command takes, and names that promise something else than it writes."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from tests.cli.support import Run

NOT_CLIPS = "".join(f'{{"line": {number}}}\n' for number in range(9))


@pytest.mark.parametrize("command", [("export", "x.xlsx"), ("export", "x.sqlite"), ("report", "x.html"), ("merge", "x.jsonl")])
@pytest.mark.parametrize("name", ["missing.jsonl", "other.jsonl", "folder"])
def test_a_file_stays_as_it_was_where_nothing_can_be_read(
    clipper: Run, tmp_path: Path, command: tuple[str, str], name: str
) -> None:
    (tmp_path / "other.jsonl").write_text(NOT_CLIPS)
    (tmp_path / "folder").mkdir()
    out = tmp_path / command[1]
    out.write_text("of yesterday")
    done = clipper(command[0], tmp_path / name, "-o", out)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[-1] == "clipper: read: nothing of CLIPS can be read"
    assert out.read_text() == "of yesterday"


@pytest.mark.parametrize("shape", ["{}", "[{}]"])
def test_a_wrong_file_is_told_in_a_few_lines(clipper: Run, folder: Path, tmp_path: Path, shape: str) -> None:
    wrong, right = tmp_path / "wrong.json", tmp_path / "clips.jsonl"
    rows = NOT_CLIPS.splitlines()
    wrong.write_text("[\n" + ",\n".join(rows) + "\n]" if shape == "[{}]" else NOT_CLIPS)
    right.write_bytes(clipper("batch", folder / "a.html").stdout)
    done = clipper("merge", wrong, right)
    told = done.stderr.decode().splitlines()
    assert (done.returncode, len(told)) == (1, 4)
    assert told[-1] == f"clipper: {wrong}: 6 more lines are no clips"
    assert json.loads(done.stdout)["kind"] == "mou"


def test_show_tells_a_wrong_file_once(clipper: Run, tmp_path: Path) -> None:
    (tmp_path / "other.jsonl").write_text(NOT_CLIPS)
    done = clipper("show", tmp_path / "other.jsonl")
    assert done.stdout.decode().splitlines() == ["Trips: 0, agreements: 0, articles: 0"]
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 4)


def test_a_table_is_no_file_of_clips(clipper: Run, folder: Path, tmp_path: Path) -> None:
    clipper("batch", folder, "-o", tmp_path / "table.csv")
    done = clipper("show", tmp_path / "table.csv", "--lang", "ko")
    assert done.stderr.decode().startswith(f"clipper: {tmp_path / 'table.csv'}:1: read: 클립이 아닙니다: JSON이 아닙니다 (")


def test_parquet_under_another_name_is_told_as_that(clipper: Run, tmp_path: Path) -> None:
    (tmp_path / "clips.dat").write_bytes(b"PAR1\x15\x04\n\n\n")
    done = clipper("show", tmp_path / "clips.dat")
    assert done.stderr.decode() == (
        f"clipper: {tmp_path / 'clips.dat'}: read: not a clip: Parquet is read from a file whose name ends in .parquet\n"
    )


def test_an_empty_file_of_clips_is_no_wrong_file(clipper: Run, tmp_path: Path) -> None:
    (tmp_path / "clips.jsonl").write_bytes(b"")
    assert clipper("export", tmp_path / "clips.jsonl", "-o", tmp_path / "x.csv").returncode == 0
    assert (tmp_path / "x.csv").read_bytes().startswith(b"source_url,")


@pytest.mark.parametrize(("name", "command"), [
    ("o.xlsx", "export"), ("o.SQLite", "export"), ("o.ics", "export"), ("o.html", "report"), ("o.xlsx.gz", "export"),
])
def test_a_name_that_promises_what_another_command_makes(
    clipper: Run, folder: Path, tmp_path: Path, name: str, command: str
) -> None:
    done = clipper("batch", folder, "-o", tmp_path / name)
    assert done.returncode == 2
    assert f"clipper {command} makes one of clips" in done.stderr.decode()
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize(("command", "name", "said"), [
    ("merge", "events.xlsx", "Events are written as json, jsonl or csv."), ("report", "report.pdf", "The page is HTML"),
])
def test_neither_events_nor_reports_take_any_name(clipper: Run, tmp_path: Path, command: str, name: str, said: str) -> None:
    (tmp_path / "clips.jsonl").write_bytes(b"")
    done = clipper(command, tmp_path / "clips.jsonl", "-o", tmp_path / name)
    assert (done.returncode, said in done.stderr.decode()) == (2, True)
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("command", ["extract", "clean"])
def test_one_page_is_not_read_out_of_many(clipper: Run, folder: Path, tmp_path: Path, command: str) -> None:
    with zipfile.ZipFile(tmp_path / "saved.zip", "w") as archive:
        archive.write(folder / "a.html", "a.html")
    (tmp_path / "clips.jsonl").write_bytes(clipper("extract", folder / "a.html").stdout)
    for name in ("saved.zip", "clips.jsonl"):
        done = clipper(command, tmp_path / name)
        assert (done.returncode, done.stdout) == (1, b"")
        assert "holds many pages (clipper batch reads them)" in done.stderr.decode()
    assert "No such file" in clipper(command, tmp_path / "missing.zip").stderr.decode()
