"""What articles that nobody had read before brought up: ways to sign, to name the other side, and to sit at a signing."""

from __future__ import annotations

import pytest
from tests.extract.mou.support import Reader

from clipper.extract.drafts import MouDraft


def names(draft: MouDraft) -> list[str]:
    """Names of the parties."""
    return [p.value.name for p in draft.parties]


SIDES = [
    pytest.param(
        "가람군과 나루시가 16일 가람군청에서 교류 확대를 위한 자매결연을 했다.",
        ["가람군", "나루시"],
        id="the noun as the object of 하다",
    ),
    pytest.param(
        "가람대학교(총장 김하나)는 (주)다솜,(주)보리유코리아, (주)마루제약 등 세 개 기업과 산학협력 협정을 체결했다.",
        ["가람대학교", "다솜", "보리유코리아", "마루제약"],
        id="legal forms without a blank between",
    ),
    pytest.param(
        "가람바이오가 나루콜마를 비롯해 셀비온, 커넥다솜, 마루바이오와 업무협약(MOU)을 맺었다고 23일 밝혔다.",
        ["가람바이오", "나루콜마", "셀비온", "커넥다솜", "마루바이오"],
        id="a name that ends as a describing verb may",
    ),
    pytest.param(
        "가람제약이 나루대학교와 항체 치료제 개발에 나섰다. 가람제약은 지난 5일 이들 기관과 공동연구 업무협약(MOU)을 체결했다.",
        ["가람제약", "나루대학교"],
        id="these institutions",
    ),
    pytest.param(
        "가람시는 3일 시청에서 아또다솜과 이우나루코리아 대표와 투자협약을 체결했다.",
        ["가람시", "아또다솜", "이우나루코리아"],
        id="a firm before its head's title",
    ),
    pytest.param(
        "가람군과 나루군은 최근 자매결연 협약을 체결했다. 협약식에는 이하나 가람군수, 조두리 나루군수, 윤세나 "
        "가람군의회 의장 등이 참석했다.",
        ["가람군", "나루군"],
        id="a council's chair sits by",
    ),
    pytest.param(
        "서하나 가람대학교 총장은 8일 베트남 나루 국립 외국어대학의 도뚜안민(Do Minh) 총장을 만나 국제교류에 대한 MOU를 체결했다.",
        ["가람대학교", "국립 외국어대학"],
        id="whose head is met",
    ),
    pytest.param(
        "가람대학교(총장 서하나) 국제협력단이 지난달 23일 나루직업대학과 학술교류 양해각서를 체결했다.",
        ["가람대학교", "나루직업대학"],
        id="an office of the university",
    ),
    pytest.param(
        "다솜과 마루를 잇는 교통의 요지인 가람시는 2014년 10월 나루시와 자매결연을 체결했다.",
        ["가람시", "나루시"],
        id="what lies between others",
    ),
    pytest.param(
        "기자 =가람경찰서(서장 정하나)는 나루병원(원장 박두리)과 경찰관과 가족의 복지증진을 위한 업무협약을 체결했다.",
        ["가람경찰서", "나루병원"],
        id="people for whom it is",
    ),
    pytest.param(
        "가람군은 10일 군청에서 나루은행 가람군지부, 지역농협 7개소와 기부제 업무협약을 체결했다.",
        ["가람군", "나루은행 가람군지부"],
        id="only counted",
    ),
    pytest.param(
        "서하나 가람대학교 총장과 김두리 나루대학교 총장은 가람대학교와 나루대학교 간 신규 교류 협정에 대해 논의했다.",
        ["가람대학교", "나루대학교"],
        id="talked about",
    ),
    pytest.param(
        "가람테크는 나루-마루컨소시엄과 체결한 양해각서를 해제한다고 10일 밝혔다. 나루-마루컨소시엄은 계약금을 내지 못했다.",
        ["가람테크", "나루-마루컨소시엄"],
        id="a hyphen inside a name",
    ),
    pytest.param(
        "경상도 가람시는 지난 23일 나루시와 장비업체 다솜테크 3자가 참석한 가운데 연구소 건립 양해각서를 체결했다.",
        ["가람시", "나루시", "다솜테크"],
        id="those present are the sides",
    ),
    pytest.param(
        "가람시는 23일 나루은행 관계자들이 참석한 가운데 다솜대학교와 업무협약을 체결했다.",
        ["가람시", "다솜대학교"],
        id="those present beside two sides",
    ),
    pytest.param(
        "가람문화재단은 가람미술관 – 나루미술관 - 다솜미술관과 교류를 위한 협약을 체결했다. "
        "재단이 밖의 곳과 협약을 맺은 것은 이번이 처음이다.",
        ["가람문화재단", "가람미술관", "나루미술관", "다솜미술관"],
        id="dashes between blanks",
    ),
    pytest.param(
        "가람군은 9일 나루대학교 지능형 무인기 연구센터와 업무협약을 체결했다.",
        ["가람군", "나루대학교 지능형 무인기 연구센터"],
        id="a centre of a university",
    ),
    pytest.param(
        "가람병원은 22일 나루보건부와 병원 설립 협약을 체결했다. "
        "이하나 가람의료재단 이사장은 김두리 나루보건부 장관과 이 같은 협약을 체결했다.",
        ["가람병원", "나루보건부"],
        id="this agreement, by another name of a side",
    ),
    pytest.param(
        "가람공사는 나루공사 및 3개 항공사(다솜로케이, 마루부산, 보리항공)와 함께 ‘지역관광 업무협약’을 서울 호텔에서 체결했다.",
        ["가람공사", "나루공사", "다솜로케이", "마루부산", "보리항공"],
        id="airlines counted and named in a bracket",
    ),
    pytest.param(
        "가람시는 7일 나루공사(NRC), ㈜다솜박사와 여행상품 개발을 위한 업무협약을 체결했다.",
        ["가람시", "나루공사", "다솜박사"],
        id="a firm whose name ends as a title does",
    ),
    pytest.param(
        "가람초등학교는 지난 14일 나루마을과 자매결연을 맺었다. "
        "이날 가람초는 교사, 학부모, 학생 등 90여명이 참석한 가운데 나루마을과 자매결연을 맺고 교류를 약속했다.",
        ["가람초등학교", "나루마을"],
        id="teachers and parents are no sides",
    ),
    pytest.param(
        "가람테크는 부품을 국내에서 판매한다는 계획으로 지난 5월 나루시와 MOU를 체결했다.",
        ["가람테크", "나루시"],
        id="a clause that only describes",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SIDES)
def test_sides(read: Reader, text: str, expected: list[str]) -> None:
    """Each side, and nothing else."""
    (draft,) = read(text)
    assert names(draft) == expected


def test_order_of_a_ceremony(read: Reader) -> None:
    """`협약서 체결 등의 순으로` tells the programme of the day, no agreement of its own."""
    found = read(
        "가람신문사와 나루지부는 13일 업무협약을 체결했다. "
        "이날 협약식은 국민의례, 묵념, 협약서 체결 등의 순으로 진행됐다."
    )
    assert [names(d) for d in found] == [["가람신문사", "나루지부"]]


def test_pair_of_the_headline(read: Reader) -> None:
    """`양 기관은`: the two whom only the headline sets side by side."""
    (draft,) = read(
        "양 기관은 지난 20일 나루병원 소회의실에서 업무협약식을 열고 상호 협력하기로 했다. 가람경찰서는 응급실에 전화를 놓는다.",
        title="나루병원, 가람경찰서와 업무협약 체결",
    )
    assert names(draft) == ["나루병원", "가람경찰서"]


def test_agreed_to_sign(read: Reader) -> None:
    """`체결키로 했다` is a plan."""
    (draft,) = read("가람부와 나루시는 전력효율 개선 양해각서(MOU)를 체결키로 했다.")
    assert draft.status is not None and draft.status.value == "planned"


def test_stretch_of_years_is_no_day(read: Reader) -> None:
    """`2025~2026년 우호 교류 MOC`: how long, not when."""
    (draft,) = read("가람시와 나루시가 2025~2026년 우호 교류 MOC를 체결했다.")
    assert draft.date is None


def test_those_who_only_met(read: Reader) -> None:
    """Who met before the ministries signed has not signed."""
    (draft,) = read(
        "서하나 산업통상부 장관과 김두리 가람청 청장은 17일 박세나 대통령과 최네모 총리 간 정상회담이 끝난 뒤 "
        "협정 서명식을 열고 양해각서(MOU)를 체결했다."
    )
    assert [s.value.name for s in draft.signatories] == ["서하나", "김두리"]


def test_bracket_of_a_hall(read: Reader) -> None:
    """What a bracket tells of the hall is no part of its name."""
    (draft,) = read("가람시는 3일 나루연구원 대회의실(서울 소재)에서 나루연구원과 업무협약을 체결했다.")
    assert draft.venue is not None and draft.venue.value == "나루연구원 대회의실"


def test_site_without_its_full_particle(read: Reader) -> None:
    """`대회의실서`: short news leaves out 에."""
    (draft,) = read("가람협회와 나루테크는 29일 다솜회관 대회의실서 업무협약을 체결했다.")
    assert draft.venue is not None and draft.venue.value == "다솜회관 대회의실"
    assert not draft.subjects


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("정부, 가람전자, 나루시 관계자가 모여 산단 조성을 위한 양해각서(MOU)를 체결했다.", ["산단 조성"]),
        ("가람병원은 나루부와 병원을 설립하는 것을 포함한 보건 분야 협력에 관한 협약을 체결했다.", ["보건"]),
        ("가람시와 나루시가 청소년 교류 목적의 업무협약을 체결했다.", ["청소년 교류"]),
    ],
)
def test_where_a_subject_begins_and_ends(read: Reader, text: str, expected: list[str]) -> None:
    """Verbs before it and words for its purpose behind it are no part."""
    (draft,) = read(text)
    assert [s.value for s in draft.subjects] == expected


def test_programme_of_signing(read: Reader) -> None:
    """A programme under which others are to sign is no agreement."""
    assert not read("가람도는 도내 대학이 농촌마을과 자매결연을 체결하는 ‘1촌 1교’사업을 추진하기로 했다고 18일 밝혔다.")


def test_hall_behind_a_verb(read: Reader) -> None:
    """`마을을 찾아 마을회관에서`: the hall begins behind the verb."""
    (draft,) = read("가람연구원은 지난 6일 나루마을을 찾아 다솜리 마을회관에서 나루마을과 자매결연을 맺었다.")
    assert draft.venue is not None and draft.venue.value == "다솜리 마을회관"


def test_day_and_hall_told_of_this_agreement(read: Reader) -> None:
    """`지난 8일 군수실에서 진행된 이번 협약은`: the day and the hall of the signing, told later."""
    (draft,) = read(
        "가람군은 나루테크와 업무협약을 체결했다고 11일 밝혔다. 지난 8일 군수실에서 진행된 이번 협약은 기술을 연계하는 내용이다."
    )
    assert draft.date is not None and draft.date.value == "2024-05-08"
    assert draft.venue is not None and draft.venue.value == "군수실"


def test_each_side_of_those_attending(read: Reader) -> None:
    """A list with a verb of its own for each side is read to its end."""
    (draft,) = read(
        "가람대학교는 3일 나루중앙회와 업무협약(MOU)을 체결했다. "
        "업무협약식에는 유하나 가람대 총장, 민두리 기획처장이 참석했으며, 나루중앙회에서는 서세나 부회장 등이 참석했다."
    )
    assert [s.value.name for s in draft.signatories] == ["유하나", "민두리", "서세나"]


def test_where_a_party_lies_is_no_site(read: Reader) -> None:
    """`강릉에 있는 가람테크와`: the party's town; `도청 다솜실에서`: a room by its own name."""
    (draft,) = read("전라남도는 3일 도청 다솜실에서 강릉에 있는 가람테크와 투자협약을 체결했다.")
    assert draft.place is None
    assert draft.venue is not None and draft.venue.value == "도청 다솜실"


def test_amount_with_a_step_in_letters(read: Reader) -> None:
    """Radio news writes `백64억` for 164억."""
    (draft,) = read("가람시는 3일 나루테크와 백64억 원을 투자하는 투자협약을 체결했다.")
    assert [(a.value.value, a.value.currency) for a in draft.amounts] == [(16_400_000_000, "KRW")]


def test_purpose_without_its_bare_verb(read: Reader) -> None:
    """`상호협력을 통한 X를 도모하기 위해` is about X."""
    (draft,) = read("가람군은 상호협력을 통한 농촌의 상생발전을 도모하기 위해 나루군과 자매결연 협약을 맺었다.")
    assert [s.value for s in draft.subjects] == ["농촌의 상생발전"]
