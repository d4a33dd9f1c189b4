"""Pages that only send their reader on."""

from __future__ import annotations

import time

import pytest

from clipper.fetch.shells import article_twin, next_address

ARTICLE = "<p>" + "대전시는 10일 업무협약을 체결했다고 밝혔다. " * 30

SHELLS = {
    '<meta http-equiv="refresh" content="0;url=/a?b=1&amp;c=2">': "/a?b=1&c=2",
    "<META HTTP-EQUIV=Refresh CONTENT=\"1; URL='http://a.kr/x'\">": "http://a.kr/x",
    '<meta http-equiv="refresh" content="0; https://a.kr/x"><p>잠시 후 이동합니다': "https://a.kr/x",
    '<script>location.href="https:\\/\\/a.kr\\/x?no=5\\u0026k=1";</script>': "https://a.kr/x?no=5&k=1",
    "<script>location.replace('/x');</script>": "/x",
    "<script>window.location = '/x'</script>": "/x",
    '<script>top.location.href = "/x";\n</script><body>이동 중': "/x",
    "<script>document.location.assign('/x')</script>": "/x",
}
NONE = [
    f'<meta http-equiv="refresh" content="0;url=/a">{ARTICLE}',
    '<meta http-equiv="refresh" content="600">',
    '<meta http-equiv="refresh" content="300;url=/ranking">',
    '<noscript><meta http-equiv="refresh" content="0;url=/nojs"></noscript>',
    '<script>if (isMobile) { location.href = "/m"; }</script>',
    '<script>var a = mobile ? location.href="/m" : 0;</script>',
    '<script>location.href = "/a" + id;</script>',
    '<script>location.href="/a"; location.href="/b";</script>',
    '<script>if (location.href == "/a") {}</script>',
    f'<script>location.href="/a";</script>{ARTICLE}',
    '<script src="location.js">location.href="/a"</script>',
    "",
    "<p>location refresh",
    "refresh location \x00\x01",
]


@pytest.mark.parametrize(("shell", "address"), SHELLS.items())
def test_a_plain_shell_tells_where_it_sends(shell: str, address: str) -> None:
    assert next_address(shell.encode(), None) == address


@pytest.mark.parametrize("page", NONE)
def test_other_pages_are_none(page: str) -> None:
    assert next_address(page.encode(), "utf-8") is None


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ('<p>외부 사이트로 이동합니다.<a href="https://b.kr/1">https://b.kr/1</a><a href="/">홈</a>', "https://b.kr/1"),
        ('<p>You are leaving A. <a href="https://b.kr/1">go</a><a href="https://www.a.kr/help">help</a>', "https://b.kr/1"),
        ('<p>외부 사이트로 이동합니다.<a href="https://b.kr/1">1</a><a href="https://c.kr/">2</a>', None),
        ('<p>기사가 없습니다.<a href="https://b.kr/1">b</a>', None),
        ('<p>이동합니다.<a href="/login">로그인</a>', None),
        (f'<p>외부 사이트로 이동합니다.<a href="https://b.kr/1">1</a>{ARTICLE}', None),
    ],
)
def test_an_interstitial_has_one_way_out(page: str, address: str | None) -> None:
    assert next_address(page.encode(), None, "https://a.kr/out?id=1") == address


def test_a_shell_in_cp949_is_read() -> None:
    shell = "<html><title>이동</title><script>location.href='/기사';</script>".encode("cp949")
    assert next_address(shell, "euc-kr") == "/기사"


@pytest.mark.parametrize(
    ("page", "url", "twin"),
    [
        ('<html amp><link rel="canonical" href="https://www.a.kr/1">', "https://www.a.kr/amp/1", "https://www.a.kr/1"),
        ('<html ⚡ lang=ko><link rel=canonical href="https://a.kr/1">', "https://amp.a.kr/1", "https://a.kr/1"),
        ('<link rel="canonical" href="https://www.a.kr/1?no=2">', "https://m.a.kr/1?no=2", "https://www.a.kr/1?no=2"),
        ('<link rel="canonical" href="https://evil.test/1">', "https://m.a.kr/1", None),
        ('<link rel="canonical" href="https://www.a.kr/">', "https://m.a.kr/1", None),
        ('<link rel="canonical" href="javascript:x">', "https://m.a.kr/1", None),
        ('<link rel="canonical" href="https://www.a.kr/2">', "https://www.a.kr/1", None),
        ("<p>no link", "https://m.a.kr/1", None),
    ],
)
def test_amp_and_mobile_pages_name_their_article(page: str, url: str, twin: str | None) -> None:
    assert article_twin(page.encode(), None, url) == twin


@pytest.mark.parametrize(
    "hostile",
    [
        '<script>location="' + "\\a" * 25_000,
        "<script>" + "window." * 8_000 + "location",
        '<meta http-equiv=refresh content="' + "1" * 50_000 + '">',
        "<meta refresh " * 4_000,
        "<script>" + "location = '" * 300 + "</script>",
        "<html " + "amp " * 10_000,
    ],
)
def test_hostile_shells_take_no_time(hostile: str) -> None:
    """Runaway patterns take minutes, not milliseconds: the bound is far from both."""
    begin = time.process_time()
    next_address(hostile.encode(), None)
    article_twin(hostile.encode(), None, "http://m.a.kr/")
    assert time.process_time() - begin < 5
