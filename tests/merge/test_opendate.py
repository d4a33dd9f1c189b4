"""Open dates: two meet exactly if some day of the calendar is meant by both."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.merge.opendate import is_whole, meet, ranges
from clipper.records import check_date

YEARS = (2023, 2024, 2025)
DAYS = [date(2023, 1, 1) + timedelta(days=n) for n in range(3 * 365 + 1)]


@st.composite
def opened(draw: st.DrawFn) -> str:
    """A day of three years, written with some of its parts open or left out."""
    day = draw(st.sampled_from(DAYS))
    year = draw(st.sampled_from((f"{day.year:04}", "XXXX")))
    month = draw(st.sampled_from((f"{day.month:02}", "XX")))
    text = "-".join((year, month, draw(st.sampled_from((f"{day.day:02}", "XX")))))
    return text[: draw(st.sampled_from((4, 7, 10)))]


def days_of(text: str) -> set[date]:
    padded = text + "XXXX-XX-XX"[len(text) :]
    return {day for day in DAYS if all(a in ("X", b) for a, b in zip(padded, day.isoformat(), strict=True))}


@given(opened(), opened())
def test_two_dates_meet_where_they_share_a_day(one: str, other: str) -> None:
    met = meet(one, other)
    assert met == meet(other, one)
    assert days_of(met or "0000-00-00") == days_of(one) & days_of(other)
    if met is not None:
        assert check_date(met) == met
        assert meet(met, one) == met


@given(opened())
def test_the_days_of_a_date_are_those_of_the_calendar(text: str) -> None:
    found = {date.fromordinal(day) for first, last in ranges(text, YEARS) for day in range(first, last + 1)}
    assert found == (set() if set(text) <= set("X-") else days_of(text))


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("XXXX-XX-21", "2025-09-21", "2025-09-21"),
        ("XXXX-06-10", "2025", "2025-06-10"),
        ("2025-XX-10", "XXXX-06", "2025-06-10"),
        ("2025", "2025-06", "2025-06"),
        ("XXXX-06-10", "2025-06-11", None),
        ("XXXX-02-29", "2025-XX-XX", None),
        ("XXXX-02-29", "2024", "2024-02-29"),
        ("XXXX-XX-31", "XXXX-04", None),
    ],
)
def test_what_two_dates_can_both_mean(one: str, other: str, both: str | None) -> None:
    assert meet(one, other) == both


def test_only_a_day_of_the_calendar_is_whole() -> None:
    assert [is_whole(text) for text in ("2025-06-10", "2025-06", "XXXX-06-10")] == [True, False, False]
