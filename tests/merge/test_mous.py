"""Which records are one agreement."""

from __future__ import annotations

import pytest
from tests.merge.support import PLACES, clip, mou, one_mou, told_together

from clipper.records import Mou, Organization

SIGNED = mou(date="2025-06-12")


def together(one: Mou, other: Mou, *, first: str | None = "2025-06-12", then: str | None = "2025-06-13") -> bool:
    """Whether two articles of these days tell of one agreement."""
    return len(told_together(clip("a", one, told=first), clip("b", other, told=then))) == 1


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(mou(date="2025-06-12", subject=None), id="the same day, no subject"),
        pytest.param(mou(announced="2025-06-13"), id="only the day of the announcement"),
        pytest.param(mou(date="2025-06-13"), id="a day later"),
        pytest.param(mou(date="XXXX-06-12"), id="an open year"),
        pytest.param(mou(date="2025-06"), id="only the month"),
        pytest.param(mou(parties=("가온시", "나래대", "다온연구원"), date="2025-06-12"), id="one party more"),
        pytest.param(mou(parties=("가온시",), subject="나래대학교와 양자 인력 양성", date="2025-06-12"), id="a party in the subject"),
        pytest.param(mou(type="agreement", date="2025-06-12"), id="called an agreement"),
        pytest.param(mou(), id="no day at all, told the day after"),
    ],
)
def test_tellings_of_one_agreement(other: Mou) -> None:
    assert together(SIGNED, other)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(mou(date="2025-09-12"), id="signed again later"),
        pytest.param(mou(parties=("가온시", "다온연구원"), date="2025-06-12"), id="another counterpart on that day"),
        pytest.param(mou(parties=("다온연구원", "라온재단"), date="2025-06-12"), id="others"),
        pytest.param(mou(subject="수소버스 보급", announced="2025-06-13"), id="another subject that week"),
        pytest.param(mou(date="2024-06-12", background=True), id="the year before"),
    ],
)
def test_agreements_that_are_nearly_the_same(other: Mou) -> None:
    assert not together(SIGNED, other)


def test_a_signing_put_off_is_the_one_that_was_planned() -> None:
    planned = mou(date="2025-06-12", status="planned")
    assert together(planned, mou(date="2025-07-03"), first="2025-06-05", then="2025-07-04")
    assert not together(planned, mou(date="2025-07-03", subject="수소버스 보급"), first="2025-06-05", then="2025-07-04")
    assert not together(planned, mou(date="2025-12-20"), first="2025-06-05", then="2025-12-21")


def test_cities_become_sisters_once() -> None:
    proposed = mou(("가온시", "다르항시"), None, type="sister_city", status="proposed")
    signed = mou(("가온시", "다르항시"), None, type="sister_city", date="2025-06-12")
    assert together(proposed, signed, first="2024-11-02")


def test_members_that_tell_only_themselves_are_joined_by_the_article_with_all() -> None:
    one = clip("one", mou(parties=("가온시", "나래대학교"), date="2025-06-12"))
    two = clip("two", mou(parties=("다온연구원", "라온재단"), date="2025-06-12"))
    whole = clip("whole", mou(parties=("가온시", "나래대학교", "다온연구원", "라온재단"), date="2025-06-12"))
    assert len(told_together(one, two)) == 2
    assert told_together(one, two, whole) == {frozenset({"one", "two", "whole"})}


def test_two_agreements_of_one_article_stay_two_and_find_their_other_tellings() -> None:
    quantum, hydrogen = mou(date="2025-06-12"), mou(id="mou-2", date="2025-06-12", subject="수소버스 보급")
    both = clip("both", quantum, hydrogen)
    events = told_together(both, clip("q", quantum), clip("h", hydrogen.model_copy(update={"id": "mou-9"})))
    assert events == {frozenset({"both", "q"}), frozenset({"both", "h"})}


def test_a_short_form_that_another_article_explains() -> None:
    full = Organization(name="가야산드론산업협동조합", aliases=("가야드론조합",))
    told = [mou(parties=(name, "가온시"), date="2025-06-12") for name in ("가야드론조합", "가야산드론산업협동조합")]
    clips = [clip("short", told[0]), clip("long", told[1])]
    explained = clip("full", mou(date="2025-06-12").model_copy(update={"parties": (full, Organization(name="가온시"))}))
    event = one_mou(*clips, explained)
    assert [(party.value.name, party.value.aliases, party.sources) for party in event.parties] == [
        ("가야산드론산업협동조합", ("가야드론조합",), (0, 1, 2)), ("가온시", (), (0, 1, 2)),
    ]


def test_talks_that_two_articles_of_one_day_tell_of() -> None:
    talks = mou(subject=None, status="proposed")
    assert together(talks, talks, first="2025-06-12", then="2025-06-13")
    assert not together(talks, talks, first="2025-06-12", then="2025-09-13")


def test_places_of_signing_speak_for_one_agreement() -> None:
    here = mou(date="2025-06-12", place=PLACES["오사카"])
    assert together(here, mou(date="2025-06-12", place=PLACES["오사카"], subject="대학생 연수"))
