"""Words for dates: `이날`, `다음날`, `이틀째`, `지난주 금요일`, `이달`, `올해`."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from clipper.extract.mentions.dates.context import Context, Said
from clipper.extract.mentions.dates.opendate import Open, shift_month
from clipper.extract.mentions.dates.resolve import Resolved, Scene
from clipper.extract.mentions.dates.tense import tense_after
from clipper.extract.mentions.dates.vocabulary import words
from clipper.extract.mentions.dates.written import Word

_RECENT = 3


@cache
def _events() -> re.Pattern[str]:
    """What happens at the event told, against what was said at its announcement."""
    return re.compile(rf"[^.]{{0,14}}?{words().beside['events']}")


@cache
def _said() -> re.Pattern[str]:
    return re.compile(rf"[^.]*{words().beside['said']}")


def resolve_word(word: Word, scene: Scene, *, quoted: bool) -> tuple[Open, Open | None, Resolved]:
    """Start, end (None where it is one day) and how it was found."""
    if word.base == "week" and word.weekday is None:
        found = _week(word.by, scene.reference)
        return found, None, (found, "deixis" if scene.reference else "open")
    if word.base == "weekend":
        start, end = _weekend(word.by, scene.reference)
        return start, end, (start, "deixis" if scene.reference else "open")
    found = _single(word, scene, quoted=quoted)
    known = found.precision != "none" and found.text() != "XXXX-XX-XX"
    counted = word.base in ("reference", "week", "month", "year") or word.base.endswith("weekday")
    return found, None, (found, ("deixis" if counted else "context") if known else "open")


def _single(word: Word, scene: Scene, *, quoted: bool) -> Open:
    context, reference = scene.context, scene.reference
    unknown = Open(to_day=True)
    if word.base == "this":
        return this_day(word, scene) or unknown
    if word.base == "text":
        last = _last_told(context)
        return last.day.plus(word.by) if last else unknown
    if word.base == "eve":
        return _eve(scene) or unknown
    if word.base == "stretch":
        return _of_stretch(word.by, context) or unknown
    if word.base == "reference":
        return _from_reference(word.by, scene, quoted=quoted) or unknown
    if word.base == "week" or word.base.endswith("weekday"):
        return _weekday(word, reference) or unknown
    return _month_or_year(word, scene)


def this_day(word: Word, scene: Scene) -> Open | None:
    """`이날`: the day of the event or that of its announcement, whichever the sentence speaks of."""
    context = scene.context
    event, announced = context.day, context.announced
    if event is None:
        return announced.day if announced else None
    named = bool(_events().match(scene.text, word.end))
    if not scene.is_news(event.day) and event.sentence != scene.sentence:
        if context.main is None:
            return _announced_here(word, scene)
        event = context.main
    if _is_other(event, context.main):
        close = scene.sentence - event.sentence <= _RECENT and not event.aside
        return event.day if named and close else _announced_here(word, scene)
    event = _told_of(event, word, scene)
    if announced is None or event is None:
        said = event or announced
        return said.day if said else None
    if event.day == announced.day or (event.sentence, event.end) > (announced.sentence, announced.end):
        return event.day
    near = announced.sentence - event.sentence <= 1
    return event.day if near and named else announced.day if not near else _announced_here(word, scene)


def _is_other(event: Said, main: Said | None) -> bool:
    """Whether the last day told is set apart from the day that the article has of its own."""
    return event.apart and main is not None and main.day != event.day


def _announced_here(word: Word, scene: Scene) -> Open | None:
    """The day of announcement, where the sentence tells it or only reports speech."""
    announced = scene.context.announced
    if announced is None:
        return None
    return announced.day if announced.sentence == scene.sentence or _said().match(scene.text, word.end) else None


def _told_of(event: Said, word: Word, scene: Scene) -> Said | None:
    """The last day told, unless it is still to come and the clause tells of the past."""
    context = scene.context
    today = Open.of(scene.reference) if scene.reference else context.announced.day if context.announced else None
    if today and _later(event.day, today) and tense_after(scene.plain or scene.text, word.tail) == "past":
        return context.main if context.main and not _later(context.main.day, today) else None
    return event


def _later(day: Open, today: Open) -> bool:
    """Whether a day is known to be later than another; days without a month are compared within one."""
    if day.full and today.full:
        return day.full > today.full
    if day.month == today.month and day.day is not None and today.day is not None:
        return day.day > today.day
    return False


def _last_told(context: Context) -> Said | None:
    """The day last spoken of; an event before its announcement."""
    event, announced = context.day, context.announced
    if event is not None and (announced is None or announced.sentence - event.sentence <= 1):
        return event
    return announced


def _eve(scene: Scene) -> Open | None:
    """`전날` is the day before the last event and before the article alike, or stays open."""
    event = scene.context.day
    readings = {d for d in (event.day.plus(-1) if event else None, _before(scene.reference)) if d is not None}
    return readings.pop() if len(readings) == 1 else None


def _before(reference: date | None) -> Open | None:
    return Open.of(reference).plus(-1) if reference else None


def _of_stretch(by: int, context: Context) -> Open | None:
    if context.stretch is None:
        return None
    start, end = context.stretch
    return end if by < 0 else start.plus(by)


def _from_reference(by: int, scene: Scene, *, quoted: bool) -> Open | None:
    """`오늘`, `어제`, `내일`. In a quotation they count from the day of speaking, which is the event's."""
    if quoted:
        event = scene.context.day
        return event.day if event and by == 0 and scene.sentence - event.sentence <= _RECENT else None
    return Open.of(scene.reference).plus(by) if scene.reference else None


def _monday(reference: date, by: int) -> date:
    return reference + timedelta(7 * by - reference.weekday())


def _week(by: int, reference: date | None) -> Open:
    """What all days of the week have in common: a month, a year, or nothing."""
    if reference is None:
        return Open(to_day=True)
    first = _monday(reference, by)
    last = first + timedelta(6)
    if first.month == last.month:
        return Open(first.year, first.month)
    return Open(first.year) if first.year == last.year else Open(to_day=True)


def _weekend(by: int, reference: date | None) -> tuple[Open, Open | None]:
    if reference is None:
        return Open(to_day=True), None
    saturday = _monday(reference, by) + timedelta(5)
    return Open.of(saturday), Open.of(saturday + timedelta(1))


def _weekday(word: Word, reference: date | None) -> Open | None:
    if reference is None or word.weekday is None:
        return None
    if word.base.startswith("지난"):
        back = (reference.weekday() - word.weekday) % 7 or 7
        return Open.of(reference - timedelta(back))
    if word.base.startswith("오는"):
        return Open.of(reference + timedelta((word.weekday - reference.weekday()) % 7 or 7))
    return Open.of(_monday(reference, word.by) + timedelta(word.weekday))


def _month_or_year(word: Word, scene: Scene) -> Open:
    context, reference = scene.context, scene.reference
    if word.base == "month":
        return Open(*shift_month(reference.year, reference.month, word.by)) if reference else Open(to_day=True)
    if word.base == "year":
        return Open(reference.year + word.by) if reference else Open(to_day=True)
    if word.base == "year in text":
        return Open(context.year + word.by) if context.year is not None else Open(to_day=True)
    return replace(context.month) if context.month else Open(to_day=True)
