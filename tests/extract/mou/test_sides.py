"""Sides that a clause names in a roundabout way, and clauses that name none."""

from __future__ import annotations

import pytest
from tests.extract.mou.support import Reader

from clipper.extract.drafts import MouDraft


def names(draft: MouDraft) -> list[str]:
    """Names of the parties."""
    return [p.value.name for p in draft.parties]


ROUNDABOUT = [
    pytest.param(
        "가람시(시장 김하나)는 최근 산업통상부와 반도체 기업인 나루테크가 인력 양성 양해각서(MOU)를 체결했다고 7일 밝혔다.",
        ["산업통상부", "나루테크"],
        id="who tells",
    ),
    pytest.param(
        "이날 안전점검은 가람공단이 지난 14일 산악 안전을 위해 나루소방본부와 업무협약을 체결하고 마련한 자리다.",
        ["가람공단", "나루소방본부"],
        id="a topic that is no body",
    ),
    pytest.param(
        "한편 가람은행도 지난 10일 배달앱 운영사인 다정한이웃들과 소상공인 지원 업무협약을 맺었다.",
        ["가람은행", "다정한이웃들"],
        id="what an apposition calls a firm",
    ),
    pytest.param(
        "환경부는 13일 제과업체인 가람바게뜨·나루과자점과 비닐봉투를 줄이기 위한 자발적 협약을 체결했다.",
        ["환경부", "가람바게뜨", "나루과자점"],
        id="two firms in one word",
    ),
    pytest.param(
        "환경부는 13일 가람 이엔지(GA ENG) 쇼핑, 나루홈쇼핑, 다솜올 등 3개 유통·물류회사와 포장재 감량 협약을 체결했다.",
        ["환경부", "가람 이엔지 쇼핑", "나루홈쇼핑", "다솜올"],
        id="a bracket inside a name, a counted list",
    ),
    pytest.param(
        "가람시는 13일 시멘트, 유리, 제지 등 7개 업종 43개 업체와 먼지를 줄이는 자발적 협약을 체결했다.",
        ["가람시"],
        id="trades are no names",
    ),
    pytest.param(
        "가람공단은 올해 9월 나루시 장애인보호작업장과 지난 5일 업무협약을 체결했다.",
        ["가람공단", "나루시 장애인보호작업장"],
        id="a day between the other side and the noun",
    ),
    pytest.param(
        "국세청과 가람공단은 지난 16일 소득자료 연계 업무와 관련한 업무협약을 체결했다.",
        ["국세청", "가람공단"],
        id="what the agreement is about",
    ),
]


@pytest.mark.parametrize(("text", "parties"), ROUNDABOUT)
def test_the_sides_are_read_through_what_stands_between(read: Reader, text: str, parties: list[str]) -> None:
    (draft,) = read(text)
    assert names(draft) == parties


def test_both_firms_are_those_of_the_sentence_before(read: Reader) -> None:
    (draft,) = read("가람전자와 나루모터스는 미래차 사업에서 힘을 모은다.", "양사는 13일 서울에서 업무협약을 체결했다.")
    assert names(draft) == ["가람전자", "나루모터스"]


def test_a_pair_in_the_headline_completes_the_sides(read: Reader) -> None:
    (draft,) = read(
        "다솜온새는 13일 청년 창업을 위한 업무협약을 체결했다.",
        "가람대는 창업 공간을 내준다.",
        title="다솜온새-가람대, 업무협약",
    )
    assert set(names(draft)) == {"다솜온새", "가람대"}


def test_a_ceremony_of_one_named_body_is_a_record(read: Reader) -> None:
    (draft,) = read("국립가람자원관은 22일 오전 11시 가람시 강당에서 기술이전을 겸한 업무협약식을 개최한다.")
    assert names(draft) == ["국립가람자원관"]
    assert draft.status is not None
    assert draft.status.value == "planned"


NONE = [
    "가람시는 올해 40개 가게와 협약을 맺어 배달 앱을 운영하고 있다.",
    "가람시는 노인 일자리 지원 사업을 협약보증으로 이어간다.",
    "회원 시·군이 입장권 구매 약정을 체결하고 건의문을 채택했다.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_record_of_what_only_goes_on_or_names_nobody(read: Reader, text: str) -> None:
    assert read(text) == ()


def test_no_record_of_an_employer_and_its_unions(read: Reader) -> None:
    text = "가람교육청에서 열린 체결식에는 김하나 교육감과 나루노동조합 박두리 위원장이 참석해 협약서에 서명했다."
    assert read(text, title="가람교육청-나루노동조합 단체협약 체결") == ()
