"""Addresses as people paste them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.errors import FetchError
from clipper.fetch.urls import clean_url, follow, split_line, targets

NAVER = "https://n.news.naver.com/mnews/article/001/0015432100"

SAME = {
    # what only tracks goes, what names the article stays
    "http://a.kr/news/articleView.html?idxno=12&utm_source=x&fbclid=y": "http://a.kr/news/articleView.html?idxno=12",
    "http://a.kr/v.php?key=2025.1&UTM_Medium=q": "http://a.kr/v.php?key=2025.1",
    "http://a.kr/read?newsId=7&igsh=1": "http://a.kr/read?newsId=7",
    "http://a.kr/b.asp?no=5&page=2": "http://a.kr/b.asp?no=5&page=2",
    "http://a.kr/?oid=001&aid=002&sid=100": "http://a.kr/?oid=001&aid=002&sid=100",
    "http://a.kr/s?q=%B4%EB%C0%FC&_ga=1": "http://a.kr/s?q=%B4%EB%C0%FC",
    "http://a.kr/x#reply": "http://a.kr/x",
    "http://a.kr/x#:~:text=abc": "http://a.kr/x",
    # one spelling
    "HTTP://A.KR:80": "http://a.kr/",
    "https://a.kr:443/x": "https://a.kr/x",
    "http://a.kr./x": "http://a.kr/x",
    "http://a.kr/가나?제목=라": "http://a.kr/%EA%B0%80%EB%82%98?%EC%A0%9C%EB%AA%A9=%EB%9D%BC",
    "http://대전.한국/x": "http://xn--vk1bo21b.xn--3e0b707e/x",
    # as pasted
    "www.a.kr/news/1": "http://www.a.kr/news/1",
    "a.kr:8080/news": "http://a.kr:8080/news",
    "//a.kr/x": "http://a.kr/x",
    " <https://a.kr/x> ": "https://a.kr/x",
    "\ufeffhttps://a.kr/x\u200b": "https://a.kr/x",
    "대전시 협약 https://a.kr/v?no=3 (오늘)": "https://a.kr/v?no=3",
    "[제목](https://a.kr/v?no=3)": "https://a.kr/v?no=3",
    "기사(https://a.kr/w_(1)).": "https://a.kr/w_(1)",
    "https://a.kr/x 에서": "https://a.kr/x",
    "보세요 https://a.kr/w_(1).": "https://a.kr/w_(1)",
    # wrapped
    "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.kr%2Fx%3Fno%3D5%26fbclid%3Dz&h=1": "https://a.kr/x?no=5",
    "https://www.google.com/url?sa=t&q=https://a.kr/x%3Fidxno=1": "https://a.kr/x?idxno=1",
    "https://share.naver.com/web/shareView?url=https%3A%2F%2Fa.kr%2F1&title=t": "https://a.kr/1",
    "https://www.facebook.com/sharer/sharer.php?u=http://a.kr/1": "http://a.kr/1",
    "https://www.google.com/amp/s/www.a.kr/amp/1": "https://www.a.kr/amp/1",
    "https://www-a-kr.cdn.ampproject.org/c/s/www.a.kr/amp/1": "https://www.a.kr/amp/1",
    # portals: one article, many addresses
    "https://n.news.naver.com/article/001/0015432100?cds=news_my": NAVER,
    "https://n.news.naver.com/mnews/article/comment/001/0015432100": NAVER,
    "https://news.naver.com/main/read.nhn?mode=LSD&mid=sec&sid1=100&oid=001&aid=0015432100": NAVER,
    "https://m.news.naver.com/read.naver?aid=0015432100&oid=001&sid1=1": NAVER,
    "https://n.news.naver.com/mnews/ranking/article/001/0015432100?ntype=RANKING": NAVER,
    "https://news.v.daum.net/v/20250610123456789?x_trkm=t": "https://v.daum.net/v/20250610123456789",
    "https://v.daum.net/v/20250610123456789?f=m": "https://v.daum.net/v/20250610123456789",
    "http://media.daum.net/society/newsview?newsid=20130610123456789": "https://v.daum.net/v/20130610123456789",
    "https://m.news.nate.com/view/20250610n01234?mid=m04": "https://news.nate.com/view/20250610n01234",
    "https://m.blog.naver.com/city_1/223123456789?x=1": "https://blog.naver.com/PostView.naver?blogId=city_1&logNo=223123456789",
    "https://www.a.kr/news/articleViewAmp.html?idxno=9": "https://www.a.kr/news/articleView.html?idxno=9",
}


@pytest.mark.parametrize(("pasted", "clean"), SAME.items())
def test_a_pasted_address_becomes_the_article(pasted: str, clean: str) -> None:
    found = clean_url(pasted)
    assert found == clean
    assert clean_url(found) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "기사 제목",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "mailto:a@a.kr",
        "ftp://a.kr/",
        "http://",
        "http:///x",
        "http://u:p@a.kr/",
        "http://a.kr\\@b.kr/",
        "http://a.kr/\x1b[31m",
        "http://a.kr:99999/",
        "http://[::1/",
        "http://%61.kr/",
        "http://a.kr/" + "x" * 5000,
        "http://..kr/",
        "http://a.kr/\udcff",
        "http://[v1.x]/",
        "gopher://a.kr/",
    ],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(FetchError) as told:
        clean_url(text)
    assert told.value.code in ("bad_url", "bad_scheme")
    assert told.value.hint


@given(st.text(max_size=60) | st.builds("http://{}/{}".format, st.text(max_size=12), st.text(max_size=40)))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    try:
        url = clean_url(text)
    except FetchError:
        return
    assert url.isascii()
    assert url.isprintable()
    assert url.startswith(("http://", "https://"))
    assert clean_url(url) == url


def test_spellings_of_one_address_are_one_target() -> None:
    found = targets(
        ["http://a.kr/1#a", "http://a.kr/1?utm_source=b", "http://A.kr/1", "nonsense", "nonsense", "http://b.kr/"]
    )
    assert [target.asked for target in found] == ["http://a.kr/1#a", "nonsense", "http://b.kr/"]
    assert [target.error is None for target in found] == [True, False, True]


def test_a_line_may_hold_several_addresses() -> None:
    assert split_line("http://a.kr/1, https://b.kr/2?u=http://c.kr/ 그리고 (http://d.kr/3)") == [
        "http://a.kr/1", "https://b.kr/2?u=http://c.kr/", "http://d.kr/3"]  # fmt: skip
    assert split_line("제목 http://a.kr/1") == ["제목 http://a.kr/1"]
    assert split_line("www.a.kr/1") == ["www.a.kr/1"]


def test_redirect_targets_are_joined_and_cleaned() -> None:
    assert follow("http://a.kr/x/y?z", "../w?no=1&utm_source=q") == "http://a.kr/w?no=1"
    assert follow("http://a.kr/x", "//b.kr/y") == "http://b.kr/y"
    assert follow("http://a.kr/x", "/가".encode()) == "http://a.kr/%EA%B0%80"
    assert follow("http://a.kr/x", "/가".encode("cp949")) == "http://a.kr/%B0%A1"


def test_a_server_that_sends_back_to_a_rewritten_spelling_makes_no_loop() -> None:
    raw = "https://n.news.naver.com/article/001/0015432100"
    assert follow(NAVER, raw, seen=[NAVER]) == raw
    assert follow("https://naver.me/x", raw, seen=["https://naver.me/x"]) == NAVER
