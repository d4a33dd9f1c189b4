"""What holds of every text."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipper.extract.mentions.places import PlaceMention, find_places
from clipper.extract.mentions.places.gazetteer import FREE, gazetteer
from clipper.extract.sentences import split
from clipper.extract.spans import Sentence

CORPUS = Path("/work/shared/corpus/articles.jsonl")
RANK = ["continent", "country", "region", "city", "district"]
NAMES = sorted(gazetteer().places)
BITS = st.one_of(
    st.sampled_from(NAMES),
    st.sampled_from([" ", " ", "시", "주", "성", "현", "을 ", "에서 ", "와 ", "의 ", "·", ", ", "(", ")"]),
    st.sampled_from(["4개국(", "美", "中", "방", "주한 "]),
    st.text(alphabet="가나다라 마바사.,·()한미일중시도군구A北", max_size=6),
)


def check(paragraphs: tuple[str, ...], found: tuple[PlaceMention, ...]) -> None:
    """Names are as written, in order, none inside another; a parent is a larger place that stands before."""
    for mention in found:
        span = mention.span
        assert paragraphs[span.paragraph][span.start : span.end] == mention.name != ""
    for one, other in pairwise(found):
        assert one.span < other.span
        assert not one.span.overlaps(other.span)
    for at, mention in enumerate(found):
        if mention.parent is not None:
            assert mention.parent < at
            above = found[mention.parent]
            assert RANK.index(above.level) < RANK.index(mention.level)
            assert above.level == "continent" or above.country == mention.country


@settings(max_examples=300, deadline=None)
@given(st.lists(BITS, max_size=25).map("".join))
def test_any_mixture_of_names_and_marks(text: str) -> None:
    sentences = (Sentence(0, 0, len(text), text),)
    found = find_places(sentences)
    check((text,), found)
    assert found == find_places(sentences)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    paragraphs = (text,)
    check(paragraphs, find_places(split(paragraphs)))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(NAMES))
def test_a_country_before_a_name_decides(name: str) -> None:
    """Behind the name of its country, every place of the tables is found, wary or not."""
    entry = gazetteer().named(name)[0]
    code = entry.place.country
    above = next((n for n in NAMES if _is_country(n) and gazetteer().named(n)[0].place.country == code), None)
    if code == "KR" or above is None or entry.place.level == "country":
        return
    text = f"{above} {name}에서"
    assert any(mention.span.end >= len(above) + 1 + len(name) and mention.country == code for mention in _found(text))


def _is_country(name: str) -> bool:
    first = gazetteer().named(name)[0]
    return first.place.level == "country" and first.caution == FREE


def _found(text: str) -> tuple[PlaceMention, ...]:
    return find_places((Sentence(0, 0, len(text), text),))


@pytest.mark.skipif(not CORPUS.exists(), reason="the shared corpus is not here")
def test_real_articles() -> None:
    for line in CORPUS.read_text("utf-8").splitlines():
        article = json.loads(line)
        paragraphs = tuple((article["text"] or "").split("\n"))
        check(paragraphs, find_places(split(paragraphs)))
