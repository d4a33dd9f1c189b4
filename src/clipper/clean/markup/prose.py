"""How much of a line reads like the sentences of Korean news."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clipper.clean.markup.outline import Line, Outline

ENDING = re.compile(
    r"""[다요죠까네라자오임음함됨][.!?…]|[다요죠까][)\]"'”’』」>]*$|(?:[가-힣]{2}\.|[.!?]["”’']?)$"""
)
_HANGUL = re.compile("[가-힣]")
_LATIN_SENTENCE = re.compile(r"[a-z]{2}[.!?](?:\s|$)")
_WORD = re.compile(r"[가-힣A-Za-z]{2,}")
_SHORT, _LONG = 15, 70


def prose(line: Line) -> float:
    """How many characters of a line are news prose: 0 for menus, names, dates and linked headlines."""
    size = len(line.text)
    plain = size - line.linked
    if plain < _SHORT or line.linked * 2 > size:
        return 0.0
    if _HANGUL.search(line.text):
        return float(plain) if ENDING.search(line.text) else plain * 0.6 if plain >= _LONG else 0.0
    return plain * 0.5 if plain >= _LONG and _LATIN_SENTENCE.search(line.text) else 0.0


def worths_of(lines: Sequence[Line]) -> list[float]:
    """The prose of each line; most lines of a page are too short for any."""
    return [prose(line) if len(line.text) - line.linked >= _SHORT else 0.0 for line in lines]


def inside(page: Outline, node: int, prose: Sequence[float]) -> float:
    """The prose inside an element; `prose` are running sums over the lines."""
    return prose[page.last[node]] - prose[page.first[node]]


def keys_of(text: str) -> set[str]:
    """The first two letters of each word: what Korean inflection leaves alone."""
    return {word[:2] for word in _WORD.findall(text)}
