"""Analysis: an article read once: sentences and all mentions, for the frames to fill themselves from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from clipper.extract import sentences as sentences_
from clipper.extract.mentions.dates import DateMention, find_dates
from clipper.extract.mentions.money import MoneyMention, find_money
from clipper.extract.mentions.orgs import OrgMention, find_orgs
from clipper.extract.mentions.people import PersonMention, find_people
from clipper.extract.mentions.places import PlaceMention, find_places
from clipper.extract.spans import Mention, Sentence, Span, within
from clipper.records import Article

__all__ = ["Analysis", "Mention", "analyse", "within"]


@dataclass(frozen=True)
class Analysis:
    """What is read in an article. All mentions are in order of their spans; each kind is looked for when a frame first asks
    for it: most articles of a newspaper tell of no trip and no agreement, and ask for none."""

    article: Article
    reference: date | None
    sentences: tuple[Sentence, ...]

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Days and stretches of days."""
        return find_dates(self.sentences, reference=self.reference)

    @cached_property
    def places(self) -> tuple[PlaceMention, ...]:
        """Places."""
        return find_places(self.sentences)

    @cached_property
    def orgs(self) -> tuple[OrgMention, ...]:
        """Organisations."""
        return find_orgs(self.sentences)

    @cached_property
    def people(self) -> tuple[PersonMention, ...]:
        """People; their bodies are organisations or places."""
        return find_people(self.sentences, self.places, self.orgs)

    @cached_property
    def money(self) -> tuple[MoneyMention, ...]:
        """Sums of money."""
        return find_money(self.sentences)

    def text(self, span: Span) -> str:
        """What the article says at a span."""
        return self.article.paragraphs[span.paragraph][span.start : span.end]


def analyse(article: Article) -> Analysis:
    """Read an article: its sentences and the day that its dates count from."""
    reference = date.fromisoformat(article.reference_date[:10]) if article.reference_date else None
    return Analysis(article, reference, sentences_.split(article.paragraphs))
