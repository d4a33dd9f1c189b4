"""Eojeols are cut into stem and particle by the syllable before the particle."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.data import rows
from clipper.extract.sentences import split
from clipper.extract.tokens import final, fits, readings, tokens

CUTS = [
    ("한별시는", "한별시", "는", "topic"),
    ("대학은", "대학", "은", "topic"),
    ("대학는", "대학는", "", ""),  # `는` can't follow a final consonant
    ("퀘벡(Quebec)은", "퀘벡(Quebec)", "은", "topic"),
    ("서울로", "서울", "로", "by"),  # ㄹ counts as no final consonant
    ("부산으로", "부산", "으로", "by"),
    ("KAIST와", "KAIST", "와", "with"),
    ("KAIST과", "KAIST", "과", "with"),  # how a Latin word is read aloud is not told
    ("몬트리올에서는", "몬트리올", "에서는", "at_doing"),
    ("시장과의", "시장", "과의", "with_of"),
    ("도", "도", "", ""),  # a particle alone is a word
]


@pytest.mark.parametrize(("word", "stem", "particle", "role"), CUTS)
def test_longest_fitting_particle(word: str, stem: str, particle: str, role: str) -> None:
    found = readings(word)[0]
    assert (found.stem, found.particle, found.role) == (stem, particle, role)


def test_the_uncut_word_is_always_a_reading() -> None:
    assert [r.stem for r in readings("경기도")] == ["경기", "경기도"]


def test_finals() -> None:
    assert [final(c) for c in "가각갈A"] == ["none", "closed", "rieul", "any"]


def test_punctuation_is_not_part_of_a_token() -> None:
    (sentence,) = split(("‘한별시(시장 박가온)’는, 새봄대(총장 이하늘)와",))
    assert [t.text for t in tokens(sentence)] == ["한별시(시장", "박가온)’는", "새봄대(총장", "이하늘)와"]


@given(st.text(alphabet="가각는은를을에서(A) .’", max_size=40))
def test_spans_ground_and_stems_lead(text: str) -> None:
    for sentence in split((text,)):
        for token in tokens(sentence):
            assert text[token.span.start : token.span.end] == token.text == token.stem + token.particle


def test_every_particle_fits_somewhere() -> None:
    for row in rows("particles"):
        assert any(fits(row["before"], stem) for stem in ("가", "각", "갈")), row
