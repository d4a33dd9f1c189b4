"""What a number beside 일, 월 or 년 must not be to be a date: a length, a share, a decimal, a day of every month."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from clipper.extract.mentions.dates.vocabulary import words

TILDE = r"[~∼～〜–—−-]"

# The second end of `6.10.~6.14.`; elsewhere such numbers are decimals or headings.
AFTER_DOTTED = re.compile(rf"\.?\s?{TILDE}\s?")
# `7.18.-20.`, `7.18.(월)-20.(수)`
_DOTTED_BEFORE = re.compile(rf"\d\.\s?(?:\([월화수목금토일]\)\s?)?{TILDE}\s?$")
_TILDE_BEFORE = re.compile(rf"(?:{TILDE}|\([월화수목금토일]\)부터)\s?$")
_WEEKDAY = re.compile(r"\s?\([월화수목금토일]\)")
# `17일-21일 간`: the first end of a stretch whose second has 간 behind it.
_FIRST_END = re.compile(
    r"(?:(?P<told>\d월\s?|오는\s|지난\s|이달\s|다음\s?달\s|내달\s))?(?<!\d)(?P<day>\d{1,2})\s?일(?:\([월화수목금토일]\))?"
    rf"\s?{TILDE}\s?$"
)
_WEEK = 7
# `징역 1년 6월`
YEARS_BEFORE = re.compile(r"\d년\s?$")
_SHORT_YEAR = re.compile(r"['’‘`′]\s?$")


@dataclass(frozen=True, slots=True)
class _Guards:
    """Patterns of the words of `[beside]` in `data/dates.toml`."""

    attached: re.Pattern[str]
    behind: re.Pattern[str]
    per_day: re.Pattern[str]
    before: re.Pattern[str]
    aside: re.Pattern[str]


@cache
def _guards() -> _Guards:
    beside = words().beside
    # `5일에서 20일(다태아 25일)로 늘어`
    grows = rf"(?:에서\s?\d{{1,3}}일)?(?:\([^()]{{0,12}}\)|\))?로\s?(?:대폭\s?|각각\s?)?{beside['growing']}"
    return _Guards(
        attached=re.compile(beside["attached"]),
        behind=re.compile(rf"\s?{beside['behind']}|{grows}"),
        per_day=re.compile(rf"\s?{beside['per_day']}"),
        before=re.compile(rf"(?<![가-힣]){beside['counting']}\s?$|{beside['bracketed']}\s?\(\s?$"),
        aside=re.compile(rf"{beside['aside']}\s?\(\s?$"),
    )


def is_short_year(text: str, start: int, kind: str, month: int | None) -> bool:
    """Two digits are a year only behind an apostrophe or before a month (`13년 7월`)."""
    quoted = bool(_SHORT_YEAR.search(text, max(0, start - 2), start))
    sentenced = text[max(0, start - 4) : start].strip().endswith("징역")
    return quoted or (kind == "2" and month is not None and not sentenced)


def is_dotted(text: str, end: int, day: int | None) -> bool:
    """`8.26일` is a date, `1.5일` may be a day and a half."""
    return text[end - 1] != "일" or (day or 0) > 9


def is_joined(text: str, start: int, end: int) -> bool:
    """A bare number is a day only in a stretch or list: `9~16일`, `10·11일`, `6.10.~11.`, `4.12(일)~17(금)`."""
    if text[end : end + 1] == ".":
        return bool(_DOTTED_BEFORE.search(text, max(0, start - 9), start))
    if _WEEKDAY.match(text, end):
        return bool(_TILDE_BEFORE.search(text, max(0, start - 7), start))
    return True


def ends_stretch(text: str, start: int, number: int) -> bool:
    """Whether a number before 일간 is the last day of a stretch (`17일-21일 간`), and no length: those that are told from
    one to another are short (`2일~3일간`)."""
    first = _FIRST_END.search(text, max(0, start - 16), start)
    return first is not None and (number > _WEEK or first["told"] is not None) and int(first["day"]) != number


def is_aside(text: str, start: int) -> bool:
    """Whether a date only explains a word before it: `전날(3일)`, `내일(12일)`."""
    return bool(_guards().aside.search(text, max(0, start - 5), start))


# `지난 3일 공장을 찾은 지 나흘 만이다`
_SINCE = re.compile(r"\)?[^.]{0,30}?[한은간온] 지 [^.]{1,10}만")


def is_counted_from(text: str, end: int) -> bool:
    """Whether a date only tells from when something is counted: what is news has another day."""
    return " 지 " in text[end:] and _SINCE.match(text, end) is not None


def is_day(text: str, start: int, end: int, day: int, bare: bool) -> bool:
    """Whether `N일` is a day; `bare` where no month, 지난 or 오는 is told."""
    guards = _guards()
    if guards.before.search(text, max(0, start - 4), start):
        return False
    if text[end - 1] not in "일日":
        return True
    if ends_stretch(text, start, day):
        return True
    if text[end - 1] == "일" and guards.attached.match(text, end):
        return False
    if bare and day == 1 and guards.per_day.match(text, end):  # `1일 평균`
        return False
    return not (bare and guards.behind.match(text, end))
