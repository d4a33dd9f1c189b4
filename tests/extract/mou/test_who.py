"""Who signs: names that no form tells, lists counted behind other words, offices and firms joined in one word."""

from __future__ import annotations

import pytest
from tests.extract.mou.support import Reader

SIDES = [
    # Bare words between 등 and the count of a list.
    (
        "나래대는 3일 온새정밀, 주식회사 두레기공, 한빛밸브 등 조선 분야 관련 3개 기업과 기술 협약을 체결했다.",
        ["나래대", "온새정밀", "두레기공", "한빛밸브"],
    ),
    # Practices of lawyers and accountants are called by their form; a market is no mayor; those who lead a firm act for it.
    ("온새테크와 법무법인 다솔이 7일 자문 협약을 맺었다.", ["온새테크", "법무법인 다솔"]),
    ("가람도매시장과 온새푸드는 15일 유통 협약을 체결했다.", ["가람도매시장", "온새푸드"]),
    ("ONSE Marine 경영진이 물류 기업인 Dure Line과 양해각서에 서명했다.", ["ONSE Marine", "Dure Line"]),
    # An office of a college abroad; offices of one college; two firms joined by a dot.
    (
        "가람대학교는 캐나다 온새대학 의료센터 바이오 영상분석센터와 협약을 체결했다.",
        ["가람대학교", "온새대학 의료센터 바이오 영상분석센터"],
    ),
    ("온새리조트는 가람대학교 조리과·제빵과와 실습 협약을 체결했다.", ["온새리조트", "가람대학교"]),
    ("온새·두레는 가람대학교의료원과 협약을 맺고 배송 로봇을 개발하기로 했다.", ["온새", "두레", "가람대학교의료원"]),
    # What stands inside a country is no side.
    ("온새는 두레소프트와 일본 내 간편결제와 포인트, 상품권 사업 기회 발굴을 위한 협약을 체결했다.", ["온새", "두레소프트"]),
    # Two names that nothing else in the article knows, behind a byline and a word for what one of them is.
    ("[가람뉴스 김하나 기자] 온새랩과 홍보 에이전시 두레온이 지난 3일 업무협약을 체결했다.", ["온새랩", "두레온"]),
    # Right before the paper stand sides, whatever they end with; so in brackets behind each.
    ("가람군은 나루대학교, ON비전과 업무협약을 체결했다.", ["가람군", "나루대학교", "ON비전"]),
    ("HAN코리아(의류)와 온새씨(원단), 두레산업(봉제), 다솜통상(봉제)도 협약식을 가졌다.", ["HAN코리아", "온새씨", "두레산업", "다솜통상"]),
    # A firm and a county in one word; firms that are not named; what a name is, before its Latin letters.
    ("가람군은 온새로템·나루시와 투자협약을 체결했다.", ["가람군", "온새로템", "나루시"]),
    ("ONSE Media가 DTV 및 여러 주요 방송국과 협력 협약을 체결했다.", ["ONSE Media", "DTV"]),
    ("온새연구원은 네팔 인증기관 DURE Overseas와 업무협약을 체결했다.", ["온새연구원", "DURE Overseas"]),
    # A village by the word for it; towns whose heads come; the branch of a region by its head, the body itself where that is named.
    ("온새식품은 9일 가람면 두솔리 마을과 자매결연을 맺었다.", ["온새식품", "가람면 두솔리 마을"]),
    ("온새식품은 9일 우리 마을과 자매결연을 맺었다.", ["온새식품"]),
    ("여수, 화순 시장군수와 김하나 온새식품㈜ 대표가 투자협약을 체결했다.", ["여수", "화순", "온새식품"]),
    ("진안군수와 한국나루공사 전북 지역본부장은 3일 업무협약식을 가졌다.", ["진안군", "한국나루공사 전북 지역본부"]),
    ("김하나 진안군수와 오두리 온새전자 영업본부장은 업무협약을 맺었다.", ["진안군", "온새전자"]),
    ("온새대학교는 몽골 최초의 외국대학 몽골나루대학교와 업무협약을 체결했다.", ["온새대학교", "몽골나루대학교"]),
    # An office with digits in its name; a firm and one that no form tells; a centre with a dot in its name.
    (
        "가람국립대학교 선도대학 육성사업단은 나루대학교 LINC 3.0 사업단과 협약을 맺었다.",
        ["가람국립대학교 선도대학 육성사업단", "나루대학교 LINC 3.0 사업단"],
    ),
    ("가람시는 온새제약·두레온과 협약을 체결했다.", ["가람시", "온새제약", "두레온"]),
    ("가람재단은 나루시건강가정·다문화가족지원센터와 협약을 체결했다.", ["가람재단", "나루시건강가정·다문화가족지원센터"]),
    # Names behind their countries; unknown names right before the paper.
    ("온새텔레콤은 독일 지멘솔, 미국의 헤벨스, 일본의 나카온과 업무협약을 체결했다.", ["온새텔레콤", "지멘솔", "헤벨스", "나카온"]),
    ("㈜하늘온새와 싱가포르의 Hebelo사 간에 업무협약을 체결했다.", ["하늘온새", "Hebelo사"]),
    ("가람시는 소상공인, 청년과 업무협약을 맺었다.", ["가람시"]),
    # Names joined before the kind of body that ends the list; colleges joined before their office.
    ("충북도는 1일 국토교통부·충북교육청·이전 공공기관 등 9개 기관과 협약식을 가졌다.", ["충북도", "국토교통부", "충북교육청"]),
    ("가람구와 다솜대·나루대 사업단은 협약을 체결했다.", ["가람구", "다솜대", "나루대 사업단"]),
    # Markets: who heads their merchants is no mayor, and their merchants are called by them.
    ("가람구가 약두시장(상인회장 김하나), 나루복지관(관장 박두리)과 업무협약을 체결했다.", ["가람구", "약두시장", "나루복지관"]),
    ("한빛시장 활성화구역 상인회(회장 김하나)와 가람복지재단이 협약식을 가졌다.", ["한빛시장 활성화구역 상인회", "가람복지재단"]),
    # A dot inside a name of the nation's body; kinds of schools; in a long list a name may end as ordinary words do.
    ("가람공사와 한국해외나루·도시개발 지원공사(KND)는 협약을 맺었다.", ["가람공사", "한국해외나루·도시개발 지원공사"]),
    ("가람공사는 4개 마이스터고 및 특성화고와 협약을 맺었다.", ["가람공사"]),
    # Ministries of one country; who heads a centre.
    ("산림청과 국방부는 케냐 자원부·산림부와 약정(MOU)에 가서명했다.", ["산림청", "국방부", "케냐 자원부", "케냐 산림부"]),
    ("이하나 가람군농업기술센터소장과 김두리 나루농협조합장은 협약을 맺었다.", ["가람군농업기술센터", "나루농협조합"]),
    # A bureau of a ministry abroad, and a ministry in whose room they sign; a branch of a fund; what a body is, before its name.
    ("가람시는 29일 라오스 노동사회복지부 고용국과 업무협약을 체결했다.", ["가람시", "라오스 노동사회복지부 고용국"]),
    ("가람시는 6일 라오스 노동사회복지부 회의실에서 계절근로자를 위한 업무협약(MOU)을 체결했다.", ["가람시", "라오스 노동사회복지부"]),
    ("온산 어린이재단 광주지역본부는 ㈜두레피움과 협약을 체결했다.", ["온산 어린이재단 광주지역본부", "두레피움"]),
    ("구호단체 NGO 온누리비전은 나루연금공단과 후원을 위한 협약을 체결했다.", ["온누리비전", "나루연금공단"]),
    ("부산·진해경제자유구역청(BJX)이 나루개발원과 협약을 체결했다.", ["부산·진해경제자유구역청", "나루개발원"]),
    ("나루진흥원은 황해경제자유구역청·인천경제자유구역청과 협약을 체결했다.", ["나루진흥원", "황해경제자유구역청", "인천경제자유구역청"]),
    # Who tells of it, where nobody else is the subject.
    ("가람군에 따르면 3일 나루대학교, 온새식품과 업무협약을 체결했다.", ["가람군", "나루대학교", "온새식품"]),
]


@pytest.mark.parametrize(("sentence", "sides"), SIDES)
def test_sides(read: Reader, sentence: str, sides: list[str]) -> None:
    (mou,) = read(sentence)
    assert [p.value.name for p in mou.parties] == sides


def sides(read: Reader, *paragraphs: str) -> list[list[str]]:
    return [[p.value.name for p in mou.parties] for mou in read(*paragraphs)]


def test_hands_joined_and_then_the_ceremony(read: Reader) -> None:
    found = sides(
        read,
        "온새요양원(원장 김하나)과 가람비전대학교(총장 박두리)가 실습 자리를 늘리려고 손을 맞잡았다.",
        "지난 8일 온새요양원 강당에서 열린 업무협약식에서 양측은 함께 강의를 꾸리기로 했다.",
    )
    assert found == [["온새요양원", "가람비전대학교"]]


def test_twos_behind_bullets(read: Reader) -> None:
    found = sides(read, "이날 △온새소와 가람농협지주 △두레닥터와 다솜헬스 △한빛스코어와 나루VX가 각각 상생협약을 체결했다.")
    assert found == [["온새소", "가람농협지주"], ["두레닥터", "다솜헬스"], ["한빛스코어", "나루VX"]]


def test_sides_in_brackets_behind_each_paper(read: Reader) -> None:
    found = sides(
        read, "정상들이 지켜본 가운데 서명된 문서는 무역 양해각서(산림청 청장-케냐 외교부 장관), 보건 양해각서(보건복지부-케냐 보건부)다."
    )
    assert found == [["산림청", "케냐 외교부"], ["보건복지부", "케냐 보건부"]]


def test_a_bracket_that_counts_has_no_sides(read: Reader) -> None:
    assert sides(read, "시가 서명한 양해각서(3월-5월)는 아직 없다.") == []


def test_the_two_whom_the_sentence_before_names(read: Reader) -> None:
    found = sides(
        read,
        "한국나루협회(HNA)는 한국두레협회와 협력을 넓힌다고 25일 밝혔다.",
        "양 협회는 지난 24일 고양시 킨텍스에서 양해각서(MOU)를 체결했다.",
    )
    assert found == [["한국나루협회", "한국두레협회"]]


def test_who_holds_the_ceremony_is_no_list(read: Reader) -> None:
    found = sides(
        read,
        "국립나루대학교(총장 김하나)는 군산대학교, 한밭대학교와 업무협약을 체결했다.",
        "나루대 등 3개 대학은 군산대 회의실에서 김하나 나루대 총장, 이두리 군산대 총장, 최한봄 한밭대 총장이 온 가운데 협약식을 열었다.",
    )
    assert found == [["국립나루대학교", "군산대학교", "한밭대학교"]]


def test_delegation_of_a_body(read: Reader) -> None:
    found = sides(read, "가람구의회가 3일 ‘나루시 두레구 시민대표회의 방문단’과 우호교류 협정을 체결했다.")
    assert found == [["가람구의회", "시민대표회의"]]


def test_all_who_join_hands(read: Reader) -> None:
    found = sides(
        read,
        "나루시축구협회와 나루시민축구단, 나루중앙병원이 23일 선수들을 위해 손을 맞잡았다.",
        "이날 여하나 나루시축구협회장과 정두리 중앙병원 원장은 지정병원 업무협약을 체결했다.",
    )
    assert found == [["나루시축구협회", "나루시민축구단", "나루중앙병원"]]


def test_as_many_as_a_word_counts_stand_behind(read: Reader) -> None:
    found = sides(
        read,
        "가람시가 14일 도시재생을 위한 4자간 업무협약을 체결했다.",
        "이에 따라 가람과학진흥원·나루대학교·다솜대학교는 가람시와 함께 연구시설을 꾸민다.",
    )
    assert found == [["가람시", "가람과학진흥원", "나루대학교", "다솜대학교"]]


def test_corps_and_acting_governors(read: Reader) -> None:
    corps = sides(read, "육군2군단이 교육에 나섰다.", "군단은 지난 10일 사령부에서 강원대학교와 업무협약을 체결했다.")
    acting = sides(
        read,
        "경남도는 일본 야마구치현과 협력을 넓히기로 했다고 20일 밝혔다.",
        "한하나 권한대행과 무라오카 쓰구 야마구치현지사는 20일 관광 협정을 체결했다.",
    )
    assert corps == [["육군2군단", "강원대학교"]]
    assert acting == [["경남도", "야마구치현"]]


def test_one_with_each(read: Reader) -> None:
    found = sides(read, "가람신협(이사장 김하나)은 두레신문 협동조합과, 나루신협(이사장 이두리)은 온새 사회적 협동조합과 결연을 체결했다.")
    assert found == [["가람신협", "두레신문 협동조합"], ["나루신협", "온새 사회적 협동조합"]]


def test_guest_at_the_ceremony_of_two_others(read: Reader) -> None:
    found = sides(read, "김 장관은 케냐 국립나루센터와 가람온새병원 간 진료 협력을 위한 MOU 체결식에 참석할 예정이다.")
    assert found == [["국립나루센터", "가람온새병원"]]


def test_the_office_of_the_province_told_of(read: Reader) -> None:
    found = sides(
        read,
        "제주도교육청은 가람고를 지원한다고 26일 밝혔다.",
        "도교육청은 3개 기관과 업무협약을 맺었다. 협약기관은 제주도와 나루대학교, 제주상공회의소, 온새시스템이다.",
    )
    assert found == [["제주도교육청", "제주도", "나루대학교", "제주상공회의소", "온새시스템"]]


def test_a_clause_with_a_topic_of_its_own(read: Reader) -> None:
    found = sides(read, "가람연구원은 나루센터와 ‘인력교류’ MOU를 체결하고, 다솜대학교는 온새공사와 기기 공급 MOU를 체결했다.")
    assert found == [["가람연구원", "나루센터"], ["다솜대학교", "온새공사"]]


def test_who_took_part_on_each_side(read: Reader) -> None:
    found = sides(
        read,
        "한국과 핀란드의 기업과 대학은 헬싱키에서 4개 분야 협력 양해각서(MOU)를 체결했다.",
        "여기에 우리나라에서는 한국가람공사, 나루협회가 참여했고, 체코에서는 다솜파워, 온새협회가 참여했다.",
    )
    assert found == [["한국가람공사", "나루협회", "다솜파워", "온새협회"]]
