"""Whom the travellers meet: hosts by 만나, 면담, 예방, 접견, 회담, and those across the table at a signing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clipper.extract.frames.trip.scene import Line, Scene
from clipper.extract.mentions.orgs import OrgMention
from clipper.extract.mentions.people import PersonMention

# `X를 만나`, `X를 예방`, `X 면담`
_OBJECT = re.compile(
    r"^\)?(?:\([^()]*\))?(?:\s?등|\s?일행|\s?측|\s?관계자들?|\s?(?:지명자|후보자?|당선[인자]|내정자)|\s?내외|\s?등\s?\S{1,8}|\s?(?:및|,|와|과)\s?\S{1,14}\s?(?:관계자들?|등)?)?(?:을|를|도)?\s(?:직접\s|잇따라\s|차례로\s|각각\s|함께\s|따로\s|또\s|먼저\s|\S+에서\s)?"
    r"(?:만나|만났|만난|만날|면담|예방|접견|초청해 (?:간담|오찬|만찬))"
)
# `X와 … 면담`, `X와의 회담`
_WITH = re.compile(
    r"^\)?(?:\([^()]*\))?(?:\s?등|\s?일행|\s?측|\s?관계자들?|\s?(?:및|,)\s[^.,]{1,20}?들?)?(?:과|와)(?:의|도|는)?\s(?P<way>[^.]{0,60}?)"
    r"(?:만나|만났|만난|만날|면담|회담|회동|간담|환담|오찬|만찬|조찬|협의|논의|미팅|상담|대담|협약|양해각서|MOU|공동선언|체결|교류|서명|회견)"
)
# A body that an agreement is made with is its party, not somebody met.
_COUNTERPART = re.compile(r"(?:협약|양해각서|MOU|공동선언|체결|교류|서명|협의회|협력)$")
_CLAUSE = re.compile(r"(?:[가-힣](?:하고|했고|하며|했으며|한 뒤|한 후|했다))[,\s]")
_TOGETHER = re.compile(r"(?:과|와|,|·)\s?(?:\S+\s){0,2}")
_LISTED = re.compile(r"(?:\([^()]*\))?(?:\s(?:지명자|후보자|당선인|당선자|내정자|후보|일행))?\s?(?:,|·|와|과|및|등|\s)\s?")


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody met: a mention, and where in the sentence."""

    who: PersonMention | OrgMention
    at: int


def meets(scene: Scene, line: Line, travellers: frozenset[int], home: str, bodies: frozenset[str]) -> tuple[Met, ...]:
    """Whom a line says the travellers meet; `travellers` are person numbers, `bodies` the senders' names."""
    return tuple(_meets(scene, line, travellers, home, bodies))


def _meets(
    scene: Scene, line: Line, travellers: frozenset[int], home: str, bodies: frozenset[str]
) -> Iterator[Met]:
    chosen = [
        p for p in line.people
        if p.person not in travellers and not line.spoken(p.span.start) and _other_side(scene, p, home)
    ]
    hosts = _hosts(scene, line, home, bodies)
    everyone: list[PersonMention | OrgMention] = sorted([*chosen, *hosts], key=lambda w: w.span)
    taken: set[int] = set()
    for i in range(len(everyone) - 1, -1, -1):
        one = everyone[i]
        follows = i + 1 < len(everyone) and i + 1 in taken and _LISTED.fullmatch(line.between(one.span, everyone[i + 1].span))
        if follows or _met(line, one):
            taken.add(i)
    for i in sorted(taken):
        yield Met(everyone[i], line.offset(everyone[i].span))
    for i, p in enumerate(line.people[1:], 1):
        before = line.people[i - 1]
        beside = p in chosen and before.person in travellers and everyone.index(p) not in taken
        if beside and _TOGETHER.fullmatch(line.between(before.span, p.span)) and _acts(line, p):
            yield Met(p, line.offset(p.span))
    for p in chosen:
        if p.role in {"subject", "topic"} and everyone.index(p) not in taken and _host(line, p):
            yield Met(p, line.offset(p.span))


def _met(line: Line, one: PersonMention | OrgMention) -> bool:
    behind = line.text[one.span.end - line.sentence.start : one.span.end - line.sentence.start + 110]
    if _OBJECT.match(behind):
        return True
    together = _WITH.match(behind)
    if not together or _CLAUSE.search(together["way"]):
        return False
    if isinstance(one, OrgMention) and _COUNTERPART.search(behind[: together.end()]):
        return False
    first = one.span.end + together.start("way")
    last = one.span.end + together.end("way")
    return not any(first <= p.span.start < last and p.role in {"subject", "topic"} for p in line.people)


def _acts(line: Line, one: PersonMention) -> bool:
    """Whether both act together (`이 시장과 스키트 장관은 … 체결했다`)."""
    return bool(re.search(r"체결|서명|회담|만나|만났|논의|참석|합의", line.text[one.span.end - line.sentence.start :]))


def _host(line: Line, one: PersonMention) -> bool:
    """`시 주석은 김 위원장을 접견했다`: the host stands as subject."""
    behind = line.text[one.span.end - line.sentence.start :][:70]
    received = re.match(r"^(?:은|는|이|가)\s[^.]{0,50}(?:접견|맞이|맞았|영접|환영|만났|만나|만난|회담|회동|면담)", behind)
    return received is not None and "기자" not in behind


def _other_side(scene: Scene, person: PersonMention, home: str) -> bool:
    """Somebody whom the travellers can meet there: not one of their own country, or of no known one."""
    theirs = scene.homes.get(person.person, "")
    return theirs != home or (not theirs and not person.name)


def _hosts(scene: Scene, line: Line, home: str, bodies: frozenset[str]) -> list[OrgMention]:
    """The bodies of the other side: by their country, or listed behind one of it (`퀘벡주 대외관계부 및 경제혁신부`)."""
    found: list[OrgMention] = []
    for org in line.orgs:
        if org.canonical in bodies or org.kind == "country" or _in_person(line, org):
            continue
        told = scene.told_home(org)
        listed = bool(found) and _LISTED.fullmatch(line.between(found[-1].span, org.span)) is not None
        if (told and told != home) or (told is None and listed):
            found.append(org)
    return found


def _in_person(line: Line, org: OrgMention) -> bool:
    return any(p.span.overlaps(org.span) for p in line.people)
