"""Trips from a sentence or two: who, where, when, how it stands. All people and most bodies are invented."""

import pytest

from .conftest import Find

PLANNED = "한지훈 해솔시장은 오는 20일부터 26일까지 5박 7일 일정으로 캐나다 밴쿠버와 미국 시애틀을 방문한다."


def test_a_planned_tour(find: Find) -> None:
    (trip,) = find(PLANNED)
    assert (trip.status, trip.direction) == ("planned", "outbound")
    assert trip.leader is not None
    assert (trip.leader.name, trip.leader.title) == ("한지훈", "시장")
    assert trip.organization is not None
    assert trip.organization.name == "해솔시"
    assert [place.name for place in trip.destinations] == ["밴쿠버", "시애틀"]
    assert trip.countries == ("CA", "US")
    assert (trip.start, trip.end, trip.nights, trip.days) == ("2024-05-20", "2024-05-26", 5, 7)
    assert 0.5 <= trip.confidence <= 1


def test_one_journey_is_one_trip_however_often_it_is_told(find: Find) -> None:
    (trip,) = find(PLANNED, "이번 방문은 교류를 위한 것이다.", "한 시장은 밴쿠버를 방문해 협력을 논의한다. 한 시장의 방미도 이어진다.")
    assert trip.countries == ("CA", "US")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("김서준 강원도지사는 13일 독일 뮌헨으로 출국한다.", "planned"),
        ("김서준 강원도지사가 7일 독일 뮌헨으로 출국했다.", "ongoing"),
        ("김서준 강원도지사는 지난 2일부터 5일까지 독일 뮌헨을 다녀왔다고 밝혔다.", "completed"),
        ("독일 뮌헨 방문을 마친 김서준 강원도지사가 귀국했다.", "completed"),
        ("프랑스를 방문 중인 조선호 외교부 장관은 7일 파리에서 기자회견을 열었다.", "ongoing"),
        ("강원도는 다음 달로 예정된 김서준 지사의 독일 뮌헨 방문을 취소했다.", "cancelled"),
        ("강원도는 김서준 지사의 독일 뮌헨 순방 일정을 진행하지 않기로 했다.", "cancelled"),
        ("박도윤 나주시장의 프랑스 파리 방문이 연기됐다.", "postponed"),
    ],
)
def test_how_it_stands(find: Find, text: str, status: str) -> None:
    assert [trip.status for trip in find(text)] == [status]


@pytest.mark.parametrize(
    ("text", "direction", "countries"),
    [
        ("조선호 외교부 장관이 오는 10일 방미한다.", "outbound", ("US",)),
        ("조르주 뒤부아 프랑스 외교장관이 오는 10일 방한한다.", "inbound", ("KR",)),
        ("중국 칭다오시 대표단은 지난 3일 나주시를 방문했다.", "inbound", ("KR",)),
        ("나주시(시장 박도윤)는 지난 3일 중국 칭다오시 대표단을 초청해 교류 행사를 열었다.", "inbound", ("KR",)),
        ("왕하오 중국 외교부장이 2일 북한 평양에 도착했다.", "foreign", ("KP",)),
        ("전남도의회 대표단은 8일 경북 포항시를 방문해 의원들과 간담회를 가졌다.", "domestic", ("KR",)),
    ],
)
def test_which_way(find: Find, text: str, direction: str, countries: tuple[str, ...]) -> None:
    assert [(trip.direction, trip.countries) for trip in find(text)] == [(direction, countries)]


@pytest.mark.parametrize(
    ("text", "leader"),
    [
        ("필리핀 마닐라를 방문한 노시현 한국은행 총재는 4일 기자들을 만났다.", "노시현"),
        ("노시현 한국은행 총재의 필리핀 방문은 처음이다.", "노시현"),
        ("노시현 한국은행 총재는 4일 필리핀 마닐라에서 열린 국제회의에 참석했다.", "노시현"),
        ("한지훈 대전시장을 단장으로 한 경제사절단은 베트남 하노이를 찾는다.", "한지훈"),
        ("한지훈 대전시장과 문가온 국장은 베트남 하노이를 방문한다.", "한지훈"),
        ("독일 뮌헨에서 20일부터 환경박람회가 열린다. 조선호 환경부 장관을 수석대표로 정부 대표단이 참석한다.", "조선호"),
        ("해솔시 방문단(단장 한지훈 부시장)은 베트남 하노이를 방문했다.", "한지훈"),
    ],
)
def test_who_leads(find: Find, text: str, leader: str) -> None:
    assert [trip.leader.name if trip.leader else None for trip in find(text)] == [leader]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("이도현 대통령은 북유럽 3개국(덴마크, 노르웨이, 스웨덴)을 순방한다.", ["덴마크", "노르웨이", "스웨덴"]),
        ("한지훈 시장은 미국 시애틀·보스턴과 캐나다를 방문한다.", ["시애틀", "보스턴", "캐나다"]),
        ("한지훈 시장은 인천공항을 출발해 경유지인 도쿄를 거쳐 미국 시애틀에 도착했다.", ["시애틀"]),
        ("박도윤 나주시장은 유럽 출장길에 올랐다. 독일 뮌헨, 스페인 바르셀로나 등 유럽 2개국을 방문하는 일정이다.", ["뮌헨", "바르셀로나"]),
    ],
)
def test_where_to(find: Find, text: str, names: list[str]) -> None:
    assert [[place.name for place in trip.destinations] for trip in find(text)] == [names]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("한지훈 시장은 11일부터 나흘간 베트남 하노이를 찾는다.", "2024-05-11", "2024-05-14"),
        ("한지훈 시장은 30일부터 다음 달 4일까지 베트남 하노이를 방문한다.", "2024-05-30", "2024-06-04"),
        ("조선호 산업통상자원부 장관은 체코와 폴란드를 방문하고 28일 귀국할 예정이다.", None, "2024-05-28"),
        ("한지훈 시장이 6일 베트남 하노이로 출국했다. 한 시장은 9일까지 하노이에 머문다.", "2024-05-06", "2024-05-09"),
        ("방미 중인 조선호 장관은 7일 로버트 하퍼 미국 국무장관과 회담했다.", None, None),
    ],
)
def test_the_days_of_the_journey(find: Find, text: str, start: str | None, end: str | None) -> None:
    assert [(trip.start, trip.end) for trip in find(text)] == [(start, end)]


def test_days_stay_open_without_a_day_to_count_from(find: Find) -> None:
    (trip,) = find(PLANNED, published=None)
    assert (trip.start, trip.end) == ("XXXX-XX-20", "XXXX-XX-26")


def test_companions(find: Find) -> None:
    (trip,) = find(
        "한지훈 시장은 문가온 국회의원, 서이안 푸른전자 대표 등과 함께 미국 시애틀로 출국했다.",
        "이번 방문에는 한빛대학교와 해솔테크노파크가 동행한다. 정유찬 의원은 동행하지 않는다.",
    )
    assert [companion.name for companion in trip.companions] == ["문가온", "서이안", "한빛대학교", "해솔테크노파크"]


def test_what_a_delegation_is_for_belongs_to_its_name(find: Find) -> None:
    (trip,) = find("한지훈 대전시장은 경제 사절단을 이끌고 20일 일본 도쿄로 출국한다.")
    assert [who.name for who in trip.companions] == ["경제 사절단"]


def test_pupils_are_sent(find: Find) -> None:
    (trip,) = find("나주시는 오는 7월 26일부터 8월 5일까지 고등학생 10명을 프랑스 파리 국제캠프에 파견한다.")
    assert (trip.leader, trip.organization and trip.organization.name) == (None, "나주시")
    assert [companion.name for companion in trip.companions] == ["고등학생 10명"]


def test_independent_trips_are_several(find: Find) -> None:
    found = find("한지훈 대전시장은 20일 일본 도쿄를 방문한다. 한편 김서준 강원도지사는 23일 미국 보스턴을 찾는다.")
    assert [(trip.leader.name if trip.leader else None, trip.countries) for trip in found] == [
        ("한지훈", ("JP",)),
        ("김서준", ("US",)),
    ]


def test_former_journeys_are_no_part_of_this_one(find: Find) -> None:
    trips = find("한지훈 대전시장은 지난해 4월 미국 시애틀을 방문한 바 있다. 그는 20일 일본 도쿄로 출국한다.")
    assert [(trip.background, [place.name for place in trip.destinations]) for trip in trips] == [
        (True, ["시애틀"]), (False, ["도쿄"]),
    ]  # fmt: skip


def test_purpose_in_the_words_of_the_article(find: Find) -> None:
    (trip,) = find("한지훈 대전시장은 반도체 분야 협력 확대를 위해 20일 일본 도쿄를 방문한다.")
    assert trip.purpose == "반도체 분야 협력 확대"


@pytest.mark.parametrize(
    "text",
    [
        "관광객 3만 명이 일본 오사카를 방문했다.",
        "올해 방한 관광객은 지난해보다 10% 늘었다.",
        "개방한 시설에는 방문객이 줄을 이었다.",
        "보건소는 가정방문과 방문진료를 늘린다.",
        "한지훈 대전시장은 9일 대전 유성구 반도체 공장을 방문했다.",
        "한지훈 시장은 미국 국무부 차관과 화상회의를 했다.",
        "해솔시는 중국 방문을 희망하는 기업을 찾는다.",
        "이도현 대통령은 평양 방문 가능성을 묻는 질문에 답하지 않았다.",
    ],
)
def test_no_trip(find: Find, text: str) -> None:
    assert find(text) == []


def test_each_plan_that_came_to_nothing_has_its_own_word(find: Find) -> None:
    first, second = find(
        "해솔군의회는 다음 달 10일부터 6박 8일 일정으로 호주를 방문할 예정이었다. 군의회는 연수를 취소했다.",
        "나루도의회도 다음 달 16일부터 20일까지 베트남을 방문할 계획이었으나 일정을 연기하기로 했다.",
    )
    assert (first.status, second.status) == ("cancelled", "postponed")
