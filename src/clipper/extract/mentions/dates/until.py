"""`지난 5일부터 이날까지`: a stretch whose last day is that of the news."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from clipper.extract.mentions.dates.model import DateMention
from clipper.extract.mentions.dates.opendate import UNKNOWN
from clipper.extract.spans import Sentence

_TO_THIS_DAY = re.compile(r"부터\s(?P<word>이날|오늘)까지")
_SAME_MONTH = 7  # characters of a day that tell year and month


def until_this_day(sentence: Sentence, told: Sequence[DateMention], before: str | None) -> Sequence[DateMention]:
    """The dates of a sentence, those of a stretch to this day as one; `before` is the day of the news as the sentences before
    tell it."""
    found = _TO_THIS_DAY.search(sentence.text)
    if found is None:
        return told
    at = sentence.start + found.start()
    first = next((day for day in told if day.span.end == at and day.kind == "day" and day.precision == "day"), None)
    last = next((day for day in told if day.span.start == sentence.start + found.start("word")), None)
    if first is None or last is None:
        return told
    announced = next((day.start for day in told if day.announces), None) or before
    end = last.start if found["word"] == "오늘" else announced or last.start
    if end == UNKNOWN or not _in_order(first.start, end):
        return told
    whole = replace(first, span=first.span.to(last.span), end=end, kind="range", particle=last.particle)
    return [whole if day is first else day for day in told if day is not last]


def _in_order(first: str, last: str) -> bool:
    """Whether one day lies before the other, as far as they are told."""
    return first < last and ("X" not in first + last or first[:_SAME_MONTH] == last[:_SAME_MONTH])
