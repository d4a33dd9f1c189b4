"""Titles: the office at the end of a word, what it is attached to, and the particle behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from clipper.data import rows
from clipper.extract.patterns import any_word
from clipper.extract.tokens import Reading, readings

# `외교부장관` is the minister of the 외교부; a deputy stands apart from the body (`국무부 부장관`).
_DEPUTIES = frozenset({"부장관", "부차관보"})
_COPULAS = ("이다", "였다", "이었다", "입니다", "이라며", "이라고", "라며", "라고", "인데", "이지만", "이었던", "였던")
_COPULA = re.compile(rf"(?:{'|'.join(_COPULAS)})$")


@dataclass(frozen=True, slots=True)
class Title:
    """One row of the table of titles."""

    title: str
    rank: int
    body: str
    homograph: bool


@dataclass(frozen=True, slots=True)
class Titled:
    """A word that ends in a title: `나노종합기술원장은` is `나노종합기술` + `원장`, particle `은`.

    `prefix` is what stands before the title in the word, `length` the letters of prefix and title together.
    """

    prefix: str
    title: Title
    particle: str
    role: str

    @property
    def length(self) -> int:
        """Letters of prefix and title, as they stand in one word."""
        return len(self.prefix) + len(self.title.title.replace(" ", ""))


@cache
def titles() -> dict[str, Title]:
    """All titles by their form without blanks."""
    return {
        row["title"].replace(" ", ""): Title(
            row["title"], int(row["rank"]), row["body"], row["homograph"] == "yes"
        )
        for row in rows("titles")
    }


def rank(title: str | None) -> int:
    """Seniority of a title as written (`경제부시장`, `대전시장`): that of the longest title it ends with, else 0."""
    found = _ending((title or "").replace(" ", ""))
    return found.rank if found else 0


@cache
def _last_syllables() -> frozenset[str]:
    return frozenset(form[-1] for form in titles())


@cache
def _longest() -> int:
    return max(map(len, titles()))


@lru_cache(maxsize=8192)
def _ending(word: str) -> Title | None:
    known = titles()
    for size in range(min(len(word), _longest()), 1, -1):
        if (found := known.get(word[-size:])) is not None:
            return found
    return None


@lru_cache(maxsize=16384)
def titled(word: str) -> Titled | None:
    """The title at the end of a word, its particle looked through; None where there is none."""
    if not any(char in _last_syllables() for char in word[-5:]):
        return None
    for reading in (*readings(word)[::-1], *_copula(word)):
        found = _ending(reading.stem)
        if found and _plausible(reading.particle, reading.role):
            prefix = reading.stem[: len(reading.stem) - len(found.title.replace(" ", ""))]
            if prefix and (minister := titles().get(found.title.removeprefix("부"))) and found.title in _DEPUTIES:
                found, prefix = minister, prefix + "부"
            if found.title == "주지사" and prefix == "제":
                found, prefix = titles()["지사"], "제주"
            return Titled(prefix, found, reading.particle, reading.role)
    return None


def _copula(word: str) -> tuple[Reading, ...]:
    """`회장이다`: the title as a predicate."""
    found = _COPULA.search(word) if word.endswith(_COPULAS) else None
    return (Reading(word[: found.start()], found[0], "copula"),) if found and found.start() > 1 else ()


def _plausible(particle: str, role: str) -> bool:
    """`의원` is no `의` with something behind it, and `이나`, `나` behind a title are rare enough to be left out."""
    return role not in {"or", "than", "like"} or len(particle) > 1


@cache
def _may() -> re.Pattern[str]:
    return re.compile(any_word(sorted({form[-2:] for form in titles()})))


def may_hold_title(text: str) -> bool:
    """A quick look: whether a text has the last two syllables of any title."""
    return bool(_may().search(text))


@cache
def _of_rank(least: int) -> re.Pattern[str]:
    return re.compile(any_word(sorted({form[-2:] for form, title in titles().items() if title.rank >= least})))


def may_hold_rank(text: str, least: int) -> bool:
    """A quick look: whether a text has the last two syllables of any title of a rank or above."""
    return bool(_of_rank(least).search(text))


def head(title: str) -> str:
    """The longest title that a title as written ends with: `시장` of `대전시장`, but `경제부시장` of itself."""
    found = _ending(title.replace(" ", ""))
    return found.title if found else title


def may_be_ordinary(title: str | None) -> bool:
    """Whether a title is also an ordinary word (`시장`)."""
    found = _ending((title or "").replace(" ", ""))
    return found is not None and found.homograph
