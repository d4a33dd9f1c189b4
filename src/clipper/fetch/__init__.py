"""URL → Page: polite, bounded, and only from the public internet. See `docs/fetching.md`.

The names below are loaded on first use: who only opens a response from an archive needs no network library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clipper.lazy import loaded_on_use

if TYPE_CHECKING:
    from clipper.fetch.fetcher import Fetcher, Outcome, fetch, fetch_all
    from clipper.fetch.options import Clock, FetchOptions, World
    from clipper.fetch.urls import clean_url

__all__ = ["Clock", "FetchOptions", "Fetcher", "Outcome", "World", "clean_url", "fetch", "fetch_all"]

__getattr__ = loaded_on_use(__name__, {
    "Clock": ".options",
    "FetchOptions": ".options",
    "Fetcher": ".fetcher",
    "Outcome": ".fetcher",
    "World": ".options",
    "clean_url": ".urls",
    "fetch": ".fetcher",
    "fetch_all": ".fetcher",
})
