"""How releases put an agreement: notes with stars, counted sides, titles with names in them, headings run into the lead."""

from __future__ import annotations

import pytest
from tests.extract.mou.support import Reader

from clipper.extract.drafts import MouDraft


def names(draft: MouDraft) -> list[str]:
    """Names of the parties."""
    return [p.value.name for p in draft.parties]


def test_a_counted_side_has_the_names_of_the_list_that_counts_as_many(read: Reader) -> None:
    (draft,) = read(
        "환경부는 올해 지원 대상으로 가람대, 나루대, 다솜대 등 3개 대학을 선정했다고 밝혔다.",
        "환경부와 한국환경공단은 선정된 3개 대학과 13일 세종청사에서 탄소 감축 협약을 체결한다.",
    )
    assert names(draft) == ["환경부", "한국환경공단", "가람대", "나루대", "다솜대"]


COUNTED = [
    ("환경부는 13일 3개 대학(가람대, 나루대, 다솜대)과 탄소 감축 협약을 체결했다.", ""),
    ("환경부는 13일 3개 학·연기관과 공동연구 협약을 체결했다.", "3개 학·연기관은 가람대, 나루대, 다솜대이다."),
]


@pytest.mark.parametrize(("told", "behind"), COUNTED)
def test_a_counted_side_named_in_a_bracket_or_behind(read: Reader, told: str, behind: str) -> None:
    (draft,) = read(told, behind)
    assert names(draft) == ["환경부", "가람대", "나루대", "다솜대"]


def test_what_is_only_counted_is_no_party(read: Reader) -> None:
    (draft,) = read("가람교육지원청은 13일 관내 5개 초등학교, 다솜경찰서와 학교폭력 예방을 위한 업무협약식을 가졌다.")
    assert names(draft) == ["가람교육지원청", "다솜경찰서"]


def test_both_firms_are_those_of_the_sentence_before(read: Reader) -> None:
    (draft,) = read("가람은행이 나루페이와 디지털 금융을 위해 협력한다.", "양사는 13일 가람은행 본점에서 전략적 업무제휴 협약을 체결했다.")
    assert names(draft) == ["가람은행", "나루페이"]


def test_a_department_is_not_the_body(read: Reader) -> None:
    (draft,) = read(
        "가람시는 13일 관계 기관과 물 절약 협약을 맺었다.",
        "협약식에는 김하나 가람시장, 박두리 나루공사 경영지원실장이 참석했다.",
    )
    assert names(draft) == ["가람시", "나루공사"]


def test_a_body_glued_to_the_heading(read: Reader) -> None:
    (draft,) = read("▷ 폐기물 감축량 1,645톤한국가람공단(이사장 김하나)은 13일 나루대학교와 자원순환 업무협약을 체결했다.")
    assert names(draft) == ["한국가람공단", "나루대학교"]


def test_a_list_of_another_length_names_nobody(read: Reader) -> None:
    (draft,) = read(
        "환경부는 지난해 가람대, 나루대 등 2개 대학을 지원했다.",
        "환경부와 한국환경공단은 올해 선정된 3개 대학과 13일 세종청사에서 탄소 감축 협약을 체결한다.",
    )
    assert names(draft) == ["환경부", "한국환경공단"]


def test_a_star_parts_the_noun_from_its_particle(read: Reader) -> None:
    (draft,) = read("가람시는 나루대학교와 물산업 협력 양해각서*를 13일 가람시청에서 체결했다.")
    assert names(draft) == ["가람시", "나루대학교"]
    assert draft.date is not None
    assert draft.date.value == "2024-05-13"


def test_the_noun_may_stand_in_a_bracket_alone(read: Reader) -> None:
    (draft,) = read("가람은행은 지난 13일 나루대학교와 제휴(MOU)를 맺고 학생증 카드를 내놓는다.")
    assert draft.type is not None
    assert draft.type.value == "mou"
    assert names(draft) == ["가람은행", "나루대학교"]


def test_talks_about_a_memorandum_are_a_proposal(read: Reader) -> None:
    (draft,) = read("가람시와 나루대학교는 업무협약 관련 내용도 이미 조율한 것으로 전해졌다.", title="가람시-나루대학교 업무협약 조율")
    assert draft.status is not None
    assert draft.status.value == "proposed"


def test_names_in_a_title_are_no_parties_where_the_sides_stand_outside(read: Reader) -> None:
    (draft,) = read("외교부는 13일 나루대학교와 ‘다솜군과 여울군의 청년 교류에 관한 업무협약’을 체결했다.")
    assert names(draft) == ["외교부", "나루대학교"]


def test_a_heading_glued_to_the_lead_is_no_part_of_it(read: Reader) -> None:
    (draft,) = read("▷ 가람산 안전 협력 강화환경부(장관 김하나)는 13일 나루대학교와 산악 안전 업무협약을 체결했다고 밝혔다.")
    assert names(draft) == ["환경부", "나루대학교"]


def test_sides_by_the_offices_that_signed(read: Reader) -> None:
    (draft,) = read(
        "강물 문제를 풀기 위해 ‘가람강 물관리 상호협력 업무협약*’을 체결(2024년 5월 13일)하는 등 성과를 냈다.",
        "* 국무총리 임석, 환경부장관, 가람시장, 경북지사 서명",
    )
    assert names(draft) == ["환경부", "가람시", "경북"]
    assert draft.date is not None
    assert draft.date.value == "2024-05-13"


def test_what_followed_long_ago_is_background(read: Reader) -> None:
    (draft,) = read("가람시는 나루군, 다솜군과 업무협약을 체결, 2013년부터 2015년까지 빗물 시설을 설치했다.")
    assert draft.background


def test_a_recent_signing_in_the_headline_is_news_though_looked_back_on(read: Reader) -> None:
    (draft,) = read("앞서 가람시는 지난 3일 나루대학교와 에너지 절약 협약을 체결한 바 있다.", title="가람시 에너지 절약 협약, 첫 성과")
    assert not draft.background
