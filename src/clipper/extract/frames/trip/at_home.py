"""What a line tells of the travellers' own country: no step of a journey abroad."""

from __future__ import annotations

import re

from clipper.extract.frames.trip.scene import HOME, Line
from clipper.extract.frames.trip.tour import Tour
from clipper.extract.frames.trip.visits import Visit
from clipper.extract.mentions.dates import DateMention
from clipper.extract.mentions.places import PlaceMention

# Where the government of South Korea sits.
_SEAT = re.compile(r"정부[가-힣]{2}청사|청와대|용산 대통령실|국회의사당")
_NEAR = 24
_THERE = re.compile(r"(?:을|를|에|로|으로|에서|도)(?:는)?[\s,]")


def at_home(line: Line, day: DateMention, tour: Tour) -> bool:
    """`1월 22일 서울에서 열린`: a day whose place is none of the journey's."""
    behind = next((p for p in line.places if p.span > day.span and not p.within and p.level != "country"), None)
    if behind is None or behind.country in tour.countries or behind.country is None:
        return False
    return bool(re.match(r"(?:\s\S{1,12}){0,3}에서", line.behind(behind.span, 30)))


def seen_at_home(line: Line, visit: Visit, tour: Tour) -> bool:
    """`귀국해 정부서울청사에서 열린 회의에`: what lies in the travellers' own country is no part of a journey abroad."""
    if tour.home in tour.countries:
        return False
    if tour.home == HOME and _SEAT.search(line.text[max(0, visit.start - _NEAR) : visit.end]):
        return True
    told = (p for p in line.places if p.cue not in {"pair", "visit"} and not _names(line, p, visit, tour.home))
    near = [p for p in told if visit.start - _NEAR <= line.offset(p.span) < visit.end]
    return bool(near) and near[-1].country == tour.home and all(p.country == tour.home for p in near)


def _names(line: Line, place: PlaceMention, visit: Visit, home: str) -> bool:
    """Whether the travellers' country only says whose event it is (`‘태국 관광의 해’`), what a thing is for, or whose mayor comes."""
    if place.within == "title":
        return True
    if place.level != "country" or place.country != home:
        return False
    inside = visit.start <= line.offset(place.span) < visit.end
    return inside or not _THERE.match(line.behind(place.span))
