"""The whole flow for one page: bytes → Article → records → Clip."""

from __future__ import annotations

import hashlib

from clipper import __version__
from clipper.clean import clean
from clipper.extract import extract
from clipper.read.page import Page
from clipper.records import Clip, Source


def clip(page: Page, *, encoding: str | None = None, published: str | None = None, explain: bool = False) -> Clip:
    """Everything that clipper finds in one page.

    `encoding` and `published` (an ISO day or time) override what the page does not say. With `explain` the clip
    holds the dropped lines with their reasons. Raises ReadError or CleanError where there is no article.
    """
    cleaned = clean(page, encoding=encoding, published=published, explain=explain)
    found = extract(cleaned.article)
    source = Source(
        url=page.url or cleaned.article.canonical_url,
        path=page.path,
        media_type=cleaned.media_type,
        encoding=cleaned.encoding,
        sha256=hashlib.sha256(page.data).hexdigest(),
        fetched_at=page.fetched_at,
        extractor=f"clipper {__version__}",
    )
    warnings = cleaned.warnings + found.warnings
    return Clip(source=source, article=cleaned.article, records=found.records, warnings=warnings)
