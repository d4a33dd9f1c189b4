"""What stands behind a name: its suffix (시, 주, 성 …), a particle, a bracket, or more of a longer word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast

from clipper.data import rows
from clipper.extract.mentions.places.model import Level, Within
from clipper.extract.tokens import readings

Kind = Literal["end", "particle", "place", "word", "title", "org", "verb", "unknown"]

# No word is longer: what is beyond does not matter, and a text without blanks costs no more than another.
_HANGUL = re.compile(r"[가-힣]{0,24}")
# Particles upon particles, and the copula: what `readings` does not know as one particle.
_ENDING = re.compile(
    r"((에게서?|에서|으로|로|에|까지|부터|와|과|께)(만|의|도|는|은|선|서|부터|까지|라도|야|보다|이나|만의|만이|의는)+"
    r"|엔|만의|만이|만은|까지도|이?야말로"
    r"|이?(다|며|고|자|든|었[가-힣]*|였[가-힣]*|라[가-힣]*|지만|어서|네|요)|인|입니다|이거나|뿐[가-힣]*|들[가-힣]*|마저|조차|쯤|께|씩)$"
)
# A noun with 하다 or 되다 behind it is no place: 인도했다, 강화한, 구성됐다.
_VERB = re.compile(
    r"하([고는며면기지게자려]|여|였|도록)|했|한(다|$)|할(\s|$)|함(을|$)|해(서|야|온|$)|됐|된(다|$)|되([고는며면기지]|어|었)|될$|시키|시켰|시킬"
)
_BEFORE_GLOSS = frozenset(" (（")
_GLOSS = re.compile(r" ?[(（]([A-Za-zÀ-ỹ一-鿿][^()（）가-힣]{0,40})[)）]")


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a name: `text` is the rest of the word, `kind` what that makes of the name."""

    kind: Kind
    text: str

    @property
    def within(self) -> Within:
        """The longer word that the name is part of, if it is."""
        if self.kind == "unknown":
            return "org"
        return cast("Within", self.kind) if self.kind in ("org", "title", "word") else ""


@dataclass(frozen=True, slots=True)
class Suffix:
    """A row of `places_suffixes.tsv`."""

    levels: tuple[Level, ...]
    only: frozenset[str]
    never: frozenset[str]

    def used_in(self, country: str | None) -> bool:
        """Whether places of a country end so. South Korea's are in the tables with their suffixes."""
        return country not in self.never and country != "KR" and (not self.only or country in self.only)


@cache
def suffixes() -> dict[str, Suffix]:
    """All suffixes."""
    return {
        row["suffix"]: Suffix(
            cast("tuple[Level, ...]", tuple(row["levels"].split())),
            frozenset(row["only"].split()),
            frozenset(row["never"].split()),
        )
        for row in rows("places_suffixes")
    }


@cache
def _suffix_pattern() -> re.Pattern[str]:
    longest_first = sorted(suffixes(), key=len, reverse=True)
    return re.compile(rf"( ?)({'|'.join(longest_first)})")


@cache
def _suffix_letters() -> frozenset[str]:
    return frozenset(word[0] for word in suffixes())


@cache
def _tails() -> dict[str, Kind]:
    return {row["tail"]: cast("Kind", row["kind"]) for row in rows("places_tails")}


@cache
def _bodies() -> tuple[str, ...]:
    return tuple(word for word, kind in _tails().items() if kind == "org" and len(word) > 1)


def body_in(rest: str) -> bool:
    """Whether the rest of a word speaks of a body: 나주공업고등학교와."""
    return any(word in rest for word in _bodies())


def tail(text: str, name: str, end: int) -> Tail:
    """What stands in `text` behind a name that ends at `end`."""
    if not "가" <= text[end : end + 1] <= "힣":
        return _ENDS
    found = _HANGUL.match(text, end)
    return _tail(name, found[0]) if found else _ENDS


_ENDS = Tail("end", "")


@lru_cache(maxsize=1 << 16)
def _tail(name: str, rest: str) -> Tail:
    return Tail(_kind(name, rest), rest)


def _kind(name: str, rest: str) -> Kind:
    if rest in _tails():
        return _tails()[rest]
    if any(reading.stem == name for reading in readings(name + rest)) or _ENDING.match(rest):
        return "particle"
    if _VERB.match(rest):
        return "verb"
    if (name[-1] + rest[0]) in ("시장", "군수"):
        return "title"
    for size in range(min(len(rest), 7), 0, -1):
        if kind := _tails().get(rest[:size]):
            return "org" if kind in ("word", "place") and body_in(rest[size:]) else kind
    return "unknown"


def gloss(text: str, end: int) -> tuple[str, int]:
    """The Latin or Chinese in brackets behind a name, and where the bracket ends; `("", end)` where there is none."""
    if text[end : end + 1] not in _BEFORE_GLOSS:  # most names: asked first, for the pattern costs more
        return "", end
    found = _GLOSS.match(text, end)
    return (found[1].strip(), found.end()) if found else ("", end)


def suffix(text: str, end: int) -> tuple[Suffix | None, int]:
    """The suffix behind a bare name, and where it ends; `(None, end)` where there is none."""
    at = end + 1 if spaced(text, end) else end
    if text[at : at + 1] not in _suffix_letters():
        return None, end
    found = _suffix_pattern().match(text, end)
    return (suffixes()[found[2]], found.end()) if found else (None, end)


def is_doctrine(word: str, rest: Tail) -> bool:
    """Whether 주 and what follows is rather -주의 (`먼로주의`, `우선주의`), or 시장 a market."""
    return (word == "주" and rest.text.startswith("의")) or (word == "시" and rest.text.startswith("장"))


def spaced(text: str, end: int) -> bool:
    """Whether a blank stands between a name and its suffix."""
    return text[end : end + 1] == " "
