"""Guests whose visit is only what something else was for, and those who live here already. All people are invented."""

from .conftest import Find


def test_what_is_agreed_on_the_occasion_is_not_the_visit(find: Find) -> None:
    (trip,) = find(
        "국방부가 폴란드 부총리 일행 방한을 계기로, 교류를 크게 늘리기로 했다.",
        "한지훈 국방부 장관은 방한 중인 마르친 브워흐 폴란드 부총리와 7일 서울에서 회담했다.",
    )
    assert (trip.direction, trip.status) == ("inbound", "ongoing")


def test_whoever_is_posted_here_does_not_come_along(find: Find) -> None:
    (trip,) = find("7일 부산 행사에는 방한 중인 쩐 반 록 베트남 부총리, 레 티 냐 주부산 베트남 총영사 등이 함께했다.")
    assert trip.leader is not None
    assert (trip.leader.name, trip.companions) == ("쩐 반 록", ())


def test_the_month_of_the_visit_returned(find: Find) -> None:
    guest, *_ = find(
        "한지훈 대통령이 우리나라를 답방하는 다나카 이치로 일본 총리와 회담을 갖고 현안을 논의할 예정이다.",
        "이번 답방은 한 대통령의 3월 방일 때와 같이 ‘실무방문’이어서 공동성명은 없다.",
    )
    assert (guest.direction, guest.status, guest.start) == ("inbound", "planned", None)


def test_the_year_of_a_campaign_is_no_visit(find: Find) -> None:
    (trip,) = find("문가온 온새전자 대표가 7일 제주에서 ‘바다의 해’ 포럼 참석차 방한한 리훙장 중국 장관과 점심을 함께했다.")
    assert (trip.direction, trip.leader.name if trip.leader else None) == ("inbound", "리훙장")


def test_what_follows_from_this_visit_is_no_plan_of_it(find: Find) -> None:
    (trip,) = find(
        "한지훈 나주시장은 최근 베트남 하노이를 방문해 배 시장을 둘러봤다.", "한 시장은 이번 하노이 방문을 계기로 배 수출을 늘릴 예정이다."
    )
    assert trip.status == "completed"


def test_on_the_occasion_of_a_visit_something_was_done(find: Find) -> None:
    (trip,) = find("이번 협약은 한지훈 대통령의 베트남 국빈방문을 계기로 한-베트남 협정을 근거로 이뤄졌다.")
    assert trip.status == "completed"


def test_the_day_on_which_guests_came(find: Find) -> None:
    (trip,) = find("한지훈 나주시장은 지난 4일 나주시를 방문한 일본 요나고시 다나카 이치로 시장 일행과 만찬을 갖고 교류를 논의했다.")
    assert (trip.start, trip.status) == ("2024-05-04", "completed")


def test_a_later_step_keeps_guests_here(find: Find) -> None:
    (trip,) = find("지난 5일 한국을 찾은 마르코 벨리니 이탈리아 장관은 8일 서울에서 회담했다.")
    assert (trip.start, trip.status) == ("2024-05-05", "ongoing")


def test_delegations_of_friendly_cities_abroad(find: Find) -> None:
    (trip,) = find("나주시는 해외 자매·우호도시 대표단이 축제 관람을 위해 9~12일까지 4일간 나주를 방문한다고 8일 밝혔다.")
    assert (trip.direction, trip.start, trip.end) == ("inbound", "2024-05-09", "2024-05-12")
    assert ([who.name for who in trip.companions], trip.organization) == (["대표단"], None)


def test_a_delegation_to_a_friendly_city(find: Find) -> None:
    (trip,) = find("나주시 자매도시 방문단이 11일 일본 요나고시를 방문한다.")
    assert (trip.direction, trip.organization.name if trip.organization else None) == ("outbound", "나주시")


def test_an_ambassadors_country_is_not_where_he_is_posted(find: Find) -> None:
    (trip,) = find("루카스 베버 주한 독일대사가 7일 나주시청을 방문해 한지훈 나주시장과 환담했다.")
    assert trip.organization is not None
    assert (trip.organization.name, trip.organization.country) == ("독일", None)
