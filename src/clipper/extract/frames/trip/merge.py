"""Legs → trips: one journey is one trip, however often it is retold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from clipper.extract.frames.trip.groups import GroupMention
from clipper.extract.frames.trip.legs import Leg, members
from clipper.extract.frames.trip.scene import HOME
from clipper.extract.frames.trip.traveller import Who
from clipper.extract.mentions.orgs import OrgMention
from clipper.extract.mentions.people import PersonMention

_WHEN = re.compile(r"\s?(?:때|직전|직후|이후|전에|전까지)(?:\s|에|의|,|와|처럼|보다)")
# Told of before it is said where to (`유럽 출장길에 올랐다. 독일 베를린 … 을 방문하는 일정이다`).
_SELF = frozenset({"tour", "leave", "visit", "send"})
_OFF = frozenset({"cancelled", "postponed"})
_STRONG = frozenset({"visit", "tour", "leave", "arrive", "send", "invite", "stay", "return", "bidden"})


@dataclass
class Journey:
    """The legs of one journey, growing while the article is read."""

    legs: list[Leg] = field(default_factory=list)

    @property
    def keys(self) -> set[tuple[str, str]]:
        """Keys of all its travellers."""
        return {key for leg in self.legs for who in leg.party.who for key in members(who)}

    @property
    def people(self) -> set[tuple[str, str]]:
        """Keys of the people among them."""
        return {key for key in self.keys if key[0] == "person"}

    @property
    def countries(self) -> set[str]:
        """The countries it goes to."""
        return {c for leg in self.legs for c in leg.countries}

    @property
    def home(self) -> str:
        """The country it starts from."""
        return next((leg.home for leg in self.legs if leg.home and leg.party.who), self.legs[0].home)

    @property
    def background(self) -> bool:
        """Whether it is told as history only."""
        return all(leg.background for leg in self.legs)

    @property
    def who(self) -> tuple[Who, ...]:
        """All travellers in order of mention."""
        return tuple(who for leg in self.legs for who in leg.party.who)


def journeys(legs: Sequence[Leg]) -> tuple[Journey, ...]:
    """The journeys of an article in order of their first leg; a leg without travellers joins the one before it."""
    found: list[Journey] = []
    for leg in legs:
        if leg.trigger.wish and leg.status not in {"cancelled", "postponed"}:
            continue
        home = _fitting(found, leg)
        if home is not None:
            home.legs.append(leg)
        elif leg.party.who and leg.trigger.kind in _STRONG and not _only_dates(leg) and _may_begin(leg):
            found.append(Journey([leg]))
    return tuple(found)


def _may_begin(leg: Leg) -> bool:
    """Whether a leg can open a journey: it says where to, or may be told of before that (`공항을 통해 입국했다`, of guests)."""
    enters = leg.trigger.kind == "arrive" and leg.home not in {"", HOME}
    return bool(leg.goals) or leg.trigger.kind in _SELF or enters


def _only_dates(leg: Leg) -> bool:
    """`박 대통령의 방미 때 예정된 회담`: somebody's journey that only says when something else is."""
    return leg.party.rule == "genitive" and bool(_WHEN.match(leg.line.text, leg.trigger.end)) and not leg.background


def _fitting(found: Sequence[Journey], leg: Leg) -> Journey | None:
    """The journey that a leg belongs to: same travellers, same side of the article's news, fitting countries."""
    keys = {key for who in leg.party.who for key in members(who)}
    for journey in reversed(found):
        if journey.background != leg.background:
            continue
        same = bool(keys & journey.keys) and not _others(journey, leg) and not _other_mission(journey, leg)
        if not same and (_group_of(journey, leg) or _of_council(journey, leg) or _of_sender(journey, leg)):
            same = True
        if not keys:
            same = not leg.countries or bool(leg.countries & journey.countries)
        if same and _same_way(journey, leg):
            return journey
    return None


def _others(journey: Journey, leg: Leg) -> bool:
    """Whether a leg names people, and none of those who travel on the journey."""
    people = {key for who in leg.party.who for key in members(who) if key[0] == "person"}
    return bool(people) and bool(journey.people) and not people & journey.people


def _group_of(journey: Journey, leg: Leg) -> bool:
    """Whether one side is only a delegation, or its body, without people: `대표단은` after `이 시장과 대표단은`."""
    mine = {key[0] for key in journey.keys}
    theirs = {key[0] for who in leg.party.who for key in members(who)}
    lone = "group" in theirs | mine and not ("person" in theirs and "person" in mine)
    if _of_other_committee(journey, leg):
        return False
    fits = bool(leg.countries & journey.countries) or not leg.countries or _goes_on_next(journey, leg)
    return lone and journey.home == leg.home and fits


def _goes_on_next(journey: Journey, leg: Leg) -> bool:
    """`의원 5명이 체코를 방문했다. 의원단은 12일 폴란드로 건너가`: a delegation without a body of its own, right behind those who went."""
    bare = all(isinstance(who, GroupMention) and not who.owner and not who.crew for who in leg.party.who)
    return bare and 0 < leg.line.number - journey.legs[-1].line.number <= _NEXT


_NEXT = 2
"""Lines from one telling of a journey to the next."""


def _of_council(journey: Journey, leg: Leg) -> bool:
    """`시의회는 하문시로 출장에 나섰다. … 문가온·오세진 의원은 하문시를 방문한다`: members of the council that was told to go."""
    mine, theirs = journey.who, leg.party.who
    council = [one for one in (*mine, *theirs) if isinstance(one, OrgMention) and one.name.endswith("의회")]
    people = [one for one in (*mine, *theirs) if isinstance(one, PersonMention)]
    if not council or not people or len(council) + len(people) < len(mine) + len(theirs):
        return False
    ours = all((one.title or "").endswith(_MEMBERS) and (one.organization or council[0].name) == council[0].name for one in people)
    return ours and journey.home == leg.home and bool(leg.countries & journey.countries)


def _of_sender(journey: Journey, leg: Leg) -> bool:
    """`환경부는 한지원 차관을 수석대표로 회의에 참석했다. … 환경부는 이를 계기로 연구소를 방문한다`: the body whose head was told
    to go is no traveller beside him."""
    whose = {one.canonical for one in leg.party.who if isinstance(one, OrgMention)}
    if not whose or len(whose) < len(leg.party.who) or not journey.people or not leg.countries & journey.countries:
        return False
    told = {one.canonical for mine in journey.legs for one in mine.line.orgs if _TOPIC.match(mine.line.behind(one.span))}
    return journey.home == leg.home and whose <= told


_TOPIC = re.compile(r"(?:\([^()]*\))?[은는]\s")
_MEMBERS = ("의원", "의장", "위원장")


def _of_other_committee(journey: Journey, leg: Leg) -> bool:
    """Whether both sides are members of committees, of one council, but not of the same one."""
    mine, theirs = ({owner.split()[-1] for owner in owners} for owners in (_owners(journey.who), _owners(leg.party.who)))
    return bool(mine and theirs) and not mine & theirs and all(one.endswith("위원회") for one in mine | theirs)


def _other_mission(journey: Journey, leg: Leg) -> bool:
    """`동남아 무역사절단은 …에, 북미 무역사절단은 …에 파견한다`: two of one body, told apart by the part of the world."""
    mine = {area for one in journey.legs for area in _areas(one)}
    theirs = set(_areas(leg))
    return bool(mine and theirs) and not mine & theirs and not leg.countries & journey.countries


def _far_apart(journey: Journey, leg: Leg) -> bool:
    """`5일부터 9일까지 중국을 방문했다. 앞서 지난달 19일부터 23일까지는 미국을 찾아`: days with others between them."""
    mine = [days for one in journey.legs if (days := _stretch(one))]
    theirs = _stretch(leg)
    if not mine or theirs is None:
        return False
    first, last = min(days[0] for days in mine), max(days[1] for days in mine)
    return (theirs[0] - last).days > _BETWEEN or (first - theirs[1]).days > _BETWEEN


_BETWEEN = 2
"""Days that may lie between two stays of one journey."""


def _stretch(leg: Leg) -> tuple[date, date] | None:
    """First and last day of a leg, where its sentence tells both."""
    when = leg.when
    if when is None or when.kind != "range" or not when.end or "X" in when.start + when.end or when.precision != "day":
        return None
    return date.fromisoformat(when.start), date.fromisoformat(when.end)


def _areas(leg: Leg) -> Iterator[str]:
    """The parts of the world that stand right before the names of the delegations of a leg."""
    for group in leg.party.groups:
        before = (p for p in leg.line.places if 0 <= group.span.start - p.span.end <= 1 and p.level in {"continent", "country"})
        yield from (place.canonical for place in before if not place.is_korean)


def _owners(who: Sequence[Who]) -> set[str]:
    return {name for one in who for kind, name in members(one) if kind == "body"}


def _same_way(journey: Journey, leg: Leg) -> bool:
    """Whether a leg can be part of a journey by its countries and, for history, its date."""
    if leg.background:
        mine = next((one.when.start for one in journey.legs if one.when), None)
        theirs = leg.when.start if leg.when else None
        return leg.countries <= journey.countries and (mine is None or theirs is None or mine[:7] == theirs[:7])
    if not leg.countries or leg.countries & journey.countries:
        return True
    if _far_apart(journey, leg):
        return False
    over = bool(journey.countries) and all(one.status == "completed" for one in journey.legs)
    if over and leg.trigger.kind == "send" and leg.status == "planned":
        # `봉사단은 라오스를 다녀왔다. 오는 12일에는 네팔에 봉사단을 보낸다`
        return False
    if leg.status in _OFF and journey.countries and all(one.status in _OFF for one in journey.legs):
        # `방한이 연기된 데 이어 일본 방문도 미뤄졌다`
        return False
    within = leg.countries == {leg.home}, journey.countries == {journey.home}
    if leg.trigger.kind in {"visit", "tour"} and journey.countries and within[0] != within[1]:
        # Home again, and on to a town there: another journey.
        return False
    return leg.home == journey.home or not leg.home
