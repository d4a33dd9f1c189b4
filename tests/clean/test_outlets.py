"""Outlet files: well made, found by host or sign, helpful and never needed."""

from collections import Counter
from datetime import date

import pytest
from lxml import html

from clipper.clean.markup import clean_html
from clipper.clean.metadata.publisher import by_host
from clipper.clean.outlets import Layout, Markup, Outlet, advise, all_outlets, outlet
from clipper.clean.outlets.selectors import compiled
from clipper.data import rows
from clipper.errors import DataError
from clipper.read.document import Document

OUTLETS = all_outlets()
PAGE = """<html><body><div id="top" class="head big"><h1 class="t">제목</h1><span class="d" data-at="2031-01-16 10:21">어제</span></div>
<div class="cont"><p class="a">첫째 문단에서 시장이 협약을 맺었다고 밝혔다.</p><div class="box a"><p>둘째</p></div></div></body></html>"""


def select(selector: str, page: str = PAGE) -> list[str]:
    return ["".join(e.itertext()).strip() for e in compiled(selector).elements(Markup(list(html.fromstring(page).iter())))]


@pytest.mark.parametrize("one", OUTLETS, ids=lambda one: one.name)
def test_a_file_is_dated_and_all_its_selectors_compile(one: Outlet) -> None:
    assert date(2020, 1, 1) < one.checked <= date(2030, 1, 1)
    assert len({layout.since for layout in one.layouts}) == len(one.layouts), "two layouts of one year"
    for layout in one.layouts:
        assert layout.body, "a layout without a body never helps"
        for selector in layout.selectors():
            compiled(selector)


def test_no_host_has_two_owners() -> None:
    hosts = Counter(host for one in OUTLETS for host in one.hosts)
    assert [host for host, count in hosts.items() if count > 1] == []


def test_files_and_publisher_table_agree() -> None:
    for one in OUTLETS:
        for host in one.hosts if one.publisher else ():
            assert by_host(host) in (one.publisher, None), host


def test_the_publisher_table_has_each_host_once() -> None:
    hosts = Counter(row["host"] for row in rows("publishers"))
    assert [host for host, count in hosts.items() if count > 1] == []


@pytest.mark.parametrize(
    ("selector", "texts"),
    [
        ("h1", ["제목"]),
        ("#top .t", ["제목"]),
        ("div.head.big h1.t", ["제목"]),
        ("p.a", ["첫째 문단에서 시장이 협약을 맺었다고 밝혔다."]),
        (".a", ["첫째 문단에서 시장이 협약을 맺었다고 밝혔다.", "둘째"]),
        (".cont .box p", ["둘째"]),
        ("[data-at]", ["어제"]),
        ("span[class=d]", ["어제"]),
        (".cont h1", []),
        ("#nothing", []),
    ],
)
def test_selectors_select(selector: str, texts: list[str]) -> None:
    assert select(selector) == texts


def test_a_selector_gives_text_or_attribute() -> None:
    page = Markup(list(html.fromstring(PAGE).iter()))
    assert compiled(".d").value(page) == "어제"
    assert compiled(".d@data-at").value(page) == "2031-01-16 10:21"
    assert compiled(".d@nothing").value(page) is None


@pytest.mark.parametrize("selector", ["", "a > b", "p:first-child", "div[", "#", "a,b"])
def test_other_css_is_refused(selector: str) -> None:
    with pytest.raises(DataError):
        compiled(selector)


@pytest.mark.parametrize(
    "text",
    [
        "hosts = ['a.example']",
        "hosts = ['a.example']\nchecked = 2026-01-01",
        "checked = 2026-01-01\n[[layout]]\nsince = 2020\nbody = ['#a']",
        "hosts = ['a.example']\nchecked = 2026-01-01\ncolour = 1\n[[layout]]\nsince = 2020",
        "hosts = ['a.example']\nchecked = 2026-01-01\n[[layout]]\nsince = 2020\ntitel = ['h1']",
        "hosts = [",
    ],
)
def test_a_file_that_is_not_as_described_is_refused(text: str) -> None:
    with pytest.raises(DataError):
        outlet._read("bad.toml", text)


def made(name: str, *hosts: str, signs: tuple[str, ...] = (), body: str = ".cont") -> Outlet:
    layout = Layout(2020, (body,), (("related", ".box"),), (("title", (".t",)), ("published", (".d@data-at",))))
    return Outlet(name, name, hosts, signs, date(2026, 1, 1), (layout,))


def test_the_closest_host_speaks_then_a_family() -> None:
    page = Markup(list(html.fromstring(PAGE).iter()))
    outlets = (made("wide", "a.example"), made("close", "news.a.example"), made("family", signs=("#top",)))
    assert advise(page, ["news.a.example"], outlets).name == "close"
    assert advise(page, ["x.a.example"], outlets).name == "wide"
    assert advise(page, ["nota.example"], outlets).name == "family"
    assert advise(page, [""], outlets[:2]).name == ""


def test_a_layout_that_is_not_on_the_page_says_nothing() -> None:
    page = Markup(list(html.fromstring(PAGE).iter()))
    assert advise(page, ["a.example"], (made("gone", "a.example", body="#gone"),)).bodies == ()


def test_what_a_file_points_at_outweighs_what_the_page_shows() -> None:
    text = PAGE.replace("둘째", "둘째 문단은 다른 기사라고 밝혔다.")
    document = Document("html", text, "utf-8", "text/html", "https://a.example/1")
    raw = clean_html(document, (made("one", "a.example"),))
    assert raw.paragraphs == ("첫째 문단에서 시장이 협약을 맺었다고 밝혔다.",)
    assert (raw.title, raw.published, raw.publisher) == ("제목", "2031-01-16T10:21:00+09:00", "one")
    assert [(d.reason, d.text) for d in raw.dropped] == [("related", "둘째 문단은 다른 기사라고 밝혔다.")]


def test_an_outdated_file_does_no_harm() -> None:
    body = "".join(f"<p>{n}번째 문단에서 시장은 협약을 맺었다고 밝혔다.</p>" for n in range(8))
    text = f'<html><body><div class="cont"><p>안내문을 읽어 주십시오.</p></div><div>{body}</div></body></html>'
    document = Document("html", text, "utf-8", "text/html", "https://a.example/1")
    assert len(clean_html(document, (made("one", "a.example"),)).paragraphs) == 8
