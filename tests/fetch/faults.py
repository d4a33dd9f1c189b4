"""A web where 45 of 100 pages have one of nine faults: for the tests in small and the benchmark in full."""

from __future__ import annotations

import gzip
import random
from collections import defaultdict
from contextlib import AbstractContextManager, ExitStack
from itertools import pairwise
from typing import Self

from tests.fetch.web import Answer, Certificates, Seen, Web, drip, page, redirect, reset, silence, status

FAULTS = ("reset", "timeout", "503", "429", "truncated", "charset", "loop", "bomb", "drip")
"""Each on 5 % of the pages. Of the resets every other one stays; 503, 429 and truncated pass."""

CODES = {
    "timeout": "timeout",
    "loop": "redirect_loop",
    "bomb": "too_large",
    "drip": "total_timeout",
    "reset": "connection_lost",
}

_ARTICLE = """<!doctype html><html><head><meta charset="utf-8"><title>가온시 업무협약 {n}호 - 가온신문</title></head><body>
<article><h1>가온시 업무협약 {n}호</h1>
<p>가온시는 9일 가온시청에서 나래대학교와 청년 창업 지원을 위한 제{n}호 업무협약을 체결했다고 10일 밝혔다.</p>
<p>두 기관은 청년 창업가에게 사무 공간을 제공하고 창업 교육을 함께 운영하기로 했다. 협약 기간은 3년이다.</p>
</article><!-- {padding} --></body></html>"""


class FaultyWeb(AbstractContextManager["FaultyWeb"]):
    """`count` pages over `hosts` addresses of loopback, every other host with TLS. `urls` is the list to fetch."""

    def __init__(self, count: int, hosts: int, certificates: Certificates, *, padding: int = 0, seed: int = 7) -> None:
        kinds = [*FAULTS, *["good"] * 11] * (count // 20)
        random.Random(seed).shuffle(kinds)  # noqa: S311
        self.kinds = kinds
        self._padding = "x" * padding
        self._asked: defaultdict[int, int] = defaultdict(int)
        self._bomb = page(gzip.compress(bytes(50_000_000), 1), content_encoding="gzip")
        names = [f"127.0.0.{2 + n}" for n in range(hosts)]
        self.plain = Web(fallback=self._answer)
        self.secure = Web(tls=certificates.server(*names), fallback=self._answer)
        self._names = names
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        self._stack.enter_context(self.plain)
        self._stack.enter_context(self.secure)
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @property
    def urls(self) -> list[str]:
        hosts = len(self._names)
        return [
            (self.secure if n % hosts % 2 else self.plain).url(
                f"/news/articleView.html?idxno={n}", self._names[n % hosts]
            )
            for n in range(len(self.kinds))
        ]

    def forget(self) -> None:
        """Every page is as if it had never been asked for."""
        self._asked.clear()

    def expected(self, n: int) -> str | None:
        """The error code that page `n` must end with, None if it must arrive."""
        if self.kinds[n] == "reset" and n % 2 == 0:
            return None
        return CODES.get(self.kinds[n])

    def body(self, n: int) -> bytes:
        text = _ARTICLE.format(n=n, padding=self._padding)
        return text.encode("cp949" if self.kinds[n] == "charset" else "utf-8")

    def gaps(self) -> dict[str, float]:
        """The least time at each host between the end of one answer and the next request, robots.txt left out."""
        spans: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
        for seen in (*self.plain.seen, *self.secure.seen):
            if seen.path != "/robots.txt":
                spans[seen.host].append((seen.start, seen.end or seen.start))
        return {host: min(b[0] - a[1] for a, b in pairwise(sorted(times))) for host, times in spans.items()}

    def _answer(self, seen: Seen) -> Answer:
        if seen.path == "/robots.txt":
            return page("User-agent: *\nDisallow: /admin\n", content_type="text/plain")
        n = int(seen.path.rpartition("=")[2])
        self._asked[n] += 1
        first, kind = self._asked[n] == 1, self.kinds[n]
        good = page(self.body(n), content_type="text/html; charset=utf-8")
        always: dict[str, Answer] = {"timeout": silence, "loop": redirect(seen.path), "bomb": self._bomb, "drip": drip}
        once: dict[str, Answer] = {
            "503": status(503),
            "429": status(429, retry_after="1"),
            "truncated": good[:-40],
            "reset": reset,
        }
        if kind in always:
            return always[kind]
        if kind in once and (first or self.expected(n)):
            return once[kind]
        return good
