"""Feeds and sitemaps."""

from __future__ import annotations

import gzip
from datetime import date

import pytest
from tests.fetch.web import Web, page, redirect, status

from clipper.errors import FetchError
from clipper.fetch import Fetcher, FetchOptions
from clipper.fetch.discover import Found, discover
from clipper.fetch.listing import Item, narrow, parse_date, read_listing
from clipper.read.page import Page

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>가온신문</title><link>http://a.kr/</link>
<item><title><![CDATA[가온시, 나래대와 업무협약]]></title><link>http://a.kr/v?no=1</link>
  <description>&lt;p&gt;청년 창업을 돕는다&lt;/p&gt;</description><pubDate>Tue, 10 Jun 2025 09:00:00 +0900</pubDate></item>
<item><title>뷁똠 시장 방문</title><link>/v?no=2</link><pubDate>2025-06-11 12:30:00</pubDate></item>
<item><title>제목</title><guid isPermaLink="true">http://a.kr/v?no=3</guid><dc:date>2025-06-09T15:30:00Z</dc:date></item>
<item><title>날짜 없음</title><link>http://a.kr/v?no=4</link></item>
<item><title>링크 없음</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><title>방문</title>
<link rel="self" href="http://a.kr/self"/><link href="http://a.kr/1"/><summary>요약</summary>
<updated>2025-06-10T00:00:00Z</updated></entry></feed>"""
NEWS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>http://a.kr/1</loc><n:news><n:publication_date>2025-06-10</n:publication_date><n:title>업무 협약</n:title></n:news></url>
<url><loc> http://a.kr/2 </loc><lastmod>2025-06-01T00:00:00+09:00</lastmod></url></urlset>"""
BOMB = (
    '<!DOCTYPE a [<!ENTITY b "'
    + "x" * 1000
    + '"><!ENTITY c "'
    + "&b;" * 1000
    + '">]><rss><item><title>&c;</title></item></rss>'
)


def _items(text: str | bytes, *, charset: str | None = None, url: str = "http://a.kr/rss") -> list[tuple[str, str]]:
    data = text if isinstance(text, bytes) else text.encode()
    return [(item.url, item.title) for item in read_listing(Page(data, url=url, charset=charset)).items]


@pytest.mark.parametrize(
    ("encoding", "codec"),
    [
        ("utf-8", "utf-8"),
        ("euc-kr", "cp949"),
        ("utf-8", "cp949"),
        ("euc-kr", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("utf-16", "utf-16"),
    ],
)
def test_rss_in_every_encoding_under_every_label(encoding: str, codec: str) -> None:
    assert _items(RSS.format(encoding=encoding).encode(codec), charset=encoding) == [
        ("http://a.kr/v?no=1", "가온시, 나래대와 업무협약"),
        ("http://a.kr/v?no=2", "뷁똠 시장 방문"),
        ("http://a.kr/v?no=3", "제목"),
        ("http://a.kr/v?no=4", "날짜 없음"),
    ]


def test_atom_and_sitemaps_and_plain_lists() -> None:
    assert _items(ATOM) == [("http://a.kr/1", "방문")]
    assert _items(NEWS) == [("http://a.kr/1", "업무 협약"), ("http://a.kr/2", "")]
    assert _items(gzip.compress(NEWS.encode())) == _items(NEWS)
    assert _items("http://a.kr/1\nhttps://a.kr/2\nno address\n") == [("http://a.kr/1", ""), ("https://a.kr/2", "")]


def test_since_and_match_narrow() -> None:
    items = read_listing(Page(RSS.format(encoding="utf-8").encode(), url="http://a.kr/rss")).items

    def numbers(found: list[Item]) -> list[str]:
        return [item.url[-1] for item in found]

    assert numbers(narrow(items, since=date(2025, 6, 10))) == ["1", "2", "3"]  # 15:30 UTC is the next day in Seoul
    assert numbers(narrow(items, since=date(2025, 6, 11))) == ["2"]
    assert numbers(narrow(items, words=["업무 협약", "방문"])) == ["1", "2"]
    assert numbers(narrow(items, words=["창업"])) == ["1"]
    assert numbers(narrow(items, since=date(2025, 6, 11), words=["업무협약"])) == []
    assert numbers(narrow(items)) == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Tue, 10 Jun 2025 09:00:00 +0900", "2025-06-10T09:00:00+09:00"),
        ("10 Jun 2025 09:00:00 GMT", "2025-06-10T09:00:00+00:00"),
        ("2025-06-10T09:00:00Z", "2025-06-10T09:00:00+00:00"),
        ("2025-06-10", "2025-06-10T00:00:00+09:00"),
        ("2025-06-10 09:00:00", "2025-06-10T09:00:00+09:00"),
        ("2025.6.10 09:00", "2025-06-10T09:00:00+09:00"),
        ("2025-06-10 09:00:00 +0900", "2025-06-10T09:00:00+09:00"),
        ("Tue, 10 Jun 2025 09:00:00", "2025-06-10T09:00:00+09:00"),
        ("", None),
        ("어제", None),
        ("0000-00-00 00:00:00", None),
        ("1970-01-01", None),
        ("Tue, 99 Jun 2025", None),
    ],
)
def test_dates_of_feeds(text: str, iso: str | None) -> None:
    found = parse_date(text)
    assert (found.isoformat() if found else None) == iso


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"<html><p>an article",
        b"not xml",
        b"<rss>",
        BOMB.encode(),
        b"\x1f\x8bnonsense",
        gzip.compress(b"<a>" * 40_000_000),
        b"\x89PNG\r\n\x1a\n",
        b"<a>" * 100_000,
        b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><item><link>&x;</link></item></rss>',
    ],
)
def test_what_is_no_listing_is_refused(text: bytes) -> None:
    with pytest.raises(FetchError) as told:
        read_listing(Page(text, url="http://a.kr/"))
    assert (told.value.code, told.value.where) == ("bad_listing", "http://a.kr/")


def test_damaged_xml_gives_what_can_be_read() -> None:
    assert _items(RSS.format(encoding="utf-8").replace("청년", "청년 & 노년&nbsp;")[:700])[0] == (
        "http://a.kr/v?no=1",
        "가온시, 나래대와 업무협약",
    )


def _discover(web: Web, *paths: str, since: date | None = None) -> Found:
    chosen = FetchOptions(allow_private=True, gap=0, attempts=1, timeout=2)
    with Fetcher(chosen) as fetcher:
        return discover(fetcher, [web.url(path) for path in paths], since=since)


def test_sitemaps_are_opened_to_their_articles(web: Web) -> None:
    index = (
        "<sitemapindex>"
        + "".join(
            f"<sitemap><loc>{web.url(path)}</loc><lastmod>{day}</lastmod></sitemap>"
            for path, day in (("/new.xml.gz", "2025-06-10"), ("/old.xml", "2024-01-01"), ("/gone.xml", "2025-06-10"))
        )
        + "</sitemapindex>"
    )
    web.routes |= {
        "/index.xml": redirect("/moved.xml", 301),
        "/moved.xml": page(index, content_type="text/xml"),
        "/new.xml.gz": page(gzip.compress(NEWS.encode()), content_type="application/octet-stream"),
        "/old.xml": page(NEWS.replace("a.kr", "old.kr"), content_type="application/xml"),
    }
    found = _discover(web, "/index.xml", since=date(2025, 6, 5))
    assert [item.url for item in found.items] == ["http://a.kr/1"]
    assert found.left_out == 1
    assert [(error.code, error.where) for error in found.errors] == [("http_404", web.url("/gone.xml"))]
    assert "/old.xml" not in web.paths()


def test_sitemaps_that_list_themselves_come_to_an_end(web: Web) -> None:
    web.routes["/s.xml"] = page(f"<sitemapindex><sitemap><loc>{web.url('/s.xml')}</loc></sitemap></sitemapindex>")
    assert _discover(web, "/s.xml").items == []
    assert len(web.paths()) <= 3


def test_a_feed_is_asked_for_again_but_not_sent_again(web: Web, tmp_path: object) -> None:
    web.routes["/rss"] = [page(ATOM, content_type="application/atom+xml", etag='"1"'), status(304)]
    for _ in range(2):
        with Fetcher(FetchOptions(allow_private=True, gap=0), store=tmp_path) as fetcher:  # type: ignore[arg-type]
            assert [item.url for item in discover(fetcher, [web.url("/rss")]).items] == ["http://a.kr/1"]
    assert [seen.headers.get("if-none-match") for seen in web.seen if seen.path == "/rss"] == [None, '"1"']
