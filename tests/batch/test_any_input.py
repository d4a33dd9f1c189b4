"""Whatever the bytes are, there is an outcome, and no defect of ours."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from clipper.batch import Options, outcome_of
from clipper.read.page import Page
from clipper.records import Failure

MARKUP = st.sampled_from([
    "<p>", "</p>", "<div", ">", "<article>", "</article>", "<script type='application/ld+json'>", "</script>", "<!--", "-->",
    "<br>", "<table><tr><td colspan=9007199254740991>", "&#0;", "&#x110000;", "&amp", "<![CDATA[", "\0", "\u202e", "\ud7a3",
])
NEWS = st.sampled_from([
    "가온시는 9일 나래대학교와 업무협약(MOU)을 체결했다고 10일 밝혔다.",
    "한봄 시장은 오는 31일부터 2월 30일까지 0박 99일", "몽골 다르항을 방문", "(", ")", "99999999999999조원", "13월 45일", "·", "‘",
    "이 시장은", "등 5개 기관과", "(이하 현지시간)", "\n\n", "취소했다.", "㈜", "A·B·C와 D",
])


def internal(data: bytes) -> str | None:
    outcome = outcome_of(Page(data=data), Options(explain=True))
    return str(outcome) if isinstance(outcome, Failure) and outcome.error.code == "internal" else None


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    assert internal(data) is None


@settings(max_examples=150, deadline=None)
@given(st.lists(MARKUP | NEWS | st.text(max_size=20), max_size=30).map("".join))
def test_any_mixture_of_markup_and_news(text: str) -> None:
    assert internal(text.encode("utf-8", "surrogatepass")) is None


@settings(max_examples=150, deadline=None)
@given(st.lists(NEWS, min_size=1, max_size=25).map(" ".join))
def test_any_article_made_of_phrases_of_news(text: str) -> None:
    page = f"<html><body><article><h1>{text[:40]}</h1><p>{text}</p><p>{text[::-1]}</p></article></body></html>"
    assert internal(page.encode()) is None
