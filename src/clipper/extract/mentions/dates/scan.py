"""Sentence → dates as written: numbers with their relative words, brackets, times and particles, still unresolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from clipper.extract.mentions.dates.vocabulary import either, words

_TILDE = r"[~∼～〜–—−-]"
_DAY_OR_TILDE = rf"(?:\s?[일日]|(?=\s?{_TILDE}\s?\d{{1,2}}\s?[일日]))"

# The closing dot of `2025. 6. 10.`, where a bracket or a second end follows.
_DOT_ON = rf"\.(?=\s?(?:{_TILDE}|\([월화수목금토일]))"

# Every branch starts with a digit: `re` then skips to digits, and a branch fails within a few characters.
_NUMBER = re.compile(
    rf"""
    (?P<y1>\d{{4}})\s?[.\-/]\s?(?P<m1>\d{{1,2}})\s?[.\-/]\s?(?P<d1>\d{{1,2}})(?:{_DOT_ON}|(?!\d|[.,]\d))
  | (?P<y2>\d{{4}}|\d{{2}})\s?년도?(?:\s?(?P<m2>\d{{1,2}})\s?월(?:\s?(?P<d2>\d{{1,2}}){_DAY_OR_TILDE})?)?
  | (?P<m3>\d{{1,2}})\s?월(?:\s?(?P<d3>\d{{1,2}}){_DAY_OR_TILDE})?
  | (?P<y4>\d{{2}})\.\s?(?P<m4>\d{{1,2}})(?:\.\s?(?P<d4>\d{{1,2}})(?:{_DOT_ON}|(?!\d|[.,]\d))|월)
  | (?P<m5>\d{{1,2}})\.\s?(?P<d5>\d{{1,2}})(?:\.?(?=\s?\([월화수목금토일]\))
        |\.(?=\s?{_TILDE}\s?(?:\d{{1,2}}\.\s?)?\d{{1,2}}\.)|\s?일|(?=\s?{_TILDE}\s?(?:\d{{1,2}}\.)?\d{{1,2}}\s?일))
  | (?P<m8>\d{{1,2}})\.\s?(?P<d8>\d{{1,2}})\.?(?!\d)
  | (?P<d6>\d{{1,2}})(?:\s?[일日]|(?=\.(?!\d))|(?=\s?\([월화수목금토일]\))
        |(?=\s?(?:{_TILDE}|[·ㆍ‧․,])\s?\d{{1,2}}\s?[일日]))
  | (?P<y7>\d{{4}})(?=\s?{_TILDE}\s?\d{{2,4}}\s?년)
    """,
    re.VERBOSE,
)

_ZONE = r"(?P<scope{0}>이하\s?)?(?P<zone{0}>현지|한국)\s?시[간각]"
_TAIL = re.compile(
    r"(?:\s?(?P<word>[월화수목금토일])요일)?"
    rf"(?:\s?\(\s?(?:(?P<weekday>[월화수목금토일])(?:요일)?\s?[,·]?\s?)?(?:{_ZONE.format(1)})?[^()]{{0,6}}\))?"
    r"(?:\s?(?P<part>오전|오후|새벽|아침|낮|정오|저녁|밤|심야))?(?:\s?\d{1,2}시(?:\s?\d{1,2}분|\s?반)?)?"
    rf"(?:\s?\({_ZONE.format(2)}\))?"
    r"(?P<particle>부터|까지|에서|에는|에도|에|엔|자로|로|과|와|께|경|쯤|을|이|은)?"
)
_LOCAL_BEFORE = re.compile(r"(?P<zone>현지|한국)\s?시[간각](?:으로|로)?\s?(?:기준\s?)?$")

# Behind a bare number of days: a length, a share or another word, no date.
_ATTACHED = re.compile(
    r"(?:간(?![부담사])|째|차|분(?!당)|치|자(?!정)|권|당(?!진)|씩|동안|만(?:에|이\s|의|인)|"
    r"내에|이내|이상|이하|미만|가량|여\s|정도|반|본|꼴|짜리|장)"
)
_BEHIND = re.compile(
    r"\s?(?:동안|간(?=[\s의,]|$)|만(?:에|이\s|의|인\s)|이내|이상|이하|미만|연속|정도|가량|안에|일정(?=[으의이을])|"
    r"(?:후|뒤)(?=[\s에면부,]|$)|내(?=[에로]?\s|$)|전(?=[\s,.쯤까에의부]|$)|앞(?:두|으로|당)|넘|지[나난났]|"
    r"차(?=[\s에인,]|$)|짜리|단위|중(?=\s|에\s)|캠프|과정|이\s?(?:지[나난났]|넘|걸[리린렸]|소요)|코스|체류|씩|에서\s?\d{1,3}일(?:\([^()]{0,12}\))?로|(?:\([^()]{0,12}\)|\))?로\s?(?:대폭\s?|각각\s?)?(?:늘|확대|연장|단축|줄))"
)
_PER_DAY = re.compile(r"\s?(?:평균|최대|최소|\d|생산|처리|이용|방문객|권|수강)")
_RECURRING = re.compile(
    r"(?:매월|매달|매년|매주|해마다|주|연|총|약|최장|최대|최소|평균|만|제|하루|연간|향후|이상|이내|이하|현행|나머지|휴가\s?\(|기간\s?\(|앞으로|무려|D-|꼬박|마지막|처음|첫|한\s?달)\s?$"
)
# The second end of `6.10.~6.14.`; elsewhere such numbers are decimals or headings.
_AFTER_DOTTED = re.compile(rf"\.?\s?{_TILDE}\s?")
_DOTTED_BEFORE = re.compile(rf"\d\.\s?{_TILDE}\s?$")
_TILDE_BEFORE = re.compile(rf"{_TILDE}\s?$")
_WEEKDAY = re.compile(r"\s?\([월화수목금토일]\)")
# `징역 1년 6월`
_YEARS_BEFORE = re.compile(r"\d년\s?$")
_SHORT_YEAR = re.compile(r"['’‘`′]\s?$")


_WEEK = 7


@dataclass(frozen=True, slots=True)
class Point:
    """One date as written, offsets in the sentence. `start` takes in relative words (`지난달 `), `end` stops behind the
    number, `tail` behind brackets, time and particle. Relative words: the number of years or months from the reference
    day (`year_by`, `month_by`) or from the text (`year_from_text`, `month_from_text`)."""

    start: int
    end: int
    tail: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    year_by: int | None = None
    year_from_text: int | None = None
    month_by: int | None = None
    month_from_text: int | None = None
    deixis: str | None = None
    weekday: int | None = None
    part: str | None = None
    local: bool | None = None
    scope: bool = False
    particle: str | None = None
    bare: bool = False

    @property
    def has_month(self) -> bool:
        """Whether its month is told, by number or by word."""
        return self.month is not None or self.month_by is not None or self.month_from_text is not None

    @property
    def has_year(self) -> bool:
        """Whether its year is told, by number or by word."""
        return self.year is not None or self.year_by is not None or self.year_from_text is not None


@dataclass(frozen=True, slots=True)
class Length:
    """A stretch of days with no date of its own: `5박 7일`, `21일간`, `나흘간`."""

    start: int
    end: int
    days: int
    nights: int | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """A word for a date: `base` says where it is counted from, `by` how far (days, weeks, months or years)."""

    start: int
    end: int
    tail: int
    base: str
    by: int
    weekday: int | None = None
    part: str | None = None
    particle: str | None = None


@cache
def _prefix() -> re.Pattern[str]:
    w = words()
    return re.compile(
        rf"(?:(?<![가-힣])(?P<year>{either([*w.years, *w.years_in_text])})(?:의)?\s?)?"
        rf"(?:(?<![가-힣])(?P<deixis>{either(w.deixis)})\s?)?"
        rf"(?:(?<![가-힣])(?P<month>{either([*w.months, *w.months_in_text])})\s?)?['’‘`′]?\s?$"
    )


@cache
def _lengths() -> re.Pattern[str]:
    return re.compile(
        r"\d{1,3}\s?(?:박\s?\d{1,3}\s?일(?:간)?|일\s?(?:간(?![가-힣])|간의|동안|일정(?=[으의이을]))|일간(?![부담사지])|여\s?일간|주\s?(?:간(?![가-힣])|간의|동안|일정(?=[으의이을])))"
        rf"|{either(words().lengths)}(?:간|\s?동안|\s?일정)"
    )


def lengths(text: str) -> Iterator[Length]:
    """All lengths in days."""
    for found in _lengths().finditer(text):
        start = found.start()
        if start and (text[start - 1].isdigit() or text[start - 1] in ".,"):
            continue
        numbers = re.findall(r"\d+", found[0])
        if len(numbers) == 2:
            yield Length(start, found.end(), int(numbers[1]), int(numbers[0]))
        elif numbers:
            unit = _WEEK if "주" in found[0] else 1
            yield Length(start, found.end(), int(numbers[0]) * unit)
        elif not (start and "가" <= text[start - 1] <= "힣"):
            word = next(w for w in words().lengths if found[0].startswith(w))
            yield Length(start, found.end(), words().lengths[word])


def points(text: str) -> Iterator[Point]:
    """All numbered dates; lengths, shares, decimals and telephone numbers are none."""
    last: Point | None = None
    for found in _NUMBER.finditer(text):
        if found["m8"] and not (last and _AFTER_DOTTED.fullmatch(text, last.tail, found.start())):
            continue
        point = _point(text, found)
        if point is not None:
            last = point
            yield point


def _point(text: str, found: re.Match[str]) -> Point | None:
    start, end = found.span()
    before = text[start - 1] if start else ""
    if before.isdigit() or (before and before in ".,:/제") or (before.isascii() and before.isalpha()):
        return None
    kind = (found.lastgroup or "")[-1]
    parts = {name[0]: int(value) for name, value in found.groupdict().items() if value}
    year, month, day = parts.get("y"), parts.get("m"), parts.get("d")
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    if year is not None and year < 100:
        if not _short_year(text, start, kind, month):
            return None
        year += 2000 if year < 70 else 1900
    if kind == "3" and _YEARS_BEFORE.search(text, max(0, start - 3), start):
        return None
    if kind == "5" and not _dotted(text, end, day):
        return None
    prefix = _prefix().search(text, max(0, start - 14), start)
    bare = year is None and month is None and not (prefix and prefix[0].strip())
    if day is not None and not _is_day(text, start, end, bare and day == 1, bare):
        return None
    if kind == "6" and text[end - 1] not in "일日" and not _joined(text, start, end):
        return None
    return _complete(text, found, prefix, year, month, day, bare)


def _short_year(text: str, start: int, kind: str, month: int | None) -> bool:
    quoted = bool(_SHORT_YEAR.search(text, max(0, start - 2), start))
    sentenced = text[max(0, start - 4) : start].strip().endswith("징역")
    return quoted or (kind == "2" and month is not None and not sentenced)


def _dotted(text: str, end: int, day: int | None) -> bool:
    # `8.26일` is a date, `1.5일` may be a day and a half.
    return text[end - 1] != "일" or (day or 0) > 9


def _joined(text: str, start: int, end: int) -> bool:
    """A bare number is a day only in a stretch or list: `9~16일`, `10·11일`, `6.10.~11.`, `4.12(일)~17(금)`."""
    if text[end : end + 1] == ".":
        return bool(_DOTTED_BEFORE.search(text, max(0, start - 5), start))
    if _WEEKDAY.match(text, end):
        return bool(_TILDE_BEFORE.search(text, max(0, start - 3), start))
    return True


_ASIDE = re.compile(r"(?:전날|전일|어제|그제|내일|모레)\s?\(\s?$")


def is_aside(text: str, start: int) -> bool:
    """Whether a date only explains a word before it: `전날(3일)`, `내일(12일)`."""
    return bool(_ASIDE.search(text, max(0, start - 5), start))


def _is_day(text: str, start: int, end: int, first: bool, bare: bool) -> bool:
    if text[end - 1] not in "일日":
        return not _RECURRING.search(text, max(0, start - 4), start)
    if _ATTACHED.match(text, end) and text[end - 1] == "일":
        return False
    if _RECURRING.search(text, max(0, start - 4), start):
        return False
    if first and _PER_DAY.match(text, end):
        return False
    return not (bare and _BEHIND.match(text, end))


def _complete(
    text: str,
    found: re.Match[str],
    prefix: re.Match[str] | None,
    year: int | None,
    month: int | None,
    day: int | None,
    bare: bool,
) -> Point | None:
    w = words()
    tail = _TAIL.match(text, found.end())
    relative_year = prefix["year"] if prefix else None
    relative_month = prefix["month"] if prefix else None
    deixis = prefix["deixis"] if prefix else None
    start = found.start()
    if prefix and (relative_year or relative_month or deixis):
        start = prefix.start()
    weekday = tail and (tail["word"] or tail["weekday"])
    zone = tail and (tail["zone1"] or tail["zone2"])
    before = _LOCAL_BEFORE.search(text, max(0, start - 12), start)
    zone = zone or (before["zone"] if before else None)
    return Point(
        start=start,
        end=found.end(),
        tail=tail.end() if tail else found.end(),
        year=year,
        month=month,
        day=day,
        year_by=w.years.get(relative_year or ""),
        year_from_text=w.years_in_text.get(relative_year or ""),
        month_by=w.months.get(relative_month or "") if month is None else None,
        month_from_text=w.months_in_text.get(relative_month or "") if month is None else None,
        deixis=w.deixis[deixis] if deixis else None,
        weekday="월화수목금토일".index(weekday) if weekday else None,
        part=tail["part"] if tail else None,
        local=None if zone is None else zone == "현지",
        scope=bool(tail and (tail["scope1"] or tail["scope2"])),
        particle=tail["particle"] if tail else None,
        bare=bare,
    )


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


# `오늘날`, `내일의`, `어제와 오늘`: time in general.
_GENERAL = re.compile(r"날|의\s|을|과|와")
_PARTICLE = re.compile(
    r"(?:\s?(?P<part>오전|오후|새벽|아침|낮|저녁|밤))?(?P<particle>부터|까지|에는|에도|에|엔|은|의)?"
)


def word_dates(text: str) -> Iterator[Word]:
    """All words for dates that stand by themselves."""
    for found in _words().finditer(text):
        word = _word(text, found)
        if word is not None:
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
