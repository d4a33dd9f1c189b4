"""Told: one record as one article tells it, without the article's text, and what of it is compared."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from clipper.merge.event import Appearance
from clipper.merge.wording import Wording, wording
from clipper.records import Clip, Record


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """What events need of an article. `key` tells it from other articles whatever its path; `told` is the ISO day on which
    it tells: published, else the day that its dates were counted from; `wording` is its text by hashes; `own` is where its
    clips were found, `copies` what they list as copies."""

    key: str
    told: str | None
    wording: Wording
    own: tuple[Appearance, ...]
    copies: tuple[Appearance, ...] = ()

    @property
    def day(self) -> int | None:
        """The day of telling as an ordinal."""
        return date.fromisoformat(self.told).toordinal() if self.told else None


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """One record and its article. `key` orders and tells apart: the same bytes and options give the same key."""

    key: tuple[str, str, str]
    record: Record
    article: Article

    @property
    def order(self) -> tuple[str, tuple[str, str, str]]:
        """By the day of telling, articles without one last."""
        return self.article.told or "9999", self.key


def told(clips: Iterable[Clip]) -> list[Told]:
    """The records of all clips, in an order of their own; a record that comes twice from one article comes once."""
    found: dict[tuple[str, str, str], Told] = {}
    for clip in clips:
        for one in _of(clip):
            known = found.get(one.key)
            found[one.key] = one if known is None else _joined(known, one)
    return sorted(found.values(), key=lambda one: one.order)


def _of(clip: Clip) -> Iterator[Told]:
    if not clip.records:
        return
    article = _article(clip)
    for record in clip.records:
        bare = record.model_copy(update={"evidence": ()})
        said = hashlib.sha256(bare.model_dump_json().encode()).hexdigest()[:16]
        yield Told(key=(article.key, record.id, said), record=bare, article=article)


def _article(clip: Clip) -> Article:
    source, article = clip.source, clip.article
    said = wording(article.paragraphs)
    own = Appearance(
        url=source.url, path=source.path, sha256=source.sha256, title=article.title, publisher=article.publisher,
        published=article.published,
    )
    copies = (Appearance(**copy.model_dump(exclude={"likeness"})) for copy in clip.copies)
    return Article(
        key=source.sha256 or source.url or source.path or hashlib.sha256(repr(said).encode()).hexdigest(),
        told=_day(article.published) or _day(article.reference_date),
        wording=said,
        own=(own,),
        copies=tuple(sorted(set(copies), key=place_of)),
    )


def _day(text: str | None) -> str | None:
    try:
        return date.fromisoformat(text[:10]).isoformat() if text else None
    except ValueError:
        return None


def place_of(appearance: Appearance) -> tuple[str, ...]:
    """Orders appearances: those with an address first."""
    found = (appearance.url, appearance.path, appearance.sha256, appearance.title, appearance.publisher, appearance.published)
    return tuple(value or "~" for value in found)


def _joined(one: Told, other: Told) -> Told:
    """The same record of the same article, found in two places."""
    first = min((one.article, other.article), key=lambda article: (article.told or "9999", article.wording))
    own, copies = ({*getattr(one.article, field), *getattr(other.article, field)} for field in ("own", "copies"))
    places = tuple(tuple(sorted(found, key=place_of)) for found in (own, copies))
    return Told(one.key, one.record, Article(first.key, first.told, first.wording, *places))
