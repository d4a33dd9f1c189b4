"""Who sits at a signing: lists of those attending, posts that no list knows, heads in brackets, pictures."""

from __future__ import annotations

import pytest
from tests.extract.mou.support import Reader

LEAD = "가람시는 13일 시청에서 나루전자와 인재 양성을 위한 업무협약을 체결했다. "

ATTENDANCE = [
    ("이날 협약식에는 박서연 가람시장과 하정우 나루공항장을 비롯한 관계자들이 참석했다.", {"박서연", "하정우"}),
    ("협약식에는 박서연 가람시장, 김도윤 나루전자 기관그룹장, 이하준 4대대장 등이 참석했다.", {"박서연", "김도윤", "이하준"}),
    ("이날 협약식에는 가람시(시장 박서연), 나루전자(김도윤 부사장) 등이 참여했다.", {"박서연", "김도윤"}),
    ("협약식에는 박서연 가람시장 등 양사 대표와 지자체 회장이 참석했다.", {"박서연"}),
]


@pytest.mark.parametrize(("text", "names"), ATTENDANCE)
def test_who_attends(read: Reader, text: str, names: set[str]) -> None:
    (draft,) = read(LEAD + text)
    assert {s.value.name for s in draft.signatories} == names


def test_a_picture_of_the_signing(read: Reader) -> None:
    picture = "박서연 가람시장(왼쪽)과 김도윤 나루전자 대표가 협약 체결 뒤 기념 촬영을 하고 있다."
    (draft,) = read(LEAD + "나루전자 김도윤 대표는 감사를 전했다.", picture)
    assert {s.value.name for s in draft.signatories} == {"박서연", "김도윤"}


def test_a_picture_of_others_is_none_of_it(read: Reader) -> None:
    (draft,) = read(LEAD, "왼쪽부터 이하준 새빛구청장, 정유나 새빛구의회 부의장이 업무협약 현장을 둘러보고 있다.")
    assert [s.value.name for s in draft.signatories] == []


@pytest.mark.parametrize(
    "caption", ["사진 왼쪽부터 김한별 가람병원장과 이재온 나루대 총장.", "김한별 가람병원장(사진 왼쪽) / 이재온 나루대 총장(사진 오른쪽)"]
)
def test_a_caption_of_names_alone_shows_who_signed(read: Reader, caption: str) -> None:
    (draft,) = read(
        caption,
        "가람병원은 지난달 30일 나루대와 시설물 활용에 대한 양해각서를 체결했다고 3일 밝혔다.",
        title="가람병원-나루대 양해각서 체결",
    )
    assert [s.value.name for s in draft.signatories] == ["김한별", "이재온"]
