"""Dates with unknown parts, and the little arithmetic that is safe on them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

UNKNOWN = "XXXX-XX-XX"


@dataclass(frozen=True, slots=True)
class Open:
    """A date of which any part may be unknown (None). A date whose `day` is None and `to_day` false is a whole month
    or year; with `to_day` it is one day that the article leaves open."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    to_day: bool = False

    @classmethod
    def of(cls, day: date) -> Open:
        """The known day."""
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> str:
        """`day`, `month`, `year`, or `none` where nothing is known."""
        if self.day is not None or self.to_day:
            return "day"
        if self.month is not None:
            return "month"
        return "year" if self.year is not None else "none"

    @property
    def full(self) -> date | None:
        """The calendar day, where all three parts are known and there is such a day."""
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None

    @property
    def exists(self) -> bool:
        """Whether the calendar has such a day (an unknown year may be a leap year, an unknown month a long one)."""
        if self.year is not None and not 1 <= self.year <= 9999:
            return False
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        if self.day is None:
            return True
        last = 31 if self.month is None else monthrange(self.year or 2024, self.month)[1]
        return 1 <= self.day <= last

    def text(self) -> str:
        """EDTF level 2, with X for what is unknown."""
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        month = "XX" if self.month is None else f"{self.month:02d}"
        if self.day is not None:
            return f"{year}-{month}-{self.day:02d}"
        if self.to_day or (self.year is None and self.month is None):
            return f"{year}-{month}-XX"
        return year if self.month is None else f"{year}-{month}"

    def plus(self, days: int) -> Open:
        """So many days later (or earlier); the parts that could not be counted become unknown."""
        full = self.full
        if full is not None:
            return Open.of(full + timedelta(days))
        if self.day is None:
            return replace(self, month=None, to_day=True) if self.to_day else Open(to_day=True)
        if 1 <= self.day + days <= 28:
            return replace(self, day=self.day + days)
        if self.month is None:
            return Open(to_day=True)
        return self._across_month(days)

    def _across_month(self, days: int) -> Open:
        # February's length is unknown without a year: both kinds of year must agree.
        later = {
            (moved.month, moved.day)
            for year in (2023, 2024)
            if (moved := _moved(year, self.month or 1, self.day or 1, days)) is not None
        }
        if len(later) != 1:
            return Open(to_day=True)
        month, day = later.pop()
        return Open(None, month, day)


def _moved(year: int, month: int, day: int, days: int) -> date | None:
    try:
        return date(year, month, day) + timedelta(days)
    except ValueError:
        return None


def shift_month(year: int | None, month: int, by: int) -> tuple[int | None, int]:
    """The month so many months later; the year moves along where it is known."""
    total = month - 1 + by
    return (None if year is None else year + total // 12), total % 12 + 1
