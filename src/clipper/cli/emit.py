"""Outcomes → output, lines on standard error, progress, exit code: the end of every command that makes clips."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import TextIO

from clipper.cli.options import Output
from clipper.cli.progress import Tally, progress
from clipper.cli.terminal import complain
from clipper.records import Clip, Failure
from clipper.write import whole_binary_file, whole_file, write_csv, write_json, write_jsonl

Outcome = Clip | Failure


def emit(
    outcomes: Iterator[Outcome], output: Output, *, total: int | None = None, note: Callable[[], str] | None = None,
    single: bool = False,
) -> int:
    """Write the outcomes as they come and tell each failure; 1 if any input failed, else 0.

    `total` is the number of outcomes to come, where it is known, and `note` says more of how far the work is, both for
    the progress on a terminal. With `single` there is one outcome, which JSON has as one object.
    """
    tally = Tally()
    with progress(output, tally, lambda: total, note=note):
        put(tally.watch(outcomes), output, single=single)
    if tally.failed and tally.done > 1:
        complain(f"{tally.failed} of {tally.done} inputs failed")
    return 1 if tally.failed else 0


def emit_one(outcome: Outcome, output: Output) -> int:
    """Write the clip of a single input; a failure is told, and nothing is written."""
    if isinstance(outcome, Failure):
        complain(outcome)
        return 1
    put([outcome], output, single=True)
    return 0


def put(outcomes: Iterable[Outcome], output: Output, *, single: bool = False) -> None:
    """Write to where the output goes; a file of its own is there only if all goes well."""
    if output.format == "parquet":
        from clipper.write.parquet import write_parquet

        with whole_binary_file(output.path) if output.path else nullcontext(sys.stdout.buffer) as binary:
            write_parquet(outcomes, binary)
        return
    with opened(output) as out:
        write(outcomes, output, out, single=single)


def opened(output: Output) -> AbstractContextManager[TextIO]:
    """The stream to write text to; a file of its own is there only if all goes well."""
    return whole_file(output.path) if output.path else nullcontext(sys.stdout)


def write(outcomes: Iterable[Outcome], output: Output, out: TextIO, *, single: bool = False) -> None:
    """Write in the chosen format, if that is text."""
    if output.format == "csv":
        write_csv(outcomes, out, records_only=output.records_only, excel=output.excel)
    elif output.format == "json":
        write_json(outcomes, out, records_only=output.records_only, single=single)
    else:
        write_jsonl(outcomes, out, records_only=output.records_only)
