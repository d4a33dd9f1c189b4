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


def test_the_head_in_brackets_behind_the_delegation(find: Find) -> None:
    (trip,) = find("일본 시마네현 한일친선연맹 방문단(회장 : 다나카 미쓰오)이 10일 강원도의회를 방문한다.")
    assert trip.leader and trip.organization
    assert (trip.leader.name, trip.leader.organization, trip.organization.name) == ("다나카 미쓰오", None, "한일친선연맹")


def test_a_body_with_its_head_in_brackets_owns_the_group(find: Find) -> None:
    (trip,) = find("일본 시마네현 한일친선연맹(회장 다나카 하루) 방한단이 10일 강원도의회를 방문한다.")
    assert trip.organization and trip.organization.name == "한일친선연맹"


def test_the_body_that_sends_is_not_that_of_the_head(find: Find) -> None:
    (trip,) = find(
        "대한무역투자진흥공사는 ‘투자유치사절단’을 10일부터 14일까지 미국 시카고에 파견한다고 밝혔다.",
        "유치사절단은 유하근 전북도지사와 기업인 등 60여명으로 구성됐다.",
    )
    assert trip.leader and trip.organization
    assert (trip.leader.name, trip.organization.name) == ("유하근", "대한무역투자진흥공사")
    assert [one.name for one in trip.companions] == ["투자유치사절단"]


def test_lists_with_names_in_latin(find: Find) -> None:
    (trip,) = find(
        "김하규 충북도 부지사는 10일 독일 뮌헨을 방문한다.",
        "김 부지사는 다온솔(Daonsol AG), 나루온(Naruon), 라온 생화학 연구소 등을 찾아 투자를 제안한다.",
    )
    assert [name for stop in trip.stops for name in stop.visits] == ["다온솔(Daonsol AG)", "나루온(Naruon)", "라온 생화학 연구소"]


def test_a_japanese_minister_met(find: Find) -> None:
    (trip,) = find(
        "한진하 외교부 장관은 5.20.(월)-22.(수)간 일본을 방문할 예정이다.",
        "한 장관은 하야시 요시로(林 芳郎) 일본 외무대신과 회담을 갖는다.",
    )
    assert (trip.start, trip.end) == ("2024-05-20", "2024-05-22")
    assert [one.name for stop in trip.stops for one in stop.meets] == ["하야시 요시로"]
