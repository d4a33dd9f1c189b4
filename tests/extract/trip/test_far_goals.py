"""Parts of the world as goals, where no country is told. All people are invented."""

import pytest

from .conftest import Find


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("박서준 산업부 장관은 오는 15일부터 22일까지 중동을 순방한다.", "중동"),
        ("박서준 산업부 장관은 오는 15일부터 22일까지 아프리카 3개국을 순방한다.", "아프리카"),
        ("한지훈 해솔시장이 15일 유럽 출장길에 올랐다.", "유럽"),
        ("해솔시는 오는 15일 시장개척단을 동남아 지역에 파견한다.", "동남아"),
    ],
)
def test_a_part_of_the_world(find: Find, text: str, goal: str) -> None:
    (trip,) = find(text)
    assert (trip.direction, trip.countries) == ("outbound", ())
    assert [(place.name, place.country) for place in trip.destinations] == [(goal, None)]


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("한지훈 해솔시장은 유럽 3개국 순방을 위해 출국했다. 한 시장은 독일 뮌헨과 체코 프라하를 찾는다.", ["뮌헨", "프라하"]),
        ("한지훈 해솔시장은 독일, 체코 등 유럽을 방문한다.", ["독일", "체코"]),
    ],
)
def test_countries_tell_more(find: Find, text: str, goals: list[str]) -> None:
    assert [[place.name for place in trip.destinations] for trip in find(text)] == [goals]


@pytest.mark.parametrize(
    "text",
    ["지난해 유럽을 방문한 관광객은 늘었다.", "다니엘 하퍼 미국 국무장관은 15일 중동을 순방한다.", "해솔시는 동남아 시장을 겨냥한다."],
)
def test_no_journey_of_ours(find: Find, text: str) -> None:
    assert find(text) == []


def test_goals_told_behind_the_word_for_them(find: Find) -> None:
    (trip,) = find("한지훈 해솔시장은 13일부터 5일간 국외 출장을 떠난다.", "방문 국가는 싱가포르와 말레이시아다.")
    assert (trip.countries, trip.start, trip.end) == (("SG", "MY"), "2024-05-13", "2024-05-17")
