"""Events as CSV: what an analyst opens after merging."""

from __future__ import annotations

import csv
import io

import pytest
from tests.merge.support import clip, mou, one_mou, one_trip, stop, trip

from clipper.merge import Event, merge_clips, write_events_csv
from clipper.merge.record import record_of
from clipper.merge.table import EVENT_COLUMNS
from clipper.records import Amount, Mou, Organization, Person, Trip
from clipper.write.csv import RECORD_COLUMNS


def table(*events: Event, excel: bool = False) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    write_events_csv(events, out, excel=excel)
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def test_an_event_of_one_article_is_its_record() -> None:
    told = trip(
        companions=(Organization(name="가온상공회의소"), Person(name="김하나", title="국장")), start="2025-06-20", nights=3, days=4,
        purpose="교류 확대",
        stops=(stop("2025-06-20", activity="시장 면담", visits=("시청",), meets=(Person(name="바트"),)), stop(None, "울란바토르")),
    )
    signed = mou(date="2025-06-12", amounts=(Amount(value=1.5e11, currency="KRW", text="1500억원"),), term="P3Y")
    for record in (told, signed):
        (event,) = merge_clips([clip("a", record)])
        assert record_of(event) == record.model_copy(update={"id": event.id, "evidence": ()})


def test_a_row_has_what_most_speaks_for_and_what_is_disputed() -> None:
    event = one_mou(
        clip("plan", mou(status="planned", date="2025-06-11"), told="2025-06-02"),
        clip("one", mou(date="2025-06-12"), told="2025-06-13"),
        clip("two", mou(date="2025-06-12"), told="2025-06-14"),
    )
    (row,) = table(event)
    assert (row["kind"], row["status"], row["parties"], row["date"]) == ("mou", "signed", "가온시; 나래대학교", "2025-06-12")
    assert row["disputed"] == "date=2025-06-11"
    assert row["history"] == "2025-06-02 planned; 2025-06-13 signed"
    assert (row["articles"], row["first_told"], row["last_told"]) == ("3", "2025-06-02", "2025-06-14")
    assert row["article_titles"] == "plan; one; two"
    assert row["source_urls"] == "; ".join(f"https://news.example/{name}" for name in ("plan", "one", "two"))


def test_what_stops_dispute_says_which_stop() -> None:
    event = one_trip(
        clip("a", trip(start="2025-06-20", stops=(stop("2025-06-20", until="2025-06-22"),)), told="2025-06-10"),
        clip("b", trip(start="2025-06-20", stops=(stop("2025-06-20", until="2025-06-23"),)), told="2025-06-11"),
    )
    (row,) = table(event)
    (until,) = {"2025-06-22", "2025-06-23"} - {row["stops"].partition("/")[2].partition(" ")[0]}
    assert row["disputed"] == f"stops[0].until={until}"


@pytest.mark.parametrize("kind", [Trip, Mou])
def test_the_columns_are_those_of_records_and_always_the_same(kind: type) -> None:
    (row,) = table(one_trip(clip("a", trip())) if kind is Trip else one_mou(clip("a", mou())))
    assert tuple(row) == EVENT_COLUMNS
    assert EVENT_COLUMNS[: len(RECORD_COLUMNS) - 1] == RECORD_COLUMNS[:-1]


def test_no_cell_is_a_formula_and_excel_gets_its_mark() -> None:
    (row,) = table(one_mou(clip("=1+1", mou(title="=HYPERLINK(1)"))))
    assert (row["title"], row["article_titles"]) == ("'=HYPERLINK(1)", "'=1+1")
    out = io.StringIO(newline="")
    write_events_csv([], out, excel=True)
    assert out.getvalue() == "\ufeff" + ",".join(EVENT_COLUMNS) + "\r\n"
