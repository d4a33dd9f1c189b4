"""How patterns are written that a text is searched with quickly."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_word(words: Iterable[str]) -> str:
    """Any of some words, by their first letters: `가나|다라|다마` as `(?:가(?:나)|다(?:라|마))`.

    It matches what the words side by side match, and where several do, the one that comes first. `re` skips to the first letters
    either way; but at each of these it tries every word that stands in the pattern, and of a long list only a few begin alike.
    """
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    groups = (f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    return f"(?:{'|'.join(groups)})"
