"""Trips: who travels where, when, to whom and why."""

from __future__ import annotations

from clipper.extract.analysis import Analysis
from clipper.extract.drafts import MouDraft, TripDraft


def find_trips(analysis: Analysis, mous: tuple[MouDraft, ...]) -> tuple[TripDraft, ...]:
    """All trips of an article, in order of mention; an agreement signed on the way tells of place and day."""
    return ()
