"""Feeds and sitemaps are fetched and opened, down to the articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from clipper.errors import FetchError
from clipper.fetch.fetcher import Fetcher
from clipper.fetch.listing import Item, Listing, narrow, read_listing

MAX_DEPTH = 3
MAX_SITEMAPS = 200
MAX_ARTICLES = 50_000


@dataclass(slots=True)
class Found:
    """What was listed: the articles that fit, how many did not, and the listings that failed."""

    items: list[Item] = field(default_factory=list)
    left_out: int = 0
    errors: list[FetchError] = field(default_factory=list)


def discover(fetcher: Fetcher, urls: Iterable[str], *, since: date | None = None, words: Iterable[str] = ()) -> Found:
    """The articles that feeds and sitemaps list, of `since` or later, with one of `words`.

    Sitemaps within sitemaps are opened to a depth of 3, at most 200 in all, those last changed before `since` not.
    """
    found, wanted = Found(), tuple(words)
    level, opened = list(dict.fromkeys(urls)), 0
    for _ in range(MAX_DEPTH):
        opened += len(level)
        deeper: list[Item] = []
        for listing in _opened(fetcher, level, found):
            _take(listing, found, since, wanted)
            deeper += listing.sitemaps
        level = [item.url for item in deeper if _may_hold(item, since)][: MAX_SITEMAPS - opened]
        if not level:
            break
    return found


def _opened(fetcher: Fetcher, urls: list[str], found: Found) -> Iterator[Listing]:
    for outcome in fetcher.fetch(urls, listing=True):
        if outcome.page is None:
            found.errors.append(outcome.error or FetchError("there was no outcome", where=outcome.asked))
            continue
        try:
            yield read_listing(outcome.page)
        except FetchError as error:
            found.errors.append(error)


def _take(listing: Listing, found: Found, since: date | None, words: tuple[str, ...]) -> None:
    fitting = narrow(listing.items, since=since, words=words)
    found.left_out += len(listing.items) - len(fitting)
    found.items += fitting[: MAX_ARTICLES - len(found.items)]


def _may_hold(sitemap: Item, since: date | None) -> bool:
    return since is None or sitemap.published is None or bool(narrow([sitemap], since=since))
