"""Visitors to South Korea by what is told around them: chiefs of firms, days without a subject, who goes home when. All are invented."""

from .conftest import Find


def test_chief_of_a_firm_named_again_by_his_last_name(find: Find) -> None:
    (trip,) = find(
        "마이클 로언 오로라칩 최고경영자(CEO)가 8일 전용기 편으로 입국했다.", "로언 CEO는 세계반도체회의를 계기로 방한했다.",
        "이날 저녁 한이준 다온전자 회장과 만찬을 하고 9일에는 경주에서 열리는 회의에서 기조연설을 한다.",
    )  # fmt: skip
    assert trip.leader is not None
    assert (trip.leader.name, trip.direction, trip.status) == ("마이클 로언", "inbound", "ongoing")
    assert [(stop.date, stop.place and stop.place.name) for stop in trip.stops][-1] == ("2024-05-09", "경주")


def test_guests_who_leave_go_home(find: Find) -> None:
    (trip,) = find(
        "응우옌 반 꽝 베트남 꽝남성 인민의회 의장을 단장으로 한 대표단은 6일 입국한 뒤 7일 첫 일정으로 안산시의회를 찾았다.",
        "베트남 대표단은 이날 공장을 둘러봤으며 9일 출국한다.",
    )
    assert (trip.direction, trip.start, trip.end, trip.status) == ("inbound", "2024-05-06", "2024-05-09", "ongoing")


def test_whoever_has_come_is_still_there_today(find: Find) -> None:
    (trip,) = find(
        "일본 스자카시 미키 쇼헤이 시장과 대표단이 전날 충북 단양군을 방문해 교류를 의논했다.",
        "대표단은 8일 도담삼봉을 둘러본 뒤 축제 개막식에 참석한다.",
    )
    assert (trip.start, trip.status) == ("2024-05-07", "ongoing")


def test_a_delegation_has_its_body_elsewhere(find: Find) -> None:
    (trip,) = find(
        "새빛대 7기 하계 해외봉사단이 8일 첫 모임을 열었다.", "방글라데시로 파견 예정인 해외봉사단 18명은 봉사를 다짐했다.",
        "이들은 오는 14일 출국해 다음 달 2일까지 방글라데시 다카에서 봉사할 예정이다.",
    )  # fmt: skip
    assert trip.organization is not None
    assert (trip.organization.name, trip.start, trip.end, trip.countries) == ("새빛대", "2024-05-14", "2024-06-02", ("BD",))


def test_two_teams_of_one_body(find: Find) -> None:
    laos, nepal = find(
        "다온대 해외봉사단은 지난달 20일 라오스로 출발해 루앙프라방에서 봉사를 펼쳤다.",
        "다온대 총학생회는 오는 12일부터 2주간 네팔 카트만두에 해외봉사단 40명을 파견할 예정이다.",
    )
    assert (laos.countries, laos.status, nepal.countries, nepal.status) == (("LA",), "completed", ("NP",), "planned")


def test_a_tour_put_off_and_taken_up_again(find: Find) -> None:
    (trip,) = find(
        "동남아 순방을 미뤘던 앨런 하퍼 영국 외무장관이 다시 순방에 나선다는 소식이 전해졌다.",
        "하퍼 장관은 오는 20일 태국에 도착할 예정이다.",
    )
    assert trip.leader is not None
    assert (trip.leader.name, trip.direction, trip.status, trip.start) == ("앨런 하퍼", "foreign", "planned", "2024-05-20")


def test_countries_told_in_their_order(find: Find) -> None:
    (trip,) = find("앨런 하퍼 영국 외무장관이 오는 11일까지 페루, 칠레, 브라질 순으로 남미 순방길에 오른다.")
    assert (trip.countries, trip.end) == (("PE", "CL", "BR"), "2024-05-11")


def test_a_name_that_begins_as_a_bound_noun(find: Find) -> None:
    (trip,) = find("유한결 국무총리는 8일 정부서울청사에서 우리나라를 방문 중인 데이비드 오웬 미국 오리건 주지사를 접견했다.")
    assert trip.leader is not None
    assert (trip.leader.name, trip.direction, trip.status) == ("데이비드 오웬", "inbound", "ongoing")


def test_whoever_stands_behind_with_a_subject_between_is_no_traveller(find: Find) -> None:
    assert find("5일 영국에 건너간 단체 회원이 존 브라이트 총리 관저 앞에서 시위했다.") == []


def test_who_sets_out_stands_behind_the_aim(find: Find) -> None:
    (trip,) = find("몽골을 방문하기 위해 박성일 외무상과 일행이 3일 평양을 떠났다.")
    assert trip.leader is not None
    assert (trip.leader.name, trip.direction, trip.countries, trip.start) == ("박성일", "foreign", ("MN",), "2024-05-03")


def test_the_last_day_of_a_visit(find: Find) -> None:
    (trip,) = find("안데르스 크누센 덴마크 왕세자가 5일 서울공항에 도착했다.", "크누센 왕세자는 7일 공장을 시찰한 뒤 9일 이한한다.")
    assert (trip.start, trip.end) == ("2024-05-05", "2024-05-09")


def test_a_name_that_looks_korean_before_a_foreign_one(find: Find) -> None:
    (trip,) = find("이고리 소콜로프 러시아 대통령이 12일 인도 뉴델리를 방문한다.")
    assert trip.leader is not None
    assert trip.leader.name == "이고리 소콜로프"


def test_members_of_a_foreign_ministry(find: Find) -> None:
    (trip,) = find(
        "페루 관광부 공무원 9명이 7일 전주시 공방을 견학했다.",
        "이들은 정부 초청으로 지난달 26일 입국했으며 11일까지 관광 현장을 둘러본다.",
    )
    assert trip.organization is not None
    assert (trip.organization.name, trip.direction, trip.start, trip.end) == ("관광부", "inbound", "2024-04-26", "2024-05-11")


def test_places_before_a_body_are_no_goals(find: Find) -> None:
    (trip,) = find(
        "미국 텍사스주 댈러스상공회의소 대표단 20여 명이 7일 경기도청을 방문해 서이든 경기도지사를 만났다.",
        "대표단을 이끈 제임스 파커 회장은 투자를 약속했다.",
    )
    assert trip.leader is not None
    assert (trip.leader.name, trip.direction, trip.countries) == ("제임스 파커", "inbound", ("KR",))


def test_guests_who_go_on(find: Find) -> None:
    (trip,) = find(
        "방한 중인 마르코 로시 이탈리아 하원의장이 8일 천안 독립기념관을 찾아 헌화했다.",
        "로시 의장은 6일 입국해 국회의장을 예방했으며 10일 일본으로 출국한다.",
    )
    assert (trip.direction, trip.status, trip.start) == ("inbound", "ongoing", "2024-05-06")


def test_our_own_ambassadors_travel_from_here(find: Find) -> None:
    first, second = find(
        "정해준 전 케냐 대사가 24일부터 다음 달 1일까지 가봉과 케냐를, "
        "박서우 전 페루 대사가 27일부터 다음 달 3일까지 페루와 칠레를 방문할 예정이다."
    )
    assert (first.direction, first.countries, first.start) == ("outbound", ("GA", "KE"), "2024-05-24")
    assert (second.direction, second.countries, second.start, second.end) == ("outbound", ("PE", "CL"), "2024-05-27", "2024-06-03")


def test_two_countries_are_no_city(find: Find) -> None:
    (trip,) = find(
        "한이준 대통령은 오는 18일부터 독일·덴마크를 순방할 계획이었으나 연기했다.",
        "한 대통령은 18일부터 두 나라를 방문할 예정이었다.",
    )
    assert (trip.status, trip.countries) == ("postponed", ("DE", "DK"))


def test_heads_of_international_bodies_come_here(find: Find) -> None:
    (trip,) = find(
        "한이준 유네스코 사무총장이 강원 평창에서 열리는 총회에 참석하기 위해 12일 방한한다.",
        "한 총장은 17일까지 한국에 머물며 대통령을 만난다.",
    )
    assert trip.leader is not None
    assert (trip.leader.name, trip.direction, trip.start, trip.end) == ("한이준", "inbound", "2024-05-12", "2024-05-17")


def test_whom_a_delegation_is_headed_by(find: Find) -> None:
    (trip,) = find(
        "일본의 수산업 시찰단이 7일 방한해 상담에 들어갔다.",
        "시찰단은 고지마 겐지 이사장을 단장으로 양식업자와 유통업자 48명으로 꾸려졌다.",
        "시찰단은 오는 11일까지 한국에 머물며 경남 통영과 부산의 어시장을 돌아본다.",
    )
    assert trip.leader is not None
    assert (trip.leader.name, trip.direction, trip.end) == ("고지마 겐지", "inbound", "2024-05-11")


def test_guests_leave_for_home(find: Find) -> None:
    (trip,) = find(
        "독일 작센주 기업 대표단이 8일 구미 국가산업단지를 방문했다.",
        "대표단은 6일 한국에 도착해 익산을 둘러봤으며 12일 독일로 떠난다.",
    )
    assert (trip.direction, trip.start, trip.end, trip.countries) == ("inbound", "2024-05-06", "2024-05-12", ("KR",))


def test_guests_who_entered_first(find: Find) -> None:
    (trip,) = find(
        "앨리스 모건 미국 하원의장이 이끄는 하원 대표단이 7일 밤 공항을 통해 입국했다.", "모건 의장은 8일 오후에는 판문점을 찾는다."
    )
    assert (trip.direction, trip.status, trip.start) == ("inbound", "ongoing", "2024-05-07")


def test_an_honour_given_here(find: Find) -> None:
    (trip,) = find("안와르 이스마일 전 말레이시아 총리가 8일 부산 새길대에서 명예박사 학위를 받았다.")
    assert (trip.direction, [place.name for place in trip.destinations]) == ("inbound", ["부산"])


def test_pupils_within_their_days(find: Find) -> None:
    (trip,) = find(
        "전북도는 중국 장쑤성 고등학생 24명이 6일부터 10일까지 4박 5일간 전북을 방문한다고 밝혔다.",
        "학생들은 익산 미륵사지를 둘러본다.",
    )
    assert (trip.status, [place.name for place in trip.destinations]) == ("ongoing", ["전북", "익산"])


def test_what_somebody_was_to_attend(find: Find) -> None:
    (trip,) = find("문세라 부총리가 오는 14일 미국 워싱턴에서 열리는 총회에 참석하려던 계획을 취소했다.")
    assert (trip.status, trip.direction) == ("cancelled", "outbound")


def test_a_country_before_a_name_is_no_goal(find: Find) -> None:
    (trip,) = find("루마니아 미하이 이오네스쿠 교통부 장관 일행이 7일 부산항을 방문했다고 부산항만공사가 8일 밝혔다.")
    assert (trip.direction, trip.countries, trip.start) == ("inbound", ("KR",), "2024-05-07")


def test_a_delegation_of_a_ministry_and_its_head(find: Find) -> None:
    (trip,) = find(
        "라오스 농림부 대표단 12명이 농촌진흥청 초청으로 지난 6일부터 10일 일정으로 방한해 기술을 배우고 있다.",
        "대표단 단장인 캄판 시사왓 국장은 “한국의 경험을 배우고 싶다”고 말했다.",
    )
    assert trip.leader is not None
    assert trip.organization is not None
    assert (trip.leader.name, trip.organization.name, trip.days) == ("캄판 시사왓", "농림부", 10)


def test_steps_to_come_of_a_guest(find: Find) -> None:
    (trip,) = find(
        "국회 초청으로 방한한 호르헤 피네다 칠레 상원의장은 7일 한유라 서울시장을 만났다.",
        "피네다 의장은 9일 제주를 들른 뒤 10일 출국할 예정이다.",
    )
    assert (trip.status, trip.start, trip.end) == ("ongoing", None, "2024-05-10")


def test_days_of_a_meeting_are_not_those_of_the_guest(find: Find) -> None:
    (trip,) = find(
        "태국의 쏨차이 분락 총리가 회의 참석차 8일 오후 서울공항으로 입국했다.",
        "분락 총리는 10~11일 정상회의에 참석한 뒤 11일 밤 귀국한다.",
    )
    assert (trip.status, trip.start, trip.end) == ("ongoing", "2024-05-08", "2024-05-11")


def test_a_royal_couple(find: Find) -> None:
    (trip,) = find(
        "마그누스 5세 노르웨이 국왕 내외가 한이준 대통령의 초청으로 오는 12일부터 15일까지 우리나라를 국빈 방문한다.",
        "국왕 내외는 방한 기간 거제 조선소를 찾고 박물관을 관람할 예정이다.",
    )
    assert trip.leader is not None
    assert (trip.leader.name, trip.direction, trip.start) == ("마그누스 5세", "inbound", "2024-05-12")
