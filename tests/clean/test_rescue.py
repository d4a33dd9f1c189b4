"""A page that swallows its own article is still read; a page without one is still an error."""

import pytest

from clipper.clean import clean
from clipper.clean.rescue import is_broken
from clipper.errors import CleanError
from clipper.read.page import Page

SAID = [
    f"한별시는 {day}일 새봄대와 업무협약을 맺었다고 밝혔다. 두 기관은 청년 창업을 함께 지원하기로 했다."
    for day in (5, 6, 7)
]
BODY = "".join(f"<p>{line}</p>" for line in SAID)
HEAD = '<html><head><meta charset="utf-8"></head><body><div>메뉴</div>'


@pytest.mark.parametrize(
    "swallower", ["<!-- 광고", "<textarea name=q>", "<iframe src=x>", "<select><option>가", "<title>한별시"]
)
def test_an_unclosed_swallower_costs_nothing(swallower: str) -> None:
    page = f"{HEAD}{swallower}<article><h1>한별시 협약</h1>{BODY}</article></body></html>"
    assert is_broken(page)
    article = clean(Page(page.encode())).article
    assert [line for line in SAID if line in article.paragraphs] == SAID


def test_whole_pages_without_an_article_stay_an_error() -> None:
    page = f"{HEAD}<form><input name=id><textarea></textarea></form><ul><li>뉴스<li>스포츠</ul></body></html>"
    assert not is_broken(page)
    with pytest.raises(CleanError):
        clean(Page(page.encode()))


def test_broken_pages_without_an_article_stay_an_error() -> None:
    with pytest.raises(CleanError):
        clean(Page(f"{HEAD}<!-- 광고 <ul><li>뉴스<li>스포츠</ul></body></html>".encode()))
