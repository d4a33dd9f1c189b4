"""Outcomes → output, lines on standard error, progress, exit code: the end of every command that makes clips."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TextIO

from clipper.cli.options import Output
from clipper.cli.terminal import complain
from clipper.records import Clip, Failure
from clipper.write import whole_file, write_csv, write_json, write_jsonl

Outcome = Clip | Failure


def emit(
    outcomes: Iterable[Outcome], output: Output, *, total: int | None = None, note: Callable[[], str] | None = None,
    single: bool = False,
) -> int:
    """Write the outcomes as they come and tell each failure; 1 if any input failed, else 0.

    `total` is the number of outcomes to come, where it is known, and `note` says more of how far the work is, both for
    the progress on a terminal. With `single` there is one outcome, which JSON has as one object.
    """
    tally = _Tally()
    with opened(output) as out, _progress(output, total, note) as advance:
        write(tally.watch(outcomes, advance), output, out, single=single)
    if tally.failed and tally.done > 1:
        complain(f"{tally.failed} of {tally.done} inputs failed")
    return 1 if tally.failed else 0


def emit_one(outcome: Outcome, output: Output) -> int:
    """Write the clip of a single input; a failure is told, and nothing is written."""
    if isinstance(outcome, Failure):
        complain(str(outcome))
        return 1
    with opened(output) as out:
        write([outcome], output, out, single=True)
    return 0


def opened(output: Output) -> AbstractContextManager[TextIO]:
    """The stream to write to; a file of its own is there only if all goes well."""
    return whole_file(output.path) if output.path else nullcontext(sys.stdout)


def write(outcomes: Iterable[Outcome], output: Output, out: TextIO, *, single: bool = False) -> None:
    """Write in the chosen format."""
    if output.format == "csv":
        write_csv(outcomes, out, records_only=output.records_only, excel=output.excel)
    elif output.format == "json":
        write_json(outcomes, out, records_only=output.records_only, single=single)
    else:
        write_jsonl(outcomes, out, records_only=output.records_only)


class _Tally:
    """Counts what passes, and tells each failure on standard error."""

    def __init__(self) -> None:
        self.done = 0
        self.failed = 0

    def watch(self, outcomes: Iterable[Outcome], advance: Callable[[int, int], None]) -> Iterator[Outcome]:
        for outcome in outcomes:
            self.done += 1
            if isinstance(outcome, Failure):
                self.failed += 1
                complain(str(outcome))
            advance(self.done, self.failed)
            yield outcome


@contextmanager
def _progress(
    output: Output, total: int | None, note: Callable[[], str] | None
) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on standard error, if that is a terminal and the output does not go to one."""
    if not sys.stderr.isatty() or (output.path is None and sys.stdout.isatty()):
        yield lambda done, failed: None
        return
    from rich import progress as rich
    from rich.console import Console

    class Note(rich.ProgressColumn):
        """Asked for at every refresh: outcomes may be long in coming."""

        def render(self, task: rich.Task) -> str:
            return note() if note else ""

    columns = (
        rich.BarColumn(), rich.MofNCompleteColumn(), rich.TextColumn("{task.fields[failed]} failed"), Note(),
        rich.TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    with rich.Progress(*columns, console=console, transient=True, redirect_stdout=False) as progress:
        task = progress.add_task("clips", total=total, failed=0)
        yield lambda done, failed: progress.update(task, completed=done, failed=failed)
