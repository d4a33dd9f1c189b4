"""Open dates side by side: what two of them can both mean, and the days that one can mean.

The meeting of dates with unknown digits follows ISO 8601-2 (EDTF level 2), 4.5 "unspecified": an `X` stands for any
digit. Days are proleptic ordinals (`date.toordinal`), so that lengths and gaps are plain differences.
"""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

_KEPT = 65536  # patterns: bounded, for a long run sees ever new ones
_OPEN = "XXXX-XX-XX"
_COMMON_YEAR = 2023

Range = tuple[int, int]
"""First and last day, both within, as ordinals."""


@lru_cache(maxsize=_KEPT)
def meet(one: str, other: str) -> str | None:
    """The date that both can mean, as exact as both together say; None where they contradict each other.

    >>> meet("XXXX-06-10", "2025"), meet("2025-06", "XXXX-XX-21"), meet("XXXX-06-10", "2025-06-11")
    ('2025-06-10', '2025-06-21', None)
    >>> meet("XXXX-02-29", "2025") is None
    True
    """
    digits = [_digit(a, b) for a, b in zip(_padded(one), _padded(other), strict=True)]
    if None in digits:
        return None
    whole = "".join(digit for digit in digits if digit)
    parts = max(one.count("-"), other.count("-")) + 1
    return "-".join(whole.split("-")[:parts]) if _exists(whole) else None


def is_whole(text: str) -> bool:
    """Whether a date names one day: no part is left out, no digit open."""
    return len(text) == len(_OPEN) and "X" not in text


def known_year(text: str) -> int | None:
    """The year of a date, if it is told."""
    return None if "X" in text[:4] else int(text[:4])


@lru_cache(maxsize=_KEPT)
def ranges(text: str, years: tuple[int, ...]) -> tuple[Range, ...]:
    """The days that an open date can mean, in order: one range for each way to fill its unknown year and month.

    `years` are those tried for an unknown year. A date that leaves all open (`XXXX`) says nothing: no range.

    >>> [(date.fromordinal(a).isoformat(), date.fromordinal(b).isoformat()) for a, b in ranges("XXXX-06", (2024, 2025))]
    [('2024-06-01', '2024-06-30'), ('2025-06-01', '2025-06-30')]
    """
    padded = _padded(text)
    if padded == _OPEN:
        return ()
    return tuple(found for year in _years(padded, years) for found in _in_year(padded, year))


def _padded(text: str) -> str:
    return text + _OPEN[len(text) :]


def _digit(one: str, other: str) -> str | None:
    if one == "X":
        return other
    return one if other in ("X", one) else None


def _exists(padded: str) -> bool:
    """Whether any real day fits. An unknown year may be a leap year."""
    if padded[5:] != "02-29":
        return any(True for _ in _in_year(padded, _COMMON_YEAR))
    return any(isleap(year) for year in _numbers(padded[:4], 1, 9999))


def _years(padded: str, years: tuple[int, ...]) -> Sequence[int]:
    if "X" not in padded[:4]:
        return (int(padded[:4]),)
    return [year for year in years if _fits(padded[:4], f"{year:04}")]


def _numbers(pattern: str, first: int, last: int) -> Sequence[int]:
    """The numbers from `first` to `last` whose digits the pattern allows."""
    if "X" not in pattern:
        return (int(pattern),) if first <= int(pattern) <= last else ()
    if pattern.strip("X") == "":
        return range(first, last + 1)
    return [number for number in range(first, last + 1) if _fits(pattern, f"{number:0{len(pattern)}}")]


def _fits(pattern: str, digits: str) -> bool:
    return all(a in ("X", b) for a, b in zip(pattern, digits, strict=True))


def _in_year(padded: str, year: int) -> Iterator[Range]:
    if not 1 <= year <= 9999:
        return
    if padded[5:] == "XX-XX":
        yield date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
        return
    for month in _numbers(padded[5:7], 1, 12):
        yield from _in_month(padded[8:], year, month)


def _in_month(day: str, year: int, month: int) -> Iterator[Range]:
    last = monthrange(year, month)[1]
    before = date(year, month, 1).toordinal() - 1
    if day == "XX":
        yield before + 1, before + last
        return
    for number in _numbers(day, 1, last):
        yield before + number, before + number
