"""Workers that hang, die or take too much: each costs its own item, the rest comes in order."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.batch.reads import lengthy, obey, told

from clipper.batch import Item, Options, Row, cores, pool, run_rows
from clipper.batch.worker import Read
from clipper.errors import ClipperError

posix = pytest.mark.skipif(os.name != "posix", reason="signals of Unix")


def rows(items: list[Item], *, read: Read = obey, jobs: int = 2, seconds: float = 60, memory: int = 2 << 30) -> list[Row]:
    return list(run_rows(items, Options(seconds=seconds, memory=memory), jobs=jobs, read=read))


def ends(found: list[Row]) -> list[str]:
    return [row.failure.error.code if row.failure else "ok" for row in found]


def workers(found: list[Row]) -> set[bytes]:
    return {row.line.rpartition(b" ")[2] for row in found if not row.failure}


def test_rows_come_in_the_order_of_the_items_however_long_each_takes() -> None:
    items = told(*(f"sleep {0.2 if number == 0 else 0.001} #{number}" for number in range(60)))
    found = rows(items, jobs=3)
    assert [row.key for row in found] == [item.key for item in items]


def test_nothing_in_nothing_out() -> None:
    assert rows([]) == []


def test_a_few_items_are_one_workers_work() -> None:
    assert len(workers(rows(told("a", "b", "c"), jobs=8))) == 1


@posix
@pytest.mark.parametrize(("order", "words"), [("die", "exit code 9"), ("die by SIGSEGV", "SIGSEGV"), ("die by SIGKILL", "SIGKILL")])
def test_an_item_that_kills_its_worker_costs_its_own_row(order: str, words: str) -> None:
    found = rows(told("a", "b", order, "c", *map(str, range(30))))
    assert ends(found) == ["ok", "ok", "crashed", *["ok"] * 31]
    assert words in str(found[2].failure)
    assert found[2].key == order


def test_an_item_at_which_a_worker_was_killed_is_tried_again(tmp_path: Path) -> None:
    found = rows(told(*(f"die once {tmp_path / str(number)}" for number in range(5))))
    assert ends(found) == ["ok"] * 5
    assert len(workers(found)) >= 1
    assert len(list(tmp_path.iterdir())) == 5


def test_a_defect_costs_a_row_each_and_no_worker() -> None:
    found = rows(told(*["fail", "a"] * 5), jobs=1)
    assert ends(found) == ["internal", "ok"] * 5
    assert "ImportError: half of it is missing" in str(found[0].failure)
    assert len(workers(found)) == 1


@posix
def test_an_item_that_hangs_in_c_code_is_stopped_and_the_rest_goes_on() -> None:
    began = time.monotonic()
    found = rows(told("a", "hang", *map(str, range(40))), seconds=0.2)
    assert ends(found) == ["ok", "timeout", *["ok"] * 40]
    assert str(found[1].failure) == "hang: read: took longer than 0.2 seconds"
    assert time.monotonic() - began < 30


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the system tells no process its size")
def test_an_item_that_takes_too_much_memory_costs_its_own_row_and_its_worker() -> None:
    found = rows(told("a", f"take {1 << 30}", "b"), jobs=1, memory=200 << 20)
    assert ends(found) == ["ok", "memory", "ok"]
    assert len(workers(found)) == 2
    assert ends(rows(told(f"take {100 << 20}"), jobs=1, memory=200 << 20)) == ["ok"]


def test_workers_give_way_to_new_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_LIFETIME", 20)
    found = rows(told(*map(str, range(200))), jobs=1)
    assert [row.key for row in found] == [str(number) for number in range(200)]
    assert 4 <= len(workers(found)) <= 10


def test_items_are_taken_as_they_are_needed_and_not_before() -> None:
    taken = 0

    def many() -> Iterator[Item]:
        nonlocal taken
        for item in told(*map(str, range(2_000))):
            taken += 1
            yield item

    found = run_rows(many(), Options(), jobs=2, read=lengthy)
    assert [next(found).key for _ in range(10)] == [str(number) for number in range(10)]
    assert taken < 400  # what is ahead of the reader is bounded by its bytes
    found.close()  # type: ignore[attr-defined]


def test_workers_end_with_the_iterator() -> None:
    found = run_rows(iter(told("sleep 0.1", *["sleep 60"] * 50)), Options(), jobs=2, read=obey)
    pid = int(next(found).line.split()[-1])
    began = time.monotonic()
    found.close()  # type: ignore[attr-defined]
    assert time.monotonic() - began < 10
    while _is_there(pid):  # the fork server collects it
        assert time.monotonic() - began < 20


def test_a_source_that_fails_fails_the_run_and_leaves_no_worker() -> None:
    def broken() -> Iterator[Item]:
        yield from told("a")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(run_rows(broken(), Options(), jobs=1, read=obey))


def _is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@posix
def test_a_system_without_a_process_for_us_is_told_in_our_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_process: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("multiprocessing.context.ForkServerProcess.start", refuse)
    with pytest.raises(ClipperError, match=r"workers end before they begin .*temporarily unavailable"):
        rows(told("a"))


def test_a_script_needs_no_guard_and_imports_nothing_from_where_it_runs(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "html.py").write_text("raise SystemExit('imported from the current folder')")
    (tmp_path / "script.py").write_text(
        "from clipper.batch import Options, find_inputs, run\n"
        f"print(sum(1 for _ in run(find_inputs([{str(folder / 'b.html')!r}]), Options(), jobs=1)))\n"
    )
    command = [sys.executable, str(tmp_path / "script.py")]
    done = subprocess.run(command, cwd=tmp_path / "here", capture_output=True, text=True, check=False, timeout=60)
    assert (done.stdout, done.stderr) == ("1\n", "")


@posix
def test_a_worker_that_nobody_watches_ends_by_itself() -> None:
    code = "from clipper.batch.limit import end_after; end_after(0.2)\nwhile True: pass"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == -signal.SIGVTALRM


def test_there_is_at_least_one_core() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)
