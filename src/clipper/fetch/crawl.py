"""Many jobs at once: a worker for every host, a limit over all of them, retries, and the store behind."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TypeVar

from clipper.errors import ClipperError, FetchError
from clipper.fetch.claims import Claims
from clipper.fetch.hosts import Host
from clipper.fetch.job import Arrival, Done, Failed, Job, Move
from clipper.fetch.options import FetchOptions, World
from clipper.fetch.retry import DEAD_HOST_CODES, is_passing, wait_before
from clipper.fetch.step import Steps
from clipper.fetch.store import Store, Stored, digest
from clipper.fetch.urls import host_of

Result = TypeVar("Result")

_SLOW = 2.0
"""Seconds of one attempt after which the store notes that the address was begun."""


@dataclass(slots=True)
class Counts:
    """How far a run is: addresses done and failed, those still waiting, requests sent."""

    done: int = 0
    failed: int = 0
    waiting: int = 0
    requests: int = 0


class Crawl:
    """Runs jobs; what it knows of hosts (robots.txt, when each may be asked next) is kept from run to run.

    All methods but the constructor belong to one event loop.
    """

    def __init__(self, options: FetchOptions, world: World, store: Store) -> None:
        self.counts = Counts()
        self._options, self._world, self._store = options, world, store
        self._clock = world.clock
        self._steps = Steps(options, world)
        self._hosts: dict[str, Host] = {}
        self._slots = asyncio.Semaphore(options.concurrency)
        self._next_start = 0.0
        self._disk = ThreadPoolExecutor(1, thread_name_prefix="clipper-store")
        self._open: dict[int, Job] = {}
        self._claims = Claims()
        self._emit: Callable[[Arrival], None] = lambda arrival: None
        self._started = self._clock.monotonic()

    async def run(
        self, urls: Iterable[tuple[int, str]], emit: Callable[[Arrival], None], *, listing: bool = False
    ) -> None:
        """Bring every `(number, url)` to its Arrival, in no certain order."""
        self._emit, self._claims = emit, Claims()
        self._open = {number: Job(number, url, listing) for number, url in urls}
        self.counts.waiting = len(self._open)
        try:
            async with asyncio.timeout(self._time_left()), asyncio.TaskGroup() as group:
                for job in await self._unknown(again=listing or self._options.refresh):
                    self._queue(job, group)
        except TimeoutError:
            self._give_up()
        except BaseExceptionGroup as errors:
            raise _first(errors) from errors
        finally:
            self._hosts = {name: host for name, host in self._hosts.items() if not len(host)}
            self._open.clear()

    def close(self) -> None:
        """Wait for what is being written."""
        self._disk.shutdown(wait=True)

    def _time_left(self) -> float | None:
        """Seconds until the time for the whole run is over; it runs from the first call on."""
        limit = self._options.run_timeout
        return None if limit is None else limit - (self._clock.monotonic() - self._started)

    async def _unknown(self, *, again: bool) -> list[Job]:
        """The open jobs for what is not in the store; all, if it is to be asked for again. What failed in an earlier
        run comes last: a run that is ended again and again still gets on."""
        jobs = list(self._open.values())
        addresses = [job.first for job in jobs]
        known = await self._on_disk(self._store.known, addresses)
        failed = await self._on_disk(self._store.failed, addresses)
        for job in jobs:
            self._claims.claim(job.first, job.number)
            job.previous = known.get(job.first)
            if job.previous is not None and not again:
                await self._close(Arrival(job.number, _slim(job.previous), from_store=True))
        return sorted(self._open.values(), key=lambda job: job.first in failed)

    def _queue(self, job: Job, group: asyncio.TaskGroup, *, wait: float | None = None) -> None:
        host = self._hosts.setdefault(host_of(job.url), Host(self._clock))
        host.add(job, None if wait is None else self._clock.monotonic() + wait)
        if host.worker is None or host.worker.done():
            host.worker = group.create_task(self._serve(host, group))

    async def _serve(self, host: Host, group: asyncio.TaskGroup) -> None:
        """Work through the queue of one host."""
        while len(host):
            job = await host.next()
            if host.closed:
                await self._fail(job, host.closed)
                continue
            async with self._slots:
                await self._keep_rate()
                result = await self._attempt(job)
                host.hold(max(self._options.gap, self._steps.delay_of(job.url)))
            await self._judge(job, result, host, group)

    async def _keep_rate(self) -> None:
        if self._options.rate:
            now = self._clock.monotonic()
            start = max(now, self._next_start)
            self._next_start = start + 1 / self._options.rate
            await self._clock.sleep(start - now)

    async def _attempt(self, job: Job) -> Done | Move | Failed:
        job.attempts += 1
        sent, started = job.requests, self._clock.monotonic()
        left = self._options.total_timeout - job.spent
        slow = asyncio.get_running_loop().call_later(_SLOW, self._note_slow, job)
        try:
            async with asyncio.timeout(left):
                return await self._steps.take(job)
        except FetchError as error:
            return Failed(error)
        except TimeoutError:
            return Failed(_out_of_time(self._options.total_timeout))
        except Exception as error:  # a defect of ours must cost one row, not the run
            return Failed(FetchError(f"{type(error).__name__}: {error}", code="internal", hint="please report it"))
        finally:
            slow.cancel()
            job.spent += self._clock.monotonic() - started
            self.counts.requests += job.requests - sent

    def _note_slow(self, job: Job) -> None:
        """Should this run be killed over a slow address, the next one takes the others first."""
        error = FetchError("the run ended while it was fetched", code="interrupted", hint="run the same command again")
        self._disk.submit(self._store.note_failure, job.first, error, self._clock.now().isoformat(timespec="seconds"))

    async def _judge(self, job: Job, result: Done | Move | Failed, host: Host, group: asyncio.TaskGroup) -> None:
        if isinstance(result, Failed):
            await self._retry_or_fail(job, result, host, group)
            return
        host.forgive()
        if isinstance(result, Done):
            await self._finish(job, result)
            return
        job.move(result)
        owner = self._claims.owner(job.url, job)
        if owner is None:
            self._claims.claim(job.url, job.number)
            self._queue(job, group)
        elif arrival := self._claims.follow(job, owner):
            await self._share(job, arrival)

    async def _retry_or_fail(self, job: Job, failed: Failed, host: Host, group: asyncio.TaskGroup) -> None:
        error, asked = failed.error, failed.retry_after
        wait = max(self._wait_before(job.attempts), asked or 0.0)
        if is_passing(error) and asked is not None:
            self._hold(host, error, asked)
        if error.code in DEAD_HOST_CODES:
            host.hold(self._wait_before(host.strike(error)))
        if not is_passing(error) or job.attempts >= self._options.attempts:
            await self._fail(job, error)
        elif job.spent + wait >= self._options.total_timeout:
            await self._fail(job, _too_long(error, asked))
        else:
            job.spent += wait
            job.http1 = job.http1 or error.code == "protocol"
            self._queue(job, group, wait=wait)

    def _wait_before(self, attempt: int) -> float:
        return wait_before(attempt, self._options, self._world.chance())

    def _hold(self, host: Host, error: FetchError, seconds: float) -> None:
        """The whole host is asked to wait; longer than anyone here can, it is given up."""
        if seconds >= self._options.total_timeout:
            host.closed = _too_long(error, seconds)
        else:
            host.hold(seconds)

    async def _finish(self, job: Job, page: Done) -> None:
        now = self._clock.now().isoformat(timespec="seconds")
        if page.unchanged and job.previous is not None:
            await self._on_disk(self._store.confirm, job.first, now)
            stored = job.previous
        else:
            name = digest(page.body)
            stored = Stored(job.first, page.url, now, page.media_type, page.charset, page.headers, name)
            await self._on_disk(self._store.keep, job.first, stored, page.body, page.status)
        await self._close(Arrival(job.number, _slim(stored), requests=job.requests))

    async def _share(self, job: Job, arrival: Arrival) -> None:
        """Give a job the page, or the error, of another that was on its way to the same address."""
        if arrival.error is not None:
            await self._fail(job, arrival.error)
        elif arrival.stored is not None:
            await self._on_disk(self._store.link, job.first, arrival.stored)
            await self._close(replace(arrival, number=job.number, requests=job.requests))

    async def _fail(self, job: Job, error: FetchError) -> None:
        if job.instead is not None:
            await self._finish(job, job.instead)
            return
        told = FetchError(error.message, where=job.first, hint=error.hint, code=error.code)
        now = self._clock.now().isoformat(timespec="seconds")
        await self._on_disk(self._store.note_failure, job.first, told, now)
        await self._close(Arrival(job.number, error=told, requests=job.requests))

    async def _close(self, arrival: Arrival) -> None:
        """The end of a job, and of those that waited for it."""
        self._count(arrival)
        for job in self._claims.settle(arrival):
            await self._share(job, arrival)

    def _give_up(self) -> None:
        """The run's time is over: what is left fails, and is not noted, so that the next run asks for it."""
        for job in list(self._open.values()):
            error = FetchError(
                f"not fetched within the {self._options.run_timeout:g} s of the run", where=job.first,
                code="run_timeout", hint="run the same command again with --store to go on",
            )
            self._count(Arrival(job.number, error=error, requests=job.requests))

    def _count(self, arrival: Arrival) -> None:
        self._open.pop(arrival.number, None)
        self.counts.waiting = len(self._open)
        self.counts.done += 1
        self.counts.failed += arrival.error is not None
        self._emit(arrival)

    async def _on_disk(self, call: Callable[..., Result], *values: object) -> Result:
        """Let the one thread that uses the store do something. Once begun it is done, even if the run is ended."""
        return await asyncio.get_running_loop().run_in_executor(self._disk, call, *values)


def _slim(stored: Stored) -> Stored:
    """Without the headers, which the store has: arrivals are kept to the end of a run."""
    return replace(stored, headers={})


def _out_of_time(seconds: float) -> FetchError:
    message = f"not fetched within {seconds:g} s"
    return FetchError(message, code="total_timeout", hint="try again, or raise --total-timeout")


def _too_long(error: FetchError, seconds: float | None) -> FetchError:
    asks = f", and asks to wait {seconds:.0f} s" if seconds else ""
    return FetchError(error.message + asks, code=error.code, hint="run again later")


def _first(errors: BaseExceptionGroup[BaseException]) -> BaseException:
    """The error to tell of several: ours, if there is one."""
    flat = [_first(error) if isinstance(error, BaseExceptionGroup) else error for error in errors.exceptions]
    return next((error for error in flat if isinstance(error, ClipperError)), flat[0])
