"""All dates of an article in order; later ones lean on earlier ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Literal, cast

from clipper.extract.mentions.dates.combine import Expression, expressions
from clipper.extract.mentions.dates.context import Context, Said
from clipper.extract.mentions.dates.guards import is_aside, is_counted_from
from clipper.extract.mentions.dates.model import DateMention, Kind, ResolvedBy
from clipper.extract.mentions.dates.opendate import UNKNOWN, Open
from clipper.extract.mentions.dates.resolve import Resolved, Scene, resolve_point
from clipper.extract.mentions.dates.stretch import counted_end, end_after, in_order, spans_around, start_before
from clipper.extract.mentions.dates.tense import in_passing
from clipper.extract.mentions.dates.until import until_this_day
from clipper.extract.mentions.dates.vocabulary import words
from clipper.extract.mentions.dates.words import resolve_word
from clipper.extract.mentions.dates.written import Point, Word
from clipper.extract.spans import Sentence


@cache
def _announces() -> re.Pattern[str]:
    """`… 체결했다고 14일 밝혔다`, `5일 나주시에 따르면`, `12일 보도자료를 통해`."""
    return re.compile(rf"\s?{words().beside['announced']}")


def find_dates(sentences: Sequence[Sentence], *, reference: date | None) -> tuple[DateMention, ...]:
    """The dates of a whole article, its sentences given in order.

    `reference` is the day that `오는`, `지난달` and bare days are counted from; without it they stay open. Pure: the
    same sentences and reference give the same mentions.
    """
    context = Context()
    found: list[DateMention] = []
    for number, sentence in enumerate(sentences):
        each_expression = expressions(sentence.text)
        plain = _unquoted(sentence) if each_expression else ""
        before = context.announced or context.main
        told = [_mention(each, sentence, number, context, reference, plain) for each in each_expression]
        found += until_this_day(sentence, told, before.day.text() if before else None)
    return tuple(found)


def _unquoted(sentence: Sentence) -> str:
    """The sentence with what is quoted in it blanked, at the same length."""
    text = sentence.text
    for start, end in sentence.quotes:
        low, high = max(0, start - sentence.start), min(len(text), end - sentence.start)
        if low < high:
            text = text[:low] + " " * (high - low) + text[high:]
    return text


def _mention(
    each: Expression, sentence: Sentence, number: int, context: Context, reference: date | None, plain: str
) -> DateMention:
    if sentence.quoted(sentence.start + each.start):
        plain = sentence.text
    announces = each.first is not None and each.second is None and bool(_announces().match(sentence.text, each.tail))
    scene = Scene(sentence.text, number, each.tail, context, reference, announces, each.listed, plain)
    if each.word is not None:
        return _word_mention(each, each.word, sentence, scene)
    if each.first is None:
        return _length_mention(each, sentence)
    if each.second is not None or (each.length is not None and each.first.day is not None):
        return _stretch_mention(each, each.first, sentence, scene)
    return _point_mention(each, each.first, sentence, scene)


def _length_mention(each: Expression, sentence: Sentence) -> DateMention:
    length = each.length
    nights = length.nights if length else None
    return DateMention(
        span=sentence.at(each.start, each.end),
        start=UNKNOWN,
        kind="length" if nights is None else "nights_days",
        precision="none",
        resolved_by="open",
        length_days=length.days if length else None,
        nights=nights,
        days=length.days if length and nights is not None else None,
    )


def _point_mention(each: Expression, point: Point, sentence: Sentence, scene: Scene) -> DateMention:
    when, by = resolve_point(point, scene)
    context = scene.context
    if point.day is not None:
        today = scene.reference is not None and when.full == scene.reference
        apart = not today and (point.deixis is not None or point.has_month)
        aside = point.deixis == "지난" and in_passing(scene.plain or scene.text, each.tail)
        ahead = (point.month_by or 0) > 0  # `내달 3일 … . 5일에는 …`
        said = Said(when, scene.sentence, point.month is not None or ahead, each.end, aside, apart)
        if not (is_aside(scene.text, each.start) or is_counted_from(scene.text, each.tail)):
            context.remember_day(said, announces=scene.announces, main=scene.is_news(when))
    else:
        context.remember_month(when, scene.sentence)
    return _made(each, point, sentence, scene, when, None, by)


def _stretch_mention(each: Expression, first: Point, sentence: Sentence, scene: Scene) -> DateMention:
    if each.second is not None:
        (start, by), last = _ends(first, each.second, scene)
    else:
        start, by = resolve_point(first, scene)
        last = counted_end(start, each.length.days if each.length else 1)
    end: Open | None = last
    if not (start.exists and last.exists and in_order(start, last)):
        start, end, by = Open(None, None, first.day, to_day=True), None, "open"
    if first.day is not None and end is not None:
        scene.context.remember_stretch(start, end, scene.sentence)
    elif first.day is None:
        scene.context.remember_month(start, scene.sentence)
    return _made(each, first, sentence, scene, start, end, by)


def _ends(first: Point, second: Point, scene: Scene) -> tuple[Resolved, Open]:
    """Both ends of a stretch: the one that tells more is resolved first, and fills the other."""
    if second.has_month and not first.has_month and first.day is not None:
        end = resolve_point(second, scene)[0]
        ahead = second.month_by == 1
        start = start_before(end, first, month_before=ahead)
        told: ResolvedBy = "deixis" if second.deixis or second.month_by is not None else "tense"
        return (start, told if start.full else "open"), end
    if second.year is not None and not first.has_year and first.has_month is second.has_month:
        end = Open(second.year, second.month, second.day)
        return (start_before(end, first), "stated"), end
    start, by = _start(first, second, scene)
    if second.month_by is not None or second.year_by is not None or second.year_from_text is not None:
        return (start, by), resolve_point(second, scene)[0]
    return (start, by), end_after(start, second)


def _start(first: Point, second: Point, scene: Scene) -> Resolved:
    """The first day by itself; a bare stretch that holds the reference day is the one that is meant."""
    bare = first.bare and second.bare and not first.deixis and first.day is not None
    if bare and scene.reference is not None and scene.tense != "past" and first.day is not None:
        around = spans_around(first.day, second, scene.reference)
        if around is not None:
            return Open.of(around), "anchor" if scene.tense is None else "tense"
    return resolve_point(first, scene)


def _word_mention(each: Expression, word: Word, sentence: Sentence, scene: Scene) -> DateMention:
    quoted = sentence.quoted(sentence.start + each.start)
    start, end, (_, by) = resolve_word(word, scene, quoted=quoted)
    if start.precision == "day" and end is None and start.text() != UNKNOWN and word.base not in ("reference", "eve"):
        scene.context.remember_day(Said(start, scene.sentence, False, each.end), announces=False, main=False)
    elif start.precision in ("month", "year") and word.base in ("month", "year", "year in text"):
        scene.context.remember_month(start, scene.sentence)
    return DateMention(
        span=sentence.at(each.start, each.end),
        start=start.text(),
        end=end.text() if end else None,
        kind=_word_kind(word),
        precision="week" if word.base == "week" and word.weekday is None else start.precision,
        resolved_by=by,
        local=scene.context.local,
        part_of_day=word.part,
        particle=word.particle,
    )


def _word_kind(word: Word) -> Kind:
    if word.base == "weekend":
        return "weekend"
    if word.base.startswith("month"):
        return "month"
    return "year" if word.base.startswith("year") else "relative"


def _made(
    each: Expression, point: Point, sentence: Sentence, scene: Scene, start: Open, end: Open | None, by: ResolvedBy
) -> DateMention:
    ends = [p for p in (each.first, each.second) if p is not None]
    zone = next((p.local for p in ends if p.local is not None), None)
    if any(p.scope for p in ends):
        scene.context.local = bool(zone)
    precision = start.precision
    kind = "range" if end is not None else precision if precision != "none" else "year"
    return DateMention(
        span=sentence.at(each.start, each.end),
        start=start.text(),
        end=end.text() if end is not None else None,
        kind=cast("Kind", kind),
        precision=precision,
        resolved_by=by,
        deixis=cast("Literal['지난', '오는'] | None", next((p.deixis for p in ends if p.deixis), None)),
        announces=scene.announces,
        local=scene.context.local if zone is None else zone,
        part_of_day=point.part,
        particle=ends[-1].particle,
        length_days=each.length.days if each.length else None,
        nights=each.length.nights if each.length else None,
        days=each.length.days if each.length and each.length.nights is not None else None,
    )
