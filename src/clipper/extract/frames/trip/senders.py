"""The body that sends a journey: told to send, the leader's own, or the one that travels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clipper.data import rows
from clipper.extract.drafts import Filled
from clipper.extract.frames.trip.domestic import topic_places
from clipper.extract.frames.trip.groups import FOREIGN, GroupMention
from clipper.extract.frames.trip.legs import Leg
from clipper.extract.frames.trip.scene import HOME, Line, Scene
from clipper.extract.frames.trip.traveller import Who
from clipper.extract.mentions.orgs import OrgMention
from clipper.extract.mentions.people import PersonMention
from clipper.extract.mentions.people.body import is_suffixed
from clipper.extract.mentions.people.titles import head
from clipper.records import Organization

_OPENS_AS = re.compile(r"(?:이|가)\s")
_TOPIC = re.compile(r"(?:\([^()]*\))?(?:은|는)\s")
# `…을 방문한다고 외교부가 1일 발표했다`
_TELLS = re.compile(r"(?:\([^()]*\))?(?:은|는|이|가)\s(?:\d{1,2}일\s)?(?:공식\s)?(?:발표|밝혔|전했)|(?:에\s따르면)")
_LEAD = 3


def is_group(name: str) -> bool:
    """`방문단(회장 다나카 이치로)`: a delegation is nobody's body."""
    return name.endswith(_SENT) or any(name == row["head"] for row in rows("delegations"))


_SENT = ("봉사단", "방문단", "대표단", "사절단", "시찰단", "연수단", "개척단", "특사단")


def sent_by(legs: Sequence[Leg]) -> Filled[Organization] | None:
    """`가람공사는 … 사절단을 파견한다`: the body that is told to send, whoever heads the delegation."""
    told = (leg.party.sender for leg in legs if leg.party.rule == "sent")
    body = next((one for one in told if isinstance(one, OrgMention)), None)
    return Filled(Organization(name=body.canonical or body.name, country=body.country), (body.span,), "sends") if body else None


def sender(scene: Scene, who: Sequence[Who], chosen: PersonMention | None, home: str = HOME) -> Filled[Organization] | None:
    """The body that sends: the leader's own, else the organisation or the delegation's owner that travels."""
    if chosen is not None and not _formerly(scene, chosen) and (own := _body_of(scene, chosen, home) or by_title(scene, chosen)):
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
        if row["name"] and scene.home_of(chosen) == HOME and any(title.endswith(row["title"]) for title in titles):
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
            opens = line.number == 0 and _OPENS_AS.match(behind) is not None
            about = opens or _TOPIC.match(behind) or (line.number <= _LEAD and _TELLS.match(behind))
            told = about and (scene.told_home(body) or HOME) == HOME
            if told and _bare_name(body.name).endswith(heads) and field in body.name:
                return Filled(Organization(name=body.name), (body.span,), "topic of the title's kind")
        for other in line.people:
            theirs = other.organization or ""
            if other.name and theirs.endswith(heads) and field in theirs and other.organization_span and scene.home_of(other) == HOME:
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


def _body_of(scene: Scene, chosen: PersonMention, journey_home: str) -> Filled[Organization] | None:
    for person in scene.analysis.people:
        if person.person == chosen.person and person.organization and person.organization_span and not is_group(person.organization):
            home = scene.home_of(person)
            # `‘일본 오염수 저지 의원단’(단장 문가온)은`, who sets out from here
            elsewhere = journey_home == HOME != home or (person.organization or "").startswith("주한 ")
            country = None if home in {"", FOREIGN} or elsewhere else home
            name = _in_full(scene, person)
            return Filled(Organization(name=name, country=country), (person.organization_span,), "leader's body")
    return _of_whom(scene, chosen)


def _of_whom(scene: Scene, chosen: PersonMention) -> Filled[Organization] | None:
    """`한결건설의 이일수 사장은`: the body that stands before the name, with 의."""
    for line in scene.lines:
        for person in line.people:
            if person.person != chosen.person or not person.name_span:
                continue
            told = _WHOSE.search(line.text[: line.offset(person.span)])
            told = told or _telling(line, person)
            if told is not None and is_suffixed(told["body"]):
                return Filled(Organization(name=told["body"]), (line.sentence.at(*told.span("body")),), "body of the leader")
    return None


def _telling(line: Line, person: PersonMention) -> re.Match[str] | None:
    """`온새중공업은 … 문가온 사장이 … 찾았다고 밝혔다`: a firm tells what its own head did."""
    if person.role != "subject" or not (person.title or "").endswith(_OF_FIRMS) or line.spoken(person.span.start):
        return None
    told = _TELLER.match(line.text)
    return told if told and line.offset(person.span) >= told.end() and _SAID.search(line.text) else None


_OF_FIRMS = ("회장", "사장", "대표", "대표이사", "전무", "상무", "부문장", "사업부장", "본부장", "최고경영자", "CEO")
_TELLER = re.compile(r"(?:\[[^\[\]]*\]\s)?(?P<body>[가-힣A-Za-z0-9]{4,16})(?:\([^()]*\))?(?:은|는)\s")
_SAID = re.compile(r"다고\s(?:\d{1,2}일\s)?(?:밝혔|전했|발표했)다?")


_WHOSE = re.compile(r"(?:^|\s)(?P<body>[가-힣A-Z]{3,14})의 $")


def _formerly(scene: Scene, chosen: PersonMention) -> bool:
    """`문가온 전 환경부 장관`: who once held an office is not sent by its body."""
    return any(_ONCE.search(scene.text(p.span)) for p in scene.analysis.people if p.person == chosen.person and p.name_span)


_ONCE = re.compile(r"\s전\s(?!현직)")


def _in_full(scene: Scene, person: PersonMention) -> str:
    """The body's name; a country of one letter in full (`미 국무장관`), that of an ambassador without where he is (`주한 페루`)."""
    name = person.organization or ""
    if len(name) > 1:
        return name.removeprefix("주한 ")
    return next((p.canonical for p in scene.analysis.places if p.span == person.organization_span), name)
