"""How the journeys of ministers, mayors and their delegations are told."""

import pytest

from clipper.records import Trip

from .conftest import Find


def met(trip: Trip) -> list[str | None]:
    return [who.name or getattr(who, "title", None) for stop in trip.stops for who in stop.meets]


def visited(trip: Trip) -> list[str]:
    return [site for stop in trip.stops for site in stop.visits]


def company(trip: Trip) -> list[str | None]:
    return [who.name for who in trip.companions]


SENDERS = [
    ("문가온 환경장관이 12일부터 폴란드를 방문한다고 환경부가 8일 발표했다.", "환경부"),
    ("문가온 부총리 겸 교육부 장관은 오는 12일 폴란드를 방문한다.", "교육부"),
    ("문가온 환경장관은 12일 폴란드를 방문한다. 교육부는 새 지침을 8일 발표했다.", None),
]


@pytest.mark.parametrize(("text", "sender"), SENDERS)
def test_the_ministry_of_a_minister(find: Find, text: str, sender: str | None) -> None:
    (trip,) = find(text)
    assert (trip.organization and trip.organization.name) == sender


STATUSES = [
    ("문가온 시장은 폴란드를 방문하며, 얀 노바크 총리를 만날 것으로 알려졌다.", "planned"),
    ("문가온 시장은 15일까지 폴란드를 순방한다. 지난 6일 출국한 문 시장은 바르샤바를 둘러본다.", "ongoing"),
    ("문가온 시장은 폴란드를 순방한다. 12일 출국한 뒤 바르샤바를 둘러본다.", "planned"),
]


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_how_it_stands(find: Find, text: str, status: str) -> None:
    (trip,) = find(text)
    assert trip.status == status


def test_who_went_long_ago_does_not_go_on(find: Find) -> None:
    (trip,) = find(
        "문가온 대통령은 8일 폴란드와 체코 방문을 위해 출국했다. 대통령의 폴란드 방문은 2003년 오세진 전 대통령의 방문 이후 21년 만이다.",
        "10일에는 체코 수도 프라하를 방문한다.",
    )
    assert (trip.leader and trip.leader.name, [place.name for place in trip.destinations]) == ("문가온", ["폴란드", "프라하"])


MEETINGS = [
    ("얀 노바크 폴란드 총리 등 정.관계 인사들을 면담한다.", ["얀 노바크"]),
    ("비르기트 폴란드 전 대통령과 만난다.", ["비르기트"]),
    ("문 장관은 지난달 얀 노바크 폴란드 외교장관과 첫 전화통화에서 뜻을 모았다.", []),
]


@pytest.mark.parametrize(("text", "hosts"), MEETINGS)
def test_whom_they_meet(find: Find, text: str, hosts: list[str]) -> None:
    (trip,) = find("문가온 외교부 장관은 20일부터 24일까지 폴란드를 방문한다. " + text)
    assert met(trip) == hosts


SITES = [
    ("20일에는 한·폴란드 경제인 포럼에 참석한다.", ["한·폴란드 경제인 포럼"]),
    ("20일에는 바르샤바로 이동, 세계체육총회에 참석한다.", ["세계체육총회"]),
    ("20일에는 독립영웅탑 헌화를 한다.", ["독립영웅탑"]),
    ("20일에는 외교장관 회담을 갖고 현안을 논의한다.", []),
]


@pytest.mark.parametrize(("text", "sites"), SITES)
def test_what_they_visit(find: Find, text: str, sites: list[str]) -> None:
    (trip,) = find("문가온 외교부 장관은 20일부터 24일까지 폴란드를 방문한다. " + text)
    assert visited(trip) == sites


def test_a_marked_list_of_firms_goes_along(find: Find) -> None:
    (trip,) = find(
        "문가온 나루군수가 이끄는 무역사절단이 20일부터 24일까지 베트남 하노이를 방문한다. "
        "사절단은 문가온 군수를 단장으로 △한별산업(주) △나루정밀 △(주)가람금속 등 3개 기업이 참여했다.",
        "사절단은 21일 베트남 진출 지역 기업의 공장을 방문한다.",
    )
    assert company(trip) == ["무역사절단", "한별산업", "나루정밀", "가람금속"]
    assert [place.name for place in trip.destinations] == ["하노이"]
