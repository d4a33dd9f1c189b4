"""Which lines of an article tell of which of its journeys."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from clipper.extract.frames.trip.merge import Journey
from clipper.extract.frames.trip.scene import Line, Scene

_SEVERAL = 2


def lines_of(scene: Scene, journey: Journey, journeys: Sequence[Journey]) -> tuple[Line, ...]:
    """The lines that tell of a journey: those of its legs, and those that go on with it."""
    if journey.background:
        return tuple(dict.fromkeys(leg.line for leg in journey.legs))
    news = [one for one in journeys if not one.background]
    main = max(news, key=lambda one: len(one.legs))
    first = 0 if journey is main else min(leg.line.number for leg in journey.legs)
    own = {leg.line.number for leg in journey.legs}
    others = {leg.line.number for other in journeys if other is not journey for leg in other.legs}
    domestic = not journey.countries - {journey.home}
    holder = _round_up(scene, main, news)
    found = []
    for line in scene.lines[first:]:
        if line.caption or (line.number in others and line.number not in own):
            continue
        goes_on = line.number - 1 in own if domestic else (holder[line.number] if holder else main) is journey
        if line.number in own or (goes_on and not line.background):
            found.append(line)
    return tuple(found)


def _round_up(scene: Scene, main: Journey, news: Sequence[Journey]) -> tuple[Journey | None, ...]:
    """In an article that tells of the journeys of several people one after the other, the journey that each line goes on
    with: that of the traveller named in it, else of the last one told of. Empty where one journey is what it is about:
    travellers from the other side are then its hosts or guests."""
    led = [one for one in news if one.home == main.home and any(kind != "body" for kind, _ in one.keys)]
    if main not in led or len(led) < _SEVERAL or any(one.keys & other.keys for one, other in combinations(led, 2)):
        return ()
    by_person = {number: journey for journey in led for kind, number in journey.people if kind == "person"}
    by_line = {leg.line.number: journey for journey in led for leg in journey.legs}
    now: Journey | None = None
    found = []
    for line in scene.lines:
        named = next((by_person[str(p.person)] for p in line.people if str(p.person) in by_person), None)
        now = named or by_line.get(line.number) or now
        found.append(now)
    return tuple(found)
