"""The day of the signing and the day of the announcement."""

from __future__ import annotations

import re
from datetime import date, timedelta

from clipper.extract.analysis import within
from clipper.extract.drafts import Filled
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.merge import Group
from clipper.extract.frames.mou.scenes import days_before, held_after, scenes_before, sum_before
from clipper.extract.frames.mou.told import Told, days_of
from clipper.extract.mentions.dates import DateMention
from clipper.extract.spans import Span

_ANNOUNCED = re.compile(r"(?:밝혔|전했|발표했|알렸|말했|공개했)")
_REPORTED = re.compile(r"보도(?:했|한|에)|[가-힣]*(?:신문|통신|방송|일보)[은는이가]?\s")
_RECENTLY = re.compile(r"최근|얼마 전")
_ACCORDING = re.compile(r"\s?(?:[가-힣]+(?:에|에게) 따르면)")


def date_of(context: Context, group: Group) -> Filled[str] | None:
    """The day of the signing: before the agreement in a telling of it; else the day of the ceremony."""
    recently = False
    for told in sorted(group.events, key=lambda t: t.caption):
        if (recently and not (told.caption or len(told.parties) > 1)) or told.trigger.status in _CALLED_OFF:
            continue
        found = [d for d in days_of(context, told) if not _only_announced(context, told, d)]
        if recently and not told.caption and not (found and found[-1].precision == "day"):
            continue  # `최근 …`, which only a day told with both sides makes more of
        if found and found[-1].precision == "day" and (found[-1].end or _of_the_talks(context, told, found[-1])):
            continue  # `15~17일 일본을 찾아 협약을 맺었다`: one of these days
        if found:
            day = _finest(context, group, found[-1])
            return Filled(_as_said(context, told, day), (day.span,), "date:clause")
        if _RECENTLY.search(context.analysis.text(told.before)):
            recently = True
            continue
        if not told.caption and (day_here := _day_before(context, told)):
            return Filled(day_here.start, (day_here.span,), "date:scene")
    if recently:
        return None
    return _of_the_ceremony(context, group) or (None if group.background else _with_the_others(context, group))


def _of_the_ceremony(context: Context, group: Group) -> Filled[str] | None:
    """The day of the ceremony, where a sentence of its own tells it."""
    for told in group.references:
        if told.trigger.ceremony and not told.quoted:
            days = [d for d in days_of(context, told) if d.precision == "day" and not _only_announced(context, told, d)]
            if days:
                return Filled(_of_day(days[-1]), (days[-1].span,), "date:ceremony")
    for sentence in held_after(context, group):
        for day in within(context.analysis.dates, sentence.span):
            if day.precision == "day" and day.dated and not day.end:
                return Filled(day.start, (day.span,), "date:ceremony")
    return None


def _with_the_others(context: Context, group: Group) -> Filled[str] | None:
    """The day of the sum of which the agreement is one."""
    signed = [t for t in group.events if t.trigger.status == "signed" and t.trigger.type]
    for scene in sum_before(context, signed[0].sentence) if signed else ():
        stop = scene.row[scene.stop].span.start if scene.stop < len(scene.row) else scene.sentence.end
        for day in within(context.analysis.dates, Span(scene.sentence.paragraph, scene.sentence.start, stop)):
            if day.precision == "day" and day.dated and not day.end and day.particle not in ("부터", "까지"):
                return Filled(day.start, (day.span,), "date:sum")
    return None


def _of_the_talks(context: Context, told: Told, day: DateMention) -> bool:
    """`3일 만나 협약 체결을 논의했다`: the day of the talks; nothing is signed yet."""
    reference = context.analysis.reference
    past = reference is not None and "X" not in day.start and day.start <= reference.isoformat()
    if not past or told.trigger.status != "planned":
        return past and told.trigger.status == "proposed"
    before = reference is not None and day.start < reference.isoformat()
    return bool(_AGREED.search(told.sentence.text) or (before and _MET.search(told.sentence.text)))


# The day of calling off is not that of the signing.
_CALLED_OFF = ("cancelled", "postponed", "ended")


def _finest(context: Context, group: Group, day: DateMention) -> DateMention:
    """A day of that month which another telling (a caption, say) gives."""
    if day.precision == "day":
        return day
    others = (d for told in group.events for d in days_of(context, told))
    return next((d for d in others if d.precision == "day" and d.start.startswith(day.start + "-")), day)


def _day_before(context: Context, told: Told) -> DateMention | None:
    """`이 자리에서`: the day of the sentence before."""
    text = _OPENER.sub("", told.sentence.text)
    if text.startswith(("이 자리", "행사에서", "이날", "같은 날", "협약식", "체결식", "서명식", "조인식")):
        told_before = scenes_before(context, told.sentence)
    elif text.startswith(("또한", "이어", "아울러", "이후")):
        told_before = days_before(context, told.sentence)
    else:
        return None
    for scene in told_before:
        for day in within(context.analysis.dates, scene.sentence.span):
            if day.exact or (day.kind == "day" and day.dated):
                return day
    return None


_MET = re.compile(r"회담하고|만나|만났|면담|회동|논의하고|(?:의견|뜻)을 모")
_AGREED = re.compile(r"기로 (?:합의|(?:의견|뜻)을 모)")
_OPENER = re.compile(r"^(?:또한?|아울러|이어)\s(?=이날|같은 날)")


def _of_day(day: DateMention) -> str:
    return day.start


def _as_said(context: Context, told: Told, day: DateMention) -> str:
    """The day, but for one told as past that lies ahead of the article's own: of that only what is said, for one of the two is wrong."""
    reference = context.analysis.reference
    if reference is None or day.precision != "day" or "X" in day.start or not told_as_past(told):
        return day.start
    if date.fromisoformat(day.start) - reference <= _NEXT_EDITION:
        return day.start
    said = context.analysis.text(day.span)
    if "년" in said or not said[:1].isdigit():
        return day.start
    return f"XXXX-{day.start[5:7] if _MONTH.search(said) else 'XX'}-{day.start[8:]}"


_NEXT_EDITION = timedelta(days=2)  # the evening before, a page may have the next day's news
_MONTH = re.compile(r"\d월")
_PAST = re.compile(r"[가-힣]{0,3}[했였됐었렸졌뤘](?:다|습니다)")


def told_as_past(told: Told) -> bool:
    """`체결했다고 밝혔다`: whether the verb of signing itself is past, and no connective that the end of the sentence gives its time."""
    verb = told.trigger.verb
    return verb is not None and _PAST.match(told.sentence.text, verb.start - told.sentence.start) is not None


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
