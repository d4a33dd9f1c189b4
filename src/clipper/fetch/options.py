"""What the user can set, the limits that hold, and the seams by which a test plays the world outside."""

from __future__ import annotations

import asyncio
import random
import re
import socket
import ssl
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime

from clipper import __version__
from clipper.errors import FetchError

USER_AGENT = f"clipper/{__version__} (news clipping; reads robots.txt)"

MAX_ROBOTS = 512_000
"""Bytes of a robots.txt that count (RFC 9309 asks for at least 500 KiB)."""
MAX_LISTING = 50_000_000
"""Bytes of a feed or sitemap, packed or unpacked: the limit of sitemaps.org."""
MAX_DELAY = 60.0
"""Seconds: a longer Crawl-delay counts as this."""
MAX_SHELL_DELAY = 10.0
"""Seconds: a `<meta refresh>` later than this is a page that reloads itself, not one that sends on."""

_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_RESERVED = frozenset(("host", "connection", "content-length", "transfer-encoding", "accept-encoding", "te", "upgrade"))


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """How to fetch. Times in seconds, sizes in bytes; `docs/fetching.md` has the table.

    `gap` is the least time between the end of one request to a host and the start of the next, `rate` the most
    requests a second to all hosts together. `total_timeout` is one URL's time in requests and retry waits (not in the
    queue of its host), `run_timeout` that of a whole run.
    """

    user_agent: str = USER_AGENT
    headers: tuple[tuple[str, str], ...] = ()
    cookies: bool = False
    concurrency: int = 8
    gap: float = 1.0
    rate: float | None = None
    timeout: float = 15.0
    total_timeout: float = 120.0
    run_timeout: float | None = None
    attempts: int = 4
    backoff: float = 1.0
    max_backoff: float = 30.0
    max_redirects: int = 10
    max_wire: int = 10_000_000
    max_bytes: int = 20_000_000
    ignore_robots: bool = False
    allow_private: bool = False
    refresh: bool = False
    http2: bool = True
    use_proxies: bool = True

    @property
    def robots_name(self) -> str:
        """The name that rules in a robots.txt may address: the product that the User-Agent begins with."""
        return re.split(r"[/\s(;]", self.user_agent.strip(), maxsplit=1)[0].lower() or "clipper"

    def __post_init__(self) -> None:
        if self.concurrency < 1 or self.attempts < 1 or self.timeout <= 0 or self.total_timeout <= 0:
            raise FetchError("concurrency, attempts and timeouts must be above zero", code="bad_option")
        if self.gap < 0 or (self.rate is not None and self.rate <= 0):
            raise FetchError("the gap can't be negative, the rate must be above zero", code="bad_option")
        for name, value in (*self.headers, ("User-Agent", self.user_agent)):
            check_header(name, value)


def check_header(name: str, value: str) -> None:
    """FetchError where a header can't be sent, or is not the caller's to send."""
    if not _TOKEN.fullmatch(name) or not value.isprintable() or not value.isascii():
        raise FetchError(f"{name!r} is no header that can be sent", code="bad_option", hint="write 'Name: value'")
    if name.lower() in _RESERVED:
        raise FetchError(f"the header {name} belongs to the connection", code="bad_option")


class Clock:
    """The time, and waiting for it."""

    def now(self) -> datetime:
        """The time of day, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that only ever grow."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)


Resolver = Callable[[str, int], Awaitable[list[str]]]
"""Host and port → all its addresses as text; OSError where there are none."""

_LOOKUPS = 16


def system_resolver() -> Resolver:
    """Asks the system, in threads of its own: a dead name server must not use up those that others need."""
    threads = ThreadPoolExecutor(_LOOKUPS, thread_name_prefix="clipper-dns")

    async def resolve(host: str, port: int) -> list[str]:
        look_up = asyncio.get_running_loop().run_in_executor(
            threads, lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        )
        return list(dict.fromkeys(str(info[4][0]) for info in await look_up))

    return resolve


@dataclass(frozen=True)
class World:
    """Everything outside of the options that a fetch depends on: time, chance (0..1), names, trusted certificates."""

    clock: Clock = field(default_factory=Clock)
    chance: Callable[[], float] = random.random
    resolve: Resolver = field(default_factory=system_resolver)
    tls: ssl.SSLContext | None = None
