"""What holds for any text: spans are grounded, values are open dates, nothing raises, nothing is remembered."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipper.extract.mentions.dates import find_dates
from clipper.extract.mentions.dates.opendate import Open
from clipper.extract.sentences import split
from clipper.records.edtf import check_date

WORDS = """
0 1 2 9 12 28 29 30 31 99 2024 2025 년 월 일 日 박 . ~ ∼ - · , ( ) ’ ' 지난 오는 지난달 다음달 올해 이날 다음날 이틀째
마지막_날 부터 까지 간 나흘간 같은_날 첫날 같은_달 오늘 (화) (이하_현지시간) 오전 밝혔다. 방문한다. 체결했다고 주말
이번_주 “ ” 다. 6월_10일 9일부터 16일까지 1.6(월) 2025.6.10. 6.10.~11.
"""
PIECES = st.sampled_from(WORDS.split()).map(lambda piece: piece.replace("_", " "))
TEXTS = st.lists(st.one_of(PIECES, st.just(" "), st.text(max_size=4)), max_size=30).map("".join)
DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
REFERENCES = st.one_of(st.none(), DAYS)


@given(st.lists(TEXTS, max_size=4), REFERENCES)
@settings(max_examples=400, deadline=None)
def test_any_text(paragraphs: list[str], reference: date | None) -> None:
    sentences = split(paragraphs)
    mentions = find_dates(sentences, reference=reference)
    assert mentions == find_dates(sentences, reference=reference)
    assert list(mentions) == sorted(mentions, key=lambda m: (m.span.paragraph, m.span.start))
    for mention in mentions:
        span = mention.span
        assert 0 <= span.start < span.end <= len(paragraphs[span.paragraph])
        assert check_date(mention.start) == mention.start
        if mention.end is not None:
            assert check_date(mention.end) == mention.end
            if "X" not in mention.start + mention.end and len(mention.start) == len(mention.end):
                assert mention.start <= mention.end


FORMS = ["{0.year}년 {0.month}월 {0.day}일", "{0:%Y.%m.%d}", "{0:%Y-%m-%d}", "{0.year}. {0.month}. {0.day}."]


@given(DAYS, REFERENCES, st.sampled_from(FORMS))
@settings(max_examples=200, deadline=None)
def test_a_full_date_comes_back_whatever_the_reference(day: date, reference: date | None, form: str) -> None:
    (mention,) = find_dates(split([f"협약식은 {form.format(day)} 열렸다"]), reference=reference)
    assert (mention.start, mention.resolved_by) == (day.isoformat(), "stated")


@given(DAYS, st.integers(0, 25))
@settings(max_examples=200, deadline=None)
def test_a_day_ahead_and_a_day_past(reference: date, away: int) -> None:
    ahead, past = reference + timedelta(away), reference - timedelta(away)
    sentences = split([f"지난 {past.day}일 협약을 맺었다.", f"오는 {ahead.day}일 방문한다."])
    first, second = find_dates(sentences, reference=reference)
    assert first.start in (past.isoformat(), f"XXXX-XX-{past.day:02d}")
    assert second.start in (ahead.isoformat(), f"XXXX-XX-{ahead.day:02d}")


@given(DAYS, st.integers(1, 20), st.integers(0, 20))
@settings(max_examples=200, deadline=None)
def test_a_stretch_over_any_month_end(start: date, length: int, before: int) -> None:
    end = start + timedelta(length)
    text = f"대표단은 {start.month}월 {start.day}일부터 {end.month}월 {end.day}일까지 방문한다."
    (mention,) = find_dates(split([text]), reference=start - timedelta(before))
    assert (mention.start, mention.end) == (start.isoformat(), end.isoformat())


@given(DAYS, st.integers(-40, 40))
def test_counting_on_open_dates_agrees_with_the_calendar_or_stays_open(day: date, by: int) -> None:
    expected = day + timedelta(by)
    assert Open.of(day).plus(by).full == expected
    for opened in (Open(None, day.month, day.day), Open(None, None, day.day)):
        moved = opened.plus(by)
        assert moved.day in (None, expected.day) or opened.month is None
        assert moved.month in (None, expected.month)


@pytest.mark.parametrize(
    "run",
    ["1" * 20_000, "1일 " * 5_000, "9~" * 10_000, "지난 " * 8_000, "2025. " * 5_000, "(" * 20_000, "10·11·" * 4_000],
)
def test_a_date_behind_a_long_run_is_still_found(run: str) -> None:
    # A pattern that backtracks without bound would never come so far.
    assert find_dates(split([f"{run} 협약식은 2024년 6월 10일 열렸다"]), reference=None)[-1].start == "2024-06-10"
