"""Where a trip goes: the places that a trigger reaches, in their chains and lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clipper.extract.drafts import Filled
from clipper.extract.frames.trip.groups import GroupMention
from clipper.extract.frames.trip.scene import Line
from clipper.extract.frames.trip.seats import seats
from clipper.extract.frames.trip.triggers import NAMES_GOALS, Trigger
from clipper.extract.mentions.people import PersonMention
from clipper.extract.mentions.places import PlaceMention
from clipper.extract.spans import Span
from clipper.records import Place

_FARTHEST, _NEAR = 70, 24
# Between two places of one list or chain: list marks, dates, `등`, and short nouns (`와 미국`, `, 이어 일본`).
# `중국 방문을 희망하는 기업을 찾는다`
_OTHER_TRIP = re.compile(r"방문(?!단)|순방(?!단)|출장|출국")
_LIST_GAP = re.compile(
    r"(?:\([^()]*\))?(?:시|주|성|현|의|,|·|ㆍ|‧|․|/|∙|와|과|및|등|에 이어|그리고|또|인근|수도|남부|북부|중부|동부|서부|지역|등지의|등의|"
    r"등\s?\d+개국|\d+개국|\d+개 도시|[을를] 시작으로|[~∼(),:\s])*"
)
_HELD_THERE = re.compile(r"(?:\([^()]*\))?에서 (?:\S{1,8} )?(?:열리는|개최되는|개최하는|열릴|개최될|진행되는|개막하는|개막되는)\s")
_TO_ATTEND = re.compile(
    r"[^.,]{1,50}?(?:에|을|를)?\s?(?:(?:참석|참가|참관|논의|협의|점검|체결|시찰|상담|유치)(?:하기 ?위해|키 ?위해|차 |을 위해)|"
    r"(?:살피|살펴보|둘러보)기 ?위해)"
)
# Words of travel that may have a part of the world for goal (`중동을 순방`).
_FAR_OFF = frozenset({"visit", "tour", "leave", "send"})
_TO_EVENT, _HOMEWARD, _ONWARD = 90, 24, 50
# `의왕시의 방문은`: who comes, not where to.
_OWN_VISIT = re.compile(r"의\s(?:[가-힣]{2,3}\s)?")
_LISTED = re.compile(r"(?:등 |순(?:서)?(?:으)?로 |[·,]|[가-힣](?:과|와) |및 ) ?$")
# `출국해 일본의 현지 법인을 둘러보고`: where somebody goes who leaves.
_THEN = re.compile(r"(?:,|해|하여|한 뒤|한 후|한 다음)[,\s]*(?P<way>[^.]*?)$")
_THERE = re.compile(
    r"(?:\([^()]*\))?(?:시|주)?(?:[을를의에]|에서|(?:과|와|,|·)\s?[^.]{1,30}?[을를의에]|\s[가-힣A-Za-z0-9 ]{1,30}[을를에])(?:서)?\s"
)
_FROM = re.compile(r"(?:\([^()]*\))?(?:시|주)?에서\s")
_MARKED = re.compile(r"(?:\([^()]*\))?(?:시|주|지역)?\s?(?:등)?(?:을|를|에|로|으로)\s")
_CLAUSE = re.compile(r"(?:[가-힣](?:고|며|해|하여|면서|지만|는데|아|어|여|돼)|통해|위해|따라),?\s")
_SUBJECT = re.compile(r"[가-힣](?:은|는|이|가)\s")
_ORIGIN = re.compile(
    r"^\s?(?:공항|국제공항)?(?:을|를|에서)?\s?(?:떠나|출발|통해|출국|이륙|경유|발\s|귀국|거쳐)|^발\s|^에서 (?:출발|출국|귀국|떠)"
)
_NOT_GOAL = re.compile(
    r"^인|^\s?(?:산|어|계|측|정부|대통령|총리|국적|현지시[간각]|시[간각]|언론|매체|대사|기업|관광객|투자자|시장(?:에|을|의| )|"
    r"달러|민|군|제|당국|출신|외교|국무|[을를] (?:중심|대상|기반|비롯)|남자|여자|팀|대표팀|선수)"
)


def goals(line: Line, trigger: Trigger) -> tuple[PlaceMention, ...]:
    """The places that a trigger goes to, in order of mention."""
    if trigger.goal:
        return (trigger.goal, *_chained_before(line, trigger))
    if named_behind := NAMES_GOALS.match(line.text, trigger.end):
        return tuple(p for p in line.places if line.offset(p.span) >= named_behind.end() and _plainly_abroad(p))
    if trigger.kind == "return":
        return _chained_before(line, trigger) or _back_from(line, trigger)
    told = _chained_before(line, trigger)
    if all(p.level == "country" for p in told):
        finer = tuple(p for p in seats(line, trigger) if not told or p.country in {t.country for t in told})
        told = tuple(sorted((*told, *finer), key=lambda p: p.span))
    return told or _mission(line, trigger) or _venue(line, trigger) or _onward(line, trigger)


def _plainly_abroad(place: PlaceMention) -> bool:
    return not place.within and not place.is_korean and place.level != "continent" and place.cue not in {"pair", "visit"}


def _back_from(line: Line, trigger: Trigger) -> tuple[PlaceMention, ...]:
    """`베트남에서 귀국했다`: where somebody comes home from, he has been."""
    for place in reversed(line.places):
        end = place.span.end - line.sentence.start
        if 0 <= trigger.start - end <= _HOMEWARD and not place.within and not place.is_korean and _FROM.match(line.text, end):
            return (place,)
    return ()


# `콜롬비아 대통령 취임식에`
_OF_STATE = re.compile(r"\s?(?:신임 )?(?:대통령|총리|국왕|국가주석)\s?(?:취임식|대관식|즉위식|장례식|국장)")


def _venue(line: Line, trigger: Trigger) -> tuple[PlaceMention, ...]:
    """`싱가포르에서 열리는 설명회에 참석하기 위해 출국했다`: where that is held which the journey is for."""
    if trigger.kind not in {"leave", "tour"}:
        return ()
    found: dict[re.Pattern[str], PlaceMention] = {}
    for place in line.places:
        end = place.span.end - line.sentence.start
        inside = place.within and not _OF_STATE.match(line.text, end)
        if inside or place.level == "continent" or not 0 <= trigger.start - end <= _TO_EVENT:
            continue
        for pattern in (_HELD_THERE, _TO_ATTEND):
            held = pattern.match(line.text, end)
            if held and not _others_act(line, held.end(), trigger.start):
                found[pattern] = place
    chosen = found.get(_HELD_THERE) or found.get(_TO_ATTEND)
    return listed_with(line, chosen) if chosen else ()


def listed_with(line: Line, last: PlaceMention) -> tuple[PlaceMention, ...]:
    """The places of the list that ends with one (`덴마크 및 핀란드와의 협력`)."""
    listed = [last]
    for place in reversed([p for p in line.places if p.span < last.span and not p.within and p.cue not in {"pair", "visit"}]):
        gap = line.between(place.span, listed[0].span)
        if not gap.strip() or not _LIST_GAP.fullmatch(gap):
            break
        listed.insert(0, place)
    return tuple(listed)


def _others_act(line: Line, start: int, end: int) -> bool:
    """Whether anything but those who travel is a subject there (`하노이에서 열리는 포럼에 참석하기 위해 김 지사가 출국한다`)."""
    travellers: tuple[PersonMention | GroupMention, ...] = (*line.people, *line.groups)
    ends = {who.span.end - line.sentence.start for who in travellers}
    return any(found.start() + 1 not in ends for found in _SUBJECT.finditer(line.text[:end], start))


def _onward(line: Line, trigger: Trigger) -> tuple[PlaceMention, ...]:
    """`28일 출국해 일본의 현지 법인을 둘러보고`: the first place abroad behind the leaving, before anybody else acts."""
    if trigger.kind != "leave":
        return ()
    for place in line.places:
        start = line.offset(place.span)
        if start < trigger.end or place.within or place.is_korean or place.level == "continent" or place.cue in {"pair", "visit"}:
            continue
        if origin(line, place):
            return ()
        way = _THEN.match(line.text[trigger.end : start])
        near = way is not None and len(way["way"]) <= _ONWARD and not _SUBJECT.search(way["way"])
        return (place,) if near and _THERE.match(line.behind(place.span, 40)) else ()
    return ()


def _mission(line: Line, trigger: Trigger) -> tuple[PlaceMention, ...]:
    """`주프랑스 대한민국대사관을 방문`: an embassy of one's own stands abroad."""
    for place in reversed(line.places):
        end = place.span.end - line.sentence.start
        if place.cue == "embassy" and 0 <= trigger.start - end <= _FARTHEST and re.match(r"\s?(?:한국|대한민국)", line.text[end:]):
            return (place,)
    return ()


def _chained_before(line: Line, trigger: Trigger) -> tuple[PlaceMention, ...]:
    found: list[PlaceMention] = []
    edge = trigger.start
    for place in reversed(line.places):
        start, end = line.offset(place.span), line.offset(place.span) + place.span.end - place.span.start
        if end > trigger.start or place.within or place.cue in {"pair", "visit"} or _of_office(line, place):
            continue
        if place.level == "continent":
            if _LISTED.search(line.text[:start]):
                # `베를린, 말뫼 등 유럽 4개국`, `인도·유럽·중동`, `일본과 중동`
                edge = start if not found or line.text[end:edge] == "의 " else edge
                continue
            # `광주 홍보차 유럽 출장길에`: the continent is the goal, what stands before it is not.
            if not found and trigger.kind in _FAR_OFF and _reached(line, trigger, end, line.text[end:edge]):
                found.append(place)
            break
        gap = line.text[end:edge]
        if found:
            if not _LIST_GAP.fullmatch(gap) and not _LIST_GAP.fullmatch(_without_days(line, end, edge)):
                break
        elif _OWN_VISIT.fullmatch(gap) or _come_from(line, trigger, end) or not _reached(line, trigger, end, gap):
            break
        if not origin(line, place) and not (place.level == "district" and place.parent is not None):
            found.append(place)
        edge = start
    return tuple(reversed(found))


def _come_from(line: Line, trigger: Trigger, end: int) -> bool:
    """`니가타시에서 시장과 대표단 9명이 찾아온다`: where they are from, who stand behind."""
    said = _FROM.match(line.text, end) if trigger.kind == "visit" else None
    named: tuple[PersonMention | GroupMention, ...] = (*line.people, *line.groups) if said else ()
    return any(said and _AMONG_THEM.fullmatch(line.text, said.end(), line.offset(who.span)) for who in named)


_AMONG_THEM = re.compile(r"(?:[가-힣]{1,8}[을를] 비롯한 |[가-힣]{1,6}[과와] )?")


def _without_days(line: Line, start: int, end: int) -> str:
    """The text between two places without the days told in it (`9일부터 12일까지 홍콩, 14일부터 16일까지는 마닐라`)."""
    text, first = line.text[start:end], line.sentence.start + start
    for day in line.dates:
        if first <= day.span.start and day.span.end <= first + end - start:
            text = text.replace(line.sentence.cut(day.span), "", 1)
    return re.sub(r"(?<=\s)(?:까지|부터)?(?:에는|엔|에|는|은)?\s", " ", text)


def _reached(line: Line, trigger: Trigger, end: int, gap: str) -> bool:
    """Whether a place that ends at `end` is the trigger's: nothing parts them, and no traveller of its own stands between."""
    return _reaches(gap, trigger) and (bool(_MARKED.match(gap)) or not _subject_between(line, end, trigger.start))


def _subject_between(line: Line, end: int, start: int) -> bool:
    """Whether those who travel stand between a place and the trigger: then the place is theirs (`경기지역 개척단이 … 방문`)."""
    named: tuple[PersonMention | GroupMention, ...] = (*line.people, *line.groups)
    return any(end <= line.offset(who.span) < start and who.role in {"subject", "topic"} for who in named)


def _of_office(line: Line, place: PlaceMention) -> bool:
    """Whether a place only says whose office somebody holds (`러시아 국방장관과`)."""
    owners = [g.owner_span for g in line.groups if g.owner_span]
    if any(place.span.end <= span.start and _only_places(line, place.span, span) for span in owners):
        # `미국 텍사스주 댈러스상의 대표단`
        return True
    if any(0 <= span.start - place.span.end <= 1 and place.level == "country" for span in owners):
        # `몽골 국립대 교수진`
        return True
    bodies = [p.organization_span for p in line.people if p.organization_span]
    if any(0 <= span.start - place.span.end <= 1 and place.level == "country" for span in bodies):
        # `일본 요나고시의회 다나카 이치로 의장`
        return True
    if place.level == "country" and any(p.name and p.span.start - place.span.end == 1 for p in line.people):
        # `몽골 바트 바야르 장관이`
        return True
    if any(p.span.start - place.span.end == len("의 ") and line.behind(place.span, 2) == "의 " for p in line.people):
        # `프랑스의 장 뒤부아 장관이`
        return True
    return any(span.overlaps(place.span) for span in (*(p.span for p in line.people), *owners))


def _only_places(line: Line, first: Span, last: Span) -> bool:
    """Whether nothing but places stands between two spans."""
    gap = line.between(first, last)
    for place in line.places:
        if first.end <= place.span.start and place.span.end <= last.start:
            gap = gap.replace(place.name, "")
    return bool(line.between(first, last)) and not gap.strip()


def _reaches(gap: str, trigger: Trigger) -> bool:
    """Whether the words between a place and the trigger leave them together (`보스턴을 잇따라 방문`)."""
    if len(gap) > _FARTHEST or (_NOT_GOAL.match(gap) and trigger.kind != "bidden") or _OTHER_TRIP.search(gap):
        return False
    if trigger.needs == "place" and len(gap) > _NEAR:
        return False
    return not _CLAUSE.search(gap.rstrip() + " ") or bool(re.search(r"[을를]\s?[가-힣]*$", gap.split()[0] if gap.split() else ""))


def origin(line: Line, place: PlaceMention) -> bool:
    """Whether a place is only where the journey starts, or passes through."""
    return bool(_ORIGIN.match(line.behind(place.span, 14)))


def finest(places: Sequence[tuple[PlaceMention, Filled[Place]]]) -> tuple[Filled[Place], ...]:
    """Destinations: each place once; a country only where no finer place of it is named."""
    fine = {p.country for p, _ in places if p.level not in {"country", "continent"}}
    towns = {p.country for p, _ in places if p.level in {"city", "region"}}
    kept: dict[str, Filled[Place]] = {}
    for place, value in places:
        if place.level == "country" and place.country in fine:
            continue
        if place.level == "district" and place.is_korean and place.country in towns:
            continue
        kept.setdefault(key(place), value)
    return tuple(kept.values())


CITY_STATES = frozenset(
    {"홍콩", "마카오", "도쿄", "도쿄도", "베이징", "상하이", "톈진", "충칭", "싱가포르", "하노이", "호찌민", "방콕", "베를린"}
)


def is_region(place: PlaceMention) -> bool:
    """Whether a place is a province or state; a city that is a region of its own (`서울`, `베이징`) is a city."""
    city = place.canonical.endswith("시") or place.canonical in CITY_STATES or place.name in CITY_STATES
    return place.level == "region" and not city


def key(place: PlaceMention) -> str:
    """What makes two namings of a place one."""
    name = place.canonical or place.name
    return name.removesuffix("시") if place.level == "city" and not place.is_korean and len(name) > _SHORT else name


_SHORT = 3


def named(place: PlaceMention, rule: str) -> Filled[Place]:
    """A place as a value."""
    short = place.level == "country" and len(place.name) == 1
    return Filled(
        Place(
            name=place.canonical if short else place.name,
            country=place.country,
            region=place.region,
            latitude=place.latitude,
            longitude=place.longitude,
        ),
        (place.span,),
        rule,
    )
