"""Which side of the reference day the clause behind a date points to.

Korean puts the verb last, so the first marked verb behind a date is nearly always the one that governs it:
`20일부터 방문한다고 19일 밝혔다` is a future 20th and a past 19th. The plain present in -ㄴ다 tells a plan in news.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from clipper.extract.mentions.dates.vocabulary import either, words

Tense = Literal["past", "future", "now"]

_FINALS = 28
_SYLLABLES = range(0xAC00, 0xD7A4)


def ending_in(final: int) -> str:
    """A character class of all syllables with this final letter (4 is ㄴ, 20 is ㅆ)."""
    return "[" + "".join(chr(code) for code in _SYLLABLES if (code - 0xAC00) % _FINALS == final) + "]"


@cache
def _marks() -> re.Pattern[str]:
    tense = words().tense
    return re.compile(
        f"(?P<future>{either(tense['future'])})|(?P<now>{either(tense['now'])})|(?P<past>{either(tense['past'])}(?!다))"
        f"|(?P<ss>(?![있겠]){ending_in(20)}(?=[다고으던지는습]))"
        f"|(?P<plain>(?:[가-힣]는|{ending_in(4)})다(?=[.고는며\\s\"”’']|$))"
    )


def in_passing(text: str, position: int) -> bool:
    """Whether the date only tells which: the verb right behind it stands before a noun (`지난 7일 방한한 사무총장`)."""
    found = _marks().search(text, position, position + 8)
    return found is not None and found.lastgroup == "past" and found[0][-1] != "렸"


def tense_after(text: str, position: int) -> Tense | None:
    """The tense of the first marked verb at or behind `position`; None where the sentence has none."""
    found = _marks().search(text, position)
    if found is None:
        return None
    kind = found.lastgroup
    if kind in ("future", "plain"):
        return "future"
    return "now" if kind == "now" else "past"
