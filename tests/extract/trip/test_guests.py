"""Guests who come, delegations by their words, goals before the traveller, members of a body told before. All people are invented."""

import pytest

from .conftest import Find


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("일본 요나고시의회 다나카 이치로 의장 등 8명이 지난 7일 나주시의회를 방문했다.", "요나고시의회"),
        ("박도윤 나주시장은 지난 7일 베트남 다낭시 대표단을 맞아 교류 방안을 논의했다.", "다낭시"),
        ("나주시는 지난 7일 몽골 울란바토르시 교육청 방문단을 접견했다.", "울란바토르시 교육청"),
    ],
)
def test_guests(find: Find, text: str, body: str) -> None:
    (trip,) = find(text)
    assert (trip.direction, trip.start, trip.countries) == ("inbound", "2024-05-07", ("KR",))
    assert trip.organization is not None
    assert trip.organization.name == body


@pytest.mark.parametrize(
    "text",
    ["박도윤 나주시장은 9일 관내 기업 대표단을 접견하고 의견을 나눴다.", "나주시가 봄을 맞아 견학단을 모집한다."],
)
def test_no_guests(find: Find, text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "body", "group"),
    [
        ("해솔시 국제교류 추진단은 11일부터 16일까지 태국 방콕을 찾는다.", "해솔시", ["추진단"]),
        ("경기도교육청은 11일부터 ‘교류망 조성 추진단’ 18명이 태국 방콕을 방문한다고 밝혔다.", "경기도교육청", ["추진단"]),
        ("나주상공회의소 회원사 20곳으로 꾸린 경제사절단이 13일 태국 방콕으로 떠난다.", "나주상공회의소", ["경제사절단"]),
    ],
)
def test_delegations(find: Find, text: str, body: str, group: list[str]) -> None:
    (trip,) = find(text)
    assert trip.organization is not None
    assert trip.organization.name == body
    assert [who.name for who in trip.companions] == group


def test_a_goal_before_the_traveller(find: Find) -> None:
    (trip,) = find("독일 뮌헨에서 열리는 박람회에 참석하기 위해 한지훈 해솔시장이 13일 출국한다.")
    assert [place.name for place in trip.destinations] == ["뮌헨"]


def test_what_others_hold_is_no_goal(find: Find) -> None:
    assert find("독일 뮌헨에서 열리는 박람회를 앞두고 항공편이 늘어 한지훈 해솔시장이 13일 출국한다.") == []


def test_members_of_the_body_told_before(find: Find) -> None:
    (trip,) = find("해솔군의회가 국외연수에 나선다.", "의원 7명은 13일부터 20일까지 호주와 뉴질랜드를 둘러본다.")
    assert trip.organization is not None
    assert (trip.organization.name, trip.countries) == ("해솔군의회", ("AU", "NZ"))


def test_who_comes_home_later_is_not_yet_home(find: Find) -> None:
    (trip,) = find("이도현 대통령이 8일 미국 순방길에 올랐다. 이 대통령은 워싱턴DC에서 정상회담을 하고 12일 귀국한다.")
    assert (trip.status, trip.end) == ("ongoing", "2024-05-12")


@pytest.mark.parametrize(
    ("text", "leader", "body"),
    [
        ("나주시청을 찾은 레 반 남 베트남 다낭시 부시장을 박도윤 나주시장이 지난 7일 접견했다.", "레 반 남", "베트남 다낭시"),
        ("한편 1박 2일 일정으로 나주시를 방문하는 다나카 게이시 시장 등 일행은 공장을 둘러볼 예정이다.", "다나카 게이시", None),
        ("몽골 초원당 대외위원회 일행 15명이 13일부터 방한한다.", None, "대외위원회"),
        ("세계기금위원회가 13일부터 방한한다.", None, "세계기금위원회"),
    ],
)
def test_guests_of_whom_little_is_told(find: Find, text: str, leader: str | None, body: str | None) -> None:
    (trip,) = find(text)
    assert (trip.direction, trip.countries) == ("inbound", ("KR",))
    assert (trip.leader and trip.leader.name, trip.organization and trip.organization.name) == (leader, body)


def test_a_country_sends_a_delegation_to_ours(find: Find) -> None:
    (trip,) = find("몽골이 한국에 고위 대표단을 파견한다.", "몽골 우호대표단이 오는 20일부터 사흘 동안 방한한다고 밝혔다.")
    assert (trip.direction, trip.start, trip.end) == ("inbound", "2024-05-20", "2024-05-22")


def test_a_head_of_state_by_his_surname(find: Find) -> None:
    (trip,) = find(
        "시한빙 중국 국가주석이 5일부터 10일까지 몽골과 헝가리를 국빈 방문한다.",
        "중국 외교부는 시 주석이 다음 달 5일 몽골을 방문한다고 발표했다.",
    )
    assert trip.leader is not None
    assert (trip.direction, trip.leader.name) == ("foreign", "시한빙")
