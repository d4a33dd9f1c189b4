"""The leader, and the body that sends the journey."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clipper.data import rows
from clipper.extract.drafts import Filled
from clipper.extract.frames.trip.company import composed, told_next
from clipper.extract.frames.trip.domestic import topic_places
from clipper.extract.frames.trip.groups import FOREIGN, GroupMention
from clipper.extract.frames.trip.heads import heads_a_group
from clipper.extract.frames.trip.legs import Leg
from clipper.extract.frames.trip.lexicon import words
from clipper.extract.frames.trip.merge import Journey
from clipper.extract.frames.trip.scene import HOME, Line, Scene
from clipper.extract.frames.trip.senders import is_group
from clipper.extract.frames.trip.traveller import Who
from clipper.extract.mentions.orgs import OrgMention
from clipper.extract.mentions.people import PersonMention
from clipper.extract.mentions.people.titles import head
from clipper.records import Organization, Person

_TOPIC = re.compile(r"(?:\([^()]*\))?(?:은|는)\s")
# `…을 방문한다고 외교부가 1일 발표했다`
_TELLS = re.compile(r"(?:\([^()]*\))?(?:은|는|이|가)\s(?:\d{1,2}일\s)?(?:공식\s)?(?:발표|밝혔|전했)|(?:에\s따르면)")
# `시장 일행`, whose name stands elsewhere
_PARTY_OF = re.compile(
    r"(?:^|\s)(?P<title>시장|군수|구청장|지사|도지사|의장|교육감|총장|장관|차관|부시장|부군수)"
    r"(?:\s일행|[을를] (?:단장|수석대표)(?:으)?로 )"
)
# `이번 방문에는 한 군수를 비롯해 … 참석했다`
_PRESENT = re.compile(r"(?:방문|순방|출장|연수|일정|방문단|대표단|사절단)(?:에는?|은|는)\s")
_LEAD, _SENIOR = 3, 78


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
    if people and all((p.title or "").endswith("의원") for p in people):
        return people[0]  # of equals the first
    return max((p for p in people if p.rank >= _SENIOR), key=lambda p: p.rank, default=None)


def _present(line: Line) -> Iterator[PersonMention]:
    """Who is told to have taken part in the visit."""
    said = _PRESENT.search(line.text)
    if said and re.search(r"참석|참여|참가|동행|함께|포함", line.text[said.end() :]):
        yield from (p for p in line.people if p.name and line.offset(p.span) >= said.end() and not p.bracketed)


def party_of(scene: Scene, lines: Sequence[Line]) -> PersonMention | None:
    """`시장 일행 방문단이`, `산업부 장관을 단장으로`: by the name that the article gives the office elsewhere."""
    told = next((found["title"] for line in lines for found in [_PARTY_OF.search(line.text)] if found), None)
    return next((p for p in scene.analysis.people if told and p.name and (p.title or "").endswith(told)), None)


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


def sender(scene: Scene, who: Sequence[Who], chosen: PersonMention | None, home: str = HOME) -> Filled[Organization] | None:
    """The body that sends: the leader's own, else the organisation or the delegation's owner that travels."""
    if chosen is not None and not _formerly(scene, chosen) and (own := _body_of(scene, chosen) or by_title(scene, chosen)):
        return own
    for one in who:
        if isinstance(one, OrgMention):
            return Filled(Organization(name=one.canonical or one.name, country=one.country), (one.span,), "sender")
    for one in who:
        if isinstance(one, GroupMention) and one.owner and one.owner_span:
            country = None if one.country == FOREIGN else one.country
            return Filled(Organization(name=one.owner, country=country), (one.owner_span,), "delegation of")
    for one in who if chosen is None else ():
        if isinstance(one, PersonMention) and one.organization and one.organization_span:
            return Filled(Organization(name=one.organization), (one.organization_span,), "office's body")
    return _named_fully(scene, who, home) if chosen is None else None


def _named_fully(scene: Scene, who: Sequence[Who], home: str) -> Filled[Organization] | None:
    """`봉사단은 …`: the delegation that the article has with its body elsewhere (`나래대 해외봉사단이`)."""
    bare = {one.name for one in who if isinstance(one, GroupMention) and not one.owner}
    for line in scene.lines if bare else ():
        for group in line.groups:
            ours = home != HOME or group.country in {None, HOME}
            if ours and group.owner and group.owner_span and any(group.name.endswith(name) for name in bare):
                country = None if group.country == FOREIGN else group.country
                return Filled(Organization(name=group.owner, country=country), (group.owner_span,), "delegation named fully")
    return None


def by_title(scene: Scene, chosen: PersonMention) -> Filled[Organization] | None:
    """The body of somebody who is named with a bare title: the one of the title's kind that the article is about
    (`충북교육청은 … 김 교육감은`), or the only one that has such an office (`국회의장`)."""
    titles = {p.title for p in scene.analysis.people if p.person == chosen.person and p.title}
    said = max((p for p in scene.analysis.people if p.person == chosen.person and p.title), key=lambda p: p.rank, default=chosen)
    for row in rows("title_bodies"):
        if row["name"] and any(title.endswith(row["title"]) for title in titles):
            return Filled(Organization(name=row["name"]), (said.title_span or said.span,), "title's body")
    heads = tuple(row["head"] for row in rows("title_bodies") if row["head"] and _office(said.title or "") == row["title"])
    if not heads or scene.home_of(chosen) != HOME:
        return None
    field = _field(said.title or "")
    for line in scene.lines:
        if line.sentence.start >= chosen.span.start and line.sentence.paragraph == chosen.span.paragraph and line.number > _LEAD:
            break
        for body in line.orgs:
            behind = line.behind(body.span, 40)
            told = (_TOPIC.match(behind) or (line.number <= _LEAD and _TELLS.match(behind))) and (scene.told_home(body) or HOME) == HOME
            if told and _bare_name(body.name).endswith(heads) and field in body.name:
                return Filled(Organization(name=body.name), (body.span,), "topic of the title's kind")
        for other in line.people:
            if other.organization and other.organization_span and other.organization.endswith(heads):
                return Filled(Organization(name=other.organization), (other.organization_span,), "body of the title's kind")
    return None


def _field(title: str) -> str:
    """What a minister is minister of (`외교` of `외교장관`), where the title says so."""
    office = _office(title)
    return title.removesuffix(office).rstrip()[:2] if office in _MINISTERS else ""


def _office(title: str) -> str:
    """The title by its last word: `장관` of `외교장관`."""
    return next((one for one in _MINISTERS if title.endswith(one)), head(title))


_MINISTERS = ("장관", "차관")


def _bare_name(name: str) -> str:
    return re.sub(r"\([^()]*\)", "", name)


def topic_sender(legs: Sequence[Leg]) -> Filled[Organization] | None:
    """`서남동은 … 방문단이`: the place that the sentence is about sends."""
    for leg in legs:
        if leg.party.rule == "genitive":
            continue  # `산업부는 … 대통령의 순방에 동행할 사절단을 발표했다`
        for body in leg.line.orgs:
            home = (body.country or HOME) == HOME and leg.line.offset(body.span) < leg.trigger.start
            if home and _TOPIC.match(leg.line.behind(body.span, 40)):
                return Filled(Organization(name=body.name, country=body.country), (body.span,), "topic body")
        for place in topic_places(leg.line, leg.trigger.start):
            return Filled(Organization(name=place.name, country=place.country), (place.span,), "topic place")
    return None


def _body_of(scene: Scene, chosen: PersonMention) -> Filled[Organization] | None:
    for person in scene.analysis.people:
        if person.person == chosen.person and person.organization and person.organization_span and not is_group(person.organization):
            home = scene.home_of(person)
            country = None if home in {"", FOREIGN} else home
            name = _in_full(scene, person)
            return Filled(Organization(name=name, country=country), (person.organization_span,), "leader's body")
    return None


def _formerly(scene: Scene, chosen: PersonMention) -> bool:
    """`문가온 전 환경부 장관`: who once held an office is not sent by its body."""
    return any(_ONCE.search(scene.text(p.span)) for p in scene.analysis.people if p.person == chosen.person and p.name_span)


_ONCE = re.compile(r"\s전\s(?!현직)")


def _in_full(scene: Scene, person: PersonMention) -> str:
    """The body's name; a country of one letter in full (`미 국무장관`)."""
    name = person.organization or ""
    if len(name) > 1:
        return name
    return next((p.canonical for p in scene.analysis.places if p.span == person.organization_span), name)
