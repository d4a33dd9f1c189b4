"""The article as the agreement frame needs it: words of a sentence on demand, names by the key of their body, the title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from clipper.extract.analysis import Analysis, within
from clipper.extract.mentions.orgs import OrgMention, words
from clipper.extract.mentions.orgs.aliases import is_province, key
from clipper.extract.mentions.orgs.words import Word
from clipper.extract.mentions.people import PersonMention
from clipper.extract.spans import Sentence, Span

_SEAT = re.compile(
    r"\s?(?:사옥|본사|대표|관계자|측|회장|사장|공장|연구소|캠퍼스|제품|임직원|그룹"
    r"|\((?:[A-Z][A-Za-z .&-]+|\d{6}|이하 |대표|사장|회장))"
)
# What a name stands between in a headline where it stands alone.
_ALONE_BEFORE = re.compile(r"[\s,·‘\"'“\-–~…]")
_ALONE_BEHIND = re.compile(r"$|[,·’\"'”\-–~…]|[와과]\s")


@dataclass(frozen=True)
class Context:
    """An analysis with the look-ups that the frame needs; made anew for each article."""

    analysis: Analysis
    _rows: dict[int, tuple[Word, ...]] = field(default_factory=dict)

    def row(self, sentence: Sentence) -> tuple[Word, ...]:
        """The words of a sentence."""
        if sentence.index not in self._rows:
            self._rows[sentence.index] = words(sentence)
        return self._rows[sentence.index]

    @cached_property
    def headline(self) -> str:
        """The title, and the first paragraph where it reads as a headline."""
        article = self.analysis.article
        lines = [article.title or "", article.subtitle or ""]
        lines += [p for p in article.paragraphs[:3] if len(p) < 80 and not p.rstrip(". ").endswith("다")]
        return "\n".join(lines)

    @cached_property
    def bodies(self) -> Mapping[str, OrgMention]:
        """The first mention of each body by the key of its canonical name."""
        found: dict[str, OrgMention] = {}
        for mention in self.analysis.orgs:
            found.setdefault(key(mention.canonical), mention)
            found.setdefault(key(mention.name), mention)
        for mention in self.analysis.orgs:
            for alias in mention.aliases:
                found.setdefault(key(alias), mention)
        return found

    @cached_property
    def employers(self) -> frozenset[str]:
        """Keys of the organisations that people of the article belong to."""
        return frozenset(key(p.organization) for p in self.analysis.people if p.organization)

    def with_level(self, name: str) -> str:
        """`대전` as the article has it with its level (`대전시` of `대전시장`), where it has."""
        if is_province(name):
            for level in ("시", "도"):
                if any(name + level in p for p in self.analysis.article.paragraphs):
                    return name + level
        return name

    def people_in(self, span: Span) -> tuple[PersonMention, ...]:
        """The people named within a span."""
        return within(self.analysis.people, span)

    def org_at(self, word: Word) -> OrgMention | None:
        """The organisation whose mention ends with a word."""
        for mention in self.orgs_in(word.span):
            return mention
        low = Span(word.span.paragraph, max(0, word.span.start - 60), word.span.end)
        for mention in reversed(within(self.analysis.orgs, low)):
            if mention.span.overlaps(word.name_span):
                return mention
        return None

    def orgs_in(self, span: Span) -> tuple[OrgMention, ...]:
        """The organisations named within a span."""
        return within(self.analysis.orgs, span)

    def in_headline(self, name: str) -> bool:
        """Whether the headline has a name on its own: before a comma, a dot, a hyphen, 와 or 과."""
        return any(
            (at == 0 or _ALONE_BEFORE.match(self.headline, at - 1)) and _ALONE_BEHIND.match(self.headline, at + len(name))
            for at in _places(self.headline, name)
        )

    def said_as_body(self, name: str) -> bool:
        """Whether the article treats a name as a body somewhere: a head, an office, a seat of its own, or a place in the headline."""
        own = key(name)
        if own in self.bodies or own in self.employers:
            return True
        if self.in_headline(name):
            return True
        return any(_SEAT.match(p, at + len(name)) for p in self.analysis.article.paragraphs for at in _places(p, name))

    def sentences_from(self, index: int, count: int) -> Sequence[Sentence]:
        """A sentence and those behind it."""
        return self.analysis.sentences[index : index + count]


def _places(text: str, name: str) -> Iterator[int]:
    """Where a name stands in a text."""
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)
