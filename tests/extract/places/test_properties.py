"""What holds of every text."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipper.extract.mentions.places import PlaceMention, find_places, may_be_places
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


def check_first_look(sentences: tuple[Sentence, ...], found: tuple[PlaceMention, ...]) -> None:
    """The look before all sentences are read leaves out no place of any."""
    for sentence in sentences:
        maybe = {sentence.at(name.start, name.end) for name in may_be_places(sentence, sentences)}
        assert maybe.issuperset(mention.span for mention in found if sentence.span.covers(mention.span))


TAUGHT = (
    "미국 스노퀄미카운티", "중국 광둥성 양장시", "미국 버논(Vernon)에서", "스노퀄미카운티를 ",
    "버논으로 ", "일본 야즈정", "야즈정이 ",
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(st.one_of(BITS, st.sampled_from(TAUGHT)), max_size=8).map("".join), max_size=5))
def test_the_first_look_leaves_out_no_place(texts: list[str]) -> None:
    sentences = tuple(Sentence(number, 0, len(text), text, number) for number, text in enumerate(texts))
    check_first_look(sentences, find_places(sentences))


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
        sentences = split(paragraphs)
        found = find_places(sentences)
        check(paragraphs, found)
        check_first_look(sentences, found)
