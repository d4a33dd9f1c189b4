"""How papers of the nineties told the journeys of heads of state: offices run together, bare names of firms, many countries."""

from clipper.records import Trip

from .conftest import Find


def company(trip: Trip) -> list[str | None]:
    return [who.name for who in trip.companions]


def test_whom_a_head_of_state_invites(find: Find) -> None:
    (trip,) = find("문가온대통령은 빌 해리슨 미대통령의 초청으로 22일부터 29일까지 미국을 공식 방문한다.", published="1995-07-20")
    assert (trip.leader and trip.leader.name, trip.direction) == ("문가온", "outbound")
    assert (trip.start, trip.end) == ("1995-07-22", "1995-07-29")


def test_names_bodies_and_offices_in_one_word(find: Find) -> None:
    (trip,) = find(
        "문가온대통령은 22일부터 29일까지 미국을 공식 방문한다. "
        "이번 방문에는 오세진전경련회장, 고은별나루협회회장등 38명의 기업인이 수행한다."
    )
    assert company(trip) == ["오세진", "고은별"]


def test_the_mayor_by_surname_and_title_in_one_word(find: Find) -> None:
    (trip,) = find(
        "문가온 춘천시장이 31일부터 6월4일까지 처음으로 외국에 나간다. "
        "문시장은 31일 출국하여 맨 먼저 폴란드 바르샤바를 방문한다."
    )
    assert (trip.leader and trip.leader.name, trip.start, trip.end) == ("문가온", "2024-05-31", "2024-06-04")
    assert [place.name for place in trip.destinations] == ["바르샤바"]


def test_the_last_day_of_one_country_is_not_that_of_the_journey(find: Find) -> None:
    (trip,) = find(
        "문가온 대통령은 폴란드와 체코 방문을 위해 2일 출국한다. "
        "문 대통령은 8일까지 폴란드를 방문한 뒤 체코를 찾고 11일 귀국한다."
    )
    assert (trip.start, trip.end) == ("2024-05-02", "2024-05-11")


def test_days_do_not_cross_a_border(find: Find) -> None:
    (trip,) = find(
        "문가온 대통령은 20일부터 28일까지 이탈리아와 독일을 방문한다. 22일에는 밀라노를 방문한다. "
        "문 대통령은 또 독일을 방문해 요한 린드 총리를 만난다."
    )
    assert [(stop.date, stop.place and stop.place.name) for stop in trip.stops if stop.date] == [("2024-05-22", "밀라노")]


def test_the_last_city_of_the_lead_is_not_the_first_stop(find: Find) -> None:
    (trip,) = find(
        "문가온 시장 일행은 10일부터 12일까지 2박 3일 일정으로 중국 옌타이와 선양을 방문한다. 첫날에는 오세진 총영사와 만남을 갖는다. "
        "12일에는 선양에서 열리는 겨울도시회의에 참석한다."
    )
    assert [(stop.date, stop.place and stop.place.name) for stop in trip.stops if stop.place] == [("2024-05-12", "선양")]


def test_days_of_an_event_are_no_length(find: Find) -> None:
    (trip,) = find("문가온 대통령은 오는 11일부터 2일간 덴마크 코펜하겐에서 열리는 세계복지회의에 참석하기 위해 10일 출국한다.")
    assert (trip.start, trip.days) == ("2024-05-10", None)
