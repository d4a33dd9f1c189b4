"""Sentence → words for dates (`이날`, `지난주 금요일`) and lengths in days (`5박 7일`, `나흘간`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from clipper.extract.mentions.dates.guards import ends_stretch
from clipper.extract.mentions.dates.vocabulary import either, words
from clipper.extract.mentions.dates.written import Length, Word
from clipper.extract.patterns import any_word

_WEEK = 7


@cache
def _lengths() -> re.Pattern[str]:
    return re.compile(
        r"\d{1,3}\s?(?:박\s?\d{1,3}\s?일(?:간)?|일\s?(?:간(?![가-힣])|간의|동안|일정(?=[으의이을]))|일간(?![부담사지])|여\s?일간|주\s?(?:간(?![가-힣])|간의|동안|일정(?=[으의이을])))"
        rf"|{either(words().lengths)}(?:간|\s?동안|\s?일정)"
    )


def lengths(text: str) -> Iterator[Length]:
    """All lengths in days."""
    if not ("간" in text or "동안" in text or "박" in text or "일정" in text):  # one of them is in every match
        return
    for found in _lengths().finditer(text):
        start = found.start()
        if start and (text[start - 1].isdigit() or text[start - 1] in ".,"):
            continue
        numbers = re.findall(r"\d+", found[0])
        if len(numbers) == 2:
            yield Length(start, found.end(), int(numbers[1]), int(numbers[0]))
        elif numbers:
            if "일" in found[0] and ends_stretch(text, start, int(numbers[0])):
                continue
            unit = _WEEK if "주" in found[0] else 1
            yield Length(start, found.end(), int(numbers[0]) * unit)
        elif not (start and "가" <= text[start - 1] <= "힣"):
            word = next(w for w in words().lengths if found[0].startswith(w))
            yield Length(start, found.end(), words().lengths[word])


@cache
def _words() -> re.Pattern[str]:
    w = words()
    return re.compile(
        rf"(?P<weekend>{either(w.weekends)})"
        rf"|(?P<week>{either(w.weeks)})(?=\s|에|초|중|말\s|부터|까지|[,.)]|의\s|$)(?:\s?(?P<weekday>[월화수목금토일])요일)?"
        rf"|(?P<side>지난|오는|이번)\s(?P<sideday>[월화수목금토일])요일"
        rf"|(?P<day>{either(w.days)})"
        rf"|(?P<month>{either([*w.months, *w.months_in_text])})"
        rf"|(?P<year>{either(y for y in [*w.years, *w.years_in_text] if y != '올')})"
    )


@cache
def _signs() -> re.Pattern[str]:
    # By first letters, to which `re` skips at once; through named groups it does not.
    w = words()
    relative = [*w.years, *w.years_in_text, *w.months, *w.months_in_text]
    return re.compile(any_word([*w.weekends, *w.weeks, *w.days, *relative, "지난 ", "오는 ", "이번 "]))


# `오늘날`, `내일의`, `어제와 오늘`: time in general.
_GENERAL = re.compile(r"날|의\s|을|과|와")
_PARTICLE = re.compile(
    r"(?:\s?(?P<part>오전|오후|새벽|아침|낮|저녁|밤))?(?P<particle>부터|까지|에는|에도|에|엔|은|의)?"
)


def word_dates(text: str) -> Iterator[Word]:
    """All words for dates that stand by themselves."""
    covered = 0
    for sign in _signs().finditer(text):
        found = _words().match(text, sign.start()) if sign.start() >= covered else None
        if found is not None and (word := _word(text, found)) is not None:
            covered = word.end
            yield word


def _word(text: str, found: re.Match[str]) -> Word | None:
    start, end = found.span()
    if start and "가" <= text[start - 1] <= "힣":
        return None
    base, by, weekday = _meaning(found)
    if base == "reference" and _GENERAL.match(text, end):
        return None
    tail = _PARTICLE.match(text, end)
    return Word(
        start, end, tail.end() if tail else end, base, by, weekday,
        tail["part"] if tail else None, tail["particle"] if tail else None,
    )


def _meaning(found: re.Match[str]) -> tuple[str, int, int | None]:
    w = words()
    if found["weekend"]:
        return "weekend", w.weekends[found["weekend"]], None
    if found["week"]:
        return "week", w.weeks[found["week"]], "월화수목금토일".index(found["weekday"]) if found["weekday"] else None
    if found["side"]:
        return f"{found['side']} weekday", 0, "월화수목금토일".index(found["sideday"])
    if found["day"]:
        return *w.days[found["day"]], None
    if found["month"]:
        name = found["month"]
        return ("month", w.months[name], None) if name in w.months else ("month in text", w.months_in_text[name], None)
    name = found["year"]
    return ("year", w.years[name], None) if name in w.years else ("year in text", w.years_in_text[name], None)
