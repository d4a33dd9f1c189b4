"""RawArticle: what HTML cleaning and dump cleaning both give, before the reference date is settled."""

from __future__ import annotations

from dataclasses import dataclass

from clipper.records import Dropped, Warning_


@dataclass(frozen=True, slots=True)
class RawArticle:
    """The article as the page tells it.

    `published` and `modified` are ISO 8601 with offset, only where the page states them as the article's own;
    `captions`, `duplicates` and `dropped` are what left the body. `neighbour_dates` are ISO days (`2025-06-12`) that
    the page prints beside its lists of other articles, one per row and as often as printed: where they all agree, they
    tell the day of the article when nothing else does.
    """

    title: str | None = None
    subtitle: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    section: str | None = None
    canonical_url: str | None = None
    dateline: str | None = None
    paragraphs: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    duplicates: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    neighbour_dates: tuple[str, ...] = ()
    warnings: tuple[Warning_, ...] = ()
