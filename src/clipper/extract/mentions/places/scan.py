"""One pass over a sentence: the longest known name at every place where a name can start."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from clipper.data import rows
from clipper.extract.mentions.places.gazetteer import FREE, STRONG, WEAK, Gazetteer, Named
from clipper.extract.mentions.places.model import Cue
from clipper.extract.mentions.places.tails import Suffix, Tail, body_in, gloss, is_doctrine, spaced, suffix, tail
from clipper.extract.tokens import readings

_LOCATIVE = frozenset(("에서", "에서는", "에서도", "에서의", "에서부터"))
_BEHIND_GLOSS = frozenset(("에서", "에", "를", "을", "로", "으로", "의", "와", "과"))
_CLOSING = "\"'”’」』》〉)]"
_SHORT = 2
_PROVINCES = ("성", "省")


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


@cache
def words_not(kind: str) -> tuple[str, ...]:
    """The words of `places_not.tsv` of one kind."""
    return tuple(row["word"] for row in rows("places_not") if row["kind"] == kind)


def candidates(text: str, known: Gazetteer) -> list[Candidate]:
    """The names of a sentence in order, none inside another."""
    found: list[Candidate] = []
    free = 0
    for start in _starts(text, known):
        while free <= start < len(text) and (one := _longest(text, start, known)):
            found.append(one)
            free = max(one.end, one.close)
            # Glued to a country or region, the next name starts where this one ends: 미국뉴욕, 경기수원.
            if one.tail.kind != "unknown" or one.named[0].place.level not in ("country", "region"):
                break
            start = one.end
    return found


def _starts(text: str, known: Gazetteer) -> list[int]:
    """Where a word, or what a word in other letters goes on with, begins as a name does."""
    heads, short = known.lengths, known.short
    return [
        at for head in known.head.finditer(text) if text[(at := head.start()) : at + 2] in heads or text[at] in short
    ]  # fmt: skip


def _longest(text: str, start: int, known: Gazetteer) -> Candidate | None:
    names = known.starting(text, start)
    if not names or text.startswith(words_not("start"), start):
        return None
    return next((one for name in names if (one := _candidate(text, start, name, known)) is not None), None)


def _candidate(text: str, start: int, name: str, known: Gazetteer) -> Candidate | None:
    end = start + len(name)
    if name[0].isascii() and text[end : end + 1].isascii() and text[end : end + 1].isalnum():
        return None
    named = known.named(name)
    if (one := _with_suffix(text, start, end, named)) is not None:
        return one
    rest = tail(text, name, end)
    caution = min(entry.caution for entry in named)
    if rest.kind == "verb" or _is_particle(text, start, name):
        return None
    if caution == WEAK and rest.kind == "particle" and rest.text in _LOCATIVE:
        caution = FREE
    if rest.kind in ("unknown", "word") and not _kept(text, end, name, named[0], rest, caution, known):
        return None
    return _glossed(Candidate(start, end, end, named, rest, caution), text)


def _glossed(one: Candidate, text: str) -> Candidate:
    """With the bracket behind the name, and the particle behind that: a cue, if the whole is told as a place."""
    words, close = gloss(text, one.end) if one.tail.kind == "end" else ("", one.end)
    if not words:
        return one
    rest = tail(text, text[one.start : one.end], close)
    behind, end = suffix(text, close)
    if rest.kind == "unknown" and behind and (after := tail(text, text[close:end], end)).kind in ("end", "particle"):
        rest = Tail("particle", rest.text) if after.text else Tail("end", rest.text)
    told = one.caution == FREE or (rest.text in _BEHIND_GLOSS and any(char.islower() for char in words))
    return replace(one, close=close, tail=rest, gloss=words, caution=FREE if told else one.caution)


def _is_particle(text: str, start: int, name: str) -> bool:
    """Whether the name is but a particle behind a closing quotation mark: ‘운명’이란."""
    if start == 0 or text[start - 1] not in _CLOSING:
        return False
    return any(reading.particle == name for reading in readings("국" + name))


def _kept(text: str, end: int, name: str, first: Named, rest: Tail, caution: int, known: Gazetteer) -> bool:
    """Whether a name with more letters behind it is one: a country or region glued to another name, or a name too
    long or too well known to be part of another word."""
    level, korean = first.place.level, first.place.country == "KR"
    glued = level in ("country", "region") and any(len(n) >= _SHORT for n in known.starting(text, end))
    if caution != FREE:
        return glued and korean
    if rest.kind == "word":
        # 홍성식, 안동민 are persons, 로메인 a lettuce; 서울식, 한국인, 나주시민 are what they seem.
        known_well = level in ("country", "continent") or (korean and (level == "region" or len(rest.text) > 1))
        return known_well or len(name) > _SHORT
    if glued or level in ("country", "continent") or (korean and level == "region"):
        return True
    return body_in(rest.text) if korean else len(name) > _SHORT


def _with_suffix(text: str, start: int, end: int, named: tuple[Named, ...]) -> Candidate | None:
    """The name with 시/주/성/현 … behind it, where that fits a place of this name and ends the word."""
    found, close = suffix(text, end)
    if found is None or all(entry.place.level in ("country", "continent") for entry in named):
        return None
    rest = tail(text, text[start:close], close)
    if rest.kind in ("unknown", "verb") or (spaced(text, end) and rest.kind not in ("end", "particle")):
        return None
    fitting = _of_level(named, found)
    if not fitting and not spaced(text, end) and not is_doctrine(text[end:close], rest):
        fitting = _derived(named, found)
    if not fitting:
        return None
    caution = min(entry.caution for entry in fitting)
    free = tuple(Named(entry.place) for entry in fitting)
    # An ordinary word of two syllables and 시 (`when`) is left open: 경기 둔화시. Its country decides.
    wary = caution if caution == STRONG and end - start <= _SHORT and not _province(text[end:close], fitting) else FREE
    one = Candidate(start, close, close, free, rest, wary, cue="suffix")
    return _glossed(one, text)


def _province(ending: str, fitting: list[Named]) -> bool:
    """`산동성`, `강소성`: an old reading of a province's name, with the word for one, is no ordinary word."""
    return ending in _PROVINCES and any(entry.place.level == "region" and entry.place.region for entry in fitting)


def _of_level(named: tuple[Named, ...], suffix: Suffix) -> list[Named]:
    """The places abroad of the first level of a suffix that any is of."""
    for level in suffix.levels:
        if found := [e for e in named if e.place.level == level and suffix.used_in(e.place.country)]:
            return found
    return []


def _derived(named: tuple[Named, ...], suffix: Suffix) -> list[Named]:
    """A city abroad told as a region or the other way round (`부하라주`): the country stays, the point too."""
    level = suffix.levels[0]
    if level == "district":
        return []
    return [
        Named(replace(entry.place, level=level, region=entry.place.region if level == "city" else None), entry.caution)
        for entry in named
        if entry.place.level in ("city", "region") and suffix.used_in(entry.place.country)
    ]
