"""Envoys told by where they are to go, and missions of one body told apart."""

from collections.abc import Callable

import pytest

from clipper.records import Trip

Find = Callable[..., list[Trip]]


def told(trips: list[Trip]) -> list[tuple[str | None, list[str], list[str | None]]]:
    """Leader, countries and companions with a personal name."""
    people = [[one.name for one in trip.companions if not (one.name or "").endswith("단")] for trip in trips]
    return [(t.leader.name if t.leader else None, list(t.countries), names) for t, names in zip(trips, people, strict=True)]


TOLD = [
    (
        "대통령실은 폴란드와 칠레에 특사단을 보낸다고 밝혔다. "
        "폴란드에는 문가온 의원이 단장으로 나서며, 오세진 의원과 고은별 의원이 동행한다. "
        "칠레에는 장도현 전 의원이 단장을 맡아 하도윤, 백리안 의원과 함께 파견된다.",
        [("문가온", ["PL"], ["오세진", "고은별"]), ("장도현", ["CL"], ["하도윤", "백리안"])],
    ),
    (
        "특사단이 정해졌다. 칠레 특사단은 문가온 의원, 몽골 특사단은 오세진 전 의원이 각각 단장을 맡아 주요 인사를 면담할 계획이다.",
        [("문가온", ["CL"], []), ("오세진", ["MN"], [])],
    ),
    (
        "몽골 특사단장은 문가온 전 환경부 장관이 임명됐다. 문 단장은 단원인 오세진·고은별 의원과 함께 15일 출국한다.",
        [("문가온", ["MN"], ["오세진", "고은별"])],
    ),
    (
        "16일 칠레로 향하는 특사단 단장은 문가온 의원이 발탁됐다. 단원은 같은 당 오세진·고은별 의원으로 구성됐다.",
        [("문가온", ["CL"], ["오세진", "고은별"])],
    ),
    ("다음은 특사단 명단.\n▽칠레=문가온 의원(단장), 오세진 새별대 총장\n▽몽골=고은별 전 대표(단장), 장도현 의원", [
        ("문가온", ["CL"], ["오세진"]), ("고은별", ["MN"], ["장도현"]),
    ]),
    (
        "대통령실은 대통령이 새 정부가 들어선 칠레와의 협력을 위해 오는 13∼15일 문가온·오세진 의원을 특사로 파견한다고 밝혔다.",
        [("문가온", ["CL"], ["오세진"])],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trips"), TOLD)
def test_each_goal_has_its_envoys(find: Find, text: str, trips: list[tuple[str, list[str], list[str]]]) -> None:
    found = find(*text.split("\n"))
    assert told(found) == trips
    assert {trip.status for trip in found} == {"planned"}


def test_days_told_of_each_mission(find: Find) -> None:
    first, second = find(
        "칠레 특별방문단은 문가온·오세진 의원으로 구성됐다. 이들은 20일부터 25일까지 방문국 주요 인사들을 만난다.",
        "몽골 특별방문단에는 고은별·장도현 의원이 이름을 올렸다. 몽골 방문단의 일정은 15일부터 22일까지다.",
    )
    assert (first.start, first.end) == ("2024-05-20", "2024-05-25")
    assert (second.start, second.end) == ("2024-05-15", "2024-05-22")


@pytest.mark.parametrize(
    "text",
    [
        "칠레 특사로는 문가온 의원이 거론된다.",
        "몽골 대표단은 바트 바야르 장관과 체렝 도르지 차관으로 구성됐다.",
        "특사단 파견은 검토 단계다. 칠레에는 문가온 의원이 산다.",
        "시는 방문단을 맞았다.\n▲칠레=문가온 법인장 ▲페루=오세진 지사장",
        "광복절 특사로 문가온 전 의원이 풀려났다. 칠레에는 가족이 산다.",
    ],
)
def test_nobody_is_sent(find: Find, text: str) -> None:
    assert find(*text.split("\n")) == []


def test_who_once_held_an_office_is_not_sent_by_its_body(find: Find) -> None:
    (trip,) = find("문가온 전 환경부 장관은 칠레 특사단을 맡아 16일 출국한다.")
    assert (trip.leader and trip.leader.name, trip.organization) == ("문가온", None)


def test_missions_to_two_parts_of_the_world(find: Find) -> None:
    first, second = find(
        "전남도는 7월 무역사절단을 보낸다고 밝혔다. 동남아 무역사절단은 7월 8∼12일 라오스 비엔티안과 베트남 하노이에 파견한다. "
        "북미 무역사절단은 같은 달 15∼19일 미국 시애틀과 캐나다 토론토에 파견한다."
    )
    assert (list(first.countries), first.start, first.end) == (["LA", "VN"], "2024-07-08", "2024-07-12")
    assert (list(second.countries), second.start, second.end) == (["US", "CA"], "2024-07-15", "2024-07-19")


def test_a_mission_that_is_run(find: Find) -> None:
    (trip,) = find("전남도는 지난달 22일부터 27일까지 5박 6일 일정으로 칠레 산티아고, 페루 리마에서 시장개척단을 운영했다고 8일 밝혔다.")
    assert trip.organization and trip.organization.name == "전남도"
    assert (list(trip.countries), trip.start, trip.status) == (["CL", "PE"], "2024-04-22", "completed")


def test_our_own_who_come_in_come_home(find: Find) -> None:
    (trip,) = find("문가온 시장은 2일 경제사절단을 이끌고 칠레 출장길에 올랐다. 문 시장은 8일 인천공항을 통해 입국했다.")
    assert (trip.start, trip.end, trip.status) == ("2024-05-02", "2024-05-08", "completed")


def test_countries_that_open_a_list_of_envoys(find: Find) -> None:
    found = find(
        "당선인이 칠레와 몽골에 특사를 파견키로 했다. 칠레는 특사단장에 문가온 의원, 특사에 오세진 새별대 총장이다. "
        "몽골은 고은별 전 대표를 단장으로 특사는 장도현 의원이다."
    )
    assert told(found) == [("문가온", ["CL"], ["오세진"]), ("고은별", ["MN"], ["장도현"])]


def test_sent_with_the_days_of_a_journey(find: Find) -> None:
    (trip,) = find("경상북도가 문가온 경제부지사를 2일부터 4일까지 칠레에 파견했다.")
    assert trip.leader and trip.leader.name == "문가온"
    assert (trip.start, trip.end, trip.organization and trip.organization.name) == ("2024-05-02", "2024-05-04", "경상북도")


def test_an_inauguration_is_held_in_its_country(find: Find) -> None:
    (trip,) = find("문가온 국회부의장이 오는 10일 열리는 칠레 대통령 취임식에 참석하기 위해 8일 출국했다.")
    assert (list(trip.countries), trip.start) == (["CL"], "2024-05-08")


def test_the_governor_of_the_southern_province(find: Find) -> None:
    (trip,) = find("문가온 전라남도지사는 17일부터 5일간 칠레를 방문한다.")
    assert trip.organization and trip.organization.name == "전라남도"
