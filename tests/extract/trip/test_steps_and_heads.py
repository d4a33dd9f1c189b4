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
