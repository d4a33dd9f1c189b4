"""People: names and titles in every order, offices without a name, and one person through the article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from clipper.extract.mentions.orgs import OrgMention
from clipper.extract.mentions.people.again import again
from clipper.extract.mentions.people.body import known
from clipper.extract.mentions.people.identity import identified
from clipper.extract.mentions.people.lone import lone
from clipper.extract.mentions.people.mention import PersonMention
from clipper.extract.mentions.people.phrases import Naming, namings
from clipper.extract.mentions.people.titles import may_hold_title, titled
from clipper.extract.mentions.people.words import Word, named_words
from clipper.extract.mentions.places import PlaceMention
from clipper.extract.spans import Sentence

__all__ = ["PersonMention", "find_people"]


def find_people(
    sentences: Sequence[Sentence], places: Sequence[PlaceMention], orgs: Sequence[OrgMention]
) -> tuple[PersonMention, ...]:
    """All people and offices of an article, in order of mention."""
    found: list[PersonMention] = []
    for sentence in sentences:
        if may_hold_title(sentence.text):
            words = named_words(sentence)
            if not any(titled(word.text) for word in words):
                continue
            own = known(sentence, places, orgs)
            told = (_with_second_office(_acting(_mention(n, words, sentence), sentence), sentence) for n in namings(words, own))
            found.extend(_of_city(mention, sentence, places) for mention in told)
    everyone = _with_office_before(_apart((*found, *again(sentences, found))))
    return identified(everyone, lone(sentences, orgs))


# `빈주시 마하오(馬浩) 농업국 부국장`
_BUREAUS = ("국", "과", "반", "처", "실")


def _of_city(mention: PersonMention, sentence: Sentence, places: Sequence[PlaceMention]) -> PersonMention:
    """A bureau behind a name is one of the city right before the name."""
    body, name, span = mention.organization, mention.name_span, mention.organization_span
    if not body or name is None or span is None or span < name or " " in body or not body.endswith(_BUREAUS):
        return mention
    before = bisect_left(places, name, key=lambda p: p.span) - 1
    city = places[before] if before >= 0 else None
    if city is None or city.span.paragraph != name.paragraph or city.within or city.level not in {"city", "region"}:
        return mention
    if sentence.text[city.span.end - sentence.start : name.start - sentence.start] not in {" ", "의 "}:
        return mention
    return replace(mention, organization=city.name, organization_span=city.span)


def _mention(naming: Naming, words: Sequence[Word], sentence: Sentence) -> PersonMention:
    office, name = naming.office, naming.name
    title = (office.start, office.end)
    parts = [title, *([name] if name else [])]
    if naming.surname:
        at = naming.at if naming.titled.prefix else naming.at - 1
        parts.append((words[at].start, words[at].start + 1))
    elif office.org:
        parts.append(office.org)
    low, high = min(p[0] for p in parts), max(p[1] for p in parts)
    if naming.shared and name:
        low, high = name
    return PersonMention(
        span=sentence.at(low, high),
        name=_said(words, name) if name else None,
        title=_said(words, title if name or naming.surname else (low, high)),
        organization=office.organization,
        name_span=sentence.at(*name) if name else None,
        title_span=sentence.at(*title),
        organization_span=sentence.at(*office.org) if office.org else None,
        particle=naming.particle,
        role=naming.role,
        rank=naming.titled.title.rank,
        surname=naming.surname,
        bracketed=_bracketed(sentence.text, *(name or title)),
    )


def _said(words: Sequence[Word], region: tuple[int, int]) -> str:
    """The words of a region without glosses: `크리스토퍼 스키트` of `크리스토퍼(Christopher) 스키트`."""
    parts: list[str] = []
    for word in words:
        if word.end <= region[0] or word.start >= region[1]:
            continue
        low, high = max(word.start, region[0]), min(word.end, region[1])
        if low < high:
            parts.append((" " if parts and word.gap else "") + word.text[low - word.start : high - word.start])
    return "".join(parts)


def _bracketed(text: str, start: int, end: int) -> bool:
    """Whether a naming stands inside brackets (`대전시(시장 이장우)`)."""
    opened, closed = text.rfind("(", 0, start), text.rfind(")", 0, start)
    return opened > closed and text.find(")", end) >= 0


_AND_ALSO = re.compile(r"\s?(?:겸|이자)\s(?P<rest>(?:[가-힣0-9]+(?:\([^()]*\))?\s?){1,5})")


_IN_PLACE = re.compile(r" (?P<rest>(?:권한|직무)대행[가-힣]{0,3})")


def _acting(mention: PersonMention, sentence: Sentence) -> PersonMention:
    """`문가온 군수 권한대행을`: who acts in the office is told behind it."""
    bare = mention.name and mention.title_span and not mention.particle
    behind = _IN_PLACE.match(sentence.text, mention.span.end - sentence.start) if bare else None
    told = titled(behind["rest"]) if behind else None
    if behind is None or told is None or mention.title_span is None:
        return mention
    end = behind.start("rest") + told.length
    title = f"{mention.title} {behind['rest'][: told.length]}"
    whole = sentence.at(mention.title_span.start - sentence.start, end)
    return replace(mention, span=mention.span.to(whole), title=title, title_span=whole, particle=told.particle, role=told.role)


_MINISTRIES = ("부", "처", "청", "원", "위원회")


def _with_second_office(mention: PersonMention, sentence: Sentence) -> PersonMention:
    """`왕이 국무위원 겸 외교부장이`: two offices of one person are one naming."""
    if not mention.name or mention.particle:
        return mention
    found = _AND_ALSO.match(sentence.text, mention.span.end - sentence.start)
    before: re.Match[str] | None = None
    for word in re.finditer(r"[가-힣0-9]+", found["rest"]) if found else ():
        second = titled(word[0])
        if found and second:
            start = found.start("rest") + word.start()
            span = mention.span.to(sentence.at(start, start + second.length))
            held = replace(mention, span=span, particle=second.particle, role=second.role)
            prefix = second.prefix
            if not prefix and before is not None:
                # `부총리 겸 교육부 장관`
                prefix, start = before[0], found.start("rest") + before.start()
            if mention.organization or not prefix.endswith(_MINISTRIES):
                return held
            return replace(held, organization=prefix, organization_span=sentence.at(start, start + len(prefix)))
        before = word
    return mention


def _with_office_before(mentions: Sequence[PersonMention]) -> tuple[PersonMention, ...]:
    """`한빛AI 창업자 샘 올슨 최고경영자`: the office right before a name is the same person's, and tells the body."""
    kept: list[PersonMention] = []
    for mention in mentions:
        before = kept[-1] if kept else None
        if before and not before.name and not before.surname and before.organization and _beside(before, mention):
            kept[-1] = replace(mention, organization=before.organization, organization_span=before.organization_span)
            continue
        kept.append(mention)
    return tuple(kept)


def _beside(before: PersonMention, mention: PersonMention) -> bool:
    """Whether an office stands right before a name of which no body is told."""
    near = before.span.paragraph == mention.span.paragraph and mention.span.start - before.span.end == 1
    named = mention.name is not None and mention.title is not None and not mention.bracketed
    return near and named and not before.particle and not mention.organization


def _apart(mentions: Sequence[PersonMention]) -> tuple[PersonMention, ...]:
    """In order, and of two that overlap the one with more of name and title."""
    kept: list[PersonMention] = []
    for mention in sorted(mentions, key=lambda m: m.span):
        if kept and kept[-1].span.overlaps(mention.span):
            if _weight(mention) > _weight(kept[-1]):
                kept[-1] = mention
            continue
        kept.append(mention)
    return tuple(kept)


def _weight(mention: PersonMention) -> tuple[bool, int, int]:
    return bool(mention.name), mention.rank, mention.span.end - mention.span.start
