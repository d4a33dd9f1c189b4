"""Subjects, days, places, people, money: each phenomenon once."""

from __future__ import annotations

import pytest
from tests.extract.mou.support import Reader

SUBJECTS = [
    ("가람시는 13일 나루대학교와 인재 양성을 위한 업무협약을 체결했다.", ["인재 양성"]),
    ("가람시는 13일 나루대학교와 반도체 공동 연구에 관한 양해각서를 맺었다.", ["반도체 공동 연구"]),
    ("가람시는 13일 나루경찰서와 치매노인 실종제로사업 업무협약을 체결했다.", ["치매노인 실종제로사업"]),
    ("가람시는 13일 나루우체국에서 나루우체국과 ‘복지등기 우편서비스 업무협약’을 체결했다.", ["복지등기 우편서비스"]),
    ("가람재단은 온새(대표 박두리)와 제품 공동 개발과 산업화 추진을 위한 업무협약을 체결했다.", ["제품 공동 개발", "산업화 추진"]),
    ("가람시와 나루시는 우주항공·바이오·반도체 등 3개 분야 협력을 위한 업무협약을 맺었다.", ["우주항공", "바이오", "반도체"]),
    ("가람시는 13일 나루재단과 중소기업에 대한 판로지원 업무협약을 체결했다.", ["판로지원"]),
    ("가람시는 13일 나루시와 협약을 맺고 관광 상품 개발에 공동 협력하기로 했다.", ["관광 상품 개발"]),
    ("가람시는 취약계층 지원을 위해 나루은행과 업무협약을 맺었다.", ["취약계층 지원"]),
    ("가람시는 나루회관과 매월 쌀 30kg을 정기후원하는 협약을 체결했다.", ["정기후원"]),
    ("가람시는 나루공단과 ‘나눔 작업장’ 설립을 위한 업무협약을 체결했다.", ["‘나눔 작업장’ 설립"]),
    ("가람시는 나루공사와 함께 찾아가는 돌봄사업 업무협약을 체결했다.", ["찾아가는 돌봄사업"]),
    ("가람사와 나루사가 전략적 제휴 및 상호 협업을 위한 업무협약을 체결했습니다.", []),
    ("가람센터는 나루대와 재학생 및 졸업생을 위한 취업지원 업무협약을 체결했습니다.", ["취업지원"]),
    ("가람점은 나루사와 협약을 맺고 새 메뉴와 3,000원 할인권을 함께 제공하기로 했다.", ["새 메뉴와 3,000원 할인권"]),
    ("육군 9군단은 나루소방본부와 화재사고 예방 업무협약을 체결했다.", ["화재사고 예방"]),
    ("가람사는 나루청과 설비 개선을 위한 기술협력 협정서(MOA)를 체결했다.", ["설비 개선"]),
    ("가람시와 나루구는 13일 교류를 도모하고자 자매결연 협약식을 열었다.", []),
    ("가람시와 나루대는 반도체 장비 개발을 적극 추진한다는 내용의 양해각서를 체결했다.", ["반도체 장비 개발을 적극 추진"]),
    ("가람시는 올해 하반기 나루시와 새로 협약을 맺을 예정이다.", []),
    ("가람공사는 나루대와 관광 분야 진흥을 위한 상호협력을 골자로 한 협약을 체결했다.", ["관광 분야 진흥"]),
    ("가람사는 나루사와 최근 이같은 내용의 사업협약을 맺었다.", []),
    ("가람협회와 나루사는 중소기업의 현지 안착을 지원하는 협약을 체결했다.", ["중소기업의 현지 안착을 지원"]),
    (
        "가람차는 나루의료원과 업무협약을 맺고 배송 로봇과 관제 시스템, 안면 인식 인증, 특수 물품 관리 시스템을 함께 개발하기로 했다.",
        ["배송 로봇", "관제 시스템", "안면 인식 인증", "특수 물품 관리 시스템"],
    ),
    (
        "가람사는 나루회와 협약을 맺고 환우들의 건강 관리 등을 위해 AI, 센서, 통신 기술을 활용한 솔루션 개발에 협력하기로 했다.",
        ["AI, 센서, 통신 기술을 활용한 솔루션 개발"],
    ),
]


@pytest.mark.parametrize(("text", "subjects"), SUBJECTS)
def test_subjects(read: Reader, text: str, subjects: list[str]) -> None:
    (draft,) = read(text)
    assert [s.value for s in draft.subjects] == subjects


DATES = [
    ("가람시는 지난 13일 나루시와 업무협약을 체결했다.", "2024-05-13"),
    ("가람시는 13일 시청에서 나루시와 업무협약을 체결했다고 14일 밝혔다.", "2024-05-13"),
    ("가람시는 나루시와 업무협약을 체결했다고 14일 밝혔다.", None),
    ("가람시는 최근 나루시와 업무협약을 체결했다고 14일 밝혔다.", None),
    ("가람시는 나루시와 ‘2024년 나눔 사업’ 업무협약을 체결했다.", None),
    ("가람시와 나루시는 ‘상생 업무협약’을 14일(화) 맺었습니다.", "2024-05-14"),
    ("가람시와 나루시는 20일 업무협약을 다음 달 체결하기로 합의했다.", "2024-06"),
    ("가람시와 나루시는 20일 업무협약을 체결하기로 합의했다.", None),
]


@pytest.mark.parametrize(("text", "day"), DATES)
def test_the_day_of_the_signing_is_not_the_day_of_the_news(read: Reader, text: str, day: str | None) -> None:
    (draft,) = read(text)
    assert (draft.date.value if draft.date else None) == day


def test_the_day_of_the_news(read: Reader) -> None:
    (draft,) = read("가람시는 나루시와 업무협약을 체결했다고 14일 밝혔다.")
    assert draft.announced is not None
    assert draft.announced.value == "2024-05-14"


def test_hall_occasion_and_city(read: Reader) -> None:
    (draft,) = read(
        "나주시는 16일 서울 그랜드 나루 호텔에서 열린 ‘한국-가람 지속가능 서밋’에서 나루연구원과 기술 교류를 위한 업무협약을 체결했다."
    )
    assert draft.venue is not None
    assert draft.venue.value == "그랜드 나루 호텔"
    assert draft.event is not None
    assert draft.event.value == "한국-가람 지속가능 서밋"
    assert draft.place is not None
    assert draft.place.value.name == "서울"


def test_the_scene_told_before(read: Reader) -> None:
    (draft,) = read(
        "가람시는 지난 13일 나루홀에서 ‘탄소중립 성과 공유회’를 개최했다.",
        "이날 행사에서는 가람시와 나루연구원이 탄소중립 업무협약을 체결했다.",
    )
    assert draft.event is not None
    assert draft.event.value == "탄소중립 성과 공유회"


def test_those_at_the_signing_but_no_guests(read: Reader) -> None:
    (draft,) = read(
        "가람시(시장 이한결)는 13일 나루은행(은행장 박두리)과 청년 지원 업무협약을 체결했다.",
        "이날 협약식에는 이한결 가람시장, 박두리 나루은행장, 최서준 국회의원 등이 참석했다.",
        "이한결 시장은 “고맙다”고 말했다.",
    )
    assert [s.value.name for s in draft.signatories] == ["이한결", "박두리"]


def test_heads_in_brackets_alone_have_not_signed(read: Reader) -> None:
    (draft,) = read("가람시(시장 이한결)는 13일 나루은행(은행장 박두리)과 청년 지원 업무협약을 체결했다.")
    assert draft.signatories == ()


def test_amounts_and_term(read: Reader) -> None:
    (draft,) = read(
        "가람시는 13일 ㈜온새와 투자협약을 체결했다.",
        "이번 협약으로 ㈜온새는 산업단지에 41억원을 투자해 공장을 짓는다.",
        "협약 기간은 2년이며 연장할 수 있다.",
        "㈜온새의 지난해 매출은 45억원이다.",
    )
    assert [(a.value.value, a.value.currency) for a in draft.amounts] == [(4_100_000_000, "KRW")]
    assert draft.term is not None
    assert draft.term.value == "P2Y"


def test_name_and_commitments(read: Reader) -> None:
    (draft,) = read(
        "가람시는 13일 나루우체국과 ‘복지등기 우편서비스 업무협약’을 체결했다.",
        "협약에 따라 두 기관은 △위기가구 발굴 △우편물 전달 △자료 공유 등에 협력한다.",
    )
    assert draft.title is not None
    assert draft.title.value == "복지등기 우편서비스 업무협약"
    assert [c.value for c in draft.commitments] == ["위기가구 발굴", "우편물 전달", "자료 공유"]


def test_what_is_given_for_years_is_the_term(read: Reader) -> None:
    (draft,) = read("다솜은행은 17일 가람대와 장학 협약을 맺고 매년 5000만원씩 3년간 총 1억5000만원을 지원하기로 했다.")
    assert [a.value.value for a in draft.amounts] == [150_000_000]
    assert draft.term is not None
    assert draft.term.value == "P3Y"


def test_the_sum_of_many_firms_is_not_told_again_in_parts(read: Reader) -> None:
    (draft,) = read(
        "가람도는 13일 온새항공 등 4개 기업과 총 519억원 규모의 투자협약을 체결했다.",
        "온새항공은 가람산단에 223억원을 투자해 공장을 지을 계획이다.",
    )
    assert [a.value.value for a in draft.amounts] == [51_900_000_000]


def test_what_a_project_costs_in_all(read: Reader) -> None:
    (draft,) = read(
        "가람시는 온새건설과 도시철도 사업 실시협약을 체결했다고 19일 밝혔다.", "총사업비는 1조 2000억원으로 2030년 개통이 목표다."
    )
    assert [a.value.value for a in draft.amounts] == [1_200_000_000_000]
    assert [p.value.name for p in draft.parties] == ["가람시", "온새건설"]


def test_how_long_it_lasts_as_the_sentence_behind_tells_it(read: Reader) -> None:
    (draft,) = read(
        "가람시는 온새복지재단과 노인복지관 위탁 협약을 맺었다.", "위탁 기간은 2024년 7월 1일부터 2029년 6월 30일까지 5년이다."
    )
    assert draft.term is not None
    assert draft.term.value == "P5Y"


def test_whose_an_agreement_is_is_not_what_it_is_about(read: Reader) -> None:
    (draft,) = read("나루병원과 온새요양원의 진료협력 협약식이 지난 17일 열렸다.")
    assert [s.value for s in draft.subjects] == ["진료협력"]
    (draft,) = read("가람시와 온새전자는 17일 최대 규모의 협약을 맺었다.")
    assert draft.subjects == ()


@pytest.mark.parametrize(
    ("told", "subjects"),
    [
        ("가람대는 온새전자와 기술·서비스 연계 및 시설 활용에 관한 산학협력 양해각서를 체결했다.", ["기술·서비스 연계", "시설 활용"]),
        ("가람시는 온새전자와 ‘온새런 2023 가람’ 업무협약을 체결했다.", ["온새런 2023 가람"]),
        (
            "가람대는 나루대와 협약을 맺었다. 이번 협약으로 두 대학은 임상 연구와 인재 육성 등에 서로 협력하기로 했다.",
            ["임상 연구", "인재 육성"],
        ),
    ],
)
def test_subjects_before_a_kind_of_tie_in_a_name_and_told_later(read: Reader, told: str, subjects: list[str]) -> None:
    (draft,) = read(told)
    assert [s.value.strip("‘’") for s in draft.subjects] == subjects
