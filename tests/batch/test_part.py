"""An unfinished output: whatever moment the run ended at, the next one makes the same bytes of it."""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clipper.batch import File, Held, Item, Part, Row
from clipper.batch import part as part_module
from clipper.errors import WriteError
from clipper.read.page import Page

ITEMS: list[Item] = [Held(f"{number}", Page(b""), stamp=f"{number}-0") for number in range(12)]
WHOLE = b"".join(json.dumps({"n": item.key, "text": "기사" * 3}).encode() + b"\n" for item in ITEMS)


@pytest.fixture(autouse=True)
def _every_row_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(part_module, "_EVERY", 0)


@pytest.fixture(autouse=True)
def _no_file_is_left_open() -> Iterator[None]:
    yield
    gc.collect()


def rows(items: Iterator[Item]) -> Iterator[Row]:
    for item in items:
        line = json.dumps({"n": item.key, "text": "기사" * 3}).encode()
        yield Row(item.key, item.stamp, line, records=int(item.key) % 2)


def go(target: Path, *, resume: bool, items: list[Item] = ITEMS, least: float = 0.0, stop: int = 99) -> int:
    """A run that is stopped after some rows. How many it made itself."""
    made = 0
    with Part(target, {"min_confidence": least}, resume=resume) as part:
        for row in rows(part.rest(items)):
            if made == stop:
                raise KeyboardInterrupt
            part.write(row)
            made += 1
        part.sync()
        part.become_target()
    return made


def stopped(target: Path, after: int = 5) -> None:
    with pytest.raises(KeyboardInterrupt):
        go(target, resume=False, stop=after)


def test_a_whole_run_leaves_the_output_alone(tmp_path: Path) -> None:
    assert go(tmp_path / "o", resume=False) == 12
    assert (tmp_path / "o").read_bytes() == WHOLE
    assert os.listdir(tmp_path) == ["o"]


def test_an_interrupted_run_goes_on(tmp_path: Path) -> None:
    stopped(tmp_path / "o")
    assert sorted(os.listdir(tmp_path)) == ["o.part", "o.part.journal"]
    assert WHOLE.startswith((tmp_path / "o.part").read_bytes())
    assert go(tmp_path / "o", resume=True) == 7
    assert (tmp_path / "o").read_bytes() == WHOLE
    assert os.listdir(tmp_path) == ["o"]


def test_the_counts_of_what_is_done_are_known(tmp_path: Path) -> None:
    stopped(tmp_path / "o")
    with Part(tmp_path / "o", {"min_confidence": 0.0}, resume=True) as part:
        assert (part.resumed.rows, part.resumed.told, part.resumed.failed) == (5, 2, 0)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(part=st.integers(0, len(WHOLE)), journal=st.integers(0, 2_000), stop=st.integers(1, 11))
def test_whatever_has_reached_the_disk_nothing_is_lost_and_nothing_there_twice(
    tmp_path: Path, part: int, journal: int, stop: int
) -> None:
    target = tmp_path / "o"
    for left in tmp_path.iterdir():
        left.unlink()
    stopped(target, stop)
    for name, size in (("o.part", part), ("o.part.journal", journal)):
        with (tmp_path / name).open("r+b") as file:
            file.truncate(min(size, os.fstat(file.fileno()).st_size))
    with suppress(WriteError):  # of the journal not even the first line is left
        go(target, resume=True)
        assert target.read_bytes() == WHOLE
        assert os.listdir(tmp_path) == ["o"]


LONG = [b'{"n": %d, "text": "%s"}' % (number, b"x" * 1_500 * number) for number in range(12)]
"""Rows that fit into the buffer of a file, and rows that go around it."""


def long_run(target: Path, *, resume: bool) -> None:
    with Part(target, {}, resume=resume) as part:
        for item in part.rest(ITEMS):
            part.write(Row(item.key, item.stamp, LONG[int(item.key)]))
        part.sync()
        part.become_target()


@pytest.mark.skipif(os.name != "posix", reason="limits of Unix")
@pytest.mark.parametrize("every", [0, 60])
@pytest.mark.parametrize("room", [1, 2_000, 8_192, 16_500, 22_501, 40_000, 70_000, 90_000])
def test_a_full_disk_at_any_place_is_gone_on_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int, every: int) -> None:
    import resource

    monkeypatch.setattr(part_module, "_EVERY", every)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, limits[1]))
    try:
        with pytest.raises(WriteError):
            long_run(tmp_path / "o", resume=False)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    long_run(tmp_path / "o", resume=(tmp_path / "o.part").exists())
    assert (tmp_path / "o").read_bytes().splitlines() == LONG
    assert os.listdir(tmp_path) == ["o"]


@pytest.mark.parametrize("at", ["_count", "_set_mark"])
def test_an_interrupt_inside_a_row_loses_and_doubles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    step, calls = getattr(Part, at), []

    def interrupted(*args: object) -> None:
        step(*args)
        calls.append(at)
        if len(calls) == 4:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Part, at, interrupted)
        with pytest.raises(KeyboardInterrupt):
            go(tmp_path / "o", resume=False)
    assert go(tmp_path / "o", resume=True) in (8, 9)
    assert (tmp_path / "o").read_bytes() == WHOLE


def test_a_run_that_made_nothing_leaves_nothing(tmp_path: Path) -> None:
    stopped(tmp_path / "o", 0)
    assert os.listdir(tmp_path) == []


def refused(target: Path, **how: object) -> str:
    with pytest.raises(WriteError) as error:
        go(target, **how)  # type: ignore[arg-type]
    assert (target.parent / "o.part").exists()
    return str(error.value)


def test_what_an_interrupted_run_left_is_not_overwritten(tmp_path: Path) -> None:
    stopped(tmp_path / "o")
    assert "an interrupted run left it (--resume goes on with it; " in refused(tmp_path / "o", resume=False)


def test_changed_inputs_are_noticed(tmp_path: Path) -> None:
    stopped(tmp_path / "o")
    others: list[Item] = [*ITEMS[:3], Held("3", Page(b""), stamp="3-1"), *ITEMS[4:]]
    assert "the inputs have changed" in refused(tmp_path / "o", resume=True, items=others)
    assert "the inputs have changed" in refused(tmp_path / "o", resume=True, items=ITEMS[1:])
    assert "the inputs have changed" in refused(tmp_path / "o", resume=True, items=ITEMS[:4])
    assert go(tmp_path / "o", resume=True, items=[*ITEMS, ITEMS[0]]) == 8  # more of them are welcome


def test_changed_options_are_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped(tmp_path / "o")
    assert "min_confidence 0.0, this one has 0.5" in refused(tmp_path / "o", resume=True, least=0.5)
    monkeypatch.setattr(part_module, "__version__", "9.9")
    assert "this one has 9.9" in refused(tmp_path / "o", resume=True)


def test_a_file_that_is_no_part_of_ours_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "o.part").write_text("mine")
    assert "no journal" in refused(tmp_path / "o", resume=True)
    assert (tmp_path / "o.part").read_text() == "mine"


@pytest.mark.skipif(os.name != "posix", reason="locks of Unix")
def test_two_runs_do_not_write_the_same_part(tmp_path: Path) -> None:
    with Part(tmp_path / "o", {}) as part:
        part.write(next(rows(iter(ITEMS))))
        with pytest.raises(WriteError, match="another run is writing"):
            Part(tmp_path / "o", {}, resume=True)


def test_the_mode_of_the_old_file_is_kept_and_its_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "real").chmod(0o640)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    go(tmp_path / "link", resume=False)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == WHOLE
    assert (tmp_path / "real").stat().st_mode & 0o777 == 0o640


def test_where_nothing_can_be_written_the_error_says_so(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="No such file"):
        Part(tmp_path / "no" / "o", {})


def test_a_changed_file_has_another_stamp(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("a")
    before = File(str(tmp_path / "a.html")).stamp
    (tmp_path / "a.html").write_text("ab")
    assert File(str(tmp_path / "a.html")).stamp != before
