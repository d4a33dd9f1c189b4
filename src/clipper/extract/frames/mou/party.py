"""One party of an agreement, as a clause names it."""

from __future__ import annotations

from dataclasses import dataclass

from clipper.extract.frames.mou.context import Context
from clipper.extract.mentions.orgs.aliases import key
from clipper.extract.mentions.orgs.words import Word
from clipper.extract.spans import Span


@dataclass(frozen=True, slots=True)
class Party:
    """A party as one clause names it: its name, the spans that say so, how it was found, and how sure it is (1 sure, 0 a guess)."""

    key: str
    name: str
    spans: tuple[Span, ...]
    rule: str
    sure: float
    kind: str = ""
    person: bool = False


def party_of(context: Context, name: str, span: Span, rule: str, sure: float, kind: str = "") -> Party:
    """A party by a name, in the fullest form that the article has of it."""
    known = context.bodies.get(key(name))
    full = known.canonical if known else context.with_level(name)
    return Party(key(full), full, (span,), rule, sure, kind or (known.kind if known else ""))


def stands_on_place(context: Context, word: Word) -> bool:
    """Whether a word is the name of a place."""
    return any(p.span.overlaps(word.name_span) for p in context.analysis.places if p.span.paragraph == word.span.paragraph)
