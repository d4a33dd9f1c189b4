"""Told: one record as one article tells it, without the article's text, and what of it is compared."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from clipper.dedupe import Telling, letters, sketch
from clipper.merge.event import Appearance
from clipper.records import Clip, Record


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """What events need of an article. `text` is its text, sampled, with a key that tells it from other articles whatever
    its path, and the day on which it tells; `own` is where its clips were found, `copies` what they list as copies."""

    text: Telling
    own: tuple[Appearance, ...]
    copies: tuple[Appearance, ...] = ()

    @property
    def key(self) -> str:
        """What tells it from other articles."""
        return self.text.key

    @property
    def told(self) -> str | None:
        """The ISO day on which it tells: published, else the day that its dates were counted from."""
        return self.text.day.isoformat() if self.text.day else None

    @property
    def day(self) -> int | None:
        """The day of telling as an ordinal."""
        return self.text.day.toordinal() if self.text.day else None


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
    text = letters(article.paragraphs)
    own = Appearance(
        url=source.url, path=source.path, sha256=source.sha256, title=article.title, publisher=article.publisher,
        published=article.published,
    )
    copies = (Appearance(**copy.model_dump(exclude={"likeness"})) for copy in clip.copies)
    key = source.sha256 or source.url or source.path or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    day = _day(article.published) or _day(article.reference_date)
    return Article(
        text=Telling(key=key, sketch=sketch(text), size=len(text), day=day),
        own=(own,),
        copies=tuple(sorted(set(copies), key=place_of)),
    )


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def place_of(appearance: Appearance) -> tuple[str, ...]:
    """Orders appearances: those with an address first."""
    found = (appearance.url, appearance.path, appearance.sha256, appearance.title, appearance.publisher, appearance.published)
    return tuple(value or "~" for value in found)


def _joined(one: Told, other: Told) -> Told:
    """The same record of the same article, found in two places."""
    text = min((one.article.text, other.article.text), key=lambda text: text.day or date.max)
    own, copies = ({*getattr(one.article, field), *getattr(other.article, field)} for field in ("own", "copies"))
    places = tuple(tuple(sorted(found, key=place_of)) for found in (own, copies))
    return Told(one.key, one.record, Article(text, *places))
