"""Trips: who travels where, when, to whom and why.

Triggers (`방문`, `출국`, `방미`, …) open legs; a leg is filled from its sentence by particle and verb; legs of one journey are
merged; the lines that tell of a journey are read once more in order for its itinerary.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from clipper.extract.analysis import Analysis
from clipper.extract.drafts import Filled, MouDraft, StopDraft, TripDraft
from clipper.extract.frames.trip.away import away, may_act
from clipper.extract.frames.trip.companions import companions
from clipper.extract.frames.trip.confidence import confidence
from clipper.extract.frames.trip.destinations import finest, is_region, named
from clipper.extract.frames.trip.domestic import is_domestic_trip, is_namesake_abroad, is_own_place
from clipper.extract.frames.trip.envoys import apart_from_sums, envoys, may_be_sent
from clipper.extract.frames.trip.groups import GroupMention
from clipper.extract.frames.trip.history import is_told_history
from clipper.extract.frames.trip.itinerary import Tour, of_others, stayed, stops, widened
from clipper.extract.frames.trip.leader import (
    acting,
    alongside,
    foremost,
    heading,
    leader,
    leading,
    party_of,
)
from clipper.extract.frames.trip.legs import Leg, legs, may_go
from clipper.extract.frames.trip.lexicon import words
from clipper.extract.frames.trip.merge import Journey, journeys
from clipper.extract.frames.trip.purpose import purpose
from clipper.extract.frames.trip.scene import HOME, Line, Scene, scene
from clipper.extract.frames.trip.senders import sender, sent_by, topic_sender
from clipper.extract.frames.trip.signings import signings
from clipper.extract.frames.trip.status import (
    Status,
    by_days,
    by_tense,
    cut_short,
    has_left,
    is_over,
    is_still,
    long_over,
    off_word,
    was_to_be,
)
from clipper.extract.frames.trip.traveller import Who
from clipper.extract.frames.trip.turns import lines_of
from clipper.extract.frames.trip.when import stretch
from clipper.extract.mentions.people import PersonMention
from clipper.extract.mentions.places import PlaceMention

_SAID = frozenset({"subject", "adnominal", "genitive"})
_ACTS_ONLY = frozenset({"away", "signatory"})


def find_trips(analysis: Analysis, mous: tuple[MouDraft, ...]) -> tuple[TripDraft, ...]:
    """All trips of an article, in order of mention; an agreement signed on the way tells of place and day."""
    if not mous and not _may_travel(analysis):
        return ()
    seen = scene(analysis)
    missions = envoys(seen)
    told = apart_from_sums(legs(seen), missions)
    going = {leg.line.number for leg in told if leg.goals}
    there = [leg for leg in (*missions, *away(seen)) if leg.line.number not in going]
    told = tuple(sorted((*told, *there, *signings(seen, mous)), key=lambda leg: leg.span))
    every = journeys(told)
    news = [j for j in every if not j.background and _told(seen, j)]
    news = [j for j in news if _has_name(j) or not any(_has_name(other) and other.countries & j.countries for other in news)]
    news = [j for j in news if not _of_retinue(j, news)]
    news = [j for j in news if not is_namesake_abroad(seen, j)]
    found = [j for j in every if j in news or (j.background and is_told_history(seen, j, news))]
    drafts = ((journey, _draft(seen, journey, lines_of(seen, journey, found))) for journey in found)
    return tuple(draft for journey, draft in drafts if _travelled(journey, draft))


def _may_travel(analysis: Analysis) -> bool:
    """A first look, by words and places alone: most articles speak of no journey, or of one to nowhere."""
    first = Scene(analysis, tuple(Line(number, one, analysis) for number, one in enumerate(analysis.sentences)))
    return may_go(first.lines) or may_act(first) or may_be_sent(first)


def _travelled(journey: Journey, draft: TripDraft) -> bool:
    """Whether somebody named is told to have gone: an office's signing abroad names no traveller by itself."""
    if draft.leader is None and draft.organization is None:
        lines = [leg.line.text for leg in journey.legs]
        if not draft.companions or any(words("olden").search(text) for text in lines):
            return False
    acts_only = all(leg.party.rule == "away" for leg in journey.legs)
    return not acts_only or draft.leader is not None or bool(draft.companions)


def _told(seen: Scene, journey: Journey) -> bool:
    """Whether a journey is worth a record: not within one country but abroad, or a journey at home that is the news."""
    if not journey.home or not any(_is_known(leg, who) for leg in journey.legs for who in leg.party.who):
        return False
    in_person = any(isinstance(who, PersonMention) for who in journey.who)
    if not in_person and any(words("training").search(leg.line.text) for leg in journey.legs):
        return False  # a club's camp
    return bool(journey.countries - {journey.home}) or _far_off(journey) or is_domestic_trip(seen, journey)


def _far_off(journey: Journey) -> bool:
    """Whether only a part of the world is told as the goal of our own people (`중동을 순방`)."""
    goals = [p for leg in journey.legs for p in leg.goals]
    return bool(goals) and journey.home == HOME and all(p.level == "continent" for p in goals)


def _of_retinue(journey: Journey, news: Sequence[Journey]) -> bool:
    """Whether somebody only acts where another, more senior, is told to have gone: a minister in the president's retinue."""
    if any(leg.party.rule not in _ACTS_ONLY for leg in journey.legs):
        return False
    rank = _rank(journey)
    above = (other for other in news if other is not journey and other.home == journey.home and _rank(other) > rank)
    return any(journey.countries <= other.countries for other in above)


def _rank(journey: Journey) -> int:
    return max((who.rank for who in journey.who if isinstance(who, PersonMention)), default=0)


def _is_known(leg: Leg, who: Who) -> bool:
    """Whether a traveller is named: a person, a body, or an office with its body (`쿠웨이트 국왕은`)."""
    if not isinstance(who, PersonMention) or who.name:
        return True
    return bool(who.organization) and leg.party.rule in _SAID and bool(leg.goals)


def _has_name(journey: Journey) -> bool:
    """Whether a journey has a traveller with a name; one of an office alone may be that of somebody named elsewhere."""
    return any(not isinstance(who, PersonMention) or who.name for who in journey.who)


def _draft(seen: Scene, journey: Journey, lines: tuple[Line, ...]) -> TripDraft:
    who = journey.who
    chosen = leading(journey.legs) or _head(seen, lines, journey)
    if chosen is not None and chosen is not heading(lines) and (above := foremost(seen, lines, journey.home)) and above.rank > chosen.rank:
        chosen = above  # `이번 출장에는 군수를 비롯한 …, 의원을 비롯한 … 방문단이 향한다`
    goals = _goals(journey)
    tour = widened(_tour(journey, who, goals), lines)
    days = stretch(journey.legs, [line for line in lines if not of_others(line, tour)])
    told: Status | None = "completed" if journey.background else _foiled(seen, journey) or _status(journey)
    reference = seen.analysis.reference
    if days.start and days.end:
        tour = replace(tour, first=days.start.value, last=days.end.value)
    if told == "ongoing" and days.start and days.start.rule == "plain visit" and _lies_ahead(days.start.value, reference):
        days = replace(days, start=None)  # `방한한 의장은 … 3일 제주를 들른다`: a step to come
    if reference and told == "planned":
        tour = replace(tour, ahead_of=reference.isoformat())
    places = tuple(sorted((*goals, *stayed(lines, tour)), key=lambda p: p.span))
    if goals and all(p.country == journey.home for p in goals):
        places = tuple(p for p in places if not is_own_place(seen, journey, p))
    steps = stops(seen, lines, tour)
    places = _with_sites(seen, places, steps)
    values = finest([(p, named(p, "goal")) for p in _apart_from_parents(seen, places)])
    if days.start and days.start.rule == "plain visit" and any(s.date.value < days.start.value for s in steps if s.date):
        # Days of events on a longer journey are not its own.
        days = replace(days, start=None)
    status = by_days(days.start.value if days.start else None, days.end.value if days.end else None, reference, told)
    if status == "completed" and reference and any(s.date.value > reference.isoformat() for s in steps if s.date):
        status = "ongoing"
    if status == "completed" and told == "completed" and any(_still_to_do(line, reference) for line in lines if not of_others(line, tour)):
        status = "ongoing"
    once = days.start is not None and days.start.rule == "plain visit" and days.end is None and len(journey.countries) == 1
    later = days.start is not None and any(s.date.value > days.start.value for s in steps if s.date and s.place)
    if status == "ongoing" and once and not later and days.start and long_over(days.start.value, reference):
        status = "completed"
    trigger = journey.legs[0].span
    return TripDraft(
        trigger=trigger,
        confidence=confidence(
            journey.legs, leader=chosen is not None, dated=days.start is not None,
            fine=any(p.level != "country" for p in places), stops=len(steps), background=journey.background,
        ),
        background=journey.background,
        direction=Filled(_direction(journey), (trigger, places[0].span), "direction"),
        status=Filled(status, (trigger,), "status") if status else None,
        leader=leader(seen, chosen),
        organization=sent_by(journey.legs)
        or sender(seen, who, chosen, journey.home)
        or (topic_sender(journey.legs) if journey.home == HOME else None),
        companions=companions(seen, who, lines, chosen, journey.home),
        destinations=values,
        countries=_countries(places),
        start=days.start,
        end=days.end,
        nights=days.nights,
        days=days.days,
        purpose=purpose(journey.legs),
        stops=steps,
    )  # fmt: skip


def _with_sites(seen: Scene, places: tuple[PlaceMention, ...], steps: Sequence[StopDraft]) -> tuple[PlaceMention, ...]:
    """The places of a journey with the cities that only the names of what is visited tell (`헬싱키 중앙도서관`)."""
    own = {span for step in steps if step.place and step.visits for span in step.place.spans}
    cities = (p for p in seen.analysis.places if p.span in own and p.level == "city" and p not in places)
    return tuple(sorted((*places, *cities), key=lambda p: p.span))


def _lies_ahead(day: str, reference: date | None) -> bool:
    return reference is not None and "X" not in day and day > reference.isoformat()


def _still_to_do(line: Line, reference: date | None) -> bool:
    """`대표단은 13일 박물관을 둘러본다`, in the news of the 13th: whoever has come is there."""
    about: tuple[PersonMention | GroupMention, ...] = (*line.groups, *(p for p in line.people if p.name))
    topic = next((one for one in about if one.role == "topic" and not line.spoken(one.span.start)), None)
    today = reference is not None and any(d.start == reference.isoformat() and not d.announces for d in line.dates)
    acts = words("acts").search(line.plain) is not None
    return topic is not None and today and acts and by_tense(line.plain, line.offset(topic.span)) == "planned"


def _head(seen: Scene, lines: tuple[Line, ...], journey: Journey) -> PersonMention | None:
    """Who leads, where no traveller is named as such."""
    told = heading(lines) or foremost(seen, lines, journey.home) or acting(seen, lines, journey)
    told = told or alongside(journey)
    return told or party_of(seen, lines, journey.home)


def _foiled(seen: Scene, journey: Journey) -> Status | None:
    """What became of a journey that was to be, by the word that the article has for it."""
    told = [leg for leg in journey.legs if _was_to_be(seen, leg) and not cut_short(leg.line.text)]
    texts = [*(leg.line.text[leg.trigger.end :] for leg in told), *(line.text for line in seen.lines)] if told else []
    return next((word for word in map(off_word, texts) if word), None)


def _was_to_be(seen: Scene, leg: Leg) -> bool:
    """Whether a leg is told as a plan of the past, by its whole sentence (the verb may be another's too)."""
    line = seen.lines[leg.line.number]
    return was_to_be(line.plain, leg.span.end - line.sentence.start)


def _status(journey: Journey) -> Status | None:
    """Called off wherever it is said so; else under way where one is (`순방 중인`); else as first told."""
    told = [(leg.status, leg.trigger.kind) for leg in journey.legs if leg.status]
    off: tuple[Status, ...] = ("cancelled", "postponed")
    for status in off:
        if any(one == status for one, _ in told):
            return status
    if any(one == "completed" and kind == "return" for one, kind in told):
        return "completed"
    if any(is_still(leg.line.text, leg.trigger) for leg in journey.legs):
        return "ongoing"
    if told and told[0][1] == "stay" and any(leg.status == "ongoing" and leg.trigger.adnominal for leg in journey.legs):
        return "ongoing"
    if told[:1] == [("planned", "return")] and any(status != "planned" for status, _ in told):
        return "ongoing"  # `10일 귀국한다`, of whoever is told to be there
    first, later = (told[0][0], told[1:]) if told else (None, [])
    if first == "planned" and any(has_left(leg.line.text, leg.trigger) for leg in journey.legs):
        return "ongoing"
    if first == "planned" and ("ongoing", "leave") in later:
        return "ongoing"  # `방문하기 위해 이날 출국했다`, behind a lead that has `방문한다`
    over = any(is_over(leg.line.text, leg.trigger) for leg in journey.legs)
    if first == "completed" and not over and any(one == "planned" for one, kind in later if kind != "stay"):
        # He has come, and will meet: he is there.
        return "ongoing"
    return first


def _goals(journey: Journey) -> tuple[PlaceMention, ...]:
    goals = tuple(p for leg in journey.legs for p in leg.goals)
    abroad = tuple(p for p in goals if p.country != journey.home) or goals
    return tuple(p for p in abroad if p.level != "continent") or abroad


def _tour(journey: Journey, who: Sequence[Who], goals: Sequence[PlaceMention]) -> Tour:
    people = frozenset(w.person for w in who if isinstance(w, PersonMention))
    bodies = frozenset(name for kind, name in journey.keys if kind == "body")
    countries = frozenset(p.country for p in goals if p.country)
    hosts = frozenset(p.span for leg in journey.legs if leg.trigger.kind == "invite" for p in leg.goals)
    return Tour(journey.home, countries, people, bodies, journey.home != HOME and HOME in countries, hosts)


def _apart_from_parents(seen: Scene, places: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """Places but for regions that only say where a city lies (`전남 나주시`)."""
    parents = {seen.analysis.places[p.parent].span for p in places if p.parent is not None}
    return tuple(p for p in places if not is_region(p) or p.span not in parents)


def _direction(journey: Journey) -> str:
    goals = journey.countries - {journey.home}
    if journey.home == HOME:
        return "outbound" if goals or _far_off(journey) else "domestic"
    return "inbound" if HOME in goals else "foreign"


def _countries(places: Sequence[PlaceMention]) -> tuple[Filled[str], ...]:
    found: dict[str, Filled[str]] = {}
    for place in places:
        if place.country and place.country not in found:
            found[place.country] = Filled(place.country, (place.span,), "country")
    return tuple(found.values())
