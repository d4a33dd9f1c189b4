"""What a number beside 일, 월 or 년 must not be to be a date: a length, a share, a decimal, a day of every month."""

from __future__ import annotations

import re

TILDE = r"[~∼～〜–—−-]"

# Behind a bare number of days: a length, a share or another word, no date.
_ATTACHED = re.compile(
    r"(?:간(?![부담사])|째|차|분(?!당)|치|자(?!정)|권|당(?!진)|씩|동안|만(?:에|이\s|의|인)|"
    r"내에|이내|이상|이하|미만|가량|여\s|정도|반|본|꼴|짜리|장)"
)
_BEHIND = re.compile(
    r"\s?(?:동안|간(?=[\s의,]|$)|만(?:에|이\s|의|인\s)|이내|이상|이하|미만|연속|정도|가량|안에|일정(?=[으의이을])|"
    r"(?:후|뒤)(?=[\s에면부,]|$)|내(?=[에로]?\s|$)|전(?=[\s,.쯤까에의부]|$)|앞(?:두|으로|당)|넘|지[나난났]|"
    r"차(?=[\s에인,]|$)|짜리|단위|중(?=\s|에\s)|캠프|과정|이\s?(?:지[나난났]|넘|걸[리린렸]|소요)|코스|체류|씩)"
)
# `5일에서 20일(다태아 25일)로 늘어`: a leave grows, nobody travels.
_GROWS = re.compile(
    r"(?:에서\s?\d{1,3}일)?(?:\([^()]{0,12}\)|\))?로\s?(?:대폭\s?|각각\s?)?(?:늘|확대|연장|단축|줄)"
)
_PER_DAY = re.compile(r"\s?(?:평균|최대|최소|\d|생산|처리|이용|방문객|권|수강)")
# Whole words only: 광주 14일 is a date, 주 5일 none.
_RECURRING = re.compile(
    r"(?<![가-힣])(?:매월|매달|매년|매주|해마다|주|연|총|약|최장|최대|최소|평균|만|제|하루|연간|향후|앞으로|이상|이내|이하|미만|"
    r"현행|기존|나머지|무려|D-|꼬박|마지막|처음|첫|한\s?달)\s?$|(?:휴가|기간)\s?\(\s?$"
)
# The second end of `6.10.~6.14.`; elsewhere such numbers are decimals or headings.
AFTER_DOTTED = re.compile(rf"\.?\s?{TILDE}\s?")
_DOTTED_BEFORE = re.compile(rf"\d\.\s?{TILDE}\s?$")
_TILDE_BEFORE = re.compile(rf"{TILDE}\s?$")
_WEEKDAY = re.compile(r"\s?\([월화수목금토일]\)")
# `징역 1년 6월`
YEARS_BEFORE = re.compile(r"\d년\s?$")
_SHORT_YEAR = re.compile(r"['’‘`′]\s?$")


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
        return bool(_DOTTED_BEFORE.search(text, max(0, start - 5), start))
    if _WEEKDAY.match(text, end):
        return bool(_TILDE_BEFORE.search(text, max(0, start - 3), start))
    return True


_ASIDE = re.compile(r"(?:전날|전일|어제|그제|내일|모레)\s?\(\s?$")


def is_aside(text: str, start: int) -> bool:
    """Whether a date only explains a word before it: `전날(3일)`, `내일(12일)`."""
    return bool(_ASIDE.search(text, max(0, start - 5), start))


def is_day(text: str, start: int, end: int, first: bool, bare: bool) -> bool:
    """Whether `N일` is a day; `first` for a bare 1일 (`1일 평균`), `bare` where no month, 지난 or 오는 is told."""
    if text[end - 1] not in "일日":
        return not _RECURRING.search(text, max(0, start - 4), start)
    if _ATTACHED.match(text, end) and text[end - 1] == "일":
        return False
    if _RECURRING.search(text, max(0, start - 4), start):
        return False
    if first and _PER_DAY.match(text, end):
        return False
    return not (bare and (_BEHIND.match(text, end) or _GROWS.match(text, end)))
