"""Lists of goals and of those who go along; whose journey, whose days."""

from collections.abc import Callable

import pytest

from clipper.records import Trip

Find = Callable[..., list[Trip]]


def goals(trip: Trip) -> list[str | None]:
    """Names of the destinations."""
    return [place.name for place in trip.destinations]


def company(trip: Trip) -> list[str | None]:
    """Names of the companions."""
    return [one.name for one in trip.companions]


GOALS = [
    (
        "문가온 국회의장은 오는 12일부터 22일까지 중동의 요르단·터키와 중미의 파나마·과테말라 등 4개국을 공식 순방한다.",
        ["요르단", "터키", "파나마", "과테말라"],
    ),
    ("문가온 총리는 덴마크 및 핀란드와의 협력 방안을 논의하기 위해 7일 출국했다.", ["덴마크", "핀란드"]),
    ("문가온 장관은 인도와 일본의 사업장을 살피기 위해 지난 6일 출장길에 올랐다.", ["인도", "일본"]),
    ("문가온 새별대 총장은 10일부터 15일까지 시애틀과 시카고 등을 순회하면서 동문을 만난다.", ["시애틀", "시카고"]),
    ("문가온 새별대 총장은 오는 10월께 자매결연 대학 방문을 위해 독일에 갈 계획이다.", ["독일"]),
]


@pytest.mark.parametrize(("text", "places"), GOALS)
def test_every_goal_of_a_list(find: Find, text: str, places: list[str]) -> None:
    (trip,) = find(text)
    assert goals(trip) == places


COMPANY = [
    (
        "국회 방미단은 10일 미국 시카고로 출국했다. "
        "방미단은 문가온 의원을 단장으로, 새별당 오세진·고은별, 나루당 장도현·백리안 의원 등 총 5명으로 구성됐다.",
        ["방미단", "오세진", "고은별", "장도현", "백리안"],
    ),
    ("문가온 의장은 10일 페루를 순방한다. 순방에는 오세진(민자) 고은별(민주) 장도현(국민) 의원과 백리안 비서실장이 수행한다.", [
        "오세진", "고은별", "장도현", "백리안",
    ]),
    ("산업부는 다음 달 2∼9일 문가온 대통령의 폴란드 순방에 동행할 경제사절단 20명의 명단을 8일 발표했다.", ["경제사절단"]),
    (
        "이번 출장에는 문가온 춘천시장을 비롯한 수행공무원 7명과 "
        "춘천시의회 오세진 의장, 고은별 의원 등 모두 20명의 방문단이 20일 몽골로 향한다.",
        ["오세진", "고은별", "방문단"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), COMPANY)
def test_all_who_go_along(find: Find, text: str, names: list[str]) -> None:
    (trip,) = find(text)
    assert trip.leader and trip.leader.name == "문가온"
    assert company(trip) == names


def test_who_announces_a_journey_of_others_does_not_send(find: Find) -> None:
    (trip,) = find("산업부는 다음 달 2∼9일 문가온 대통령의 폴란드 순방에 동행할 경제사절단 20명의 명단을 8일 발표했다.")
    assert trip.organization is None


def test_who_only_joins_has_no_journey_of_his_own(find: Find) -> None:
    (trip,) = find(
        "경제사절단이 22일부터 28일까지 진행되는 문가온 대통령의 인도-카타르 방문에 동행한다. "
        "인도 방문에는 오세진 한별그룹 회장 등이 동행하고 카타르 방문에는 고은별 나래화학 부회장 등이 함께 한다. "
        "문 대통령은 22일부터 24일까지 2박3일 동안 인도에 24일부터 27일까지 3박4일간은 카타르에 머물 예정이다."
    )
    assert trip.leader and trip.leader.name == "문가온"
    assert company(trip) == ["경제사절단", "오세진", "고은별"]
    assert (trip.nights, trip.days) == (None, None)


def test_days_that_lie_apart_are_two_journeys(find: Find) -> None:
    first, second = find(
        "문가온 새별대 총장은 지난 1일부터 4일까지 중국을 방문해 교육부와 업무를 협의했다. "
        "앞서 지난달 15일부터 19일까지는 미국 하비스트 대학을 찾아 협의했다."
    )
    assert (list(first.countries), list(second.countries)) == (["CN"], ["US"])
    assert (second.start, second.end) == ("2024-04-15", "2024-04-19")


def test_a_delegation_named_by_where_it_goes(find: Find) -> None:
    (trip,) = find("문가온 단장으로 여야 의원 20명으로 꾸려진 국회 일본방문 대표단이 16일 김포공항에서 방일 길에 올랐다.")
    assert (trip.direction, trip.leader and trip.leader.name) == ("outbound", "문가온")


def test_the_day_of_setting_out(find: Find) -> None:
    (trip,) = find(
        "문가온 대통령이 8일 오전 서울공항을 통해 4개국 순방길에 올랐다. "
        "문 대통령은 카타르와 칠레를 차례로 방문하고 17일 귀국한다."
    )
    assert (trip.start, trip.end, trip.status) == ("2024-05-08", "2024-05-17", "ongoing")


HEADS = [
    "국토교통부는 15~24일 문가온 건설정책국장을 단장으로 하는 해외 건설 수주지원단이 가봉과 카메룬을 방문한다고 8일 밝혔다.",
    "한빛상공회의소는 17일부터 7박8일간 베트남에 사절단을 파견한다. 이번 사절단은 문가온 다온무역 대표이사(단장) 등 20명이 참여하게 된다.",
    "행정문화위원회 소속 도의원들이 8일 영국으로 출국했다. 이번 연수에는 문가온·오세진·고은별 의원 등 3명이 참여했다.",
    "한별전자 문가온 부문장은 오세진 한별전자 사업부 사장 등 임원들과 함께 나흘간의 인도 출장을 마치고 귀국했다.",
]


@pytest.mark.parametrize("text", HEADS)
def test_who_leads(find: Find, text: str) -> None:
    (trip,) = find(text)
    assert trip.leader and trip.leader.name == "문가온"


def test_a_member_who_heads_is_not_the_sender(find: Find) -> None:
    (trip,) = find(HEADS[1])
    assert trip.organization and trip.organization.name == "한빛상공회의소"


def test_until_when_a_study_tour_lasts(find: Find) -> None:
    (trip,) = find("새별시의회 의원들이 오는 16일까지 7박 9일간의 영국, 스페인 등 유럽연수를 위해 8일 오후 인천공항을 통해 출국했습니다.")
    assert (trip.start, trip.end, trip.status) == ("2024-05-08", "2024-05-16", "ongoing")


def test_bodies_that_take_turns_in_a_sentence(find: Find) -> None:
    first, second = find(
        "가온구의회는 18일부터 25일까지 헝가리와 폴란드로 출장을 예정하고 있고, 새별구의회는 18일부터 21일까지 3박 4일 일정으로 "
        "일본으로 출국한다."
    )
    assert (first.end, first.nights) == ("2024-05-25", None)
    assert (second.end, second.nights) == ("2024-05-21", 3)


def test_where_a_mission_of_a_body_goes(find: Find) -> None:
    (trip,) = find("나루상공회의소는 12일부터 17일까지 ‘라오스-베트남 경제사절단’을 파견한다. 사절단은 비엔티안과 다낭을 방문한다.")
    assert (trip.direction, trip.organization and trip.organization.name) == ("outbound", "나루상공회의소")
    assert goals(trip) == ["비엔티안", "다낭"]


def test_who_come_from_a_town_do_not_go_there(find: Find) -> None:
    assert find("수원시 축제에 일본 니가타시에서 시장을 비롯한 대표단과 시민 43명이 방문한다.") == []


ALSO_HEADS = [
    "문가온(文佳溫·육군 대장) 합참의장, 합참 오세진(吳世眞·육군 중장) 본부장 "
    "등 9명의 군사사절단이 오는 20일부터 24일까지 칠레를 공식 방문한다.",
    "정부가 산업자원부 장관을 단장으로 하는 경제사절단을 오는 12일부터 폴란드에 파견한다. 문가온 산자부 장관은 총리를 면담한다.",
    "새별교육연구원은 오는 15일부터 22일까지 핀란드를 방문해 연수를 진행한다. 연수단은 문가온 교육감을 비롯해 교원 등 30명으로 꾸렸다.",
    "문가온 춘천시장과 오세진 시의회 의장을 필두로 한 춘천시 방문단이 8일 일본 방문길에 올랐다.",
]


@pytest.mark.parametrize("text", ALSO_HEADS)
def test_whoever_heads_by_office_or_rank(find: Find, text: str) -> None:
    (trip,) = find(text)
    assert trip.leader and trip.leader.name == "문가온"


def test_the_head_of_a_council_has_a_name(find: Find) -> None:
    (trip,) = find(ALSO_HEADS[3])
    assert company(trip) == ["오세진", "방문단"]


def test_the_staff_sends_its_chairman(find: Find) -> None:
    (trip,) = find("문가온 합참의장은 12일부터 15일까지 칠레를 방문해 군사협력을 논의한다.")
    assert trip.organization and trip.organization.name == "합참"


def test_days_of_a_meeting_are_not_those_of_leaving(find: Find) -> None:
    (trip,) = find("문가온 장관이 오는 10일부터 12일까지 연차총회에 참석하기 위해 8일 미국 보스턴으로 출국했다.")
    assert (trip.start, trip.end, trip.status) == ("2024-05-08", None, "ongoing")


OF_COMMITTEES = [
    "국회 과기정위 소속 새별당 문가온(文佳溫), 나루당 오세진(吳世眞) 고은별(高恩星) 의원은 "
    "20일부터 열흘간 일정으로 미국 시애틀을 방문할 예정이다.",
    "법제사법위 소속 문가온 위원장과 새별당 오세진·고은별 의원은 20일부터 닷새간의 일정으로 칠레를 방문한다.",
]


@pytest.mark.parametrize("text", OF_COMMITTEES)
def test_members_of_committees_by_party(find: Find, text: str) -> None:
    (trip,) = find(text)
    assert trip.leader and trip.leader.name == "문가온"
    assert company(trip) == ["오세진", "고은별"]


def test_goals_told_as_such(find: Find) -> None:
    (trip,) = find("문가온 한별전자 회장은 7일 유럽행 비행기를 탔다. 네덜란드 로테르담과 덴마크 코펜하겐이 목적지다.")
    assert goals(trip) == ["로테르담", "코펜하겐"]


def test_cities_that_are_states(find: Find) -> None:
    (trip,) = find("문가온 가람은행장은 오는 20일부터 22일까지 홍콩과 싱가포르에서 투자설명회를 개최한다.")
    assert goals(trip) == ["홍콩", "싱가포르"]


def test_a_branch_abroad_is_no_governor(find: Find) -> None:
    (trip,) = find("문가온 한결건설 사장은 7일 아랍에미리트 두바이 지사로 떠났다.")
    assert (trip.leader and trip.leader.name, goals(trip)) == ("문가온", ["두바이"])


def test_the_body_before_a_name(find: Find) -> None:
    (trip,) = find("가람그룹의 문가온 회장은 7일 칠레로 출장길에 올랐다.")
    assert trip.organization and trip.organization.name == "가람그룹"


def test_whoever_began_a_tour(find: Find) -> None:
    (trip,) = find("지난 5일 독일 순방 일정을 시작한 문가온 서울시장이 8일 귀국했다.")
    assert (trip.start, trip.end) == ("2024-05-05", "2024-05-08")


def test_whoever_comes_home_early_has_been_there(find: Find) -> None:
    put_off, cut = find(
        "에리크 한센 노르웨이 총리의 방한이 연기됐다. "
        "문가온 외교부 1차관은 이달 6∼9일 스페인과 독일을 방문할 예정이었으나, 출장을 단축해 이날 오후 귀국한다."
    )
    assert (put_off.status, cut.status) == ("postponed", "ongoing")
    assert cut.leader and cut.leader.name == "문가온"


def test_volunteers_named_by_where_they_go(find: Find) -> None:
    (trip,) = find(
        "문가온 교수를 단장으로 의사 등 24명으로 구성된 라오스 봉사단은 "
        "오는 18일부터 24일까지 라오스 비엔티안에서 봉사를 펼친다."
    )
    assert trip.leader and trip.leader.name == "문가온"
    assert (trip.direction, goals(trip), trip.start) == ("outbound", ["비엔티안"], "2024-05-18")


def test_the_first_day_of_a_visit(find: Find) -> None:
    (trip,) = find("문가온 부안군수 등 방문단이 칠레 산티아고를 방문한다. 방문단은 방문 첫날인 7일 한인회와 간담회를 갖고 의견을 나눴다.")
    assert trip.start == "2024-05-07"
