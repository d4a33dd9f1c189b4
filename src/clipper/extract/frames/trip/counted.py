"""The last day of a journey, counted from its first: `17일부터 닷새간`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from clipper.extract.drafts import Filled
from clipper.extract.frames.trip.legs import Leg


def counted(legs: Sequence[Leg], start: Filled[str]) -> Filled[str] | None:
    """The last day from the first and `나흘간` in the same sentence."""
    for leg in legs:
        for day in leg.line.dates:
            length = day.length_days or day.days
            if length and day.span == start.spans[0] and not day.end:
                # `17일부터 닷새간`
                last = _plus(start.value, length - 1)
                return Filled(last, start.spans, "counted") if last else None
            if length and start.spans[0].paragraph == day.span.paragraph and 0 <= day.span.start - start.spans[0].end < 30:
                last = _plus(start.value, length - 1)
                return Filled(last, (*start.spans, day.span), "counted") if last else None
    return None


def _plus(day: str, days: int) -> str | None:
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except ValueError:
        return None
