"""Hostile markup ends in a tree or in a clear error, never in a crash."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipper.errors import ClipperError, EmptyInputError, LimitError
from clipper.read.html import MAX_DEPTH, _has_long_tag, parse

PIECES = [
    "<p>", "</p>", "<div ", 'a="', "'", ">", "<", "&", "&#0;", "<!--", "-->", "<![CDATA[", "가", "\0",
    "<script>", "</script>", "<table>", "<tr>", "</html>", "<?", "<svg>", "<br/>",
]
BODY = "<p>시장은 캐나다로 떠났다.</p>"


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 1000 + BODY,
        "<p " + " ".join(f"a{i}=1" for i in range(200_000)) + ">" + BODY,
        "<p " + " ".join(f"a{i}='>'" for i in range(100_000)) + ">" + BODY,
        "<p " + " ".join(f"a{i}='<'" for i in range(100_000)) + ">" + BODY,
        "<p " + " ".join(f"a{i}=1" for i in range(25_000)) + ">" + BODY,
        "<\0p " + " ".join(f"a{i}=1" for i in range(200_000)) + ">" + BODY,  # a tag once the NUL is gone
        "<table><tr><td colspan=9007199254740991 rowspan=9007199254740991>x</td></tr></table>" + BODY,
        "<b><i><u>" * 300 + BODY,
        BODY + "<table>" * 500,
        "<p>" + "&amp" * 500_000 + BODY,
        "<p>" + "&#1114112;&nosuchthing;&#x" + "f" * 50_000 + ";" + BODY,
        BODY.replace("은", "은\0\0") + "\0" * 1000,
        "<p>\ud800" + BODY,
        f"<script>{'x' * 11_000_000}</script>{BODY}",
        f"<img src='data:image/png;base64,{'A' * 11_000_000}'>{BODY}",
        '<?xml version="1.0" encoding="euc-kr"?><html><meta charset="euc-kr">' + BODY,
        "<a '" * 50_000 + BODY,
    ],
    ids=lambda page: page[:24].encode("ascii", "replace").decode() + f"...{len(page)}",
)
def test_the_text_survives_or_is_swallowed_by_the_markup_itself(page: str) -> None:
    text = str(parse(page).xpath("string()"))
    assert "캐나다로 떠났다." in text or page.startswith("<a '")


@pytest.mark.parametrize("page", ["<div>" * (MAX_DEPTH + 10) + BODY, "<div><span>" * 50_000 + BODY, "<p>" * 700_000])
def test_past_the_limits_there_is_a_clear_error(page: str) -> None:
    with pytest.raises(LimitError):
        parse(page)


@pytest.mark.parametrize("page", ["", "<!-- -->", "<!--" * 1000])
def test_markup_around_nothing_is_empty(page: str) -> None:
    with pytest.raises(EmptyInputError):
        parse(page)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_soup_gives_a_tree_or_a_clipper_error(pieces: list[str]) -> None:
    try:
        root = parse("".join(pieces))
    except ClipperError:
        return
    assert root.tag == "html"


@given(st.lists(st.integers(0, 9_000), max_size=8), st.integers(0, 8))
@settings(deadline=None)
def test_a_long_tag_is_seen_wherever_it_stands(sizes: list[int], tags: int) -> None:
    """Each piece is text behind a break, the first `tags` of them attributes of one tag."""
    pieces = [f"<p a{'b' * size}>" if number < tags else f"<br>{'가' * size}" for number, size in enumerate(sizes)]
    assert _has_long_tag("".join(pieces)) == any(len(piece) > 4_000 for piece in pieces[:tags])
