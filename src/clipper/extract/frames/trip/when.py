"""First and last day of a journey, its nights and days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clipper.extract.drafts import Filled
from clipper.extract.frames.trip.coming import days_of_group, first_day, of_coming
from clipper.extract.frames.trip.counted import counted
from clipper.extract.frames.trip.homecoming import ENDED, LANDED, coming_home, winds_up
from clipper.extract.frames.trip.legs import Leg
from clipper.extract.frames.trip.scene import HOME, Line
from clipper.extract.frames.trip.triggers import NAMES_GOALS
from clipper.extract.mentions.dates import DateMention

_WHOLE = re.compile(r"일정|기간|방문|순방|출장|찾|파견|출국|머물|체류|다녀|활동|대표단|사절단|방[미중일한북러]")
# `지난 7일 방한한`: the day of coming
_ADJACENT = re.compile(r"\s|\([^()]*\)\s|\s오[전후]\s")
# `27일 오후 8시부터`: an hour of the day, not the day of leaving.
_CLOCK = re.compile(r"\s(?:오전|오후|저녁|밤|낮)?\s?\d{1,2}시")
_EVENT_DAYS = re.compile(
    r"(?:까지)?\s[^.]{0,40}?(?:회의|총회|포럼|박람회|심포지엄|[콘컨]퍼런스|전시회|대회)에 (?:참석|참가)하기 위해|"
    r"(?:까지|간)?\s(?:\S+\s){0,3}\S+에서\s(?:\S+\s)?(?:열리는|열린|개최되는|개최되|개막하는|열릴)"
)
_THIS_VISIT = re.compile(r"\W*이번\s(?:\S+\s)?(?:방문|순방|출장|일정|파견|연수|방한|방일|방미)\S*\s")
# `이들은 10일부터 15일까지 …`
_THEY = re.compile(r"\W*(?:이들|일행|[가-힣]{0,6}단)(?:은|의 일정은)\s")
# `7일부터 이틀간 개최되는 축제에`
_HELD_THEN = re.compile(r"(?:부터)?(?: \S{1,4}간)?\s?(?:개최되는|개최하는|열리는|개막하는)\s")
_LEAD, _CLOSE = 5, 110


@dataclass(frozen=True)
class Stretch:
    """The days of a journey as far as they are told."""

    start: Filled[str] | None = None
    end: Filled[str] | None = None
    nights: Filled[int] | None = None
    days: Filled[int] | None = None


def stretch(legs: Sequence[Leg], lines: Sequence[Line]) -> Stretch:
    """The days of a journey: a stretch told with a trigger, else the days of leaving and coming home, else a plain visit's."""
    start, end = _range(legs)
    left = _leaving(legs)
    left = (left and _came_before(left, legs)) or left
    elsewhere = start is None
    if elsewhere:
        start, end = _told_elsewhere(legs, lines)
    start, end = _but_for_steps(start, end, left, elsewhere=elsewhere)
    if start is None:
        start = left
    elif left and left.rule == "leaving" and start.value == left.value and _of_stretch(start, legs):
        start, end = left, None  # `3~6일 열리는 총회에 참석하기 위해 3일 출국한다`
    elif left and left.rule == "leaving" and _later(start.value, left.value):
        # `30일부터 8일까지 방문하기 위해 29일 출국한다`
        end = None if _of_stretch(start, legs) else end
        start = left
    if end is None:
        end = coming_home(legs, lines)
    elif (home := coming_home(legs, lines)) and _later(home.value, end.value):
        end = home
    if start is None:
        start = first_day(lines) or _plain(legs)
    elif end is None:
        end = counted(legs, start)
    nights, days = _length(legs, lines)
    return Stretch(_known(start), _behind(start, _known(end)), nights, days)


def _but_for_steps(
    start: Filled[str] | None, end: Filled[str] | None, left: Filled[str] | None, *, elsewhere: bool
) -> tuple[Filled[str] | None, Filled[str] | None]:
    """`29일 출국했다. … 30~31일 회의에 참석한다`, `6일 도착한 대통령은 7일 하루 동안 일정을 소화했다`: days of a step."""
    one_day = start is not None and end is not None and start.value == end.value
    if start and left and (elsewhere or one_day) and left.rule in {"leaving", "arriving"} and _later(start.value, left.value):
        return left, None
    return start, end


def _behind(start: Filled[str] | None, end: Filled[str] | None) -> Filled[str] | None:
    """The last day, if it is not that of another journey: `14일 영국에서 돌아온 이 회장은 19일 출국했다`."""
    return None if start and end and _later(start.value, end.value) else end


def _known(day: Filled[str] | None) -> Filled[str] | None:
    """A date of which something is known."""
    return day if day is not None and any(char.isdigit() for char in day.value) else None


def _range(legs: Sequence[Leg]) -> tuple[Filled[str] | None, Filled[str] | None]:
    """`10일부터 18일까지 … 방문`, `(1.6~1.9)`: the widest stretch told with a trigger."""
    best: DateMention | None = None
    most = max((len(leg.countries) for leg in legs), default=0)
    if any(leg.trigger.kind == "arrive" and leg.when for leg in legs):
        # `24일 입국했다. … 26~27일 회의에 참석한 뒤 귀국한다`: days of an event
        legs = [leg for leg in legs if leg.trigger.kind != "return"]
    for leg in legs:
        if leg.countries and len(leg.countries) < most:
            continue
        for day in _near(leg):
            if day.kind == "range" and day.end and day.precision == "day" and (best is None or _covers(day, best)):
                best = day
        if best and leg.trigger.kind in {"visit", "tour", "leave", "send"}:
            break
    if best is None:
        return None, None
    if _of_event(best, legs) and any(leg.trigger.goal and leg.when and _ADJACENT.fullmatch(_between(leg, leg.when)) for leg in legs):
        # `28일 방한해 … 다음 달 1-2일 양양에서 열리는 대회에 참석한다`
        return None, None
    last, rule = best, "range"
    while later := _going_on(last, legs):
        last, rule = later, "range of the last leg"
    return Filled(best.start, (best.span,), "range"), Filled(last.last, (last.span,), rule)


def _of_stretch(start: Filled[str], legs: Sequence[Leg]) -> bool:
    """`9~10일 로마에서 열리는 회의에 참석하기 위해 7일 출국한다`: whether the days told are those of an event."""
    days = (day for leg in legs for day in leg.line.dates if day.span in start.spans)
    return any(_of_event(day, legs) for day in days)


def _of_event(day: DateMention, legs: Sequence[Leg]) -> bool:
    """Whether a stretch of days is that of an event (`1~2일 양양에서 열리는 대회`)."""
    return any(leg.line.sentence.span.covers(day.span) and _EVENT_DAYS.match(leg.line.behind(day.span, 50)) for leg in legs)


def _going_on(best: DateMention, legs: Sequence[Leg]) -> DateMention | None:
    """The stretch of a later leg that begins where the first ends (`12일부터 14일까지 베트남도 방문한다`)."""
    for leg in legs:
        for day in _near(leg):
            if day.kind == "range" and day.end and day.precision == "day" and day.start == best.last and day.last > best.last:
                return day
    return None


def _told_elsewhere(legs: Sequence[Leg], lines: Sequence[Line]) -> tuple[Filled[str] | None, Filled[str] | None]:
    """A stretch of days in a line of the journey that names one of its countries."""
    countries = {c for leg in legs for c in leg.countries}
    sent = any(leg.party.rule == "envoy" for leg in legs)
    for line in lines[:_LEAD]:
        for day in line.dates:
            if day.kind != "range" or not day.end or day.announces or not day.dated or day.precision != "day":
                continue
            if _THIS_VISIT.match(line.text) or (sent and _THEY.match(line.text)) or days_of_group(line, day, legs):
                return Filled(day.start, (day.span,), "this visit"), Filled(day.end, (day.span,), "this visit")
            if winds_up(line, day) or _EVENT_DAYS.match(line.behind(day.span, 60)):
                continue  # `25~27일 베이징에서 열리는 포럼에 참석한다`: days of an event
            if any(p.country in countries and p.within in {"", "word"} for p in line.places) and not line.background:
                return Filled(day.start, (day.span,), "lead"), Filled(day.end, (day.span,), "lead")
    return None, None


def _near(leg: Leg) -> Iterator[DateMention]:
    """The dates of a leg's sentence that can be the journey's: before the trigger, or behind it with 일정."""
    start = leg.line.sentence.start
    for day in leg.line.dates:
        held = _HELD_THEN.match(leg.line.behind(day.span, 30))
        if day.announces or not day.dated or held or winds_up(leg.line, day):
            continue
        if day.span.start - start <= leg.trigger.start:
            if day.span.start - start >= leg.trigger.start - 110:
                yield day
        elif _WHOLE.search(leg.line.behind(day.span, 16)):
            yield day


def _covers(one: DateMention, other: DateMention) -> bool:
    return one.start <= other.start and one.last >= other.last and one is not other


def _homeward(leg: Leg) -> bool:
    """`전날 미국 공군기지를 출발한 대통령은`: leaving the other country."""
    before = leg.line.text[: leg.trigger.start]
    abroad = any(0 <= len(before) - (p.span.end - leg.line.sentence.start) <= _NEARBY and p.country != leg.home for p in leg.line.places)
    return abroad and _LEFT_FROM.search(before) is not None


_NEARBY = 14
# `17일 오전 서울공항을 통해 … 순방길에 올랐다`
_SETS_OUT = re.compile(r"\s?(?:길에\s(?:올랐|올라|오른다|오른\s|오를|나섰|나선|나설)|일정을 시작)")
_LEFT_FROM = re.compile(r"(?:[을를]|에서)\s$")


def _leaving(legs: Sequence[Leg]) -> Filled[str] | None:
    """`22일 출국했다`, `5일부터 … 방문`."""
    for leg in legs:
        sets_out = leg.trigger.kind in {"visit", "tour"} and _SETS_OUT.match(leg.line.text, leg.trigger.end)
        if (sets_out or leg.trigger.kind == "leave") and not _homeward(leg):
            before = (d for d in _near(leg) if d.span.end - leg.line.sentence.start <= leg.trigger.start + 1)
            day = next((d for d in reversed(tuple(before)) if d.kind in {"day", "relative"}), None)
            if day and not (day.particle or "").startswith("까지") and not ENDED.search(_between(leg, day)):
                return Filled(day.start, (day.span,), "leaving")
    for leg in legs:
        if leg.when and leg.home == HOME and LANDED.match(leg.line.behind(leg.when.span, 90)):
            continue  # home again
        if leg.trigger.kind == "arrive" and leg.when and leg.when.kind in {"day", "relative"} and leg.when.precision == "day":
            return Filled(leg.when.start, (leg.when.span,), "arriving")
    for leg in legs:
        for day in _near(leg):
            clock = _CLOCK.match(leg.line.behind(day.span))
            if day.kind in {"day", "relative"} and (day.particle or "").startswith("부터") and not clock and day.precision == "day":
                return Filled(day.start, (day.span,), "from")
    return None


def _came_before(left: Filled[str], legs: Sequence[Leg]) -> Filled[str] | None:
    """`10일 홍콩을 방문했던 이 회장은 12일 일본으로 향했다`: the day of a stay before the day of leaving for the next."""
    onward = next((leg for leg in legs if leg.when and leg.when.span in left.spans and leg.goals), None)
    if onward is None or onward.trigger.kind != "leave":
        return None
    for leg in legs:
        day = leg.when
        apart = leg.trigger.kind in {"visit", "arrive", "leave"} and _elsewhere(leg, onward)
        if apart and day and day.precision == "day" and day.kind in {"day", "relative"} and _later(left.value, day.start):
            return Filled(day.start, (day.span,), "leaving")
    return None


def _elsewhere(leg: Leg, onward: Leg) -> bool:
    """Whether a leg goes to another country than a later one, or to another city of it (`칭다오를 찾는다. … 웨이하이로 건너간다`)."""
    if not leg.goals or not leg.countries & onward.countries:
        return bool(leg.goals)
    first, later = ({p.canonical for p in one.goals if p.level != "country"} for one in (leg, onward))
    return leg.line.number < onward.line.number and bool(first and later) and not first & later


def _plain(legs: Sequence[Leg]) -> Filled[str] | None:
    """`지난 10일 나주를 찾아`, `지난 6월 방문해`: the day or month of a visit told as one."""
    for leg in legs:
        day = leg.when
        staying = leg.line.text[leg.trigger.end :].lstrip().startswith("중")
        if leg.trigger.goal and not staying and day and day.precision == "day" and _ADJACENT.fullmatch(_between(leg, day)):
            return Filled(day.start, (day.span,), "plain visit")
    if any(leg.trigger.adnominal is not None and "중" in leg.line.text[leg.trigger.end : leg.trigger.end + 6] for leg in legs):
        return None
    for leg in legs:
        day = leg.when
        if leg.trigger.kind not in {"visit", "invite", "tour", "send"} or day is None or (day.particle or "").startswith("까지"):
            continue
        if leg.party.rule == "adnominal" and not leg.background and not of_coming(day, _between(leg, day)):
            # `10일 방중한 이 총재는`: the day of what is told of him. What is history has one date.
            continue
        if ENDED.match(leg.line.text, leg.trigger.end) or NAMES_GOALS.match(leg.line.text, leg.trigger.end):
            continue
        if leg.line.before(day.span, 1) == "(" and len(leg.goals) > 1:
            continue  # `노르웨이(25일)와 핀란드(27일)`: days of stops
        if leg.trigger.start - (day.span.end - leg.line.sentence.start) <= _CLOSE and day.kind != "range":
            return Filled(day.start, (day.span,), "plain visit")
    return None


def _between(leg: Leg, day: DateMention) -> str:
    """The text between a date and the word of travel behind it."""
    return leg.line.text[day.span.end - leg.line.sentence.start : leg.trigger.start]


def _later(one: str, other: str) -> bool:
    return one > other and one[:7] == other[:7]


def _with_nights(legs: Sequence[Leg]) -> DateMention | None:
    """The nights told with a leg; of several (`2박3일 동안 인도에, 3박4일간은 카타르에 머문다`) none is the journey's."""
    for leg in legs:
        told = [day for day in leg.line.dates if day.nights is not None]
        if len({day.nights for day in told}) == 1:
            return told[0]
    return None


def _length(legs: Sequence[Leg], lines: Sequence[Line]) -> tuple[Filled[int] | None, Filled[int] | None]:
    """`5박 7일 일정으로`, `나흘간`: of the journey, not of one stay."""
    if (day := _with_nights(legs)) is not None and day.nights is not None:
        nights = Filled(day.nights, (day.span,), "nights")
        return nights, Filled(day.days, (day.span,), "days") if day.days else None
    told = [day for line in lines for day in line.dates if day.nights is not None]
    if len({(day.nights, day.days) for day in told}) == 1 and told[0].nights is not None:
        nights = Filled(told[0].nights, (told[0].span,), "nights elsewhere")
        return nights, Filled(told[0].days, (told[0].span,), "days elsewhere") if told[0].days else None
    for leg in [leg for leg in legs if leg.trigger.kind != "stay"] or legs:
        for day in _near(leg):
            if day.length_days and day.nights is None and day.kind in {"range", "length"} and not _of_event(day, legs):
                return None, Filled(day.length_days, (day.span,), "length")
        for day in leg.line.dates:
            if day.kind == "length" and day.length_days and _WHOLE.search(leg.line.behind(day.span, 14)):
                return None, Filled(day.length_days, (day.span,), "length")
    return None, None
