"""Journeys told in one word, as a modifier, or by those who are sent or met."""

import pytest

from .conftest import Find


def test_who_came_stands_behind_the_word_and_the_host_before_it(find: Find) -> None:
    (trip,) = find("정가람 한빛건설 대표가 지난 6일 방한한 톰 켈트먼 오로라AI 최고경영자와 만났다.")
    assert trip.direction == "inbound"
    assert trip.status == "ongoing"
    assert trip.leader
    assert trip.leader.name == "톰 켈트먼"
    assert trip.organization
    assert trip.organization.name == "오로라AI"
    assert [met.name for stop in trip.stops for met in stop.meets] == ["정가람"]


def test_reporters_are_no_hosts(find: Find) -> None:
    (trip,) = find("방미 중인 박가온 새봄당 대표는 기자들과 만나 예산을 설명했다.")
    assert trip.status == "ongoing"
    assert not [met for stop in trip.stops for met in stop.meets]


@pytest.mark.parametrize("joint", ["을 포함한", "을 단장으로 한", "을 비롯한"])
def test_members_of_those_who_are_sent(find: Find, joint: str) -> None:
    (trip,) = find(f"정부는 한서진 통상정책국장{joint} 실무대표단을 미국에 급파했다.")
    assert trip.leader
    assert trip.leader.name == "한서진"
    assert trip.countries == ("US",)
    assert trip.status == "completed"


def test_the_diplomacy_of_a_visit_is_a_visit(find: Find) -> None:
    (trip,) = find("야당은 박가온 대통령의 방미 외교에 대해 논평을 냈다.")
    assert trip.leader
    assert trip.leader.name == "박가온"
    assert trip.countries == ("US",)


def test_what_marketing_turns_on_is_no_destination(find: Find) -> None:
    assert not find("해솔군은 중국과 일본을 중심으로 여행사 방문 등 홍보 활동을 펼쳤다.")


def test_the_day_of_coming_stands_right_before_the_word(find: Find) -> None:
    (trip,) = find("지난 6일 방한한 톰 켈트먼 오로라AI 최고경영자가 서울에서 강연했다.")
    assert trip.start == "2024-05-06"
    (trip,) = find("6일(현지시간) 방미 중인 박가온 외교부 장관이 워싱턴에서 강연했다.")
    assert trip.start is None


def test_a_president_goes_to_a_town_after_coming_home(find: Find) -> None:
    abroad, at_home = find(
        "체코 순방을 마친 박가온 대통령이 7일 귀국했다.", "박 대통령은 이어 경북 예천군을 찾아 수해 현장을 점검했다."
    )
    assert (abroad.direction, at_home.direction) == ("outbound", "domestic")
    assert [place.name for place in at_home.destinations] == ["예천군"]


def test_the_capital_is_no_journey_for_a_president(find: Find) -> None:
    assert find("박가온 대통령은 7일 서울 마포구 전통시장을 찾아 상인들을 만났다.") == []


def test_what_is_attended_at_home_is_no_stop_abroad(find: Find) -> None:
    (trip,) = find("체코 순방을 마친 박가온 대통령이 7일 경기도 성남시에서 열린 수해 대책 회의에 참석했다.")
    assert not [visit for stop in trip.stops for visit in stop.visits]


def test_a_plan_that_is_told_of_the_host_is_not_the_status(find: Find) -> None:
    (trip,) = find("전날 톰 켈트먼 오로라AI CEO가 방한해 신약 개발 플랫폼의 국내 출시를 검토 중이라는 소식이 전해졌다.")
    assert trip.status != "planned"


def test_the_head_of_a_delegation_in_brackets_behind_its_quoted_name(find: Find) -> None:
    (trip,) = find("의원 10명으로 구성된 ‘바다 지킴 국회의원단’(단장 한서진)은 7일 2박 3일 일정으로 일본으로 출국했다.")
    assert trip.leader
    assert trip.leader.name == "한서진"


def test_a_speech_on_a_screen_is_no_journey(find: Find) -> None:
    assert find("박가온 대통령은 7일 스위스 다보스에서 열린 포럼에서 화상 연설을 했다.") == []


def test_a_visitor_of_last_week_has_left(find: Find) -> None:
    (trip,) = find("지난 2일 방한한 톰 켈트먼 오로라AI 최고경영자가 계획을 공개했다.")
    assert (trip.start, trip.status) == ("2024-05-02", "completed")


def test_a_name_glued_to_a_headline_is_no_second_person(find: Find) -> None:
    (trip,) = find("수혜주로도 꼽혀샘 켈트먼 오로라AI 최고경영자가 6일 방한했다.", "샘 켈트먼 오로라AI 최고경영자는 7일 서울에서 강연한다.")
    assert trip.leader
    assert trip.leader.name == "샘 켈트먼"


def test_attendance_told_behind_the_meeting_and_its_place(find: Find) -> None:
    (trip,) = find(
        "체코 정부는 에너지 정상회의를 오는 19일 프라하에서 개최한다고 발표했다.", "에너지 정상회의에는 박가온 대통령이 참석한다."
    )
    assert trip.leader
    assert (trip.leader.name, trip.status) == ("박가온", "planned")
    assert [place.name for place in trip.destinations] == ["프라하"]


def test_nobody_visits_his_own_country(find: Find) -> None:
    found = find("리성호 북한 외무상은 7일 군부대를 방문했다.", "러시아 국방 수장의 이례적 방북으로 관심이 높아졌다.")
    assert found == []


def test_a_firm_of_two_words_behind_a_foreign_name(find: Find) -> None:
    (trip,) = find("샘 켈트먼 오픈 AI 최고경영자(CEO) 방한으로 증시가 올랐다.")
    assert trip.organization
    assert trip.organization.name == "오픈 AI"


def test_whether_somebody_will_go_is_no_goal(find: Find) -> None:
    (trip,) = find("박가온 대통령은 7일 경북 예천군을 찾았다.", "박 대통령이 충북 오송도 방문할 것인지 묻자 관계자는 답하지 않았다.")
    assert [place.name for place in trip.destinations] == ["예천군"]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("한지훈 산업부 장관이 7일 미국 워싱턴으로 급파됐다.", "outbound"),
        ("한지훈 대통령이 7일 카타르 땅을 밟았다.", "outbound"),
        ("마르코 벨리니 이탈리아 장관이 7일 한국 땅을 밟았다.", "inbound"),
    ],
)
def test_sent_in_haste_and_set_foot(find: Find, text: str, direction: str) -> None:
    (trip,) = find(text)
    assert (trip.direction, trip.start) == (direction, "2024-05-07")


def test_sent_to_a_fire(find: Find) -> None:
    assert find("나주시 소방대원들이 산불 현장에 급파됐다.") == []
