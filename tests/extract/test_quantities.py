from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.extract.mentions.quantities import find_headcounts, find_terms, term_between
from clipper.extract.sentences import split
from clipper.records.edtf import check_duration


def terms(text: str) -> list[tuple[str, bool]]:
    return [(term.iso, term.stated) for term in find_terms(split([text]))]


@pytest.mark.parametrize(
    ("text", "iso", "stated"),
    [
        ("앞으로 5년간 협력한다.", "P5Y", True),
        ("협약 기간은 2년이며 연장할 수 있다.", "P2Y", True),
        ("유효 기간은 체결일부터 3년으로 한다.", "P3Y", True),
        ("2년 동안 총 3억 원을 지원한다.", "P2Y", True),
        ("2027년까지 총 5년이다.", "P5Y", True),
        ("18개월간 운영한다.", "P18M", True),
        ("기간은 18개월이다.", "P18M", True),
        ("1년 6개월간 운영한다.", "P1Y6M", True),
        ("12주간 교육한다.", "P12W", True),
        ("3년 계약을 맺었다.", "P3Y", True),
        ("5개년 계획을 세웠다.", "P5Y", False),
    ],
)
def test_terms(text: str, iso: str, stated: bool) -> None:
    assert terms(text) == [(iso, stated)]


@pytest.mark.parametrize(
    "text",
    [
        "3년 만에 다시 만났다.",
        "10년 전 시작했다.",
        "2025년 열렸다.",
        "'26년 예산",
        "3년째 이어왔다.",
        "2년 연속 수상했다.",
        "2년 거치 조건",
        "100년 역사",
    ],
)
def test_what_is_no_term(text: str) -> None:
    assert [t for t in terms(text) if t[1]] == []


def test_years_gone_by_are_marked() -> None:
    (term,) = find_terms(split(["지난 10년간 교류했다."]))
    assert term.past


@pytest.mark.parametrize(
    ("start", "end", "iso"),
    [
        ("2026-01-01", "2030-12-31", "P5Y"),
        ("2026-03-05", "2028-03-04", "P2Y"),
        ("2026-01-01", "2026-06-30", "P6M"),
        ("2026", "2030", "P5Y"),
        ("2025-12", "2026-12", "P13M"),
        ("2026-01-01", "2026-01-20", None),
        ("2026-03-05", "2026-03-04", None),
        ("2030", "2026", None),
        ("XXXX-01-01", "2026-12-31", None),
        ("2026", "2026-12", None),
    ],
)
def test_a_term_by_two_dates(start: str, end: str, iso: str | None) -> None:
    assert term_between(start, end) == iso


@pytest.mark.parametrize(
    ("text", "value", "about"),
    [("20여 명이 갔다.", 20, True), ("1,200명이 왔다.", 1200, False), ("3인의 대표단", 3, False)],
)
def test_headcounts(text: str, value: int, about: bool) -> None:
    (count,) = find_headcounts(split([text]))
    assert (count.value, count.about) == (value, about)


WORDS = "1 5 10 년 간 개월 주 동안 명 여 총 지난 기간은 , . 2025 부터"


@given(st.lists(st.sampled_from(WORDS.split()) | st.text(max_size=3), max_size=20).map("".join))
def test_any_text(text: str) -> None:
    sentences = split([text])
    for term in find_terms(sentences):
        assert check_duration(term.iso) == term.iso
        assert text[term.span.start : term.span.end].strip()
    for count in find_headcounts(sentences):
        assert text[count.span.start : count.span.end].strip()
        assert count.value >= 0
