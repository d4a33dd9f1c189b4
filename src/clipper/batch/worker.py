"""A worker: a process that reads items, and what the pool knows of it.

Workers are forked from a server process that has the extractor loaded and nothing else: no threads, no open output, no
terminal (the fork server of `multiprocessing`; a fresh interpreter for each where there is none, as on Windows). So a
worker starts in milliseconds, shares the vocabularies' memory with the others, and can't take over a lock or a buffer of
the program that runs the batch.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from threading import Lock
from types import ModuleType

from clipper.batch.items import Item
from clipper.batch.limit import end_after, limit_memory, too_much_memory
from clipper.batch.outcome import defect
from clipper.batch.row import Row, failed_row
from clipper.errors import ClipperError

Read = Callable[[Item], Row]

_SILENCE = 0.05
"""Seconds of work whose rows a worker keeps before it sends them: each word wakes the pool, which costs it as much as a
fortieth of a page."""

_ORPHAN = 30.0
"""Seconds of work past the limit after which a worker ends although nobody ends it."""

_STARTING = Lock()


@dataclass(frozen=True, slots=True)
class Limits:
    """What one page may take: wall seconds, and bytes of memory beyond what the worker has."""

    seconds: float
    memory: int


@dataclass(slots=True)
class Task:
    """An item with its place in the order, how many workers died of it, and whether it must be done by itself: it was in hand
    when a worker ended, and is or is not to blame."""

    number: int
    item: Item
    deaths: int = 0
    alone: bool = False


class Worker:
    """The pool's side of a worker. It answers each item of a chunk with its row, in their order, some rows at a time.
    ClipperError if the system has no process for it."""

    def __init__(self, read: Read, limits: Limits) -> None:
        context = _context()
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(  # type: ignore[attr-defined]
            target=serve, args=(theirs, read, limits, gc.get_threshold()), daemon=True, name="clipper-worker"
        )
        try:
            with _clean_start():
                self.process.start()
        except (EOFError, OSError) as error:  # EOFError: the fork server is gone
            raise ClipperError("workers end before they begin", hint=str(error) or None, code="crashed") from error
        theirs.close()
        self._code: int | None = None
        self.greeted = False
        self.served = 0
        self.tasks: deque[Task] = deque()
        self.began = time.monotonic()

    def give(self, tasks: Sequence[Task]) -> None:
        """Hand out a chunk. Only a worker without tasks gets one: it is reading its pipe, so this can't block."""
        self.tasks.extend(tasks)
        self.began = time.monotonic()
        with suppress(OSError):  # it has died; its end of the pipe tells
            self.pipe.send([task.item for task in tasks])

    def hear(self) -> list[Row]:
        """The next rows, none for its greeting. EOFError where it has died, also in the middle of a word."""
        try:
            rows: list[Row] = self.pipe.recv()
        except OSError as error:
            raise EOFError from error
        self.began = time.monotonic()
        self.greeted = True
        return rows

    def end(self) -> int | None:
        """End the process now, whatever it does. Its exit code as `multiprocessing` tells it, None if it won't go."""
        if self.pipe.closed:
            return self._code
        self.pipe.close()
        if not self.tasks:
            self.process.join(0.2)  # the closed pipe ends it
        self.process.kill()
        self.process.join(5)
        self._code = self.process.exitcode
        return self._code


def serve(pipe: Connection, read: Read, limits: Limits, thresholds: tuple[int, int, int]) -> None:
    """The worker's side: greet, then answer each item of each chunk, until nobody is there to hear it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt from the keyboard is the pool's to handle
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.set_threshold(*thresholds)
    limit_memory(limits.memory)
    with suppress(EOFError, ConnectionError):
        pipe.send([])
        spent = False
        while not spent:
            items: list[Item] = pipe.recv()
            spent = _answer(pipe, items, read, limits)
            end_after(0)


def _answer(pipe: Connection, items: list[Item], read: Read, limits: Limits) -> bool:
    """Read the items of a chunk and send their rows. Whether one took all the memory there was: the rest is left undone."""
    rows: list[Row] = []
    sent = time.monotonic()
    for item in items:
        end_after(limits.seconds + _ORPHAN)
        rows.append(_read(read, item))
        if rows[-1].spent:
            break
        if time.monotonic() - sent >= _SILENCE:
            pipe.send(rows)
            rows, sent = [], time.monotonic()
    if rows:
        pipe.send(rows)
    return bool(rows) and rows[-1].spent


def _read(read: Read, item: Item) -> Row:
    """The row of an item, also where `read` fails as it should not: the worker lives, and others would fail alike."""
    try:
        return read(item)
    except MemoryError:
        return failed_row(item, too_much_memory())
    except Exception as error:  # a defect of ours
        return failed_row(item, defect(error))


def prepare() -> None:
    """Start the fork server, if there is none: it loads what workers need while the caller does other things."""
    context = _context()
    if context.get_start_method() == "forkserver":
        from multiprocessing.forkserver import ensure_running

        with _clean_start():
            ensure_running()


def _context() -> BaseContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["clipper.batch.warm"])
    return context


@contextmanager
def _clean_start() -> Iterator[None]:
    """A new process gets nothing of this one that it does not need.

    Not the main module, which it would import (and run, where it has no `__main__` guard); not the interrupts from the
    keyboard; not the current folder as a place to import from, where a page's folder may hold a `html.py`.
    """
    with _STARTING, _main_hidden(), _interrupts_held():
        before = os.environ.get("PYTHONSAFEPATH")
        os.environ["PYTHONSAFEPATH"] = "1"
        try:
            yield
        finally:
            if before is None:
                del os.environ["PYTHONSAFEPATH"]
            else:
                os.environ["PYTHONSAFEPATH"] = before


@contextmanager
def _main_hidden() -> Iterator[None]:
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """A blocked signal stays so in the processes started meanwhile; here it is delivered afterwards."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
