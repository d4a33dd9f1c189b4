"""Which of several days, months and years a date with unsaid parts means, seen from the reference day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from clipper.extract.mentions.dates.opendate import shift_month
from clipper.extract.mentions.dates.tense import Tense

# In days. A bare day in a clause with tense lies within NEAR on that side; without tense within CLOSE on either side,
# where the next reading is a fortnight further off. `지난 28일` on a 27th would be four weeks back: nobody writes so.
NEAR = 21
CLOSE = 10
FARTHEST = 26
# A release written for tomorrow's paper tells of tomorrow in the past tense.
EMBARGO = 1
# A month without a year, in another year than the reference day's, lies within half a year.
HALF_YEAR = 200
QUARTER = 75


def days_near(day: int, reference: date) -> list[date]:
    """This day of the month in the months around the reference day, in order."""
    return list(_existing((*shift_month(reference.year, reference.month, by), day) for by in (-2, -1, 0, 1, 2)))


def _existing(parts: Iterable[tuple[int | None, int, int]]) -> Iterator[date]:
    for year, month, day in parts:
        try:
            yield date(year or 0, month, day)
        except ValueError:
            continue


def last_until(days: Iterable[date], reference: date) -> date | None:
    """The last of the days that is not after the reference day."""
    return max((day for day in days if day <= reference), default=None)


def first_from(days: Iterable[date], reference: date) -> date | None:
    """The first of the days that is not before the reference day."""
    return min((day for day in days if day >= reference), default=None)


def nearest(days: Iterable[date], reference: date) -> date | None:
    """The nearest of the days."""
    return min(days, key=lambda day: abs(day - reference), default=None)


def day_by_deixis(day: int, deixis: str, reference: date) -> date | None:
    """`지난 N일` and `오는 N일`."""
    days = days_near(day, reference)
    found = last_until(days, reference) if deixis == "지난" else first_from(days, reference)
    return found if found and abs(found - reference).days <= FARTHEST else None


def day_by_tense(day: int, tense: Tense | None, reference: date) -> date | None:
    """A bare `N일` in a clause of this tense; None where it could be either side.

    A bare day is one of this month; where the tense would have it three weeks off, the near one is meant.
    """
    days = days_near(day, reference)
    near = nearest(days, reference)
    if near is None:
        return None
    if tense == "past":
        found = near if 0 <= (near - reference).days <= EMBARGO else last_until(days, reference)
    elif tense == "future":
        found = first_from(days, reference)
    else:
        return _close(near, reference)
    if found and abs(found - reference).days <= NEAR:
        return found
    return _close(near, reference) if near.month == reference.month else None


def _close(near: date, reference: date) -> date | None:
    return near if abs(near - reference).days <= CLOSE else None


def year_by_deixis(month: int, day: int | None, deixis: str, reference: date) -> int | None:
    """The year of `지난 M월 N일` and `오는 M월 N일`; a month alone may be the present one (`지난 6월 초`)."""
    if day is None:
        if month == reference.month:
            return reference.year
        if deixis == "지난":
            return reference.year if month < reference.month else reference.year - 1
        return reference.year if month > reference.month else reference.year + 1
    days = _in_years(month, day, reference)
    found = last_until(days, reference) if deixis == "지난" else first_from(days, reference)
    return found.year if found else None


def year_by_tense(month: int, day: int | None, tense: Tense | None, reference: date) -> int | None:
    """The year of a bare `M월 N일` or `M월` in a clause of this tense; None where it could be another."""
    if day is None:
        return _month_year(month, tense, reference)
    days = _in_years(month, day, reference)
    this = next((d for d in days if d.year == reference.year), None)
    if tense == "past":
        if this and this <= reference + timedelta(EMBARGO):
            return this.year
        found = last_until(days, reference)
    elif tense == "future":
        if this and this >= reference:
            return this.year
        found = first_from(days, reference)
    else:
        found = None
    if found and abs(found - reference).days <= HALF_YEAR:
        return found.year
    near = nearest(days, reference)
    return near.year if near and abs(near - reference).days <= QUARTER else None


def _month_year(month: int, tense: Tense | None, reference: date) -> int | None:
    ahead = (month - reference.month) % 12
    if ahead == 0:
        return reference.year
    if tense == "future":
        return reference.year + (month < reference.month) if ahead <= 6 else None
    if tense == "past":
        back = 12 - ahead
        return reference.year - (month > reference.month) if month < reference.month or back <= 6 else None
    return reference.year if abs(month - reference.month) <= 2 else None


def _in_years(month: int, day: int, reference: date) -> list[date]:
    return list(_existing((reference.year + by, month, day) for by in (-1, 0, 1)))
