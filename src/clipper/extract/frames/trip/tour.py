"""What the itinerary asks of a line: whether a day or a place in it is a step of this journey."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from clipper.extract.frames.trip.destinations import is_region, origin
from clipper.extract.frames.trip.lexicon import words
from clipper.extract.frames.trip.meets import invites
from clipper.extract.frames.trip.scene import HOME, Line
from clipper.extract.frames.trip.seats import names_site
from clipper.extract.frames.trip.triggers import has_trigger
from clipper.extract.frames.trip.visits import Visit
from clipper.extract.mentions.dates import DateMention
from clipper.extract.mentions.people import PersonMention
from clipper.extract.mentions.places import PlaceMention
from clipper.extract.spans import Span

_AHEAD, OPENING = 24, 16
_TO_RETURN = 70  # letters between a day and the word that makes it none of a step
_DIRECT = r"\s소재|에서|에|로|으로|을|를|의|도|로의|,|와|과|·|[~∼]|등"
_STEP = re.compile(
    rf"^(?:\([^()]*\))?\s?(?:시|주|현지)?(?:{_DIRECT}|\s[가-힣0-9]{{2,14}}(?:\([^()]*\))?(?:\s[가-힣0-9]{{2,10}}){{0,2}}(?:에서|을|를|에)(?=\s))"
)
# A region at the head of a site's name (`빅토리아주 의회를`) is not where the step is.
_STEP_IN_REGION = re.compile(rf"^(?:\([^()]*\))?\s?(?:현지)?(?:{_DIRECT})")
# `자카르타에서 약 30km 떨어진`
_OPEN = "XXXX-XX-"
_DISTANCE = re.compile(r"\S{0,2}에서\s(?:약\s?)?\d+\s?(?:km|Km|KM|㎞|킬로|분|시간)")
_SOURCE = re.compile(r"(?:시|도|군|구)?에 (?:따르면|의하면)")
_POST = re.compile(r"(?:시|주)?\s?(?:대한민국|한국)?\s?(?:[가-힣]{2,4}\s)?(?:총영사|대사|영사)")  # `주 칭다오 대한민국 총영사`
# Days of going home, of news, of what was before: `18일 … 순방을 마치고 귀국`, `7일 오전 서울공항에 도착`, `6일 … 기지를 출발한`
_NO_STEP = re.compile(
    r"(?:(?!\d일)[^.]){0,50}?(?:마치고|마무리하고|통해)\s귀국|(?:\s\S+){0,5}?\s(?:서울|인천|김포|김해|무안|제주)\S*공항에 도착|"
    r"(?:\s\S+){0,4}\s\S+[을를] 출발한|\s?(?:오전|오후|저녁|밤|새벽)?\s?(?:출국|출발)(?:해|하여|하고|한 뒤|할|한다|했)|"
    r"\S{0,6}\s?(?:\S{1,4}\s)?(?:귀국|돌아온|돌아올)|\s?(?:공식\s)?(?:발표|보도|공지)|"
    r"\s?(?:열린|체결한|체결된|개최된|있었던|발표한|채택한|설립된)"
)
# `이날코대학`: letters that go on behind a day and are no particle.
_GLUED = re.compile(r"(?!은|는|에|의|도|부|까|엔|과|와|만|이|로|인|밤|낮|오|새|저|자|정|쯤|경|께|하|중|자로)[가-힣]")
HISTORY = re.compile(r"지난해|작년|재작년|(?:19|20)\d\d년(?!\s?\d{1,2}월\s?\d)|설립된|설립한|창립된")
_THERE = re.compile(r"(?:을|를|에|로|으로|에서|도)(?:는)?[\s,]")
_ON_THE_DAY = re.compile(r"(?:까지)?(?:에는|엔|에|는|은)?\s")  # `24일에는 영국 최대 유통업체와`


@dataclass(frozen=True)
class Tour:
    """What the itinerary needs to know of its journey."""

    home: str
    countries: frozenset[str]
    travellers: frozenset[int]
    bodies: frozenset[str]
    inbound: bool
    hosts: frozenset[Span] = frozenset()
    first: str | None = None
    last: str | None = None
    ahead_of: str | None = None


def stayed(lines: Sequence[Line], tour: Tour) -> tuple[PlaceMention, ...]:
    """All places of the journey's own lines where a step is told."""
    return tuple(
        place
        for line in lines
        if _tells_a_step(line, tour)
        for place in line.places
        if steps_there(line, place, tour) or place in country_steps(line, tour)
    )


def widened(tour: Tour, lines: Sequence[Line]) -> Tour:
    """The tour with the further countries that its steps lead to (`이어 13일에는 독일 함부르크에서 설명회를 열었다`)."""
    if tour.home != HOME:
        return tour
    found = {
        place.country
        for line in lines
        if (words("goes_on").match(line.text) or any(day.precision == "day" for day in line.dates)) and not of_others(line, tour)
        for place in line.places
        if _acts_there(line, place) or _attends_there(line, place, tour)
    } | {place.country for line in lines for place in country_steps(line, tour)}
    return replace(tour, countries=tour.countries | {country for country in found if country and country != HOME})


def country_steps(line: Line, tour: Tour) -> tuple[PlaceMention, ...]:
    """`우간다에서는 농업을, 케냐에서는 진출 방안을 논의한다`: countries that a line of a tour through several opens its clauses with."""
    if tour.home != HOME or "에서는" not in line.text or of_others(line, tour) or HISTORY.search(line.text[:OPENING]) or line.background:
        return ()
    topics = [p for p in line.people if p.role == "topic" and p.person not in tour.travellers]
    plain = (p for p in line.places if p.level == "country" and not p.within and p.country != HOME and p.cue not in _LETTERS)
    there = (p for p in plain if line.behind(p.span, 5).startswith("에서는 ") and not line.spoken(p.span.start))
    opening = (p for p in there if _CLAUSE_OPENS.search(line.text[: line.offset(p.span)]))
    return () if topics or line.orgs or not _TO_DO.search(line.plain) else tuple(opening)


_LETTERS = frozenset({"pair", "embassy", "visit"})
_CLAUSE_OPENS = re.compile(r"(?:^|,|고|며)\s?(?:(?:이어|또|이후|특히|마지막 방문국인|두 번째 방문국인|첫 방문국인|다음으로)\s?,?\s?)?$")
_TO_DO = re.compile(r"(?:한다|할 예정|할 계획|갖는다|가질 예정|벌인다|펼친다|만난다)(?:이다)?\.?$")


def _acts_there(line: Line, place: PlaceMention) -> bool:
    if place.within or place.level not in {"city", "region"} or line.spoken(place.span.start):
        return False
    behind = line.behind(place.span, 50)
    there = re.match(r"(?:\([^()]*\))?(?:시|주)?(?:에서\s(?!열린|열리)|(?:으)?로\s(?:이동|직행))", behind)
    return there is not None and words("steps").search(behind) is not None


def _attends_there(line: Line, place: PlaceMention, tour: Tour) -> bool:
    """`문 대통령은 11∼13일 프놈펜에서 열린 정상회의에 참석했고`: an event that a traveller who is named attended."""
    if place.within or place.level not in {"city", "region"} or line.spoken(place.span.start) or line.background:
        return False
    goes = any(p.person in tour.travellers and p.role == "topic" and p.span < place.span for p in line.people)
    return goes and _ATTENDED.match(line.behind(place.span, 90)) is not None


_ATTENDED = re.compile(
    r"(?:\([^()]*\))?(?:시|주)?에서\s(?:열린|열리는|열릴|개최된|개최되는|개막한|개막하는)\s[^.]{2,60}?(?:에|일정을)\s(?:참석|참가|소화)"
)


def _tells_a_step(line: Line, tour: Tour) -> bool:
    """Whether a line goes on with the journey: it has a trigger, a day, a traveller, or a word that goes on."""
    if HISTORY.search(line.text[:OPENING]) or of_others(line, tour):
        return False
    dated = any(day.precision == "day" for day in line.dates)
    named = line.groups or any(p.person in tour.travellers for p in line.people)
    told = dated or named or words("goes_on").match(line.text) or has_trigger(line)
    return bool(told or _opens_there(line, tour) or country_steps(line, tour))


def _opens_there(line: Line, tour: Tour) -> bool:
    """`시카고에서는 투자환경을 설명한다`: a line that opens with one of the journey's places."""
    first = next((p for p in line.places if not p.within and p.level in {"city", "region"}), None)
    return first is not None and first.country in tour.countries and (
        line.offset(first.span) < OPENING and line.behind(first.span, 5).startswith("에서는 ")
    )


def steps_there(line: Line, place: PlaceMention, tour: Tour) -> bool:
    """Whether a place is one where something of the journey happens."""
    if place.span in tour.hosts:
        return True
    if tour.inbound and not _of_guests(line, tour):
        return False
    if place.level == "continent" or place.country not in tour.countries or line.spoken(place.span.start):
        return False
    if place.within and not (place.within == "org" and place.level == "city" and not tour.inbound):
        return False
    if place.level == "district" and place.parent is not None:
        return False
    if place.level == "country" or place.cue in {"pair", "embassy", "letter", "visit"}:
        return False
    if place.within == "org":
        return False
    behind = line.behind(place.span, 24)
    if _SOURCE.match(behind):
        return False
    if _DISTANCE.match(behind) or (_POST.match(behind) and line.before(place.span, 2).strip() == "주"):
        return False
    step = _STEP_IN_REGION if is_region(place) else _STEP
    return bool(step.match(behind)) and not origin(line, place) and not _long_past(line, place)


def _of_guests(line: Line, tour: Tour) -> bool:
    """Whether a line is about the guests: Korean places stand in others too."""
    if line.groups or "일행" in line.text or any(p.person in tour.travellers for p in line.people):
        return True
    if any(len(body) > 1 and body in line.text for body in tour.bodies):
        return True
    # `19일에는 경주에서 열리는 회의에서 연설한다`: a day and nobody else that it is about
    acting = any(p.role in {"topic", "subject", "also"} for p in line.people) or any(_ACTS.match(line.behind(o.span)) for o in line.orgs)
    return _OF_DAY.match(line.text) is not None and not acting


_OF_DAY = re.compile(r"(?:이어|또|이날|이튿날|다음 ?날|첫날|마지막 날|(?:다음 달 |내달 )?\d{1,2}일|둘째 날|셋째 날)[^,.]{0,12}[\s,]")
_ACTS = re.compile(r"(?:\([^()]*\))?(?:은|는|이|가|도)\s")


def _long_past(line: Line, place: PlaceMention) -> bool:
    """Whether the date before a place is a former month or year (`지난 3월말 베이징에서`)."""
    before = [d for d in line.dates if d.span.end <= place.span.start and place.span.start - d.span.end < _AHEAD]
    return bool(before) and before[-1].precision in {"month", "year"} and before[-1].deixis != "오는"


def abroad(line: Line, place: PlaceMention, tour: Tour) -> bool:
    """Whether a line goes on in another country, told by its name alone (`24일에는 영국에서`)."""
    plain = place.level == "country" and not place.within and place.cue not in {"pair", "embassy", "letter", "visit"}
    finer = any(0 < p.span.start - place.span.end <= len(" (") for p in line.places)  # `20일 터키 이스탄불주를`
    if not plain or finer or place.country == tour.home or line.spoken(place.span.start):
        return False
    if any(_ON_THE_DAY.fullmatch(line.between(day.span, place.span)) for day in line.dates if day.span < place.span):
        return True
    return any(day.span.end <= place.span.start for day in line.dates) and _THERE.match(line.behind(place.span)) is not None


def of_others(line: Line, tour: Tour) -> bool:
    """Whether a line is about somebody else: others act in it, and no traveller is named."""
    if line.groups or any(p.person in tour.travellers for p in line.people):
        return False
    about = (o for o in line.orgs if re.match(r"(?:은|는)\s", line.behind(o.span)))
    if tour.travellers and any(o.canonical not in tour.bodies for o in about):
        return True
    acting = [
        p for p in line.people
        if (p.name or p.organization) and _is_subject(line, p) and not line.spoken(p.span.start) and not invites(line, p)
    ]  # fmt: skip
    return bool(acting) and bool(tour.travellers)


def _is_subject(line: Line, person: PersonMention) -> bool:
    """Whether somebody is the subject of a line: with 도, only where the line opens with him (`어 총장도 5일 …`)."""
    return person.role in {"topic", "subject"} or (person.role == "also" and line.offset(person.span) < OPENING)


def is_overview(line: Line, tour: Tour) -> bool:
    """Whether a line tells the journey as a whole: its stretch of days, and several places."""
    fine = [p for p in line.places if steps_there(line, p, tour)]
    wide = [p for p in line.places if p.level == "country" and not p.within and p.country not in {f.country for f in fine}]
    days = (day for day in line.dates if day.kind in {"range", "day"} and day.precision == "day")
    own = [day for day in days if any(_ON_THE_DAY.fullmatch(line.between(day.span, p.span)) for p in line.places)]
    if len(own) > 1:
        return False  # `9일부터 12일까지 홍콩, 14일부터 16일까지는 마닐라를`: each has its days
    return len(fine) + len(wide) > 1 and any(d.kind in {"range", "nights_days"} for d in line.dates)


def is_step(line: Line, day: DateMention) -> bool:
    """Whether a day is one on which something happens: no day of news, of going home, of a journey's end."""
    if _NO_STEP.match(line.behind(day.span, _TO_RETURN)) or re.match(r"\s[“\"]", line.behind(day.span)):
        return False
    if (day.kind == "day" and day.particle == "까지") or _GLUED.match(line.behind(day.span)):
        return False
    if day.announces or not day.dated or day.precision != "day":
        return False
    return day.kind in {"day", "relative"} or (day.kind == "range" and day.resolved_by != "open")


def in_time(day: DateMention, tour: Tour) -> bool:
    """Whether a day lies within the journey, where its days are told in full."""
    if tour.ahead_of and "X" not in day.start and day.start < tour.ahead_of:
        return False
    first, last = tour.first or "", tour.last or "9999"
    if day.start.startswith(_OPEN) and first.startswith(_OPEN) and last.startswith(_OPEN):
        return first > last or first <= day.start <= last
    return "X" in day.start + first + last or first <= day.start <= last


def later_place(line: Line, at: int, tour: Tour) -> bool:
    """Whether the line names a place of its own behind the day."""
    return any(line.offset(p.span) > at and (steps_there(line, p, tour) or abroad(line, p, tour)) for p in line.places)


def site_city(line: Line, place: PlaceMention, tour: Tour, seen: Sequence[Visit]) -> bool:
    """`케임브리지 이노베이션센터를 찾아`: a city at the head of a site's name tells where the step is."""
    at, end = line.offset(place.span), place.span.end - line.sentence.start
    if place.country in tour.countries and names_site(line, place):
        return any(v.start <= at < v.end for v in seen)
    if place.level != "city" or place.within == "title" or place.country not in tour.countries:
        return False
    if line.text[end : end + 1] not in {" ", "("}:
        return False
    return any(v.start <= at < v.end or (end <= v.start <= end + 16 and not line.text[end : v.start].strip("의 ")) for v in seen)


def is_coarser(line: Line, place: PlaceMention, present: PlaceMention | None) -> bool:
    """Whether a region only says again, or ahead, where its city is (`워싱턴주 동부에 위치한 벨뷰시`, `매사추세츠주의 부지사`)."""
    if not is_region(place):
        return False
    if present is not None and not is_region(present) and present.country == place.country:
        return not (present.region and place.region and present.region != place.region)
    cities = (p for p in line.places if p.level == "city" or (p.level == "region" and not is_region(p)))
    later = (p for p in cities if p.span > place.span and not p.within)
    return any(p.country == place.country and p.span.start - place.span.end < _AHEAD for p in later)
