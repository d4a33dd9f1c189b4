"""Delegations of several towns, their heads some words apart, and what is seen by the way."""

from tests.extract.trip.conftest import Find


def test_of_several_countries_and_towns(find: Find) -> None:
    (trip,) = find("여수시는 5개국 7개 도시의 사절단이 10∼12일 여수를 방문한다고 밝혔다.")
    assert (trip.direction, [place.name for place in trip.destinations], trip.start, trip.end) == (
        "inbound", ["여수"], "2024-05-10", "2024-05-12",
    )  # fmt: skip


def test_headed_some_words_before(find: Find) -> None:
    (trip,) = find("정하준 나주시장을 단장으로 한 전남 나주시 민·관·경제 대표단 19명이 10일 중국 선전시를 찾는다.")
    assert trip.leader and trip.organization
    assert (trip.leader.name, trip.organization.name) == ("정하준", "나주시")


def test_young_people_of_a_country(find: Find) -> None:
    (trip,) = find("몽골 청년 80명이 한국을 찾는다.", "바트 몽골청년협회 부회장을 단장으로 한 대표단은 전남도청을 방문한다.")
    assert (trip.direction, trip.leader and trip.leader.name) == ("inbound", "바트")


def test_bodies_counted_with_their_people(find: Find) -> None:
    (trip,) = find(
        "정하준 김제시장이 10일 중국 옌타이시를 방문한다.", "이번 방문에는 한국농어촌공사, 대한축구협회 등 7개 기관에서 30여명이 동행한다.",
    )
    assert [one.name for one in trip.companions] == ["한국농어촌공사", "대한축구협회"]


def test_bullets_part_what_is_visited(find: Find) -> None:
    (trip,) = find("정하준 다온대 총장은 10일 몽골을 방문해 ▲몽골국제대학교 ▲초원과학대학교를 둘러본다.")
    assert [name for stop in trip.stops for name in stop.visits] == ["몽골국제대학교", "초원과학대학교"]


def test_a_city_behind_what_it_is_to_us_is_no_sight(find: Find) -> None:
    (trip,) = find("정하준 나주시장은 10일 자매결연 도시 중국 선전시를 방문해 선전박물관을 둘러본다.")
    assert [name for stop in trip.stops for name in stop.visits] == ["선전박물관"]


def test_a_name_of_our_own_words_is_korean(find: Find) -> None:
    (trip,) = find("다온대 김하늘 총장은 10일 몽골을 방문한다.")
    assert trip.direction == "outbound"
