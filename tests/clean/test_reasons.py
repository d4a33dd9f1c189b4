"""Lines whose neighbours or last words say whether they are the article's."""

from __future__ import annotations

from clipper.clean.markup import clean_html
from clipper.clean.result import RawArticle
from clipper.read.document import read
from clipper.read.page import Page

TEXT = (
    "<p>한빛시는 열여섯 나라의 도시와 물 관리 기술을 나누는 모임을 만들었다고 밝혔다.</p>"
    "<p>시장은 가뭄과 홍수가 해마다 되풀이되는 만큼 서로 배울 것이 많다고 말했다.</p>"
)


def cleaned(body: str) -> RawArticle:
    html = f"<html><head><title>물 관리 도시 모임 출범</title></head><body>{body}</body></html>"
    return clean_html(read(Page(data=html.encode())))


def test_the_last_words_of_a_broadcast_stay() -> None:
    assert cleaned(f"<div>{TEXT}<p>한빛뉴스 이보람입니다.</p></div>").paragraphs[-1] == "한빛뉴스 이보람입니다."


def test_a_byline_with_the_first_paragraph_behind_it_is_the_paragraph() -> None:
    lead = "[한빛뉴스 이보람 기자] 한빛시가 열여섯 나라의 도시와 물을 아끼고 다시 쓰는 기술을 나누는 모임을 만들기로 했다고 14일 밝혔다."
    assert cleaned(f"<div><p class='byline'>{lead}</p>{TEXT}</div>").paragraphs[0] == lead


def test_a_row_with_a_telephone_number_is_about_whom_to_call() -> None:
    row = "<td><p>부서</p></td><td><p>물관리과</p></td><td><p>과장 이보람 (02-000-0000)</p></td>"
    raw = cleaned(f"<div><table><tr>{row}</tr></table>{TEXT}</div>")
    assert len(raw.paragraphs) == 2
    assert [dropped.reason for dropped in raw.dropped] == ["contact"] * 3
