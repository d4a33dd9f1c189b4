"""Sentences that tell of an agreement again, to say where and when it was signed."""

from __future__ import annotations

import re
from functools import cache

from clipper.extract.frames.mou.lexicon import signers

_HELD_THERE = re.compile(r"(?:참석한 가운데|에서)\s[^.]{0,40}(?:열렸|열린다|진행됐|진행되었|진행된다|이뤄졌|개최됐|체결됐|체결되었|성사됐)")
# `협약은 16일 보스턴의 한 호텔에서 이뤄졌다`
_HELD_APART = re.compile(
    r"(?:\s?체결)?[은이]\s(?P<gap>[^.“”]{0,80}?에서\s[^.“”]{0,40}?)(?P<verb>이뤄졌|이루어졌|열렸|진행|체결|성사)(?=됐|되었|다|습|으)"
)
_OPENS = re.compile(r"^\W*(?:또한?\s|한편\s)?$")
# `지난 8일 구청장실에서 진행된 이번 협약은`
_HELD_BEFORE = re.compile(r"(?:진행된|열린|체결된|개최된|이뤄진|성사된)\s(?:이번|이날)\s$")


def held(text: str, start: int, end: int) -> bool:
    """Whether the words around the noun between two offsets tell of its signing (`12일 시청에서 진행된 이번 협약은`)."""
    return bool(_HELD_THERE.search(text, end) or _HELD_BEFORE.search(text[:start]))


def signed_there(text: str, start: int, end: int, *, anaphoric: bool) -> re.Match[str] | None:
    """The place behind a noun that opens its sentence or points back, up to the verb of signing."""
    return _HELD_APART.match(text, end) if anaphoric or _OPENS.match(text[:start]) else None


# `총 41개 도시와 우호교류 협약을 맺고 교류를 이어오고 있다`
@cache
def _many_sides() -> re.Pattern[str]:
    return re.compile(rf"\d{{2,}}여?\s?개?\s?(?:{signers()}|국|나라|시·?군)[와과]\s(?:[가-힣·]+\s?){{0,2}}$")


_KEEPS = re.compile(r"\S{0,8}\s?(?:맺|체결하)고\s[^.“”]{0,50}(?:고 있|아 왔|아왔|어 왔|어왔)(?:다|으며|습니다)")


def keeps_many(text: str, start: int, end: int) -> bool:
    """Whether ties with very many are only told to go on."""
    return _KEEPS.match(text, end) is not None and _many_sides().search(text[:start]) is not None
