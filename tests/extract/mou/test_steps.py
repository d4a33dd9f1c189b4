"""Signings told as steps of a visit, and agreements that share one side."""

from __future__ import annotations

from tests.extract.mou.support import Reader


def test_a_step_of_a_visit_to_come_is_planned(read: Reader) -> None:
    (draft,) = read("가람시 대표단은 중국을 방문해 나루시와 우호교류 협정을 맺고 공단을 시찰할 예정이다.")
    assert draft.status and draft.status.value == "planned"


def test_a_release_that_goes_on_with_a_plan_tells_a_signing(read: Reader) -> None:
    (draft,) = read("가람시는 나루시와 업무협약을 체결하고 사업을 시작할 예정이라고 밝혔다.")
    assert draft.status and draft.status.value == "signed"


def test_the_delegation_stands_for_the_town_told_before(read: Reader) -> None:
    (draft,) = read("가람군 방문단은 5일 베트남을 찾았다.", "방문단은 8일 나루대학과 학술교류 MOU를 체결하고, 9일에는 다솜대학을 둘러봤다.")
    assert [p.value.name for p in draft.parties] == ["가람군", "나루대학"]


def test_an_earlier_month_is_another_agreement(read: Reader) -> None:
    found = read(
        "가람군은 지난 8일 나루전자와 공장 증설 투자협약을 체결했다.",
        "다솜화학은 지난 3월 가람군과 업무협약을 체결하고 공장을 짓고 있다.",
    )
    assert [[p.value.name for p in draft.parties] for draft in found] == [["가람군", "나루전자"], ["다솜화학", "가람군"]]


def test_the_topic_goes_on_with_a_firm_that_nobody_knows(read: Reader) -> None:
    drafts = read(
        "김하나 가람시장은 15일 캐나다에서 나루주와 수소 협력을 위한 업무협약을 체결했다.",
        "이어 현지 연료전지 기업 하이드로텍과 연구소를 세우기 위한 의향서를 교환했다.",
    )
    assert [p.value.name for p in drafts[-1].parties] == ["가람시", "하이드로텍"]


def test_another_kind_of_paper_is_another_agreement(read: Reader) -> None:
    drafts = read(
        "김하나 가람시장은 15일 캐나다에서 나루주와 수소 협력을 위한 양해각서를 체결했다.",
        "이어 연료전지 기업 하이드로텍과 연구소를 세우기 위한 의향서를 교환했다.",
    )
    assert drafts[-1].type and drafts[-1].type.value == "loi"
    assert all(d.type and d.type.value == "mou" for d in drafts[:-1])
