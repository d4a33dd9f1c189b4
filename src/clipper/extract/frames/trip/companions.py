"""Who goes along: joined to the leader, `동행`, `함께`; those who stay away are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clipper.data import words
from clipper.extract.drafts import Filled
from clipper.extract.frames.trip.groups import GroupMention
from clipper.extract.frames.trip.phrases import items_before
from clipper.extract.frames.trip.scene import HOME, Line, Scene
from clipper.extract.frames.trip.traveller import Who, candidates
from clipper.extract.frames.trip.triggers import has_trigger
from clipper.extract.mentions.orgs import OrgMention
from clipper.extract.mentions.people import PersonMention
from clipper.extract.spans import Span
from clipper.records import Organization, Person

_ALONG = re.compile(r"동행|동반|수행원|수행단|함께 (?:출국|방문|떠|방북|방미|방한|다녀)|합류|대동")
_AWAY = re.compile(r"불참|빠졌|제외|동행하지 않|가지 않")
# `고등학생 10명을 … 파견한다`
_BODY = re.compile(r"(?:대학교|대학|연구원|연구소|진흥원|기술원|협회|재단|공사|공단|조합|센터|상공회의소|기업|그룹|테크노파크)$")
_SENT = re.compile(r"(?P<who>[가-힣]{2,8}\s?\d+여?\s?명)을\s[^.]{0,40}파견")
_LIST_TAIL = re.compile(
    r"^(?:\([^()]*\))?(?:\s?등\s?\S{0,14}(?:\s\S{1,10})?)?(?:이|가|은|는|도|과|와|을|를|,|·|\s등|과 함께|와 함께)?"
)


def companions(
    scene: Scene, journey_who: Sequence[Who], lines: Sequence[Line], leader: PersonMention | None, home: str
) -> tuple[Filled[Person | Organization], ...]:
    """All who travel beside the leader, in order of mention."""
    found: dict[str, Filled[Person | Organization]] = {}
    groups = False
    for who in (*_of_party(journey_who, leader), *_along(scene, lines, home)):
        if isinstance(who, PersonMention) and leader is not None and who.person == leader.person:
            continue
        name, value = _value(who)
        if isinstance(who, GroupMention) and name in words("delegations", "head") and groups:
            continue
        groups = groups or isinstance(who, GroupMention)
        if len(name) > 1 and name not in found:
            found[name] = value
    for line in lines:
        for sent in _SENT.finditer(line.text):
            span = line.sentence.at(sent.start("who"), sent.end("who"))
            found.setdefault(sent["who"], Filled(Organization(name=sent["who"]), (span,), "sent"))
    for name, span in _unknown_bodies(lines):
        found.setdefault(name, Filled(Organization(name=name), (span,), "list"))
    return tuple(found.values())


def _of_party(journey_who: Sequence[Who], leader: PersonMention | None) -> Iterator[Who]:
    for who in journey_who:
        if isinstance(who, GroupMention) or (isinstance(who, PersonMention) and who.name and leader is not None):
            yield who


def _along(scene: Scene, lines: Sequence[Line], home: str) -> Iterator[Who]:
    """Whoever a line with 동행 lists before it."""
    for line in lines:
        yield from _together(line)
        yield from (g for g in line.groups if _LEADS.match(line.behind(g.span)))
        for verb in _ALONG.finditer(line.text):
            if line.spoken(line.sentence.start + verb.start()):
                continue
            for who in candidates(line):
                end = who.span.end - line.sentence.start
                if end > verb.start() or verb.start() - end > 160 or _AWAY.search(line.text[end : verb.end() + 12]):
                    continue
                if (scene.home_of(who) or home) != home and home == HOME:
                    continue
                if isinstance(who, PersonMention) and not who.name:
                    continue
                yield who


def _unknown_bodies(lines: Sequence[Line]) -> Iterator[tuple[str, Span]]:
    """Items of a list before 동행 that end as bodies do, though nothing else told them for one (`한밭대학교`)."""
    for line in lines:
        for verb in re.finditer(r"\s?등(?:도|이)\s(?:함께\s)?(?=동행)", line.text):
            for start, end in items_before(line.text, verb.start()):
                span = line.sentence.at(start, end)
                if end - start > 3 and _BODY.search(line.text[start:end]) and not any(o.span.overlaps(span) for o in line.orgs):
                    yield line.text[start:end], span


_TOGETHER = re.compile(r"^(?:\([^()]*\))?(?:\s등)?(?:과|와)\s(?:함께|합동으로|공동으로)\s")
_LEADS = re.compile(r"[을를] (?:이끌고|인솔해|인솔하고|대동하고)")
_LISTED = re.compile(r"(?:\([^()]*\))?\s?(?:,|·|와|과|및)\s?")


def _together(line: Line) -> Iterator[Who]:
    """`광양경제청과 합동으로`, `관광협의회와 함께`: the body travels too, where the line tells of a journey."""
    if ("함께" not in line.text and "으로 " not in line.text) or not has_trigger(line):
        return
    chosen: list[Who] = []
    for who in reversed(candidates(line)):
        listed = bool(chosen) and _LISTED.fullmatch(line.between(who.span, chosen[-1].span)) is not None
        home = (who.country or HOME) == HOME if isinstance(who, OrgMention) else True
        if home and (listed or _TOGETHER.match(line.behind(who.span))):
            chosen.append(who)
    yield from reversed(chosen)


def _value(who: Who) -> tuple[str, Filled[Person | Organization]]:
    if isinstance(who, PersonMention):
        person = Person(name=who.name, title=who.title, organization=who.organization)
        return f"person {who.person}", Filled(person, (who.span,), "companion")
    if isinstance(who, GroupMention):
        return who.name, Filled(Organization(name=who.name), (who.span,), "delegation")
    body = Organization(name=who.name, aliases=who.aliases, country=who.country)
    return who.canonical, Filled(body, (who.span,), "companion")


def bodies(who: Sequence[Who]) -> tuple[OrgMention, ...]:
    """The organisations of a party."""
    return tuple(one for one in who if isinstance(one, OrgMention))
