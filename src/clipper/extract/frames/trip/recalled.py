"""`이날 행사에는 방한 중인 … 대통령이 함께했다`: the occasion, its day and its place stand in the line before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clipper.extract.frames.trip.scene import Line, Scene
from clipper.extract.frames.trip.tour import Tour, is_step
from clipper.extract.frames.trip.visits import Visit, visits
from clipper.extract.mentions.dates import DateMention
from clipper.extract.mentions.places import PlaceMention

_THIS = re.compile(r"(?:이날|이)\s(?:[가-힣]{2,6}\s)?(?:[가-힣]{0,4}(?:행사|자리|회의|포럼|총회|대회|축제)|[가-힣]{1,4}식)(?:에|에는|엔)\s")
_TOOK_PART = re.compile(r"참석|참가|참여|함께\s?[했한하]|자리[했를]")
_HELD_IN = re.compile(r"(?:\([^()]*\))?(?:시|주)?(?:\s[가-힣A-Z0-9]{2,12}){0,3}에서\s")


def recalled(scene: Scene, line: Line, tour: Tour) -> Iterator[DateMention | PlaceMention | tuple[Line, Visit]]:
    """Day, place and occasions of the line before, where this one tells that a traveller took part in them."""
    if not line.number or not _THIS.match(line.text):
        return
    came = [p for p in line.people if p.person in tour.travellers and not line.spoken(p.span.start)]
    if not came or not _TOOK_PART.search(line.plain, line.offset(came[0].span)):
        return
    before = scene.lines[line.number - 1]
    held = visits(before)
    if held:
        yield from [day for day in before.dates if is_step(before, day)][:1]
        yield from [place for place in before.places if _is_where(before, place, tour)][:1]
        yield from ((before, visit) for visit in held)


def _is_where(line: Line, place: PlaceMention, tour: Tour) -> bool:
    fine = place.level in {"city", "region"} and not place.within and place.country in tour.countries
    return fine and _HELD_IN.match(line.behind(place.span, 60)) is not None
