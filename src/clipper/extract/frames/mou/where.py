"""The place, the hall and the occasion of the signing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from clipper.data import words as vocabulary
from clipper.extract.analysis import within
from clipper.extract.drafts import Filled
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.lexicon import town_sites
from clipper.extract.frames.mou.merge import Group
from clipper.extract.frames.mou.phrases import worded
from clipper.extract.frames.mou.scenes import Scene, located, occasions, scenes, sites, visits
from clipper.extract.frames.mou.told import Told
from clipper.extract.mentions.places import PlaceMention, resolve
from clipper.extract.spans import Span
from clipper.records import Place


def place_of(context: Context, group: Group) -> Filled[Place] | None:
    """The finest place named in a phrase with 에서 before the agreement; else one in the name of the occasion."""
    for told in scenes(context, group):
        if told.about:
            continue
        for region in (*reversed(list(sites(told))), *located(told), *occasions(told)):
            cities = [p for p in within(context.analysis.places, region) if _is_site(context, p)]
            towns = [p for p in cities if p.level != "district"] or cities
            if towns:
                return _place(towns[-1])
            if hall := _hall_of(context, region) or _town_of(context, region):
                return hall
        towns = [p for p in _around(context, told) if _is_site(context, p) and p.level in ("city", "region")]
        if towns:
            return _place(towns[-1])
        if hall := next((hall for region in visits(told) if (hall := _hall_of(context, region))), None):
            return hall
    return None


def _place(place: PlaceMention) -> Filled[Place]:
    value = Place(
        name=place.name, country=place.country, region=place.region, latitude=place.latitude, longitude=place.longitude
    )
    return Filled(value, (place.span,), "place:site")


_HALL = re.compile(r"(?P<town>[가-힣]{1,3}[시군구])청")


def _hall_of(context: Context, region: Span) -> Filled[Place] | None:
    """`마산시청 대회의실`: the town of a town hall, where the article names the town elsewhere."""
    hall = _HALL.search(context.analysis.text(region))
    if not hall:
        return None
    said = Span(region.paragraph, region.start + hall.start("town"), region.start + hall.end("town"))
    town = next((p for p in context.analysis.places if p.name in (hall["town"], hall["town"][:-1]) and not p.within), None)
    if town is not None:
        return replace(_place(town), spans=(said,), rule="place:hall")
    named = re.compile(rf"{hall['town']}(?!청)")
    known = any(named.search(paragraph) for paragraph in (context.headline, *context.analysis.article.paragraphs))
    return Filled(Place(name=hall["town"]), (said,), "place:hall") if known else None


def _town_of(context: Context, region: Span) -> Filled[Place] | None:
    """`나루대 논산캠퍼스`: the town that the site has in its name."""
    for hit in town_sites().finditer(context.analysis.text(region)):
        town = resolve(hit["town"])
        if town and town.country == "KR" and town.name.endswith(("시", "군")):
            value = Place(name=hit["town"], country=town.country, region=town.region, latitude=town.latitude, longitude=town.longitude)
            return Filled(value, (Span(region.paragraph, region.start + hit.start("town"), region.start + hit.end("town")),), "place:site")
    return None


def _around(context: Context, scene: Scene) -> Iterator[PlaceMention]:
    """Places of a step told before, and before what is visited for the signing (`빌레리카의 인테그리스 본사를 방문해`)."""
    if scene.past:
        yield from within(context.analysis.places, scene.sentence.span)
    for visited in visits(scene):
        before = Span(visited.paragraph, max(scene.sentence.start, visited.start - _NEAR), visited.end)
        yield from (p for p in within(context.analysis.places, before) if not p.within and not _acts(scene, p))


def _acts(scene: Scene, place: PlaceMention) -> bool:
    """Whether a place is who visits (`가람군은 … 일본을 방문해`)."""
    return _ACTS.match(scene.sentence.text[place.span.end - scene.sentence.start :]) is not None


_ACTS = re.compile(r"(?:[은는이가]|\s?(?:\S{0,6}단|일행|시장|도?지사|군수|구청장|시의회|도의회)(?:[은는이가을를]|\s일행\S?)?)\s")


_NEAR = 14
"""Letters before what is visited in which its town stands; farther off stands who visits it."""


def _is_site(context: Context, place: PlaceMention) -> bool:
    """A place below the country that is not only part of a body's name (`여수광양항만공사 대회의실`, `전남도청`)."""
    if place.level in ("country", "continent"):
        return False
    if place.name.endswith(("시", "군", "구")):
        return True
    near = Span(place.span.paragraph, max(0, place.span.start - 20), place.span.end + 20)
    for org in within(context.analysis.orgs, near):
        if org.span.covers(place.span) and org.span != place.span and org.kind != "local_gov":
            return place.level == "city" and org.name.endswith(("시청", "군청", "구청"))
    return True


def venue_of(context: Context, group: Group) -> Filled[str] | None:
    """The hall or building named with 에서 before the agreement, or visited for it."""
    heads = vocabulary("venues", "head")
    for scene in scenes(context, group):
        for region in () if scene.about else (*reversed(list(sites(scene))), *visits(scene)):
            span = _without_place(context, region)
            text = worded(context.analysis.text(span))
            last = re.sub(r"\s?\([^()]*\)$", "", text).split()[-1:] or [""]
            if last[0].endswith(tuple(heads)) and not last[0].endswith(("협약식", "체결식", "시점", "관점")):
                return _without_bracket(context, text, span)
            if _ROOM.search(text) or _is_room(context, region) or _is_branch(context, text, span, tuple(heads)):
                return Filled(text, (span,), "venue:room")
            if not scene.past and not text.startswith(("이 ", "그 ")) and _is_seat(context, region):
                return Filled(text, (span,), "venue:body")
    return None


# `도청 정약용실에서`: a hall of its own name in a house that is one
_ROOM = re.compile(
    r"(?:[시도군구]청|청사|본사|사옥|본관|본부|의회|호텔|캠퍼스|공항|센터|대학교?|병원|회관|타워|빌딩|은행|공사|공단|박물관|도서관|학교)\s"
    r"(?:\d+층\s)?[가-힣A-Za-z0-9]{2,}(?:실|홀|룸|라운지|강당)$"
)


def _is_branch(context: Context, text: str, span: Span, heads: tuple[str, ...]) -> bool:
    """`나래파크 제주`: a house and the place by which it is told from others of its name."""
    house, _, last = text.rpartition(" ")
    return house.endswith(heads) and any(p.name == last for p in within(context.analysis.places, span))


def _without_bracket(context: Context, text: str, span: Span) -> Filled[str]:
    """`주정부 청사(브리즈번 소재)`: the bracket tells of the hall and is no part of its name."""
    plain = re.sub(r"\s?\([^()]*\)$", "", text)
    at = context.analysis.text(span).find(plain)
    return Filled(plain, (Span(span.paragraph, span.start + at, span.start + at + len(plain)),), "venue:site")


def _is_room(context: Context, region: Span) -> bool:
    """`나루경찰서 소통실`: a room in the house of a body."""
    text = context.analysis.text(region)
    last = text.rpartition(" ")[2]
    before = within(context.analysis.orgs, Span(region.paragraph, region.start, region.end - len(last)))
    return len(last) > 2 and last.endswith(("실", "홀", "룸")) and bool(before) and before[-1].span.end >= region.end - len(last) - 1


def _is_seat(context: Context, region: Span) -> bool:
    """Whether the phrase ends with a body's name (`유네스코 본부에서`, `국립물리연구소에서`): they sign at its seat."""
    found = within(context.analysis.orgs, region)
    if not found or found[-1].span.end < region.end - 1 or found[-1].name.endswith("회의"):
        return False
    return found[-1].kind in ("government", "institute", "university", "association")


def event_of(context: Context, group: Group) -> Filled[str] | None:
    """The occasion named with 에서 before the agreement, attended for it, or held around it."""
    for scene in scenes(context, group):
        for span in reversed(list(occasions(scene))):
            behind = context.analysis.article.paragraphs[span.paragraph][span.end : span.end + 10]
            if scene.about and not re.match(r"[’'”\"]?\s(?:행사\s)?기간|[’'”\"]?[을를]\s?계기", behind):
                continue
            text = worded(re.sub(r"\s?\([^()]*\)$", "", context.analysis.text(span)))
            text = re.sub(r"^(?:또한|또|특히)\s", "", text)
            if text in vocabulary("events", "head"):
                continue
            if text.startswith(("이번 ", "이날 ")) and (named := _named_before(context, scene, text)):
                return named
            if not text.startswith(("이날", "이번", "이 ", "또한")) and len(text) > 3:
                return Filled(text, (span,), "event:site")
    return next((event for told in (*group.references, *group.events) if not told.quoted and (event := _part_of(told))), None)


# `이번 협약은 ‘농산물 판촉전’ 일정의 하나로 마련됐다`, `협약은 상생 워크숍 행사 중 진행됐다`
_AS_PART = re.compile(r"(?:일환으로|하나로|중에?|도중|기간(?:\s중)?에?)도?\s(?:\S{1,8}\s)?(?:마련|진행|체결|이뤄|열렸|성사)")
_PART = re.compile(rf"(?P<name>[^.,“”\"]{{3,60}}?)[’'”\"]?(?:\s(?:행사|일정|프로그램))?의?\s{_AS_PART.pattern}")
_BREAK = re.compile(r"[가-힣A-Za-z0-9)](?:은|는|이|가|와|과)\s|에서\s|[‘'“\"]|까지\s|부터\s|열린\s|열리는\s")


def _part_of(told: Told) -> Filled[str] | None:
    """The occasion that a sentence says the agreement to be a part of."""
    heads = tuple(vocabulary("events", "head"))
    # The end of the pattern first: few sentences have it, and a name may begin at every letter.
    hit = _PART.search(told.sentence.text) if _AS_PART.search(told.sentence.text) else None
    if not hit:
        return None
    low = [b.end() for b in _BREAK.finditer(told.sentence.text, hit.start("name"), hit.end("name")) if b.end() < hit.end("name")]
    start = low[-1] if low else hit.start("name")
    text = worded(told.sentence.text[start : hit.end("name")])
    if not text.endswith(heads) or text in heads or text.startswith(("이번", "이날", "협약", "체결")):
        return None
    start = told.sentence.text.index(text, start)
    return Filled(text, (told.sentence.at(start, start + len(text)),), "event:part")


def _named_before(context: Context, scene: Scene, text: str) -> Filled[str] | None:
    """`이번 포럼`: the occasion that a quotation named before (`‘가람 에너지포럼 2025’`)."""
    head = text.split()[-1]
    for sentence in context.analysis.sentences[: scene.sentence.index]:
        for start, end in sentence.quotes:
            name = context.analysis.article.paragraphs[sentence.paragraph][start:end]
            if head in name and len(head) < len(name) <= _LONGEST_NAME and not name.endswith("다"):
                return Filled(worded(name), (Span(sentence.paragraph, start, end),), "event:named")
    return None


_LONGEST_NAME = 40
_NEEDS_PLACE = frozenset(("시청", "도청", "군청", "구청", "청사", "본사", "의회", "지사", "공장"))


def _without_place(context: Context, region: Span) -> Span:
    start = region.start
    for place in within(context.analysis.places, region):
        text = context.analysis.article.paragraphs[region.paragraph]
        if place.span.start == start and text[place.span.end : place.span.end + 1] == " ":
            start = place.span.end + 1
    if re.sub(r"\s?\([^()]*\)$", "", context.analysis.text(Span(region.paragraph, start, region.end))).strip() in _NEEDS_PLACE:
        start = region.start
    return Span(region.paragraph, start, region.end) if start < region.end else region
