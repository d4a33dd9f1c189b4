"""Journeys inside South Korea, and those that came to nothing."""

import pytest

from .conftest import Find


@pytest.mark.parametrize(
    ("text", "leader", "places"),
    [
        ("한지훈 경북도지사는 2일 제주도를 방문해 관광 공동 마케팅을 논의했다.", "한지훈", ["제주도"]),
        ("문가온 해양수산부 장관은 10일 전북 군산시를 방문해 어업인 간담회를 연다.", "문가온", ["군산시"]),
    ],
)
def test_heads_of_bodies_travel(find: Find, text: str, leader: str, places: list[str]) -> None:
    (trip,) = find(text)
    assert trip.leader is not None
    assert (trip.direction, trip.leader.name, [place.name for place in trip.destinations]) == ("domestic", leader, places)


@pytest.mark.parametrize(
    "text",
    [
        "한지훈 경북도지사는 2일 포항시를 방문해 어민들을 만났다.",
        "한지훈 춘천시장은 2일 춘천 풍물시장을 방문했다.",
        "김도윤 과장은 2일 제주도를 방문했다.",
    ],
)
def test_at_home_there_is_no_journey(find: Find, text: str) -> None:
    assert find(text) == []


def test_what_was_to_be_is_off(find: Find) -> None:
    (trip,) = find("중국 칭다오시 대표단은 29일부터 2월 3일까지 나주를 찾을 예정이었다. 나주시는 감염병 때문에 교류를 연기했다.")
    assert (trip.status, trip.direction) == ("postponed", "inbound")


def test_who_came_home_stands_behind(find: Find) -> None:
    (trip,) = find("인도 뉴델리를 방문하고 지난 3일 귀국한 한지훈 경북도지사는 7일 기자회견을 했다.")
    assert trip.leader is not None
    assert (trip.leader.name, trip.status, [place.name for place in trip.destinations]) == ("한지훈", "completed", ["뉴델리"])


def test_a_stay_in_a_friendly_city(find: Find) -> None:
    (trip,) = find(
        "경기도 새벌시가 꽃축제에 맞춰 결연도시인 서귀포시를 찾았다.",
        "정하준 군포시 국장을 대표로 한 군포시 방문단은 지난 3일부터 4일까지 서귀포시에 체류하며 개막식에 참석했다. "
        "개막식에서는 군포시와 약정식도 진행했다.",
    )
    assert (trip.direction, [place.name for place in trip.destinations]) == ("domestic", ["서귀포시"])


def test_a_council_on_tour(find: Find) -> None:
    (trip,) = find(
        "양구군의회는 지난 1일부터 3일까지 2박 3일 일정으로 경북 안동과 대구, 전남 순천을 찾아 우수 사업을 살펴봤다.",
        "마지막 날인 3일에는 순천 국가정원을 답사했다.",
    )
    assert (trip.direction, trip.start, trip.end, trip.nights) == ("domestic", "2024-05-01", "2024-05-03", 2)
    assert [place.name for place in trip.destinations] == ["안동", "대구", "순천"]


def test_a_tour_at_home_and_one_abroad_put_off(find: Find) -> None:
    home, abroad = find(
        "완도군의회는 오는 12일부터 14일까지 강원 속초와 충북 단양을 방문하는 벤치마킹에 나선다.",
        "의회는 다음 달로 잡았던 캐나다 해외연수를 연기하기로 했다.",
    )
    assert (home.direction, home.status, abroad.direction, abroad.status) == ("domestic", "planned", "outbound", "postponed")


def test_a_single_day_of_a_body_is_no_tour(find: Find) -> None:
    assert find("양구군의회는 지난 1일 대구 박람회장을 방문했다.") == []


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("온새화학 한지우 대표는 7일 계열사 다솜소재(DSM) 여수사업장을 찾아 안전 설비를 살폈다.", "여수"),
        ("한지우 온새그룹 회장은 7일 울산공장을 방문해 생산라인을 점검했다.", "울산"),
        ("한지우 산업부 장관은 7일 포항제철소를 방문해 복구 현장을 점검했다.", "포항"),
    ],
)
def test_a_site_that_is_called_by_its_city(find: Find, text: str, city: str) -> None:
    (trip,) = find(text)
    assert (trip.direction, [place.name for place in trip.destinations]) == ("domestic", [city])
    assert [(stop.place.name if stop.place else None, len(stop.visits)) for stop in trip.stops] == [(city, 1)]


def test_a_site_in_ones_own_city(find: Find) -> None:
    assert find("한지우 나주시장은 7일 나주공장을 방문해 임직원을 격려했다.") == []
