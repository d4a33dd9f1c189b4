"""The calendar, read again by another library."""

from __future__ import annotations

import datetime
import io
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from clipper.export.calendar import write_calendar
from clipper.export.ical import FOLD, folded, text
from clipper.labels import Language
from clipper.records import Clip, Failure, Mou, Trip


def written(*outcomes: Clip | Failure, language: Language = "en") -> tuple[str, int]:
    out = io.StringIO(newline="")
    left_out = write_calendar(outcomes, out, language=language)
    return out.getvalue(), left_out


def events(*outcomes: Clip | Failure, language: Language = "en") -> list[Any]:
    return list(Calendar.from_ical(written(*outcomes, language=language)[0].encode()).walk("VEVENT"))


def dated(clip: Clip, **values: object) -> Clip:
    """The clip with these values for its trip; its stops and agreement dated too."""
    trip, mou = clip.records
    assert isinstance(trip, Trip) and isinstance(mou, Mou)
    stops = (trip.stops[0].model_copy(update={"date": "2025-06-09", "until": "2025-06-10"}), trip.stops[1])
    trip = trip.model_copy(update={"start": "2025-06-09", "end": "2025-06-12", "stops": stops, **values})
    return clip.model_copy(update={"records": (trip, mou.model_copy(update={"date": "2025-06-10"}))})


def test_one_entry_for_each_trip_dated_stop_and_dated_agreement(clip: Clip, failure: Failure) -> None:
    trip, stop, mou = events(dated(clip), failure)
    assert str(trip["summary"]) == "[Planned] 한봄 가온시 시장 → 다르항"
    assert (trip["dtstart"].dt, trip["dtend"].dt) == (datetime.date(2025, 6, 9), datetime.date(2025, 6, 13))
    assert str(stop["summary"]) == "[Planned] 한봄 가온시 시장: 면담"
    assert (stop["dtstart"].dt, stop["dtend"].dt) == (datetime.date(2025, 6, 9), datetime.date(2025, 6, 11))
    assert str(mou["summary"]) == "[Planned] 나래대; 본교 · 샘\\터: MOU"
    assert str(trip["location"]) == "다르항, Mongolia"
    assert str(trip["url"]) == "https://news.example/1"


def test_labels_are_in_the_language_asked_for(clip: Clip) -> None:
    trip, *_ = events(dated(clip), language="ko")
    assert str(trip["summary"]).startswith("[예정]")
    assert str(trip["location"]).endswith("몽골")


def test_open_dates_make_no_entry_and_are_counted(clip: Clip) -> None:
    text_, left_out = written(clip)
    assert left_out == 2
    assert "VEVENT" not in text_


def test_an_end_before_the_start_or_years_later_is_left_aside(clip: Clip) -> None:
    for end in ("2025-06-08", "2035-06-12", "XXXX-06-12", None):
        trip, *_ = events(dated(clip, end=end))
        assert trip["dtend"].dt == datetime.date(2025, 6, 10)


def test_what_is_cancelled_says_so(clip: Clip) -> None:
    status = {status: str(events(dated(clip, status=status))[0]["status"]) for status in ("cancelled", "postponed", "planned")}
    assert status == {"cancelled": "CANCELLED", "postponed": "TENTATIVE", "planned": "CONFIRMED"}


def test_entries_are_stamped_by_the_article_and_known_again(clip: Clip) -> None:
    article = clip.article.model_copy(update={"published": "2025-06-01T09:00:00+09:00"})
    found = events(dated(clip.model_copy(update={"article": article})))
    assert {event["dtstamp"].dt for event in found} == {datetime.datetime(2025, 6, 1, tzinfo=datetime.UTC)}
    assert len({str(event["uid"]) for event in found}) == 3
    assert written(dated(clip)) == written(dated(clip))


def test_an_article_told_twice_has_its_entries_once(clip: Clip) -> None:
    assert len(events(dated(clip), dated(clip))) == 3


def test_words_of_a_page_add_no_lines(clip: Clip) -> None:
    words = "x\r\nEND:VEVENT\nBEGIN:VALARM\x85ATTACH:http://evil.example/\u2028;,\\"
    hostile = dated(clip, purpose=words, id=words)
    (trip, *_), source = events(hostile), written(hostile)[0]
    assert str(trip["description"]).startswith("x\nEND:VEVENT\nBEGIN:VALARM\nATTACH:http://evil.example/\n;,\\")
    assert source.count("END:VEVENT\r\n") == 3
    assert "\nBEGIN:VALARM" not in source


def test_an_address_that_is_none_of_the_web_is_no_url(clip: Clip) -> None:
    source = clip.source.model_copy(update={"url": "javascript:alert(1)"})
    assert "url" not in events(dated(clip.model_copy(update={"source": source})))[0]


def test_addresses_are_written_in_ascii(clip: Clip) -> None:
    source = clip.source.model_copy(update={"url": "https://news.example/기사?a=%20b"})
    url = str(events(dated(clip.model_copy(update={"source": source})))[0]["url"])
    assert url == "https://news.example/%EA%B8%B0%EC%82%AC?a=%20b"


@given(st.text(st.characters(codec="utf-8")))
def test_no_line_is_longer_than_75_octets_and_none_is_lost(value: str) -> None:
    line = folded("SUMMARY", text(value))
    assert all(len(part) <= FOLD for part in line.encode().split(b"\r\n"))
    assert line.replace("\r\n ", "") == f"SUMMARY:{text(value)}\r\n"
    assert line.encode().decode() == line
