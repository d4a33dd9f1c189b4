"""Who the text is about where a clause does not say it: the topic of the sentences before, the pair in the headline."""

from __future__ import annotations

import re
from dataclasses import replace

from clipper.extract.frames.mou.acting import employer, employer_of_one, person_at, resolve_short
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.joined import DELEGATIONS
from clipper.extract.frames.mou.party import Party, party_of
from clipper.extract.mentions.orgs.aliases import is_short_for, key
from clipper.extract.mentions.orgs.names import bare_name
from clipper.extract.mentions.orgs.words import Word
from clipper.extract.mentions.people import PersonMention
from clipper.extract.spans import Sentence, Span

_LOOK_BACK = 8


def topic_before(context: Context, sentence: Sentence, known: frozenset[str]) -> Party | None:
    """Who the sentences before are about, beside the `known`: the nearest topic that is a body, or a person who acts for one."""
    for number in range(sentence.index - 1, max(-1, sentence.index - _LOOK_BACK), -1):
        before = context.analysis.sentences[number]
        row = context.row(before)
        for word in row[:8]:
            if before.quoted(word.span.start):
                break
            party = _acting(context, row, word)
            if party and party.key not in known:
                return replace(party, rule="topic", sure=0.75)
            if word.role in ("topic", "subject") and not _leads(row, word):
                break
    return None


def _leads(row: tuple[Word, ...], word: Word) -> bool:
    """`부지사가 이끄는 가람도 사절단이`: who leads the body that the sentence is about."""
    behind = row[word.index + 1] if word.index + 1 < len(row) else None
    return behind is not None and (behind.core + behind.particle).startswith(("이끄는", "이끈", "인솔하는", "인솔한"))


def _acting(context: Context, row: tuple[Word, ...], word: Word) -> Party | None:
    person = person_at(context, word, row[max(0, word.index - 3)])
    if person:
        return employer(context, person) or employer_of_one(context, person)
    short = resolve_short(context, word)
    if short:
        return short
    if word.role not in ("topic", "subject"):
        return None
    if word.core.endswith(DELEGATIONS) and word.index:  # `가람군 방문단은`
        word = row[word.index - 1]
    mention = context.org_at(word)
    if mention and mention.span.end >= word.name_span.end - 1:
        return party_of(context, mention.name, mention.span, "topic", 0.75, mention.kind)
    return None


_RANKS = ("실장", "국장", "정책관", "차관", "과장", "부시장", "부지사", "부군수", "부교육감", "본부장", "권한대행", "직무대행")


def by_rank(context: Context, word: Word, person: PersonMention) -> Party | None:
    """`유 실장은`: an officer of the body that the sentences before are about."""
    if not (person.title or "").endswith(_RANKS):
        return None
    for sentence in context.analysis.sentences:
        if sentence.span.covers(word.span):
            return topic_before(context, sentence, frozenset())
    return None


_HEADLINE_PAIR = re.compile(r"^[\"'“‘\[(]*(?P<a>[^,‘“\"'·…]{2,24}?)\s?[-–·]\s?(?P<b>[^,‘“\"'·…-]{2,24}?)\s?(?=,|…|‘|“|'|맞손|손|업무)")


def headline_pair(context: Context, known: frozenset[str]) -> tuple[Party, ...]:
    """`A-B, …`: the headline joins two names; where one is a party, the other is too, if the text has it."""
    hit = _HEADLINE_PAIR.match(context.analysis.article.title or "")
    if not hit:
        return ()
    pair = [bare_name(hit["a"]), bare_name(hit["b"])]
    if not any(_is_one_of(name, known) for name in pair):
        return ()
    found = (_in_text(context, name) for name in pair if not _is_one_of(name, known))
    return tuple(p for p in found if p)


_HEADLINE_WITH = re.compile(
    r"^(?P<a>[^,‘“\"'·…\s]{2,20}),\s?(?P<b>[^,‘“\"'·…]{2,24}?)[와과]\s[^,…]{0,30}(?:협약|MOU|협정|결연|양해각서|맞손|손잡)"
)


def headline_with(context: Context) -> tuple[Party, ...]:
    """`A, B와 … 협약`: the two whom the text only calls 양 기관."""
    hit = _HEADLINE_WITH.match(context.analysis.article.title or "")
    found = [_in_text(context, bare_name(hit[side])) for side in "ab"] if hit else []
    return tuple(p for p in found if p) if all(found) else ()


def _is_one_of(name: str, known: frozenset[str]) -> bool:
    own = key(name)
    return own in known or any(is_short_for(own, k) for k in known)


def _in_text(context: Context, name: str) -> Party | None:
    for number, paragraph in enumerate(context.analysis.article.paragraphs):
        at = paragraph.find(name)
        if at >= 0:
            return party_of(context, name, Span(number, at, at + len(name)), "headline", 0.8)
    return None
