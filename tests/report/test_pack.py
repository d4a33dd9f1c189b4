"""What of the clips comes into the page, and how."""

from __future__ import annotations

import doctest

import pytest
from tests.report.support import agreement, samples, trip

from clipper.data import rows
from clipper.records import Clip, Copy, Failure, Mou, Organization, Place, Stop
from clipper.report import dates, html, projection
from clipper.report.dates import days_of, span_of
from clipper.report.pack import pack, safe_link
from clipper.report.places import countries_of, points_of
from clipper.report.projection import project

HANOI = Place(name="하노이", country="VN", latitude=21.03, longitude=105.85)


def test_each_article_is_there_once_and_its_records_point_to_it() -> None:
    outcomes = samples()
    packed = pack(outcomes, lang="ko", title=None, date=None)
    clips = [outcome for outcome in outcomes if isinstance(outcome, Clip)]
    assert [article["title"] for article in packed["articles"]] == [clip.article.title for clip in clips]
    pointed = [(record["id"], record["article"]) for record in packed["records"]]
    assert pointed == [(record.id, i) for i, clip in enumerate(clips) for record in clip.records]


def test_evidence_is_counted_as_scripts_count() -> None:
    clip = agreement("😀😀 가온시와 협약", "가온시")
    [record] = pack([clip], lang="ko", title=None, date=None)["records"]
    [(field, paragraph, start, end)] = record["evidence"]
    units = "😀😀 가온시와 협약".encode("utf-16-le")
    assert (field, paragraph, units[2 * start : 2 * end].decode("utf-16-le")) == ("parties[0]", 0, "가온시")


def test_zeros_and_falsehoods_are_values() -> None:
    clip = agreement("당일 일정", "당일")
    record = trip(nights=0).model_copy(update={"confidence": 0.0})
    [packed] = pack([clip.model_copy(update={"records": (record,)})], lang="ko", title=None, date=None)["records"]
    assert (packed["nights"], packed["confidence"], packed["background"]) == (0, 0.0, False)


def test_examples_in_the_documentation_hold() -> None:
    for module in (dates, html, projection):
        assert doctest.testmod(module).failed == 0
        assert doctest.testmod(module).attempted > 0


def test_failures_are_kept_with_their_reason() -> None:
    failures = [outcome for outcome in samples() if isinstance(outcome, Failure)]
    missing = Failure.model_validate(
        {"source": {"path": "a.html"}, "error": {"code": "empty", "stage": "read", "message": "there is nothing in it"}}
    )
    packed = pack([*failures, missing], lang="ko", title=None, date=None)["failures"]
    assert packed[-1] == {"code": "empty", "stage": "read", "message": "there is nothing in it", "path": "a.html"}


def test_copies_are_listed_with_their_link() -> None:
    copies = (Copy(url="https://news.example/2", title="같은 기사", likeness=0.9), Copy(url="javascript:x", likeness=0.8))
    clip = agreement("가온시", "가온시").model_copy(update={"copies": copies})
    [article] = pack([clip], lang="ko", title=None, date=None)["articles"]
    assert [copy.get("link") for copy in article["copies"]] == ["https://news.example/2", None]


@pytest.mark.parametrize("url", ["https://news.example/1?a=b#c", "http://news.example", "HTTPS://news.example/뉴스"])
def test_sources_on_the_web_are_linked(url: str) -> None:
    assert safe_link(url) == url


@pytest.mark.parametrize("url", [
    None, "", "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x",
    "file:///etc/passwd", "//news.example", "/news", "https://", "http:/", "vbscript:x", "https://[", "ftp://news.example",
])
def test_nothing_else_is_a_link(url: str | None) -> None:
    assert safe_link(url) is None


@pytest.mark.parametrize(("date", "days"), [
    ("2025-06-10", ("2025-06-10", "2025-06-10")), ("2024-02", ("2024-02-01", "2024-02-29")), ("2025", ("2025-01-01", "2025-12-31")),
    ("2025-06-XX", ("2025-06-01", "2025-06-30")), ("2025-XX-10", ("2025-01-10", "2025-12-10")),
    ("XXXX-06-10", None), ("XXXX-XX-21", None), (None, None),
])
def test_open_dates_are_spans_of_days(date: str | None, days: tuple[str, str] | None) -> None:
    assert days_of(date) == days


def test_the_days_of_a_trip_are_its_own_or_those_of_its_stops() -> None:
    stops = (Stop(date="2025-06-11"), Stop(date="2025-06-12", until="2025-06-14"), Stop(date="XXXX-06-20"))
    assert span_of(trip(start="2025-06-10", end="2025-06", stops=stops)) == ("2025-06-01", "2025-06-30")
    assert span_of(trip(start="XXXX-06-10", stops=stops)) == ("2025-06-11", "2025-06-14")
    assert span_of(trip()) is None


def test_the_day_of_an_agreement_is_its_signing_or_its_announcement() -> None:
    signed = Mou(id="mou-1", date="2025-06-10", announced="2025-06-12", confidence=1)
    assert span_of(signed) == ("2025-06-10", "2025-06-10")
    assert span_of(signed.model_copy(update={"date": "XXXX-XX-10"})) == ("2025-06-12", "2025-06-12")


def test_countries_are_those_of_destinations_and_counterparts() -> None:
    outbound = trip(place=HANOI, organization=Organization(name="대전시", country="KR"))
    assert countries_of(outbound.model_copy(update={"countries": ("VN",)})) == ["VN"]
    parties = (Organization(name="대전시", country="KR"), Organization(name="몽고메리카운티", country="US"))
    assert countries_of(Mou(id="mou-1", parties=parties, place=HANOI, confidence=1)) == ["VN", "KR", "US"]


def test_a_foreign_country_without_a_place_has_a_point_of_its_own() -> None:
    record = trip(place=HANOI, countries=("VN", "SG"))
    points = points_of(record, countries_of(record))
    assert [(name, code) for _, _, name, code in points] == [("하노이", "VN"), ("", "SG")]
    assert points_of(trip(countries=("KR",)), ["KR"]) == []


def corners(path: str) -> list[list[tuple[int, int]]]:
    """The rings of an outline of the map, from its SVG path."""
    rings = []
    for part in path.split("M")[1:]:
        head, _, steps = part.removesuffix("z").partition("l")
        x, y = map(int, head.replace("-", " -").split())
        numbers = [int(number) for number in steps.replace("-", " -").split()]
        ring = [(x, y)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        rings.append(ring)
    return rings


def holds(ring: list[tuple[int, int]], x: int, y: int) -> bool:
    """Whether a point lies in a ring: an odd number of its sides lie to the east."""
    sides = zip(ring, ring[1:] + ring[:1], strict=True)
    crossed = [(a, b) for a, b in sides if (a[1] > y) != (b[1] > y) and x < a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])]
    return len(crossed) % 2 == 1


def test_places_lie_in_the_outline_of_their_country() -> None:
    outlines = {row["code"]: corners(row["path"]) for row in rows("world_outlines") if row["code"]}
    cities = [row for row in rows("places_cities") if row["country"] in outlines and row["lat"]]
    inside = sum(
        any(holds(ring, *project(float(row["lat"]), float(row["lon"]))) for ring in outlines[row["country"]])
        for row in cities
    )
    # The others lie on coasts, which the map draws more simply than they are.
    assert inside / len(cities) > 0.9
    assert all(0 <= x <= 18000 for rings in outlines.values() for ring in rings for x, _ in ring)
