"""Paragraphs → sentences.

Korean news ends a sentence with `다.` `요.` `죠.` or another closing mark; what is quoted inside a sentence does not
end it. A paragraph may run several sentences together without a blank (`…했다.이 시장은`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clipper.extract.spans import Sentence

# A closing mark behind Hangul, a bracket or a quote; not a decimal point, an initial or `12. 3.`
_END = re.compile(r"(?<=[가-힣)\]”’\"'])[.?!。]+[\"”’')\]]*(?=\s|$|[가-힣\"“‘'(□○△▲▶◇■●])")
_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉"}
# An unbalanced opening mark must not swallow the rest of the article.
_LONGEST_QUOTE = 600


def split(paragraphs: Sequence[str]) -> tuple[Sentence, ...]:
    """All sentences of an article in order."""
    found: list[Sentence] = []
    for number, text in enumerate(paragraphs):
        quotes = tuple(_quotes(text))
        start = 0
        for end in _ends(text, quotes):
            piece = text[start:end]
            left = len(piece) - len(piece.lstrip())
            if piece.strip():
                own = tuple(q for q in quotes if q[0] < end and q[1] > start)
                found.append(Sentence(number, start + left, end, piece.strip(), len(found), own))
            start = end + (len(text[end:]) - len(text[end:].lstrip()))
    return tuple(found)


def _ends(text: str, quotes: tuple[tuple[int, int], ...]) -> Iterator[int]:
    for mark in _END.finditer(text):
        if not any(start <= mark.start() < end for start, end in quotes):
            yield mark.end()
    if text.rstrip():
        yield len(text.rstrip())


def _quotes(text: str) -> Iterator[tuple[int, int]]:
    """Inner spans of quotations, outermost only; straight marks are paired in order."""
    at = 0
    while at < len(text):
        close = _PAIRS.get(text[at])
        if text[at] == '"' or (text[at] == "'" and (at == 0 or not text[at - 1].isalnum())):
            close = text[at]
        if close is None:
            at += 1
            continue
        end = text.find(close, at + 1, at + _LONGEST_QUOTE)
        if end < 0:
            at += 1
            continue
        yield at + 1, end
        at = end + 1
