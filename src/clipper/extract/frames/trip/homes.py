"""Where travellers are at home, and where guests are received."""

from __future__ import annotations

import re

from clipper.extract.frames.trip.groups import GroupMention
from clipper.extract.frames.trip.scene import HOME, Line, Scene
from clipper.extract.frames.trip.traveller import Party
from clipper.extract.frames.trip.triggers import Trigger
from clipper.extract.mentions.people.names import korean_name
from clipper.extract.mentions.places import PlaceMention


def home_of(scene: Scene, who: Party) -> str:
    """The country of a party: of its most senior member that tells one."""
    told = [scene.home_of(one) for one in who.who]
    named = [one for one in who.people if one.name]
    sure = [scene.home_of(one) for one in named if scene.is_told(one)]
    people = [scene.home_of(one) for one in named]
    for one in (*sure, *(group.country for group in who.groups), *people, *told):
        if one:
            return one
    return HOME if not who.who else ""


def host_place(line: Line, who: Party) -> tuple[PlaceMention, ...]:
    """Where guests are invited to: the host's own city."""
    guests = [w.span for w in who.who] + [g.owner_span for g in who.groups if g.owner_span]
    here = [p for p in line.places if p.is_korean and not any(p.span.overlaps(span) for span in guests)]
    cities = [p for p in here if p.level == "city"] or [p for p in here if p.level == "region"]
    return tuple(cities[:1])


def nameless(who: Party) -> bool:
    """Whether only a group travels of which nothing more is said (`대표단은`): the one told of before."""
    return all(isinstance(one, GroupMention) and not one.owner and not one.country for one in who.who)


def are_guests(scene: Scene, line: Line, who: Party) -> bool:
    """Whether they come to South Korea (`방한`) of whom it is not told where they are at home."""
    if who.rule == "carried" or not any(p.cue == "visit" and p.is_korean for p in line.places):
        return False
    people = (one for one in who.people if one.name)
    return not any(scene.is_told(one) or korean_name(one.name or "") for one in people) and not any(
        scene.told_home(one) for one in who.orgs
    ) and not any(group.country or group.owner for group in who.groups)


def sending_country(line: Line, trigger: Trigger, who: Party) -> str | None:
    """`가나가 한국에 고위 대표단을 파견했다`: the country that sends a delegation of which nothing more is told."""
    if trigger.kind != "send" or who.people or who.orgs or not nameless(who):
        return None
    states = (p for p in line.places if p.level == "country" and not p.within and line.offset(p.span) < trigger.start)
    return next((state.country for state in states if _SENDS.match(line.behind(state.span))), None)


_SENDS = re.compile(r"(?:이|가|은|는|측이|측은|에서)\s")
