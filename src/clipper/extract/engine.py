"""The extractor's door: one article in, its records out."""

from __future__ import annotations

from dataclasses import dataclass

from clipper.extract.analysis import Analysis, analyse
from clipper.extract.assemble import record
from clipper.extract.drafts import MouDraft, TripDraft
from clipper.extract.frames.mou import find_mous
from clipper.extract.frames.trip import find_trips
from clipper.records import Article, Record, Warning_


@dataclass(frozen=True, slots=True)
class Extraction:
    """The records of an article, with what they were made from: `drafts[i]` gave `records[i]`."""

    records: tuple[Record, ...]
    warnings: tuple[Warning_, ...]
    analysis: Analysis
    drafts: tuple[TripDraft | MouDraft, ...]


def extract(article: Article) -> Extraction:
    """All trips and agreements that the article tells of. Pure; raises nothing of its own."""
    analysis = analyse(article)
    mous = find_mous(analysis)
    trips = find_trips(analysis, mous)
    drafts: tuple[TripDraft | MouDraft, ...] = (*trips, *mous)
    records = tuple(record(draft, article.paragraphs) for draft in drafts)
    return Extraction(records=records, warnings=(), analysis=analysis, drafts=drafts)
