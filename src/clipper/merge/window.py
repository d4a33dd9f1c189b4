"""When something can have been that an article tells without a date: near the day of its telling."""

from __future__ import annotations

from clipper.merge.spans import Span

_LONG = 3650
# Days before and after the telling, by what is told. A plan comes true within a season or is told again.
_WINDOWS = {
    "trip": {
        "planned": (-1, 75), "ongoing": (-12, 12), "completed": (-45, 1), "cancelled": (-30, 90), "postponed": (-30, 150),
    },
    "mou": {
        "signed": (-14, 1), "planned": (-1, 75), "proposed": (-30, 400), "cancelled": (-200, 120), "postponed": (-45, 150),
        "ended": (-_LONG, 1),
    },
}  # fmt: skip
_UNTOLD = (-45, 75)
# A visit within the country is of a day, and news for a few.
_BRIEF = {"planned": (-1, 30), "ongoing": (-3, 2), "completed": (-14, 1)}
_HISTORY = {"trip": (-_LONG, 1), "mou": (-_LONG, 1)}
_ANNOUNCED = (-10, 0)


def around_telling(kind: str, status: str | None, day: int, *, background: bool, brief: bool = False) -> Span:
    """The days on which it can have been; for background, any day before. `brief` journeys are those within the country."""
    usual = _WINDOWS[kind] | (_BRIEF if brief else {})
    before, after = _HISTORY[kind] if background else usual.get(status or "", _UNTOLD)
    return Span(day + before, day + after, exact=False, weak=True)


def before_announcement(first: int, last: int) -> Span:
    """The days on which a signing can have been that was made public on these days."""
    return Span(first + _ANNOUNCED[0], last + _ANNOUNCED[1], exact=False, weak=True)
