"""Patterns that are written to be searched with quickly find what the plain ones find."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from clipper.data import rows
from clipper.extract.frames.trip.triggers import _lexicon
from clipper.extract.mentions.places.gazetteer import gazetteer
from clipper.extract.mentions.places.scan import _starts
from clipper.extract.patterns import any_word

_LETTERS = st.text(alphabet="가나다 a.(", max_size=16)
_RUNS = re.compile(r"[가-힣]+|[A-Za-z]+")
_TRIP_WORDS = "방문길국빈일정찾았을다녀왔순현장 들러에로어갔떠난는한출당머물체류중할행비기"


@given(st.lists(st.text(alphabet="가나다 a.(", min_size=1, max_size=3), min_size=1, max_size=6), _LETTERS)
def test_words_by_first_letter_match_as_side_by_side(words: list[str], text: str) -> None:
    plain = re.compile("|".join(map(re.escape, words)))
    assert [m.span() for m in re.finditer(any_word(words), text)] == [m.span() for m in plain.finditer(text)]


@given(st.lists(st.one_of(st.sampled_from(sorted(gazetteer().places)), st.text(alphabet="가나괌 .ABUabu1\n", max_size=3)), max_size=8))
def test_words_that_begin_as_names_do_are_found_at_every_run_of_letters(parts: list[str]) -> None:
    text, known = "".join(parts), gazetteer()
    runs = (run.start() for run in _RUNS.finditer(text))
    named = [at for at in runs if (text[at : at + 2] in known.lengths or text[at] in known.short) and not text[at].islower()]
    assert _starts(text, known) == named


@given(st.text(alphabet=_TRIP_WORDS, max_size=16))
def test_words_of_travel_match_as_their_table_has_them(text: str) -> None:
    table = rows("trip_triggers")
    plain = re.compile("|".join(f"(?P<t{at}>{row['pattern']})" for at, row in enumerate(table)))
    pattern, told = _lexicon()
    found = [(m.span(), told[(m.lastindex or 1) - 1]) for m in pattern.finditer(text)]
    assert found == [(m.span(), table[int((m.lastgroup or "t0")[1:])]) for m in plain.finditer(text)]
