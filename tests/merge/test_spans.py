"""When a record can have been: stretches of days out of open dates, and how two of them stand to each other."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.merge.spans import Dates, Span, best_fit, fit, fit_together, gap, readings, years_around

OPEN = st.sampled_from((None, "2025-06-10", "2025-06", "XXXX-06-10", "XXXX-XX-21", "XXXX-12-30", "2024", "XXXX-02"))


def days(span: Span) -> tuple[str, str]:
    return date.fromordinal(span.first).isoformat(), date.fromordinal(span.last).isoformat()


@pytest.mark.parametrize(
    ("dates", "first", "last"),
    [
        (Dates("2025-06-10", "2025-06-18"), "2025-06-10", "2025-06-18"),
        (Dates("2024-12-30", "XXXX-XX-02"), "2024-12-30", "2025-01-02"),
        (Dates("2025-06-10", length=5), "2025-06-10", "2025-06-14"),
        (Dates(end="2025-06-14", length=5), "2025-06-10", "2025-06-14"),
        (Dates("2025-06-10", between=("2025-06-12", "2025-06-16")), "2025-06-10", "2025-06-16"),
        (Dates(between=("2025-06-12", "XXXX-XX-11", "2025-01-01")), "2025-06-11", "2025-06-12"),
        (Dates("2025-06"), "2025-06-01", "2025-06-30"),
    ],
)
def test_the_days_of_a_journey(dates: Dates, first: str, last: str) -> None:
    (found,) = readings(dates, years_around(dates.years))
    assert days(found) == (first, last)


def test_an_open_year_may_be_any_that_is_tried() -> None:
    found = readings(Dates("XXXX-12-30", "XXXX-01-02"), (2023, 2024, 2025))
    assert [days(span) for span in found[:2]] == [("2023-12-30", "2024-01-02"), ("2024-12-30", "2025-01-02")]


@given(OPEN, OPEN, OPEN, OPEN)
def test_walking_side_by_side_finds_what_looking_at_all_pairs_finds(a: str | None, b: str | None, c: str | None, d: str | None) -> None:
    years = (2023, 2024, 2025)
    ones, others = readings(Dates(a, b), years), readings(Dates(c, d), years)
    rank = ["exact", "going", "near", "loose", "unknown", "apart"]
    pairs = [(rank.index(fit(one, other)), max(gap(one, other), 0)) for one in ones for other in others]
    found, between = best_fit(ones, others)
    assert (found == "unknown") == (not pairs)
    if pairs:
        assert rank.index(found) == min(pairs)[0]
        assert found == "apart" or (min(pairs)[0], between) == min(pairs)
    assert best_fit(others, ones)[0] == found


def test_three_that_fit_in_pairs_may_not_fit_together() -> None:
    """The 10th of June of some year can be 2024 or 2025, not both."""
    open_year = readings(Dates("XXXX-06-10", "XXXX-06-10"), (2023, 2024, 2025))
    known = [readings(Dates(day, day), ()) for day in ("2024-06-10", "2025-06-10")]
    assert all(best_fit(open_year, one)[0] == "exact" for one in known)
    assert fit_together([open_year, known[0]])
    assert not fit_together([open_year, *known])
