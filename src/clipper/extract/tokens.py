"""Eojeol tokens: what stands between blanks, cut into a stem and its particle.

No dictionary of words is needed: Korean news puts names before particles, and whether `은` or `는` may follow is
told by the syllable before it (a final consonant or none). A stem may still be ambiguous (`경기도` + nothing,
`경기` + `도`): `Token` keeps the longest particle, and `readings` gives all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from clipper.data import rows
from clipper.extract.spans import Sentence, Span

_EOJEOL = re.compile(r"\S+")
_TRIM_LEFT = "\"'“‘「『《〈<([{·ㆍ‧△▲▷▶□○◇■●◆※-"
_TRIM_RIGHT = "\"'”’」』》〉>)]},.;:!?…·ㆍ‧"
_LONGEST = 5
_KEPT = 1 << 14  # words: bounded, for a batch may meet any number of them
_GLOSS = re.compile(r"\([^()]*\)$")
_FINALS = {"yes": ("rieul", "closed"), "no": ("none",), "closed": ("closed",), "rieul_or_no": ("rieul", "none")}


class Reading(NamedTuple):
    """A stem, the particle behind it (empty if none) and the particle's role (empty if none)."""

    stem: str
    particle: str
    role: str


class Token(NamedTuple):
    """One eojeol without surrounding punctuation. `span` covers stem and particle; `stem_span` the stem alone."""

    span: Span
    text: str
    stem: str
    particle: str
    role: str
    before: str = ""
    after: str = ""

    @property
    def stem_span(self) -> Span:
        """Where the stem stands."""
        return Span(self.span.paragraph, self.span.start, self.span.start + len(self.stem))


def final(char: str) -> str:
    """`none`, `rieul` or `closed` for a Hangul syllable; `any` for what has no Korean reading of its own."""
    code = ord(char) - 0xAC00
    if not 0 <= code < 11172:
        return "any"
    last = code % 28
    return "none" if last == 0 else "rieul" if last == 8 else "closed"


def fits(before: str, stem: str) -> bool:
    """Whether a particle that wants `before` may follow `stem`; a bracket is looked through (`퀘벡(Quebec)은`)."""
    last = stem[-1:]
    if not "가" <= last <= "힣":
        bare = _GLOSS.sub("", stem) if stem.endswith(")") else stem
        last = bare.rstrip("\"'”’」』》〉>)")[-1:]
    if not last or before == "any":
        return bool(last)
    kind = final(last)
    return kind == "any" or kind in _FINALS[before]


@cache
def _particles() -> dict[str, tuple[tuple[str, str], ...]]:
    """What a particle wants before it, and its role, in every row of the table that has it."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in rows("particles"):
        if len(row["particle"]) <= _LONGEST:
            found[row["particle"]] = (*found.get(row["particle"], ()), (row["before"], row["role"]))
    return found


@cache
def _last_letters() -> frozenset[str]:
    return frozenset(particle[-1] for particle in _particles())


@lru_cache(maxsize=_KEPT)
def readings(text: str) -> tuple[Reading, ...]:
    """All cuts of an eojeol into stem and particle, longest particle first, the uncut word last."""
    whole = Reading(text, "", "")
    if text[-1:] not in _last_letters():
        return (whole,)
    particles = _particles()
    found = []
    for size in range(min(len(text) - 1, _LONGEST), 0, -1):
        for before, role in particles.get(text[-size:], ()):
            if fits(before, text[:-size]):
                found.append(Reading(text[:-size], text[-size:], role))
    return (*found, whole)


def tokens(sentence: Sentence) -> tuple[Token, ...]:
    """The eojeols of a sentence in order."""
    return tuple(_tokens(sentence))


def _tokens(sentence: Sentence) -> Iterator[Token]:
    paragraph, offset = sentence.paragraph, sentence.start
    for found in _EOJEOL.finditer(sentence.text):
        before, kept, after = _bare(found[0])
        if not kept:
            continue
        best = readings(kept)[0]
        start = offset + found.start() + len(before)
        span = Span(paragraph, start, start + len(kept))
        yield Token(span, kept, best.stem, best.particle, best.role, before, after)


@lru_cache(maxsize=_KEPT)
def _bare(word: str) -> tuple[str, str, str]:
    """What stands before a word, the word, and what stands behind it."""
    body = word.lstrip(_TRIM_LEFT)
    kept = body.rstrip(_TRIM_RIGHT)
    # A closing bracket whose opening one is inside belongs to the word: `한국과학기술원(KAIST)`.
    if body[len(kept) : len(kept) + 1] in (")", "]") and kept.count("(") > kept.count(")"):
        kept = body[: len(kept) + 1]
    return word[: len(word) - len(body)], kept, body[len(kept) :]
