"""Several workers at one stream of items: who reads what, who is late, who has died, and all rows in their order.

A page can hang in C code, or take its process down. So the pool knows at any moment what each worker has in hand: one that
is late is killed, and what it had not answered is done again, item by item, for any of it may be to blame, or none. The
item at which a worker of its own is late ends as a `timeout`; the one that workers of its own die of, as `crashed` at the
third time.

`concurrent.futures` breaks as a whole where a worker dies, and knows no time limit for what is running; hence a pool of
our own.
"""

from __future__ import annotations

import signal
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from multiprocessing.connection import wait

from clipper.batch.items import Held, Item
from clipper.batch.limit import too_slow
from clipper.batch.row import Row, failed_row
from clipper.batch.worker import Limits, Read, Task, Worker
from clipper.errors import ClipperError

_GRACE = 2.0
"""Seconds that a worker has to stop at its own alarm before it is stopped."""
_TRIES = 3
"""Workers that may die of one item."""
_SPAN = 0.1
"""Seconds of work in one chunk: handing it out takes about a thousandth of that."""
_FIRST_CHUNK, _CHUNK = 4, 32
"""Items in a chunk: as long as nothing is known of their pace, and at most."""
_CHUNK_BYTES = 4 << 20
_LIFETIME = 1_000
"""Items after which a worker gives way to a new one: a new one is there in milliseconds, and caches do not grow for ever."""
_HELD_ROWS, _HELD_BYTES = 20_000, 64 << 20
"""Rows that wait for the one before them; past that, workers wait too."""


class Pool:
    """Up to `jobs` workers, started as there is work for them."""

    def __init__(self, read: Read, limits: Limits, jobs: int) -> None:
        self._read = read
        self._limits = limits
        self._jobs = jobs
        self._workers: list[Worker] = []
        self._again: deque[Task] = deque()
        self._pace = _SPAN / _FIRST_CHUNK
        self._stillborn = 0
        self._order = _Order()

    def rows(self, items: Iterable[Item]) -> Iterator[Row]:
        """The rows of the items, in their order. Workers end when the last row is taken, or the iterator is closed."""
        source = iter(items)
        try:
            while self._hand_out(source):
                self._listen()
                yield from self._order.ready()
        finally:
            self._end()

    def _hand_out(self, source: Iterator[Item]) -> bool:
        """Give all who have nothing to do a chunk, and more workers too. Whether anybody works now."""
        for worker in [one for one in self._workers if not one.tasks and one.served >= _LIFETIME]:
            self._dismiss(worker)
        for worker in self._workers:
            if not worker.tasks and (chunk := self._chunk(source)):
                worker.give(chunk)
        while len(self._workers) < self._jobs and (chunk := self._chunk(source)):
            self._workers.append(Worker(self._read, self._limits))
            self._workers[-1].give(chunk)
        return any(worker.tasks for worker in self._workers)

    def _chunk(self, source: Iterator[Item]) -> list[Task]:
        """The next tasks: first what a dead worker left, an item that one died of by itself."""
        size = max(1, min(_CHUNK, int(_SPAN / self._pace)))
        if self._again:
            return self._again_of(size)
        chunk: list[Task] = []
        held = 0
        while len(chunk) < size and held < _CHUNK_BYTES and self._order.has_room:
            item = next(source, None)
            if item is None:
                break
            chunk.append(Task(self._order.take(), item))
            held += len(item.page.data) if isinstance(item, Held) else 0
        return chunk

    def _again_of(self, size: int) -> list[Task]:
        """The first of the tasks to do again: one that must be alone, else all up to the next such."""
        chunk = [self._again.popleft()]
        while not chunk[0].alone and self._again and len(chunk) < size and not self._again[0].alone:
            chunk.append(self._again.popleft())
        return chunk

    def _listen(self) -> None:
        """Wait for rows, deaths and the next deadline."""
        busy = {worker.pipe: worker for worker in self._workers if worker.tasks}
        now = time.monotonic()
        patience = min(self._deadline(worker) for worker in busy.values()) - now
        heard = wait(list(busy), max(0.0, patience))
        for pipe in heard:
            self._hear(busy[pipe])  # type: ignore[index]
        now = time.monotonic()
        for pipe, worker in busy.items():
            if pipe not in heard and self._deadline(worker) < now:
                self._stop(worker)

    def _deadline(self, worker: Worker) -> float:
        return worker.began + self._limits.seconds + _GRACE

    def _hear(self, worker: Worker) -> None:
        began = worker.began
        try:
            rows = worker.hear()
        except EOFError:
            self._bury(worker)
            return
        self._stillborn = 0
        for row in rows:
            worker.served += 1
            self._pace += 0.05 * ((worker.began - began) / len(rows) - self._pace)
            self._order.put(worker.tasks.popleft().number, row)
        if rows and rows[-1].spent:
            self._dismiss(worker)

    def _stop(self, worker: Worker) -> None:
        """End a worker that is late."""
        if worker.greeted and _is_to_blame(worker.tasks):
            self._fail(worker.tasks.popleft(), too_slow(self._limits.seconds))
        self._dismiss(worker)

    def _bury(self, worker: Worker) -> None:
        """A worker has died of the item that it was at, or of something else."""
        code = worker.end()
        if not worker.greeted:
            self._stillborn += 1
            if self._stillborn >= _TRIES:
                raise ClipperError("workers end before they begin", hint=_told(code), code="crashed")
        elif _is_to_blame(worker.tasks):
            worker.tasks[0].deaths += 1
            if worker.tasks[0].deaths >= _TRIES:
                self._fail(worker.tasks.popleft(), _crashed(code))
        self._dismiss(worker)

    def _fail(self, task: Task, error: ClipperError) -> None:
        self._order.put(task.number, failed_row(task.item, error))

    def _dismiss(self, worker: Worker) -> None:
        """Let a worker go; what it had in hand is done again, in its order."""
        worker.end()
        self._workers.remove(worker)
        self._again = deque(sorted([*worker.tasks, *self._again], key=lambda task: task.number))

    def _end(self) -> None:
        for worker in self._workers:
            worker.end()
        self._workers.clear()


class _Order:
    """Rows come as they are done and leave in the order in which their items were taken."""

    def __init__(self) -> None:
        self._taken = self._left = self._bytes = 0
        self._rows: dict[int, Row] = {}

    @property
    def has_room(self) -> bool:
        return self._bytes < _HELD_BYTES and self._taken - self._left < _HELD_ROWS

    def take(self) -> int:
        """The number of the next item."""
        self._taken += 1
        return self._taken - 1

    def put(self, number: int, row: Row) -> None:
        self._rows[number] = row
        self._bytes += len(row.line)

    def ready(self) -> Iterator[Row]:
        """The rows whose turn it is."""
        while row := self._rows.pop(self._left, None):
            self._left += 1
            self._bytes -= len(row.line)
            yield row


def _is_to_blame(tasks: Sequence[Task]) -> bool:
    """Whether the first of the tasks that a worker had in hand when it went wrong is the one that it was at. Where there are
    more, it may be any of them: each is to be done alone from now on."""
    for task in tasks:
        task.alone = True
    return len(tasks) == 1


def _crashed(code: int | None) -> ClipperError:
    return ClipperError(f"the process that reads this page ends with {_told(code)}", hint="out of memory?", code="crashed")


def _told(code: int | None) -> str:
    """An exit code in words."""
    if code is not None and code < 0:
        try:
            return signal.Signals(-code).name
        except ValueError:
            return f"signal {-code}"
    return f"exit code {code}"
