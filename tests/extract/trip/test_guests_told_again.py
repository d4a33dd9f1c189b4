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
