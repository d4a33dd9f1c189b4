"""Bodies abroad whose names begin with their city: that is where the journey goes."""

import pytest

from .conftest import Find


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("김하늘 다온대 총장은 10일 하노이국립대를 방문한다.", ["하노이"]),
        ("박도윤 나주시장을 단장으로 한 대표단은 7일 베이징대학교를 찾아 강연을 들었다.", ["베이징"]),
        ("한가람 나주시장은 7일 오사카시청을 방문해 시장과 면담했다.", ["오사카시"]),
        ("한가람 전남도의회 의장은 7일 일본 야마구치현의회를 방문했다.", ["야마구치현"]),
        ("한가람 전남도의회 의장은 7일 베트남 하노이국립대학교와 호찌민공대를 잇따라 방문했다.", ["하노이", "호찌민"]),
        ("전남도의회 의장단은 10일 히로시마현의회의 공식 초청으로 현의회와 시장을 둘러본다.", ["히로시마현"]),
    ],
)
def test_the_city_in_the_name(find: Find, text: str, places: list[str]) -> None:
    (trip,) = find(text)
    assert trip.direction == "outbound"
    assert [place.name for place in trip.destinations] == places


@pytest.mark.parametrize(
    "text",
    [
        "한가람 나주시장은 7일 주한 베트남대사관을 방문했다.",
        "한가람 나주시장은 7일 관내 뉴욕제과를 방문했다.",
        "한가람 나주시장은 7일 미국상공회의소를 방문했다.",
    ],
)
def test_names_that_tell_no_seat(find: Find, text: str) -> None:
    assert find(text) == []
