"""Journeys told in one word, as a modifier, or by those who are sent or met."""

import pytest

from .conftest import Find


def test_who_came_stands_behind_the_word_and_the_host_before_it(find: Find) -> None:
    (trip,) = find("정가람 한빛건설 대표가 지난 6일 방한한 톰 켈트먼 오로라AI 최고경영자와 만났다.")
    assert trip.direction == "inbound" and trip.status == "ongoing"
    assert trip.leader and trip.leader.name == "톰 켈트먼"
    assert trip.organization and trip.organization.name == "오로라AI"
    assert [met.name for stop in trip.stops for met in stop.meets] == ["정가람"]


def test_reporters_are_no_hosts(find: Find) -> None:
    (trip,) = find("방미 중인 박가온 새봄당 대표는 기자들과 만나 예산을 설명했다.")
    assert trip.status == "ongoing" and not [met for stop in trip.stops for met in stop.meets]


@pytest.mark.parametrize("joint", ["을 포함한", "을 단장으로 한", "을 비롯한"])
def test_members_of_those_who_are_sent(find: Find, joint: str) -> None:
    (trip,) = find(f"정부는 한서진 통상정책국장{joint} 실무대표단을 미국에 급파했다.")
    assert trip.leader and trip.leader.name == "한서진"
    assert trip.countries == ("US",) and trip.status == "completed"


def test_the_diplomacy_of_a_visit_is_a_visit(find: Find) -> None:
    (trip,) = find("야당은 박가온 대통령의 방미 외교에 대해 논평을 냈다.")
    assert trip.leader and trip.leader.name == "박가온" and trip.countries == ("US",)


def test_what_marketing_turns_on_is_no_destination(find: Find) -> None:
    assert not find("해솔군은 중국과 일본을 중심으로 여행사 방문 등 홍보 활동을 펼쳤다.")
