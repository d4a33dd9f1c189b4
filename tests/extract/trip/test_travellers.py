"""Who travels: bodies by their members, offices without a name, delegations put together of others, guests from abroad."""

import pytest

from .conftest import Find


@pytest.mark.parametrize(
    ("text", "sender", "places"),
    [
        ("독일 드레스덴을 찾은 충남대 학생들은 현지 연구소에서 실습했다.", "충남대", ["드레스덴"]),
        ("춘천시의회 의원 9명이 오는 11월 호주와 뉴질랜드로 8박 10일 해외연수를 떠날 예정이다.", "춘천시의회", ["호주", "뉴질랜드"]),
        ("춘천농협 조합원 30여명이 일본 홋카이도로 해외연수를 다녀왔다.", "춘천농협", ["홋카이도"]),
        ("강원교육청은 교사 20명으로 꾸린 국외연수단을 핀란드 헬싱키에 보내 교육과정을 살펴봤다.", "강원교육청", ["헬싱키"]),
        ("춘천시립교향악단 단원 60명은 지난 4일 오스트리아 빈에서 공연했다.", "춘천시립교향악단", ["빈"]),
        ("춘천시장의 일본 방문이 태풍으로 연기됐다.", "춘천시", ["일본"]),
        ("방미 중인 한미의원연맹 소속 의원들은 7일 워싱턴DC에서 하원 의장을 면담했다.", "한미의원연맹", ["워싱턴DC"]),
    ],
)
def test_bodies_and_offices_travel(find: Find, text: str, sender: str, places: list[str]) -> None:
    (trip,) = find(text)
    assert trip.leader is None
    assert trip.organization is not None
    assert trip.organization.name == sender
    assert [place.name for place in trip.destinations] == places


@pytest.mark.parametrize(
    ("text", "sender"),
    [
        ("베트남 다낭시 시찰단이 스마트시티 정책을 배우기 위해 7일 춘천시를 찾았다.", "다낭시"),
        ("몽골 국립대 교수진 8명이 7일 충남대를 방문했다.", "국립대"),
        ("대만 타이베이시 공무원 방문단 20명은 8일 춘천시 도시재생 현장을 견학했다.", "타이베이시"),
        ("쿠웨이트 국왕이 국빈 자격으로 11일 한국에 온다.", "쿠웨이트"),
        ("인도 국방장관 일행이 8일 한빛에어로 창원공장을 찾아 생산라인을 둘러봤다.", "인도"),
    ],
)
def test_guests_without_a_name(find: Find, text: str, sender: str) -> None:
    (trip,) = find(text)
    assert (trip.direction, trip.countries, trip.leader) == ("inbound", ("KR",), None)
    assert trip.organization is not None
    assert trip.organization.name == sender


def test_members_of_many_countries(find: Find) -> None:
    (trip,) = find("아프리카 5개국 공무원 12명이 새마을운동을 배우기 위해 방한했다.")
    assert (trip.direction, trip.organization) == ("inbound", None)
    assert [one.name for one in trip.companions] == ["공무원 12명"]


@pytest.mark.parametrize(
    "text",
    [
        "한지훈 춘천시장이 투자유치를 위해 7일 미국행 비행기에 올랐다.",
        "한지훈 춘천시장은 6일부터 5일간 미국에서 열리는 투자 설명회에 참석하기 위해 출국했다.",
    ],
)
def test_where_the_flight_goes(find: Find, text: str) -> None:
    (trip,) = find(text)
    assert (trip.status, trip.countries) == ("ongoing", ("US",))


@pytest.mark.parametrize(
    "text",
    [
        "미국 관광객 3백 명이 춘천시를 찾았다.",
        "학생들이 방학을 맞아 고향에 다녀왔다.",
        "한빛전자는 미국에 냉장고 만 대를 보냈다.",
        "춘천시 공무원 20명은 관내 전통시장을 방문했다.",
    ],
)
def test_no_official_journey(find: Find, text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "sender"),
    [
        ("춘천상공회의소가 이끄는 해외시장개척단이 14일 태국 방콕으로 출국했다.", "춘천상공회의소"),
        ("이도현 부총리 겸 교육부장관은 14일 태국 방콕을 방문한다.", "교육부"),
        ("몽골 울란바토르시 방문단이 6년 만에 자매도시인 춘천시를 방문하면서 이루어졌다.", "울란바토르시"),
        ("이도현 외교부장관은 14일 태국 방콕을 방문한다.", "외교부"),
        ("달서구의회는 팀을 나눠 태국 방콕으로 해외연수를 가기로 했다.", "달서구의회"),
    ],
)
def test_who_sends(find: Find, text: str, sender: str) -> None:
    (trip,) = find(text)
    assert trip.organization is not None
    assert trip.organization.name == sender


def test_a_delegation_by_its_last_word(find: Find) -> None:
    (trip,) = find(
        "중소기업 해외시장개척단이 14일 출국했다. 시장개척단은 오는 23일까지 열흘간 태국 방콕, 인도 첸나이 등을 차례로 방문한다.",
    )
    assert (trip.start, trip.end, trip.status) == ("2024-05-14", "2024-05-23", "planned")


def test_years_since_the_last_one_are_no_history(find: Find) -> None:
    (trip,) = find("춘천시 중학생 방문단이 6년 만에 자매도시인 일본 나고야를 찾아 교류 활동을 하고 있다.")
    assert trip.background is False


@pytest.mark.parametrize(
    ("text", "direction", "places"),
    [
        ("프랑스 상원 한불친선협회 의원단이 8일 서울시를 방문했다.", "inbound", ["서울시"]),
        ("미국 그린빌시 시장 일행이 8일 나주를 찾았다.", "inbound", ["나주"]),
        ("사우디아라비아의 칼리드 알하르비 투자부 장관이 8일 방한했다.", "inbound", ["한국"]),
        ("경기지역 중소기업 시장개척단이 태국 방콕 방문을 위해 14일 출국했다.", "outbound", ["방콕"]),
        ("춘천시는 한지훈 시장과 담당 공무원이 필리핀 마닐라를 직접 찾아 면접을 진행했다고 8일 밝혔다.", "outbound", ["마닐라"]),
        ("한지훈 회장이 베트남 하노이 '한빛몰' 개장식에 참석하기 위해 20일 출국한다.", "outbound", ["하노이"]),
        ("달서구의회가 오는 20일부터 27일까지 영국·프랑스 연수를 간다.", "outbound", ["영국", "프랑스"]),
    ],
)
def test_which_way_they_go(find: Find, text: str, direction: str, places: list[str]) -> None:
    (trip,) = find(text)
    assert (trip.direction, [place.name for place in trip.destinations]) == (direction, places)


def test_the_most_senior_member_leads(find: Find) -> None:
    (trip,) = find(
        "대한상공회의소는 다음 달 2일 베트남 하노이에 경제사절단을 파견한다.",
        "이번 사절단에는 박가온 한빛그룹 회장, 한지훈 산업통상부 장관 등이 포함됐다.",
    )
    assert trip.leader is not None
    assert trip.leader.name == "한지훈"


def test_the_second_stretch_goes_on(find: Find) -> None:
    (trip,) = find("왕하오 중국 총리가 10일부터 12일까지 라오스를 방문한다.", "왕 총리는 12일부터 14일까지 베트남도 방문한다.")
    assert (trip.start, trip.end, trip.countries) == ("2024-05-10", "2024-05-14", ("LA", "VN"))


@pytest.mark.parametrize(
    ("text", "sender", "direction"),
    [
        ("경남도립국악단이 이달 20일부터 카자흐스탄 알마티에서 순회공연을 펼친다.", "경남도립국악단", "outbound"),
        ("여야 의원 8명으로 구성된 국회 방문단이 7일 미국으로 출국했다.", "국회", "outbound"),
        ("엔비디아 대표단이 8일 서울시를 방문했다.", "엔비디아", "inbound"),
        ("엘살바도르 공무원 연수단 15명이 8일 세종시 도시통합센터를 견학했다.", "엘살바도르", "inbound"),
        ("더불어민주당 방미단이 8일 미국 시애틀에서 하원의원들을 만났다.", "더불어민주당", "outbound"),
    ],
)
def test_bodies_known_by_name(find: Find, text: str, sender: str, direction: str) -> None:
    (trip,) = find(text)
    assert trip.organization is not None
    assert (trip.organization.name, trip.direction) == (sender, direction)


@pytest.mark.parametrize(
    ("text", "leader"),
    [
        ("가온군은 지난 2일 태국 방콕을 방문했다. 이번 방문에는 한지훈 가온군수를 비롯해 농협 관계자 등 20여 명이 참석했다.", "한지훈"),
        ("한지훈 춘천시의장을 포함한 시의회 대표단은 지난 2일 태국 방콕을 방문했다.", "한지훈"),
        ("춘천시(시장 한지훈)는 시장 일행 방문단이 20일부터 태국 방콕을 방문한다고 밝혔다.", "한지훈"),
        ("문가온 사무총장을 비롯해 6명으로 구성된 유네스코한국위원회 대표단은 태국 방콕을 방문했다.", "문가온"),
    ],
)
def test_who_leads_is_told_apart(find: Find, text: str, leader: str) -> None:
    (trip,) = find(text)
    assert trip.leader is not None
    assert trip.leader.name == leader


def test_northern_offices_are_at_home_in_the_north(find: Find) -> None:
    (trip,) = find("김철민 외무성 제1부상은 7일 러시아를 방문하기 위해 평양에서 출발했다.")
    assert (trip.direction, trip.status, trip.countries) == ("foreign", "ongoing", ("RU",))


def test_a_minister_in_the_retinue_makes_no_second_trip(find: Find) -> None:
    (trip,) = find(
        "한국과 베트남은 이도현 대통령의 베트남 국빈 방문을 계기로 만났다.",
        "21일 베트남 하노이에서 열린 회의에는 박가온 산업부 장관이 참석했다.",
    )
    assert trip.leader is not None
    assert trip.leader.name == "이도현"


def test_the_days_of_this_visit(find: Find) -> None:
    (trip,) = find("고령군 대표단이 베트남 하노이를 방문했다. 이번 방문은 27일부터 5월 1일까지 3박 4일간 이뤄졌다.")
    assert (trip.start, trip.end) == ("2024-04-27", "2024-05-01")


@pytest.mark.parametrize(
    ("text", "direction", "places"),
    [
        ("베트남 호치민에 파견된 성남시 시장개척단이 상담 실적을 올렸다.", "outbound", ["호치민"]),
        ("성남시 시장개척단 9개사는 폴란드 바르샤바에서 수출상담회를 열었다.", "outbound", ["바르샤바"]),
        ("이도현 회장이 8일 오후 베트남에서 귀국했다.", "outbound", ["베트남"]),
        ("한지훈 회장은 파리 출장 중이던 7일 현지에서 기자들과 만났다.", "outbound", ["파리"]),
        ("문가온 사장은 관광객 유치를 위해 태국 방콕으로 날아갔다.", "outbound", ["방콕"]),
        ("한국 스카우트 대표단은 이집트 카이로 세계총회에 참가했다.", "outbound", ["카이로"]),
        ("유네스코 오드레 마르탱 사무총장이 8일 경주를 방문했다.", "inbound", ["경주"]),
        ("정부 조사단이 현지 상황을 파악하기 위해 라오스로 향했다.", "outbound", ["라오스"]),
        ("가온종 대표단 20명이 스리랑카 정부 초청으로 12일 출국했다.", "outbound", ["스리랑카"]),
        ("천안시와 결연한 중국 칭다오시 왕다후 부시장 등 6명이 축제에 참석하기 위해 8일 입국했다.", "inbound", ["천안시"]),
        ("문가온 회장은 스페인 바르셀로나 'MWC 2024' 현장에서 기자간담회를 열었다.", "outbound", ["바르셀로나"]),
    ],
)
def test_further_words_of_going(find: Find, text: str, direction: str, places: list[str]) -> None:
    (trip,) = find(text)
    assert (trip.direction, [place.name for place in trip.destinations]) == (direction, places)


def test_days_between_a_traveller_and_the_journey(find: Find) -> None:
    (trip,) = find("박도윤 대변인은 조지 앤더슨 미국 국무장관의 24∼26일 방중 협의에서 다룰 것이라고 말했다.")
    assert trip.leader is not None
    assert (trip.leader.name, trip.direction, trip.countries) == ("조지 앤더슨", "foreign", ("CN",))


def test_who_heads_a_delegation_of_many(find: Find) -> None:
    (trip,) = find(
        "정하준 총장을 단장으로 하고 오세진 국제처장과 실무자를 포함한 이번 방문단은 7일부터 13일까지 중국 상하이를 방문하고 있다. "
        "주요 방문기관은 상하이전기대학, 상하이이공대학과 가람연구소(옛 나루소) 등이다.",
    )
    assert trip.leader and trip.leader.name == "정하준"
    assert [site for stop in trip.stops for site in stop.visits] == ["상하이전기대학", "상하이이공대학", "가람연구소(옛 나루소)"]


def test_a_caption_mark_behind_a_name(find: Find) -> None:
    (trip,) = find("정하준(사진) 가람대학교 총장은 7일 카자흐스탄을 방문하기 위해 출국한다.")
    assert trip.leader and (trip.leader.name, trip.leader.organization) == ("정하준", "가람대학교")


def test_who_sends_is_no_traveller(find: Find) -> None:
    trips = find(
        "여야 의원 5명이 다음 달 10일 정하준 국회의장이 파견하는 특별방문단 자격으로 미국을 방문한다. "
        "오세진·한지훈 국민의힘 의원과 김서준·이도현 더불어민주당 의원은 다음 달 10일 출국해 미국 워싱턴DC를 방문한다.",
    )
    assert [trip.leader and trip.leader.name for trip in trips] == ["오세진"]
    assert [getattr(one, "name", None) for one in trips[0].companions][:3] == ["한지훈", "김서준", "이도현"]


def test_who_stays_at_home(find: Find) -> None:
    assert find("정하준·오세진 의원은 이번 유럽 해외연수에 참여하지 않았다. 연수는 가람박물관, 나루관 등을 둘러본다.") == []


def test_those_who_go_along_with_an_unsaid_subject(find: Find) -> None:
    (trip,) = find(
        "정하준 새벌도교육감이 15~30일 영국 런던 출장에 나선다.",
        "이어 25~30일 오세진 도교육청 행정국장, 한지훈 새벌시교육장 등과 일본 도쿄를 방문한다.",
    )
    assert trip.leader and (trip.leader.name, trip.leader.organization) == ("정하준", "새벌도교육청")
    assert [getattr(one, "name", None) for one in trip.companions] == ["오세진", "한지훈"]


def test_names_without_titles_who_go_along(find: Find) -> None:
    (trip,) = find(
        "정하준 국회부의장은 오는 21일부터 24일까지 칠레를 방문한다. "
        "정 부의장은 김서준(민자) 이도현 오세진(민주)등과 함께 의회 지도자들과 협력 방안을 협의한다.",
    )
    assert [getattr(one, "name", None) for one in trip.companions] == ["김서준", "이도현", "오세진"]


def test_people_of_a_country_make_up_a_delegation(find: Find) -> None:
    (trip,) = find("중국 12개 지방정부 중견간부로 구성된 한중 교류사업 대표단이 17일부터 21일까지 한국을 방문한다.")
    assert (trip.direction, trip.organization and trip.organization.name) == ("inbound", "중국")


def test_the_most_senior_of_those_on_the_journey_leads(find: Find) -> None:
    (trip,) = find(
        "이번 출장에는 정하준 새벌군수를 비롯한 수행공무원 7명과 "
        "오세진 의원을 비롯한 의회 수행공무원 1명 등 모두 38명의 방문단이 16일 몽골로 향한다.",
    )
    assert trip.leader and trip.leader.name == "정하준"


def test_a_body_goes_with_its_governor(find: Find) -> None:
    (trip,) = find("새벌경제자유구역청은 17일부터 2박 3일간 정하준 도지사와 중국 산시성을 방문해 투자 상담을 갖는다고 밝혔다.")
    assert trip.leader and trip.leader.name == "정하준"


def test_who_made_the_visit_that_is_answered(find: Find) -> None:
    (trip,) = (
        one
        for one in find(
            "베트남 빈롱성 인민위원회 대표단이 7일 대전을 공식 방문해 간담회를 가졌다.",
            "이번 방문은 지난 4월 정하준 대전시의회 부의장의 빈롱성 방문에 대한 답방 형식으로 이뤄졌다.",
        )
        if one.direction == "inbound"
    )
    assert trip.leader is None and not trip.background
