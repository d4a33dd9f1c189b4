"""The day of the signing, the day of the announcement, the place, the hall and the occasion."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clipper.data import words as vocabulary
from clipper.extract.analysis import within
from clipper.extract.drafts import Filled
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.merge import Group
from clipper.extract.frames.mou.told import Told, signing_dates
from clipper.extract.mentions.dates import DateMention
from clipper.extract.mentions.orgs.words import Word
from clipper.extract.mentions.places import PlaceMention
from clipper.extract.spans import Span
from clipper.records import Place

_ANNOUNCED = re.compile(r"(?:밝혔|전했|발표했|알렸|말했|공개했)")
_RECENTLY = re.compile(r"최근|얼마 전")
_ACCORDING = re.compile(r"\s?(?:[가-힣]+(?:에|에게) 따르면)")


def date_of(context: Context, group: Group) -> Filled[str] | None:
    """The day of the signing: before the agreement in a telling of it; else the day of the ceremony."""
    for told in sorted(group.events, key=lambda t: t.caption):
        found = [d for d in signing_dates(context, told.trigger) if not _only_announced(context, told, d)]
        if found:
            day = found[-1]
            return Filled(_of_day(day), (day.span,), "date:clause")
        if _RECENTLY.search(context.analysis.text(told.before)):
            return None
    for told in group.references:
        if told.trigger.ceremony and not told.quoted:
            for day in signing_dates(context, told.trigger):
                if day.kind == "day":
                    return Filled(_of_day(day), (day.span,), "date:ceremony")
    return None


def _of_day(day: DateMention) -> str:
    return day.start


def _only_announced(context: Context, told: Told, day: DateMention) -> bool:
    text = context.analysis.article.paragraphs[day.span.paragraph]
    return bool(_ACCORDING.match(text[day.span.end : day.span.end + 24]))


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
    """The finest place named in a phrase with 에서 before the agreement."""
    for told in _scenes(group):
        for region in _sites(told):
            cities = [p for p in within(context.analysis.places, region) if _is_site(context, p)]
            if cities:
                place = cities[-1]
                value = Place(
                    name=place.name, country=place.country, region=place.region, latitude=place.latitude, longitude=place.longitude
                )
                return Filled(value, (place.span,), "place:site")
    return None


def _is_site(context: Context, place: PlaceMention) -> bool:
    """A place below the country that is not only part of a body's name (`여수광양항만공사 대회의실`, `전남도청`)."""
    if place.level == "country":
        return False
    near = Span(place.span.paragraph, max(0, place.span.start - 20), place.span.end + 20)
    for org in within(context.analysis.orgs, near):
        if org.span.covers(place.span) and org.span != place.span and org.kind != "local_gov":
            return place.level == "city" and org.name.endswith(("시청", "군청", "구청"))
    return True


def venue_of(context: Context, group: Group) -> Filled[str] | None:
    """The hall or building named with 에서 before the agreement."""
    heads = vocabulary("venues", "head")
    return _head_of_site(context, group, heads, "venue:site")


def event_of(context: Context, group: Group) -> Filled[str] | None:
    """The occasion named with 에서 before the agreement."""
    return _head_of_site(context, group, vocabulary("events", "head"), "event:site")


def _head_of_site(context: Context, group: Group, heads: frozenset[str], rule: str) -> Filled[str] | None:
    for told in _scenes(group):
        for region in reversed(list(_sites(told))):
            span = _without_place(context, told, region)
            text = context.analysis.text(span).strip(" ‘’'\"“”")
            last = text.split()[-1] if text.split() else ""
            if any(last.endswith(head) for head in heads) and not last.endswith(("협약식", "체결식")):
                return Filled(text, (span,), rule)
    return None


def _scenes(group: Group) -> Iterator[Told]:
    yield from (t for t in group.events if not t.caption)
    yield from (t for t in group.references if t.trigger.ceremony and not t.quoted)
    yield from (t for t in group.events if t.caption)


_NEEDS_PLACE = frozenset(("시청", "도청", "군청", "구청", "청사", "본사", "의회", "지사", "공장"))


def _sites(told: Told) -> Iterator[Span]:
    """The noun phrases with 에서 before the agreement's noun, without the particle."""
    row = told.row
    for word in row[: told.stop]:
        if word.role == "at_doing" and word.particle in ("에서", "에서는"):
            first = word.index
            while first and _belongs(row[first - 1], row[first]):
                first -= 1
            yield Span(word.span.paragraph, row[first].span.start, word.name_span.end)


def _belongs(word: Word, following: Word) -> bool:
    if following.before or word.role in ("topic", "subject", "object", "with", "at", "by", "from", "until", "at_doing"):
        return False
    if word.after.strip(")’'”\"") or re.fullmatch(r".*[일월년시분]|오전|오후|지난|이날|최근|열린|위치한|소재한|있는|개최된|열리는|진행된", word.core):
        return False
    return not word.role or word.role == "of"


def _without_place(context: Context, told: Told, region: Span) -> Span:
    start = region.start
    for place in within(context.analysis.places, region):
        text = context.analysis.article.paragraphs[region.paragraph]
        if place.span.start == start and text[place.span.end : place.span.end + 1] == " ":
            start = place.span.end + 1
    if context.analysis.text(Span(region.paragraph, start, region.end)).strip() in _NEEDS_PLACE:
        start = region.start
    return Span(region.paragraph, start, region.end) if start < region.end else region
