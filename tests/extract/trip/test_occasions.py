"""What is attended and visited, by constructions once misread: quoted occasions, programmes, summing nouns, recalled events."""

import pytest

from clipper.records import Person, Trip

from .conftest import Find


def visited(trip: Trip) -> list[str]:
    return [name for stop in trip.stops for name in stop.visits]


def met(trip: Trip) -> list[str | None]:
    return [who.name for stop in trip.stops for who in stop.meets]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("문가람 장관은 ‘라오스 물의 해’ 행사 참석차 12일 라오스를 방문했다.", ["라오스 물의 해"]),
        ("문가람 장관은 12일 ‘한-라오스 물의 대화’ 행사에 참석하기 위해 라오스로 출국했다.", ["한-라오스 물의 대화"]),
        ("문가람 장관은 ‘숲의 날’ 선포식 참석차 12일 라오스를 방문했다.", ["‘숲의 날’ 선포식"]),
        ("문가람 대통령은 4국 정상회의 참석차 페루에서 2박4일의 일정을 마치고 5일 귀국했다.", ["4국 정상회의"]),
        ("문가람 시장은 2024 세계도자엑스포 개막식 행사 참석차 12일 중국을 방문했다.", ["2024 세계도자엑스포 개막식"]),
        ("문가람 시장은 12일 칠레를 방문해 고속철 1호기 출고식 행사에 참석했다.", ["고속철 1호기 출고식"]),
        ("문가람 장관은 12일 칠레를 방문해 물관리 협력 회의에 참석했다.", ["물관리 협력 회의"]),
        ("문가람 장관은 12일 칠레를 방문해 관련 회의에 참석했다.", []),
        ("문가람 지사는 12일 중국 상하이에서 열린 한·중 지사성장회의에 참석했다.", ["한·중 지사성장회의"]),
        ("문가람 장관은 12일 칠레를 방문해 나달 원전 건설 현장을 점검했다.", ["나달 원전 건설 현장"]),
        ("문가람 장관은 12일 칠레를 방문해 나달 박람회 준비를 점검했다.", []),
        ("문가람 장관은 12일 칠레를 방문해 동포 초청 만찬에 참석했다.", ["동포 초청 만찬"]),
        ("문가람 장관은 12일 칠레를 방문해 새벽 사원 무명용사의 묘에 헌화했다.", ["새벽 사원 무명용사의 묘"]),
        ("문가람 장관은 12일 칠레를 방문해 다양한 모임에 참석했다.", []),
        ("문가람 교수는 12일 칠레를 방문해 ‘2024 산티아고 꽃축제’가 열리고 있는 마포초정원을 찾았다.",
         ["2024 산티아고 꽃축제", "마포초정원"]),
        ("칠레를 방문 중인 문가람 지사는 12일 국립과학대 부설 ‘새별연구센터’ 초청으로 현지에서 강연했다.", ["새별연구센터"]),
    ],
)  # fmt: skip
def test_occasions_are_named_as_they_are(find: Find, sentence: str, names: list[str]) -> None:
    (trip,) = find(sentence)
    assert visited(trip) == names


def test_a_programme_is_read_item_by_item(find: Find) -> None:
    (trip,) = find(
        "캐나다를 방문한 문가람 대통령은 16일 하루 동안 나래공대 석학과의 간담회, 한·캐나다 창업 라운드 테이블, "
        "온타리오 주지사와의 오찬, 요크대 연설 등 일정을 소화했다."
    )
    assert visited(trip) == ["나래공대 석학과의 간담회", "한·캐나다 창업 라운드 테이블", "요크대"]


def test_a_programme_with_its_first_item_apart(find: Find) -> None:
    (trip,) = find(
        "캐나다를 방문한 문가람 시장은 15일 토론토상공회의소 간담회를 비롯해 온타리오과학관 시찰, 노스베이 물류센터 방문 등 "
        "다양한 일정을 소화하며 협력을 다졌다."
    )
    assert visited(trip) == ["토론토상공회의소 간담회", "온타리오과학관", "노스베이 물류센터"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("문 사장은 감지기(LiDAR) 회사 누비전, 정밀 모터 강자 웨이브텍 등 납품할 고객사를 찾아갔다.", ["누비전", "웨이브텍"]),
        ("문 사장은 나루텍 등 현지 로봇 기업들을 방문해 협력 방안을 논의했다.", ["나루텍"]),
        ("문 사장은 중소기업 수출박람회를 참관했다.", ["중소기업 수출박람회"]),
        ("문 사장은 벤처기업 협회를 방문했다.", ["벤처기업 협회"]),
        ("문 사장은 은하전자와 한별자동차 전시관을 둘러봤다.", ["은하전자", "한별자동차 전시관"]),
        ("문 사장은 카할라 화산박물관, 시카고 관광협회를 찾았다.", ["카할라 화산박물관", "시카고 관광협회"]),
        ("문 사장은 전장 부품 업체 보슈텍 본사를 찾았다.", ["보슈텍 본사"]),
        ("문 사장은 이를 계기로 로봇 기업 한들로보틱스를 방문했다.", ["한들로보틱스"]),
    ],
)  # fmt: skip
def test_firms_are_named_without_what_they_are(find: Find, sentence: str, names: list[str]) -> None:
    (trip,) = find(f"문가람 은하전자 사장이 12일 미국을 방문했다. {sentence}")
    assert visited(trip) == names


def test_the_event_of_guests_is_not_at_their_home(find: Find) -> None:
    (trip,) = find("솜차이 태국 부총리는 ‘태국 관광의 해’ 행사 참석차 2일 한국을 방문했다.")
    assert visited(trip) == ["태국 관광의 해"]


def test_the_mayors_city_is_not_where_the_event_is(find: Find) -> None:
    (trip,) = find("나루선재가 7일 중국 산둥성 르자오시에서 문가람 거제시장과 선주들이 참석한 가운데 선박 전시관 준공식을 열었다.")
    assert visited(trip) == ["선박 전시관 준공식"]


def test_the_occasion_of_the_line_before(find: Find) -> None:
    (trip,) = find(
        "여수시는 지난 5월 3일 여수 바다호텔에서 칠레 명예영사관 출범식과 개항 20주년 기념식을 열었다. "
        "이날 행사에는 방한 중인 디에고 로하스 칠레 대통령과 어민 대표들이 함께했다."
    )
    (stop,) = trip.stops
    assert (stop.date, stop.place and stop.place.name) == ("2024-05-03", "여수")
    assert list(stop.visits) == ["명예영사관 출범식", "개항 20주년 기념식"]


def test_the_ministry_is_no_second_traveller(find: Find) -> None:
    (trip,) = find(
        "과학기술정보통신부는 한지원 제1차관을 수석대표로 5월 2일 스페인 마드리드에서 개최된 세계 디지털 장관회의에 참석했다고 밝혔다.",
        "과기정통부는 박람회 참석을 계기로 스페인 로봇 기업 한들로보틱스를 방문해 루이스 고메스 최고경영자(CEO)와 면담을 가졌다.",
    )
    assert trip.leader is not None and trip.leader.name == "한지원"
    assert visited(trip) == ["세계 디지털 장관회의", "한들로보틱스"]
    assert met(trip) == ["루이스 고메스"]


def test_hosts_who_hold_a_meeting_with_the_guest(find: Find) -> None:
    (trip,) = find(
        "한지원 국방부 장관은 2일 방한 중인 얀 코발스키 체코 국방부 장관과 경남 진주 제9훈련비행단에서 "
        "'제2차 한·체코 방산 협력 공동위원회'를 개최했다. 두 장관은 이날 오전 체코 수출용으로 제작된 나래-20 1호기 출고식 행사에 참석했다."
    )
    assert met(trip) == ["한지원"]
    assert visited(trip) == ["제2차 한·체코 방산 협력 공동위원회", "나래-20 1호기 출고식"]


def test_our_people_abroad_are_met(find: Find) -> None:
    (trip,) = find(
        "문가람 시장은 3일 프랑스 파리를 방문해 주프랑스 대한민국대사관을 찾아 한도윤 대사와 만나 협력을 논의했다.",
        "문 시장은 4일 파리에서 오세진 파리한인회장과 오찬을 했다.",
    )
    assert met(trip) == ["한도윤", "오세진"]


def test_the_head_of_a_council_of_states_is_met(find: Find) -> None:
    (trip,) = find("오만을 찾은 문가람 총리는 9일 무스카트에서 파흐드 알 사바 걸프협력회의(GCC) 사무총장을 만났다.")
    (stop,) = trip.stops
    (host,) = stop.meets
    assert isinstance(host, Person)
    assert (host.name, host.organization) == ("파흐드 알 사바", "걸프협력회의")


def test_managers_who_come_along_with_a_gloss_in_their_division(find: Find) -> None:
    (trip,) = find(
        "한지원 은하전자 사장은 최도현 은하전자 메모리(기억장치) 사업부 부사장 등 은하전자 DX부문 핵심 경영진과 함께 "
        "지난주 미국 출장을 소화하고 귀국했다."
    )
    assert [one.name for one in trip.companions] == ["최도현"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("문 장관은 잭 밴더 상무장관과 마크 루이스 하원의장, 앤디 퍼거 미 연방통신위원회(FCC) 위원장 지명자 등과 만찬을 함께했다.",
         ["잭 밴더", "마크 루이스", "앤디 퍼거"]),
        ("문 장관은 중국 생태환경부의 자오윈민(趙雲民)차관과 양자회담을 가졌다.", ["자오윈민"]),
        ("이번 면담은 2월 방한했던 루이스 고메스 스페인 총리와의 후속 논의로 진행됐다.", []),
    ],
)  # fmt: skip
def test_those_met_with_what_they_are_to_be(find: Find, sentence: str, names: list[str]) -> None:
    trip = next(one for one in find(f"문가람 장관은 2일 미국을 방문했다. {sentence}") if one.leader and one.leader.name == "문가람")
    assert met(trip) == names


def test_what_might_be_attended_is_not(find: Find) -> None:
    (trip,) = find("문가람 대통령은 2일 프랑스로 출국했다. 왕세자가 4차 투자 설명회에 참석할 경우 두 사람이 만날 수 있다.")
    assert visited(trip) == []


def test_what_is_seen_is_not_met(find: Find) -> None:
    (trip,) = find(
        "한도윤 가람시장이 2일 베트남으로 출국했다. 한 시장은 6일 호찌민에서 남방테크노파크와 은하전자 복합단지 등을 둘러보고 "
        "수출상담회를 열 예정이다."
    )
    assert (visited(trip), met(trip)) == (["남방테크노파크", "은하전자 복합단지"], [])


def test_the_first_item_of_a_tour_opens_its_sentence(find: Find) -> None:
    (trip,) = find("한도윤 가람시장이 2일 미국으로 출국했다. 은하 디자인센터로 미국 첫 일정을 시작한 한 시장은 풀러턴시의회 등을 찾았다.")
    assert visited(trip) == ["은하 디자인센터", "풀러턴시의회"]


def test_a_foreign_ministry_is_not_our_ministers(find: Find) -> None:
    (trip,) = find("문가람 외교장관이 2일 방콕에 도착했다. 문 장관은 3일 로버트 로지 미국 국무부 차관보와 만나 협력을 논의했다.")
    assert trip.organization is None
    assert met(trip) == ["로버트 로지"]


def test_verbs_are_no_part_of_names(find: Find) -> None:
    (trip,) = find("문가람 장관이 2일 요르단을 방문했다. 문 장관은 총리와 오찬을 갖고 무함마드 파이살 국왕도 예방했다.")
    assert "무함마드 파이살" in met(trip)


@pytest.mark.parametrize("who", ["문가람 국회 산업위원장을 비롯한 여야 의원 5명이", "문가람 의원 등 친선협회 소속 여야 의원 10여 명이"])
def test_whoever_is_named_of_a_counted_party_leads_it(find: Find, who: str) -> None:
    (trip,) = find(f"{who} 2일 체코 프라하를 방문해 하벨 상원의장과 면담했다. 의원단은 3일 스코다홀딩스를 시찰했다.")
    assert trip.leader is not None and trip.leader.name == "문가람"


def test_a_bare_delegation_goes_on_with_the_journey_told_before(find: Find) -> None:
    (trip,) = find(
        "문가람 국회 산업위원장을 비롯한 여야 의원 5명이 2일 체코 프라하를 찾아 하벨 상원의장과 면담했다. "
        "의원단은 4일 폴란드 바르샤바로 건너가 크라쿠프 방산업체 후타중공업을 시찰한다."
    )
    assert [place.name for place in trip.destinations] == ["프라하", "바르샤바", "크라쿠프"]
    assert visited(trip) == ["후타중공업"]


def test_cities_in_the_names_of_what_is_visited_are_gone_to(find: Find) -> None:
    (trip,) = find("문가람 교육감이 2일부터 6일까지 핀란드를 방문했다. 문 교육감은 헬싱키 중앙도서관 아우레를 찾아 교사들을 만났다.")
    assert [place.name for place in trip.destinations] == ["헬싱키"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("한지원 은하전자 부회장, 최도현 은하화학 사장(CEO) 등 주요 계열사 경영진이 출장길에 함께 올랐다.", ["한지원", "최도현"]),
        ("문 회장은 은하모터스, 나루제철, 한별조선 등 12개 기업으로 이뤄진 민관 수주지원단과 함께 뉴델리를 찾았다.",
         ["은하모터스", "나루제철", "한별조선", "민관 수주지원단"]),
        ("부인 이한서 여사도 함께한다.", ["이한서"]),
    ],
)  # fmt: skip
def test_who_comes_along(find: Find, sentence: str, names: list[str]) -> None:
    (trip,) = find(f"문가람 은하그룹 회장이 4일 인도로 출국했다. {sentence}")
    assert [one.name for one in trip.companions] == names


def test_those_present_where_the_traveller_is(find: Find) -> None:
    (trip,) = find(
        "문가람 은하모터스 회장은 2일 인도네시아 브카시 공장 준공식에 참석했다. "
        "이 자리에는 조코 하르토 인도네시아 대통령과 안드레이 베버 장관 등 100여명이 참석했다."
    )
    assert met(trip) == ["조코 하르토", "안드레이 베버"]
