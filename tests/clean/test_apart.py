"""Articles that no element of their own holds: their paragraphs stand among lists, comments and boxes."""

import pytest

from clipper.clean.markup import clean_html
from clipper.clean.result import RawArticle
from clipper.read.document import Document

TITLE = "달빛시, 가뭄에 시간제 급수 검토"
TEXT = (
    "달빛시의 상수원인 달빛댐 저수율이 38%까지 떨어졌다.",
    "시는 비가 오지 않으면 이달 말부터 시간제 급수에 들어가는 방안을 검토하고 있다.",
    "농민들은 벼 이삭이 패는 때라 지금 물을 못 대면 한 해 농사를 망친다고 호소했다.",
    "기상청은 다음 주 중반 남부지방에 비가 내리겠다고 예보했다.",
)
LINKS = "".join(f"<li><a href=/{n}>달빛 소식 {n}번째 이야기를 전합니다</a></li>" for n in range(20))
P = "<p>{}</p>"


def cleaned(body: str) -> RawArticle:
    page = f"<html><head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1>{body}<ul>{LINKS}</ul></div></body></html>"
    return clean_html(Document("html", page, "utf-8", "text/html"))


@pytest.mark.parametrize("around", ["<p>{}</p>", "{}<br><br>", "<div class='a1b2'>{}</div>"])
def test_paragraphs_beside_long_lists_are_the_article(around: str) -> None:
    assert cleaned("<p>이보람 기자 2031.01.16 10:21</p>" + "".join(map(around.format, TEXT))).paragraphs == TEXT


def test_links_between_paragraphs_do_not_end_the_article() -> None:
    links = f"<dl><dt>관련 뉴스</dt>{LINKS.replace('li>', 'dd>')}</dl>"
    for around in ("<p>{}</p>", "{}<br><br>"):
        lines = [around.format(text) for text in TEXT]
        assert cleaned("".join((*lines[:3], links, *lines[3:]))).paragraphs == TEXT
        assert cleaned("".join((*lines[:1], links, *lines[1:]))).paragraphs == TEXT


def test_a_run_of_paragraphs_ends_before_the_lists_of_the_site() -> None:
    box = "<div><div><p>몇 점인가</p></div><ul>" + LINKS * 3 + "</ul><div><p>오늘 운세는 맑음이라고 적혀 있었다.</p></div></div>"
    assert cleaned("".join(map(P.format, TEXT * 1)) + box).paragraphs == TEXT


def test_what_is_no_link_stays_with_the_article() -> None:
    listed = ("□ 사업 개요", "○ 사업 기간: 2031년 ~ 2035년(5년)", "○ 총사업비: 300억원(국비 180, 군비 120)", "○ 주요 내용: 물길 잇기")
    body = f"<section>{P.format(TEXT[1])}<div>{''.join(map(P.format, listed))}</div></section>"
    assert cleaned(body).paragraphs == (TEXT[1], *listed)


def test_comments_of_one_line_below_a_short_article_are_no_part_of_it() -> None:
    said = (
        "물을 아껴 써야 합니다. 우리도 줄였습니다.",
        "댐을 더 지어야 한다고 했습니다.",
        "수영장 물부터 뺐으면 좋겠다.",
        "예보를 믿어도 되나요. 지난달에도 틀렸습니다.",
    )
    items = "".join(f"<li><b>ab{n}**</b> <i>2031.01.16 1{n}:20</i> {text}</li>" for n, text in enumerate(said))
    assert cleaned(f"<div>{''.join(map(P.format, TEXT[:2]))}</div><div><h4>한마디</h4><ul>{items}</ul></div>").paragraphs == TEXT[:2]


def test_days_of_a_list_in_the_article_are_no_comments() -> None:
    days = tuple(f"2031. 1. {day}. 10:20 달빛댐 저수율이 {40 - day}%로 떨어졌다." for day in range(1, 6))
    assert cleaned(f"<div>{P.format(TEXT[0])}<ul>{''.join(f'<li>{day}</li>' for day in days)}</ul></div>").paragraphs == (TEXT[0], *days)


def test_halves_that_stand_close_need_no_word_of_the_title() -> None:
    first, second = "".join(map(P.format, TEXT[:3])), P.format("고만석 이장은 관정이라도 서둘러 파 달라고 말했다.")
    found = cleaned(f"<div><section>{first}</section><p><a href=/1>▶ 다른 소식</a></p><section>{second}</section><p>{'가 ' * 99}</p></div>")
    assert len(found.paragraphs) >= 4


def test_a_summary_of_a_short_article_is_no_part_of_it() -> None:
    box = f"<div><b>AI 요약</b><p>{TITLE} 소식을 기계가 줄여서 다시 말해 준다.</p></div>"
    assert cleaned(f"{box}<div>{''.join(map(P.format, TEXT))}</div>").paragraphs == TEXT


def test_paragraphs_that_bear_the_name_of_a_body_are_but_pieces_of_it() -> None:
    listed = "".join(f"<div class='art_txt'>{text}</div>" for text in (TEXT[0], "2. 물 아끼기", TEXT[2], TEXT[3]))
    assert cleaned(listed).paragraphs == (TEXT[0], "2. 물 아끼기", TEXT[2], TEXT[3])


def test_a_named_body_stands_against_neighbours() -> None:
    notices = "".join(map(P.format, ("오늘의 운세는 맑음이라고 적혀 있었다.", "이 누리집은 누구나 이용할 수 있게 만들었다.")))
    assert cleaned(f"<div class='article_body'>{P.format(TEXT[0])}{P.format(TEXT[1])}</div>{notices}").paragraphs == TEXT[:2]
