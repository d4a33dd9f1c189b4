"""The public face of the fetch stage: addresses in, one outcome for each, in their order."""

from __future__ import annotations

import tempfile
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from clipper.errors import FetchError
from clipper.fetch.background import LoopThread, Run
from clipper.fetch.crawl import Counts, Crawl
from clipper.fetch.job import Arrival
from clipper.fetch.options import FetchOptions, World
from clipper.fetch.store import Store
from clipper.fetch.urls import Target, targets
from clipper.read.page import Page


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one address came to: exactly one of `page` and `error` is there.

    `asked` is the address as it was given, `url` its clean form; `page.url` is where the page was in the end.
    `requests` counts what was sent for it (0 for a page from the store, with `from_store`).
    """

    asked: str
    url: str | None
    page: Page | None = None
    error: FetchError | None = None
    requests: int = 0
    from_store: bool = False


def fetch_all(
    urls: Iterable[str], options: FetchOptions | None = None, *, store: Path | None = None, world: World | None = None
) -> Iterator[Outcome]:
    """Fetch many addresses: one outcome for each different one, in their order.

    Network and disk run in a thread of their own, many hosts at a time; memory does not grow with the pages, which
    wait on disk until they are taken. WriteError where the `store` folder can't be used.
    """
    with Fetcher(options, store=store, world=world) as fetcher:
        yield from fetcher.fetch(urls)


def fetch(url: str, options: FetchOptions | None = None, *, world: World | None = None) -> Page:
    """Fetch one page; FetchError where there is none."""
    outcome = next(fetch_all([url], options, world=world))
    if outcome.page is None:
        raise outcome.error or FetchError("there was no outcome", where=url)
    return outcome.page


class Fetcher:
    """Several calls that share a store, robots.txt files, gaps and cookies. Use it as a context manager."""

    def __init__(
        self, options: FetchOptions | None = None, *, store: Path | None = None, world: World | None = None
    ) -> None:
        self._options, self._world = options or FetchOptions(), world or World()
        self._folder = store
        self._scratch: tempfile.TemporaryDirectory[str] | None = None

    def __enter__(self) -> Self:
        if self._folder is None:
            self._scratch = tempfile.TemporaryDirectory(prefix="clipper-", ignore_cleanup_errors=True)
            self._store = Store(Path(self._scratch.name), durable=False)
        else:
            self._store = Store(self._folder)
        self._thread = LoopThread("clipper-fetch")
        self._crawl = Crawl(self._options, self._world, self._store)
        self._started = self._world.clock.monotonic()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._thread.close()
        self._crawl.close()
        self._store.close()
        if self._scratch:
            self._scratch.cleanup()

    @property
    def counts(self) -> Counts:
        """How far the run is."""
        return self._crawl.counts

    @property
    def rate(self) -> float:
        """Requests a second so far."""
        return self.counts.requests / max(self._world.clock.monotonic() - self._started, 0.001)

    def fetch(self, urls: Iterable[str], *, listing: bool = False) -> Generator[Outcome, None, None]:
        """One outcome for each different address, in their order. With `listing` they are feeds or sitemaps:
        of any type, and asked for again even where the store has them."""
        plan = targets(urls)
        wanted = [(number, target.url) for number, target in enumerate(plan) if target.url is not None]
        run: Run[Arrival] = Run(self._thread, lambda emit: self._crawl.run(wanted, emit, listing=listing))
        try:
            yield from self._in_order(plan, iter(run))
        finally:
            run.stop()

    def _in_order(self, plan: list[Target], arrivals: Iterator[Arrival]) -> Iterator[Outcome]:
        waiting: dict[int, Arrival] = {}
        for number, target in enumerate(plan):
            if target.error is not None:
                yield Outcome(target.asked, None, error=target.error)
                continue
            while number not in waiting:
                arrival = next(arrivals, None)
                if arrival is None:
                    raise FetchError("the run was ended", where=target.url, code="internal")
                waiting[arrival.number] = arrival
            yield self._outcome(target, waiting.pop(number))

    def _outcome(self, target: Target, arrival: Arrival) -> Outcome:
        stored = arrival.stored
        page = None
        if stored is not None:
            page = Page(
                data=self._store.body(stored), url=stored.final_url, media_type=stored.media_type,
                charset=stored.charset, fetched_at=stored.fetched_at,
            )
        return Outcome(target.asked, target.url, page, arrival.error, arrival.requests, arrival.from_store)

