"""robots.txt (RFC 9309): what a site allows us, and how often."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

from clipper.errors import FetchError
from clipper.fetch.options import MAX_DELAY


@dataclass(frozen=True)
class Robots:
    """The rules of one origin for us, whom it knows as `name`; `parsed` is None where there are none."""

    name: str = ""
    parsed: Protego | None = None

    def check(self, url: str) -> None:
        """FetchError `robots` where the site asks us not to fetch `url`."""
        if self.parsed is not None and not self.parsed.can_fetch(url, self.name):
            raise FetchError(
                "the site's robots.txt asks not to fetch this page", code="robots",
                hint="--ignore-robots fetches it all the same; the answer for that is yours",
            )

    @property
    def delay(self) -> float:
        """The seconds between requests that the site asks for."""
        if self.parsed is None:
            return 0.0
        delay = self.parsed.crawl_delay(self.name) or 0.0
        rate = self.parsed.request_rate(self.name)
        if rate is not None and rate.requests > 0:
            delay = max(delay, rate.seconds / rate.requests)
        return min(max(delay, 0.0), MAX_DELAY)


def parse_robots(body: bytes, name: str) -> Robots:
    """The rules for `name` in a robots.txt."""
    return Robots(name, Protego.parse(body.decode("utf-8", "replace").removeprefix("\ufeff")))


def robots_url(url: str) -> str:
    """Where the rules for `url` are."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/robots.txt"
