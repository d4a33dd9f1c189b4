"""What looks like a journey and is none."""

from .conftest import Find


def test_who_speaks_by_video_has_not_gone_there(find: Find) -> None:
    held = "앨런 모건 미국 대통령이 23일 다보스에서 열린 세계경제포럼에서 연설했다."
    assert find(held)
    assert not find(held, "모건 대통령은 이날 스위스 다보스에서 열린 포럼에서 40분간 화상으로 연설하면서 관세 정책을 설명했다.")


def test_a_club_that_trains_abroad_is_on_no_official_journey(find: Find) -> None:
    assert not find("7일 오후 프로야구 구단 해솔 베어스가 스프링캠프를 위해 미국 애리조나로 출국했다.")


def test_envoys_of_old_times_are_no_news(find: Find) -> None:
    text = "임진왜란 뒤 조선은 ‘회답 겸 쇄환사’라는 외교 사절을 일본에 파견하여 국교를 재개하였다."
    assert not find(text)


def test_a_journey_of_a_month_to_come_is_planned(find: Find) -> None:
    (trip,) = find("한지훈 해솔시장의 내년 4월 캐나다 밴쿠버 방문을 앞두고 준비가 한창이다.")
    assert (trip.start, trip.status) == ("2025-04", "planned")


def test_days_still_being_arranged_are_no_journey(find: Find) -> None:
    assert not find("한국과 사우디아라비아는 앨런 모건 사우디아라비아 총리의 이달 중 방한을 위해 일정을 조율 중인 것으로 알려졌다.")
