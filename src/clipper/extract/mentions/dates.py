"""Dates (stub of the interface)."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clipper.extract.spans import Sentence, Span


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date."""

    span: Span
    start: str
    end: str | None = None


def find_dates(sentences: Sequence[Sentence], *, reference: date | None) -> tuple[DateMention, ...]:
    """All dates."""
    return ()
