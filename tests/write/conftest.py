"""A clip with one trip and one agreement, every value grounded."""

from __future__ import annotations

import pytest

from clipper.errors import EmptyInputError
from clipper.records import (
    Amount,
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
    paths_of,
)

TEXT = "한봄 가온시장은 9일부터 12일까지 몽골 다르항을 방문해 나래대; 샘\\터와 150억원 업무협약을 맺는다."


def grounded(record: Trip | Mou) -> Trip | Mou:
    """The record with evidence (the first word of the article) for each of its values."""
    evidence = tuple(Evidence(field=path, paragraph=0, start=0, end=2, text=TEXT[:2]) for path in paths_of(record))
    return record.model_copy(update={"evidence": evidence})


@pytest.fixture
def clip() -> Clip:
    trip = Trip(
        id="trip-1", direction="outbound", status="planned",
        leader=Person(name="한봄", title="시장", organization="가온시"),
        organization=Organization(name="가온시"), companions=(Organization(name="경제사절단"), Person(title="부시장")),
        destinations=(Place(name="다르항", country="MN"),), countries=("MN",), start="XXXX-XX-09", end="XXXX-XX-12",
        nights=3, days=0, stops=(
            Stop(date="XXXX-XX-09", until="XXXX-XX-10", place=Place(name="다르항"), activity="면담", visits=("시청",)),
            Stop(visits=("시청", "대학"), meets=(Person(title="시장", organization="다르항시"),)),
        ), confidence=0.9,
    )
    mou = Mou(
        id="mou-1", type="mou", status="planned",
        parties=(Organization(name="나래대; 본교"), Organization(name="샘\\터")),
        subjects=("창업",), amounts=(Amount(value=15_000_000_000, currency="KRW", text="150억원"),), term="P3Y",
        confidence=0.876,
    )
    return Clip(
        source=Source(url="https://news.example/1", path="a.html", extractor="clipper test"),
        article=Article(title="=HYPERLINK(1)", authors=("한봄", "김\r\n여름"), paragraphs=(TEXT,)),
        records=(grounded(trip), grounded(mou)),
    )


@pytest.fixture
def failure() -> Failure:
    return Failure.of(EmptyInputError("there is nothing in it", where="b.html", hint="save it again"))
