"""Which records are one journey."""

from __future__ import annotations

import pytest
from tests.merge.support import clip, stop, told_together, trip

from clipper.merge import merge_clips
from clipper.records import Organization, Person, Trip

PLAN = trip(start="2025-06-20", end="2025-06-23")


def together(one: Trip, other: Trip, *, first: str | None = "2025-06-10", then: str | None = "2025-06-21") -> bool:
    """Whether two articles of these days tell of one journey."""
    return len(told_together(clip("a", one, told=first), clip("b", other, told=then))) == 1


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(trip(start="2025-06-20", end="2025-06-23", status="completed"), id="the same days"),
        pytest.param(trip(start="2025-06-19", end="2025-06-24"), id="counted from home"),
        pytest.param(trip(stops=(stop("2025-06-21"),), status="ongoing"), id="a day on the way"),
        pytest.param(trip(status="ongoing"), id="no day, told on the way"),
        pytest.param(trip(start="XXXX-06-20"), id="an open year"),
        pytest.param(trip(start="XXXX-XX-20", end="XXXX-XX-23"), id="only the days"),
        pytest.param(trip(start="2025-06"), id="only the month"),
        pytest.param(trip(leader=None, start="2025-06-20"), id="the delegation without its head"),
        pytest.param(trip(to=("울란바토르",), stops=(stop("2025-06-22", "울란바토르"),)), id="another place of the country"),
        pytest.param(trip(to=("몽골",), stops=(stop("2025-06-22", None),)), id="only the country"),
        pytest.param(trip(leader="한별", companions=(Person(name="한봄"),), start="2025-06-20"), id="told of a companion"),
    ],
)
def test_tellings_of_one_journey(other: Trip) -> None:
    assert together(PLAN, other)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(trip(start="2025-09-20", end="2025-09-23"), id="the next journey"),
        pytest.param(trip(start="2024-06-20", end="2024-06-23", status="completed", background=True), id="the year before"),
        pytest.param(trip(leader="한별", start="2025-06-20", end="2025-06-23"), id="another head"),
        pytest.param(trip(start="2025-06-25", end="2025-06-27"), id="right after, told whole"),
        pytest.param(trip(to=("오사카",), start="2025-06-26"), id="another country after"),
        pytest.param(trip(leader=None, organization=Organization(name="나래군"), start="2025-06-20"), id="another sender"),
        pytest.param(trip(leader=None, to=("오사카",), start="2025-06-20"), id="another delegation of the sender"),
        pytest.param(trip(start="XXXX-07-20"), id="an open year, another month"),
    ],
)
def test_journeys_that_are_nearly_the_same(other: Trip) -> None:
    assert not together(PLAN, other)


def test_without_any_day_nothing_is_guessed() -> None:
    assert not together(trip(), trip(status="completed"), first=None, then=None)
    seen = (stop(None, visits=("다르항시청",)),)
    assert together(trip(stops=seen), trip(status="completed", stops=seen), first=None, then=None)


def test_of_two_years_the_one_with_the_same_days_is_meant() -> None:
    """Both years are possible for the page without a year; only in one are the days the very same."""
    old = clip("old", trip(start="2024-02-05", end="2024-02-08"), told="2024-02-05")
    new = clip("new", trip(start="2025-02-04", end="2025-02-07"), told="2025-02-04")
    page = clip("page", trip(start="XXXX-02-04", end="XXXX-02-07"), told=None)
    assert told_together(old, new, page) == {frozenset({"old"}), frozenset({"new", "page"})}


def test_of_two_years_with_the_same_days_none_is_meant() -> None:
    years = [clip(year, trip(start=f"{year}-02-04", end=f"{year}-02-07"), told=f"{year}-02-04") for year in ("2024", "2025")]
    page = clip("page", trip(start="XXXX-02-04", end="XXXX-02-07"), told=None)
    assert told_together(*years, page) == {frozenset({"2024"}), frozenset({"2025"}), frozenset({"page"})}


def test_a_committee_goes_as_a_part_of_its_council_but_not_as_another_committee() -> None:
    council, first, second = (
        trip(leader=None, organization=Organization(name=name), start="2025-06-20")
        for name in ("가온시의회", "가온시의회 행정위원회", "가온시의회 복지위원회")
    )
    assert together(council, first)
    assert not together(first, second)


def test_parts_of_a_journey_are_joined_by_the_article_that_tells_the_whole() -> None:
    """A first and a last part are far apart; only the whole holds both."""
    first = clip("first", trip(stops=(stop("2025-06-02"),)), told="2025-06-02")
    last = clip("last", trip(to=("오사카",), stops=(stop("2025-06-13", "오사카"),)), told="2025-06-13")
    whole = clip("whole", trip(to=("다르항", "오사카"), start="2025-06-01", end="2025-06-14"), told="2025-05-30")
    assert len(told_together(first, last)) == 2
    assert told_together(first, last, whole) == {frozenset({"first", "last", "whole"})}


def test_a_vague_telling_does_not_join_what_contradicts() -> None:
    """The 20th of some month can be either; it must not make one journey of June and September, nor be put to one of them."""
    june = clip("june", trip(start="2025-06-20", end="2025-06-23"), told="2025-06-10")
    autumn = clip("autumn", trip(start="2025-09-20", end="2025-09-23"), told="2025-09-10")
    vague = clip("vague", trip(start="XXXX-XX-20", end="XXXX-XX-23"), told=None)
    events = told_together(june, autumn, vague)
    assert not any({"june", "autumn"} <= event for event in events)


def test_a_telling_without_days_between_two_journeys_joins_neither() -> None:
    """In the middle between two journeys, and as near to both: nobody knows which it tells of."""
    before = clip("before", trip(start="2025-06-01", end="2025-06-03"), told="2025-06-01")
    after = clip("after", trip(start="2025-06-21", end="2025-06-23"), told="2025-06-21")
    vague = clip("vague", trip(status="ongoing"), told="2025-06-12")
    assert told_together(before, after, vague) == {frozenset({name}) for name in ("before", "after", "vague")}


def test_a_journey_that_was_called_off_leaves_its_days_free_for_another() -> None:
    plan = clip("plan", PLAN, told="2025-06-10")
    off = clip("off", trip(start="2025-06-20", status="cancelled"), told="2025-06-18")
    instead = clip("instead", trip(to=("오사카",), start="2025-06-21"), told="2025-06-21")
    assert told_together(plan, off, instead) == {frozenset({"plan", "off"}), frozenset({"instead"})}


def test_a_month_and_a_day_of_some_month_are_not_the_same_news() -> None:
    """They may meet; that is no reason to take them for one."""
    assert not together(trip(start="XXXX-03", background=True), trip(start="XXXX-XX-07"), first=None, then=None)
    assert together(trip(start="XXXX-03"), trip(to=("몽골",), start="XXXX-03"), first=None, then=None)


def test_two_journeys_of_one_article_stay_two() -> None:
    both = clip("both", trip(id="trip-1", start="2025-06-20"), trip(id="trip-2", to=("울란바토르",), start="2025-06-21"))
    assert len(merge_clips([both])) == 2
