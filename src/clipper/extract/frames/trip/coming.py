"""The day of coming, and the days told right behind those who travel."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clipper.extract.drafts import Filled
from clipper.extract.frames.trip.legs import Leg
from clipper.extract.frames.trip.scene import Line
from clipper.extract.mentions.dates import DateMention


def first_day(lines: Sequence[Line]) -> Filled[str] | None:
    """`방문 첫날인 25일`: the day of coming."""
    for line in lines:
        for day in line.dates if "첫날인" in line.text else ():
            if day.precision == "day" and line.before(day.span, 10).endswith(_FIRST_DAY):
                return Filled(day.start, (day.span,), "first day")
    return None


_FIRST_DAY = ("방문 첫날인 ", "일정 첫날인 ", "연수 첫날인 ", "출장 첫날인 ")


def of_coming(day: DateMention, between: str) -> bool:
    """`지난 6일 나주시를 방문한 다나카 시장과`: a day set apart, with nothing but the goal before the word of travel behind it."""
    return day.deixis == "지난" and _GOAL_ALONE.fullmatch(between) is not None


_GOAL_ALONE = re.compile(r"\s(?:[가-힣]{2,8}\s){0,2}[가-힣]{2,8}(?:을|를|에)\s")


def days_of_group(line: Line, day: DateMention, legs: Sequence[Leg]) -> bool:
    """`방문단은 지난 5일부터 8일까지 …`: the days right behind the delegation that travels, whatever it did then."""
    named = [g for g in line.groups if not g.crew and g.role == "topic" and line.between(g.span, day.span) in {"은 ", "는 "}]
    return any(g.name == one.name for g in named for leg in legs for one in leg.party.groups)
