"""What is news and what is history: a day counts for the signing, not for what a verb beside it describes."""

from __future__ import annotations

import pytest
from tests.extract.mou.support import Reader

NEWS = [
    "가람시는 2010년 설립된 나루전자와 투자협약을 체결했다.",
    "가람시는 지난해 매출 1200억원을 올린 나루전자와 투자협약을 체결했다.",
    "가람시는 지난해 3월 문을 연 나루센터와 업무협약을 체결했다.",
    "가람시는 기존 건축물의 성능 개선을 위해 나루공단과 업무협약을 체결했다.",
    "가람시는 도시 이미지 제고를 위해 나루공단과 업무협약을 체결했다.",
    "가람시는 그동안 일손 부족을 겪어온 농가를 돕기 위해 나루농협과 업무협약을 체결했다고 14일 밝혔다.",
    "가람시는 지난해에 이어 나루은행과 업무협약을 체결했다.",
]
HISTORY = [
    ("가람시는 지난해 나루은행과 업무협약을 체결했다.", "2023"),
    ("가람시는 지난해 3월 나루센터와 업무협약을 체결했다.", "2023-03"),
    ("가람시는 2021년부터 나루공사와 협약을 체결해 사업을 하고 있다.", None),
    ("가람시는 이미 나루은행과 협약을 체결했다.", None),
    ("다솜시는 지난 2012년, 가람시와 자매결연을 맺은 도시로, 차 산지로 유명하다.", "2012"),
]


@pytest.mark.parametrize("text", NEWS)
def test_a_former_year_of_something_else_does_not_make_history(read: Reader, text: str) -> None:
    (draft,) = read(text)
    assert (draft.background, draft.date) == (False, None)


@pytest.mark.parametrize(("text", "day"), HISTORY)
def test_what_was_signed_in_a_former_year_is_history(read: Reader, text: str, day: str | None) -> None:
    (draft,) = read(text)
    assert (draft.background, draft.date.value if draft.date else None) == (True, day)


def test_papers_of_two_months_are_two(read: Reader) -> None:
    text = "가람차는 지난해 1월 나루전자와 파트너십을 체결한 데 이어 10월에는 나루전자와 역량 고도화를 위한 업무협약을 체결했다."
    drafts = read(text, day="2026-01-07")
    assert [d.date.value for d in drafts if d.date] == ["2025-01", "2025-10"]


def test_having_signed_with_many_is_no_agreement(read: Reader) -> None:
    assert not read("나루법무사는 산업단지 안 83개 기업과 법률지원 협약을 체결한 경험이 있으며, 여러 자문을 하고 있다.")


def test_a_year_before_a_long_name_is_that_of_the_paper(read: Reader) -> None:
    (draft,) = read("나루전자는 2010년 연구소를 열었으며, 2016년 독일 마루 Tech와 공동 개발 협약을 체결했다. 이듬해 공장을 늘렸다.")
    assert (draft.background, draft.date and draft.date.value) == (True, "2016")
