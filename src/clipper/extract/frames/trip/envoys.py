"""Envoys told by where they are to go: `폴란드 특사단은 문 의원이 이끈다`, `칠레에는 오 의원이 단장으로 나선다`, `▽몽골=고 의원(단장)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from clipper.extract.frames.trip.legs import Leg
from clipper.extract.frames.trip.lexicon import any_of, words
from clipper.extract.frames.trip.past import is_background, when_of
from clipper.extract.frames.trip.scene import HOME, Line, Scene
from clipper.extract.frames.trip.status import Status, by_tense
from clipper.extract.frames.trip.traveller import Party
from clipper.extract.frames.trip.triggers import Trigger
from clipper.extract.mentions.people import PersonMention
from clipper.extract.mentions.people.names import korean_name
from clipper.extract.mentions.places import PlaceMention

_LIST = re.compile(r"^\s?[▽▼△▲▷▶◇◆○●■□◎☆★\-∙·*]\s?$")
_NAMED = re.compile(r"(?:\([^()]*\))?(?:\s?\S{1,4}단?)?\s?[=:：]\s?")
# `칠레에는 오 의원이`, `칠레로는`
_TO_THERE = re.compile(
    r"(?:\([^()]*\))?(?:(?:에는|에|로는|으로는|엔)\s(?=(?P<rest>[^.]*))|"
    r"[은는]\s(?=(?P<list>(?:특사)?단장에\s|[^.,]{4,24}[이을를] 단장으로)))"
)
# Members told of in the sentence behind (`단원은 오 의원과 고 의원으로 구성됐다`, `오 의원과 고 의원이 함께한다`).
_MEMBERS = re.compile(r"^(?:특사)?(?:단원|단원들|수행단)(?:은|으로|으로는|에는|엔)\s")
_WITH_THEM = re.compile(r"(?:이|가|도)\s(?:단원으로\s)?(?:함께(?:하|한|할)|동행(?:하|한|할)|합류(?:하|한|할)|수행(?:하|한|할))")
_SENT_AS = re.compile(r"(?:을|를|이|가|은|는)\s[^.]{0,30}?특사(?:단장)?로\s[^.]{0,30}?(?:파견|보[내낸냈낼]|임명|지명|내정|간다|가게)")
_AS_HEAD = re.compile(r"\S{0,2}\s?\(단장\)|[이가을를] 단장")
_SEVERAL, _HEAD, _REACH = 2, 12, 5


def envoys(scene: Scene) -> tuple[Leg, ...]:
    """A leg for each mission of our own that is told by its goal and those who are of it, in order."""
    told = [line.number for line in scene.lines if words("missions").search(line.text)]
    near = [line for line in scene.lines if any(0 <= line.number - number <= _REACH for number in told)]
    return tuple(leg for line in near if line.places and not line.caption for leg in _of_line(scene, line))


def may_be_sent(scene: Scene) -> bool:
    """A look before people and bodies are looked for: whether a mission and a place abroad are told of at all."""
    told = any(words("missions").search(line.text) for line in scene.lines)
    return told and any(not place.is_korean for line in scene.lines for place in line.places)


def apart_from_sums(told: Sequence[Leg], missions: Sequence[Leg]) -> tuple[Leg, ...]:
    """The legs without those that only sum several missions up (`체코와 태국에 특사단을 파견한다`)."""
    countries = {c for leg in missions for c in leg.countries}
    if len(countries) < _SEVERAL:
        return tuple(told)
    return tuple(leg for leg in told if leg.party.people or not (leg.trigger.kind in {"send", "leave"} and leg.countries <= countries))


@cache
def _mission() -> re.Pattern[str]:
    return re.compile(rf"(?:특별|대통령\s?|당선인\s?|고위급\s?)?(?:{any_of('missions')})(?:\s?단?장)?")


@cache
def _of_mission() -> re.Pattern[str]:
    """What stands between a country and those who are sent there."""
    bound = r"(?:[을를로에]|으로)\s(?:향하는|향할|가는|갈|가게 될|파견되는|파견할|파견될|파견하는|보낼|보내는|방문하는|방문할)"
    return re.compile(rf"(?:\([^()]*\))?(?:{bound})?\s(?:{_mission().pattern})(?P<tail>(?:의 단장)?(?:[은는에이]|에는|[으]?로는?|을 맡))\s")


def _of_line(scene: Scene, line: Line) -> Iterator[Leg]:
    starts = [place for place in line.places if not place.within and place.cue not in {"pair", "visit", "embassy"} and not place.is_korean]
    opened = [(place, _opening(line, place)) for place in starts]
    heads = [(place, at) for place, at in opened if at and (_names_envoys(scene, line) or not _is_listed(line, place))]
    for number, (place, at) in enumerate(heads):
        end = line.offset(heads[number + 1][0].span) if number + 1 < len(heads) else len(line.text)
        people = [p for p in line.people if at <= line.offset(p.span) < end and _is_ours(scene, p)]
        if len(heads) == 1 and not people and "맡" in line.text[at - 2 : at + 2]:
            people = [p for p in line.people if p.role in {"topic", "subject"} and line.offset(p.span) < at and _is_ours(scene, p)]
        if people and _is_told(line, place, at):
            yield _leg(line, place, people if end < len(line.text) else [*people, *_members(scene, line)])
    if not heads:
        yield from _sent_as(scene, line, starts)


def _is_listed(line: Line, place: PlaceMention) -> bool:
    return _LIST.match(line.text[: line.offset(place.span)]) is not None


def _names_envoys(scene: Scene, line: Line) -> bool:
    """Whether what stands before a list says that it is one of those who are sent."""
    before = scene.lines[max(0, line.number - _REACH) : line.number]
    return any("특사" in one.text or "명단" in one.text for one in before)


def _opening(line: Line, place: PlaceMention) -> int:
    """Where that begins which is told of the mission to a place; 0 where none is."""
    end = place.span.end - line.sentence.start
    if _is_listed(line, place) and (named := _NAMED.match(line.text, end)):
        return named.end()
    if to := _of_mission().match(line.text, end):
        return to.end()
    there = _TO_THERE.match(line.text, end)
    return there.end() if there and (there["list"] or words("envoy_role").search(there["rest"])) else 0


def _is_told(line: Line, place: PlaceMention, at: int) -> bool:
    """Whether they are said to be sent: a list says so by itself."""
    if line.spoken(place.span.start) or words("mooted").search(line.text):
        return False
    return _is_listed(line, place) or words("sent").search(line.text, at) is not None


def _is_ours(scene: Scene, person: PersonMention) -> bool:
    return bool(person.name and korean_name(person.name)) and scene.home_of(person) == HOME


def _members(scene: Scene, line: Line) -> Iterator[PersonMention]:
    """Those of whom the next sentence says that they go too."""
    behind = scene.lines[line.number + 1 : line.number + 2]
    for other in behind:
        joined = _WITH_THEM.search(other.text) if not other.places else None
        if _MEMBERS.match(other.text) or joined:
            until = joined.start() if joined else len(other.text)
            yield from (p for p in other.people if _is_ours(scene, p) and other.offset(p.span) < until)


def _sent_as(scene: Scene, line: Line, places: Sequence[PlaceMention]) -> Iterator[Leg]:
    """`대통령은 … 파나마에 문 의원을 특사로 파견한다`: with one country in the sentence."""
    states = {place.country for place in places}
    if "특사" not in line.text or len(states) != 1 or words("mooted").search(line.text):
        return
    last = next((p for p in line.people if _is_ours(scene, p) and _SENT_AS.match(line.behind(p.span, 90))), None)
    if last is None or line.spoken(last.span.start):
        return
    people = [last]
    for one in reversed([p for p in line.people if p.span < last.span]):
        if line.between(one.span, people[0].span).strip() not in {"·", ",", "와", "과", "및", "ㆍ"}:
            break
        people.insert(0, one)
    yield _leg(line, places[-1], people)


def _leg(line: Line, place: PlaceMention, people: Sequence[PersonMention]) -> Leg:
    heads = [p for p in people if _AS_HEAD.match(line.behind(p.span, _HEAD))]
    who = tuple(dict.fromkeys((*heads[:1], *people)))
    at = line.offset(place.span)
    trigger = Trigger(at, at + len(place.name), "send", "any", None, None, False)
    when = when_of(line, trigger) or next((d for d in line.dates if d.dated and not d.announces and line.offset(d.span) > at), None)
    return Leg(line, trigger, Party(who, "envoy"), (place,), HOME, _status(line, at), when, is_background(line, trigger, when))


def _status(line: Line, at: int) -> Status | None:
    """Whoever is only named for a mission is yet to go."""
    named = words("appointed").search(line.text, at) or _LIST.match(line.text[:at])
    return "planned" if named else by_tense(line.plain, at)
