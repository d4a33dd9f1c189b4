"""Which words are names: of persons, and of news outlets."""

from __future__ import annotations

import re
from functools import cache

from clipper import data

NOT_NAME_ENDINGS = ("부", "국", "경제", "데일리", "본부", "지사", "통신", "닷컴", "타임즈")
_NEVER_NAME_ENDINGS = ("팀", "신문", "일보", "뉴스", "방송")


def is_name(text: str) -> bool:
    """Whether a word can be the name of a Korean: a surname, and one to three syllables."""
    if not re.fullmatch(r"[가-힣]{2,4}", text) or text in data.words("byline_not_names", "word"):
        return False
    if text.endswith(_NEVER_NAME_ENDINGS) or (len(text) > 3 and text.endswith(NOT_NAME_ENDINGS)):
        return False
    if len(text) == 2:
        return text[0] in _common_surnames()
    return text[0] in _surnames() or (len(text) > 2 and text[:2] in _surnames())


def is_lone_name(line: str) -> bool:
    """Whether a line is nothing but a name of three syllables, as some pages put it beside the headline."""
    text = line.strip()
    if len(text) != 3 or not is_name(text):
        return False
    return text[0] in _common_surnames() and set(text[1:]) <= data.words("given_syllables", "syllable")


@cache
def _outlet_pattern() -> re.Pattern[str]:
    rows = data.rows("outlet_words")
    whole = "|".join(re.escape(r["word"]) for r in rows if r["kind"] == "name")
    ending = "|".join(re.escape(r["word"]) for r in rows if r["kind"] == "ending")
    return re.compile(rf"(?:{whole}|[가-힣A-Za-z0-9&·]{{1,12}}(?:{ending}))(?:\s?(?:TV|DB|자료사진))?", re.IGNORECASE)


def is_outlet(text: str) -> bool:
    """Whether `text` is the name of a news outlet: a known one, or one that ends like one (`…일보`, `…뉴스`)."""
    return bool(_outlet_pattern().fullmatch(text.strip()))


@cache
def _surnames() -> frozenset[str]:
    return data.words("surnames", "surname")


@cache
def _common_surnames() -> frozenset[str]:
    return frozenset(row["surname"] for row in data.rows("surnames") if row["kind"] == "common")
