"""Which of an agreement's parties is only a part, or another name, of one that is given too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clipper.extract.frames.mou.party import Party
from clipper.extract.mentions.orgs.aliases import is_short_for

_OFFICIAL = frozenset(("local_gov", "government", "assembly", "country"))  # a town and its council are two
_PLACES = ("시", "군", "구", "도", "성", "주", "현")
_ITS_OFFICE = ("인민위원회", "인민정부", "시정부", "주정부", "성정부")


def is_part(own: str, found: Mapping[str, Party], tellings: Sequence[frozenset[str]]) -> bool:
    """`가람이 …와 손잡았다. 가람 나루본부는 …`: the shorter name, where none of the `tellings` has both for parties of their own; of a
    place and its office the office. `found` holds the parties by their keys."""
    told_of = frozenset().union(*tellings)
    others = [k for k in told_of if k != own and k in found]
    if own.endswith(_ITS_OFFICE):
        return any(own.startswith(k) and k.endswith(_PLACES) and not _together(own, k, tellings) for k in others)
    if found[own].kind in _OFFICIAL or own.endswith(_PLACES):
        return False
    longer = [k for k in others if found[k].kind not in _OFFICIAL]
    if own not in told_of:  # who only sits by
        return found[own].person and any(k[:2] == own[:2] and (k.startswith(own) or is_short_for(own, k)) for k in longer)
    return any(k.startswith(own) and not _together(own, k, tellings) for k in longer)


def _together(one: str, other: str, tellings: Sequence[frozenset[str]]) -> bool:
    return any({one, other} <= told for told in tellings)
