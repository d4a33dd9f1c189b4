"""Page: raw bytes and what is known of where they came from. The fetch stage makes it, or a file, or stdin."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """Raw bytes with their origin.

    `charset` and `media_type` are what a server said (never trusted alone); `fetched_at` is ISO 8601 in UTC. `title` and
    `published` are what the keeper of the page has noted beside it: they stand in where the page itself tells none.
    """

    data: bytes
    url: str | None = None
    path: str | None = None
    media_type: str | None = None
    charset: str | None = None
    fetched_at: str | None = None
    title: str | None = None
    published: str | None = None
