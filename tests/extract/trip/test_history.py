"""Journeys told as history or context are marked so, and only where they are told plainly."""

import pytest

from .conftest import Find

NEWS = "한지훈 해솔시장은 오는 20일부터 26일까지 캐나다 밴쿠버를 방문한다."


@pytest.mark.parametrize(
    ("text", "start", "countries"),
    [
        ("앞서 한 시장은 지난해 10월 베트남 하노이를 방문해 우호 협약을 맺었다.", "2023-10", ("VN",)),
        ("한 시장은 지난 2월에도 베트남 하노이를 찾아 교류를 논의한 바 있다.", "2024-02", ("VN",)),
        ("한 시장이 2019년 일본 나고야를 방문한 이후 교류가 이어졌다.", "2019", ("JP",)),
        ("2021년 몽골을 방문한 한지훈 시장이 제안한 사업이다.", "2021", ("MN",)),
        ("해솔시 대표단은 지난해 7월 독일 뮌헨을 방문했다.", "2023-07", ("DE",)),
    ],
)
def test_a_former_journey_beside_the_news(find: Find, text: str, start: str, countries: tuple[str, ...]) -> None:
    news, history = find(NEWS, text)
    assert (news.background, news.status) == (False, "planned")
    assert (history.background, history.status, history.start, history.countries) == (True, "completed", start, countries)
    assert history.confidence < news.confidence


@pytest.mark.parametrize(
    "text",
    [
        "베트남 하노이와는 지난해부터 교류하고 있다.",
        "지난해 베트남을 방문한 관광객은 4백만 명이다.",
        "지난해 시장 방문단의 현지 방문이 무산됐다.",
        "2019년처럼 수출이 늘면 한 시장의 베트남 방문도 빨라질 수 있다.",
        "앞서 한 시장은 지난해 10월 부산을 방문했다.",
        "앞서 한 시장은 이달 캐나다 방문 계획을 밝혔다.",
    ],
)
def test_what_is_no_journey_of_history(find: Find, text: str) -> None:
    assert [trip.background for trip in find(NEWS, text)] == [False]


def test_what_is_to_come_is_no_history(find: Find) -> None:
    news, other = find(NEWS, "한편 바트 바야르 몽골 대통령은 12월 중국을 방문해 협력을 논의한다.")
    assert (other.background, other.status, other.start, other.direction) == (False, "planned", "XXXX-12", "foreign")
    assert news.direction == "outbound"
