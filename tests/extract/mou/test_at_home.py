"""Agreements inside the country: who takes part, told in lists, counts, attendances and between words that only look like sides."""

from __future__ import annotations

import pytest
from tests.extract.mou.support import Reader

from clipper.extract.drafts import MouDraft

SIDES = [
    # A city whose first syllable counts elsewhere (세, 두, 양).
    ("가람시와 세움상공회의소 간 창업 지원 업무협약이 13일 체결됐다.", ["가람시", "세움상공회의소"]),
    # What a sentence aims at is no side, joined by 와/과 or not.
    ("가람시는 13일 인구감소와 빈집에 맞서기 위해 나루대학교와 업무협약을 체결했다.", ["가람시", "나루대학교"]),
    ("가람시는 13일 나루대학교와 지역발전과 골목 안전을 위한 업무협약을 체결했다.", ["가람시", "나루대학교"]),
    ("가람시는 13일 나루대학교와 별도 협약을 체결했다.", ["가람시", "나루대학교"]),
    ("가람공사는 7일 나루적십자회(회장 김하나)와 걷고 싶은 숲길을 내기 위한 협약을 체결했다.", ["가람공사", "나루적십자회"]),
    # An office behind its university's head; a body of the nation whose name ends with a head alone; one called in short by its first word.
    (
        "나루대학교(총장 김하나) 산학협력단(단장 박두리)이 14일 다솜중앙회 가온교육원과 협약을 체결했다.",
        ["나루대학교 산학협력단", "다솜중앙회 가온교육원"],
    ),
    ("가람연구조합과 한국나루기술인 협동조합(조합장 김하나)이 협약을 체결했다.", ["가람연구조합", "한국나루기술인 협동조합"]),
    (
        "새봄공원 종합운영지원센터(센터장 김하나, 이하 새봄공원)가 가람재단과 산책로 협약을 맺었다.",
        ["새봄공원 종합운영지원센터", "가람재단"],
    ),
    # A legal form apart from the name.
    ("재단법인 온새나루와 가람시는 업무협약을 체결했다.", ["온새나루", "가람시"]),
    ("가람시는 ㈜온새푸드 및 주식회사 다솜물류와 협약을 체결했다.", ["가람시", "온새푸드", "다솜물류"]),
    # Colleges that no list knows; between offices of the two nobody is named.
    ("가람대학교는 나래대와 4일 산학협력단 간 교육 지원을 위한 협약을 체결했다.", ["가람대학교", "나래대"]),
    # A count stands before 간.
    ("가람부는 나루재단과 서울대, 다솜연구원 등 22개 대학 및 연구소 간 협약을 체결했다고 밝혔다.", ["나루재단", "서울대", "다솜연구원"]),
    # An unknown subject beside a with-argument of two that are known.
    ("온새미디어가 지역 성장을 위해 가람협회, 나루재단과 업무협약을 체결했다.", ["온새미디어", "가람협회", "나루재단"]),
    ("가람교육청은 3일 제주지방경찰청(청장 김하나)과의 업무협약을 체결했다.", ["가람교육청", "제주지방경찰청"]),
    # Branches of a corporation; bodies whose names differ in one syllable; kinds of bodies between which nothing is signed.
    ("국민연금공단 가람지사와 한국나루공사 다솜지역본부는 협약을 맺었다.", ["국민연금공단 가람지사", "한국나루공사 다솜지역본부"]),
    ("가람시의사회와 가람시약사회, 가람시한의사회는 협약을 맺었다.", ["가람시의사회", "가람시약사회", "가람시한의사회"]),
    ("가람대학과 나루고등학교는 고교-대학 간 교육 협업을 위한 협약을 맺었다.", ["가람대학", "나루고등학교"]),
    ("가람구청은 10일 나루협의체, 다솜센터와 다자간 업무협약을 체결했다.", ["가람구청", "나루협의체", "다솜센터"]),
    ("가람시는 나루협회와 함께 지역균형발전과 현안 해결을 위한 협약을 맺었다.", ["가람시", "나루협회"]),
    # Papers that are counted are no sides.
    ("가람시는 나루대학교와 창업지원의정서 등 총 4건의 양해각서를 체결했다.", ["가람시", "나루대학교"]),
    # Two names joined by a dot; a faculty behind its college; villages behind theirs; branches and their heads; 외 behind a name.
    ("가람협회는 15일 나루과학대학교·다솜병원과 업무협약을 맺었다.", ["가람협회", "나루과학대학교", "다솜병원"]),
    ("가람과학관은 나루연수원, 다솜대 사범대학과 교육 협약을 체결했다.", ["가람과학관", "나루연수원", "다솜대 사범대학"]),
    ("온새푸드㈜와 나루면 두솔리 한봄마을이 협약식을 가졌다.", ["온새푸드", "나루면 두솔리 한봄마을"]),
    ("나루생명 가람사업단과 가람농협 다솜지점은 예방 협약을 체결했다.", ["나루생명 가람사업단", "가람농협 다솜지점"]),
    ("근로복지공단 가람지사(지사장 김하나)와 나루시는 협약을 맺었다.", ["근로복지공단 가람지사", "나루시"]),
    ("김하나 가람경찰서장과 박두리 나루은행 다솜지점장은 예방 협약을 체결했다.", ["가람경찰서", "나루은행 다솜지점"]),
    ("가람시는 나루건설㈜ 외 3개사와 개발 협약을 맺었다.", ["가람시", "나루건설"]),
    # As many as are counted are names, whatever they end with; a firm's foundation.
    ("가람시는 온새산업, 나루유통 등 2개 기업과 수소 투자협약을 맺었다.", ["가람시", "온새산업", "나루유통"]),
    ("가람복지재단은 7일 온새그룹 사회공헌재단과 후원 협약을 체결했다.", ["가람복지재단", "온새그룹 사회공헌재단"]),
    # A count right behind a list; heads of all; who tells of two others; kinds of bodies joined by dots; committees of a feast.
    ("가람센터는 나루지원센터, 다솜지원센터 2곳과 업무협약을 체결했다.", ["가람센터", "나루지원센터", "다솜지원센터"]),
    ("가람문화회관, 나루의전당과 다솜예술회관 등의 대표들은 교류 협약을 체결했다.", ["가람문화회관", "나루의전당", "다솜예술회관"]),
    ("가람시는 나루회관과 다솜극단이 문화예술 발전을 위한 업무협약을 체결했다.", ["나루회관", "다솜극단"]),
    ("가람부는 나루네트워크와 가정·기업·기관과 실천 협약식을 열었다.", ["가람부", "나루네트워크"]),
    ("가람재단과 다솜꽃잔치 집행위원회는 업무협약을 체결했다.", ["가람재단", "다솜꽃잔치 집행위원회"]),
    ("가람시는 ㈜온새우산 및 ㈜마루나 등 33개 기업과 투자 양해각서를 체결했다.", ["가람시", "온새우산", "마루나"]),
    # What a body is, before its name.
    ("가람재단이 사회적협동조합 나루두레와 돌봄 협약을 체결했다.", ["가람재단", "나루두레"]),
    # Names behind bullets, with their heads in brackets.
    (
        "골목을 함께 가꾸는 △온새등불(김하나 대표) △다솜연필(박두리 대표) △새빛우산(이세모 대표) 등 3개 스타트업은 이날 나루시와"
        " 협약을 체결했다.",
        ["온새등불", "다솜연필", "새빛우산", "나루시"],
    ),
]


@pytest.mark.parametrize(("text", "parties"), SIDES)
def test_the_sides(read: Reader, text: str, parties: list[str]) -> None:
    (draft,) = read(text)
    assert _names(draft) == parties


def test_a_count_is_told_one_by_one_in_a_sentence_behind(read: Reader) -> None:
    (draft,) = read(
        "가람시는 20일 지역대학 3곳과 상생발전을 위한 업무협약을 체결했다.",
        "가람시는 나루대학교(총장 김하나), 다솜대학교(총장 박두리), 새봄대학교(총장 이세모)와 협력 체계를 갖추기로 했다.",
    )
    assert _names(draft) == ["가람시", "나루대학교", "다솜대학교", "새봄대학교"]


def test_a_count_that_nothing_tells_is_no_name(read: Reader) -> None:
    (draft,) = read("가람시는 20일 지역대학 4곳과 상생발전을 위한 업무협약을 체결했다.")
    assert _names(draft) == ["가람시"]


def test_bodies_whose_heads_share_a_title_sat_at_the_signing(read: Reader) -> None:
    (draft,) = read(
        "가람시는 23일 관내 4개 대학과 업무협약을 체결했다.",
        "네 대학은 헌책 나눔도 함께 열며, 협약식에는 김하나 가람시장과 한빛대·새롬공대·나루예술대 총장,"
        " 다솜대학교 학장이 참석했다.",
    )
    assert _names(draft) == ["가람시", "한빛대", "새롬공대", "나루예술대", "다솜대학교"]


def test_people_parted_by_dots_sat_at_the_signing(read: Reader) -> None:
    (draft,) = read(
        "가람시는 19일 나루대학교, 다솜대학교와 업무협약식을 열었다.",
        "이날 협약식에는 김하나 가람시장·서명우 나루대학교 총장·이세모 다솜대학교 부총장을 비롯한 관계자들이 참석했다.",
    )
    assert [p.value.name for p in draft.signatories] == ["김하나", "서명우", "이세모"]


def test_cooperation_between_town_and_university_is_signed(read: Reader) -> None:
    (draft,) = read("가람시는 지난 17일 시청에서 나루대와 관학협력 체결식을 가졌다.", title="가람시-나루대 관학협력")
    assert draft.status is not None
    assert draft.status.value == "signed"


def test_what_is_counted_may_be_described_before_its_number(read: Reader) -> None:
    (draft,) = read(
        "가람부는 26일 빗물 재이용 협약식을 열었다.",
        "이날 협약식에는 온새전자(대표 김하나)와 나루차(대표 박두리), 다솜코, 새빛공사 등 통을 설치하는 9개 기업과 마을 20곳이 참여했다.",
        title="빗물 재이용 협약식",
    )
    assert {"온새전자", "나루차", "다솜코", "새빛공사"} <= set(_names(draft))


def test_a_second_agreement_of_the_day(read: Reader) -> None:
    first, second = read(
        "가람도는 26일 나루도자협회(회장 김하나)와 관광 업무협약을 체결했다.",
        "이날 행사에선 가람관광재단과 다솜여행사(대표 박두리)가 도자기 길 운영을 위한 협약도 함께 진행했다.",
    )
    assert (_names(first), _names(second)) == (["가람도", "나루도자협회"], ["가람관광재단", "다솜여행사"])


def test_with_whom_is_told_behind(read: Reader) -> None:
    (draft,) = read(
        "가람교육청은 5일 숲 체험 확대를 위한 업무협약을 체결했다.",
        "대상 기관은 나루혁신센터, 다솜시여성회관, 다솜중앙상가 번영회 등 3곳이다.",
    )
    assert _names(draft) == ["가람교육청", "나루혁신센터", "다솜시여성회관", "다솜중앙상가 번영회"]


def test_heads_of_councils_sit_by(read: Reader) -> None:
    (draft,) = read(
        "가람군은 11일 김하나 가람군수, 박두리 가람군의회 의장, 이세모 나루군수, 정네오 나루군의회 의장이 참석한 가운데"
        " 나루군과 교류 협약을 체결했다."
    )
    assert sorted(_names(draft)) == ["가람군", "나루군"]


def test_members_of_a_counted_subject_are_told_behind(read: Reader) -> None:
    (draft,) = read(
        "나루대(총장 김하나)는 나루대를 포함한 3개 대학이 가람교육원과 협력 협약을 체결했다고 밝혔다.",
        "이날 협약에는 나루대를 비롯해 새봄대(본교), 다솜대 등 3개 대학과 가람교육원 관계자가 참석했다.",
    )
    assert set(_names(draft)) == {"나루대", "가람교육원", "새봄대", "다솜대"}


def test_more_sides_are_told_behind(read: Reader) -> None:
    (draft,) = read(
        "중소기업청과 재단법인 온새나루는 나루종이연구소 등 3개 기관과 18일 한지 양해각서(MOU)를 체결한다.",
        "MOU를 맺는 기관은 나루종이연구소 외에도 새빛물감연구원, 다솜붓박물관 등이다.",
    )
    assert _names(draft) == ["중소기업청", "온새나루", "나루종이연구소", "새빛물감연구원", "다솜붓박물관"]


SUBJECTS = [
    ("가람대학교와 나루협회는 8일 산학협력을 위한 상호협약을 체결했다.", ["산학협력"]),
    (
        "가람공사는 25일 나루사단과 업무협약을 맺고, 헌책 기증 등 다양한 분야에서 힘을 모으기로 했다.",
        ["헌책 기증"],
    ),
    ("가람대학은 나루고등학교와 융합 인재육성 위한 업무협약을 체결했다.", ["융합 인재육성"]),
    ("가람시체육회는 13일 나루스포츠(대표 김하나), 다솜의원(원장 박두리) 등과 선수 지원 협약을 체결했다.", ["선수 지원"]),
    ("가람은행은 나루중앙회와 손님을 함께 맞기 위한 `동전교환에 관한 협약'을 체결했다.", ["동전교환"]),
    ("가람시와 나루공사가 8일 하천 정비사업 사업협약을 체결했다.", ["하천 정비사업"]),
    ("가람은행과 나루카드는 이 같은 내용을 담은 저금통 개발에 관한 업무협약을 체결했다.", ["저금통 개발"]),
    ("가람재단은 나루그룹과 주거환경 개선을 위한 후원 협약을 체결했다.", ["주거환경 개선"]),
    ("가람통신은 나루소프트와 나무 심기를 위한 NTP(Nara Tree Plan) 양해각서(MOU)를 체결했다.", ["나무 심기"]),
    ("가람카드는 나루페이와 우표결제 제휴 협약을 맺었다.", ["우표결제"]),
    ("가람방송과 나루일보가 지면 개선을 위한 상호협력을 주요 내용으로 MOU를 체결했다.", ["지면 개선"]),
    ("가람병원은 나루농협과 유기적인 협력체제 구축을 위한 협약을 맺었다. 이번 협약은 논밭 사고 예방을 위해 마련됐다.", ["논밭 사고 예방"]),
]


@pytest.mark.parametrize(("text", "subjects"), SUBJECTS)
def test_what_it_is_about(read: Reader, text: str, subjects: list[str]) -> None:
    (draft,) = read(text)
    assert [s.value for s in draft.subjects] == subjects


def test_a_day_before_a_name_that_begins_like_ago(read: Reader) -> None:
    (draft,) = read("가람공단은 9일 전의사랑협의회와 업무협약을 체결했다.", day="2024-05-10")
    assert draft.date is not None
    assert draft.date.value == "2024-05-09"


def _names(draft: MouDraft) -> list[str]:
    return [p.value.name for p in draft.parties]
