"""The cleaner's door: one page in, one article out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from clipper.clean.result import RawArticle
from clipper.clean.stamps import iso
from clipper.errors import CleanError
from clipper.read.document import Document, read
from clipper.read.page import Page
from clipper.records import Article, Warning_

KOREA = timezone(timedelta(hours=9))
# One short sentence is an article (a flash); less is what a login page or an error page says.
_MIN_LETTERS = 20
# So many rows beside the article must agree before they tell its day.
_MIN_NEIGHBOURS = 3
_ENDING = 4
"""Characters that the next pattern can look at."""
_CUT_OFF = re.compile(r"(?<![다요])(?:\.\.|…|[가-힣]-)$")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The article, how its bytes were really decoded (a Python codec name), what kind of input it was, and warnings."""

    article: Article
    encoding: str
    media_type: str
    warnings: tuple[Warning_, ...] = ()


def clean(
    page: Page, *, encoding: str | None = None, published: str | None = None, explain: bool = False
) -> Cleaned:
    """The article of a page; CleanError where there is none, ReadError where the bytes can't be read.

    `encoding` overrides what the bytes look like; `published` (an ISO day or time) is the day that relative dates count
    from, and stands in for the page's own where it states none. What was noted beside the page (`page.title`,
    `page.published`) stands in only where the page tells nothing. With `explain` the article holds its dropped lines.
    """
    document = read(page, encoding=encoding)
    raw = _raw(document)
    if not _is_article(raw):
        raise CleanError("no article found on the page", hint="is it a list, a login page or a video?")
    given = _given(published)
    noted = iso(page.published)
    day, source = _reference(given or (None if raw.published else noted), raw)
    article = Article(
        title=raw.title or _line(page.title),
        subtitle=raw.subtitle,
        publisher=raw.publisher,
        authors=raw.authors,
        published=raw.published or given or noted,
        modified=raw.modified,
        reference_date=day,
        reference_source=source,
        section=raw.section,
        canonical_url=raw.canonical_url or document.url,
        dateline=raw.dateline,
        paragraphs=raw.paragraphs,
        captions=raw.captions,
        duplicates=raw.duplicates,
        dropped=raw.dropped if explain else None,
    )
    return Cleaned(article, document.encoding, document.media_type, _warnings(document, raw, source))


def _raw(document: Document) -> RawArticle:
    # Each kind of page pays for the patterns of its own cleaner alone.
    if document.kind == "text":
        from clipper.clean.dump import clean_dump

        return clean_dump(document.text)
    from clipper.clean.markup import clean_html

    raw = clean_html(document)
    if _is_article(raw):
        return raw
    from clipper.clean.rescue import rescued

    return rescued(document.text) or raw


def _is_article(raw: RawArticle) -> bool:
    letters = 0
    for paragraph in raw.paragraphs:
        letters += _letters(paragraph)
        if letters >= _MIN_LETTERS:
            return True
    return False


def _line(text: str | None) -> str | None:
    return " ".join((text or "").split()) or None


def _given(published: str | None) -> str | None:
    if published is None:
        return None
    value = iso(published)
    if value is None:
        raise CleanError(f"{published!r} is no date", hint="write it as 2025-06-12", code="bad_date")
    return value


def _reference(given: str | None, raw: RawArticle) -> tuple[str | None, str | None]:
    """The day that relative dates count from, in Korea, and where it was found."""
    if given:
        return _day(given), "given"
    if raw.published:
        return _day(raw.published), "published"
    days = raw.neighbour_dates
    if len(days) >= _MIN_NEIGHBOURS and len(set(days)) == 1:
        return days[0], "neighbours"
    return None, None


def _day(stamp: str) -> str:
    try:
        at = datetime.fromisoformat(stamp)
    except ValueError:
        return stamp[:10]
    return (at.astimezone(KOREA) if at.tzinfo else at).date().isoformat()


def _warnings(document: Document, raw: RawArticle, source: str | None) -> tuple[Warning_, ...]:
    found = [Warning_(code=code, message=message) for code, message in document.warnings]
    found += raw.warnings
    if source is None:
        found.append(Warning_(code="no_date", message="the page does not state its date; relative dates stay open"))
    if source == "neighbours":
        message = f"the page does not state its date; the lists beside the article all say {raw.neighbour_dates[0]}"
        found.append(Warning_(code="date_from_neighbours", message=message))
    if _CUT_OFF.search(raw.paragraphs[-1][-_ENDING:]) and all(w.code != "truncated" for w in found):
        found.append(Warning_(code="truncated", message="the text breaks off in the middle of a sentence"))
    return tuple(found)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
