"""The words of a sentence as people are named in it: brackets and list marks cut, glosses hidden.

`스키트(Christopher Skeete) 퀘벡주 경제장관` is read as `스키트 퀘벡주 경제장관`: what stands in brackets in Latin,
hanja or digits says nothing about who stands where. Hangul brackets stay: they hold names and titles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clipper.extract.spans import Sentence

_GLOSS = re.compile(r"\((?=[A-Za-z\u4e00-\u9fff])[^()]{1,60}\)|\([^()가-힣]{1,60}\)|\[[^\[\]가-힣]{1,60}\]")
_LEGAL = re.compile(r"\((?:주|사|재|유|사단|재단)\)")
_WORD = re.compile(r"[^\s()\[\],·ㆍ‧․・/:;“”\"'‘’「」『』<>《》〈〉=|△▲▷▶□○◇■●◆※→…*!?]+")
_HIDDEN, _KEPT = "\x01", "\x02"


class Word(NamedTuple):
    """A word with its offsets in the sentence (a gloss inside is not in `text`), `gap`, what stood before it, and
    whether it stands inside brackets."""

    start: int
    end: int
    text: str
    gap: str
    inside: bool


def named_words(sentence: Sentence) -> tuple[Word, ...]:
    """All words of a sentence in order."""
    return tuple(_words(sentence.text))


def _words(text: str) -> Iterator[Word]:
    masked = _GLOSS.sub(lambda m: _HIDDEN * len(m[0]), text) if "(" in text or "[" in text else text
    if "(" in masked:
        masked = _LEGAL.sub(lambda m: _KEPT * len(m[0]), masked)
    behind, depth = 0, 0
    for found in _WORD.finditer(masked):
        body = found[0].rstrip(".~-_" + _HIDDEN)
        if not body.strip(_HIDDEN + _KEPT):
            continue
        gap = masked[behind : found.start()].replace(_HIDDEN, "")
        depth = min(1, max(0, depth + gap.count("(") - gap.count(")")))
        start = found.start() + len(body) - len(body.lstrip(_HIDDEN))
        end = found.start() + len(body)
        yield Word(start, end, body.replace(_HIDDEN, "").replace(_KEPT, ""), gap, depth > 0)
        behind = end
