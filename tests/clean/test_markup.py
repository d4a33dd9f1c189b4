"""The walk, the marks, the joining of lines, script JSON: one behaviour each."""

import json
import re
from pathlib import Path

import pytest
from lxml import html

from clipper.clean.markup import clean_html
from clipper.clean.markup.marks import of_names
from clipper.clean.markup.outline import Line
from clipper.clean.markup.paragraphs import join
from clipper.clean.markup.scripts import script_body, script_values
from clipper.clean.markup.walk import outline
from clipper.clean.outlets import all_outlets
from clipper.clean.text import flat
from clipper.data import rows, table, words
from clipper.read.document import Document

ROOT = Path(__file__).resolve().parents[2]
P = "시장은 캐나다 퀘벡주와 교류 협약을 맺었다고 밝혔다."


def lines(markup: str) -> list[str]:
    return [line.text for line in outline(list(html.fromstring(f"<div>{markup}</div>").iter())).lines]


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        ("가<br>나<br/>다", ["가", "나", "다"]),
        ("<p>가 <b>나</b>다</p>라", ["가 나다", "라"]),
        ("<span>가</span><span>나</span>", ["가나"]),
        ("가<!-- 나 -->다", ["가다"]),
        ("<script>가</script>나<style>다</style>", ["나"]),
        ("<select><option>가</option></select>나", ["나"]),
        ("<ul><li>가</li><li>나<p>다</p></li></ul>", ["가", "나", "다"]),
        ("가&nbsp;\u200b 나\u00ad다", ["가 나다"]),
        ("<video>안 됨</video>가", ["가"]),
    ],
)
def test_text_becomes_lines(markup: str, texts: list[str]) -> None:
    assert lines(markup) == texts


def test_a_line_knows_its_links_and_its_block() -> None:
    page = outline(list(html.fromstring("<div><p>가나 <a href=/>다라</a></p><h2>마</h2></div>").iter()))
    first, second = page.lines
    assert (first.linked, first.tag, first.bold) == (2, "p", False)
    assert (second.linked, second.tag, second.bold) == (0, "h2", True)
    assert page.elements[first.node].tag == "p"
    assert page.ends[0] == len(page.elements)


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        ("article_photo", "caption"),
        ("articlePhotoC", "caption"),
        ("related-news", "related"),
        ("comment_wrap", "comments"),
        ("sub_cont_AD08", "advertisement"),
        ("ranking", "ranking"),
        ("view_title", None),
        ("readings", None),
        ("SE-1b2c3d4e-0000-4000-8000-00000000ad75", None),
        ("container", ""),
    ],
)
def test_names_of_classes_tell_furniture(names: str, reason: str | None) -> None:
    mark = of_names(names)
    assert (mark.reason if mark else None) == reason


def test_a_name_says_one_thing() -> None:
    names = [row["name"] for row in rows("markup_names")]
    assert len(names) == len(set(names))
    assert all(name == name.lower() for name in names)
    assert words("markup_names", "says") >= {"body", "none", "deck", "caption", "hidden"}


def test_every_reason_is_in_the_documentation() -> None:
    told = set(re.findall(r"`([a-z_]+)`", (ROOT / "docs" / "cleaning.md").read_text("utf-8")))
    reasons = {row["reason"] for row in (*rows("markup_words"), *rows("noise_words"))}
    reasons |= {row["says"] for row in rows("markup_names")} - {"body", "none"}
    reasons |= {rule["reason"] for rule in table("noise")["rule"]} | set(table("markup")["reasons"].values())
    reasons |= {reason for one in all_outlets() for layout in one.layouts for reason, _ in layout.drop}
    assert reasons - told == set()


def made(text: str, **more: object) -> Line:
    return Line(text, 1, 0, -1, "div", **more)  # type: ignore[arg-type]


def test_a_sentence_broken_by_one_break_is_joined() -> None:
    long = "달빛군 축제 방문단이 일본 홋카이도 오타루시를 찾아"
    assert join([made(long), made("눈축제를 봤다.", soft=True)]) == [f"{long} 눈축제를 봤다."]
    assert join([made(long), made("눈축제를 봤다.")]) == [long, "눈축제를 봤다."]
    assert join([made(P), made("둘째다.", soft=True)]) == [P, "둘째다."]
    assert join([made(long), made("○ 다음 항목", soft=True)]) == [long, "○ 다음 항목"]


def test_a_table_row_is_one_line() -> None:
    cells = [made("학교", row=3, cell=4), made("대수", row=3, cell=5), made("가초", row=6, cell=7)]
    assert join(cells) == ["학교 대수", "가초"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("“가”…나", '"가"...나'), ("가 나", "가나"), ("‘A’", "'a'"), ("가―나", "가-나"), ("①", "1")],
)
def test_headlines_are_compared_without_their_dress(one: str, other: str) -> None:
    assert flat(one) == flat(other)


def test_script_json_of_every_kind_is_read() -> None:
    value = json.dumps({"title": "제목입니다", "body": [P] * 20}, ensure_ascii=False)
    kinds = [
        f"<script type='application/json'>{value}</script>",
        f"<script>window.__STATE__ = {value};</script>",
        f"<script>Fusion.globalContent={value};Fusion.x={{}}</script>",
        f"<script>hydrate({value})</script>",
        f"<script>self.__next_f.push({json.dumps([1, '1:' + value])})</script>",
    ]
    for kind in kinds:
        found = script_body(html.fromstring(f"<div>{kind}</div>"), "제목입니다")
        assert found is not None, kind
        assert [line.text for line in found.lines] == [P] * 20, kind
        assert found.named


def test_scripts_without_korean_are_not_opened() -> None:
    root = html.fromstring(f"<div><script>x = {{'a': {'1' * 1000}}}</script></div>")
    assert list(script_values(root)) == []


def test_a_short_body_on_the_page_outweighs_an_unrelated_one_in_scripts() -> None:
    value = json.dumps({"title": "남의 기사", "body": [P.replace("시장", "지사")] * 20}, ensure_ascii=False)
    text = f"<h1>제목입니다</h1><p>{P}</p><p>{P.replace('협약', '조약')}</p><script>x = {value}</script>"
    raw = clean_html(Document("html", f"<title>제목입니다</title>{text}", "utf-8", "text/html"))
    assert raw.paragraphs == (P, P.replace("협약", "조약"))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("홍길동 기자 gildong@hanbit.example", "byline"),
        ("◎공감언론 새소식 gildong@hanbit.example", "byline"),
        ("[사진=한빛시]", "caption"),
        ("&lt;저작권자 ⓒ 한빛일보, 무단 전재 및 재배포 금지&gt;", "copyright"),
        ("#한빛시 #로잔", "hashtags"),
        ('▶ <a href="/1">한빛시, 청소년 대회 유치전</a>', "related"),
        ("( 취재 : 한지연 / 영상편집 : 변지영 )", "production_credit"),
        ("(유달동장 김일섭, 맞춤형복지팀장 이명희 270-4730)", "contact"),
        ("(끝)", "end_mark"),
        ("/연합뉴스", "agency"),
        ("* * *", "furniture"),
    ],
)
def test_a_line_goes_with_its_reason(line: str, reason: str) -> None:
    raw = clean_html(Document("html", f"<div><p>{P} 둘째 문장이다.</p><p>{line}</p></div>", "utf-8", "text/html"))
    assert raw.paragraphs == (f"{P} 둘째 문장이다.",)
    assert [dropped.reason for dropped in raw.dropped] == [reason]


@pytest.mark.parametrize(
    "line",
    [
        "◆3년간 교사 연수도",
        "[앵커]",
        "한빛 뉴스 이보람입니다.",
        "<질문 1> 올해 계획은 무엇인가요?",
        "○ 일시: 2031. 6. 12.(목) 14:00",
        "▲무탄소 연료 엔진 공동연구 ▲연구 인력 교류",
        "“3년 안에 학교 30곳으로 늘리겠습니다.”",
        "-왜 베트남인가.",
    ],
)
def test_what_belongs_to_the_article_stays(line: str) -> None:
    marked = line.replace("<", "&lt;").replace(">", "&gt;")
    text = f"<div><p>{P}</p><p>{marked}</p><p>{P.replace('시장', '군수')}</p></div>"
    assert line in clean_html(Document("html", text, "utf-8", "text/html")).paragraphs
