"""What stands behind a name: its suffix (시, 주, 성 …), a particle, a bracket, or more of a longer word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from clipper.data import rows
from clipper.extract.mentions.places.model import Level, Within
from clipper.extract.tokens import readings

_HANGUL = re.compile(r"[가-힣]*")
_COPULA = re.compile(
    r"(이?(다|며|고|자|든|었\S*|였\S*|라\S*|지만|어서|네|요)|인|입니다|이거나|뿐\S*|들\S*|마저|조차|쯤|께|씩)$"
)
_GLOSS = re.compile(r" ?[(（]([A-Za-zÀ-ỹ一-鿿][^()（）가-힣]{0,40})[)）]")
_SUFFIX = re.compile(
    r"( ?)(특별자치구|특별자치도|특별시|직할시|광역시|자치구|자치주|준주|카운티|공화국|연방주"
    r"|성|주|현|도|부|시|군|구|섬|[州省市縣府道])"
)
_LEVELS: dict[str, tuple[Level, ...]] = {
    **dict.fromkeys(("시", "市", "특별시", "직할시", "광역시", "카운티", "군", "縣"), ("city",)),
    **dict.fromkeys(("주", "州", "성", "省", "도", "道", "부", "府", "자치구", "자치주", "준주"), ("region",)),
    **dict.fromkeys(("공화국", "연방주", "특별자치구", "특별자치도"), ("region",)),
    "현": ("region", "city"),
    "구": ("district", "city"),
    "섬": ("region", "city"),
}


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a name: `text` is the rest of the word, `kind` one of `end`, `particle`, `place`, `word`, `title`,
    `org` and `unknown`."""

    kind: str
    text: str

    @property
    def within(self) -> Within:
        """The longer word that the name is part of, if it is."""
        return "org" if self.kind == "unknown" else self.kind if self.kind in ("org", "title", "word") else ""  # type: ignore[return-value]


@cache
def _tails() -> dict[str, str]:
    return {row["tail"]: row["kind"] for row in rows("places_tails")}


def tail(text: str, name: str, end: int) -> Tail:
    """What stands in `text` behind a name that ends at `end`."""
    found = _HANGUL.match(text, end)
    rest = found[0] if found else ""
    if not rest:
        return Tail("end", "")
    kind = _tail_kind(name, rest)
    return Tail(kind, rest)


@cache
def _tail_kind(name: str, rest: str) -> str:
    if rest in _tails():
        return _tails()[rest]
    if any(reading.stem == name for reading in readings(name + rest)) or _COPULA.match(rest):
        return "particle"
    for size in range(min(len(rest), 7), 0, -1):
        if rest[:size] in _tails():
            return _tails()[rest[:size]]
    return "unknown"


def gloss(text: str, end: int) -> tuple[str, int]:
    """The Latin or Chinese in brackets behind a name, and where the bracket ends; `("", end)` where there is none."""
    found = _GLOSS.match(text, end)
    return (found[1].strip(), found.end()) if found else ("", end)


def suffix(text: str, end: int) -> tuple[str, int, tuple[Level, ...]]:
    """The suffix behind a bare name, where it ends and the levels it can mean; `("", end, ())` where there is none."""
    found = _SUFFIX.match(text, end)
    if not found:
        return "", end, ()
    return found[2], found.end(), _LEVELS[found[2]]


def spaced(text: str, end: int) -> bool:
    """Whether a blank stands between a name and its suffix."""
    return text[end : end + 1] == " "
