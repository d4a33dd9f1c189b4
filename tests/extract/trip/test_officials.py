"""How the journeys of ministers, mayors and their delegations are told."""

import pytest

from clipper.records import Trip

from .conftest import Find


def met(trip: Trip) -> list[str | None]:
    return [who.name or getattr(who, "title", None) for stop in trip.stops for who in stop.meets]


def visited(trip: Trip) -> list[str]:
    return [site for stop in trip.stops for site in stop.visits]


def company(trip: Trip) -> list[str | None]:
    return [who.name for who in trip.companions]


SENDERS = [
    ("문가온 환경장관이 12일부터 폴란드를 방문한다고 환경부가 8일 발표했다.", "환경부"),
    ("문가온 부총리 겸 교육부 장관은 오는 12일 폴란드를 방문한다.", "교육부"),
    ("문가온 환경장관은 12일 폴란드를 방문한다. 교육부는 새 지침을 8일 발표했다.", None),
]


@pytest.mark.parametrize(("text", "sender"), SENDERS)
def test_the_ministry_of_a_minister(find: Find, text: str, sender: str | None) -> None:
    (trip,) = find(text)
    assert (trip.organization and trip.organization.name) == sender


STATUSES = [
    ("문가온 시장은 폴란드를 방문하며, 얀 노바크 총리를 만날 것으로 알려졌다.", "planned"),
    ("문가온 시장은 15일까지 폴란드를 순방한다. 지난 6일 출국한 문 시장은 바르샤바를 둘러본다.", "ongoing"),
    ("문가온 시장은 폴란드를 순방한다. 12일 출국한 뒤 바르샤바를 둘러본다.", "planned"),
]


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_how_it_stands(find: Find, text: str, status: str) -> None:
    (trip,) = find(text)
    assert trip.status == status


def test_who_went_long_ago_does_not_go_on(find: Find) -> None:
    (trip,) = find(
        "문가온 대통령은 8일 폴란드와 체코 방문을 위해 출국했다. 대통령의 폴란드 방문은 2003년 오세진 전 대통령의 방문 이후 21년 만이다.",
        "10일에는 체코 수도 프라하를 방문한다.",
    )
    assert (trip.leader and trip.leader.name, [place.name for place in trip.destinations]) == ("문가온", ["폴란드", "프라하"])


MEETINGS = [
    ("얀 노바크 폴란드 총리 등 정.관계 인사들을 면담한다.", ["얀 노바크"]),
    ("비르기트 폴란드 전 대통령과 만난다.", ["비르기트"]),
    ("문 장관은 지난달 얀 노바크 폴란드 외교장관과 첫 전화통화에서 뜻을 모았다.", []),
]


@pytest.mark.parametrize(("text", "hosts"), MEETINGS)
def test_whom_they_meet(find: Find, text: str, hosts: list[str]) -> None:
    (trip,) = find("문가온 외교부 장관은 20일부터 24일까지 폴란드를 방문한다. " + text)
    assert met(trip) == hosts


SITES = [
    ("20일에는 한·폴란드 경제인 포럼에 참석한다.", ["한·폴란드 경제인 포럼"]),
    ("20일에는 바르샤바로 이동, 세계체육총회에 참석한다.", ["세계체육총회"]),
    ("20일에는 독립영웅탑 헌화를 한다.", ["독립영웅탑"]),
    ("20일에는 외교장관 회담을 갖고 현안을 논의한다.", []),
]


@pytest.mark.parametrize(("text", "sites"), SITES)
def test_what_they_visit(find: Find, text: str, sites: list[str]) -> None:
    (trip,) = find("문가온 외교부 장관은 20일부터 24일까지 폴란드를 방문한다. " + text)
    assert visited(trip) == sites


def test_a_marked_list_of_firms_goes_along(find: Find) -> None:
    (trip,) = find(
        "문가온 나루군수가 이끄는 무역사절단이 20일부터 24일까지 베트남 하노이를 방문한다. "
        "사절단은 문가온 군수를 단장으로 △한별산업(주) △나루정밀 △(주)가람금속 등 3개 기업이 참여했다.",
        "사절단은 21일 베트남 진출 지역 기업의 공장을 방문한다.",
    )
    assert company(trip) == ["무역사절단", "한별산업", "나루정밀", "가람금속"]
    assert [place.name for place in trip.destinations] == ["하노이"]


GOING_ALONG = [
    ("외교부에서는 오세진 제1차관, 고은별 의전기획관 등이 문 총리를 수행한다.", ["오세진", "고은별"]),
    ("오세진 국토교통부 차관, 고은별 환경부 차관 등도 일부 일정에 함께한다.", ["오세진", "고은별"]),
    ("오세진 가람전자 사장, 고은별 나루화학 회장 또한 함께 폴란드 방문길에 오른다.", ["오세진", "고은별"]),
    ("이번 순방에는 새별민주당 오세진·나루신당 고은별 대표가 함께한다.", ["오세진", "고은별"]),
    ("외교통일위원회 오세진(새별민주당) 위원장과 고은별 비서실장 등이 대표단에 포함됐다.", ["오세진", "고은별"]),
    ("모두 12명이 공식 수행한다. 외교부 오세진 제1차관, 고은별 의전기획관 등이다.", ["오세진", "고은별"]),
]


@pytest.mark.parametrize(("text", "names"), GOING_ALONG)
def test_who_goes_along(find: Find, text: str, names: list[str]) -> None:
    (trip,) = find("문가온 국무총리는 20일부터 24일까지 폴란드를 방문한다. " + text)
    assert (trip.leader and trip.leader.name, company(trip)) == ("문가온", names)


def test_two_of_two_parties(find: Find) -> None:
    (trip,) = find("새별민주당 오세진 국제위원장과 나루신당 고은별 국제위원장이 15일 폴란드 바르샤바로 출발한다.")
    assert (trip.leader and trip.leader.name, company(trip)) == ("오세진", ["고은별"])


def test_a_head_with_those_under_him(find: Find) -> None:
    (trip,) = find("문가온 국회의장과 여야 5당 지도부는 10일 방미길에 오른다.")
    assert (trip.leader and trip.leader.name, trip.organization and trip.organization.name, trip.start) == ("문가온", "국회", "2024-05-10")


def test_those_who_share_a_verb(find: Find) -> None:
    one, other = find("문가온 외교부 장관은 20일 폴란드를, 오세진 환경부 차관은 22일 칠레를 각각 방문한다.")
    assert (one.leader and one.leader.name, one.countries, one.start) == ("문가온", ("PL",), "2024-05-20")
    assert (other.leader and other.leader.name, other.countries, other.start) == ("오세진", ("CL",), "2024-05-22")


def test_one_of_two_of_a_name_by_his_office(find: Find) -> None:
    (trip,) = find("문가온 국무총리는 오는 20일 폴란드로 출국한다. 문태오 가람전자 사장이 동행한다. 문 총리는 24일 귀국한다.")
    assert (trip.leader and trip.leader.name, company(trip), trip.end) == ("문가온", ["문태오"], "2024-05-24")


def test_the_first_goal_as_a_predicate(find: Find) -> None:
    (trip,) = find("문가온 국무총리는 20일 폴란드와 체코 방문을 위해 출국한다. 첫 방문지는 폴란드 수도 바르샤바다.")
    assert [place.name for place in trip.destinations] == ["체코", "바르샤바"]


def test_days_of_each_country(find: Find) -> None:
    (trip,) = find("문가온 시장은 20일부터 22일까지 홍콩, 22일부터 25일까지는 싱가포르를 방문한다.")
    assert [(stop.date, stop.place and stop.place.name) for stop in trip.stops] == [("2024-05-20", "홍콩"), ("2024-05-22", "싱가포르")]
    assert (trip.start, trip.end) == ("2024-05-20", "2024-05-25")


def test_days_of_an_event_are_not_the_last_of_the_journey(find: Find) -> None:
    (trip,) = find("문가온 나루은행 총재가 오는 19~20일 이탈리아 로마에서 열리는 세계은행장회의에 참석하기 위해 오는 17일 출국한다.")
    assert (trip.start, trip.end) == ("2024-05-17", None)


def test_a_society_for_friendship_is_at_home_here(find: Find) -> None:
    (trip,) = find("문가온 한중나루협의회 회장을 단장으로 한 국회 대표단 40여명이 20일부터 3박 4일의 일정으로 중국을 방문한다.")
    assert (trip.direction, trip.leader and trip.leader.name, trip.countries) == ("outbound", "문가온", ("CN",))


MEMBERS = [
    ("한중나루연맹 소속 여야 의원 10여명이 12일 중국을 방문한다.", "한중나루연맹"),
    ("춘천시 농촌지도자회 회원 등 22명은 12일부터 17일까지 일본 오사카, 나라 등지에서 연수를 가질 예정이다.", "춘천시 농촌지도자회"),
]


@pytest.mark.parametrize(("text", "body"), MEMBERS)
def test_members_of_a_body(find: Find, text: str, body: str) -> None:
    (trip,) = find(text)
    assert (trip.direction, trip.organization and trip.organization.name) == ("outbound", body)


def test_nights_told_once_more(find: Find) -> None:
    (trip,) = find("문가온 시장이 일본 나라시 출장을 14일부터 다녀올 계획이다. 이번 일정은 14일부터 19일까지 5박6일간이다.")
    assert (trip.start, trip.end, trip.nights, trip.days) == ("2024-05-14", "2024-05-19", 5, 6)


def test_what_a_town_says_is_no_step(find: Find) -> None:
    (trip,) = find("문가온 시장은 20일부터 24일까지 캐나다를 방문한다. 21일 밴쿠버에 따르면 문 시장은 22일 캘거리를 찾는다.")
    assert [stop.place and stop.place.name for stop in trip.stops] == ["캘거리"]


HEADS = [
    "민관합동 사절단이 20일부터 24일까지 폴란드를 방문한다. 이번 사절단의 단장은 산업부 문가온 실장이 맡았다.",
    "대통령 폴란드 특사단이 20일부터 24일까지 폴란드를 방문한다. 특사단은 문가온 전 의원을 단장으로, 오세진 의원으로 구성됐다.",
    "국회 외교통일위원회 대표단이 20일부터 24일까지 폴란드를 방문한다. 단장을 맡은 문가온 위원장을 비롯해 오세진 의원이 함께한다.",
]


@pytest.mark.parametrize("text", HEADS)
def test_who_is_told_to_be_the_head(find: Find, text: str) -> None:
    (trip,) = find(text)
    assert trip.leader and trip.leader.name == "문가온"


def test_the_names_behind_a_number(find: Find) -> None:
    (trip,) = find(
        "한중나루연맹 소속 여야 의원 39명은 14일 총회 참석을 위해 2박3일 일정으로 중국으로 출국한다. "
        "새별민주당에선 문가온 연맹 회장을 비롯해 오세진 부회장 등 26명, 나루신당에선 고은별 간사장 등 11명이다. 장도현 의원도 참석한다."
    )
    assert trip.leader and trip.leader.name == "문가온"
    assert company(trip)[-3:] == ["오세진", "고은별", "장도현"]


def test_a_name_before_hanja_and_an_office_run_together(find: Find) -> None:
    (trip,) = find("문가온(文佳溫)환경부장관이 17일 오후 폴란드·체코 등 동유럽 순방길에 오른다.")
    assert (trip.leader and trip.leader.name, trip.organization and trip.organization.name) == ("문가온", "환경부")


def test_members_of_several_parties(find: Find) -> None:
    (trip,) = find(
        "국회 대표단이 20일부터 24일까지 폴란드를 방문한다. "
        "대표단에는 새별민주당 문가온, 나루신당 오세진, 가람정의당 고은별 의원이 포함됐다."
    )
    names = {trip.leader.name if trip.leader else None, *company(trip)}
    assert {"문가온", "오세진", "고은별"} <= names


def test_from_this_day_on(find: Find) -> None:
    (trip,) = find("나루부는 8일 사절단을 구성, 이날부터 11일까지 폴란드 바르샤바에 파견한다고 밝혔다.")
    assert (trip.start, trip.end) == ("2024-05-08", "2024-05-11")


def test_a_delegation_with_its_head_in_brackets_is_sent(find: Find) -> None:
    (trip,) = find("강원도는 지난 4일 폴란드에 처음으로 방문단(단장 문가온 국제통상과장)을 보냈다.")
    assert (trip.leader and trip.leader.name, trip.organization and trip.organization.name) == ("문가온", "강원도")
    assert ([place.name for place in trip.destinations], trip.start) == (["폴란드"], "2024-05-04")


def test_home_before_the_day_of_the_announcement(find: Find) -> None:
    (trip,) = find(
        "나루은행은 문가온 총재가 폴란드 바르샤바에서 열리는 총재회의에 참석하기 위해 "
        "15일 출국해 21일 귀국할 예정이라고 8일 밝혔다."
    )
    assert (trip.start, trip.end, trip.stops[0].date if trip.stops else None) == ("2024-05-15", "2024-05-21", None)
