"""The articles of an event: which of them are one source, and in which order they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from clipper.merge.event import Appearance, EventSource
from clipper.merge.told import Article, Told, place_of
from clipper.merge.wording import share

_NEAR_IDENTICAL = 0.8
"""From this share of the shorter text on, two articles are one source: reprints of a release, not two reports."""


_REACH = 50


class Sources:
    """The sources of an event, in the order of telling."""

    def __init__(self, members: Iterable[Told]) -> None:
        articles: dict[str, Article] = {}
        self._records: dict[str, list[str]] = {}
        for one in members:
            articles.setdefault(one.article.key, one.article)
            self._records.setdefault(one.article.key, []).append(one.record.id)
        ordered = sorted(articles.values(), key=_order)
        self._groups = sorted(_grouped(ordered), key=lambda group: _order(group[0]))
        self._index = {article.key: number for number, group in enumerate(self._groups) for article in group}

    def index(self, told: Told) -> int:
        """The place of a record's article among the sources."""
        return self._index[told.article.key]

    def listed(self) -> tuple[EventSource, ...]:
        """The sources as the event has them."""
        return tuple(map(self._listed, self._groups))

    def _listed(self, group: Sequence[Article]) -> EventSource:
        found: dict[tuple[str, ...], Appearance] = {}
        for article in group:
            records = tuple(sorted(set(self._records[article.key])))
            for place in article.own:
                key = place_of(place)
                known = found.get(key, place)
                found[key] = place.model_copy(update={"records": tuple(sorted({*known.records, *records}))})
        for article in group:
            for place in article.copies:
                found.setdefault(place_of(place), place)
        first = found.pop(place_of(group[0].own[0]))
        return EventSource(**first.model_dump(), told=group[0].told, copies=tuple(found[key] for key in sorted(found)))


def _order(article: Article) -> tuple[str, tuple[str, ...], str]:
    return article.told or "9999", place_of(article.own[0]), article.key


def _grouped(articles: Sequence[Article]) -> list[list[Article]]:
    """Articles of one address, and those of nearly one text, together; each group in the order of `articles`."""
    home = {article.key: number for number, article in enumerate(articles)}
    by_url: dict[str, int] = {}
    for article in articles:
        for appearance in (*article.own, *article.copies):
            if appearance.url:
                _join(home, home[article.key], by_url.setdefault(appearance.url, home[article.key]))
    for one, other in _near_identical(articles):
        _join(home, home[articles[one].key], home[articles[other].key])
    groups: dict[int, list[Article]] = {}
    for article in articles:
        groups.setdefault(home[article.key], []).append(article)
    return list(groups.values())


def _near_identical(articles: Sequence[Article]) -> Iterator[tuple[int, int]]:
    """The pairs of nearly one text; an article is compared with so many before it."""
    for other, article in enumerate(articles):
        for one in range(max(0, other - _REACH), other):
            if share(articles[one].wording, article.wording) >= _NEAR_IDENTICAL:
                yield one, other


def _join(home: dict[str, int], one: int, other: int) -> None:
    if one != other:
        for key, number in home.items():
            if number == max(one, other):
                home[key] = min(one, other)
