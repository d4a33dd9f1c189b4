"""The itinerary: steps with day and place, what is visited, who is met."""

from clipper.records import Trip

from .conftest import Find


def steps(trip: Trip) -> list[tuple[str | None, str | None]]:
    return [(stop.date, stop.place.name if stop.place else None) for stop in trip.stops]


def visited(trip: Trip) -> list[str]:
    return [visit for stop in trip.stops for visit in stop.visits]


def met(trip: Trip) -> list[str | None]:
    return [who.name or who.title for stop in trip.stops for who in stop.meets if hasattr(who, "title")]


LEAD = "한지훈 대전시장은 20일부터 27일까지 캐나다와 미국을 방문한다. "


def test_steps_in_order(find: Find) -> None:
    (trip,) = find(
        LEAD + "21일에는 밴쿠버에서 앤서니 모건 밴쿠버 시장을 만난다. 22일에는 캘거리로 이동해 캘거리 창업센터를 둘러본다.",
        "24일에는 시애틀에서 열리는 ‘북미 에너지 포럼’에 참석한다.",
    )
    assert steps(trip) == [("2024-05-21", "밴쿠버"), ("2024-05-22", "캘거리"), ("2024-05-24", "시애틀")]
    assert visited(trip) == ["캘거리 창업센터", "북미 에너지 포럼"]
    assert met(trip) == ["앤서니 모건"]


def test_a_step_without_a_place_stays_where_the_last_was(find: Find) -> None:
    (trip,) = find(LEAD + "21일에는 밴쿠버를 찾는다. 22일에는 앤서니 모건 밴쿠버 시장과 간담회를 갖는다.")
    assert steps(trip) == [("2024-05-21", "밴쿠버"), ("2024-05-22", "밴쿠버")]


def test_a_new_place_in_a_new_sentence_does_not_inherit_the_day(find: Find) -> None:
    (trip,) = find(LEAD + "21일에는 밴쿠버 항만공사를 방문한다. 이어 캘거리에서 투자설명회를 연다.")
    assert ("2024-05-21", "캘거리") not in steps(trip)


def test_the_day_of_going_home_is_no_stop(find: Find) -> None:
    (trip,) = find(LEAD + "25일 시애틀을 찾은 뒤 27일 귀국한다.")
    assert "2024-05-27" not in [day for day, _ in steps(trip)]


def test_lists_of_visits(find: Find) -> None:
    (trip,) = find(LEAD + "밴쿠버에서는 미래과학관과 한빛연구소, 국립해양박물관 등 주요 시설을 둘러본다.")
    assert visited(trip) == ["미래과학관", "한빛연구소", "국립해양박물관"]


def test_an_office_without_a_name_is_met(find: Find) -> None:
    (trip,) = find(LEAD + "23일에는 캘거리 부시장을 만나고 퀘벡주 경제 장관과 면담한다.")
    assert met(trip) == ["캘거리 부시장", "퀘벡주 경제 장관"]


def test_who_is_named_in_brackets_is_met(find: Find) -> None:
    (trip,) = find(LEAD + "24일에는 매사추세츠주의 부지사(클라라 몬테이루)를 만난다.")
    assert met(trip) == ["클라라 몬테이루"]


def test_what_others_did_is_no_step(find: Find) -> None:
    (trip,) = find(LEAD + "21일에는 밴쿠버를 찾는다. 앤서니 모건 밴쿠버 시장은 26일 밴쿠버에서 강연한다.")
    assert steps(trip) == [("2024-05-21", "밴쿠버")]
