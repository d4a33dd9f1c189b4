"""Many items → one outcome for each, in their order, from several processes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from clipper.batch.items import Item
from clipper.batch.outcome import Options, Outcome
from clipper.batch.pool import Pool
from clipper.batch.row import Row, Work
from clipper.batch.worker import Limits, Read


def run(inputs: Iterable[Item], options: Options, *, jobs: int = 0) -> Iterator[Outcome]:
    """One outcome for each input, in order. `jobs` processes share the work; 0 means one for each core."""
    return (row.outcome() for row in run_rows(inputs, options, jobs=jobs))


def run_rows(inputs: Iterable[Item], options: Options, *, jobs: int = 0, read: Read | None = None) -> Iterator[Row]:
    """The same as rows, which know their JSON. `read` is what workers do with an item; by default `Work(options)`.

    Inputs are taken as they are needed, and rows made no faster than they are taken: memory does not grow with either.
    Close the iterator to end the workers before it is exhausted.
    """
    return Pool(read or Work(options), Limits(options.seconds, options.memory), jobs or cores()).rows(inputs)


def cores() -> int:
    """The cores that this process may use: those of the machine, its affinity and its control group taken into account."""
    try:
        count = len(os.sched_getaffinity(0))
    except AttributeError:  # not Linux
        count = os.cpu_count() or 1
    with suppress(OSError, ValueError):  # "max 100000" where there is no quota
        quota, period = Path("/sys/fs/cgroup/cpu.max").read_text("ascii").split()
        count = min(count, max(1, round(int(quota) / int(period))))
    return count
