"""One step of a job: check, ask, and judge the answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from http.cookiejar import CookieJar

from clipper.errors import BinaryInputError, FetchError
from clipper.fetch import http
from clipper.fetch.guard import check_for_proxy, pinned, proxy_for
from clipper.fetch.job import Done, Failed, Job, Move
from clipper.fetch.options import MAX_LISTING, MAX_ROBOTS, FetchOptions, World
from clipper.fetch.retry import error_for, retry_after
from clipper.fetch.robots import Robots, parse_robots, robots_url
from clipper.fetch.shells import article_twin, next_address
from clipper.fetch.urls import follow, host_of
from clipper.read.binary import refuse_binary

_FOUND = frozenset((200, 203))
_MOVED = frozenset((300, 301, 302, 303, 307, 308))
_MOVES_OF_ROBOTS = 5
_PAGES = re.compile(
    r"text/(?!css$|csv$|calendar$|javascript$|ecmascript$)|application/(?:xml|[a-z.-]+\+xml)$|multipart/related$"
)
_UNTOLD = frozenset(("", "application/octet-stream", "unknown/unknown", "application/unknown"))
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)


class Steps:
    """Asks for pages and judges the answers. Holds what one run remembers: robots.txt by origin, cookies if wanted."""

    def __init__(self, options: FetchOptions, world: World) -> None:
        self._options, self._world = options, world
        self._tls = world.tls or http.tls_context()
        self._jar = CookieJar() if options.cookies else None
        self._robots: dict[str, Robots] = {}
        self._failed_robots: dict[str, tuple[int, str]] = {}

    async def take(self, job: Job) -> Done | Move | Failed:
        """One request for a job, and one for robots.txt where it is not known yet."""
        if not self._options.ignore_robots:
            (await self._rules_for(job)).check(job.url)
        job.requests += 1
        reply = await self._ask(job.url, self._headers(job), job)
        if reply.status in _FOUND:
            return self._page(job, reply)
        if reply.status == 304 and job.previous is not None:
            stored = job.previous
            return Done(job.url, 304, reply.headers, stored.media_type, stored.charset, b"", unchanged=True)
        if reply.status in _MOVED:
            return self._moved(job, reply)
        wait = retry_after(reply.headers.get("retry-after"), self._world.clock.now())
        return Failed(error_for(reply.status), wait)

    def delay_of(self, url: str) -> float:
        """The seconds between requests that the robots.txt of this origin asks for, as far as it is known."""
        known = self._robots.get(robots_url(url))
        return known.delay if known else 0.0

    async def _rules_for(self, job: Job) -> Robots:
        place = robots_url(job.url)
        known = self._robots.get(place)
        if known is not None:
            return known
        tries, why = self._failed_robots.get(place, (0, ""))
        if tries >= self._options.attempts:
            raise FetchError(f"its robots.txt can't be had{why}", code="robots_unreadable", hint="run again later")
        job.requests += 1
        self._failed_robots[place] = (tries + 1, why)
        try:
            self._robots[place] = await self._fetched_rules(place, job)
        except FetchError as error:
            self._failed_robots[place] = (tries + 1, f": {error.message}")
            raise
        return self._robots[place]

    async def _fetched_rules(self, place: str, job: Job) -> Robots:
        """RFC 9309: without a robots.txt all is allowed; where the site can't tell, nothing is."""
        url = place
        for _ in range(_MOVES_OF_ROBOTS + 1):
            reply = await self._ask(url, self._identity(), job, robots=True)
            if reply.status in _FOUND:
                return parse_robots(reply.body, self._options.robots_name)
            if reply.status not in _MOVED or reply.location is None:
                break
            try:
                url = follow(url, reply.location)
            except FetchError:
                break
        if reply.status == 429 or reply.status >= 500:
            error = error_for(reply.status)
            raise FetchError(f"{error.message} for robots.txt", code=error.code, hint="try again, or --ignore-robots")
        return Robots()

    async def _ask(
        self, url: str, headers: tuple[tuple[str, str], ...], job: Job, *, robots: bool = False
    ) -> http.Reply:
        options = self._options
        proxy = proxy_for(url) if options.use_proxies else None
        if proxy:
            await check_for_proxy(url, options, self._world)
            addresses: tuple[str, ...] = ()
        else:
            addresses = tuple(await pinned(url, options, self._world))
        wants = _wants_any if robots or job.listing else _wants_page
        most = MAX_ROBOTS if robots else (MAX_LISTING if job.listing else None)
        request = http.Request(
            url=url, headers=headers, addresses=addresses, proxy=proxy, timeout=options.timeout, wants=wants,
            max_wire=most or options.max_wire, max_bytes=most or options.max_bytes,
            http2=options.http2 and not job.http1, cut=robots,
        )
        return await http.send(request, self._tls, self._jar)

    def _identity(self) -> tuple[tuple[str, str], ...]:
        return (("User-Agent", self._options.user_agent),)

    def _headers(self, job: Job) -> tuple[tuple[str, str], ...]:
        """The caller's headers go only to the host that was asked for, never from https to http."""
        found = list(self._identity())
        downgraded = job.first.startswith("https:") and job.url.startswith("http:")
        if host_of(job.url) == host_of(job.first) and not downgraded:
            found += self._options.headers
        if job.previous is not None and job.url == job.previous.final_url:
            found += _conditions(job.previous.headers)
        return tuple(found)

    def _page(self, job: Job, reply: http.Reply) -> Done | Move:
        kind, charset = media_type(reply.headers), charset_of(reply.headers)
        if not reply.body.strip():
            raise FetchError("the site sent an empty page", code="empty", hint="check the address in a browser")
        page = Done(job.url, reply.status, reply.headers, kind, charset, reply.body)
        if job.listing:
            return page
        try:
            refuse_binary(reply.body)
        except BinaryInputError as error:
            raise _not_text(error.message) from error
        return self._sent_on(job, page) or page

    def _sent_on(self, job: Job, page: Done) -> Move | None:
        """Where a page that is only a shell, or the AMP or mobile twin of the article, sends its reader."""
        shell = next_address(page.body, page.charset, page.url)
        address = shell or article_twin(page.body, page.charset, page.url)
        if address is None or len(job.seen) > self._options.max_redirects:
            return None
        try:
            url = follow(page.url, address, job.seen)
        except FetchError:
            return None
        if url in job.seen:
            return None
        return Move(url, instead=None if shell else page)

    def _moved(self, job: Job, reply: http.Reply) -> Move:
        if not reply.location:
            raise FetchError("the site sends on, but not where to", code=f"http_{reply.status}")
        url = follow(job.url, reply.location, job.seen)
        if url in job.seen and self._jar is None:
            raise FetchError("the site sends in a circle", code="redirect_loop", hint="--cookies may help")
        if len(job.seen) > self._options.max_redirects:
            raise FetchError(f"more than {self._options.max_redirects} redirects", code="redirect_loop")
        return Move(url)


def media_type(headers: Mapping[str, str]) -> str | None:
    """The media type in a Content-Type header, in lower case."""
    return headers.get("content-type", "").partition(";")[0].strip().lower() or None


def charset_of(headers: Mapping[str, str]) -> str | None:
    """The charset in a Content-Type header."""
    found = _CHARSET.search(headers.get("content-type", ""))
    return found[1] if found else None


def _conditions(headers: Mapping[str, str]) -> list[tuple[str, str]]:
    """Ask only for what has changed since (RFC 9110, 13.1)."""
    pairs = (("If-None-Match", headers.get("etag")), ("If-Modified-Since", headers.get("last-modified")))
    return [(name, value) for name, value in pairs if value and value.isascii() and value.isprintable()]


def _wants_any(status: int, headers: Mapping[str, str]) -> bool:
    return status in _FOUND


def _wants_page(status: int, headers: Mapping[str, str]) -> bool:
    kind = media_type(headers) or ""
    if status in _FOUND and kind not in _UNTOLD and not _PAGES.match(kind):
        raise _not_text(f"the site sent {kind[:60]}")
    return status in _FOUND


def _not_text(message: str) -> FetchError:
    return FetchError(f"not a page: {message}", code="not_text", hint="give the address of an article")
