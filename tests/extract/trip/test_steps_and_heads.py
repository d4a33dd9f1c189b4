"""Countries and cities that lines open with, who heads a counted group, and names told by their characters."""

from .conftest import Find


def test_countries_that_clauses_open_with(find: Find) -> None:
    (trip,) = find(
        "정하준 한빛시장은 10일 아프리카 3개국 방문을 위해 에티오피아로 출국한다.",
        "우간다에서는 농업 협력을, 케냐에서는 기업 진출 방안을 논의한다.",
    )
    assert trip.countries == ("ET", "UG", "KE")


def test_countries_of_others_are_no_steps(find: Find) -> None:
    (trip,) = find(
        "정하준 한빛시장은 10일 에티오피아를 방문한다.",
        "우간다에서는 이가온 교수가 강연을 한다.", "케냐에서는 지난해 가뭄이 들었다.",
    )
    assert trip.countries == ("ET",)


def test_a_city_that_a_line_opens_with(find: Find) -> None:
    (trip,) = find(
        "정하준 한빛시장은 10일부터 14일까지 미국을 방문한다.", "시카고에서는 기업 30여곳에 투자환경을 설명할 계획이다.",
    )
    assert [place.name for place in trip.destinations] == ["시카고"]


def test_what_is_seen_as_well_is_no_traveller(find: Find) -> None:
    (trip,) = find(
        "정하준 경기도교육감이 10일부터 14일까지 핀란드를 탐방한다.", "교육도시로 유명한 ‘나루시(Naru City)’도 방문한다.",
        "13일에는 오울루 교육청을 방문해 현장을 둘러본다.",
    )
    assert trip.leader and trip.leader.name == "정하준"


def test_heads_of_counted_groups(find: Find) -> None:
    (trip,) = find("이번 사절단은 배가온 나루무역 대표이사(단장) 등 21명이 10일 베트남 다낭시를 방문한다.")
    assert trip.leader and trip.leader.name == "배가온"
    (trip,) = find("문하늘 나루대 부총장 등 6명으로 이뤄진 나루대 교류대표단이 8일 몽골 울란바토르에 도착했다. 이들은 10일까지 머문다.")
    assert trip.leader and (trip.leader.name, trip.status) == ("문하늘", "ongoing")


def test_names_by_their_characters(find: Find) -> None:
    (trip,) = find("중국 산동성 다온시 마하오(馬浩) 외사교무반 부주임을 단장으로 한 시찰단이 8일 나주시를 방문했다.")
    assert trip.leader and trip.organization
    assert (trip.leader.name, trip.leader.title, trip.organization.name) == ("마하오", "부주임", "다온시")


def test_councillors_are_of_their_town(find: Find) -> None:
    (trip,) = find(
        "양양군의원 전원과 직원 등 11명이 8일간 호주로 국외 연수에 나섰다.",
        "이들은 8일 출발해 시드니를 둘러보고 15일 귀국한다.",
    )
    assert trip.organization and trip.organization.name == "양양군"
    assert ([place.name for place in trip.destinations], trip.end) == (["시드니"], "2024-05-15")


def test_who_acts_in_an_office_leads(find: Find) -> None:
    (trip,) = find(
        "이번 방문에는 문가온 군수 권한대행을 비롯한 박도윤 군의회 의장, 정하준 나루상공회의소 명예회장 등 "
        "10여 명으로 구성된 군 방문단이 나서 "
        "일본 구레시를 방문했다.",
    )
    assert trip.leader and (trip.leader.name, trip.leader.title) == ("문가온", "군수 권한대행")
    assert [one.name for one in trip.companions][:2] == ["박도윤", "정하준"]


def test_a_council_is_not_named_by_its_chairman(find: Find) -> None:
    (trip,) = find("정하준 여주시장과 박도윤 시의회 의장을 필두로 한 여주시 방문단이 8일 일본 구레시 방문길에 올랐다.")
    assert trip.leader and trip.leader.name == "정하준"
    assert "박도윤" in [one.name for one in trip.companions]


def test_names_in_a_list_behind_the_head(find: Find) -> None:
    (trip,) = find(
        "은평구의회는 10일부터 뉴질랜드를 시찰한다.", "시찰단은 문가온 의장을 단장으로 이재식, 구자성, 김성문 등 9명의 의원으로 구성됐다.",
    )
    assert [one.name for one in trip.companions] == ["시찰단", "이재식", "구자성", "김성문"]
