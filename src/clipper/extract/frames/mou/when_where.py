"""The day of the signing, the day of the announcement, the place, the hall and the occasion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clipper.data import words as vocabulary
from clipper.extract.analysis import within
from clipper.extract.drafts import Filled
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.merge import Group
from clipper.extract.frames.mou.phrases import worded
from clipper.extract.frames.mou.told import Told, signing_dates
from clipper.extract.mentions.dates import DateMention
from clipper.extract.mentions.orgs.words import Word
from clipper.extract.mentions.places import PlaceMention
from clipper.extract.spans import Sentence, Span
from clipper.records import Place

_ANNOUNCED = re.compile(r"(?:밝혔|전했|발표했|알렸|말했|공개했)")
_REPORTED = re.compile(r"보도(?:했|한|에)|[가-힣]*(?:신문|통신|방송|일보)[은는이가]?\s")
_RECENTLY = re.compile(r"최근|얼마 전")
_ACCORDING = re.compile(r"\s?(?:[가-힣]+(?:에|에게) 따르면)")


def date_of(context: Context, group: Group) -> Filled[str] | None:
    """The day of the signing: before the agreement in a telling of it; else the day of the ceremony."""
    recently = False
    for told in sorted(group.events, key=lambda t: t.caption):
        if recently and not told.caption:
            continue
        found = [d for d in signing_dates(context, told.trigger) if not _only_announced(context, told, d)]
        if found:
            day = found[-1]
            return Filled(_of_day(day), (day.span,), "date:clause")
        if _RECENTLY.search(context.analysis.text(told.before)):
            recently = True
            continue
        if not told.caption and (day_here := _day_before(context, told)):
            return Filled(day_here.start, (day_here.span,), "date:scene")
    for told in () if recently else group.references:
        if told.trigger.ceremony and not told.quoted:
            for day in signing_dates(context, told.trigger):
                if day.precision == "day":
                    return Filled(_of_day(day), (day.span,), "date:ceremony")
    return None


def _day_before(context: Context, told: Told) -> DateMention | None:
    """`이 자리에서`: the day of the sentence before."""
    text = told.sentence.text
    if text.startswith(("이 자리", "행사에서", "이날")):
        scenes = _scenes_before(context, told.sentence)
    elif text.startswith(("또한", "이어", "아울러", "이후")):
        scenes = _days_before(context, told.sentence)
    else:
        return None
    for scene in scenes:
        for day in within(context.analysis.dates, scene.sentence.span):
            if day.exact or (day.kind == "day" and day.dated):
                return day
    return None


def _of_day(day: DateMention) -> str:
    return day.start


def _only_announced(context: Context, told: Told, day: DateMention) -> bool:
    text = context.analysis.article.paragraphs[day.span.paragraph]
    behind = text[day.span.end : day.span.end + 24]
    return bool(_ACCORDING.match(behind)) or (bool(_REPORTED.search(behind)) and "보도" in told.sentence.text)


def announced_of(context: Context, group: Group) -> Filled[str] | None:
    """The day it was made public (`체결했다고 14일 밝혔다`)."""
    for told in group.events:
        sentence = told.sentence
        region = Span(sentence.paragraph, told.trigger.noun.end, sentence.end)
        for day in within(context.analysis.dates, region):
            behind = sentence.text[day.span.end - sentence.start :]
            if day.dated and _ANNOUNCED.search(behind[:12]):
                return Filled(day.start, (day.span,), "announced:clause")
    return None


def place_of(context: Context, group: Group) -> Filled[Place] | None:
    """The finest place named in a phrase with 에서 before the agreement; else one in the name of the occasion."""
    for told in _scenes(context, group):
        if told.about:
            continue
        for region in (*reversed(list(_sites(context, told))), *_occasions(told)):
            cities = [p for p in within(context.analysis.places, region) if _is_site(context, p)]
            towns = [p for p in cities if p.level != "district"] or cities
            if towns:
                return _place(towns[-1])
        towns = [p for p in _around(context, told) if _is_site(context, p) and p.level in ("city", "region")]
        if towns:
            return _place(towns[-1])
    return None


def _place(place: PlaceMention) -> Filled[Place]:
    value = Place(
        name=place.name, country=place.country, region=place.region, latitude=place.latitude, longitude=place.longitude
    )
    return Filled(value, (place.span,), "place:site")


def _around(context: Context, scene: _Scene) -> Iterator[PlaceMention]:
    """Places of a step told before, and before what is visited for the signing (`빌레리카의 인테그리스 본사를 방문해`)."""
    if scene.past:
        yield from within(context.analysis.places, scene.sentence.span)
    for visited in _visits(scene):
        before = Span(visited.paragraph, scene.sentence.start, visited.end)
        yield from (p for p in within(context.analysis.places, before) if not p.within)


def _is_site(context: Context, place: PlaceMention) -> bool:
    """A place below the country that is not only part of a body's name (`여수광양항만공사 대회의실`, `전남도청`)."""
    if place.level == "country":
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
    for scene in _scenes(context, group):
        for region in () if scene.about else (*reversed(list(_sites(context, scene))), *_visits(scene)):
            span = _without_place(context, region)
            text = worded(context.analysis.text(span))
            last = re.sub(r"\s?\([^()]*\)$", "", text).split()[-1:] or [""]
            if last[0].endswith(tuple(heads)) and not last[0].endswith(("협약식", "체결식", "시점", "관점")):
                return Filled(text, (span,), "venue:site")
    return None


def event_of(context: Context, group: Group) -> Filled[str] | None:
    """The occasion named with 에서 before the agreement, attended for it, or held around it."""
    for scene in _scenes(context, group):
        for span in reversed(list(_occasions(scene))):
            behind = context.analysis.article.paragraphs[span.paragraph][span.end : span.end + 10]
            if scene.about and not re.match(r"[’'”\"]?\s(?:행사\s)?기간|[’'”\"]?[을를]\s?계기", behind):
                continue
            text = worded(re.sub(r"\s?\([^()]*\)$", "", context.analysis.text(span)))
            if not text.startswith(("이날", "이번", "이 ", "또한")) and len(text) > 3:
                return Filled(text, (span,), "event:site")
    return None


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence that tells where the agreement is signed: its words up to `stop`."""

    row: tuple[Word, ...]
    stop: int
    sentence: Sentence
    past: bool = False  # a sentence before the telling
    about: bool = False  # a sentence about the agreement, not about its signing


_HERE = re.compile(r"^\s?(?:이 자리에서|이 자리에서는|이날|행사에서|이날 행사|이날 [가-힣]{2,5}에|이어|또한|이곳에서)")
_HELD = re.compile(r"(?:을|를|이|가)?\s?(?:개최|열렸|열린|열고|열어|열었|진행|참석|참가|가졌|갖고)")


def _scenes(context: Context, group: Group) -> Iterator[_Scene]:
    for told in (t for t in group.events if not t.caption):
        yield _Scene(told.row, told.end, told.sentence)
        if _HERE.match(told.sentence.text):
            yield from _scenes_before(context, told.sentence)
            yield from _days_before(context, told.sentence)
    for told in (t for t in group.references if t.trigger.ceremony and not t.quoted):
        yield _Scene(told.row, told.end, told.sentence)
    for told in (t for t in group.references if t.trigger.anaphoric and not t.quoted and not t.trigger.ceremony):
        yield _Scene(told.row, len(told.row), told.sentence, about=True)
    for told in (t for t in group.events if t.caption):
        yield _Scene(told.row, told.end, told.sentence)


def _scenes_before(context: Context, sentence: Sentence) -> Iterator[_Scene]:
    """`이 자리에서`, `이날`: the sentence before that tells of something held or attended."""
    reach = 12 if sentence.text.startswith("이날") else 3
    for number in range(sentence.index - 1, max(-1, sentence.index - reach - 1), -1):
        before = context.analysis.sentences[number]
        if _HELD.search(before.text) and not before.text.startswith(("이날", "한편", "▲")):
            row = context.row(before)
            yield _Scene(row, len(row), before, past=True)
            return


_DAY_STEP = re.compile(r"^(?:[○□ㅇ▲△]\s?)?(?:이어\s|오는\s|지난\s)?\d{1,2}일(?:\([^)]*\))?(?:에는|에|엔)?[\s,]")


def _days_before(context: Context, sentence: Sentence) -> Iterator[_Scene]:
    """`또한`, `이어`: the step of the itinerary that this goes on with, where it opens with its day."""
    for number in range(sentence.index - 1, max(-1, sentence.index - 4), -1):
        before = context.analysis.sentences[number]
        if _DAY_STEP.match(before.text):
            row = context.row(before)
            yield _Scene(row, len(row), before, past=True)
            return


_ATTENDED = re.compile(
    r"[’'”\"]?(?:에\s?(?:참석|참가)|[을를]\s?(?:계기|개최|열|갖)|[이가]\s?(?:개최|열)|[와과]\s함께|\s(?:행사\s)?기간)"
)


def _occasions(scene: _Scene) -> Iterator[Span]:
    """Names that end as an occasion does and stand with 에서, 에 참석, 을 계기로, 개최."""
    heads = tuple(vocabulary("events", "head"))
    row = scene.row
    for word in row[: scene.stop]:
        if not word.core.endswith(heads) or (word.core in heads and not word.before and not _names(row, word)):
            continue
        behind = scene.sentence.text[word.name_span.end - scene.sentence.start :][:10]
        if word.role == "at_doing" or _ATTENDED.match(behind):
            yield Span(word.span.paragraph, row[_occasion_start(scene, word)].span.start, word.name_span.end)


def _names(row: tuple[Word, ...], word: Word) -> bool:
    return word.index > 0 and row[word.index - 1].bare


def _occasion_start(scene: _Scene, word: Word) -> int:
    """Back to the opening quotation mark, or over the bare words before."""
    row, first = scene.row, word.index
    for i in range(word.index, max(-1, word.index - 9), -1):
        if row[i].before and row[i].before[-1] in "‘“「『'\"<":
            return i
        if i < word.index and any(m in row[i].after for m in "’”」』'\">"):
            break
    heads = tuple(vocabulary("events", "head"))
    while first and _belongs(row[first - 1], row[first]) and row[first - 1].role != "of":
        if row[first - 1].core.endswith((*heads, "해", "하여", "하고", "인")):
            break
        first -= 1
    return first


def _visits(scene: _Scene) -> Iterator[Span]:
    """`인테그리스 본사를 방문해`."""
    row = scene.row
    for word in row[1 : scene.stop]:
        before = row[word.index - 1]
        if before.role == "object" and word.core.startswith(("방문해", "찾아", "방문")):
            first = before.index
            while first and _belongs(row[first - 1], row[first]) and row[first - 1].role != "of":
                first -= 1
            yield Span(word.span.paragraph, row[first].span.start, before.name_span.end)


_NEEDS_PLACE = frozenset(("시청", "도청", "군청", "구청", "청사", "본사", "의회", "지사", "공장"))


_INSIDE = frozenset(("내", "안", "앞", "앞마당", "일원", "인근", "현장", "로비"))


def _sites(context: Context, scene: _Scene) -> Iterator[Span]:
    """The noun phrases with 에서 before the agreement's noun, without the particle."""
    row = scene.row
    for word in row[: scene.stop]:
        if word.role == "at_doing" and word.particle in ("에서", "에서는", "에선"):
            last = word.index - 1 if word.core in _INSIDE and word.index else word.index
            first = last
            while first and _belongs(row[first - 1], row[first]):
                first -= 1
            yield Span(word.span.paragraph, row[first].span.start, row[last].name_span.end)


_OUTSIDE = re.compile(
    r"[’'\d].*[일월년시분]|\d+|오전|오후|지난|이날|전날|이튿날|최근|열린|위치한|소재의|소재한|있는|개최된|열리는|진행된"
)


def _belongs(word: Word, following: Word) -> bool:
    if following.before or word.role in ("topic", "subject", "object", "with", "at", "by", "from", "until", "at_doing"):
        return False
    if word.after.strip(")’'”\"") or _OUTSIDE.fullmatch(word.core):
        return False
    return not word.role or word.role == "of"


def _without_place(context: Context, region: Span) -> Span:
    start = region.start
    for place in within(context.analysis.places, region):
        text = context.analysis.article.paragraphs[region.paragraph]
        if place.span.start == start and text[place.span.end : place.span.end + 1] == " ":
            start = place.span.end + 1
    if context.analysis.text(Span(region.paragraph, start, region.end)).strip() in _NEEDS_PLACE:
        start = region.start
    return Span(region.paragraph, start, region.end) if start < region.end else region
