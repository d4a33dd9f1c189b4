"""Lines whose neighbours or last words say whether they are the article's."""

from __future__ import annotations

import json

import pytest

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


def test_words_of_menus_are_cells_of_an_articles_table() -> None:
    table = "<table><tr><td>분야</td><td>올해</td></tr><tr><td>복지</td><td>1조원</td></tr></table>"
    assert "복지 1조원" in cleaned(f"<div>{TEXT}{table}</div>").paragraphs


def test_rows_about_who_released_it_go() -> None:
    table = "<table><tr><td>담당부서</td><td>국제협력과</td></tr><tr><td>담당과장</td><td>이보람(061-000-1111)</td></tr></table>"
    assert cleaned(f"<div>{table}{TEXT}</div>").paragraphs == cleaned(f"<div>{TEXT}</div>").paragraphs


def test_a_row_with_a_telephone_number_is_about_whom_to_call() -> None:
    row = "<td><p>부서</p></td><td><p>물관리과</p></td><td><p>과장 이보람 (02-000-0000)</p></td>"
    raw = cleaned(f"<div><table><tr>{row}</tr></table>{TEXT}</div>")
    assert len(raw.paragraphs) == 2
    assert [dropped.reason for dropped in raw.dropped] == ["contact"] * 3


@pytest.mark.parametrize(
    "caption",
    [
        "<p>한빛시청 전경 / 한빛시 누리집</p>",
        '<p align="center">물 관리 모임에 온 도시 대표들</p>',
        "<p>시장이 14일 시청에서 열린 모임에서 발언하고 있다. 이보람 기자</p>",
        "<p>도시 대표들이 정수장을 둘러보고 있다. [촬영/새벽통신 기자 장천린(張晨霖)]</p>",
        "<p>정수장을 찾은 시장. 2031.1.16/뉴스1</p>",
    ],
)
def test_what_stands_below_an_image_in_another_block_is_its_caption(caption: str) -> None:
    raw = cleaned(f'<div>{TEXT}<p><img src="a.jpg"></p>{caption}{TEXT.replace("시장", "의장")}</div>')
    assert len(raw.captions) == 1
    assert len(raw.paragraphs) == 4 - 1  # the first paragraph of both halves is the same


@pytest.mark.parametrize(
    "caption",
    ["<p>▲ 한빛시 앞바다에 띄운 등불</p>", "<p>지난 17일 한빛시 앞바다에서 주민들이 등불을 바라보고 있다.</p>"],
)
def test_what_points_at_an_image_or_tells_its_scene_is_its_caption(caption: str) -> None:
    raw = cleaned(f'<div><p><img src="a.jpg"></p>{caption}{TEXT}</div>')
    assert len(raw.captions) == 1


@pytest.mark.parametrize(
    "line",
    [
        "<p><strong>가뭄이 부른 모임</strong></p>",
        "<h3>가뭄이 부른 모임</h3>",
        "<p>왜 지금인가?</p>",
        "<p>■ 가뭄이 부른 모임</p>",
        "<p>◀ 앵커 ▶</p>",
        "<p>시장은 웃었다.</p>",
    ],
)
def test_subheads_and_sentences_below_an_image_stay(line: str) -> None:
    raw = cleaned(f'<div>{TEXT}<p><img src="a.jpg"></p>{line}<p>모임은 해마다 봄에 한빛시에서 열린다고 한다.</p></div>')
    assert len(raw.paragraphs) == 4


def test_what_points_elsewhere_behind_the_last_sentence_goes() -> None:
    raw = cleaned(f"<div>{TEXT}<p>▶ 추진 배경</p>{TEXT.replace('시장', '의장')}<p>▶ 새벽일보 만평 [오늘]</p><p>☞ 숨은 이야기</p></div>")
    assert "▶ 추진 배경" in raw.paragraphs
    assert not any(line.startswith(("▶ 새벽", "☞")) for line in raw.paragraphs)


@pytest.mark.parametrize("tag", ["<pre>", '<div style="white-space: pre-line">'])
def test_line_ends_count_where_the_page_keeps_them(tag: str) -> None:
    text = "한빛시는 물 관리 모임을 만들었다고 밝혔다.\n\n시장은 서로 배울 것이 많다고 말했다.\n"
    assert len(cleaned(f"<div>{tag}{text}</div>").paragraphs) == 2


def test_nothing_follows_the_heading_of_a_list_at_the_end() -> None:
    raw = cleaned(f"<div>{TEXT}<p>관련 인물</p><ul><li>이보람</li><li>겨울 정류장 (2031)</li></ul></div>")
    assert len(raw.paragraphs) == 2


def test_short_lines_above_the_dateline_are_the_deck() -> None:
    lead = "<p>(한빛=새벽통신) 이보람 기자 = 한빛시는 열여섯 나라와 물 관리 모임을 만들었다고 14일 밝혔다.</p>"
    raw = cleaned(f"<div><p>열여섯 나라와 손잡아</p><p>봄마다 한빛시에서</p>{lead}{TEXT}</div>")
    assert [dropped.reason for dropped in raw.dropped] == ["deck", "deck"]
    assert len(raw.paragraphs) == 3


def test_a_summary_by_machine_is_the_article_said_twice() -> None:
    box = "<div><b>뉴스 요약</b><ul><li>시장은 도시들이 서로 배울 것이 많다고 강조했다.</li><li>회원용</li></ul></div>"
    assert len(cleaned(f"<div>{box}<div>{TEXT * 2}</div><p>모임은 해마다 봄에 열린다고 한다.</p></div>").paragraphs) == 3


def test_ranked_teasers_outweigh_no_short_article() -> None:
    lead = "무역 길이 막힌 나라들이 모여 값을 올리기로 했다는 다른 기사의 긴 첫머리가 여기에 그대로 실려 있다고 한다. " * 3
    items = "".join(f"<li><em>{n}</em><a href='/{n}'>다른 기사 제목 {n}</a><p>{lead}</p></li>" for n in range(1, 4))
    more = "<p>두 도시는 내년 가을에 함께 물 박람회를 열고 기술을 나눌 사람을 뽑기로 했다.</p>"
    assert len(cleaned(f"<div><div>{TEXT}{more}</div><ol>{items}</ol></div>").paragraphs) == 3


def test_the_article_in_script_json_outweighs_what_shares_no_word_with_the_headline() -> None:
    cookies = "이용자에게 더 나은 길을 보이려고 작은 조각을 남기며 계속 머무르면 그것에 동의하는 것으로 본다고 한다. "
    story = TEXT.replace("<p>", "").replace("</p>", " ")
    data = json.dumps({"title": "물 관리 도시 모임 출범", "contents": story}, ensure_ascii=False)
    raw = cleaned(f"<p>{cookies * 12}</p><script>window.state = {data};{' ' * 400}</script>")
    assert raw.paragraphs[0].startswith("한빛시는")


def test_comments_of_unknown_markup_never_outweigh_a_short_article_in_wrong_marks() -> None:
    says = "정말 잘 읽었습니다. 이런 이야기는 더 널리 알려져야 한다고 생각합니다. 우리 동네도 마찬가지입니다."
    items = "".join(f"<div><span>u{n}**</span> <i>2031.01.16. 10:2{n}</i><div>{says} {n}</div></div>" for n in range(9))
    raw = cleaned(f'<div class="font-tool">{TEXT}</div><div>{items}</div>')
    assert len(raw.paragraphs) == 2


def test_what_shares_inline_markup_with_an_image_is_its_caption() -> None:
    first = "한빛시는 물 관리 모임을 만들었다고 밝혔다.<br><br>시장은 서로 배울 것이 많다고 말했다."
    raw = cleaned(f'<div><span><img src="a.jpg"><em>정수장을 찾은 도시 대표들</em></span>{first}</div>')
    assert (raw.captions, len(raw.paragraphs)) == (("정수장을 찾은 도시 대표들",), 2)


def test_an_article_inside_of_what_is_called_a_menu_is_read() -> None:
    links = "".join(f"<a href='/{n}'>메뉴 {n}</a>" for n in range(9))
    more = " 그리고 이 모임은 해마다 봄에 한빛시에서 열기로 뜻을 모았다고 덧붙여 말했다.</div>"
    text = TEXT.replace("<p>", "<div>").replace("</p>", more)
    assert len(cleaned(f'<div id="page-navi">{links}<div>{text}</div></div>').paragraphs) == 2


def test_flight_data_counts_however_small_its_pieces() -> None:
    pieces = [f'1:{{"title":"물 관리 도시 모임 출범","contents":"$2"}}\n2:T{len(TEXT.encode()):x},', TEXT]
    scripts = "".join(f"<script>self.__next_f.push({json.dumps([1, piece])})</script>" for piece in pieces)
    assert len(cleaned(f"<main></main>{scripts}").paragraphs) == 2


@pytest.mark.parametrize("row", [("물길과", "12명"), ("올해", "1,204"), ("2031. 6. 12.", "협약을 맺음")])
def test_numbers_and_days_are_cells_of_an_articles_table(row: tuple[str, str]) -> None:
    table = f"<table><tr><td>구분</td><td>내용</td></tr><tr><td>{row[0]}</td><td>{row[1]}</td></tr></table>"
    assert " ".join(row) in cleaned(f"<div>{TEXT}{table}</div>").paragraphs


def test_days_and_counters_of_a_board_are_no_cells_of_the_article() -> None:
    table = "<table><tr><td>등록일</td><td>2031-06-12</td><td>조회</td><td>31</td></tr></table>"
    assert len(cleaned(f"<div>{table}{TEXT}</div>").paragraphs) == 2


@pytest.mark.parametrize("attribute", ["style='text-align: center'", "align=center"])
def test_a_scene_set_in_the_middle_below_an_image_is_its_caption(attribute: str) -> None:
    scene = "이보람씨가 물길을 살피고 있다."
    found = cleaned(f"<div><p {attribute}><img></p><p {attribute}>{scene}</p>{TEXT}</div>")
    assert found.captions == (scene,)
    assert scene in cleaned(f"<div><p><img></p><p>{scene}</p>{TEXT}</div>").paragraphs


def test_an_image_in_a_block_of_its_own_keeps_its_caption_apart_from_the_text() -> None:
    found = cleaned(f"<div><span><div><img></div><em>물길을 살피는 사람들</em></span>{TEXT[3:]}</div>")
    assert found.captions == ("물길을 살피는 사람들",)
    assert len(found.paragraphs) == 2


def test_a_box_to_jump_over_is_no_article() -> None:
    box = "<div><b>편지 건너뛰기 및 계속 읽기</b><p>다달이 한 번 물 이야기를 보낸다. 지금 만나 보시기 바란다.</p><p>편지 끝</p></div>"
    assert len(cleaned(f"<div>{TEXT}{box}{TEXT.replace('가뭄', '눈보라').replace('열여섯', '열')}</div>").paragraphs) == 4
    open_end = cleaned(f"<div>{TEXT}<p>징검다리 건너뛰기</p><p>아이들은 다리 위에서 물고기를 세며 놀았다고 한다.</p></div>")
    assert open_end.paragraphs[2:] == ("아이들은 다리 위에서 물고기를 세며 놀았다고 한다.",)


def test_the_second_half_behind_a_list_of_links_is_the_article() -> None:
    links = "".join(f"<li><a href=/{n}>물 이야기 {n}번째 소식을 전합니다</a></li>" for n in range(20))
    more = "<p>모임은 해마다 봄에 열리고 물 관리에 드는 돈은 함께 낸다.</p>"
    other = "<p>오늘의 운세는 동쪽에서 귀한 손님이 온다고 알려 준다.</p>"
    page = f"<div><section>{TEXT}</section><ul>{links}</ul><section>{{}}</section></div>"
    assert len(cleaned(page.format(more)).paragraphs) == 3
    assert len(cleaned(page.format(other)).paragraphs) == 2


def test_a_list_of_appointments_is_an_article() -> None:
    listed = ["◇4급 승진", "▲물정책과장 이보람 ▲총무과장 최가람", "◇5급 전보", "▲인사팀장 윤솔빛"]
    menu = "".join(f"<li><a href=/{n}>▶ 소식 {n}</a></li>" for n in range(20))
    found = cleaned(f"<ul>{menu}</ul><h1>[인사] 한빛시</h1><div>{'<br>'.join(listed)}</div><p>회원가입</p>")
    assert found.paragraphs == tuple(listed)
    assert cleaned(f"<ul>{menu}</ul><p>로그인해 주십시오</p>").paragraphs == ()


def test_a_brief_whose_headline_is_its_first_sentence_keeps_it() -> None:
    lead = "한빛시가 바닷가 도시 두 곳과 물을 아끼고 다시 쓰는 기술을 함께 나누는 업무협약을 체결했다."
    html = f"<html><head><title>{lead}…</title></head><body><article><h1>{lead}…</h1><p>{lead}</p>{TEXT}</article></body></html>"
    assert clean_html(read(Page(data=html.encode()))).paragraphs[0] == lead
