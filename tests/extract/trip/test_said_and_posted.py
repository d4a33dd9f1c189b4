"""Journeys that are only spoken of, ambassadors on the road, and hosts at home."""

import pytest

from .conftest import Find


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("박도윤 산업부 장관은 국회에서 기자들과 만나 “오늘 저녁 비행기로 워싱턴에 간다”고 말했다.", ["워싱턴"]),
        ("한가람 나루그룹 회장은 8일 오전 김포공항에서 취재진과 만나 “도쿄에서 열리는 투자자 회의에 참석하러 간다”고 말했다.", ["도쿄"]),
    ],
)
def test_on_the_way_out(find: Find, text: str, places: list[str]) -> None:
    (trip,) = find(text)
    assert (trip.direction, [place.name for place in trip.destinations]) == ("outbound", places)


@pytest.mark.parametrize(
    "text",
    [
        "박도윤 장관은 “미국에 간다면 꼭 상무장관을 만나겠다”고 말했다.",
        "정하준 시장은 8일 “내년에는 더 많은 학생이 미국에 간다”고 밝혔다.",
        "정하준 대표는 “우리 제품이 미국에 간다”고 말했다.",
        "주한 페루대사관은 8일 강릉시청에서 사진전을 연다.",
        "다니엘 밀러 주한 미국대사는 8일 국회를 찾아 정하준 의장을 예방했다.",
    ],
)
def test_nobody_sets_out(find: Find, text: str) -> None:
    assert find(text) == []


def test_an_ambassador_to_us_at_a_city_hall(find: Find) -> None:
    (trip,) = find(
        "마리아 로페스 주한 페루대사가 7일 강릉시청을 찾아 정하준 강릉시장과 교류 방안을 논의했다.",
        "로페스 대사는 이어 오죽헌을 둘러봤다.",
    )
    assert trip.leader and trip.organization
    assert (trip.direction, trip.leader.name, trip.organization.name) == ("domestic", "마리아 로페스", "페루")
    assert [place.name for place in trip.destinations] == ["강릉시"]
    assert [one.name for stop in trip.stops for one in stop.meets] == ["정하준"]
    assert [name for stop in trip.stops for name in stop.visits] == ["강릉시청", "오죽헌"]


def test_guests_who_go_home(find: Find) -> None:
    (trip,) = find("바트 에르덴 몽골 환경장관이 7일 나주를 찾았다.", "그는 8일 서울에서 환경부 장관을 만난 뒤 9일 돌아간다.")
    assert (trip.start, trip.end) == ("2024-05-07", "2024-05-09")


def test_a_committee_of_a_parliament_abroad(find: Find) -> None:
    (trip,) = find("미국 하원 외교위원회 소속 의원 6명이 7일 방한해 판문점을 찾았다.")
    assert (trip.direction, trip.countries) == ("inbound", ("KR",))


def test_two_cities_are_no_hosts(find: Find) -> None:
    (trip,) = find("나주시가 교류를 넓힌다.", "정하준 시장을 비롯한 대표단은 10일부터 베트남 다낭시와 후에시에 머물며 시장 면담을 갖는다.")
    assert [one.name for stop in trip.stops for one in stop.meets] == []
    assert trip.leader and trip.leader.name == "정하준"


def test_the_journey_before_is_another(find: Find) -> None:
    (trip,) = find("지난 3일 영국 출장에서 돌아온 정하준 한빛그룹 회장은 7일 베트남으로 출국해 하노이를 방문했다.")
    assert ([place.name for place in trip.destinations], trip.start, trip.end) == (["하노이"], "2024-05-07", None)


def test_boarding_is_leaving(find: Find) -> None:
    (trip,) = find("정하준 한빛그룹 회장이 8일 오전 총리를 만나기 위해 전세기에 올랐다.", "정 회장은 베트남 하노이를 방문한다.")
    assert (trip.start, trip.status, trip.countries) == ("2024-05-08", "ongoing", ("VN",))


def test_plans_asked_for_are_none(find: Find) -> None:
    (trip,) = find(
        "정하준 한빛그룹 회장이 베트남 출장을 마치고 8일 귀국했다.",
        "정 회장은 연내 일본 출장 계획을 묻는 질문에는 답하지 않았다.",
    )
    assert trip.countries == ("VN",)


def test_guests_of_a_ceremony(find: Find) -> None:
    (trip,) = find(
        "정하준 경북도지사는 8일 대통령 취임식 참석차 방한한 몽골 대통령 특사단을 접견했다.",
        "몽골은 바트 에르덴 국회부의장을 단장으로 특사단을 구성했다.",
    )
    assert trip.leader and trip.leader.name == "바트 에르덴"
    assert trip.organization is None or trip.organization.name == "몽골"
