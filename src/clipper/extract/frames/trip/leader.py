"""The leader of a journey."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clipper.extract.drafts import Filled
from clipper.extract.frames.trip.company import composed, told_next
from clipper.extract.frames.trip.heads import heads_a_group
from clipper.extract.frames.trip.legs import Leg
from clipper.extract.frames.trip.lexicon import words
from clipper.extract.frames.trip.merge import Journey
from clipper.extract.frames.trip.scene import HOME, Line, Scene
from clipper.extract.frames.trip.senders import is_group
from clipper.extract.mentions.people import PersonMention
from clipper.records import Person

# `시장 일행`, whose name stands elsewhere
_PARTY_OF = re.compile(
    r"(?:^|\s)(?P<title>시장|군수|구청장|지사|도지사|의장|교육감|총장|장관|차관|부시장|부군수)"
    r"(?:\s일행|[을를] (?:단장|수석대표)(?:으)?로 )"
)
# `이번 방문에는 한 군수를 비롯해 … 참석했다`
_PRESENT = re.compile(r"(?:방문|순방|출장|연수|일정|방문단|대표단|사절단)(?:에는?|은|는)\s")
_WITHOUT = re.compile(r"(?:[을를]|은|는)\s(?:제외한|제외하고|빼고|뺀)\s")
_SENIOR = 78
_OF_COUNCIL = ("의원", "의장")


def leading(legs: Sequence[Leg]) -> PersonMention | None:
    """The leader: in a list of travellers the first with a name, of several tellings the most senior."""
    first = [next((p for p in leg.party.people if p.name), None) for leg in legs]
    named = [p for p in first if p is not None]
    return max(named, key=lambda p: p.rank, default=None)


def heading(lines: Sequence[Line]) -> PersonMention | None:
    """Who heads the delegation, where that is told apart from its journey: `한봄 시장을 단장으로 한 대표단은 …`."""
    return next((p for line in lines for p in line.people if p.name and heads_a_group(line, p)), None)


def foremost(scene: Scene, lines: Sequence[Line], home: str) -> PersonMention | None:
    """The most senior of those whom the delegation is made up of (`사절단에는 김 장관, 박 회장이 포함됐다`)."""
    made_up = [one for line in lines for one in composed(line, home) if isinstance(one, PersonMention) and one.name]
    made_up += told_next(lines)
    people = [one for one in made_up if scene.home_of(one) == home or (home not in {"", HOME} and not scene.is_told(one))]
    people += [p for line in lines for p in _present(line) if scene.home_of(p) == home]
    if people and all((p.title or "").endswith(_OF_COUNCIL) for p in people):
        chairs = (p for p in people if (p.title or "").endswith("의장") and not (p.title or "").endswith("부의장"))
        return next(chairs, None) or max(people, key=lambda p: p.rank)  # of equals the first
    return max((p for p in people if p.rank >= _SENIOR), key=lambda p: p.rank, default=None)


def _present(line: Line) -> Iterator[PersonMention]:
    """Who is told to have taken part in the visit."""
    said = _PRESENT.search(line.text)
    if said and re.search(r"참석|참여|참가|동행|함께|포함", line.text[said.end() :]):
        without = _WITHOUT.search(line.text, said.end())  # `한·문 의원을 제외한 11명이 참가했다`
        start = without.end() if without else said.end()
        yield from (p for p in line.people if p.name and line.offset(p.span) >= start and not p.bracketed)


def party_of(scene: Scene, lines: Sequence[Line], home: str) -> PersonMention | None:
    """`시장 일행 방문단이`, `산업부 장관을 단장으로`: by the name that the article gives the office elsewhere."""
    told = next((found["title"] for line in lines for found in [_PARTY_OF.search(line.text)] if found), None)
    named = (p for p in scene.analysis.people if told and p.name and (p.title or "").endswith(told))
    return next((p for p in named if scene.home_of(p) == home or not scene.is_told(p)), None)


def acting(scene: Scene, lines: Sequence[Line], journey: Journey) -> PersonMention | None:
    """Where only a body travels: its own people who act in the journey's lines (`강상구 부시장은 개막식 축사에서`)."""
    if any(leg.trigger.kind in {"send", "bidden", "invite"} for leg in journey.legs):
        return None
    bodies = {name for kind, name in journey.keys if kind == "body"}
    found = [
        p for line in lines for p in line.people
        if p.name and p.organization in bodies and p.role in {"topic", "subject", "with"} and not p.bracketed
        and scene.home_of(p) == journey.home and not line.spoken(p.span.start) and words("acts").search(_told_of(line, p))
    ]  # fmt: skip
    return max(found, key=lambda p: p.rank, default=None)


def alongside(journey: Journey) -> PersonMention | None:
    """`경제자유구역청은 … 최 지사와 중국 산시성을 방문해`: with whom a body goes, right before where to."""
    for leg in journey.legs:
        for person in leg.line.people if leg.party.rule == "subject" and leg.trigger.kind in {"visit", "tour", "leave"} else ():
            near = (goal for goal in leg.goals if leg.line.between(person.span, goal.span) in {"와 ", "과 ", "와 함께 ", "과 함께 "})
            if person.name and not person.bracketed and any(near) and leg.home == HOME != next(iter(leg.countries), HOME):
                return person
    return None


def _told_of(line: Line, person: PersonMention) -> str:
    """What a line tells of somebody, without what he says."""
    start = person.span.end
    return "".join(
        char for at, char in enumerate(line.text[start - line.sentence.start :], start) if not line.sentence.quoted(at)
    )


def leader(scene: Scene, chosen: PersonMention | None) -> Filled[Person] | None:
    """The leader as a value: name, title and body from the fullest naming."""
    if chosen is None:
        return None
    best = _fullest(scene, chosen)
    body = None if is_group(best.organization or "") else best.organization
    value = Person(name=best.name, title=best.title or chosen.title, organization=body)
    spans = tuple(dict.fromkeys((best.span, chosen.span) if best.name_span else (chosen.span, best.span)))
    return Filled(value, spans, "leader")


def _fullest(scene: Scene, chosen: PersonMention) -> PersonMention:
    same = [p for p in scene.analysis.people if p.person == chosen.person]
    return max(same, key=lambda p: (p.name_span is not None, bool(p.organization_span), p.title is not None), default=chosen)
