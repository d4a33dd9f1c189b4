"""The other side where the clause of the signing does not name it, and ties told without a signing verb."""

from __future__ import annotations

import pytest
from tests.extract.mou.support import Reader

from clipper.extract.drafts import MouDraft


def names(draft: MouDraft) -> list[str]:
    """Names of the parties."""
    return [p.value.name for p in draft.parties]


TIES = [
    pytest.param("가람시가 중국 칭다오시와 자매도시의 연을 맺었다.", ["가람시", "칭다오시"], "sister_city", id="a bond"),
    pytest.param("가람군은 나루군과 우호교류 관계를 맺었다고 7일 밝혔다.", ["가람군", "나루군"], "sister_city", id="a relation"),
    pytest.param(
        "가람테크는 나루전자와 반도체 공동 개발을 위한 전략적 파트너십을 체결했다.", ["가람테크",
            "나루전자"], "agreement", id="a partnership"
    ),
    pytest.param("가람증권은 나루은행과 업무제휴를 맺었다.", ["가람증권", "나루은행"], "agreement", id="an alliance"),
    pytest.param("가람시와 나루대학교는 지난 10일 산학협력 협약을 가졌다.", ["가람시", "나루대학교"], "agreement", id="held"),
    pytest.param(
        "가람면은 나루동 주민자치회와 자매결연 협약식을 체결했다.", ["가람면", "나루동 주민자치회"], "sister_city",
        id="a ceremony 'signed'",
    ),
    pytest.param(
        "가람시는 13일 나루공단과 청년 지원을 위해 협약했다고 밝혔다.", ["가람시", "나루공단"], "agreement",
        id="the noun as a verb",
    ),
]


@pytest.mark.parametrize(("text", "parties", "kind"), TIES)
def test_ties(read: Reader, text: str, parties: list[str], kind: str) -> None:
    (found,) = read(text)
    assert names(found) == parties
    assert found.type is not None
    assert found.type.value == kind


def test_a_partnership_without_a_signing_verb_is_none(read: Reader) -> None:
    assert read("가람시는 나루기관과 파트너십을 강화하고 업무제휴를 넓혀 나갈 방침이다.") == ()


OTHERS = [
    pytest.param(
        ["김하나 가람대 총장은 14일 오스트리아를 방문한다.", "김 총장은 비엔나대에서 축사를 하고 학술교류협정을 체결한 뒤 체코를 찾는다."],
        ["가람대", "비엔나대"],
        id="whose house it is signed in",
    ),
    pytest.param(
        ["정가람 충북지사는 러시아 상트페테르부르크를 방문해 우호 교류 협약을 체결한다."], ["충북도",
         "상트페테르부르크"], id="the town visited"
    ),
    pytest.param(
        ["가람총회는 최근 세 곳의 단체와 협약식을 가졌다.",
         "이번에 협약을 체결한 단체는 나루선교회, 다솜교화센터, 한들보존협회로 오래된 곳이다."],
        ["가람총회", "나루선교회", "다솜교화센터", "한들보존협회"],
        id="a definition of the members",
    ),
    pytest.param(
        ["충남도는 13일 도청에서 조하나 ㈜가람랜드 대표 등 4개 기업 대표와 투자협약을 체결했다.",
         "반도체장비 업체인 ㈜나루이엔지는 공장을 이전하고 135억원을 투자한다.", "다솜철강은 150억 원을 투입해 공장을 증설키로 했다.",
         "냉장설비 전문업체인 한들냉장은 공장을 신설한다."],
        ["충남도", "가람랜드", "나루이엔지", "다솜철강", "한들냉장"],
        id="firms that invest",
    ),
    pytest.param(
        ["가람군은 국립나루대학교 산학협력단, 다솜농협과 손잡고 인재를 양성한다.", "세 기관은 11일 군청에서 이 같은 내용의 협약을 맺었다."],
        ["가람군", "국립나루대학교 산학협력단", "다솜농협"],
        id="all three of the sentence before",
    ),
    pytest.param(
        ["가람항공은 나루항공과의 공동운항 협약을 통해 노선을 넓힌다.", "두 회사는 지난 11일 공동운항 협정을 체결했다."],
        ["가람항공", "나루항공"],
        id="both firms of the sentence before, by their place",
    ),
    pytest.param(
        ["이번 협약에는 가람시, 나루대, 다솜연구원, 한들금속 등 4개 기관이 참여했다.",
         "이들은 11일 가람시청에서 수소산업 육성 업무협약을 체결했다."],
        ["가람시", "나루대", "다솜연구원", "한들금속"],
        id="who takes part, told before the signing",
    ),
]


@pytest.mark.parametrize(("paragraphs", "parties"), OTHERS)
def test_other_sides(read: Reader, paragraphs: list[str], parties: list[str]) -> None:
    (found,) = read(*paragraphs)
    assert sorted(names(found)) == sorted(parties)


def test_two_steps_of_one_sentence(read: Reader) -> None:
    first, second = read(
        "김하나 경기도지사가 19일 유럽 방문길에 올랐다.",
        "21일에는 독일 뮌헨에서 부품업체인 가람사와 1억 달러 규모 투자유치 협약을 맺고, 24일에는 영국 유통업체인 나루사와"
        " 1억2100만 달러 규모 협약식을 체결할 예정이다.",
    )
    assert (names(first), names(second)) == (["경기도", "가람사"], ["경기도", "나루사"])
    assert first.status is not None
    assert first.status.value == "planned"
    assert second.date is not None
    assert second.date.value == "2024-05-24"
    assert ([a.value.value for a in first.amounts], [a.value.value for a in second.amounts]) == ([1e8], [1.21e8])
    assert second.place is None


HEADS = [
    pytest.param("서울대 이하나 총장은 10일 부산대 김두리 총장과 학술교류협정을 체결했다.", ["서울대", "부산대"], id="short names"),
    pytest.param("가람시와 서울경찰청은 10일 안전 업무협약을 체결했다.", ["가람시", "서울경찰청"], id="an office of a place"),
    pytest.param("가람교육청은 9일 남호주교육부와 업무협약을 체결했다.", ["가람교육청", "남호주교육부"], id="a ministry of a place"),
    pytest.param(
        "충북대는 일본 야마구치 대학(山口大学)과 23일 업무협약을 체결했다.", ["충북대", "야마구치 대학"],
        id="a town's university",
    ),
    pytest.param("가람대학교는 26일 부산대 관계자들과 만나 포괄협약을 체결했다.", ["가람대학교", "부산대"], id="people of a body"),
    pytest.param(
        "가람시는 13일 시청에서 황두리 예산군수를 비롯한 4개 시·군 단체장과 협약을 체결했다.", ["가람시",
            "예산군"], id="a county by its head"
    ),
    pytest.param(
        "가람은행 이동한 행장과 나루공단 정지온 이사장이 10일 업무협약을 체결했다.", ["가람은행", "나루공단"],
        id="names like verbs",
    ),
]


@pytest.mark.parametrize(("text", "parties"), HEADS)
def test_heads(read: Reader, text: str, parties: list[str]) -> None:
    (found,) = read(text)
    assert names(found) == parties


def test_one_university_by_two_names_is_one(read: Reader) -> None:
    (found,) = read(
        "가람과학기술대는 나루대학과 학생교류에 관한 협정을 체결했다고 16일 밝혔다.",
            "가람과기대는 총장실에서 교원과 학생교류에 관한 협정식을 가졌다."
    )
    assert names(found) == ["가람과학기술대", "나루대학"]


def test_no_party_is_a_law_or_a_day(read: Reader) -> None:
    (found,) = read("충남도와 6개 시·군은 오늘 도청에서 나루기업㈜과 투자협약을 맺었다.")
    assert names(found) == ["충남도", "나루기업"]


STATES = [
    pytest.param(
        ["이하나 산업부 장관과 마리오 베르디 이탈리아 경제개발부 차관은 17일 김두리 대통령과 루카 총리 간 정상회담이 끝난 후 총리궁에서"
         " 양해각서(MOU)를 체결했다."],
        ["산업부", "이탈리아 경제개발부"],
        id="who meets is not who signs",
    ),
    pytest.param(
        ["산업통상자원부와 아랍에미리트(UAE)가 에너지 분야에 협력을 넓힌다.",
         "산업부는 14일 세종청사에서 양국 간 협력을 담은 양해각서(MOU)를 체결했다."],
        ["산업통상자원부", "아랍에미리트"],
        id="each other, as told before",
    ),
    pytest.param(
        ["최하나 지식경제부 장관은 14일 바트 몽골 자원에너지부장관과 양자 회담을 가졌다.",
         "양 장관은 이날 ‘한-몽골 협력 MOU’에 서명했다."],
        ["지식경제부", "몽골 자원에너지부"],
        id="both ministers",
    ),
    pytest.param(
        ["가람전력공사는 사우디아라비아 국영전력회사와 협력에 관한 업무협약을 11일(현지시간) 리야드에서 체결했다."],
        ["가람전력공사", "국영전력회사"],
        id="a firm of a country",
    ),
    pytest.param(
        ["가람건설은 미국 홀른 인터내셔널과 공동 개발을 위한 협약을 체결했다."], ["가람건설", "홀른 인터내셔널"],
        id="two words behind a country",
    ),
]


@pytest.mark.parametrize(("paragraphs", "parties"), STATES)
def test_states_and_firms_abroad(read: Reader, paragraphs: list[str], parties: list[str]) -> None:
    (found,) = read(*paragraphs)
    assert names(found) == parties


def test_an_attended_signing_of_others(read: Reader) -> None:
    found = read("면담 후 장관은 가람스코와 몽골 기업인 나루사 간의 ‘자원이용 협력 MOU’ 체결식에도 참석했다.",
        "가람스코와 나루사 간 체결한 MOU의 내용은 협력이다.")
    assert [names(draft) for draft in found] == [["가람스코", "나루사"]]


def test_a_document_signed_by_one_alone_is_not_yet_an_agreement(read: Reader) -> None:
    assert read("이하나 대사는 지난달 호주 장관이 서명한 양해각서를 우리 측으로 전달했다.") == ()


def test_pairs_in_one_clause_are_agreements_of_two(read: Reader) -> None:
    found = read("체결식에서는 중국 운성시와 경기도 가람시, 중국 대경시와 충청북도 나루시가 자매결연 협약을 맺었다.")
    assert [names(draft) for draft in found] == [["운성시", "가람시"], ["대경시", "나루시"]]


def test_the_heads_of_a_town_and_of_a_hospital(read: Reader) -> None:
    (found,) = read("함안 가람읍은 지난 16일 나루병원에서 조하나 가람읍장, 김두리 나루병원 이사장 등이 참석한 가운데 지원 협약을 체결했다.")
    assert names(found) == ["가람읍", "나루병원"]


def test_a_mayor_met_is_the_other_side(read: Reader) -> None:
    (found,) = read(
        "가람군이 16일부터 18일까지 베트남 퀴논시를 방문해 우호교류 의향서를 교환한다.",
        "최하나 가람군수를 비롯해 실장 등 5명의 대표단은 17일 응오황남 퀴논시장을 만나 간담회를 하고 우호교류 의향서를 교환할 예정이다.",
    )
    assert sorted(names(found)) == ["가람군", "퀴논시"]


def test_two_agreements_told_in_turn(read: Reader) -> None:
    found = read("가람재단은 베트남 나루연구원과 협력에 대한 양해각서를, 다솜공단은 한들은행과 금융지원에 대한 양해각서를 각각 체결했다.")
    assert [names(draft) for draft in found] == [["가람재단", "나루연구원"], ["다솜공단", "한들은행"]]


def test_what_both_go_on_to_do_is_no_other_agreement(read: Reader) -> None:
    (found,) = read(
        "가람시와 나루시가 우호협력도시 협약을 체결했다.",
            "이번 협약을 통해 가람시와 나루시는 공동 관심사에 협조와 우호협력을 추진한다."
    )
    assert names(found) == ["가람시", "나루시"]


def test_the_firm_of_the_sentence_before(read: Reader) -> None:
    (found,) = read("가람재단은 12일 공장을 열었다.", "회사는 전날 ㈜나루모터스와 배터리 협력 업무협약을 맺었다고 밝혔다.")
    assert names(found) == ["가람재단", "나루모터스"]


def test_a_blank_before_the_closing_mark(read: Reader) -> None:
    (found,) = read("가람공단은 나루대학교 산학협력단과 '산학협력 활성화를 위한 업무협약 '을 체결했다.")
    assert names(found) == ["가람공단", "나루대학교 산학협력단"]
