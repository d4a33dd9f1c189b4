"""The day on which a journey was wound up, days of an event on it, and the first of several stays."""

from tests.extract.trip.conftest import Find


def test_wound_up(find: Find) -> None:
    (trip,) = find(
        "정하준 국회의장이 8일 6박 8일간의 태국·라오스 방문 일정을 마무리했다.", "정 의장은 지난 1일부터 4일까지 태국을 찾았다.",
    )
    assert (trip.start, trip.end, trip.nights, trip.status) == ("2024-05-01", "2024-05-08", 6, "completed")


def test_days_of_an_event_are_not_the_journeys(find: Find) -> None:
    (trip,) = find(
        "정하준 한빛그룹 회장이 독일 출장길에 올랐다.",
        "정 회장은 전날 베를린에 도착했다. 그는 10일부터 12일까지 베를린 전시장에서 열리는 미래포럼에 참석한다.",
    )
    assert (trip.start, trip.end, trip.status) == ("2024-05-07", None, "ongoing")


def test_the_first_of_several_stays(find: Find) -> None:
    (trip,) = find("지난 2일 홍콩을 방문했던 정하준 한빛그룹 회장은 4일 일본으로 향했다.")
    assert (trip.start, trip.countries) == ("2024-05-02", ("HK", "JP"))


def test_set_out_behind_a_lead_in_the_present(find: Find) -> None:
    (trip,) = find("정하준 양평군수가 베트남 다낭시를 방문한다.", "정 군수를 비롯한 8명은 다낭시를 방문하기 위해 8일 출국했다.")
    assert (trip.status, trip.start) == ("ongoing", "2024-05-08")


def test_a_programme_begun(find: Find) -> None:
    (trip,) = find("정하준 김제시장이 8일 중국 옌타이시에서 엿새간의 중국 일정을 시작했다.")
    assert (trip.status, trip.start, [place.name for place in trip.destinations]) == ("ongoing", "2024-05-08", ["옌타이시"])


def test_a_year_in_the_name_of_a_group_is_no_history(find: Find) -> None:
    (trip,) = find("몽골 공무원으로 구성된 ‘2024년 나눔교류 대표단’이 8일 한국을 방문해 11일까지 머문다.")
    assert (trip.background, trip.start, trip.end) == (False, "2024-05-08", "2024-05-11")


def test_on_to_another_city_in_the_month_told_before(find: Find) -> None:
    (trip,) = find("한지훈 나주시장은 내달 3일 중국 칭다오를 찾아 설명회를 연다. 이어 5일에는 웨이하이로 건너가 협약을 맺는다.")
    assert (trip.status, trip.start) == ("planned", "2024-06-03")
    assert [stop.date for stop in trip.stops] == ["2024-06-03", "2024-06-05"]
