"""Open dates → the days between which they lie, for sorting, filtering and the timeline."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable

from clipper.records import Mou, Trip

Span = tuple[str, str]
"""First and last possible day, ISO 8601."""


def days_of(date: str | None) -> Span | None:
    """The first and the last day that an open date may be; None where its year is unknown.

    >>> days_of("2025-06")
    ('2025-06-01', '2025-06-30')
    >>> days_of("2025-XX-10")
    ('2025-01-10', '2025-12-10')
    >>> days_of("XXXX-06-10")
    """
    if date is None or date.startswith("X"):
        return None
    year, month, day = [*date.split("-"), "XX", "XX"][:3]
    first = f"{year}-{'01' if month == 'XX' else month}-{'01' if day == 'XX' else day}"
    last_month = "12" if month == "XX" else month
    last_day = monthrange(max(int(year), 1), int(last_month))[1]
    return first, f"{year}-{last_month}-{f'{last_day:02}' if day == 'XX' else day}"


def span_of(record: Trip | Mou) -> Span | None:
    """The days of a record: a trip from its start to its end (else those of its stops), an agreement's signing (else
    the day it was made public); None where no year is known."""
    if isinstance(record, Mou):
        return days_of(record.date) or days_of(record.announced)
    own = _around([record.start, record.end])
    return own or _around(day for stop in record.stops for day in (stop.date, stop.until))


def _around(dates: Iterable[str | None]) -> Span | None:
    spans = [span for span in map(days_of, dates) if span]
    return (min(first for first, _ in spans), max(last for _, last in spans)) if spans else None
