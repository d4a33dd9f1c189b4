"""Analysis: an article read once: sentences and all mentions, for the frames to fill themselves from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from clipper.extract import sentences as sentences_
from clipper.extract.mentions.dates import DateMention, find_dates
from clipper.extract.mentions.money import MoneyMention, find_money
from clipper.extract.mentions.orgs import OrgMention, find_orgs
from clipper.extract.mentions.people import PersonMention, find_people
from clipper.extract.mentions.places import PlaceMention, find_places
from clipper.extract.spans import Mention, Sentence, Span, within
from clipper.records import Article

__all__ = ["Analysis", "Mention", "analyse", "within"]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was read in an article. All mentions are in order of their spans."""

    article: Article
    reference: date | None
    sentences: tuple[Sentence, ...]
    dates: tuple[DateMention, ...]
    places: tuple[PlaceMention, ...]
    orgs: tuple[OrgMention, ...]
    people: tuple[PersonMention, ...]
    money: tuple[MoneyMention, ...]

    def text(self, span: Span) -> str:
        """What the article says at a span."""
        return self.article.paragraphs[span.paragraph][span.start : span.end]


def analyse(article: Article) -> Analysis:
    """Read an article: places, then organisations, then people (each may need the ones before), dates and money."""
    split = sentences_.split(article.paragraphs)
    reference = date.fromisoformat(article.reference_date[:10]) if article.reference_date else None
    places = find_places(split)
    orgs = find_orgs(split)
    return Analysis(
        article=article,
        reference=reference,
        sentences=split,
        dates=find_dates(split, reference=reference),
        places=places,
        orgs=orgs,
        people=find_people(split, places, orgs),
        money=find_money(split),
    )
