"""Title, times, authors and publisher, each from small pages that say them in the ways Korean sites do."""

import pytest

from clipper.clean.markup import clean_html
from clipper.clean.result import RawArticle
from clipper.read.document import Document

TEXT = "<p>달빛시는 캐나다 퀘벡주와 교류 협력을 위한 협약을 맺었다고 밝혔다.</p><p>시장은 내년 봄에 퀘벡주를 다시 찾기로 했다.</p>"
TITLE = "달빛시, 퀘벡주와 손잡고 우주 산업 키운다"


def cleaned(head: str, body: str, url: str | None = None) -> RawArticle:
    text = f"<html><head>{head}</head><body>{body}</body></html>"
    return clean_html(Document("html", text, "utf-8", "text/html", url))


@pytest.mark.parametrize(
    "stated",
    [
        f"{TITLE} - 한빛일보",
        f"{TITLE} | 한빛일보",
        f"{TITLE} : 네이버 뉴스",
        f"{TITLE} : 뉴스 : 동아닷컴",
        f"{TITLE} < 자치행정 < 지역 < 기사본문 - 전남일보",
        f"{TITLE} :: 공감언론 뉴시스",
        f"한빛신문 :: {TITLE}",
        f"{TITLE} - 1등 인터넷뉴스 조선닷컴",
        f"한빛일보 [{TITLE}]",
        f"::: {TITLE} :::",
        f"{TITLE} • 한빛일보",
        f"{TITLE}-한빛일보",
        f"{TITLE} [한빛일보]",
        f"한빛일보 | 뉴스 | {TITLE}",
    ],
)
def test_the_site_is_no_part_of_the_title(stated: str) -> None:
    assert cleaned(f"<title>{stated}</title>", TEXT).title == TITLE
    assert cleaned(f"<title>{stated}</title>", f"<h2>{TITLE}</h2>{TEXT}").title == TITLE


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (f'<title>한빛일보</title><meta property="og:title" content="{TITLE}">', "", TITLE),
        ("<title>한빛일보</title>", f"<h3>{TITLE}</h3>", TITLE),
        (f'<meta property="og:title" content="{TITLE[:16]}...">', f"<h1>{TITLE}</h1>", TITLE),
        (f"<meta property='og:title' content='&amp;quot;{TITLE}&amp;quot;'>", "", f'"{TITLE}"'),
        ("<title>보도자료 &lt; 시정소식 &lt; 달빛시청</title>", f"<table><tr><th>제목</th><td>{TITLE}</td></tr></table>", TITLE),
        ("<title>대전시, 미국·캐나다 순방 - 중도일보</title>", "", "대전시, 미국·캐나다 순방"),
        ("<title>보도자료 상세보기|보도자료 한빛협력부</title>", f"<h2>{TITLE}</h2>", TITLE),
        ("<title>한빛시 보도자료</title>", f"<h3>{TITLE}</h3>", TITLE),
        ("<title>한빛뉴스::대한민국 으뜸 언론</title>", f"<h3>{TITLE}</h3>", TITLE),
        ("<title>기사 프린트 - 한빛일보</title>", f"<h2>{TITLE}</h2><h4>대표단 열둘이 함께 간다</h4>", TITLE),
        (f"<title>{TITLE[:16]}…</title>", f"<h2>{TITLE[:14]}<br>{TITLE[14:]}</h2>", f"{TITLE[:14].strip()} {TITLE[14:].strip()}"),
        ('<title>시민의 눈, 한빛일보</title><meta property="og:title" content="한빛일보"><meta property="og:site_name" '
         'content="한빛일보">', f"<div>{TITLE}</div><div>2031.01.16 10:21</div>", TITLE),
        ("<title>A-B-C 회의 - 성과와 과제 - 중도일보</title>", "", "A-B-C 회의 - 성과와 과제"),
    ],
)
def test_the_title_is_what_the_page_shows(head: str, body: str, title: str) -> None:
    assert cleaned(head, body + TEXT).title == title


BANNER = "<div>2031.02.03 (월) 13:20</div>"


@pytest.mark.parametrize(
    ("shown", "published", "modified"),
    [
        ("입력 2031.01.16 10:21", "2031-01-16T10:21:00+09:00", None),
        ("<dl><dt>입력</dt><dd>2031-01-16 10:21:33</dd><dt>수정</dt><dd>2031-01-16 11:00:01</dd></dl>",
         "2031-01-16T10:21:33+09:00", "2031-01-16T11:00:01+09:00"),
        ("<span>2031.01.16</span><span>10:21</span>", "2031-01-16T10:21:00+09:00", None),
        ("<span>by 이보람</span> <span>Jan 16, 2031</span>", "2031-01-16T00:00:00+09:00", None),
        ("기사승인 2031.01.16  10:21 | 최종수정 2031.01.17 오후 3:04", "2031-01-16T10:21:00+09:00", "2031-01-17T15:04:00+09:00"),
        ("2031-01-16 10:21:00 &nbsp; <span>2031-01-16 18:44:56</span>", "2031-01-16T10:21:00+09:00", None),
        ("<em>수정 2031.01.17 09:00</em><em>입력 2031.01.16 10:21</em>", "2031-01-16T10:21:00+09:00", "2031-01-17T09:00:00+09:00"),
    ],
)  # fmt: skip
def test_times_stand_between_headline_and_body(shown: str, published: str, modified: str | None) -> None:
    raw = cleaned(f"<title>{TITLE}</title>", f"{BANNER}<h1>{TITLE}</h1><div>{shown}</div>{TEXT}")
    assert (raw.published, raw.modified) == (published, modified)


@pytest.mark.parametrize(
    ("above", "below", "published"),
    [
        ("<p>2031.01.16 10:21</p>", "<p>한빛일보 | 대표 이보람 | 등록일 2009.01.02 | 전화 000-000-0000</p>", "2031-01-16T10:21:00+09:00"),
        ("<p>2031.01.16 10:21</p>", "<p>등록일 2009.01.02</p>", "2031-01-16T10:21:00+09:00"),
        ("<p>2031.01.16</p>", "<p>2031.01.16 10:21 송고</p>", "2031-01-16T10:21:00+09:00"),
        ("", "<p>이보람 기자 | 2031.01.16 10:21</p>", "2031-01-16T10:21:00+09:00"),
        ("", "<p>한빛일보 주소 한빛시 큰길 1 전화 000-000-0000 등록일 2009.01.02</p>", None),
        ("", "<h4>새 소식</h4><ul><li>2031.01.16 10:21</li></ul>", None),
    ],
)
def test_times_below_the_body_count_where_none_stand_above(above: str, below: str, published: str | None) -> None:
    raw = cleaned(f"<title>{TITLE}</title>", f"{BANNER}<h1>{TITLE}</h1>{above}<div>{TEXT}</div>{below}")
    assert raw.published == published


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2031-01-16T10:21:00+09:00">', "2031-01-16T10:21:00+09:00"),
        ('<time pubdate datetime="2031-01-16T10:21:00+09:00"></time>', "2031-01-16T10:21:00+09:00"),
        ('<meta name="pubdate" content="20310116102100">', "2031-01-16T10:21:00+09:00"),
        ('<meta itemprop="datePublished" content="2031-01-16T01:21:00Z">', "2031-01-16T01:21:00+00:00"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2031-01-16 10:21"}</script>',
         "2031-01-16T10:21:00+09:00"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","headline":"그는 "간다"고","datePublished":'
         '"2031-01-16T10:21:00+09:00",}</script>', "2031-01-16T10:21:00+09:00"),
        ('<meta name="publish-date" content="2031-01-16">', "2031-01-16T00:00:00+09:00"),
        ('<time datetime="2031-01-16T10:21:00+09:00">사흘 전</time>', "2031-01-16T10:21:00+09:00"),
        ('<time datetime="2031-01-16T10:21:00+09:00">사흘 전</time>' * 4, None),
        ('<link rel="canonical" href="https://a.example/article/20310116000123">', "2031-01-16T00:00:00+09:00"),
        ('<link rel="canonical" href="https://a.example/news/read.php?no=203101">', None),
    ],
)  # fmt: skip
def test_a_banner_is_never_the_date(head: str, published: str | None) -> None:
    raw = cleaned(f"<title>{TITLE}</title>{head}", f"{BANNER}<h1>{TITLE}</h1>{TEXT}<footer>등록일 : 2009-04-01</footer>")
    assert raw.published == published


@pytest.mark.parametrize(
    ("head", "around", "authors"),
    [
        ("", "<p>이보람 기자 boram@a.example</p>", ("이보람",)),
        ("", "<p>부산=이보람·최가람 기자</p>", ("이보람", "최가람")),
        ('<meta property="dable:author" content="이보람 / 최가람">', "", ("이보람", "최가람")),
        ('<meta name="author" content="서울=이보람 기자">', "", ("이보람",)),
        ('<meta name="author" content="한빛일보"><meta property="og:site_name" content="한빛일보">', "", ()),
        ('<meta name="author" content="YONHAP">', "", ()),
        ('<meta name="author" content="Will Douglas Heaven">', "", ("Will Douglas Heaven",)),
        ('<script type="application/ld+json">{"@type":"NewsArticle","author":[{"@type":"Person","name":"이보람 기자"}]}</script>',
         "", ("이보람",)),
        ("", "<p>한빛뉴스 이보람입니다.</p>", ("이보람",)),
        ("", "<p>이보람 기자 boram@a.example</p><p>[사진] 부산, 최가람 기자 / garam@a.example</p>", ("이보람",)),
    ],
)  # fmt: skip
def test_authors_are_persons_by_name(head: str, around: str, authors: tuple[str, ...]) -> None:
    assert cleaned(f"<title>{TITLE}</title>{head}", f"<h1>{TITLE}</h1>{TEXT}{around}").authors == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ('<dl class="reporter"><dt>이보람</dt><dd>한빛방송 기상팀</dd></dl>', ("이보람",)),
        ("<p>이보람 한빛대 해양학과 교수</p>", ("이보람",)),
        ("<p><b>이보람</b> 작가</p>", ("이보람",)),
        ('<p class="byline">파리-이보람 boram@a.example</p>', ("이보람",)),
        ("<p>기자, 이보람</p>", ("이보람",)),
        ("<div>Posted on 2031년 1월 16일 by 느린걸음</div>", ("느린걸음",)),
        ("<div>이보람 기자 boram@a.example 2031-01-16 10:40 업데이트 2031-01-16 11:20 글자 크게 작게</div>", ("이보람",)),
        ("<div>기자명 편집국</div>", ()),
        ("<p>글 : 이보람 | 사진 : 최가람</p>", ("이보람",)),
        ("<div>31.01.16 10:21 | 이보람(boram1)</div>", ("이보람",)),
        ('<div class="writer">한빛산책</div>', ()),
        ("<div>이보람 한빛경제 boram@a.example | 2031.01.16 10:21</div>", ("이보람",)),
        ("<div>입력 2031.01.16 10:21 | 이보람 boram@a.example</div>", ("이보람",)),
        ("<div>글쓴이 이보람기자<span>기사승인 2031.01.16 10:21</span></div>", ("이보람",)),
        ("<p>이보람 기자</p><p>입력 2031.01.16 10:21</p><ul><li>이보람 기자</li><li>최가람 기자</li></ul>", ("이보람", "최가람")),
        ("<p>이보람 기자</p><p>이메일 기자 구독</p>", ("이보람",)),
        ("<div>이보람</div><div>기자</div>", ("이보람",)),
        ("<div>2031.01.16 10:21 | 이보람</div>", ("이보람",)),
        ("<div><i>by</i><a>느린걸음</a><span>Jan 16. 2031</span></div>", ("느린걸음",)),
        ("<p>새벽시장 사람들</p>", ()),
        ("<p>취재기자 이보람</p>", ("이보람",)),
        ("<p>Written by 이보람</p>", ("이보람",)),
        ("<p>글. 이보람</p>", ("이보람",)),
        ("<p>필자 이보람</p>", ("이보람",)),
        ("<p>글 이보람(소설가)</p>", ("이보람",)),
        ("<p>이보람 시인·문학평론가</p>", ("이보람",)),
        ("<p>취재 이보람 기자, 편집 최가람 기자</p>", ("이보람",)),
        ("<p>인터뷰 이보람 기자</p>", ("이보람",)),
        ("<div>이보람<br>한빛대 경제학과 교수</div>", ("이보람",)),
        ("<dl><dt>기자</dt><dd>이보람</dd></dl>", ("이보람",)),
        ("<div><span>이보람 시인</span><span>2031.01.16</span></div>", ("이보람",)),
        ("<p>기자명 편집부</p>", ()),
        ("<p>이보람 국회의원</p>", ()),
        ("<div><span>에디터 이보람</span><span>2031.01.16</span></div>", ("이보람",)),
    ],
)
def test_who_signs_above_the_body(line: str, authors: tuple[str, ...]) -> None:
    assert cleaned(f"<title>{TITLE}</title>", f"<h1>{TITLE}</h1>{line}{TEXT}").authors == authors


@pytest.mark.parametrize(
    ("item", "authors"),
    [
        ("<li><a href=/1>재난 문자, 양보다 질이다</a><em>최가람 기자</em></li>", ()),
        ("<li><a href=/1>재난 문자, 양보다 질이다</a><p>최가람 기자</p></li>", ()),
        ("<li><a href=/1>이보람 기자</a></li>", ()),
    ],
)
def test_who_wrote_other_articles_is_no_author(item: str, authors: tuple[str, ...]) -> None:
    lists = f"<h3>많이 본 뉴스</h3><ul>{item * 9}</ul>"
    raw = cleaned(f"<title>{TITLE}</title>", f"<div><h1>{TITLE}</h1><div>{TEXT}</div></div><div>{lists}</div>")
    assert raw.authors == authors
    signed = cleaned(f"<title>{TITLE}</title>", f"<div><h1>{TITLE}</h1><div>{TEXT}</div></div><p>이보람 기자</p><div>{lists}</div>")
    assert signed.authors == ("이보람",)


@pytest.mark.parametrize(
    "field",
    [
        '<meta name="byline" content="이보람 기자">',
        '<meta name="article:writer" content="이보람">',
        '<script type="application/ld+json">{"@type":"NewsArticle","creator":["이보람"],"author":"한빛일보"}</script>',
    ],
)
def test_fields_of_many_names_tell_the_author(field: str) -> None:
    assert cleaned(f'<title>{TITLE}</title><meta property="og:site_name" content="한빛일보">{field}', TEXT).authors == ("이보람",)


def test_all_who_sign_beside_the_headline_outweigh_the_one_of_the_dateline() -> None:
    around = "<div>이보람 기자최가람 기자</div>"
    raw = cleaned(f"<title>{TITLE}</title>", f"<h1>{TITLE}</h1>{around}<p>(달빛=한빛통신) 이보람 기자 = {TEXT[3:]}")
    assert raw.authors == ("이보람", "최가람")


def test_who_is_named_in_a_deck_wrote_nothing() -> None:
    around = "<p>최가람 PD, 새 방송 맡는다</p><p>[한빛뉴스 이보람 기자]</p>"
    assert cleaned(f"<title>{TITLE}</title>", f"<h1>{TITLE}</h1>{around}{TEXT}").authors == ("이보람",)


def test_an_author_in_json_may_be_named_by_identity() -> None:
    graph = ('{"@graph":[{"@type":"Article","author":{"@id":"#boram"}},'
             '{"@type":"Person","@id":"#boram","name":"Boram Lee"}]}')  # fmt: skip
    head = f'<title>{TITLE}</title><script type="application/ld+json">{graph}</script>'
    assert cleaned(head, f"<h1>{TITLE}</h1>{TEXT}").authors == ("Boram Lee",)


@pytest.mark.parametrize("field", ["이보람 한빛대 교수·해양학", "이보람 변호사", "워싱턴=이보람 특파원", "이보람 기자"])
def test_who_writes_from_outside_is_named_in_fields_as_well(field: str) -> None:
    assert cleaned(f'<title>{TITLE}</title><meta name="author" content="{field}">', f"<h1>{TITLE}</h1>{TEXT}").authors == ("이보람",)


def test_a_byline_over_the_headline_counts_where_the_markup_says_so() -> None:
    body = f'<div><span class="writer">이보람</span></div><h1>{TITLE}</h1>{TEXT}'
    assert cleaned(f"<title>{TITLE}</title>", body).authors == ("이보람",)


def test_who_wrote_from_outside_signs_in_the_last_line() -> None:
    raw = cleaned(f"<title>{TITLE}</title>", f"<h1>{TITLE}</h1><div>{TEXT}<p>이보람 한빛대 해양학과 교수</p></div>")
    assert raw.authors == ("이보람",)
    assert len(raw.paragraphs) == 2


@pytest.mark.parametrize(
    ("head", "url", "publisher"),
    [
        ("", "https://www.joongdo.co.kr/web/view.php?key=1", "중도일보"),
        ("", "https://biz.chosun.com/policy/1", "조선비즈"),
        ("", "https://web.archive.org/web/20310101000000/https://www.mk.co.kr/news/1", "매일경제"),
        ('<meta property="og:site_name" content="한빛일보">', "https://hanbit.example/1", "한빛일보"),
        ('<meta property="og:site_name" content="한빛"><meta property="og:article:author" content="느린걸음">', None, "한빛"),
        ('<meta property="og:article:author" content="뉴시스 | 네이버">', "https://n.news.naver.com/1", "뉴시스"),
        ("", None, None),
    ],
)
def test_the_publisher_is_known_by_host_or_name(head: str, url: str | None, publisher: str | None) -> None:
    assert cleaned(f"<title>{TITLE}</title>{head}", f"<h1>{TITLE}</h1>{TEXT}", url).publisher == publisher


@pytest.mark.parametrize(
    ("title", "tail", "publisher"),
    [
        (f"{TITLE} - 한빛일보", "", "한빛일보"),
        (f"한빛일보 : {TITLE}", "", "한빛일보"),
        (TITLE, "<p>저작권자 ⓒ 한빛메디, 무단전재 및 재배포 금지</p>", "한빛메디"),
        (TITLE, "<p>Copyright (c) 2031 한빛메디. All rights reserved.</p>", "한빛메디"),
        (TITLE, "<p>사진 ⓒ 한빛메디</p>", None),
        (TITLE, "<p>Copyright © Hanbit Munhwa Broadcasting. All rights reserved.</p>", None),
        (f"{TITLE} < 보도자료 - 한빛군청", "", "한빛군청"),
    ],
)
def test_the_publisher_is_told_by_title_or_copyright(title: str, tail: str, publisher: str | None) -> None:
    assert cleaned(f"<title>{title}</title>", f"<h1>{TITLE}</h1>{TEXT}{tail}").publisher == publisher


def test_a_headline_that_links_to_itself_is_the_title_of_a_board() -> None:
    board = f"<h3>보도자료</h3><h1><a href=/1>{TITLE}</a></h1><p>2031.01.16 10:21</p><div>{TEXT}</div>"
    assert cleaned("<title>보도자료 - 달빛소식</title>", board).title == TITLE
    logo = f"<h1><a href=/>시민과 함께하는 달빛소식</a></h1><div>{TEXT}</div>"
    assert cleaned("<title>보도자료 - 달빛소식</title>", logo).title is None


def test_the_office_beside_a_day_is_no_author() -> None:
    assert cleaned("<title>보도자료 - 고을도</title>", f"<h2>{TITLE}</h2><p>2031.01.16 고을도</p><div>{TEXT}</div>").authors == ()


def test_a_heading_broken_in_a_word_is_the_stated_title() -> None:
    raw = cleaned(f"<title>{TITLE} - 한빛일보</title>", f"<h2>{TITLE[:9]}<br>{TITLE[9:]}</h2><div>{TEXT}</div>")
    assert (raw.title or "").replace(" ", "") == TITLE.replace(" ", "")


def test_a_page_without_headings_has_its_headline_above_the_times() -> None:
    rows = f"<td>{TITLE}</td></tr><tr><td>내년 봄에 다시 찾기로</td></tr><tr><td>2031년 01월 16일 (목) 10:21:33</td>"
    raw = cleaned("<title>한빛일보</title>", f"<a href='/'>경제</a><table><tr>{rows}</tr></table>{TEXT}")
    assert (raw.title, raw.published) == (TITLE, "2031-01-16T10:21:33+09:00")


def test_a_meta_title_without_quotes_is_the_headline_with_them() -> None:
    shown = "달빛시, 퀘벡주와 '우주 산업' 키운다"
    raw = cleaned(f"<title>{shown.replace(chr(39), '')} | 한빛일보</title>", f"<h1>{shown}</h1>{TEXT}")
    assert raw.title == shown


def test_a_labelled_time_counts_in_what_looks_like_a_menu() -> None:
    times = '<ul class="breadcrumbs"><li>입력 2031.01.16 10:21</li></ul>'
    raw = cleaned(f"<title>{TITLE}</title>", f"<h1>{TITLE}</h1>{times}{TEXT}")
    assert raw.published == "2031-01-16T10:21:00+09:00"


@pytest.mark.parametrize("site", ["한빛시청 | 보도자료", "한빛일보 - 시민이 만드는 바른 언론 한빛일보"])
def test_a_title_that_only_names_the_site_is_none(site: str) -> None:
    assert cleaned(f"<title>{site}</title>", f"<h2>보도자료</h2><h3>{TITLE}</h3>{TEXT}").title == TITLE


@pytest.mark.parametrize("stated", ["달빛스포츠", "보도자료 상세 | 온누리부"])
def test_a_site_that_bears_a_word_of_the_text_is_no_title(stated: str) -> None:
    text = TEXT.replace("달빛시는", "달빛시는 온누리 광장에서")
    assert cleaned(f"<title>{stated}</title>", f"<p>{TITLE}</p><p>2031. 6. 12. 10:20</p><div>{text}</div>").title == TITLE


def test_days_beside_other_articles_are_neighbours() -> None:
    rows = "".join(f"<li><a href='/{n}'>다른 기사 제목 {n}</a> <span>2031-01-16</span></li>" for n in range(4))
    raw = cleaned(f"<title>{TITLE}</title>", f"<h1>{TITLE}</h1>{TEXT}<ul>{rows}</ul>")
    assert raw.neighbour_dates == ("2031-01-16",) * 4
    assert raw.published is None


def test_the_dateline_is_kept_apart_and_in_the_text() -> None:
    raw = cleaned("", f"<h1>{TITLE}</h1><p>(몬트리올=연합뉴스) 이보람 기자 = 달빛시는 협약을 맺었다고 밝혔다.</p>{TEXT}")
    assert raw.dateline == "몬트리올"
    assert raw.authors == ("이보람",)


def test_the_class_of_the_whole_page_says_nothing_of_its_parts() -> None:
    page = f'<html><body class="nav-open with-popup"><h1>{TITLE}</h1><p>2031.1.16</p>{TEXT}</body></html>'
    assert clean_html(Document("html", page, "utf-8", "text/html")).published == "2031-01-16T00:00:00+09:00"
