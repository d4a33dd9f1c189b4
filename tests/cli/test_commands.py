"""What each command prints, and where."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import click
import pytest
from tests.cli.support import Run, RunProcess

from clipper import __version__
from clipper.cli import cli
from clipper.records import Clip
from clipper.write import COLUMNS


def lines(done: CompletedProcess[bytes]) -> list[Any]:
    assert done.returncode == 0, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_extract_prints_the_clip_of_a_file_as_one_line_in_a_pipe(clipper: Run, folder: Path) -> None:
    (row,) = lines(clipper("extract", folder / "a.html"))
    assert Clip.model_validate(row).source.path == str(folder / "a.html")
    assert row["article"]["paragraphs"][0].startswith("가온시는 9일")


def test_extract_reads_standard_input_and_what_the_page_does_not_say(clipper: Run, folder: Path) -> None:
    page = (folder / "a.html").read_text("utf-8").replace("utf-8", "utf-16").encode("utf-16-be")
    options = ("--url", "https://news.example/1", "--published", "2025-06-12", "--encoding", "utf-16-be")
    (row,) = lines(clipper("extract", "-", *options, stdin=page))
    assert row["source"]["url"] == "https://news.example/1"
    assert row["source"]["encoding"] == "utf-16-be"
    assert row["article"]["reference_date"] == "2025-06-12"


def test_extract_as_json_is_one_object(clipper: Run, folder: Path) -> None:
    done = clipper("extract", folder / "a.html", "--format", "json")
    assert json.loads(done.stdout)["schema_version"] == "1"
    assert done.stdout.count(b"\n") > 10


def test_batch_prints_a_line_for_each_page(clipper: Run, folder: Path) -> None:
    assert [Path(row["source"]["path"]).name for row in lines(clipper("batch", folder))] == ["a.html", "b.html"]


def test_the_suffix_of_the_output_decides_its_format(clipper: Run, folder: Path, tmp_path: Path) -> None:
    for name in ("o.json", "o.csv", "o.jsonl"):
        done = clipper("batch", folder, "-o", tmp_path / name)
        assert (done.returncode, done.stdout) == (0, b"")
    assert len(json.loads((tmp_path / "o.json").read_bytes())) == 2
    assert (tmp_path / "o.csv").read_bytes().startswith(b"source_url,")
    assert len((tmp_path / "o.jsonl").read_bytes().splitlines()) == 2


def test_csv_for_excel_has_the_mark_and_line_ends_of_rfc_4180(clipper: Run, folder: Path) -> None:
    done = clipper("batch", folder, "--format", "csv", "--excel")
    assert done.stderr.startswith(b"clipper: 2 pages: 2 with records, 0 without, 0 failed; ")
    assert done.stdout.startswith("\ufeffsource_url,".encode())
    assert done.stdout.endswith(b"\r\n")
    assert b"\r\r" not in done.stdout
    assert next(csv.reader(io.StringIO(done.stdout.decode("utf-8-sig"))))[-1] == COLUMNS[-1]


def test_clean_prints_the_article_as_text_or_json(clipper: Run, folder: Path) -> None:
    text = clipper("clean", folder / "a.html").stdout.decode()
    assert text.startswith("가온시 청년 창업 업무협약 a\n\n가온시는 9일")
    article = json.loads(clipper("clean", folder / "a.html", "--format", "json").stdout)
    assert article["paragraphs"][0] in text
    assert lines(clipper("clean", folder / "a.html", "--format", "jsonl")) == [article]


def test_schema_is_the_one_of_a_clip(clipper: Run) -> None:
    schema = json.loads(clipper("schema").stdout)
    assert schema == Clip.model_json_schema(mode="serialization")
    assert {"Trip", "Mou", "Evidence"} <= set(schema["$defs"])


def test_version(clipper: Run) -> None:
    assert clipper("--version").stdout.decode().split() == ["clipper,", "version", __version__]


@pytest.mark.parametrize("command", ["", "fetch", "extract", "batch", "clean", "schema"])
def test_help_has_examples(clipper: Run, command: str) -> None:
    done = clipper(*filter(None, [command]), "--help")
    assert done.returncode == 0
    assert f"Examples:\n    clipper {command}" in done.stdout.decode()


def test_every_listed_command_is_there_and_says_what_it_does() -> None:
    context = click.Context(cli)
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        assert command.name == name
        assert command.help


def _imported(done: CompletedProcess[bytes]) -> set[str]:
    return {line.rsplit("|", 1)[-1].strip() for line in done.stderr.decode().splitlines() if line.startswith("import time:")}


def test_help_imports_nothing_heavy(process: RunProcess) -> None:
    imported = _imported(process("--help", env={"PYTHONPROFILEIMPORTTIME": "1"}))
    assert "click" in imported
    assert not imported & {"pydantic", "lxml", "rich", "httpx", "asyncio", "clipper.records", "clipper.pipeline"}


def test_a_batch_imports_no_network_library(process: RunProcess, folder: Path) -> None:
    imported = _imported(process("batch", folder, env={"PYTHONPROFILEIMPORTTIME": "1"}))
    assert "clipper.pipeline" in imported
    assert not imported & {"httpx", "h2", "ssl", "protego"}
