"""What stands beside an agreement in its sentence and is of another clause, day or paper."""

from __future__ import annotations

import pytest
from tests.extract.mou.support import Reader


def _sides(drafts: object) -> list[list[str]]:
    return [[p.value.name for p in draft.parties] for draft in drafts]  # type: ignore[attr-defined]


SIDES = [
    # Towns in which it is signed, one deed that only tells when, and verbs that a comma leaves without their ending.
    ("가람시는 도쿄와 오사카에서 다솜전자와 투자협약을 맺었다.", ["가람시", "다솜전자"]),
    ("가람시는 상하이시와 시청에서 우호협약을 맺었다.", ["가람시", "상하이시"]),
    ("가람시는 설명회를 개최, 온새전자와 투자협약을 체결했다.", ["가람시", "온새전자"]),
    ("김하나 다솜대 총장은 지난 3월 방미, 마루대와 양해각서를 체결했다.", ["다솜대", "마루대"]),
    # Whom a sum is paid into signs, where nobody else does.
    ("두루은행 가람본부는 13일 가람신용보증재단에 5억원을 출연하기로 하고 업무협약을 체결했다.", ["두루은행 가람본부", "가람신용보증재단"]),
    ("가람시와 두루은행은 온새문화재단에 각각 5억원을 출연하는 협약을 체결했다.", ["가람시", "두루은행", "온새문화재단"]),
    ("두루은행은 온새장학재단에 1억원을 출연하고 나루대와 업무협약을 맺었다.", ["두루은행", "나루대"]),
    # A department signs for its university.
    ("나루전자는 가람대 관광경영과와 인재 양성을 위한 협약을 체결했다.", ["나루전자", "가람대"]),
    ("다솜대 약대와 나루의료재단은 13일 신약 시험을 위한 업무협약을 체결했다.", ["다솜대", "나루의료재단"]),
    ("가람대학교 사회복지학과는 나루복지관과 업무협약을 체결했다.", ["가람대학교", "나루복지관"]),
]


@pytest.mark.parametrize(("text", "sides"), SIDES)
def test_the_sides(read: Reader, text: str, sides: list[str]) -> None:
    assert _sides(read(text)) == [sides]


def test_two_whose_deed_only_tells_when(read: Reader) -> None:
    drafts = read("가람시는 초원의 도시들과 오래 사귀었다. 우리나라와 몽골이 수교한 이듬해인 1991년에는 나루시와 우호도시 협약을 맺었다.")
    assert _sides(drafts) == [["가람시", "나루시"]]


@pytest.mark.parametrize(
    "text",
    [
        "가람시는 지난 3일 나루대와, 4일 다솜전자와 각각 업무협약을 체결했다.",
        "가람시는 3일에는 나루대와, 4일에는 다솜전자와 업무협약을 체결했다.",
        "가람시는 지난 3일 나루대, 4일 다솜전자와 차례로 업무협약을 체결했다.",
    ],
)
def test_one_agreement_for_each_day(read: Reader, text: str) -> None:
    drafts = read(text)
    assert _sides(drafts) == [["가람시", "나루대"], ["가람시", "다솜전자"]]
    assert [d.date and d.date.value for d in drafts] == ["2024-05-03", "2024-05-04"]


@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("가람시가 나루공사와 맺은 협약이 불리하다며 재협상을 요구하고 나섰다.", True),
        ("시의원들은 가람시가 나루공사와 체결한 운영 협약을 파기하라고 촉구했다.", True),
        ("다솜전자는 나루대와 체결한 업무협약에 따라 장학금 1억원을 전달했다.", True),
        ("가람시는 지난 13일 나루대와 맺은 업무협약에 따라 청년 강좌를 연다.", False),
    ],
)
def test_a_paper_in_force_is_no_news(read: Reader, text: str, background: bool) -> None:
    (draft,) = read(text)
    assert draft.background is background
    assert draft.status and draft.status.value == "signed"


def test_whose_head_a_quoted_name_has(read: Reader) -> None:
    (draft,) = read(
        "등대 옆 새 건물은 ‘온새 갯벌 관측센터’(센터장 강민준)가 쓴다. 강 센터장은 7일 “철새를 가까이에서 살피겠다”고 말했다. "
        "이에 앞서 지난 3일 가람대(총장 이하늘)와 업무협약을 체결했다."
    )
    assert [p.value.name for p in draft.parties] == ["온새 갯벌 관측센터", "가람대"]
    assert [p.value.aliases for p in draft.parties] == [(), ()]
