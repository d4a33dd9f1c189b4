"""Pages made to hurt: each has a clear outcome, and none needs recursion or runaway time."""

import json

import pytest

from clipper.clean.markup import clean_html
from clipper.clean.result import RawArticle
from clipper.errors import ClipperError, LimitError
from clipper.read.document import Document

BODY = (
    "달빛시는 캐나다 퀘벡주와 교류 협력을 위한 협약을 맺었다고 밝혔다.",
    "시장은 내년 봄에 퀘벡주를 다시 찾아 후속 사업을 논의하기로 했다.",
)
ARTICLE = "".join(f"<p>{line}</p>" for line in BODY)


def cleaned(markup: str) -> RawArticle:
    return clean_html(Document("html", markup, "utf-8", "text/html"))


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<div>" * 1900 + ARTICLE + "</div>" * 1900, id="deep"),
        pytest.param(f"<b><i><a><span>{ARTICLE}<table><td><p><b><i>", id="unclosed"),
        pytest.param(f"</div></p></body></html>{ARTICLE}</article></td>", id="closed before opened"),
        pytest.param(f"<table><tr><td colspan=9007199254740991 rowspan=99999999>{ARTICLE}</td></tr></table>", id="colspan"),
        pytest.param(f"<p>{'&amp;' * 50_000}</p>{ARTICLE}", id="entities"),
        pytest.param(f"{ARTICLE}<!-- {'-' * 100_000}", id="comment without end"),
        pytest.param(f"<script>var a = '{'<p>' * 10_000}';</script>{ARTICLE}", id="tags in a script"),
        pytest.param(f"{ARTICLE}\x00\x01<p>\x00</p>", id="NULs"),
        pytest.param(f"<div {' '.join(f'a{i}=1' for i in range(200_000))}>{ARTICLE}</div>", id="attributes"),
        pytest.param(f'<div class="{"ad " * 100_000}">{ARTICLE}</div>', id="classes"),
        pytest.param(f"{ARTICLE}<ul>{'<li><a href=/>메뉴</a></li>' * 20_000}</ul>", id="endless menu"),
        pytest.param(f"{ARTICLE}{'<br>' * 50_000}", id="breaks"),
        pytest.param(f"{ARTICLE}<p>{'입력 2016-12-29 17:44:27 | 수정 2016-12-29 17:48:14 | ' * 3}</p>", id="stamps"),
    ],
)
def test_the_article_survives(markup: str) -> None:
    assert cleaned(markup).paragraphs[:2] == BODY


@pytest.mark.parametrize("markup", ["<div>" * 5_000 + ARTICLE, "<i>" * 700_000])
def test_a_page_past_a_limit_is_refused(markup: str) -> None:
    with pytest.raises(LimitError):
        cleaned(markup)


@pytest.mark.parametrize("markup", ["<html><body></body></html>", "<ul><li><a href=/>정치</a></li></ul>", "<p></p>"])
def test_a_page_without_an_article_gives_no_paragraphs(markup: str) -> None:
    assert cleaned(markup).paragraphs == ()


@pytest.mark.parametrize(
    "script",
    [
        "{" * 50_000,
        "[" * 50_000 + "가나다",
        json.dumps({"a": "가" * 500})[:-1],
        'window.x = {"body": "' + "기사 본문이다. " * 100,
        "= [{" * 5_000 + "가",
    ],
    ids=["braces", "brackets", "cut JSON", "cut assignment", "many starts"],
)
def test_broken_script_json_does_no_harm(script: str) -> None:
    assert cleaned(f"{ARTICLE}<script>{script}</script>").paragraphs == BODY
    assert cleaned(f"<script type='application/ld+json'>{script}</script>{ARTICLE}").paragraphs == BODY


def test_json_nested_a_million_deep_is_no_error_of_ours() -> None:
    value = '{"body":' * 200_000 + '"가나다라"' + "}" * 200_000
    try:
        assert cleaned(f"{ARTICLE}<script type='application/json'>{value}</script>").paragraphs == BODY
    except ClipperError:
        pytest.fail("script JSON must not refuse a page whose body is in the markup")
