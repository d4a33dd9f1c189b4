"""Journeys inside South Korea: only those of a body from one place to another, told as a visit of its people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clipper.extract.frames.trip.destinations import is_region
from clipper.extract.frames.trip.groups import GroupMention
from clipper.extract.frames.trip.legs import Leg
from clipper.extract.frames.trip.merge import Journey
from clipper.extract.frames.trip.scene import HOME, Line, Scene
from clipper.extract.frames.trip.traveller import Who
from clipper.extract.mentions.orgs import OrgMention
from clipper.extract.mentions.people import PersonMention
from clipper.extract.mentions.places import PlaceMention
from clipper.extract.spans import Span

_LEAD, _HEAD_OF_STATE, _HEAD = 3, 96, 70
# Where presidents and prime ministers have their offices.
_CAPITALS = ("서울", "세종")


def is_domestic_trip(scene: Scene, journey: Journey) -> bool:
    """Whether a journey within one country is one that the article is about."""
    return any(_between_places(scene, leg) for leg in journey.legs)


def _between_places(scene: Scene, leg: Leg) -> bool:
    if leg.trigger.kind not in {"visit", "bidden", "stay"} or leg.status in {None, "cancelled"}:
        return False
    goals = [p for p in leg.goals if p.level in {"city", "district", "region"}]
    if _of_state(leg, goals):
        return True
    on_duty = any(map(_on_duty, leg.party.who)) or _is_tour(leg, goals)
    if leg.line.number > _LEAD or not goals or leg.party.rule == "carried" or not on_duty:
        return False
    names = [name for who in leg.party.who for name in _bodies(scene, who)]
    homes = [p for who in leg.party.who for p in _home_places(scene, who)]
    homes += topic_places(leg.line, leg.trigger.start)
    apart = all(_bare(goal.name) not in name for goal in goals for name in names)
    return bool(names or homes) and apart and all(_elsewhere(goal, home) for goal in goals for home in homes)


def is_own_place(scene: Scene, journey: Journey, place: PlaceMention) -> bool:
    """Whether a place is the travellers' own city, or the province that it lies in: no goal of a journey at home."""
    homes = [home for who in journey.who for home in _home_places(scene, who)]
    return any(place.canonical == home.canonical or (is_region(place) and place.region == home.region) for home in homes) and not any(
        place.span == goal.span for leg in journey.legs for goal in leg.goals
    )


def _on_duty(who: Who) -> bool:
    """Whether a delegation travels, or the head of a body."""
    return isinstance(who, GroupMention) or (isinstance(who, PersonMention) and who.name is not None and who.rank >= _HEAD)


def _is_tour(leg: Leg, goals: Sequence[PlaceMention]) -> bool:
    """`군의회는 21일부터 23일까지 제천과 대전을 찾아`: a body's journey of several days to several places."""
    several = len({goal.canonical for goal in goals if not is_region(goal)}) > 1
    days = any(d.nights is not None or (d.kind == "range" and d.end and d.dated) for d in leg.line.dates)
    return several and days and any(isinstance(who, OrgMention) and who.kind in _TOURING for who in leg.party.who)


_TOURING = frozenset({"assembly", "local_gov", "government", "institute"})


def _of_state(leg: Leg, goals: Sequence[PlaceMention]) -> bool:
    """Whether the president or prime minister travels, and not within the capital."""
    heads = any(p.rank >= _HEAD_OF_STATE for p in leg.party.people) and leg.home == HOME
    return heads and bool(goals) and not any(goal.name.startswith(_CAPITALS) for goal in goals)


def _bodies(scene: Scene, who: Who) -> Iterator[str]:
    """The names of the bodies that a traveller belongs to."""
    if isinstance(who, PersonMention):
        yield from (p.organization for p in scene.analysis.people if p.person == who.person and p.organization)
    elif isinstance(who, OrgMention):
        yield who.name
    elif who.owner:
        yield who.owner


def _bare(name: str) -> str:
    return re.sub(r"(?<=..)(?:특별자치시|특별자치도|특별시|광역시|시|군|구|도)$", "", name)


def topic_places(line: Line, before: int) -> list[PlaceMention]:
    """`서남동은 … 방문단이`: the place that a sentence is about, as the body that sends."""
    return [
        p for p in line.places
        if p.is_korean and not p.within and line.offset(p.span) < before and re.match(r"(?:은|는|에서도|에서는)\s", line.behind(p.span))
    ]  # fmt: skip


def _home_places(scene: Scene, who: Who) -> Iterator[PlaceMention]:
    """The places in the name of a traveller's body."""
    span = _body(who)
    if span is not None:
        yield from (p for p in scene.analysis.places if p.is_korean and p.span.overlaps(span))


def _body(who: Who) -> Span | None:
    if isinstance(who, PersonMention):
        return who.organization_span
    if isinstance(who, OrgMention):
        return who.span
    return who.owner_span


def _elsewhere(goal: PlaceMention, home: PlaceMention) -> bool:
    """Whether a goal lies outside a home: another city, not one of the home province."""
    if goal.canonical == home.canonical:
        return False
    return not (home.level == "region" and goal.region == home.region)


def is_namesake_abroad(seen: Scene, journey: Journey) -> bool:
    """Whether the Korean towns that somebody goes to only share their names with towns abroad (`중국 상주시의회`)."""
    goals = {p.name for leg in journey.legs for p in leg.goals}
    if journey.home != HOME or journey.countries != {HOME} or not goals:
        return False
    states = [p for p in seen.analysis.places if p.level == "country" and not p.is_korean and not p.within]
    behind = [seen.analysis.article.paragraphs[p.span.paragraph][p.span.end : p.span.end + _TOWN] for p in states]
    return all(any(text.startswith(f" {name}") for text in behind) for name in goals)


_TOWN = 12
