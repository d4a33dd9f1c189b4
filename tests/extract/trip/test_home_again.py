"""Journeys told when the travellers are back, or by those who greet them."""

import pytest

from clipper.records import Trip

from .conftest import Find


def stops(trip: Trip) -> list[tuple[str | None, str | None]]:
    return [(stop.date, stop.place.name if stop.place else None) for stop in trip.stops]


LAST_DAYS = [
    "문가온 대통령이 7일 폴란드와 체코로 이어지는 6박8일 순방 일정을 마무리하고 귀국했다.",
    "문가온 대통령이 폴란드·체코 순방을 마치고 귀국했다. 문 대통령은 7일 오전 6시경 전용기 편으로 성남 서울공항에 도착했다.",
    "문가온 대통령이 폴란드·체코 순방을 마치고 7일 새벽 인천공항을 통해 귀국했다.",
]


@pytest.mark.parametrize("text", LAST_DAYS)
def test_the_day_of_coming_home(find: Find, text: str) -> None:
    (trip,) = find(text)
    assert (trip.status, trip.start, trip.end, stops(trip)) == ("completed", None, "2024-05-07", [])


def test_who_leaves_the_other_country_does_not_set_out(find: Find) -> None:
    (trip,) = find(
        "문가온 대통령이 미국 시애틀 순방 일정을 마치고 7일 귀국했다. "
        "6일 오후 미국 공군기지를 출발한 문 대통령은 7일 오전 서울공항에 도착했다."
    )
    assert (trip.start, trip.end, stops(trip)) == (None, "2024-05-07", [])


def test_who_greets_is_no_companion(find: Find) -> None:
    (trip,) = find(
        "문가온 대통령이 7일 폴란드 방문을 마치고 귀국했다. "
        "서울공항에서는 오세진 국무총리와 고은별 비서실장 등이 문 대통령을 영접했다."
    )
    assert (trip.companions, stops(trip)) == ((), [])


def test_events_attended_tell_where(find: Find) -> None:
    (trip,) = find(
        "문가온 대통령이 동남아시아 순방을 마치고 귀국했다.",
        "문 대통령은 2~4일 캄보디아 프놈펜에서 열린 주요 30개국(G30) 정상회의에 참석했고 "
        "5일 인도네시아 발리에서 개막한 세계물총회에 참석한 뒤 "
        "7일 인천공항으로 귀국했다.",
    )
    assert [place.name for place in trip.destinations] == ["프놈펜", "발리"]
    assert stops(trip) == [("2024-05-02", "프놈펜"), ("2024-05-05", "발리")]
    assert [site for stop in trip.stops for site in stop.visits] == ["주요 30개국(G30) 정상회의", "세계물총회"]
    assert trip.end == "2024-05-07"


def test_members_of_the_council_that_goes(find: Find) -> None:
    (trip,) = find(
        "춘천시의회는 오는 18일까지 중국 항저우시로 공무국외출장에 나섰다. "
        "시의회에 따르면 문가온·오세진 의원 등 9명은 이날부터 3박5일 일정으로 항저우시를 방문한다."
    )
    assert (trip.leader and trip.leader.name, trip.organization and trip.organization.name) == ("문가온", "춘천시의회")


def test_a_town_abroad_with_the_name_of_a_korean_one(find: Find) -> None:
    (trip,) = find(
        "춘천시의회 문가온 의장이 자매도시인 중국 상주시의회 초청으로 오는 23~30일 중국을 방문한다. "
        "문 의장 일행은 이번 상주시 방문에서 교류를 협의한다."
    )
    assert (trip.direction, trip.countries) == ("outbound", ("CN",))


def test_who_heads_a_delegation_leads_it_whatever_his_rank(find: Find) -> None:
    (trip,) = find(
        "춘천상공회의소는 20일부터 24일까지 미국 시애틀에 참관단을 파견한다.",
        "문가온 본부장이 이끄는 참관단에는 오세진 가람산업 회장, 고은별 나루바이오 회장 등 "
        "회원사 대표 11명과 유관기관 관계자까지 모두 50여명이 참가한다.",
    )
    assert trip.leader and trip.leader.name == "문가온"
    assert [who.name for who in trip.companions] == ["참관단", "오세진", "고은별"]


def test_the_day_of_coming_home_is_none_of_the_steps(find: Find) -> None:
    (trip,) = find(
        "한지훈 온새그룹 회장은 7일 미국 출장을 마치고 서울김포비즈니스항공센터를 통해 귀국했다.",
        "한 회장은 지난달 29일 출국해 실리콘밸리와 뉴욕을 돌며 고객사 대표들을 만났다.",
    )
    assert (trip.start, trip.end) == ("2024-04-29", "2024-05-07")
    assert [stop.date for stop in trip.stops if stop.date == trip.end] == []
