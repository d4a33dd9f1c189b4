"""The output contract: its schema, frozen values, evidence that holds, dates that exist."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from clipper.errors import ReadError
from clipper.records import (
    Article,
    Clip,
    Evidence,
    Failure,
    Mou,
    Organization,
    Person,
    Place,
    Source,
    Stop,
    Trip,
    check_date,
    check_duration,
    paths_of,
    ungrounded,
)

SCHEMA = Path(__file__).with_name("clip.schema.json")
PARAGRAPHS = ("한봄 시장은 9일 다르항을 방문한다.", "나래대와 협약을 맺는다.")


def clip_of(*records: Trip | Mou) -> Clip:
    return Clip(source=Source(extractor="test"), article=Article(paragraphs=PARAGRAPHS), records=records)


def seen(field: str, text: str) -> Evidence:
    number, paragraph = next((i, p) for i, p in enumerate(PARAGRAPHS) if text in p)
    start = paragraph.index(text)
    return Evidence(field=field, paragraph=number, start=start, end=start + len(text), text=text)


def test_the_schema_changes_only_on_purpose() -> None:
    """On purpose: `clipper schema > tests/records/clip.schema.json`, and a line in CHANGELOG.md."""
    assert Clip.model_json_schema(mode="serialization") == json.loads(SCHEMA.read_text("utf-8"))


def test_values_are_frozen_and_closed() -> None:
    with pytest.raises(ValidationError):
        Person(name="한봄").name = "김여름"  # type: ignore[misc]
    with pytest.raises(ValidationError):
        Person.model_validate({"name": "한봄", "age": 3})


def test_a_clip_with_evidence_for_every_value_stands() -> None:
    trip = Trip(id="1", leader=Person(name="한봄"), confidence=1, stops=(Stop(place=Place(name="다르항")),),
                evidence=(seen("leader", "한봄"), seen("stops[0].place", "다르항")))
    assert clip_of(trip).records == (trip,)


def test_a_value_without_evidence_breaks_the_clip() -> None:
    evidence = (seen("leader", "한봄"),)
    trip = Trip(id="1", leader=Person(name="한봄"), start="XXXX-XX-09", evidence=evidence, confidence=1)
    with pytest.raises(ValidationError, match="no evidence for start"):
        clip_of(trip)


@pytest.mark.parametrize("change", [{"paragraph": 1}, {"paragraph": 7}, {"start": 1, "end": 3}, {"text": "한밤"}])
def test_evidence_that_the_article_does_not_hold_breaks_the_clip(change: dict[str, int | str]) -> None:
    false = seen("leader", "한봄").model_copy(update=change)
    with pytest.raises(ValidationError, match="does not hold"):
        clip_of(Trip(id="1", leader=Person(name="한봄"), evidence=(false,), confidence=1))


@pytest.mark.parametrize("span", [(0, 3), (0, 1), (2, 0), (-1, 1)])
def test_a_span_is_as_long_as_its_text(span: tuple[int, int]) -> None:
    with pytest.raises(ValidationError):
        Evidence(field="leader", paragraph=0, start=span[0], end=span[1], text="한봄")


@given(st.lists(st.text(min_size=1), min_size=1), st.data())
def test_evidence_holds_where_it_was_cut_and_only_there(paragraphs: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(paragraphs) - 1))
    start = data.draw(st.integers(0, len(paragraphs[number]) - 1))
    end = data.draw(st.integers(start + 1, len(paragraphs[number])))
    cut = Evidence(field="leader", paragraph=number, start=start, end=end, text=paragraphs[number][start:end])
    assert cut.holds_in(paragraphs)
    other = [*paragraphs[:number], "\0" + paragraphs[number], *paragraphs[number + 1:]]
    assert not cut.holds_in(other) or cut.text == other[number][start:end]
    assert not cut.holds_in(paragraphs[:number])


def test_every_kind_of_value_asks_for_evidence() -> None:
    trip = Trip(id="1", direction="outbound", destinations=(Place(name="다르항"), Place(name="에르데네트")), nights=0,
                stops=(Stop(date="XXXX-XX-09", visits=("시청",), meets=(Organization(name="시의회"),)),), confidence=1)
    assert set(paths_of(trip)) == {
        "direction", "destinations[0]", "destinations[1]", "nights", "stops[0].date", "stops[0].visits[0]",
        "stops[0].meets[0]",
    }
    assert len(ungrounded(trip, PARAGRAPHS)) == 7


@pytest.mark.parametrize("text", [
    "2025-06-10", "2025-06", "2025", "XXXX-06-10", "XXXX-XX-21", "2025-XX-10", "XXXX-06", "2024-02-29", "XXXX-02-29",
    "XXXX-XX-31",
])
def test_open_dates(text: str) -> None:
    assert check_date(text) == text


@pytest.mark.parametrize("text", [
    "", "10", "06-10", "2025-6-1", "2025-13", "2025-00", "2025-02-29", "XXXX-02-30", "2025-06-31", "2025-06-00",
    "20250610", "-001",
    "2025-06-10T00:00", "2025-06-10\n", "２０２５",
])
def test_no_dates(text: str) -> None:
    with pytest.raises(ValueError, match=r"not an EDTF date|no such"):
        check_date(text)


@pytest.mark.parametrize("text", ["P5Y", "P18M", "P1Y6M", "P2W", "P10D"])
def test_durations(text: str) -> None:
    assert check_duration(text) == text


@pytest.mark.parametrize("text", ["", "P", "5Y", "P-1Y", "PT1H", "P1D1Y"])
def test_no_durations(text: str) -> None:
    with pytest.raises(ValueError, match="not an ISO 8601 duration"):
        check_duration(text)


def test_a_failure_has_the_shape_of_a_row() -> None:
    failure = Failure.of(ReadError("can't be read", where="a.html", hint="look at it", code="odd"))
    assert str(failure) == "a.html: read: can't be read (look at it)"
    assert (failure.error.code, failure.source.path, failure.records) == ("odd", "a.html", ())
    assert Failure.of(ReadError("x"), url="https://news.example/1").source.path is None
