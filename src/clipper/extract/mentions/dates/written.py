"""Dates as written in one sentence, not yet resolved. Offsets are characters of the sentence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """One date as written, offsets in the sentence. `start` takes in relative words (`지난달 `), `end` stops behind the
    number, `tail` behind brackets, time and particle. Relative words: the number of years or months from the reference
    day (`year_by`, `month_by`) or from the text (`year_from_text`, `month_from_text`)."""

    start: int
    end: int
    tail: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    year_by: int | None = None
    year_from_text: int | None = None
    month_by: int | None = None
    month_from_text: int | None = None
    deixis: str | None = None
    weekday: int | None = None
    part: str | None = None
    local: bool | None = None
    scope: bool = False
    particle: str | None = None
    bare: bool = False

    @property
    def has_month(self) -> bool:
        """Whether its month is told, by number or by word."""
        return self.month is not None or self.month_by is not None or self.month_from_text is not None

    @property
    def has_year(self) -> bool:
        """Whether its year is told, by number or by word."""
        return self.year is not None or self.year_by is not None or self.year_from_text is not None


@dataclass(frozen=True, slots=True)
class Length:
    """A stretch of days with no date of its own: `5박 7일`, `21일간`, `나흘간`."""

    start: int
    end: int
    days: int
    nights: int | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """A word for a date: `base` says where it is counted from, `by` how far (days, weeks, months or years)."""

    start: int
    end: int
    tail: int
    base: str
    by: int
    weekday: int | None = None
    part: str | None = None
    particle: str | None = None
