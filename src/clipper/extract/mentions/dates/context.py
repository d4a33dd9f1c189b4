"""What the article has said so far: the days, months and stretches that later dates lean on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from clipper.extract.mentions.dates.opendate import Open, shift_month

# A stretch longer than this is a campaign or a term, no journey; days are not looked up in it.
LONGEST_STRETCH = 62


@dataclass(frozen=True, slots=True)
class Said:
    """A day that was told: in which sentence, whether its month was written out. `aside` where it only tells which
    (`지난 7일 방한한 사무총장`), `apart` where it is set apart from the day of the news (`지난 7일`, `4월 27일`)."""

    day: Open
    sentence: int
    month_told: bool
    end: int = 0
    aside: bool = False
    apart: bool = False


@dataclass(slots=True)
class Context:
    """The running state of one article; made anew for each, so that finding dates stays a pure function."""

    day: Said | None = None
    announced: Said | None = None
    main: Said | None = None
    stretch: tuple[Open, Open] | None = None
    stretch_at: int = -1
    month: Open | None = None
    year: int | None = None
    year_at: int = -1
    local: bool = False

    def remember_day(self, said: Said, *, announces: bool, main: bool = True) -> None:
        """Take note of a resolved day; `main` unless it lies too far back to be a day of the news."""
        if announces:
            self.announced = said
        else:
            self.day = said
        if main and (announces or not said.apart):
            self.main = said
        self._remember_parts(said.day, said.sentence)

    def remember_stretch(self, start: Open, end: Open, sentence: int) -> None:
        """Take note of a stretch of days; a single day inside it does not end it."""
        first, last = start.full, end.full
        if first and last and (last - first) > timedelta(LONGEST_STRETCH):
            return
        self.stretch, self.stretch_at = (start, end), sentence
        self._remember_parts(start, sentence)

    def remember_month(self, month: Open, sentence: int) -> None:
        """Take note of a month or a year told without a day."""
        self._remember_parts(month, sentence)

    def _remember_parts(self, told: Open, sentence: int) -> None:
        if told.month is not None:
            self.month = Open(told.year, told.month)
        if told.year is not None:
            self.year, self.year_at = told.year, sentence

    def in_stretch(self, day: int, month: int | None = None) -> Open | None:
        """The one day of the current stretch with this number; None where there is none or more than one."""
        if self.stretch is None:
            return None
        found = [d for d in _days(*self.stretch) if d.day == day and month in (None, d.month)]
        return found[0] if len(found) == 1 else None


def _days(start: Open, end: Open) -> Iterator[Open]:
    """The days of a stretch; where its month is unknown, at most those of two months."""
    first, last = start.full, end.full
    if first and last:
        for by in range((last - first).days + 1):
            yield Open.of(first + timedelta(by))
        return
    if start.day is None or end.day is None:
        return
    if start.month == end.month and start.day <= end.day:
        for day in range(start.day, end.day + 1):
            yield Open(start.year, start.month, day)
    else:
        yield from _across(start, end)


def _across(start: Open, end: Open) -> Iterator[Open]:
    """Over a month's end, with some part unknown."""
    if start.month is not None and end.month is not None:
        if shift_month(None, start.month, 1)[1] != end.month:
            return
    elif start.month is not None or end.month is not None:
        return
    for day in range(start.day or 1, 32):
        opened = Open(start.year, start.month, day)
        if opened.exists:
            yield opened
    for day in range(1, (end.day or 0) + 1):
        yield Open(end.year, end.month, day)
