"""Vietnamese names: a surname and one to four short words apart (`응우옌 반 록`, `쩐 닥 로이`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from clipper.data import rows
from clipper.data import words as column
from clipper.extract.mentions.people.names import surnames
from clipper.extract.mentions.people.words import Word

_PART = re.compile(r"[가-힣]{1,3}")
# Words of one or two syllables that stand between a name and its title.
_NO_PART = frozenset({"전", "현", "신임", "전임", "현직", "전직", "등", "및", "겸", "국가", "당", "시", "성", "군", "도", "주한"})
_MOST = 4


@cache
def _surnames() -> dict[str, bool]:
    return {row["surname"]: row["sure"] == "yes" for row in rows("surnames_vietnamese")}


def spaced_name(words: Sequence[Word], start: int, stop: int) -> int | None:
    """The first word of a Vietnamese name that ends right before `stop`; None where there is none."""
    for first in range(stop - 2, max(start, stop - 1 - _MOST) - 1, -1):
        if not _is_part(words[first + 1]):
            return None
        sure = _surnames().get(words[first].text)
        if sure or (sure is False and words[first + 1].text in column("names_vietnamese", "part") and _tells(words, first, stop)):
            return first
    return None


def _tells(words: Sequence[Word], first: int, stop: int) -> bool:
    """Whether a name with an unsure surname can be nothing else: three words, or two that no Korean surname is among (`또 럼`)."""
    return stop - first > _SHORT or not any(surnames().get(word.text) for word in words[first:stop])


_SHORT = 2
"""Words of a name that a surname and one given name make."""


def _is_part(word: Word) -> bool:
    return word.gap == " " and bool(_PART.fullmatch(word.text)) and word.text not in _NO_PART
