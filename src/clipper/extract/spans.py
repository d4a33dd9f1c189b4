"""Spans of an article and the sentences they lie in.

All offsets are characters of `article.paragraphs[paragraph]`, end exclusive, so that a span is evidence as it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple, Protocol, TypeVar


class Span(NamedTuple):
    """A piece of one paragraph. Ordered as it stands in the article."""

    paragraph: int
    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Whether `other` lies inside this span."""
        return self.paragraph == other.paragraph and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.paragraph == other.paragraph and self.start < other.end and other.start < self.end

    def to(self, other: Span) -> Span:
        """From the start of this span to the end of `other`, in the same paragraph."""
        return Span(self.paragraph, min(self.start, other.start), max(self.end, other.end))


class Sentence(NamedTuple):
    """One sentence: where it stands, and its text (`paragraphs[paragraph][start:end]`). `index` counts through the
    article; `quotes` are the inner spans of what is quoted, as offsets in the paragraph."""

    paragraph: int
    start: int
    end: int
    text: str
    index: int = 0  # type: ignore[assignment]  # nobody asks a sentence for the place of one of its fields
    quotes: tuple[tuple[int, int], ...] = ()

    @property
    def span(self) -> Span:
        """The sentence as a span."""
        return Span(self.paragraph, self.start, self.end)

    def at(self, start: int, end: int) -> Span:
        """The span of `text[start:end]`."""
        return Span(self.paragraph, self.start + start, self.start + end)

    def cut(self, span: Span) -> str:
        """The text of a span that lies in this sentence."""
        return self.text[span.start - self.start : span.end - self.start]

    def quoted(self, offset: int) -> bool:
        """Whether the paragraph offset lies inside a quotation."""
        return any(start <= offset < end for start, end in self.quotes)


class Mention(Protocol):
    """Whatever has a span."""

    @property
    def span(self) -> Span:
        """Where it stands."""


M = TypeVar("M", bound=Mention)


def within(mentions: Sequence[M], region: Span) -> tuple[M, ...]:
    """The mentions that lie inside a region, in order; `mentions` must be in order of their spans."""
    low = bisect_left(mentions, (region.paragraph, region.start), key=lambda m: (m.span.paragraph, m.span.start))
    found = []
    for mention in mentions[low:]:
        if mention.span.paragraph != region.paragraph or mention.span.start >= region.end:
            break
        if mention.span.end <= region.end:
            found.append(mention)
    return tuple(found)
