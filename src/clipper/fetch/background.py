"""An event loop in a thread of its own, and runs in it that a plain generator takes the results of."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable, Coroutine, Iterator
from typing import Any, Generic, TypeVar

Result = TypeVar("Result")
Work = Callable[[Callable[[Result], None]], Coroutine[Any, Any, None]]
"""What a run does: it is given the function to hand each result to."""
_PATIENCE = 1.0  # seconds until a cancellation that was not heard is said again


class LoopThread:
    """A thread with an event loop; `close` cancels what still runs in it."""

    def __init__(self, name: str) -> None:
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, name=name, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End the loop and its thread."""
        asyncio.run_coroutine_threadsafe(_end_tasks(), self.loop).result()
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join()
        self.loop.close()


def _cancel_all() -> None:
    for task in asyncio.all_tasks():
        task.cancel()


async def _end_tasks() -> None:
    tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


class Run(Generic[Result]):
    """Work in the loop of a `LoopThread`. Iterate over its results as they come; an error of the work is raised."""

    def __init__(self, thread: LoopThread, work: Work[Result]) -> None:
        self._loop = thread.loop
        self._inbox: queue.SimpleQueue[Result | _End] = queue.SimpleQueue()
        self._ended = threading.Event()
        self._task: asyncio.Task[None] | None = None
        self._loop.call_soon_threadsafe(self._begin, work)

    def __iter__(self) -> Iterator[Result]:
        while not isinstance(item := self._inbox.get(), _End):
            yield item
        if item.error is not None:
            raise item.error

    def stop(self) -> None:
        """Cancel the work and wait until it has cleared up; nothing happens where it is over."""
        if self._ended.is_set():
            return
        self._loop.call_soon_threadsafe(self._cancel)
        while not self._ended.wait(_PATIENCE):
            # A cancellation that meets the very end of a request can be lost below us: ask every task again.
            self._loop.call_soon_threadsafe(_cancel_all)

    def _begin(self, work: Work[Result]) -> None:
        self._task = self._loop.create_task(work(self._inbox.put))
        self._task.add_done_callback(self._end)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _end(self, task: asyncio.Task[None]) -> None:
        self._inbox.put(_End(None if task.cancelled() else task.exception()))
        self._ended.set()


class _End:
    """The last thing in an inbox."""

    def __init__(self, error: BaseException | None) -> None:
        self.error = error
