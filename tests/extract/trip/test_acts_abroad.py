"""Journeys without a word of travel: who was there when something was done, whose delegation a line tells of. All people are invented."""

import pytest

from .conftest import Find


@pytest.mark.parametrize(
    ("text", "leader", "city"),
    [
        ("다솜도자기는 4월 중국 장시성 푸시에서 한지훈 여주시장과 도예가들이 참석한 가운데 가마 점화식을 열었다.", "한지훈", "푸시"),
        ("온새시는 지난 3일 일본 나가사키시에서 문가온 온새시장, 한지훈 의장 등이 참석한 가운데 기념식을 열었다.", "문가온", "나가사키시"),
        ("온새건설은 7일 자카르타에서 문가온 대표이사와 현지 관계자들이 참석한 가운데 착공식을 개최했다.", "문가온", "자카르타"),
        ("온새건설의 신도시 준공식이 문가온 온새건설 회장 등 80여명이 참석한 가운데 7일 하노이에서 열렸다.", "문가온", "하노이"),
        ("한지훈 기후부 장관은 7일 파리에서 열린 각료회의에서 협력이 중요하다고 강조했다.", "한지훈", "파리"),
        ("온새전자 문가온 사장은 7일 브로츠와프 공장에서 열린 준공식에서 “시장을 넓히겠다”고 말했다.", "문가온", "브로츠와프"),
        ("한지훈 국무총리는 7일 총회 참석을 계기로 뉴욕에서 문가온 전 총장과 조찬을 했다.", "한지훈", "뉴욕"),
        ("다솜중기 사무소 개소식이 한지훈 다솜중기 사장 등이 참석한 가운데 7일 개성공단 건설 예정지에서 열렸다.", "한지훈", "개성공단"),
    ],
)
def test_those_present(find: Find, text: str, leader: str, city: str) -> None:
    (trip,) = find(text)
    assert trip.leader is not None
    assert (trip.leader.name, trip.status, [place.name for place in trip.destinations]) == (leader, "completed", [city])


@pytest.mark.parametrize(
    "text",
    [
        "나루무역관은 7일 하노이에서 응우옌 반 하이 차관 등이 참석한 가운데 상담회를 열었다.",
        "나루무역관은 7일 베트남 하노이에서 문가온 주베트남 대사 등이 참석한 가운데 상담회를 열었다.",
        "한지훈 기후부 장관은 파리에서 열린 총회에 대해 “협력이 중요하다”고 말했다.",
        "한지훈 나주시장은 7일 도쿄에서 열린 행사에서 화상으로 “협력하겠다”고 말했다.",
        "재미동포 한지훈 회장은 7일 뉴욕에서 열린 총회에서 “하나가 되자”고 말했다.",
        "한지훈 다솜증권 연구원은 뉴욕에서 열린 회의에서 “금리가 오를 것”이라고 말했다.",
        "나루축제가 한지훈 나루시장 등이 참석한 가운데 7일 나주에서 열렸다.",
        "나루시는 7일 시청에서 한지훈 시장 등이 참석한 가운데 중국 칭다오시 대표단 환영식을 열었다.",
    ],
)
def test_hosts_and_residents_are_no_travellers(find: Find, text: str) -> None:
    assert find(text) == []


def test_a_delegation_told_behind_what_its_city_did_abroad(find: Find) -> None:
    (trip,) = find(
        "여주시는 중국 허베이(河北)성 징더(景德)시에서 쌀 시식회와 홍보활동을 펼쳤다고 8일 밝혔다.",
        "한지훈 시장을 단장으로 한 방문단은 지난 5일부터 이날까지 백화점 세 곳을 돌며 수출 상담을 했다.",
        "방문단은 온새유통 물류센터도 찾았다.",
    )
    assert trip.leader is not None
    assert (trip.leader.name, trip.start, trip.end) == ("한지훈", "2024-05-05", "2024-05-08")
    assert ([place.name for place in trip.destinations], [who.name for who in trip.companions]) == (["징더"], ["방문단"])


def test_a_city_that_does_something_abroad_without_anybody_named(find: Find) -> None:
    assert find("여주시는 중국 허베이성 징더시에서 쌀 홍보활동을 펼쳤다고 8일 밝혔다.", "한지훈 시장은 “수출을 늘리겠다”고 말했다.") == []


def test_arrived_the_evening_before_a_day_of_steps(find: Find) -> None:
    (trip,) = find(
        "한지훈 대통령은 7일 독일 함부르크에서 항만 시찰을 끝으로 일정을 마쳤다.",
        "6일 저녁 함부르크에 도착한 한 대통령은 7일 하루 동안 조선소 견학과 오찬 등 일정을 소화했다.",
    )
    assert trip.start == "2024-05-06"


def test_a_firm_tells_what_its_head_did(find: Find) -> None:
    (trip,) = find("온새중공업은 문가온 사장이 미국 앨라배마주의 변압기 공장을 찾아 직원들을 격려했다고 7일 밝혔다.")
    assert trip.organization is not None
    assert trip.organization.name == "온새중공업"


def test_the_chair_of_a_council_leads_before_his_deputy(find: Find) -> None:
    (trip,) = find(
        "나주시의회는 4박 6일 일정으로 대만 타이중시를 방문했다고 밝혔다.",
        "이번 방문에는 문가온 의장과 한지훈 부의장, 이다솜 의원 등 8명이 함께했다.",
    )
    assert trip.leader is not None
    assert trip.leader.name == "문가온"
