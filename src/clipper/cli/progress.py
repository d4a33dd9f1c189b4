"""How far a run is: counts by outcome, on a terminal as a moving line, at the end as one line."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from clipper.cli.options import Output
from clipper.cli.terminal import complain
from clipper.records import Clip, Failure

if TYPE_CHECKING:
    from clipper.batch import Row

T = TypeVar("T", bound="Clip | Failure | Row")


@dataclass(slots=True)
class Tally:
    """Counts of outcomes. `before` is how many of `done` an interrupted run had made."""

    done: int = 0
    failed: int = 0
    told: int = 0
    carried: int = 0
    before: int = 0
    began: float = field(default_factory=time.monotonic)

    def add(self, outcome: Clip | Failure | Row) -> None:
        """Count an outcome or a row, and tell a failure on standard error."""
        failure = outcome if isinstance(outcome, Failure) else getattr(outcome, "failure", None)
        self.done += 1
        self.carried += getattr(outcome, "carried", False)
        if failure:
            self.failed += 1
            complain(failure)
        elif outcome.records:
            self.told += 1

    def watch(self, outcomes: Iterator[T]) -> Iterator[T]:
        """Count what passes."""
        for outcome in outcomes:
            self.add(outcome)
            yield outcome

    @property
    def rate(self) -> float:
        """Outcomes a second of this run."""
        return (self.done - self.before) / max(time.monotonic() - self.began, 1e-3)

    @property
    def counts(self) -> str:
        """`12 with records, 3 without, 1 failed`."""
        without = self.done - self.told - self.failed
        more = f", {self.carried:,} unchanged" if self.carried else ""
        return f"{self.told:,} with records, {without:,} without, {self.failed:,} failed{more}"

    def summary(self) -> str:
        """The one line at the end."""
        pages = f"{self.done:,} page{'' if self.done == 1 else 's'}"
        before = f", {self.before:,} of them by an earlier run" if self.before else ""
        return f"{pages}: {self.counts}{before}; {time.monotonic() - self.began:.1f} s, {self.rate:,.1f} pages/s"


@contextmanager
def progress(
    output: Output, tally: Tally, count: Callable[[], int | None], *, note: Callable[[], str] | None = None
) -> Iterator[None]:
    """Show the tally on standard error while the block runs, if that is a terminal and the output does not go to one.

    `count` gives the number of all outcomes, or None; it may take its time. `note` says more of how far the work is.
    """
    if not sys.stderr.isatty() or (output.path is None and sys.stdout.isatty()):
        yield
        return
    from rich import progress as rich
    from rich.console import Console

    class Counts(rich.ProgressColumn):
        """Asked for at every refresh, like all that moves."""

        def render(self, task: rich.Task) -> str:
            shown.update(task.id, completed=tally.done)
            said = f"{tally.failed} failed, {note()}" if note else tally.counts
            return f"{tally.rate:,.1f}/s  {said}"

    columns = (rich.BarColumn(), rich.MofNCompleteColumn(), Counts(), rich.TimeRemainingColumn(elapsed_when_finished=True))
    shown = rich.Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False)
    task = shown.add_task("clips", total=None)
    Thread(target=lambda: shown.update(task, total=count()), daemon=True).start()
    with shown:
        yield
        shown.update(task, completed=tally.done)
