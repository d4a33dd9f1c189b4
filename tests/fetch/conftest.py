"""The web on loopback, names that resolve to it, and a clock that need not be waited for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from clipper.fetch import Clock, FetchOptions, Outcome, World, fetch_all

sys.path.insert(0, str(Path(__file__).parents[2]))  # for the web beside the tests

from tests.fetch.web import Certificates, Web

Get = Callable[..., list[Outcome]]
"""The fixture `get`."""


def code(outcome: Outcome) -> str | None:
    """The code of an outcome's error, if it has one."""
    return outcome.error.code if outcome.error else None


class Ticker(Clock):
    """A clock on which waiting takes no time; `waits` has what was waited for."""

    def __init__(self) -> None:
        self.time = 1000.0
        self.waits: list[float] = []

    def now(self) -> datetime:
        return datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC) + timedelta(seconds=self.time - 1000)

    def monotonic(self) -> float:
        return self.time

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.time += seconds
        await super().sleep(0)


async def _loopback(host: str, port: int) -> list[str]:
    return ["127.0.0.1"]


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as started:
        yield started


@pytest.fixture(scope="session")
def certificates() -> Certificates:
    return Certificates()


@pytest.fixture
def ticker() -> Ticker:
    return Ticker()


@pytest.fixture
def get(ticker: Ticker, certificates: Certificates) -> Get:
    """Fetch from loopback, where every name is, with a clock that does not wait: `get(url, ..., option=value)`."""

    def fetch(*urls: str, store: Path | None = None, world: World | None = None, **options: Any) -> list[Outcome]:
        chosen = FetchOptions(**{"allow_private": True, "gap": 0.0, "timeout": 2.0, "total_timeout": 20.0, **options})
        default = World(clock=ticker, chance=lambda: 1.0, resolve=_loopback, tls=certificates.client)
        return list(fetch_all(urls, chosen, store=store, world=world or default))

    return fetch
