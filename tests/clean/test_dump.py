"""Text dumps of ten shapes, each with the article that a careful reader would copy out of it."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipper.clean.dump import clean_dump

DUMPS = Path(__file__).with_name("dumps")
NAMES = sorted(path.stem for path in DUMPS.glob("*.txt"))


def dump(name: str) -> str:
    return (DUMPS / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_article_is_copied_out(name: str) -> None:
    want: dict[str, Any] = json.loads((DUMPS / f"{name}.json").read_text("utf-8"))
    found = clean_dump(dump(name))
    assert list(found.paragraphs) == want["paragraphs"]
    got = {field: getattr(found, field) for field in want if field != "paragraphs"}
    assert got | {"authors": list(found.authors)} == {k: v for k, v in want.items() if k != "paragraphs"}


def test_one_sentence_a_line_of_one_length_is_not_wrapped_text() -> None:
    lines = [f"{day:02}일에는 시장이 핀란드의 {day:02}번째 도시를 찾아 협약을 맺는다고 밝혔다." for day in range(10, 22)]
    assert list(clean_dump("\n".join(lines)).paragraphs) == lines


PIECES = [
    "새별시장, 핀란드 방문", "새별시는 시장이 12일 핀란드를 방문한다고 밝혔다.", "시는", ", 기업들이 함께", "홍길동 기자",
    "입력 2025-03-28 10:00", "무단전재 및 재배포 금지", "많이 본 뉴스", "1. 다른 기사 제목", "[새별시 제공]", "", "△ 일정", "| 표 | 칸 |",
    "[글](https://example.com)", "&nbsp;&amp;", "날짜", "…", "(새별=새벽뉴스) 홍길동 기자 = 시장은 떠났다.", "가" * 500,
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30), st.sampled_from(["\n", "\n\n", " "]))
def test_any_lines_give_an_article_or_none_twice_the_same(lines: list[str], glue: str) -> None:
    text = glue.join(lines)
    found = clean_dump(text)
    assert clean_dump(text) == found
    assert all(p == p.strip() and p for p in found.paragraphs)
    assert len(set(found.authors)) == len(found.authors)


@pytest.mark.parametrize("piece", ["\n", " \n", "[", "](", "<a ", "가 > ", "**_", "입력 \n", "(서울=", "다.\n", "가 ", "| "])
def test_no_text_hangs(piece: str) -> None:
    """No pattern backtracks without end; the bound tells a hang from work, it measures nothing."""
    start = time.perf_counter()
    clean_dump((piece * 19_000)[:60_000])
    assert time.perf_counter() - start < 10.0
