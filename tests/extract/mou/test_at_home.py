"""Agreements inside the country: who takes part, told in lists, counts, attendances and between words that only look like sides."""

from __future__ import annotations

import pytest
from tests.extract.mou.support import Reader

from clipper.extract.drafts import MouDraft

SIDES = [
    # A city whose first syllable counts elsewhere (세, 두, 양).
    ("가람시와 세움상공회의소 간 창업 지원 업무협약이 13일 체결됐다.", ["가람시", "세움상공회의소"]),
    # What a sentence aims at is no side, joined by 와/과 or not.
    ("가람시는 13일 인구감소와 고령화에 대응하기 위해 나루대학교와 업무협약을 체결했다.", ["가람시", "나루대학교"]),
    ("가람시는 13일 나루대학교와 지역발전과 대학 경쟁력 확보를 위한 업무협약을 체결했다.", ["가람시", "나루대학교"]),
    ("가람시는 13일 나루대학교와 별도 협약을 체결했다.", ["가람시", "나루대학교"]),
    ("가람공사는 7일 나루적십자회(회장 김하나)와 살고 싶은 마을을 만들기 위한 협약을 체결했다.", ["가람공사", "나루적십자회"]),
    # Names behind bullets, with their heads in brackets.
    (
        "나루시와 협업을 바라는 △온새랩(김하나 대표) △다솜큐브(박두리 대표) △새빛체어(이세모 대표) 등 3개 스타트업은 이날 나루시와"
        " 협약을 체결했다.",
        ["나루시", "온새랩", "다솜큐브", "새빛체어"],
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
        "이번 협약은 인재 양성을 목표로 하고 있으며, 협약식에는 김하나 가람시장을 비롯해 한빛대·새롬공대·나루예술대 총장과"
        " 다솜대학교 학장 등 30여 명이 참석했다.",
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


def test_a_day_before_a_name_that_begins_like_ago(read: Reader) -> None:
    (draft,) = read("가람공단은 9일 전의면협의회와 업무협약을 체결했다.", day="2024-05-10")
    assert draft.date is not None
    assert draft.date.value == "2024-05-09"


def _names(draft: MouDraft) -> list[str]:
    return [p.value.name for p in draft.parties]
