"""The two ends of a stretch fill each other's unsaid months and years."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from clipper.extract.mentions.dates.opendate import Open, shift_month
from clipper.extract.mentions.dates.written import Point


def end_after(start: Open, point: Point) -> Open:
    """The end of a stretch whose own month or year is unsaid: the first such day (or month) from `start` on.

    A month that is told keeps; `XXXX` and `XX` stay where `start` knows no better.
    """
    year, month = point.year, point.month
    if month is None:
        if start.month is None:
            return Open(year if _turns(start, point) else year or start.year, None, point.day)
        turns = _turns(start, point)
        year_of, month = shift_month(start.year, start.month, int(turns))
        return Open(year if year is not None else year_of, month, point.day)
    if year is None and start.year is not None and start.month is not None:
        year = start.year + (month < start.month)
    return Open(year, month, point.day)


def _turns(start: Open, point: Point) -> bool:
    return start.day is not None and point.day is not None and point.day < start.day


def start_before(end: Open, point: Point, *, month_before: bool = False) -> Open:
    """The start of a stretch whose own month is unsaid: the last such day before `end`. `month_before` where the end's
    month is told as the next one (`24일부터 다음달 30일까지`)."""
    month, year = point.month, point.year
    if end.month is None:
        return Open(year, month, point.day)
    if month is None:
        turns = month_before or (point.day is not None and end.day is not None and point.day > end.day)
        year_of, month = shift_month(end.year, end.month, -int(turns))
        return Open(year if year is not None else year_of, month, point.day)
    if year is None and end.year is not None:
        year = end.year - (month > end.month)
    return Open(year, month, point.day)


def spans_around(day: int, end: Point, reference: date) -> date | None:
    """The start of a bare stretch (`9일부터 16일까지`) that holds the reference day, if one does."""
    for by in (0, -1):
        year, month = shift_month(reference.year, reference.month, by)
        try:
            start = date(year or 0, month, day)
        except ValueError:
            continue
        last = end_after(Open.of(start), end).full
        if last and start <= reference <= last and last - start < timedelta(31):
            return start
    return None


def in_order(start: Open, end: Open) -> bool:
    """Whether the stretch, as far as known, does not end before it starts."""
    if start.full and end.full:
        return start.full <= end.full
    if start.year is not None and end.year is not None and start.year != end.year:
        return start.year < end.year
    same_year = start.year == end.year
    if same_year and start.month is not None and end.month is not None and start.month != end.month:
        return start.month < end.month or start.year is None
    if same_year and start.month == end.month and start.month is not None and start.day and end.day:
        return start.day <= end.day
    return True


def counted_end(start: Open, days: int) -> Open:
    """The last of so many days from `start` on."""
    return start.plus(days - 1) if days >= 1 else replace(start)
