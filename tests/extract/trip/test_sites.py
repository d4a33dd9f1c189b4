"""What is visited and what only stands as an object of seeing; days and countries of the steps."""

import pytest

from clipper.records import Trip

from .conftest import Find

LEAD = "한지훈 대전시장은 20일부터 27일까지 캐나다 밴쿠버를 방문한다. "


def visited(trip: Trip) -> list[str]:
    return [visit for stop in trip.stops for visit in stop.visits]


def steps(trip: Trip) -> list[tuple[str | None, str | None]]:
    return [(stop.date, stop.place.name if stop.place else None) for stop in trip.stops]


SITES = [
    ("방문단은 우수 교육기관과 관광 명소, 주요 산업단지를 둘러본다.", []),
    ("방문단은 새빛 초등학교와 가람전자 공장을 둘러본다.", ["새빛 초등학교", "가람전자 공장"]),
    ("방문단은 최신 기술 동향 및 시설을 살펴본다.", []),
    ("방문단은 북미 2개국을 방문한다.", []),
    ("방문단은 동남아시장을 찾아 판로를 연다.", []),
    ("방문단은 기간 동안 새빛미술관을 관람한다.", ["새빛미술관"]),
    ("방문단은 가람전자 견학, 새빛미술관을 방문하는 일정을 소화한다.", ["가람전자", "새빛미술관"]),
    ("방문단은 전통시장(새빛시장, 가람시장)을 방문한다.", ["전통시장(새빛시장, 가람시장)"]),
    ("방문단은 6년 만에 개최하는 한캐 고위급 경제대화에 우리측 의장으로 참석한다.", ["한캐 고위급 경제대화"]),
    ("방문단은 ‘가람 가을꽃 축제’ 현장을 견학한다.", ["가람 가을꽃 축제"]),
    ("방문단은 가람 물축제에 참여한다.", ["가람 물축제"]),
    ("방문단은 도시 재생사업에 참여한다.", []),
    ("방문단은 참전용사기념비에 헌화한다.", ["참전용사기념비"]),
    ("방문단은 밴쿠버에서 ‘재외동포 간담회’를 갖는다.", ["재외동포 간담회"]),
    ("방문단은 한빛재단이 세운 새빛대학을 방문한다.", ["새빛대학"]),
    ("방문단은 새빛대학교에서 인재 양성을 주제로 특강을 한다.", ["새빛대학교"]),
]


@pytest.mark.parametrize(("text", "names"), SITES)
def test_what_is_visited(find: Find, text: str, names: list[str]) -> None:
    (trip,) = find(LEAD + text)
    assert visited(trip) == names


def test_another_country_leaves_the_city(find: Find) -> None:
    (trip,) = find(
        "한지훈 대전시장은 20일부터 27일까지 캐나다와 미국을 방문한다. 21일에는 밴쿠버에서 새빛미술관을 방문한다.",
        "24일에는 미국을 찾아 투자설명회에 참석한다.",
    )
    assert ("2024-05-24", "밴쿠버") not in steps(trip)


def test_the_last_day_of_a_stretch_is_no_step(find: Find) -> None:
    (trip,) = find("한지훈 대전시장은 오는 27일까지 열흘간 캐나다 밴쿠버, 캘거리 등을 방문한다.")
    assert [day for day, _ in steps(trip)] == []


def test_days_outside_the_journey_are_no_steps(find: Find) -> None:
    (trip,) = find(LEAD + "방문단은 14일 밴쿠버 새빛대학을 찾기로 했다.", published=None)
    assert ("XXXX-XX-14", "밴쿠버") not in steps(trip)


def test_the_day_of_leaving_is_not_that_of_the_first_place_told_later(find: Find) -> None:
    leaves = "한지훈 대전시장은 14일 투자 유치를 위해 출국했다. 한 시장은 캐나다 밴쿠버를 방문해 기업인들을 만난다."
    (trip,) = find(leaves, published="2024-05-14")
    assert ("2024-05-14", "밴쿠버") not in steps(trip)


def test_another_country_right_behind_the_day(find: Find) -> None:
    (trip,) = find(
        "한지훈 대전시장은 20일부터 27일까지 캐나다와 영국을 방문한다. 21일에는 밴쿠버에서 기업인들을 만난다.",
        "24일에는 영국 최대 유통업체인 새빛마트와 협약을 맺는다.",
    )
    assert ("2024-05-24", "밴쿠버") not in steps(trip)


def test_people_and_whole_regions_are_no_sites(find: Find) -> None:
    (trip,) = find(
        "정하준 새벌도교육감은 7일부터 10일까지 북유럽 2개국(노르웨이, 핀란드)을 둘러본다. "
        "첫 번째 방문지인 노르웨이 오슬로에서는 가람학교를 찾아 지역 학생을 방문한다.",
    )
    assert [site for stop in trip.stops for site in stop.visits] == ["가람학교"]


def test_a_consul_posted_there_is_no_step(find: Find) -> None:
    (trip,) = find(
        "정하준 새벌시장이 10일부터 12일까지 중국 옌타이를 방문한다. 첫날에는 주 칭다오 대한민국 오세진 총영사와 만난다.",
    )
    assert [place.name for place in trip.destinations] == ["옌타이"]


def test_a_body_abroad_with_its_place_before_it(find: Find) -> None:
    (trip,) = find("새벌시의회 정하준 의장을 단장으로 한 대표단이 10일 베트남 빈증성 인민의회를 방문했다.")
    assert ([place.name for place in trip.destinations], trip.stops[0].visits) == (["빈증성"], ("빈증성 인민의회",))


def test_the_head_in_brackets_is_no_part_of_the_name(find: Find) -> None:
    (trip,) = find("중국 랴오닝성 단둥시 대표단이 6일 서울 새벌의료원(원장 정하준)을 방문했다.")
    assert [site for stop in trip.stops for site in stop.visits] == ["서울 새벌의료원"]


def test_a_city_unknown_behind_its_province_is_no_site(find: Find) -> None:
    (trip,) = find("정하준 새벌군수를 필두로 6명의 방문단이 6일부터 9일까지 중국 산동성 무릉시를 방문한다.")
    assert all(not stop.visits for stop in trip.stops)
