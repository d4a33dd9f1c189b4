"""Legs: each sentence that tells of a journey, with who, where, and how it is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from clipper.data import rows
from clipper.extract.frames.trip.destinations import goals
from clipper.extract.frames.trip.groups import FOREIGN, GroupMention
from clipper.extract.frames.trip.homes import are_guests, home_of, host_place, nameless, sending_country
from clipper.extract.frames.trip.lexicon import same_topic
from clipper.extract.frames.trip.past import is_background, just_back, when_of
from clipper.extract.frames.trip.scene import HOME, Line, Scene
from clipper.extract.frames.trip.spoken import is_announced
from clipper.extract.frames.trip.status import Status, is_still, of_trigger
from clipper.extract.frames.trip.traveller import NOBODY, Party, Who, candidates, party, posted_here, stands_behind
from clipper.extract.frames.trip.triggers import Trigger, has_trigger, triggers
from clipper.extract.mentions.dates import DateMention
from clipper.extract.mentions.orgs import OrgMention
from clipper.extract.mentions.people import PersonMention
from clipper.extract.mentions.places import PlaceMention
from clipper.extract.spans import Span
from clipper.extract.tokens import tokens

# `이 의원은 이번 연수에 참여하지 않았다`
_STAYS_AWAY = re.compile(r"(?:에|에는|에도|단에)?\s?(?:(?:참여|참가|동행|동참)하지 않|불참(?:했|한다)|빠졌|빠진다)")
_OF_TRIP, _PLURAL = 4, ("들", "단", "진")
# Told of before it is said where to.
_AIMLESS = frozenset({"leave", "return", "tour", "visit", "send"})
# How a body told of before is named in short.
_COUNCILS = frozenset({"의회", "시의회", "군의회", "구의회", "도의회", "교육청", "시교육청", "도교육청", "협회", "대학", "공사", "공단"})
_SOME_MEMBERS = re.compile(r"(?:의원|위원|공무원|직원|교직원|회원|임직원)\s?(?:등\s)?\d+여?\s?명[은는]$")


@dataclass(frozen=True)
class Leg:
    """One telling of a journey: `goals` where to, `home` the traveller's country, `when` the date that goes with it."""

    line: Line
    trigger: Trigger
    party: Party
    goals: tuple[PlaceMention, ...]
    home: str
    status: Status | None
    when: DateMention | None
    background: bool

    @property
    def span(self) -> Span:
        """Where the trigger stands."""
        return self.trigger.span(self.line)

    @property
    def countries(self) -> frozenset[str]:
        """The countries of the goals."""
        return frozenset(p.country for p in self.goals if p.country)


def legs(scene: Scene) -> tuple[Leg, ...]:
    """All legs of an article in order."""
    found: list[Leg] = []
    topic = NOBODY
    for line in scene.lines:
        if line.caption:
            continue
        here = [_homeward(leg, found) for leg in _of_line(scene, line, topic)]
        found.extend(here)
        topic = _topic(here, _named_again(line, found) or topic)
    return tuple(found)


def _homeward(leg: Leg, before: Sequence[Leg]) -> Leg:
    """`대표단은 24일 입국해 … 27일 출국한다`: guests who leave go home; our own who come in are home again."""
    if not leg.goals and leg.home == HOME and leg.line.text.startswith("입국", leg.trigger.start):
        return replace(leg, trigger=replace(leg.trigger, kind="return"))
    outward = leg.line.text.startswith(("출국", "이한"), leg.trigger.start)
    if leg.trigger.kind != "leave" or leg.home in {"", HOME} or (HOME in leg.countries and not outward):
        return leg
    came = any(HOME in one.countries and one.home == leg.home for one in before)
    if came and (leg.countries == {leg.home} or HOME in leg.countries):
        leg = replace(leg, goals=())  # `3일 독일로 떠난다`
    return replace(leg, trigger=replace(leg.trigger, kind="move" if leg.goals else "return")) if came else leg


def may_go(lines: Sequence[Line]) -> bool:
    """A look before people and bodies are looked for: whether any leg can have goals, which are places of its line."""
    told = (line for line in lines if has_trigger(line) and not line.caption)
    return any(line.may_name_place() and line.places and triggers(line) for line in told)


def _topic(here: list[Leg], before: Party) -> Party:
    """Whom the next sentence goes on about: the travellers of this one, else those before."""
    told = [leg.party for leg in here if leg.party.who and not _counts_from(leg)]
    return told[-1] if told else before


def _counts_from(leg: Leg) -> bool:
    """`2000년 김 전 대통령의 방문 이후 19년 만이다`: a journey that another is only counted from."""
    return leg.party.rule == "genitive" and bool(_SINCE.match(leg.line.text, leg.trigger.end))


_SINCE = re.compile(r"(?:에)?\s?(?:이후|이래|이어|이은|다음|후)[\s,로]")


def _named_again(line: Line, found: Sequence[Leg]) -> Party | None:
    """The travellers told of before whom a line is about again (`문 대통령은 11일 …`), also where it has no word of travel."""
    if not found:  # asked before people are looked for: in most articles nobody travels
        return None
    about = {p.person for p in line.people if p.role == "topic" and not p.bracketed and not line.spoken(p.span.start)}
    return next((leg.party for leg in reversed(found) if about & {p.person for p in leg.party.people}), None) if about else None


def _of_line(scene: Scene, line: Line, topic: Party) -> Iterator[Leg]:
    every = triggers(line)
    others: Leg | None = None
    for number, trigger in enumerate(every):
        if line.spoken(line.sentence.start + trigger.start) and not is_announced(line, trigger):
            continue
        leg = _leg(scene, line, trigger, _named_behind(line, every[number + 1 :]) or _sets_out(line, every, number) or topic)
        others = others or (leg if leg and leg.party.rule == "genitive" else None)
        if leg and others and leg.party.rule == "carried" and leg.when == others.when:
            # `이번 방한은 문 총리의 4월 방미 때처럼 짧은 방문이다`: the month is that of the other journey.
            leg = replace(leg, when=None)
        if leg and not (len(leg.party.people) > 1 and "각각" in line.text[: trigger.start]):
            yield from _sharing_the_verb(scene, line, leg)
        elif leg and len(leg.party.people) == len(leg.goals) == len(leg.party.who):
            # `문 원장과 오 원장은 각각 중국과 칠레를 방문했다`
            yield from (
                replace(leg, party=Party((who,), "subject"), goals=(goal,))
                for who, goal in zip(leg.party.people, leg.goals, strict=True)
            )


# `문 장관은 12일 중동을, 오 본부장은 일본을 방문한다`
_OBJECT = re.compile(r"(?:은|는|이|가)\s[^.]{0,60}?(?P<josa>을|를|에|로|)(?:\s각각)?(?:,| 그리고)\s")


def _sharing_the_verb(scene: Scene, line: Line, leg: Leg) -> Iterator[Leg]:
    """The leg, and before it those of others who have a goal of their own, and the verb in common."""
    first = next((who for who in leg.party.who if not isinstance(who, GroupMention)), None)
    if first is None or leg.trigger.kind not in _SHARED or leg.party.rule != "subject" or not leg.goals:
        yield leg
        return
    edge = last = line.offset(first.span)
    alone: list[Leg] = []
    named = (w for w in candidates(line) if not isinstance(w, GroupMention) and line.offset(w.span) < edge)
    for who in reversed([w for w in named if isinstance(w, OrgMention) or w.name]):
        said = _OBJECT.match(line.text, who.span.end - line.sentence.start)
        if said is None or said.end() != edge:
            break
        home = home_of(scene, Party((who,), "subject"))
        where = tuple(
            p for p in line.places
            if said.start() <= line.offset(p.span) < said.end() and not p.within and p.cue not in {"pair", "visit"} and p.country != home
        )  # fmt: skip
        if where and (said["josa"] or said.start("josa") == where[-1].span.end - line.sentence.start):
            days = [d for d in line.dates if said.start() <= line.offset(d.span) < said.end() and d.dated and not d.announces]
            whose = replace(leg, party=Party((who,), "subject"), goals=where, home=home, when=days[-1] if days else None)
            alone.append(_cut(whose, line.offset(who.span), said.end()))
        edge = line.offset(who.span)
    yield from reversed(alone)
    yield _cut(leg, last, len(line.text)) if alone else leg


_ABROAD = ("해외", "외국")
_SHARED = frozenset({"visit", "tour", "leave", "arrive"})


def _cut(leg: Leg, start: int, end: int) -> Leg:
    """A leg with the part of its line that is its own; the trigger may stand behind it."""
    line, trigger = leg.line, leg.trigger
    text = line.text[start:end].rstrip(", ")
    sentence = line.sentence._replace(start=line.sentence.start + start, end=line.sentence.start + start + len(text), text=text)
    adnominal = None if trigger.adnominal is None else trigger.adnominal - start
    moved = replace(trigger, start=trigger.start - start, end=trigger.end - start, adnominal=adnominal)
    return replace(leg, line=replace(line, sentence=sentence), trigger=moved)


def _leg(scene: Scene, line: Line, trigger: Trigger, topic: Party) -> Leg | None:
    entry = line.text.startswith("입국", trigger.start)
    aimless = trigger.goal is None and (trigger.kind in _AIMLESS or entry)
    if not aimless and not line.places:
        return None
    if _STAYS_AWAY.match(line.text, trigger.end):
        return None
    who = party(line, trigger)
    if who.rule == "along" and topic.who:
        who = Party(topic.who, "carried")
    where = goals(line, trigger)
    if not who.who and trigger.kind not in {"invite", "send"} and not stands_behind(line, trigger):
        who = Party(topic.who, "carried") if topic.who and not _own_topic(topic, line, trigger) else NOBODY
    if not who.who:
        return None
    home = home_of(scene, topic if topic.who and nameless(who) else who)
    home = sending_country(line, trigger, who) or (FOREIGN if home == HOME and are_guests(scene, line, who) else home)
    if who.rule == "carried" and trigger.goal is not None and trigger.goal.country == home:
        # `러시아 국방 수장의 방북` behind a line on the host: nobody visits his own country.
        return None
    where = tuple(p for p in where if p.country != home) or (where if _one_country(where, home) else ())
    if line.text.startswith(_ABROAD, trigger.start):
        where = tuple(p for p in where if p.country != HOME)  # `세종시 출범 이후 처음으로 외국에 나간다`
    guests = (home not in {"", HOME} and bool(line.people or who.groups)) or any(map(posted_here, who.people))
    if trigger.kind == "invite" or (not where and trigger.kind in {"visit", "arrive"} and guests):
        where = host_place(line, who)
    if not where and (not aimless or (entry and home == "")):
        return None
    when = when_of(line, trigger)
    status = of_trigger(_told(line, trigger), trigger)
    # `지난 4월말 출국해 1개월 넘도록 동구권을 돌고 있다`
    past = is_background(line, trigger, when) and not is_still(line.text, trigger)
    return Leg(line, trigger, who, where, home, status, when, background=past or just_back(line, trigger, where))


def _named_behind(line: Line, later: Sequence[Trigger]) -> Party | None:
    """`하노이를 방문하고 17일 귀국한 한 지사는`: who travels stands behind a later word of the sentence, when the first opens it."""
    for trigger in later:
        if stands_behind(line, trigger) and (found := party(line, trigger)).rule == "adnominal":
            return found
    return None


def _sets_out(line: Line, every: Sequence[Trigger], number: int) -> Party | None:
    """`몽골을 방문하기 위해 김 부상과 일행이 울란을 떠났다`: who goes stands before the word of leaving, behind the aim."""
    later = every[number + 1 : number + 2]
    if not later or later[0].kind != "leave" or not _IN_ORDER_TO.match(line.text, every[number].end):
        return None
    found = party(line, later[0])
    return found if found.rule == "subject" else None


_IN_ORDER_TO = re.compile(r"(?:하기 위해|하러|차)\s")


def _told(line: Line, trigger: Trigger) -> str:
    """The sentence without what is spoken in it, but for a journey that is announced in quotation marks."""
    return line.text if line.spoken(line.sentence.start + trigger.start) else line.plain


def _own_topic(topic: Party, line: Line, trigger: Trigger) -> bool:
    """Whether the sentence is about somebody of its own (`기자들은`), so that nobody is carried over; some members of the
    body told of before (`의원 7명은`) are no others."""
    for token in tokens(line.sentence):
        if token.span.start - line.sentence.start >= trigger.start:
            return False
        near = trigger.start - (token.span.end - line.sentence.start)
        if token.role == "of" and near <= _OF_TRIP and trigger.kind in {"tour", "visit"} and token.stem.endswith(_PLURAL):
            # `당국자들의 출장도 취소됐다`
            return True
        if token.role == "topic" and token.particle in {"은", "는"} and not same_topic().search(token.stem):
            at = token.stem_span
            if topic.orgs and not topic.people and _SOME_MEMBERS.search(line.text[: token.span.end - line.sentence.start]):
                continue
            if token.stem.endswith(_PLURAL) and any(token.stem[:-1] in crew.name for crew in topic.groups if crew.crew):
                continue
            if token.stem in _COUNCILS and any(body.name.endswith(token.stem) for body in topic.orgs):
                continue
            known = [day.span for day in line.dates] + [place.span for place in line.places]
            if len(token.stem) > 1 and not any(at.overlaps(span) for span in known):
                return True
    return False


def _one_country(where: tuple[PlaceMention, ...], home: str) -> bool:
    return all(p.country == home for p in where)


@cache
def _heads() -> tuple[str, ...]:
    return tuple(sorted((row["head"] for row in rows("delegations")), key=len))


def _head(name: str) -> str:
    """The word that a delegation's name ends with: `해외시장개척단` is later the `시장개척단`."""
    return next((head for head in _heads() if name.endswith(head)), name)


def members(who: Who) -> tuple[tuple[str, str], ...]:
    """Keys by which two tellings are known to speak of one traveller."""
    if isinstance(who, PersonMention):
        keys = [("person", str(who.person))]
        if who.organization:
            keys.append(("body", who.organization))
        return tuple(keys)
    if isinstance(who, OrgMention):
        return (("body", who.canonical), ("body", who.name))
    if isinstance(who, GroupMention):
        return (("group", _head(who.name)), *((("body", who.owner),) if who.owner else ()))
    return ()
