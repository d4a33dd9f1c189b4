"""The queue of one host: one request at a time, a gap in between, earliest first."""

from __future__ import annotations

import asyncio
import heapq
from itertools import count

from clipper.errors import FetchError
from clipper.fetch.job import Job
from clipper.fetch.options import Clock

MAX_STRIKES = 6
"""Requests to one host that in a row found no connection, before the rest of its queue is given up."""


class Host:
    """Jobs of one host with the time before which each must not start. Times are `Clock.monotonic`."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._order = count()
        self._jobs: list[tuple[float, int, Job]] = []
        self._changed = asyncio.Event()
        self._free_at = 0.0
        self._strikes = 0
        self.worker: asyncio.Task[None] | None = None
        self.closed: FetchError | None = None

    def __len__(self) -> int:
        return len(self._jobs)

    def add(self, job: Job, ready_at: float | None = None) -> None:
        """Queue a job; one without a time goes first if it has begun (it was sent on to here), else in its order."""
        if ready_at is None:
            ready_at = -1.0 if len(job.seen) > 1 else 0.0
        heapq.heappush(self._jobs, (ready_at, next(self._order), job))
        self._changed.set()

    def hold(self, seconds: float) -> None:
        """Let no request start before so many seconds from now."""
        self._free_at = max(self._free_at, self._clock.monotonic() + seconds)

    async def next(self) -> Job:
        """The next job, as soon as it and the host are ready for it; at once where the host is given up."""
        while True:
            wait = max(self._jobs[0][0], self._free_at) - self._clock.monotonic()
            if wait <= 0 or self.closed:
                return heapq.heappop(self._jobs)[2]
            await self._sleep(wait)

    async def _sleep(self, seconds: float) -> None:
        """Sleep, or until another job is queued, which may be ready sooner."""
        self._changed.clear()
        tasks = [asyncio.ensure_future(self._clock.sleep(seconds)), asyncio.ensure_future(self._changed.wait())]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()

    def strike(self, error: FetchError) -> int:
        """Count a request that found no connection; how many there were in a row."""
        self._strikes += 1
        if self._strikes >= MAX_STRIKES:
            self.closed = FetchError(error.message, code=error.code, hint="its host does not answer: run again later")
        return self._strikes

    def forgive(self) -> None:
        """The host answered."""
        self._strikes = 0
