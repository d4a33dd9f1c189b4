"""Travellers told by surname and title, run together with what follows, or with foreign names. All people are invented."""

import pytest

from .conftest import Find


@pytest.mark.parametrize(
    ("text", "name", "title", "body"),
    [
        ("10일 서울시에 따르면 박 시장은 오는 13일부터 16일까지 일본 도쿄를 방문한다.", "박", "시장", "서울시"),
        ("충남도는 투자 유치에 나선다. 김 지사는 오는 13일 미국 보스턴으로 출국한다.", "김", "지사", "충남도"),
        ("외교부는 회담을 준비한다. 한장관일행은 15일 일본 도쿄를 방문한다.", "한", "장관", "외교부"),
        ("서울시는 한지훈 시장이 나선다고 밝혔다. 한 시장은 13일 미국 보스턴으로 출국한다.", "한지훈", "시장", "서울시"),
    ],
)
def test_a_surname_is_the_head_of_the_body_that_the_article_opens_with(find: Find, text: str, name: str, title: str, body: str) -> None:
    (trip,) = find(text)
    assert trip.leader is not None
    assert (trip.leader.name, trip.leader.title) == (name, title)
    assert trip.organization is not None
    assert trip.organization.name == body


@pytest.mark.parametrize(
    "text",
    [
        "박 시장은 오는 13일 일본 도쿄를 방문한다.",  # of no city
        "서울시는 밝혔다. 전 시장은 13일 일본 도쿄를 방문한다.",  # a former mayor
        "서울시는 밝혔다. 이 시장은 일본 도쿄로 이동한 상인들이 세웠다.",  # this market
        "서울시와 부산시는 밝혔다. 대전시는 알렸다. 박 시장은 13일 일본 도쿄를 방문한다.",  # of which city?
    ],
)
def test_a_surname_alone_names_nobody(find: Find, text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "조선호장관등은 13일 미국을 방문하기 위해 출국했다.",
        "조선호 장관일행은 오는 13일 미국을 방문한다.",
    ],
)
def test_others_run_together_with_the_title(find: Find, text: str) -> None:
    assert [trip.leader.name for trip in find(text) if trip.leader] == ["조선호"]


def test_a_foreign_name_that_ends_as_a_city(find: Find) -> None:
    (trip,) = find("마르코 로시 이탈리아 외교장관이 9일 방한했다.")
    assert trip.leader is not None
    assert (trip.leader.name, trip.leader.organization) == ("마르코 로시", "이탈리아")


def test_a_journey_told_for_contrast_is_another(find: Find) -> None:
    trips = find("한지훈 해솔시장은 13일 미국으로 출국한다. 올해 1월 한 시장이 일본에 다녀오며 혼자 나섰던 것과 달리 넷이 간다.")
    assert [trip.countries for trip in trips if not trip.background] == [("US",)]
