"""First and last day, where other days stand beside them."""

from tests.extract.trip.conftest import Find


def test_days_of_a_step_are_not_the_journeys(find: Find) -> None:
    (trip,) = find(
        "정하준 외교부 장관이 9일 미국으로 출국했다. 정 장관은 앵커리지로 이동해 10~11일 북극외교장관회의에 참석한다. "
        "이어 중국 베이징으로 직행해 13일 기념식에 참석한다.",
    )
    assert (trip.start, trip.end) == ("2024-05-09", None)
    assert [(stop.date, stop.place and stop.place.name) for stop in trip.stops] == [("2024-05-10", "앵커리지"), ("2024-05-13", "베이징")]


def test_still_on_the_way_is_no_history(find: Find) -> None:
    (trip,) = find("정하준 한빛그룹 회장은 지난 4월말 출국해 헝가리와 폴란드 등 동유럽을 돌고있다.")
    assert (trip.status, trip.background, trip.countries) == ("ongoing", False, ("HU", "PL"))


def test_a_visit_that_only_dates_something_else(find: Find) -> None:
    trips = find(
        "정하준 외교부 장관이 9일 미국 워싱턴으로 출국했다. 정 장관은 10월 오세진 대통령의 방미 때 예정된 회담을 "
        "조율하고 존 케리 국무장관을 만난다.",
    )
    assert [trip.leader and trip.leader.name for trip in trips] == ["정하준"]


def test_continents_in_a_list(find: Find) -> None:
    (trip,) = find("정하준(鄭夏俊) SK회장은 지난 4일 일본과 중동 방문을 위해 출국했다.")
    assert (trip.countries, trip.organization and trip.organization.name) == (("JP",), "SK")


def test_where_the_event_is_that_is_left_for(find: Find) -> None:
    (trip,) = find("정하준 통상교섭본부장은 사우디아라비아에서 열리는 한ㆍ사우디 경제공동위원회 참석을 위해 22일 출국한다.")
    assert [place.name for place in trip.destinations] == ["사우디아라비아"]
