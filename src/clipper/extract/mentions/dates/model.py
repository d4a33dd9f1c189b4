"""What the date finder gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from clipper.extract.mentions.dates.opendate import UNKNOWN
from clipper.extract.spans import Span

Kind = Literal["day", "range", "month", "year", "weekend", "length", "nights_days", "relative"]
"""`range` is a stated or counted stretch; `length` (`21일간`) and `nights_days` (`5박 7일`) carry no date of their
own; `relative` is a word for a date (`이날`, `다음날`, `이틀째`)."""

ResolvedBy = Literal["stated", "deixis", "tense", "context", "anchor", "open"]
"""What the unknown parts were filled from, weakest first in doubt: all stated; a word counted from the reference day
(`지난`, `오는`, `지난달`); the tense of the clause; an earlier date of the article; only nearness to the reference day;
not filled."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date, a stretch of days or a length as the article writes it.

    `start` and `end` are EDTF with X for what stays open (`XXXX-XX-XX` where nothing is known); `end` is None unless
    the mention is a stretch. `particle` is what follows: `부터`, `까지`, `에는`, `에`, `자로`, … or None.
    """

    span: Span
    start: str
    end: str | None = None
    kind: Kind = "day"
    precision: str = "day"
    resolved_by: ResolvedBy = "stated"
    deixis: Literal["지난", "오는"] | None = None
    announces: bool = False
    local: bool = False
    part_of_day: str | None = None
    particle: str | None = None
    length_days: int | None = None
    nights: int | None = None
    days: int | None = None

    @property
    def dated(self) -> bool:
        """Whether at least one part of the date is known."""
        return self.start != UNKNOWN

    @property
    def exact(self) -> bool:
        """Whether every part of it is known, to the day."""
        return self.precision == "day" and "X" not in self.start + (self.end or "")

    @property
    def last(self) -> str:
        """The end of a stretch, else the day itself."""
        return self.end or self.start
