"""Sentences about two travellers, cut where the second takes over (`A 회장은 … 출국했으며 B 회장은 …`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clipper.extract.analysis import Analysis
from clipper.extract.mentions.dates.tense import ending_in
from clipper.extract.mentions.people import PersonMention
from clipper.extract.spans import Sentence, within

# A clause with a tense of its own: syllables in ㅆ before 으며 or 고, `예정이며`, `계획이고`.
# What it begins with comes first, in one class: so a text is searched quickly.
_NOUNS = r"(?:(?<=예)정|(?<=계)획|(?<=방)침|(?<=상)태|(?<=중))이(?:며|고)"
_CLAUSE_END = re.compile(rf"[예계방상중{ending_in(20)[1:-1]}](?:{_NOUNS}|(?<![예계방상중])(?:으며|고)),?\s")
_LISTED = re.compile(r"\s?[,·]\s?[^,]{2,30}?(?:등)?(?:은|는|이|도)\s")
_ACTS = frozenset({"topic", "subject", "also"})
_ABOUT = frozenset({"topic", "also"})
_NEAR = 14
"""Letters between the end of a clause and the name of whoever takes over (`, 이어 `)."""


def clauses(sentence: Sentence, analysis: Analysis) -> Iterator[Sentence]:
    """The clauses of a sentence that have each a person of their own as subject; mostly the sentence itself."""
    start = 0
    for found in _CLAUSE_END.finditer(sentence.text):
        if sentence.quoted(sentence.start + found.start()):
            continue
        named = [p for p in within(analysis.people, sentence.span) if p.name and not p.bracketed]
        cut = found.end() + sentence.start
        before = any(start + sentence.start <= p.span.start < cut and p.role in _ACTS for p in named)
        if (before and any(_takes_over(sentence, p, cut) for p in named)) or _bodies_take_turns(sentence, analysis, start, cut):
            yield _part(sentence, start, found.end())
            start = found.end()
    yield _part(sentence, start, len(sentence.text)) if start else sentence


def _bodies_take_turns(sentence: Sentence, analysis: Analysis, start: int, cut: int) -> bool:
    """`가온구의회는 … 출장을 예정하고 있고, 나루구의회는 … 출국한다`: a body as the topic of what ends at `cut`, another right behind."""
    orgs = [o for o in within(analysis.orgs, sentence.span) if _TOPIC.match(sentence.text, o.span.end - sentence.start)]
    return any(start <= o.span.start - sentence.start < cut - sentence.start for o in orgs) and any(o.span.start == cut for o in orgs)


_TOPIC = re.compile(r"(?:\([^()]*\))?[은는]\s")


def _takes_over(sentence: Sentence, person: PersonMention, cut: int) -> bool:
    """Whether somebody is what a clause is about that starts at `cut`: right there as its subject, or anywhere as its topic."""
    near = cut <= person.span.start <= cut + _NEAR and _acts(sentence, person)
    return near or (person.span.start >= cut and person.role in _ABOUT)


def _acts(sentence: Sentence, person: PersonMention) -> bool:
    """Whether somebody is the subject of a clause, or the first of a list that is."""
    listed = _LISTED.match(sentence.text, person.span.end - sentence.start)
    return person.role in _ACTS or bool(listed)


def _part(sentence: Sentence, start: int, end: int) -> Sentence:
    text = sentence.text[start:end].rstrip()
    return sentence._replace(start=sentence.start + start, end=sentence.start + start + len(text), text=text)
