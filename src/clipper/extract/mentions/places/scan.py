"""One pass over a sentence: the longest known name at every place where a name can start."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from clipper.extract.mentions.places.gazetteer import FREE, STRONG, WEAK, Gazetteer, Named
from clipper.extract.mentions.places.model import Cue, Level
from clipper.extract.mentions.places.tails import Tail, gloss, spaced, suffix, tail

_STARTS = re.compile(r"(?<![가-힣])[가-힣]|(?<![A-Za-z])[A-Z]")
_LOCATIVE = frozenset(("에서", "에서는", "에서도", "에서의", "로", "으로", "에서부터"))
_SHORT = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name found in a sentence, before it is known which place it means. Offsets are those of the sentence.

    `end` is that of the name, `close` that of the bracket behind it; `caution` is what the gazetteer asks for.
    """

    start: int
    end: int
    close: int
    named: tuple[Named, ...]
    tail: Tail
    caution: int
    gloss: str = ""
    cue: Cue = "table"

    @property
    def joint(self) -> int:
        """Where the next word starts to matter: behind name, bracket and the rest of the word."""
        return self.close + len(self.tail.text)


def candidates(text: str, known: Gazetteer) -> list[Candidate]:
    """The names of a sentence in order, none inside another."""
    found: list[Candidate] = []
    free = 0
    for run in _STARTS.finditer(text):
        start = run.start()
        while start >= free and (one := _longest(text, start, known)):
            found.append(one)
            free = max(one.end, one.close)
            # Glued to a country or region, the next name starts where this one ends: 미국뉴욕, 경기수원.
            if one.tail.kind != "unknown" or one.named[0].place.level not in ("country", "region"):
                break
            start = one.end
    return found


def _longest(text: str, start: int, known: Gazetteer) -> Candidate | None:
    for name in known.starting(text, start):
        if (one := _candidate(text, start, name, known)) is not None:
            return one
    return None


def _candidate(text: str, start: int, name: str, known: Gazetteer) -> Candidate | None:
    end = start + len(name)
    if name[0].isascii() and text[end : end + 1].isascii() and text[end : end + 1].isalnum():
        return None
    named = known.names[name]
    if (one := _with_suffix(text, start, end, named)) is not None:
        return one
    rest = tail(text, name, end)
    caution = min(entry.caution for entry in named)
    if caution == WEAK and rest.kind == "particle" and rest.text in _LOCATIVE:
        caution = FREE
    if rest.kind == "unknown" and not _kept(text, end, name, named, caution, known):
        return None
    words, close = gloss(text, end) if rest.kind == "end" else ("", end)
    if words:
        caution, rest = FREE, tail(text, name, close)
    return Candidate(start, end, close, named, rest, caution, words)


def _kept(text: str, end: int, name: str, named: tuple[Named, ...], caution: int, known: Gazetteer) -> bool:
    """Whether a name with unknown letters behind it is one: a country or region glued to another name, or a name too
    long or too well known to be part of another word."""
    if caution != FREE:
        return False
    level = named[0].place.level
    if level in ("country", "region") and any(len(n) >= _SHORT for n in known.starting(text, end)):
        return True
    return len(name) > _SHORT or named[0].place.country == "KR" or level == "country"


def _with_suffix(text: str, start: int, end: int, named: tuple[Named, ...]) -> Candidate | None:
    """The name with 시/주/성/현 … behind it, where that fits a place of this name and ends the word."""
    word, close, levels = suffix(text, end)
    if not word or (named[0].place.level in ("country", "continent") and len(named) == 1):
        return None
    rest = tail(text, text[start:close], close)
    if rest.kind == "unknown" or (spaced(text, end) and rest.kind not in ("end", "particle")):
        return None
    fitting = _of_level(named, levels) or _derived(named, levels, spaced(text, end))
    if not fitting:
        return None
    words, last = gloss(text, close) if rest.kind == "end" else ("", close)
    if words:
        rest = tail(text, text[start:close], last)
    return Candidate(start, close, last, fitting, rest, FREE, words, "suffix")


def _of_level(named: tuple[Named, ...], levels: tuple[Level, ...]) -> tuple[Named, ...]:
    """The places abroad of the first level that any is of."""
    for level in levels:
        if found := tuple(Named(e.place) for e in named if e.place.level == level and e.place.country != "KR"):
            return found
    return ()


def _derived(named: tuple[Named, ...], levels: tuple[Level, ...], blank: bool) -> tuple[Named, ...]:
    """A city abroad told as a region or the other way round (`부하라주`): the country stays, the point too."""
    if blank or "district" in levels:
        return ()
    level = levels[0]
    return tuple(
        Named(replace(entry.place, level=level, region=entry.place.region if level == "city" else None))
        for entry in named
        if entry.place.country != "KR" and entry.place.level in ("city", "region") and entry.caution < STRONG
    )

