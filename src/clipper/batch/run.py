"""Many files → their outcomes, in the order of the files, in this process or in several."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from clipper.batch.items import Item
from clipper.batch.outcome import Options, Outcome, outcome_of_item
from clipper.errors import ClipperError
from clipper.records import Failure

_CHUNK = 8
"""Files per task: enough to make the passing of results cheap, few enough to keep all workers busy."""


def run(inputs: Iterable[Item], options: Options, *, jobs: int = 1) -> Iterator[Outcome]:
    """One outcome for each input, in order. `jobs` processes share the work; 0 means one for each core."""
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1:
        return (outcome_of_item(item, options) for item in inputs)
    return _run_in_processes(list(inputs), options, jobs)


def _outcomes(items: list[Item], options: Options) -> list[Outcome]:
    return [outcome_of_item(item, options) for item in items]


def _run_in_processes(inputs: list[Item], options: Options, jobs: int) -> Iterator[Outcome]:
    """Keep a window of tasks in flight, so that neither tasks nor results pile up."""
    chunks = deque(inputs[i : i + _CHUNK] for i in range(0, len(inputs), _CHUNK))
    while chunks:
        pool = _pool(jobs)
        try:
            yield from _drain(pool, chunks, options, window=2 * jobs)
        except BrokenProcessPool:
            # Some file killed its worker. Take the chunk that is next in order file by file, then go on.
            for item in chunks.popleft():
                yield _alone(item, options)
        finally:
            pool.shutdown(cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, initializer=_as_worker)


def _as_worker() -> None:
    """An interrupt from the keyboard is the parent's to handle; a request to end is plainly obeyed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _drain(
    pool: ProcessPoolExecutor, chunks: deque[list[Item]], options: Options, *, window: int
) -> Iterator[Outcome]:
    """Yield the outcomes of `chunks` in order; a chunk leaves the queue when its outcomes are there."""
    flying: deque[Future[list[Outcome]]] = deque()
    while chunks:
        while len(flying) < min(window, len(chunks)):
            flying.append(pool.submit(_outcomes, chunks[len(flying)], options))
        done = flying.popleft().result()
        chunks.popleft()
        yield from done


def _alone(item: Item, options: Options) -> Outcome:
    """One file in a process of its own, which it may take down with it."""
    try:
        with _pool(1) as pool:
            return pool.submit(outcome_of_item, item, options).result()
    except BrokenProcessPool:
        error = ClipperError("the process that read this page was killed", hint="out of memory?", code="crashed")
        return Failure.of(error, path=item.key)
