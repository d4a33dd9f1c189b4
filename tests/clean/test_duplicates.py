"""What a page says twice stands once in the article."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clipper.clean.duplicates import drop_duplicates, letters

LEAD = "시장은 내년 봄에 캐나다를 방문한다고 밝혔다."
WHO = "이번 방문에는 경제사절단 열두 명이 함께 간다고 시는 설명했다."
PLAN = "시는 세 도시와 협약을 맺을 계획이다."


def kept(*paragraphs: str) -> tuple[str, ...]:
    return drop_duplicates(paragraphs)[0]


def test_the_same_paragraph_again_goes() -> None:
    assert drop_duplicates([LEAD, WHO, LEAD]) == ((LEAD, WHO), (LEAD,))


def test_the_whole_body_twice_is_one_body() -> None:
    assert kept(LEAD, WHO, PLAN, LEAD, WHO, PLAN) == (LEAD, WHO, PLAN)


def test_a_copy_with_other_blanks_and_quotes_is_a_copy() -> None:
    assert kept("시는 “세 도시와 협약을 맺을 계획”이라고 했다.", '시는  "세 도시와 협약을 맺을 계획"이라고 했다.') == (
        "시는 “세 도시와 협약을 맺을 계획”이라고 했다.",
    )


def test_a_run_together_of_others_goes_wherever_it_stands() -> None:
    assert kept(LEAD + WHO + PLAN, LEAD, WHO, PLAN) == (LEAD, WHO, PLAN)
    assert kept(LEAD, WHO, PLAN, LEAD + WHO + PLAN) == (LEAD, WHO, PLAN)
    assert kept(LEAD, "◇ 소제목", WHO, PLAN, f"{LEAD} {WHO} {PLAN}") == (LEAD, "◇ 소제목", WHO, PLAN)


def test_a_summary_that_repeats_the_lead_goes() -> None:
    assert kept(LEAD, f"{LEAD} {WHO}", PLAN) == (f"{LEAD} {WHO}", PLAN)


def test_short_answers_and_subheads_may_repeat() -> None:
    assert kept("네.", LEAD, "네.", "경제사절단 열두 명", WHO) == ("네.", LEAD, "네.", "경제사절단 열두 명", WHO)


@given(st.lists(st.sampled_from([LEAD, WHO, PLAN, "네.", LEAD + WHO, "◇ 소제목", ""]), max_size=12))
def test_nothing_is_lost_and_nothing_is_remembered(paragraphs: list[str]) -> None:
    first, dropped = drop_duplicates(paragraphs)
    assert drop_duplicates(paragraphs) == (first, dropped)
    assert drop_duplicates(first) == (first, ())
    assert sorted([*first, *dropped]) == sorted(paragraphs)
    said = letters("".join(first))
    for sentence in (LEAD, WHO, PLAN):
        assert (letters(sentence) in said) == any(letters(sentence) in letters(p) for p in paragraphs)
