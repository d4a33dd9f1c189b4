"""One page at a time, against a server that can do everything wrong."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
from tests.fetch.conftest import Get, Ticker, code
from tests.fetch.web import Answer, Web, drip, flood, page, redirect, reset, silence, status

from clipper.errors import FetchError
from clipper.fetch import FetchOptions, World, fetch

BODY = "<html><body>" + "<p>대전시는 업무협약을 체결했다.</p>" * 20


def test_a_page_is_its_raw_bytes_and_what_the_server_said(web: Web, get: Get) -> None:
    data = BODY.encode("cp949")
    web.routes["/v"] = page(data, content_type="text/html; Charset='EUC-KR'")
    outcome = get(web.url("/v?no=3&utm_source=x#top"))[0]
    assert outcome.page is not None
    assert outcome.page.data == data
    assert (outcome.page.media_type, outcome.page.charset) == ("text/html", "EUC-KR")
    assert outcome.page.fetched_at == "2026-01-02T03:04:05+00:00"
    assert outcome.page.url == outcome.url == web.url("/v?no=3")
    assert outcome.asked == web.url("/v?no=3&utm_source=x#top")


def test_who_asks_is_told_honestly(web: Web, get: Get) -> None:
    web.routes["/"] = page()
    get(web.url("/"))
    get(web.url("/"), user_agent="desk/1 (desk@news.example)")
    agents = [seen.headers["user-agent"] for seen in web.seen if seen.path == "/"]
    assert agents[0].startswith("clipper/")
    assert agents[1] == "desk/1 (desk@news.example)"
    assert all("cookie" not in seen.headers for seen in web.seen)


@pytest.mark.parametrize("form", ["301", "302", "303", "307", "308", "refresh", "script"])
def test_every_plain_way_of_sending_on_is_followed(web: Web, get: Get, form: str) -> None:
    shells = {
        "refresh": '<meta http-equiv="refresh" content="0; url=/end?no=1">',
        "script": "<script>location.href='/end?no=1'</script>",
    }
    web.routes["/start"] = redirect("/end?no=1", int(form)) if form.isdecimal() else page(shells[form])
    web.routes["/end"] = page(BODY)
    outcome = get(web.url("/start"))[0]
    assert outcome.page is not None
    assert outcome.page.url == web.url("/end?no=1")
    assert outcome.url == web.url("/start")


def test_short_links_lead_to_the_clean_address(web: Web, get: Get) -> None:
    web.routes["naver.me/5xYz"] = redirect(web.url("/mnews/article/001/0015432100?sid=102&utm_source=s", "n.news.naver.com"))
    web.routes["n.news.naver.com/mnews/article/001/0015432100"] = page(BODY)
    outcome = get(web.url("/5xYz", "naver.me"))[0]
    assert outcome.page is not None
    assert outcome.page.url == web.url("/mnews/article/001/0015432100", "n.news.naver.com")


def test_addresses_that_lead_to_one_article_fetch_it_once(web: Web, get: Get, tmp_path: Path) -> None:
    web.routes |= {"/short": redirect("/v?no=1"), "/share": redirect("/v?no=1&utm_source=x"), "/v": page(BODY)}
    for path in ("/x", "/y"):
        web.routes[path] = redirect("/gone")
    urls = [web.url(path) for path in ("/short", "/v?no=1", "/share", "/x", "/y")]
    outcomes = get(*urls, store=tmp_path)
    assert [one.page and one.page.url for one in outcomes] == [web.url("/v?no=1")] * 3 + [None] * 2
    assert [one.error and (one.error.code, one.error.where) for one in outcomes[3:]] == [
        ("http_404", web.url("/x")), ("http_404", web.url("/y"))]  # fmt: skip
    assert sorted(web.paths()) == ["/gone", "/share", "/short", "/v?no=1", "/x", "/y"]
    assert [one.from_store for one in get(*urls[:3], store=tmp_path)] == [True] * 3


def test_addresses_that_lead_to_each_other_do_not_wait_for_each_other(web: Web, get: Get) -> None:
    web.routes |= {"/a": redirect("/b"), "/b": redirect("/c"), "/c": redirect("/a")}
    assert [code(one) for one in get(web.url("/a"), web.url("/b"), web.url("/c"))] == ["redirect_loop"] * 3


def test_circles_and_long_ways_end(web: Web, get: Get) -> None:
    web.routes["/a"], web.routes["/b"] = redirect("/b"), redirect("/a")
    web.routes |= {f"/{n}": redirect(f"/{n + 1}") for n in range(30)}
    assert [code(one) for one in get(web.url("/a"), web.url("/0"))] == ["redirect_loop", "redirect_loop"]
    assert len(web.paths()) == 2 + 11
    assert code(get(web.url("/0"), max_redirects=40)[0]) == "http_404"


def test_a_shell_that_sends_to_itself_is_the_page(web: Web, get: Get) -> None:
    web.routes["/x"] = page("<script>location.href='/x'</script>로그인")
    assert get(web.url("/x"))[0].page is not None


def test_an_amp_page_gives_the_article_and_stands_in_for_it(web: Web, get: Get) -> None:
    amp = f'<html amp><link rel="canonical" href="{web.url("/news/1")}">{BODY}'
    web.routes["/amp/1"], web.routes["/news/1"] = page(amp), [status(404), page(BODY)]
    assert [one.page and one.page.url for one in get(web.url("/amp/1"))] == [web.url("/amp/1")]
    assert [one.page and one.page.url for one in get(web.url("/amp/1"))] == [web.url("/news/1")]


@pytest.mark.parametrize(
    ("number", "told"), [(404, "check the address"), (403, "refuses"), (410, "gone"), (451, "legal"), (501, "browser")]
)
def test_final_statuses_are_told_and_not_retried(web: Web, get: Get, number: int, told: str) -> None:
    web.routes["/x"] = status(number)
    error = get(web.url("/x"))[0].error
    assert error is not None
    assert error.code == f"http_{number}"
    assert told in str(error.hint)
    assert web.paths() == ["/x"]


@pytest.mark.parametrize(
    "fault", [408, 425, 429, 500, 502, 503, 504, "reset", "truncated", "truncated gzip", "garbage"]
)
def test_what_passes_is_tried_again(web: Web, get: Get, ticker: Ticker, fault: int | str) -> None:
    whole = page(gzip.compress(BODY.encode())[:-9], content_encoding="gzip")
    faults: dict[str, Answer] = {
        "reset": reset,
        "truncated": page(BODY)[:-50],
        "truncated gzip": whole,
        "garbage": b"nonsense\r\n\r\n",
    }
    web.routes["/x"] = [*[status(fault) if isinstance(fault, int) else faults[fault]] * 2, page(BODY)]
    outcome = get(web.url("/x"))[0]
    assert outcome.page is not None
    assert outcome.page.data == BODY.encode()
    assert len(web.paths()) == 3
    assert [wait for wait in ticker.waits if wait >= 0.5] == [pytest.approx(1.0), pytest.approx(2.0)]


def test_waits_grow_by_chance_and_come_to_an_end(web: Web, get: Get, ticker: Ticker) -> None:
    web.routes["/x"] = status(503)
    world = World(clock=ticker, chance=lambda: 0.0)
    outcome = get(web.url("/x"), world=world, attempts=6, max_backoff=4.0, total_timeout=60)[0]
    assert code(outcome) == "http_503"
    assert [wait for wait in ticker.waits if wait > 0.1] == pytest.approx([0.5, 1.0, 2.0, 2.0, 2.0])


@pytest.mark.parametrize("value", ["7", "Fri, 02 Jan 2026 03:04:12 GMT"])
def test_retry_after_is_honoured(web: Web, get: Get, ticker: Ticker, value: str) -> None:
    web.routes["/x"] = [status(429, retry_after=value), page(BODY)]
    assert get(web.url("/x"))[0].page is not None
    assert max(ticker.waits) == pytest.approx(7, abs=0.1)


def test_a_site_that_asks_for_more_time_than_there_is_is_left_alone(web: Web, get: Get, ticker: Ticker) -> None:
    web.routes["/1"] = status(503, retry_after="86400")
    outcomes = get(web.url("/1"), web.url("/2"), web.url("/3"), gap=0.5)
    assert [code(one) for one in outcomes] == ["http_503"] * 3
    assert "86400 s" in str(outcomes[2].error)
    assert web.paths() == ["/1"]
    assert max(ticker.waits, default=0) < 20


def test_limits_of_time(web: Web, get: Get) -> None:
    web.routes |= {"/silence": silence, "/drip": drip}
    real = World()
    assert code(get(web.url("/silence"), world=real, timeout=0.2, attempts=1)[0]) == "timeout"
    assert code(get(web.url("/drip"), world=real, timeout=0.2, total_timeout=0.5)[0]) == "total_timeout"
    outcomes = get(web.url("/drip"), web.url("/later"), world=real, run_timeout=0.4)
    assert [code(one) for one in outcomes] == ["run_timeout"] * 2
    assert code(get(web.url("/x"), run_timeout=1e-9)[0]) == "run_timeout"


def test_limits_of_size(web: Web, get: Get) -> None:
    bomb = gzip.compress(bytes(30_000_000))
    web.routes |= {
        "/flood": flood,
        "/bomb": page(bomb, content_encoding="gzip"),
        "/told": page(b"x", content_length="99999999999"),
    }
    for path in ("/flood", "/bomb", "/told"):
        assert code(get(web.url(path))[0]) == "too_large"
    web.routes["/exact"] = page("x" * 1000)
    assert get(web.url("/exact"), max_bytes=1000, max_wire=1000)[0].page is not None
    assert code(get(web.url("/exact"), max_bytes=999)[0]) == "too_large"


@pytest.mark.parametrize(
    "kind", ["text/html", "application/xhtml+xml", "text/plain", "", "application/octet-stream", "text/xml"]
)
def test_text_is_read(web: Web, get: Get, kind: str) -> None:
    web.routes["/x"] = page(BODY, content_type=kind)
    assert get(web.url("/x"))[0].page is not None


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("image/png", b"\x89PNG\r\n\x1a\n"),
        ("application/pdf", b"%PDF-1.7"),
        ("application/zip", b"PK"),
        ("video/mp4", b"x"),
        ("text/css", b"a{}"),
        ("application/json", b"{}"),
        ("text/html", b"\x89PNG\r\n\x1a\n..."),
        ("", b"%PDF-1.7 ..."),
    ],
)
def test_what_is_no_text_is_refused(web: Web, get: Get, kind: str, data: bytes) -> None:
    web.routes["/x"] = page(data, content_type=kind)
    assert code(get(web.url("/x"))[0]) == "not_text"


def test_an_empty_page_is_an_error(web: Web, get: Get) -> None:
    web.routes |= {"/x": page("  \n"), "/y": status(204)}
    assert [code(one) for one in get(web.url("/x"), web.url("/y"))] == ["empty", "http_204"]


def test_bytes_behind_a_body_never_become_the_next_page(web: Web, get: Get) -> None:
    """With keep-alive, the smuggled answer would be taken for the page that is asked for next."""
    web.routes |= {"/1": page("<p>one") + page("<p>smuggled"), "/2": page("<p>two"), "/3": page("<p>three")}
    pages = [one.page.data for one in get(web.url("/1"), web.url("/2"), web.url("/3")) if one.page]
    assert pages == [b"<p>one", b"<p>two", b"<p>three"]


def test_cookies_are_off_unless_wanted(web: Web, get: Get) -> None:
    web.routes["/a"] = [redirect("/a")[:-2] + b"Set-Cookie: seen=1; Path=/\r\n\r\n", page(BODY)]
    outcome = get(web.url("/a"))[0]
    assert code(outcome) == "redirect_loop"
    assert "--cookies" in str(outcome.error)
    web.routes["/b"] = [redirect("/b")[:-2] + b"Set-Cookie: seen=1; Path=/\r\n\r\n", page(BODY)]
    assert get(web.url("/b"), cookies=True)[0].page is not None
    assert [seen.headers.get("cookie") for seen in web.seen if seen.path != "/robots.txt"] == [None, None, "seen=1"]


def test_headers_go_only_to_the_host_that_was_asked(web: Web, get: Get) -> None:
    web.routes["one.test/a"] = redirect(web.url("/b", "one.test"))
    web.routes["one.test/b"] = redirect(web.url("/c", "two.test"))
    web.routes["two.test/c"] = page(BODY)
    get(web.url("/a", "one.test"), headers=(("Authorization", "secret"),))
    sent = {seen.host + seen.path: seen.headers.get("authorization") for seen in web.seen if seen.path != "/robots.txt"}
    assert sent == {"one.test/a": "secret", "one.test/b": "secret", "two.test/c": None}


@pytest.mark.parametrize("headers", [(("Host", "x"),), (("a b", "x"),), (("a", "x\r\nb: y"),), (("a", "가"),)])
def test_headers_that_break_requests_are_refused(headers: Any) -> None:
    with pytest.raises(FetchError) as told:
        FetchOptions(headers=headers)
    assert told.value.code == "bad_option"


def test_one_page_by_the_short_way(web: Web) -> None:
    web.routes["/x"] = page(BODY)
    options = FetchOptions(allow_private=True, gap=0)
    assert fetch(web.url("/x"), options).data == BODY.encode()
    with pytest.raises(FetchError, match="404"):
        fetch(web.url("/y"), options)
