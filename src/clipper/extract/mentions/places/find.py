"""All places of an article: names and letters are found, put in chains and lists, and told apart.

Korean news puts the larger place first (`캐나다 퀘벡주 셔브룩`), lists places of one kind with a middle dot, a comma
or 와/과, and lets a country named once hold for the names behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from clipper.extract.mentions.places.choose import Chain
from clipper.extract.mentions.places.gazetteer import FREE, gazetteer
from clipper.extract.mentions.places.letters import letters
from clipper.extract.mentions.places.model import Place, PlaceMention
from clipper.extract.mentions.places.scan import Candidate, candidates
from clipper.extract.mentions.places.siblings import counted, siblings
from clipper.extract.mentions.places.unknown import again, learned, may_teach, unknown
from clipper.extract.spans import Sentence

_KEPT = 512  # sentences of one article


def find_places(sentences: Sequence[Sentence]) -> tuple[PlaceMention, ...]:
    """The places of an article in order of their spans.

    Names that are part of a longer word (`대전시장`, `서울대`, `일본인`) are given too, with `within` saying of what.
    """
    found: list[Sequence[Candidate]] = [_names(sentence.text) for sentence in sentences]
    countries = _countries(found)
    new = learned(one for names in found for one in names)
    if new:
        found = [_with_again(sentence.text, names, new) for sentence, names in zip(sentences, found, strict=True)]
    mentions: list[PlaceMention] = []
    for sentence, names in zip(sentences, found, strict=True):
        if names:
            mentions += Chain(sentence, names, countries, offset=len(mentions)).mentions()
    return tuple(mentions)


def may_be_places(sentence: Sentence, sentences: Sequence[Sentence]) -> Iterator[Candidate]:
    """What may be a place of one sentence of an article: a look before all its sentences are read. `find_places` gives
    no other place there."""
    text = sentence.text
    own = _names(text)
    countries = frozenset(entry.place.country or "" for one in own for entry in one.named)  # whichever the article names
    if own and Chain(sentence, own, countries, offset=0).mentions():
        yield from own
    teachers = may_teach(text, (other.text for other in sentences))
    if new := learned(name for other in teachers for name in _names(other)):
        yield from _with_again(text, own, new)


@lru_cache(maxsize=_KEPT)
def _names(text: str) -> tuple[Candidate, ...]:
    """The names of a sentence by itself; kept, for the first look and the whole article ask for the same."""
    return tuple(_found(text))


def _found(text: str) -> list[Candidate]:
    """Names and letters in order; a letter inside a name is dropped, and a name inside 방미, 주한 … too."""
    known = gazetteer()
    names = candidates(text, known)
    if single := letters(text, known):
        taken = {at for one in single for at in range(one.start, one.end)}
        names = [one for one in names if not taken.intersection(range(one.start, one.end))]
        found = {one.start: one for one in (*single, *names)}
        names = sorted(found.values(), key=lambda one: one.start)
    more = unknown(text, names)
    names = sorted((*names, *more), key=lambda one: one.start) if more else names
    if names and (more := siblings(text, names)):
        names = sorted((*names, *more), key=lambda one: one.start)
    return counted(text, names) if names and "도시" in text else names


def _with_again(text: str, names: Sequence[Candidate], new: Mapping[str, Place]) -> Sequence[Candidate]:
    more = list(again(text, names, new))
    return sorted((*names, *more), key=lambda one: one.start) if more else names


def _countries(found: Sequence[Sequence[Candidate]]) -> frozenset[str]:
    """The countries that the article names beyond doubt."""
    return frozenset(
        one.named[0].place.country or ""
        for names in found
        for one in names
        if one.caution == FREE and len({entry.place.country for entry in one.named}) == 1
    )
