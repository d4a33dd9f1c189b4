"""URL → Page: polite, bounded, and only from the public internet. See `docs/fetching.md`."""

from clipper.fetch.fetcher import Fetcher, Outcome, fetch, fetch_all
from clipper.fetch.options import Clock, FetchOptions, World
from clipper.fetch.urls import clean_url

__all__ = ["Clock", "FetchOptions", "Fetcher", "Outcome", "World", "clean_url", "fetch", "fetch_all"]
