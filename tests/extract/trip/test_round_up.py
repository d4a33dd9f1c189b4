"""Articles that tell of several people's journeys one after the other."""

from tests.extract.trip.conftest import Find


def test_each_has_what_is_told_of_him(find: Find) -> None:
    trips = find(
        "정하준 가람대 총장은 오는 14일부터 19일까지 호주 시드니를 방문한다. 정 총장은 시드니공과대학을 찾아 교류를 협의한다.",
        "오세진 나루대 총장은 지난 6일 미국으로 출국해 오는 18일까지 현지에 머물며 텍사스주립대를 방문할 예정이다. "
        "뉴욕에서는 동문회 총회에 참석한다.",
    )
    assert [trip.leader and trip.leader.name for trip in trips] == ["정하준", "오세진"]
    seen = [[site for stop in trip.stops for site in stop.visits] for trip in trips]
    assert seen == [["시드니공과대학"], ["텍사스주립대", "동문회 총회"]]
    assert [(trip.start, trip.end) for trip in trips] == [("2024-05-14", "2024-05-19"), ("2024-05-06", "2024-05-18")]


def test_two_who_travel_in_one_sentence(find: Find) -> None:
    one, other = find(
        "정하준 한빛그룹 회장은 4일 출국해 일본의 현지 법인을 둘러보고 있으며 "
        "오세진 나루그룹 회장은 6일 프랑스 파리에서 열리는 에어쇼에 참석하기 위해 출국했다.",
    )
    assert (one.leader and one.leader.name, one.start, one.countries, one.status) == ("정하준", "2024-05-04", ("JP",), "ongoing")
    assert (other.leader and other.leader.name, other.start, other.countries) == ("오세진", "2024-05-06", ("FR",))


def test_days_of_one_who_is_not_named_in_full_are_not_anothers(find: Find) -> None:
    trips = find(
        "정하준 가람대 총장은 지난 6일 베트남 하노이로 출국했다. 나루대 어윤대 총장도 지난달 5일부터 17일까지 몽골 울란바토르를 방문했다.",
    )
    assert (trips[0].start, trips[0].end, [place.name for place in trips[0].destinations]) == ("2024-05-06", None, ["하노이"])


def test_committees_of_one_council_travel_apart(find: Find) -> None:
    trips = find(
        "새벌시의회 행정복지위원회 소속 의원 5명은 18일부터 25일까지 프랑스 파리를 방문한다.",
        "산업건설위원회 소속 의원 4명은 19일부터 26일까지 스페인 마드리드와 프랑스 리옹을 방문한다.",
    )
    assert [(trip.start, trip.end) for trip in trips] == [("2024-05-18", "2024-05-25"), ("2024-05-19", "2024-05-26")]


def test_hosts_of_the_other_side_keep_the_journey_whole(find: Find) -> None:
    trips = find(
        "존 밀러 오하이오주지사가 7일 서울을 방문해 오세진 경기도지사를 만났다.",
        "오 지사는 지난 3월 미국을 방문한 바 있다. 밀러 주지사는 8일 일본 도쿄로 이동해 다나카 이치로 도쿄도지사를 만난다.",
    )
    assert [place.name for place in trips[0].destinations] == ["서울", "도쿄"]


def test_the_market_does_not_travel(find: Find) -> None:
    found = find("마드리드 산미구엘 시장, 파리 마타데로 아트지구, 해운대 전망대를 돌아보게 된다.")
    assert found == []


def test_the_topic_of_a_later_clause(find: Find) -> None:
    trips = find(
        "한빛그룹 정하준회장은 4일 일본 오사카로 출국할 예정이며 "
        "행사에 참석하기 위해 돌아왔던 나루그룹 오세진회장도 9일 프랑스 파리로 떠난다.",
    )
    assert [(trip.leader and trip.leader.name, [p.name for p in trip.destinations]) for trip in trips] == [
        ("정하준", ["오사카"]), ("오세진", ["파리"]),
    ]  # fmt: skip


def test_those_who_share_a_verb_without_particles(find: Find) -> None:
    trips = find("정하준 나루공단 이사장은 칠레, 오세진 가람재단 이사장은 몽골을 각각 다녀왔다.")
    assert [(trip.leader and trip.leader.name, trip.countries) for trip in trips] == [("정하준", ("CL",)), ("오세진", ("MN",))]


def test_each_to_his_own_goal(find: Find) -> None:
    trips = find("정하준 나루공단 이사장과 오세진 가람재단 이사장은 각각 칠레와 몽골을 방문했다.")
    assert [(trip.leader and trip.leader.name, trip.countries) for trip in trips] == [("정하준", ("CL",)), ("오세진", ("MN",))]


def test_committees_that_share_a_verb(find: Find) -> None:
    one, other = find(
        "나루도의회가 해외 연수를 취소했다. 기획행정위원회는 12월16일부터 6박8일 일정으로 스위스와 이탈리아를, "
        "보건복지위원회는 12월19일부터 8박10일 일정으로 덴마크를 방문할 계획이었다."
    )
    assert [(trip.status, trip.countries, trip.start, trip.nights) for trip in (one, other)] == [
        ("cancelled", ("CH", "IT"), "2024-12-16", 6), ("cancelled", ("DK",), "2024-12-19", 8),
    ]  # fmt: skip
    assert (one.organization and one.organization.name) == "기획행정위원회"
