"""Places (stub of the interface)."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clipper.extract.spans import Sentence, Span


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place."""

    span: Span
    name: str
    level: str = "city"
    country: str | None = None
    region: str | None = None
    latitude: float | None = None
    longitude: float | None = None


def find_places(sentences: Sequence[Sentence]) -> tuple[PlaceMention, ...]:
    """All places."""
    return ()
