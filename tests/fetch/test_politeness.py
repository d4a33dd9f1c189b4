"""robots.txt, gaps, one request at a time: measured at the server."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import pytest
from tests.fetch.conftest import Get, Ticker, code
from tests.fetch.web import Web, page, redirect, reset, status

from clipper.fetch import FetchOptions, World, fetch_all


async def loopback(host: str, port: int) -> list[str]:
    return ["127.0.0.1"]


def test_robots_txt_is_asked_for_once_and_heeded(web: Web, get: Get) -> None:
    rules = "User-agent: *\nDisallow: /\n\nUser-agent: clipper\nDisallow: /private/*.html$\nAllow: /\n"
    web.routes |= {
        "/robots.txt": page(rules),
        "/a.html": page(),
        "/private/a.html": page(),
        "/private/a.html?x": page(),
    }
    outcomes = get(*(web.url(path) for path in ("/a.html", "/private/a.html", "/private/a.html?x")))
    assert [code(one) for one in outcomes] == [None, "robots", None]
    assert "--ignore-robots" in str(outcomes[1].error)
    assert web.paths(robots=True) == ["/robots.txt", "/a.html", "/private/a.html?x"]


def test_rules_are_those_for_the_name_that_is_told(web: Web, get: Get) -> None:
    web.routes |= {"/robots.txt": page("User-agent: deskbot\nDisallow: /\n\nUser-agent: news\nDisallow: /\n"), "/a": page()}
    assert code(get(web.url("/a"))[0]) is None
    assert code(get(web.url("/a"), user_agent="DeskBot/1.0 (clipper)")[0]) == "robots"


def test_ignore_robots_does_not_even_ask(web: Web, get: Get) -> None:
    web.routes |= {"/robots.txt": page("User-agent: *\nDisallow: /"), "/a": page()}
    assert get(web.url("/a"), ignore_robots=True)[0].page is not None
    assert web.paths(robots=True) == ["/a"]


def test_robots_txt_counts_on_every_hop(web: Web, get: Get) -> None:
    web.routes |= {
        "one.test/robots.txt": status(404),
        "one.test/a": redirect(web.url("/b", "two.test")),
        "two.test/robots.txt": page("User-agent: *\nDisallow: /b"),
        "two.test/b": page(),
    }
    assert code(get(web.url("/a", "one.test"))[0]) == "robots"


@pytest.mark.parametrize(
    ("number", "expected"),
    [(404, None), (403, None), (401, None), (500, "http_500"), (503, "http_503"), (429, "http_429")],
)
def test_without_rules_all_is_allowed_and_where_the_site_cannot_tell_nothing(
    web: Web, get: Get, number: int, expected: str | None
) -> None:
    web.routes |= {"/robots.txt": status(number), "/a": page()}
    assert code(get(web.url("/a"))[0]) == expected
    assert web.paths() == ([] if expected else ["/a"])


def test_robots_txt_that_fails_once_is_asked_for_again(web: Web, get: Get) -> None:
    web.routes |= {"/robots.txt": [reset, status(503), page("User-agent: *\nAllow: /")], "/a": page()}
    assert get(web.url("/a"))[0].page is not None
    assert web.paths(robots=True) == ["/robots.txt"] * 3 + ["/a"]


def test_robots_txt_that_never_comes_is_not_asked_for_by_each_page(web: Web, get: Get) -> None:
    web.routes |= {"/robots.txt": status(503), **{f"/{n}": page() for n in range(9)}}
    outcomes = get(*(web.url(f"/{n}") for n in range(9)), attempts=2)
    assert {code(one) for one in outcomes} == {"robots_unreadable"}
    assert "503" in str(outcomes[-1].error)
    assert web.paths(robots=True) == ["/robots.txt"] * 2


def test_robots_txt_may_be_elsewhere_damaged_or_huge(web: Web, get: Get) -> None:
    huge = b"\xef\xbb\xbfUser-agent: *\nDisallow: /no\n" + b"# \xb0\xa1\n" * 1_000_000 + b"Disallow: /\n"
    web.routes |= {
        "/robots.txt": redirect("/r.txt", 301),
        "/r.txt": page(huge, content_type="text/plain"),
        "/a": page(),
        "/no": page(),
    }
    assert [code(one) for one in get(web.url("/a"), web.url("/no"))] == [None, "robots"]


@pytest.mark.parametrize(
    ("rules", "gap"),
    [
        ("Crawl-delay: 5", 5.0),
        ("Request-rate: 1/8", 8.0),
        ("Crawl-delay: 99999", 60.0),
        ("Crawl-delay: 0.5", 2.0),
        ("Crawl-delay: soon", 2.0),
    ],
)
def test_crawl_delay_is_kept_where_it_is_longer(web: Web, get: Get, ticker: Ticker, rules: str, gap: float) -> None:
    web.routes |= {"/robots.txt": page(f"User-agent: *\n{rules}\n"), **{f"/{n}": page() for n in range(4)}}
    get(*(web.url(f"/{n}") for n in range(4)), gap=2.0)
    assert ticker.waits == pytest.approx([gap] * 3, abs=0.01)


def test_each_host_sees_one_request_at_a_time_with_a_gap(web: Web) -> None:
    web.routes |= {"/": page("<p>x"), "/r": redirect("/"), "/e": [status(503), page()]}
    hosts = [f"h{n}.test" for n in range(6)]
    urls = [web.url(f"/{path}?{n}", host) for n in range(2) for host in hosts for path in ("", "r", "e")]
    options = FetchOptions(allow_private=True, gap=0.05, backoff=0.01, concurrency=4)
    outcomes = list(fetch_all(urls, options, world=World(resolve=loopback)))
    assert [outcome.error for outcome in outcomes] == [None] * 36
    assert [outcome.asked for outcome in outcomes] == urls
    assert_polite(web, 0.05)


def assert_polite(web: Web, gap: float) -> None:
    by_host = defaultdict(list)
    for seen in web.seen:
        if seen.path != "/robots.txt":
            by_host[seen.host].append((seen.start, seen.end or seen.start))
    for spans in by_host.values():
        for (_, end), (start, _) in pairwise(sorted(spans)):
            assert start - end >= gap * 0.9


def test_hosts_are_asked_side_by_side_up_to_the_limit(web: Web) -> None:
    import asyncio

    open_now, most = 0, 0

    async def slow(writer: asyncio.StreamWriter) -> None:
        nonlocal open_now, most
        open_now += 1
        most = max(most, open_now)
        await asyncio.sleep(0.05)
        open_now -= 1
        writer.write(page())

    web.routes["/"] = slow
    options = FetchOptions(allow_private=True, gap=0, concurrency=3, ignore_robots=True)
    urls = [web.url("/", f"h{n}.test") for n in range(9)]
    assert all(one.page for one in fetch_all(urls, options, world=World(resolve=loopback)))
    assert most == 3


def test_rate_holds_over_all_hosts(web: Web, get: Get, ticker: Ticker) -> None:
    web.routes["/"] = page()
    begin = ticker.time
    get(*(web.url("/", f"h{n}.test") for n in range(10)), rate=2.0, ignore_robots=True)
    assert ticker.time - begin == pytest.approx(4.5, abs=0.1)


def test_retry_after_holds_the_whole_host(web: Web, get: Get, ticker: Ticker) -> None:
    web.routes |= {"/a": [status(429, retry_after="9"), page()], "/b": page()}
    assert [code(one) for one in get(web.url("/a"), web.url("/b"))] == [None, None]
    assert web.paths() == ["/a", "/b", "/a"] or web.paths() == ["/a", "/a", "/b"]
    assert ticker.waits[0] == pytest.approx(9, abs=0.1)
