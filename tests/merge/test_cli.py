"""`clipper merge` and `clipper schema --events` as a user calls them."""

from __future__ import annotations

import csv
import gzip
import io
import json
import sys
from pathlib import Path
from typing import Any, Protocol

import pytest
from tests.merge.support import clip, mou, trip

from clipper.cli import main
from clipper.merge import event_schema

CLIPS = (
    clip("plan", trip(start="2025-06-20"), told="2025-06-10"),
    clip("back", trip(start="2025-06-20", status="completed"), told="2025-06-25"),
    clip("signed", mou(date="2025-06-12", confidence=0.3)),
)


class Done:
    """What a run left behind."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def events(self) -> list[dict[str, Any]]:
        """The lines of standard output."""
        return [json.loads(line) for line in self.out.splitlines()]


class Run(Protocol):
    """Run `clipper` with these arguments."""

    def __call__(self, *args: str | Path, stdin: str = "") -> Done: ...


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def call(*args: str | Path, stdin: str = "") -> Done:
        monkeypatch.setattr(sys, "argv", ["clipper", *map(str, args)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        with pytest.raises(SystemExit) as end:
            main()
        return Done(int(end.value.code or 0), *capfd.readouterr())

    return call


@pytest.fixture
def clips(tmp_path: Path) -> Path:
    path = tmp_path / "clips.jsonl"
    path.write_text("".join(each.model_dump_json() + "\n" for each in CLIPS), "utf-8")
    return path


def test_events_are_a_line_each(run: Run, clips: Path) -> None:
    done = run("merge", clips)
    assert done.code == 0
    assert [(event["kind"], event["status"], len(event["sources"])) for event in done.events] == [
        ("trip", "completed", 2), ("mou", "signed", 1),
    ]


def test_several_files_and_standard_input_are_one_collection(run: Run, clips: Path, tmp_path: Path) -> None:
    whole = run("merge", clips).out
    first, *others = clips.read_text("utf-8").splitlines(keepends=True)
    (tmp_path / "rest.jsonl").write_text("".join(others), "utf-8")
    assert run("merge", "-", tmp_path / "rest.jsonl", stdin=first).out == whole


def test_one_may_ask_for_a_kind_for_confidence_and_for_several_sources(run: Run, clips: Path) -> None:
    assert {event["kind"] for event in run("merge", clips, "--kind", "mou").events} == {"mou"}
    assert {event["kind"] for event in run("merge", clips, "--min-confidence", "0.5").events} == {"trip"}
    assert {event["kind"] for event in run("merge", clips, "--min-sources", "2").events} == {"trip"}


def test_the_suffix_of_the_output_decides_its_format(run: Run, clips: Path, tmp_path: Path) -> None:
    out = tmp_path / "events.json"
    assert run("merge", clips, "-o", out).code == 0
    assert json.loads(out.read_text("utf-8")) == run("merge", clips).events


@pytest.mark.parametrize("how", [("--format", "csv"), ("-o", "events.csv"), ("-o", "events.csv.gz")])
def test_a_table_has_a_row_for_each_event(run: Run, clips: Path, tmp_path: Path, how: tuple[str, str]) -> None:
    target = tmp_path / how[1]
    done = run("merge", clips, "--excel", how[0], target if how[0] == "-o" else how[1])
    packed = target.suffix == ".gz"
    text = (gzip.decompress(target.read_bytes()) if packed else target.read_bytes()).decode() if how[0] == "-o" else done.out
    assert text.startswith("\ufeffkind,id,status,")
    assert [row["status"] for row in csv.DictReader(io.StringIO(text))] == ["completed", "signed"]


@pytest.mark.parametrize(("how", "why"), [
    (("-o", "events.parquet"), "json, jsonl or csv"), (("--excel",), "--excel goes with --format csv"),
    (("--excel", "-o", "events.json"), "--excel goes with --format csv"),
])
def test_what_is_no_table_is_wrong_usage(run: Run, clips: Path, tmp_path: Path, how: tuple[str, ...], why: str) -> None:
    done = run("merge", clips, *(tmp_path / word if word.startswith("events") else word for word in how))
    assert (done.code, done.out) == (2, "")
    assert why in done.err


def test_a_bad_line_is_told_and_the_others_are_merged(run: Run, clips: Path) -> None:
    clips.write_text(clips.read_text("utf-8") + "{nonsense\n", "utf-8")
    done = run("merge", clips)
    assert (done.code, len(done.events)) == (1, 2)
    assert "clips.jsonl:4" in done.err


def test_the_schema_of_events_is_printed(run: Run) -> None:
    assert json.loads(run("schema", "--events").out) == event_schema()
