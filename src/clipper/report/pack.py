"""Outcomes → the plain values that the page draws: each article once, its records pointing to it."""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite
from typing import Any
from urllib.parse import urlsplit

from clipper.data import rows
from clipper.labels import LANGUAGES, Language, country_label, labels
from clipper.records import Article, Clip, Evidence, Failure, Mou, Source, Trip
from clipper.report.dates import span_of
from clipper.report.places import countries_of, points_of

GROUPS = (
    "kind", "direction", "trip_status", "mou_status", "mou_type", "flag", "field", "trip_field", "mou_field", "article",
    "error", "report",
)
"""The groups of labels that the page uses."""
_PACKED_APART = {"evidence", "background"}


def pack(outcomes: Iterable[Clip | Failure], *, lang: Language, title: str | None, date: str | None) -> dict[str, Any]:
    """Everything that the page needs, as values that JSON has."""
    articles: list[dict[str, Any]] = []
    records: list[dict[str, Any]] = []
    failures: list[dict[str, Any]] = []
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            failures.append(_failure(outcome))
            continue
        wide = _wide(outcome.article.paragraphs)
        records += [_record(record, len(articles), wide) for record in outcome.records]
        articles.append(_article(outcome))
    used = sorted({code for record in records for code in record["where"]})
    return {
        "lang": lang, "title": title, "date": date,
        "labels": {language: {group: labels(group, language) for group in GROUPS} for language in LANGUAGES},
        "countries": {language: {code: country_label(code, language) for code in used} for language in LANGUAGES},
        "outlines": [[row["code"], row["path"]] for row in rows("world_outlines")],
        "articles": articles, "records": records, "failures": failures,
    }


def safe_link(url: str | None) -> str | None:
    """`url` if it is one to follow from a page: http or https, with a host; None otherwise."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def _article(clip: Clip) -> dict[str, Any]:
    article, source = clip.article, clip.source
    return _filled({
        "title": article.title, "subtitle": article.subtitle, "publisher": article.publisher,
        "published": article.published, "authors": article.authors, "reference_date": article.reference_date,
        **_from(source, article), "paragraphs": article.paragraphs if clip.records else (),
        "copies": [_filled({**copy.model_dump(exclude={"sha256"}), "link": safe_link(copy.url)}) for copy in clip.copies],
        "warnings": [[warning.code, warning.message] for warning in clip.warnings],
    })


def _from(source: Source, article: Article) -> dict[str, Any]:
    url = source.url or article.canonical_url
    return {"url": url, "link": safe_link(url), "path": source.path}


def _failure(failure: Failure) -> dict[str, Any]:
    source = failure.source
    return _filled({**failure.error.model_dump(), "url": source.url, "link": safe_link(source.url), "path": source.path})


def _record(record: Trip | Mou, article: int, wide: dict[int, str]) -> dict[str, Any]:
    """The record's own fields, and what the page works with: `article` (index), `span` (first and last day), `where`
    (countries), `points`, `evidence` as [field, paragraph, start, end]."""
    countries = countries_of(record)
    return {
        **_plain(record.model_dump(exclude=_PACKED_APART)), "article": article, "background": record.background,
        "span": span_of(record), "where": countries, "points": points_of(record, countries),
        "evidence": [_span(evidence, wide.get(evidence.paragraph)) for evidence in record.evidence],
    }


def _wide(paragraphs: tuple[str, ...]) -> dict[int, str]:
    """The paragraphs with characters outside the basic plane, by index: there, scripts count otherwise than we do."""
    return {i: text for i, text in enumerate(paragraphs) if max(text, default="") > "\uffff"}


def _span(evidence: Evidence, paragraph: str | None) -> list[str | int]:
    """The place of an evidence, in UTF-16 units as scripts count; `paragraph` is its text where those are no characters."""
    start, end = evidence.start, evidence.end
    if paragraph is not None:
        start, end = _units(paragraph[:start]), _units(paragraph[:end])
    return [evidence.field, evidence.paragraph, start, end]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _plain(value: Any) -> Any:
    """The same without what is empty, all the way down. JSON has no infinite numbers: they are left out too."""
    if isinstance(value, dict):
        return _filled({key: _plain(item) for key, item in value.items()})
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return None if isinstance(value, float) and not isfinite(value) else value


def _filled(found: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in found.items() if value is not None and value not in ((), [], "")}
