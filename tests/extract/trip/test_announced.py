"""Journeys announced in quotation marks, and the body of somebody named with a bare title."""

import pytest

from .conftest import Find


@pytest.mark.parametrize(
    ("text", "leader", "sender"),
    [
        ("한지훈 춘천시장은 “다음 달 3일 미국 보스턴을 방문해 투자자들을 만날 계획”이라고 말했다.", "한지훈", "춘천시"),
        ("김도윤 춘천시 대변인은 “한지훈 시장이 12일 미국 보스턴을 방문한다”고 밝혔다.", "한지훈", "춘천시"),
        ("춘천상공회의소는 “오는 24일부터 미국 보스턴에 사절단을 파견한다”고 22일 밝혔다.", None, "춘천상공회의소"),
        ("충북교육청은 해외 연수를 시작했다. 문가온 교육감은 10일 미국 보스턴을 방문한다.", "문가온", "충북교육청"),
        ("문가온 국회의장은 10일 미국 보스턴을 방문한다.", "문가온", "국회"),
        ("외교부는 문가온 2차관이 10일 미국 보스턴을 방문한다고 밝혔다.", "문가온", "외교부"),
    ],
)
def test_who_is_announced(find: Find, text: str, leader: str | None, sender: str) -> None:
    (trip,) = find(text)
    assert (trip.leader.name if trip.leader else None) == leader
    assert (trip.organization.name if trip.organization else None) == sender
    assert (trip.status, [place.name for place in trip.destinations]) == ("planned", ["보스턴"])


@pytest.mark.parametrize(
    "text",
    [
        "한지훈 춘천시장은 “언젠가 미국 보스턴을 방문하고 싶다”고 말했다.",
        "한지훈 춘천시장은 “내년에 미국 보스턴을 방문하면 만나자”고 말했다.",
        "박도윤 교수는 “3월에 일본을 방문해야 한다”고 주장했다.",
    ],
)
def test_wishes_are_not_announced(find: Find, text: str) -> None:
    assert find(text) == []


def test_two_journeys_called_off_are_two(find: Find) -> None:
    trips = find("왕하오 중국 외교부장의 방한이 연기된 데 이어 일본 방문도 미뤄졌다.")
    assert [(trip.direction, trip.status, trip.countries) for trip in trips] == [
        ("inbound", "postponed", ("KR",)), ("foreign", "postponed", ("JP",)),
    ]  # fmt: skip


def test_others_called_off_are_not_his(find: Find) -> None:
    (trip,) = find("요한 린드 스웨덴 총리는 오는 10일 방한한다. 외교부 당국자들의 출장도 잇달아 취소됐다.")
    assert (trip.status, trip.countries) == ("planned", ("KR",))
