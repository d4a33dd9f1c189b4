"""Acts away from home: whoever meets, speaks or signs in a foreign place has travelled there, though no word says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from clipper.extract.frames.trip.destinations import CITY_STATES, listed_with, origin
from clipper.extract.frames.trip.groups import FOREIGN
from clipper.extract.frames.trip.heads import heads_a_group
from clipper.extract.frames.trip.legs import Leg
from clipper.extract.frames.trip.lexicon import ends, words
from clipper.extract.frames.trip.past import is_background, when_of
from clipper.extract.frames.trip.scene import HEAD_RANK, HOME, Line, Scene
from clipper.extract.frames.trip.status import by_tense
from clipper.extract.frames.trip.traveller import Party, Who
from clipper.extract.frames.trip.triggers import Trigger
from clipper.extract.mentions.orgs import OrgMention
from clipper.extract.mentions.people import PersonMention
from clipper.extract.mentions.places import PlaceMention
from clipper.extract.patterns import any_word

_THERE = re.compile(
    r"(?:\([^()]*\))?\s?(?:시|주)?(?:에서|서(?=\s)|(?:\s[‘'“]?[가-힣A-Za-z()0-9]{1,14}[’'”]?){1,3}에\s(?=참석|참가|참관)|에 있는|에 위치한|"
    r"(?:\s[‘'“]?[가-힣A-Z()0-9]{1,12}[’'”]?){1,3}에서)"
)
# What every match of `_THERE` holds.
_SOMEWHERE = re.compile(r"에서|서\s|에 있는|에 위치한|에\s(?:참석|참가|참관)")
# `방콕에서 체결된 양해각서`: what is told of is the agreement.
_SIGNED = re.compile(r"(?:\([^()]*\))?\s?(?:시|주)?에서\s(?:체결|채택|합의|서명|발표)(?:된|한)\s")
_MEETING = re.compile(r"^에서\s.{0,50}(?:면담|만나|만났|회담|회동|서명|체결)")
# `도쿄 공장에서 열린 준공식에서 “…”고 말했다`
_SPOKE = re.compile(
    r"(?:\([^()]*\))?(?:\s[^\s.]{1,12}){0,2}에서\s(?:열린|개최된)\s[^.“\"]{0,40}?(?:식|회의|총회|포럼|행사|대회|박람회|[콘컨]퍼런스|심포지엄|서밋)"
    r"(?:\([^()]*\))?에서\s(?:[“\"]|[^.“\"]{4,40}?[다라]고\s(?:말했|밝혔|강조했|역설했|촉구했|제안했))"
)
_VIDEO = re.compile(r"화상(?:으로|을 통해|회의|회담|연설|축사| 연설| 축사| 회의| 방식)")
_HEADING = re.compile(r"[을를] (?:수석대표|단장|대표)로")
_HEADED = re.compile(rf"^(?:\([^()]*\))?{_HEADING.pattern}")
_BAND = re.compile(r"^(?:\([^()]*\))?(?:\s\d+여?\s?(?:명|개사|개 사|개 업체))?(?:은|는|이|가|,)\s")
_OFFICIAL = frozenset({"government", "local_gov", "institute", "university", "association", "council"})
_AHEAD, _MOST, _LED = 3, 12, 24
# What a following sentence may tell the guests of: the last word of its name.
_EVENT = re.compile(r"(?P<name>[가-힣]{1,4}(?:회의|회담|총회|포럼))(?:을|를|이|가)\s")
_NEAR, _SOON, _BEHIND = 40, 60, 90  # letters around a place, and behind it
_MINISTER = 90
_OFFICIAL_RANK = 60  # of whom it is news that he only spoke or was there
# What every act away holds somewhere in its sentence, but for `_EVENT`.
@cache
def _done() -> re.Pattern[str]:
    return re.compile(any_word(dict.fromkeys((*ends("acts"), *ends("events_go"), *ends("sends")))))


def away(scene: Scene) -> tuple[Leg, ...]:
    """A leg for each act in a place that is not the actor's own country, in order."""
    found = []
    lines = [line for line in scene.lines if _may_tell(line)]
    remote = _by_video(scene) if lines else frozenset()
    for line in lines:
        places = [place for place in line.places[:_MOST] if place.canonical not in remote]
        found += [leg for place in places for leg in _at(scene, line.number, line, place)][:1]
    return tuple(found)


def may_act(scene: Scene) -> bool:
    """A look before people and bodies are looked for: whether anything is done in a place that is news to be in."""
    lines = (line for line in scene.lines if _may_tell(line) and line.may_name_place(_THERE))
    return any(_is_news(scene, line, place) and _may_be_acted(scene, line, place) for line in lines for place in line.places[:_MOST])


def _may_tell(line: Line) -> bool:
    """A look at the words alone, before places are looked for: whether something is done somewhere."""
    text = line.text
    if _SOMEWHERE.search(text) is None:
        return False
    # The events that are no acts by themselves (`포럼` is one) are meetings in these words.
    event = _done().search(text) or (("회의" in text or "총회" in text) and _EVENT.search(text))
    return bool(event) and not line.caption


def _is_news(scene: Scene, line: Line, place: PlaceMention) -> bool:
    """Whether an act in a place can be a journey to it: at home only that of a foreign head, or of a delegation."""
    abroad = place.country != HOME or scene.names_heads or bool(_told_heading(scene, line.number))
    return abroad and _THERE.match(line.behind(place.span, _BEHIND)) is not None


def _may_be_acted(scene: Scene, line: Line, place: PlaceMention) -> bool:
    """Whether the words around a place have what each way of telling who acts there needs (`_at` asks for it first)."""
    behind = line.behind(place.span, _BEHIND)
    acts = bool(words("acts").search(behind[:_SOON]) or _SPOKE.match(behind)) or _held_there(line, place)
    if (acts and not _is_only_told(place, behind)) or (words("events_go").search(behind) and _told_heading(scene, line.number)):
        return True  # `_actors`, `_delegates`
    if place.country == HOME:
        return False
    return acts or bool(words("sends").search(behind) or _EVENT.search(_around(line, place)))  # `_bands`, `_senders`, `_attendants`


def _is_only_told(place: PlaceMention, behind: str) -> bool:
    """Whether a country is but where something is: acts are told of cities, but for meetings."""
    return place.level == "country" and place.name not in CITY_STATES and not _MEETING.search(behind[:_SOON])


def _around(line: Line, place: PlaceMention) -> str:
    at = line.offset(place.span)
    return line.text[max(0, at - _NEAR) : at + _NEAR]


def _by_video(scene: Scene) -> frozenset[str]:
    """The cities where somebody is told to have spoken by video: `다보스에서 열린 포럼에서 화상으로 연설했다`."""
    lines = (line for line in scene.lines if _VIDEO.search(line.text))
    return frozenset(p.canonical for line in lines for p in line.places if p.level != "country" and not p.is_korean)


def _at(scene: Scene, number: int, line: Line, place: PlaceMention) -> Iterator[Leg]:
    if place.within or place.level == "continent" or place.cue in {"pair", "visit", "embassy"}:
        return
    if any(other.span.start - place.span.end == 1 and not other.within for other in line.places):
        # `스페인 마드리드에서`: the finer place tells it.
        return
    behind = line.behind(place.span, _BEHIND)
    if _SIGNED.match(behind) or line.spoken(place.span.start) or origin(line, place):
        return
    if not (_is_news(scene, line, place) and _may_be_acted(scene, line, place)):
        return
    told = by_tense(line.plain, line.offset(place.span))
    who = _actors(scene, line, place, behind) or _delegates(scene, number, place, behind)
    who = who or _attendants(scene, number, line, place) or _bands(scene, line, place, behind) or _senders(scene, line, place, behind)
    if not who:
        return
    sent = next((one for one in scene.lines[number : number + _AHEAD] if one.people and who[0] in one.people), line)
    if sent is not line:
        told = by_tense(sent.plain, sent.offset(who[0].span))
    at = line.offset(place.span)
    trigger = Trigger(at, at + len(place.name), "stay", "any", None, None, False)
    when = when_of(line, trigger)
    yield Leg(
        line, trigger, Party(who, "away"), listed_with(line, place), scene.home_of(who[0]), told, when,
        is_background(line, trigger, when),
    )  # fmt: skip


def _actors(scene: Scene, line: Line, place: PlaceMention, behind: str) -> tuple[Who, ...]:
    """`이주열 총재는 4일 마닐라에서 기자간담회를 열고`."""
    acts = words("acts").search(behind[:_SOON]) or _held_there(line, place) or _SPOKE.match(behind)
    if not acts or "화상" in line.text or _is_only_told(place, behind):
        return ()
    named = [p for p in line.people if p.name and not p.bracketed and (_acting(line, p) or _present(line, place, p))]
    guests = [p for p in named if scene.home_of(p) not in {"", FOREIGN, place.country} and not _resident(line, p)]
    least = HEAD_RANK if place.country == HOME else 0 if words("acts").search(behind[:_SOON]) else _OFFICIAL_RANK
    guests = [p for p in guests if p.rank >= least]
    chosen = [p for p in guests[:1] if not line.spoken(p.span.start)]
    led = [g for g in line.groups if chosen and 0 < g.span.start - chosen[0].span.end < _LED]
    return (*chosen, *led)


def _acting(line: Line, person: PersonMention) -> bool:
    """Whether somebody is what the sentence is about (`이 총재는`, `이 의원의 경우`)."""
    if person.role != "with":
        return person.role in {"topic", "subject"} or line.behind(person.span).startswith("의 경우")
    # `한 시장과 모로 장관은`: only with the subject that follows.
    behind = (p for p in line.people if 0 < p.span.start - person.span.end <= _LED)
    return any(p.role in {"topic", "subject", "with"} for p in behind) or not person.name


# `한 시장, 문 의장 등이 참석한 가운데`
_PRESENT = re.compile(r"(?:\([^()]*\))?(?:(?:,|와|과)\s[^.]{2,50})?(?:\s등(?:\s\S{1,8}){0,3})?[이가]?\s(?:참석|참가)한\s가운데")


def _present(line: Line, place: PlaceMention, person: PersonMention) -> bool:
    """Whether somebody is told to have been there when something was done (`망시에서 한 시장 등이 참석한 가운데 개관식을 가졌다`)."""
    if "가운데" not in line.text:
        return False
    there = _PRESENT.match(line.behind(person.span, 80))
    if person.span < place.span:
        # `준공식이 문 회장 등이 참석한 가운데 7일 하노이에서 열렸다`
        end = person.span.end - line.sentence.start + (there.end() if there else 0)
        return there is not None and _held_there(line, place) and not _SUBJECT.search(line.text[end : line.offset(place.span)])
    return there is not None and not _SUBJECT.search(line.between(place.span, person.span))


def _held_there(line: Line, place: PlaceMention) -> bool:
    """Whether something is told to have been held in a place, behind those who were there."""
    before = line.before(place.span, _NEAR)
    return "가운데" in before and words("events_go").search(line.behind(place.span, _HELD)) is not None


_HELD = 24


_SUBJECT = re.compile(r"[은는이가]\s")


def _resident(line: Line, person: PersonMention) -> bool:
    """Whether somebody lives where he acts: an ambassador, the head of a branch, `재미동포 문 회장`."""
    return (person.title or "").endswith(ends("residents")) or _COMPATRIOT.search(line.before(person.span)) is not None


_COMPATRIOT = re.compile(r"(?:동포|교포|교민|한인|유학생)\s(?:[가-힣]{2,8}\s)?$")


def _delegates(scene: Scene, number: int, place: PlaceMention, behind: str) -> tuple[Who, ...]:
    """`… 마드리드에서 개최된다. 조명래 장관을 수석대표로 대표단이 참석한다`."""
    if not words("events_go").search(behind):
        return ()
    for line in _told_heading(scene, number):
        for person in line.people:
            if _HEADED.match(line.behind(person.span)) and scene.home_of(person) not in {"", FOREIGN, place.country}:
                return (person, *[g for g in line.groups if g.span > person.span][:1])
    return ()


def _told_heading(scene: Scene, number: int) -> tuple[Line, ...]:
    """The lines from one on that may tell who heads a delegation: people are looked for in these only."""
    return tuple(line for line in scene.lines[number : number + _AHEAD] if _HEADING.search(line.text))


def _attendants(scene: Scene, number: int, line: Line, place: PlaceMention) -> tuple[Who, ...]:
    """`한중일 정상회의를 9일 도쿄에서 개최한다. 정상회의에는 문 대통령이 참석한다`: who attends what is held there."""
    if place.country == HOME:
        return ()
    for event in _EVENT.finditer(_around(line, place)):
        for other in scene.lines[number + 1 : number + _AHEAD]:
            said = re.search(rf"{event['name']}에는?\s.*(?:참석|참가)", other.text)
            if said is None:
                continue
            going = [p for p in other.people if p.name and said.start() < other.offset(p.span) < said.end()]
            guests = [p for p in going if scene.home_of(p) == HOME and p.rank >= _MINISTER]
            if guests:
                return tuple(guests[:1])
    return ()


def _senders(scene: Scene, line: Line, place: PlaceMention, behind: str) -> tuple[Who, ...]:
    """`국립생물자원관은 … 아루샤에서 학술회를 개최한다`: an office of ours acts there; who went is told elsewhere."""
    if place.country == HOME or not words("sends").search(behind):
        return ()
    bodies = [o for o in line.orgs if o.span < place.span and _official(scene, o) and _is_topic(line, o)]
    return tuple(bodies[-1:])


def _bands(scene: Scene, line: Line, place: PlaceMention, behind: str) -> tuple[Who, ...]:
    """`의료봉사단이 시엠레아프에서 봉사활동을 펼치고`: a delegation, or members of a body, who act there."""
    if place.country == HOME or not words("acts").search(behind[:_SOON]):
        return ()
    headed = any(p.name and heads_a_group(line, p) for p in line.people) if line.groups else False
    bands = [g for g in line.groups if (g.owner or headed) and g.span < place.span and _BAND.match(line.behind(g.span, 40))]
    return tuple(bands[-1:]) if bands and scene.home_of(bands[-1]) not in {"", FOREIGN, place.country} else ()


def _official(scene: Scene, body: OrgMention) -> bool:
    """Whether a body is a public one of South Korea: a firm's act abroad is no journey by itself."""
    home = scene.told_home(body)
    return (home or HOME) == HOME and (body.kind in _OFFICIAL or (not body.kind and home == HOME))


def _is_topic(line: Line, body: OrgMention) -> bool:
    return bool(re.match(r"^(?:\([^()]*\))?\)?(?:은|는|이|가)\s", line.behind(body.span, 40)))
