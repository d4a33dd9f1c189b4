"""One date as written → an open date: what is unsaid comes from the words beside it, the tense, or what came before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from clipper.extract.mentions.dates.calendar import (
    CLOSE,
    HALF_YEAR,
    NEAR,
    day_by_deixis,
    day_by_tense,
    days_near,
    year_by_deixis,
    year_by_tense,
)
from clipper.extract.mentions.dates.context import Context, Said
from clipper.extract.mentions.dates.model import ResolvedBy
from clipper.extract.mentions.dates.opendate import Open, shift_month
from clipper.extract.mentions.dates.tense import Tense, tense_after
from clipper.extract.mentions.dates.vocabulary import words
from clipper.extract.mentions.dates.written import Point

# A day leans on one told so many sentences before, not further.
_LEAN = 2
# Sentences through which the days of a journey stay in mind without a reference day to check them by.
_JOURNEY = 12
# Days from the reference day within which a day is news, not history.
_NEWS = 45


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a date stands: its sentence, the reference day, what was said before. `plain` is the sentence with its
    quotations blanked: their verbs are not those of the date."""

    text: str
    sentence: int
    tail: int
    context: Context
    reference: date | None
    announces: bool = False
    listed: bool = False
    plain: str = ""

    def is_news(self, day: Open) -> bool:
        """Whether a day is near enough to the reference day to be one the article reports on."""
        if self.reference is None or day.full is None:
            return True
        return abs(day.full - self.reference).days <= _NEWS

    @property
    def tense(self) -> Tense | None:
        """The tense of the clause; a day of announcement is past, one that something was put off to is to come."""
        if _moved_to().match(self.text, self.tail):
            return "future"
        return "past" if self.announces else tense_after(self.plain or self.text, self.tail)


@cache
def _moved_to() -> re.Pattern[str]:
    return re.compile(rf"\s?{words().beside['moved']}")


Resolved = tuple[Open, ResolvedBy]


def resolve_point(point: Point, scene: Scene) -> Resolved:
    """The date of a point by itself (not yet as the end of a stretch)."""
    year, month = _told_year(point, scene), point.month
    if point.month_by is not None or point.month_from_text is not None:
        return _relative_month(point, year, scene)
    if month is not None:
        found = _with_month(point, year, scene)
    elif point.day is not None:
        found = _bare_day(point, scene) if year is None else _day_of_year(point, year)
    else:
        told: ResolvedBy = "stated" if point.year is not None else "deixis"
        found = (Open(year), told if year is not None else "open")
    return _checked(found, point, scene)


def _told_year(point: Point, scene: Scene) -> int | None:
    if point.year is not None:
        return point.year
    if point.year_by is not None:
        return scene.reference.year + point.year_by if scene.reference else None
    if point.year_from_text is not None and scene.context.year is not None:
        return scene.context.year + point.year_from_text
    return None


def _relative_month(point: Point, year: int | None, scene: Scene) -> Resolved:
    """`지난달 30일`, `이달 중순`, `같은 달 13일`."""
    month: int | None = None
    by: ResolvedBy = "open"
    if point.month_by is not None and scene.reference:
        year, month = shift_month(scene.reference.year, scene.reference.month, point.month_by)
        by = "deixis"
    elif point.month_from_text is not None and scene.context.month is not None:
        year, month = scene.context.month.year, scene.context.month.month
        by = "context"
    found = Open(year, month, point.day)
    return (found, by) if found.exists else (Open(None, None, point.day), "open")


def _with_month(point: Point, year: int | None, scene: Scene) -> Resolved:
    found = Open(year, point.month, point.day)
    if year is not None:
        if point.year is not None:
            return found, "stated"
        return found, "deixis" if point.year_by is not None else "context"
    if point.year_by is not None or point.year_from_text is not None:
        return found, "open"
    return _year_unsaid(point, scene)


def _year_unsaid(point: Point, scene: Scene) -> Resolved:
    month = point.month or 1
    open_, context, reference = Open(None, point.month, point.day), scene.context, scene.reference
    if point.day is not None and not point.deixis and (held := context.in_stretch(point.day, point.month)):
        return held, "context"
    same_sentence = context.year if context.year_at == scene.sentence else None
    if reference is None:
        inherits = same_sentence is not None and not point.deixis
        return (replace(open_, year=same_sentence), "context") if inherits else (open_, "open")
    if point.deixis:
        year, by = year_by_deixis(month, point.day, point.deixis, reference), "deixis"
    else:
        year, by = year_by_tense(month, point.day, scene.tense, reference), "tense" if scene.tense else "anchor"
        if same_sentence is not None and year not in (None, same_sentence):
            year = same_sentence if scene.listed else None
    if year is None:
        return open_, "open"
    return replace(open_, year=year), "deixis" if by == "deixis" else "tense" if by == "tense" else "anchor"


def _day_of_year(point: Point, year: int) -> Resolved:
    """`2018년 … 2일` never stands in one expression; `올해 2일` does not either. The month stays open."""
    return Open(year, None, point.day, to_day=True), "open"


def _bare_day(point: Point, scene: Scene) -> Resolved:
    day, context, reference = point.day or 0, scene.context, scene.reference
    open_: Resolved = (Open(None, None, day), "open")
    if point.deixis and reference:
        found = day_by_deixis(day, point.deixis, reference)
        return (Open.of(found), "deixis") if found else open_
    if scene.listed and (near := _following(context.day or context.announced, day)):
        return near, "context"
    if reference is None:
        return _day_without_reference(point, scene) or open_
    by_tense = day_by_tense(day, scene.tense, reference)
    held = None if scene.announces else _held(day, scene)
    if held is not None:
        return held, "context"
    leaning = None if scene.announces else _leaning(day, scene)
    if leaning is not None and leaning.full != by_tense:
        return _settle(leaning, by_tense, scene) or open_
    if by_tense is None:
        return open_
    return Open.of(by_tense), "tense" if scene.tense else "anchor"


def _held(day: int, scene: Scene) -> Open | None:
    """The day inside the journey told before, unless that is long ago and the day is one of the present news."""
    held = scene.context.in_stretch(day)
    if held is None or held.full is None or scene.reference is None:
        return held
    old = abs(held.full - scene.reference).days > 2 * CLOSE + LONG_AGO
    if old and scene.sentence - scene.context.stretch_at > _LEAN:
        near = min(abs(d - scene.reference).days for d in days_near(day, scene.reference))
        return None if near <= CLOSE else held
    return held


LONG_AGO = 40


def _leaning(day: int, scene: Scene) -> Open | None:
    """The day in the month that was written out shortly before."""
    last = scene.context.day
    if last is None or not last.month_told or scene.sentence - last.sentence > _LEAN:
        return None
    return _following(last, day)


def _following(last: Said | None, day: int) -> Open | None:
    if last is None or last.day.day is None or last.day.month is None or day < last.day.day:
        return None
    found = replace(last.day, day=day)
    return found if found.exists else None


def _settle(leaning: Open, by_tense: date | None, scene: Scene) -> Resolved | None:
    """The article's own month against the reference day's: today's news wins over the month of its background."""
    reference, last = scene.reference, scene.context.day
    gone = reference is not None and by_tense is not None and by_tense < reference
    if gone and scene.tense == "future" and leaning.full is not None and reference is not None and leaning.full > reference:
        return leaning, "context"
    if by_tense is not None and reference is not None and abs(by_tense - reference).days <= CLOSE // 2:
        return Open.of(by_tense), "tense" if scene.tense else "anchor"
    if last is not None and last.sentence == scene.sentence:
        return leaning, "context"
    return None


def _day_without_reference(point: Point, scene: Scene) -> Resolved | None:
    day, context = point.day or 0, scene.context
    recent = context.stretch is not None and scene.sentence - context.stretch_at <= _JOURNEY
    if recent and (held := context.in_stretch(day)) is not None:
        return held, "context"
    if point.deixis:
        return None
    last = context.day
    if last is None or scene.sentence - last.sentence > _LEAN:
        return None
    if scene.announces and last.sentence != scene.sentence:
        return None
    near = _following(last, day)
    return (near, "context") if near else None


def _checked(found: Resolved, point: Point, scene: Scene) -> Resolved:
    """A stated weekday must agree. Else the one near reading that agrees is taken; without one it stays open."""
    day = found[0].full
    if point.weekday is None or point.day is None or found[1] == "stated":
        return _existing(found, point)
    if day is not None and day.weekday() == point.weekday:
        return found
    if scene.reference is None and day is None:
        return _existing(found, point)
    fitting = _fitting(point, scene.reference or day)
    if len(fitting) == 1:
        return Open.of(fitting[0]), "anchor"
    return Open(None, point.month, point.day), "open"


def _fitting(point: Point, around: date | None) -> list[date]:
    """Readings of the point near the reference day that fall on the stated weekday."""
    if around is None or point.day is None:
        return []
    if point.month is None:
        near = [d for d in days_near(point.day, around) if abs(d - around).days <= NEAR]
    else:
        near = []
        for year in (around.year - 1, around.year, around.year + 1):
            opened = Open(year, point.month, point.day).full
            if opened and abs(opened - around).days <= HALF_YEAR:
                near.append(opened)
    return [d for d in near if d.weekday() == point.weekday]


def _existing(found: Resolved, point: Point) -> Resolved:
    return found if found[0].exists else (Open(None, None, point.day), "open")
