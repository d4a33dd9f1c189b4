"""`clipper export`: formats by name, whole files, CSV for Excel and back."""

from __future__ import annotations

import csv
import gzip
import io
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import clipper as clipper
from tests.cli.support import Run
from tests.export.conftest import HOSTILE

from clipper.clips import read_clips
from clipper.export import FORMATS, export, format_of
from clipper.records import Clip, Failure
from clipper.write import COLUMNS
from clipper.write.cells import original, split

MAGIC = {"xlsx": b"PK", "csv": b"source_url,", "sqlite": b"SQLite format 3\0", "parquet": b"PAR1", "ics": b"BEGIN:VCALENDAR\r\n"}


@pytest.fixture
def clips(tmp_path: Path, clip: Clip, failure: Failure) -> Path:
    file = tmp_path / "clips.jsonl"
    file.write_text(f"{clip.model_dump_json()}\n{failure.model_dump_json()}\n", "utf-8")
    return file


@pytest.mark.parametrize("format_", FORMATS)
def test_the_name_decides_the_format(clipper: Run, clips: Path, tmp_path: Path, format_: str) -> None:
    out = tmp_path / f"o.{format_}"
    done = clipper("export", clips, "-o", out)
    assert (done.returncode, done.stdout) == (0, b"")
    assert out.read_bytes().startswith(MAGIC[format_])


def test_format_overrules_the_name(clipper: Run, clips: Path, tmp_path: Path) -> None:
    assert clipper("export", clips, "-o", tmp_path / "o.xlsx", "--format", "csv").returncode == 0
    assert (tmp_path / "o.xlsx").read_bytes().startswith(MAGIC["csv"])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("format_", FORMATS)
def test_a_full_disk_is_told_in_one_line(clipper: Run, clips: Path, format_: str) -> None:
    done = clipper("export", clips, "-o", "/dev/full", "--format", format_)
    assert done.returncode == 2
    assert b"No space left on device" in done.stderr
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("format_", ["xlsx", "sqlite"])
def test_an_error_on_the_way_leaves_nothing_behind(
    clip: Clip, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    def outcomes() -> Iterator[Clip]:
        yield clip
        raise KeyboardInterrupt

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(KeyboardInterrupt):
        export(outcomes(), tmp_path / f"o.{format_}")
    assert list(tmp_path.iterdir()) == []


def test_text_may_be_packed_by_its_name(clipper: Run, clips: Path, tmp_path: Path) -> None:
    assert format_of(Path("o.sqlite.gz")) is None
    assert clipper("export", clips, "-o", tmp_path / "o.csv.gz").returncode == 0
    assert gzip.decompress((tmp_path / "o.csv.gz").read_bytes()).startswith(MAGIC["csv"])


def test_text_goes_to_standard_output(clipper: Run, clips: Path) -> None:
    assert clipper("export", clips, "--format", "csv").stdout.startswith(MAGIC["csv"])
    done = clipper("export", "-", "--format", "ics", stdin=clips.read_bytes())
    assert done.stdout.startswith(MAGIC["ics"]) and b"\r\r" not in done.stdout
    assert done.stderr == b"clipper: 2 records have no whole date and are not in the calendar\n"


@pytest.mark.parametrize("args", [
    [], ["--format", "xlsx"], ["-o", "o.docx"], ["-o", "o.xlsx", "--excel"], ["-o", "-"], ["--country", "Korea"],
    ["-o", "no/such/folder/o.xlsx"],
])
def test_wrong_usage_is_told_and_writes_nothing(
    clipper: Run, clips: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    done = clipper("export", clips, *args)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr
    assert os.listdir(tmp_path) == ["clips.jsonl"]


def test_lines_that_are_no_clips_are_told_and_the_others_exported(clipper: Run, clips: Path, tmp_path: Path) -> None:
    clips.write_bytes(b"{}\n" + clips.read_bytes())
    done = clipper("export", clips, tmp_path / "none.jsonl", "-o", tmp_path / "o.csv")
    assert done.returncode == 1
    assert [line.split(b": ")[1] for line in done.stderr.splitlines()] == [
        os.fsencode(f"{clips}:1"), os.fsencode(tmp_path / "none.jsonl"),
    ]
    assert len(list(csv.reader((tmp_path / "o.csv").open(encoding="utf-8", newline="")))) == 1 + 2 + 3


@pytest.mark.parametrize(("args", "kinds"), [
    (["--kind", "trip"], ["trip"]), (["--status", "planned"], ["trip", "mou"]), (["--status", "signed"], []),
    (["--country", "mn"], ["trip"]), (["--min-confidence", "0.9"], ["trip"]), (["--country", "JP", "--country", "MN"], ["trip"]),
])
def test_records_can_be_chosen(clipper: Run, clips: Path, args: list[str], kinds: list[str]) -> None:
    rows = csv.DictReader(io.StringIO(clipper("export", clips, "--format", "csv", *args).stdout.decode(), newline=""))
    assert [row["kind"] for row in rows if row["kind"]] == kinds


def test_statuses_to_choose_from_are_those_of_the_contract() -> None:
    from typing import get_args

    from clipper.cli.choose import STATUSES
    from clipper.records import MouStatus, TripStatus

    assert set(STATUSES) == {*get_args(TripStatus), *get_args(MouStatus)}


def test_csv_for_excel_is_opened_by_libreoffice_and_comes_back(clip: Clip, tmp_path: Path, soffice: str) -> None:
    export([clip], tmp_path / "o.csv", excel=True)
    # comma, quote, UTF-8 (76), from line 1; all columns as text (2), so that no date or number is read anew
    read = "--infilter=CSV:44,34,76,1," + "/".join(f"{n}/2" for n in range(1, len(COLUMNS) + 1))
    write = "csv:Text - txt - csv (StarCalc):44,34,76"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, "--headless", profile, read, "--convert-to", write, "--outdir", str(tmp_path / "made")]
    subprocess.run([*command, str(tmp_path / "o.csv")], capture_output=True, check=True, timeout=120)
    old, new = (rows_of(tmp_path / folder / "o.csv") for folder in ("", "made"))
    assert old == new
    assert split(new[1]["parties"]) == ["나래대; 본교", "샘\\터"]


def rows_of(file: Path) -> list[dict[str, str]]:
    reader = csv.DictReader(io.StringIO(file.read_text("utf-8-sig"), newline=""))
    return [{column: original(cell).replace("\r\n", "\n") for column, cell in row.items()} for row in reader]


def test_csv_in_the_encoding_of_excel_reads_back(clip: Clip, hostile: Clip, tmp_path: Path) -> None:
    export([clip, hostile], tmp_path / "o.csv", excel=True)
    data = (tmp_path / "o.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfsource_url,")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert split(original(rows[-1]["subjects"])) == list(HOSTILE)


def test_what_is_exported_is_read_by_the_same_reader_as_ever(clips: Path, clip: Clip, failure: Failure) -> None:
    assert list(read_clips([clips])) == [clip, failure]
