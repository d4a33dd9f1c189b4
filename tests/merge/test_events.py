"""What an event says: who backs which value, what contradicts it, how its status moved, which articles are one source."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pydantic import TypeAdapter
from tests.merge.support import PLACES, clip, mou, one_mou, one_trip, stop, trip

from clipper.merge import Event, event_schema, merge_clips
from clipper.records import Clip, Copy, Organization, Person, Trip

SCHEMA = Path(__file__).with_name("event.schema.json")


def test_the_schema_changes_only_on_purpose() -> None:
    """On purpose: `clipper schema --events > tests/merge/event.schema.json`, and a line in CHANGELOG.md."""
    assert event_schema() == json.loads(SCHEMA.read_text("utf-8"))


def test_an_event_reads_back_as_it_was_written() -> None:
    events = merge_clips([clip("a", trip(start="2025-06-20"), mou(date="2025-06-20"))])
    assert {event.kind for event in events} == {"trip", "mou"}
    assert [TypeAdapter(Event).validate_json(event.model_dump_json()) for event in events] == list(events)


def test_conflicts_stand_side_by_side() -> None:
    event = one_trip(
        clip("a", trip(start="2025-06-20", end="2025-06-23", nights=3), told="2025-06-10"),
        clip("b", trip(start="2025-06-19", end="2025-06-23", nights=4), told="2025-06-11"),
        clip("c", trip(start="2025-06-20", end="2025-06-23"), told="2025-06-12"),
    )
    assert event.start is not None and event.end is not None and event.nights is not None
    assert (event.start.value, event.start.sources) == ("2025-06-20", (0, 2))
    assert [(other.value, other.sources) for other in event.start.others] == [("2025-06-19", (1,))]
    assert (event.end.value, event.end.sources, event.end.others) == ("2025-06-23", (0, 1, 2), ())
    assert [event.nights.value, *(other.value for other in event.nights.others)] == [3, 4]


def test_an_open_date_is_closed_by_another_source_that_is_named() -> None:
    event = one_trip(
        clip("open", trip(start="XXXX-06-20", end="XXXX-06-23", stops=(stop("XXXX-06-22"),)), told=None),
        clip("whole", trip(stops=(stop("2025-06-21", visits=("시청",)),), status="ongoing"), told="2025-06-21"),
    )
    assert [source.title for source in event.sources] == ["whole", "open"]
    assert event.start is not None
    assert (event.start.value, event.start.sources, event.start.closed_by) == ("2025-06-20", (1,), (0,))
    days = [(each.date.value, each.date.sources, each.date.closed_by) for each in event.stops if each.date]
    assert days == [("2025-06-21", (0,), ()), ("2025-06-22", (1,), (0,))]


def test_an_open_date_that_says_the_same_backs_the_whole_one() -> None:
    event = one_mou(
        clip("a", mou(date="XXXX-06-12", place=PLACES["다르항"]), told=None), clip("b", mou(date="2025-06-12", place=PLACES["다르항"])),
    )
    assert event.date is not None
    assert (event.date.value, event.date.sources, event.date.closed_by, event.date.others) == ("2025-06-12", (0, 1), (), ())


def test_what_was_done_counts_more_than_what_was_planned() -> None:
    event = one_mou(
        clip("plan-1", mou(date="2025-06-12", status="planned"), told="2025-06-02"),
        clip("plan-2", mou(date="2025-06-12", status="planned"), told="2025-06-03"),
        clip("done", mou(date="2025-06-13"), told="2025-06-13"),
    )
    assert event.date is not None
    assert (event.date.value, [other.value for other in event.date.others]) == ("2025-06-13", ["2025-06-12"])


def test_the_history_keeps_all_steps_with_days_and_sources() -> None:
    event = one_mou(
        clip("plan", mou(date="2025-06-12", status="planned"), told="2025-06-02"),
        clip("again", mou(date="2025-06-12", status="planned"), told="2025-06-05"),
        clip("done", mou(date="2025-06-12"), told="2025-06-13"),
        clip("late", mou(date="2025-06-12", status="planned"), told="2025-06-14"),
        clip("history", mou(date="2025-06-12", status="ended", background=True), told="2026-01-10"),
    )
    assert event.status == "signed"  # later news of a plan undoes nothing, background moves nothing
    assert [(step.status, step.told, step.background, step.sources) for step in event.history] == [
        ("planned", "2025-06-02", False, (0, 1)), ("signed", "2025-06-13", False, (2,)),
        ("planned", "2025-06-14", False, (3,)), ("ended", "2026-01-10", True, (4,)),
    ]
    assert not event.background


@pytest.mark.parametrize(
    ("told", "status"),
    [
        (("planned", "cancelled"), "cancelled"),
        (("planned", "postponed", "planned"), "planned"),
        (("planned", "postponed", "completed"), "completed"),
        (("ongoing", "planned"), "ongoing"),
        (("completed", "postponed"), "completed"),
    ],
)
def test_where_a_journey_stands(told: tuple[str, ...], status: str) -> None:
    clips = [
        clip(f"{n}-{name}", trip(start="2025-06-20", end="2025-06-23", status=name), told=f"2025-06-1{n}")
        for n, name in enumerate(told)
    ]
    assert one_trip(*clips).status == status


def test_only_background_is_background() -> None:
    (event,) = merge_clips([clip("a", mou(date="2024-06", background=True), told="2025-06-10")])
    assert (event.background, event.status) == (True, "signed")


def test_a_country_goes_where_another_article_names_the_town() -> None:
    event = one_trip(
        clip("a", trip(to=("몽골",), start="2025-06-20"), told="2025-06-10"),
        clip("b", trip(to=("다르항",), start="2025-06-20"), told="2025-06-11"),
    )
    assert [(place.value.name, place.sources) for place in event.destinations] == [("다르항", (1,))]


def test_spellings_of_one_value_are_one_with_all_sources() -> None:
    def telling(sender: str, leader: Person) -> Trip:
        return trip(start="2025-06-20", organization=Organization(name=sender)).model_copy(update={"leader": leader})

    event = one_trip(
        clip("a", telling("대전시", Person(name="한봄")), told="2025-06-10"),
        clip("b", telling("대전광역시", Person(name="한봄", title="시장")), told="2025-06-11"),
    )
    assert event.organization is not None and event.leader is not None
    assert (event.organization.value.name, event.organization.value.aliases) == ("대전광역시", ("대전시",))
    assert event.organization.sources == (0, 1)
    assert (event.leader.value, event.leader.others) == (Person(name="한봄", title="시장"), ())


@pytest.mark.parametrize(
    "again",
    [
        pytest.param(clip("a", mou(date="2025-06-12"), path="elsewhere.html"), id="the same bytes"),
        pytest.param(clip("a", mou(date="2025-06-12"), sha256="f" * 64), id="the same address"),
        pytest.param(clip("a", mou(date="2025-06-12"), sha256="f" * 64, url="https://other.example/1"), id="the same text"),
    ],
)
def test_an_article_that_comes_twice_is_one_source(again: Clip) -> None:
    event = one_mou(clip("a", mou(date="2025-06-12")), again)
    assert len(event.sources) == 1
    assert len(event.sources[0].copies) == 1
    assert event.parties[0].sources == (0,)


def test_copies_that_a_clip_lists_stay_with_it() -> None:
    copy = Copy(url="https://other.example/1", likeness=0.9)
    event = one_mou(clip("a", mou(date="2025-06-12")).model_copy(update={"copies": (copy,)}))
    assert [place.url for place in event.sources[0].copies] == ["https://other.example/1"]


def test_stops_of_one_day_and_place_are_one_stop() -> None:
    town, capital = stop("2025-06-21", visits=("시청",)), stop("2025-06-22", "울란바토르")
    school, museum = stop("2025-06-21", visits=("다르항대학교",)), stop(None, visits=("박물관",))
    event = one_trip(
        clip("a", trip(start="2025-06-20", stops=(town, capital)), told="2025-06-10"),
        clip("b", trip(start="2025-06-20", stops=(school, museum)), told="2025-06-11"),
    )
    assert [
        (each.date.value if each.date else None, each.place.value.name if each.place else None, [visit.value for visit in each.visits])
        for each in event.stops
    ] == [("2025-06-21", "다르항", ["시청", "다르항대학교", "박물관"]), ("2025-06-22", "울란바토르", [])]
