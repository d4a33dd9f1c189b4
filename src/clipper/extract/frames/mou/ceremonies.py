"""The ceremony of signing where no verb of its own governs it: held before, or attended by a guest."""

from __future__ import annotations

import re

_OPENED = re.compile(r"(?:에서|에|일|오전|오후|시) (?:열린|진행된|개최된|마련된|가진) (?:[가-힣]{2,8} ){0,2}$")
_GUEST = re.compile(r"\s?(?P<verb>참석)(?:(?P<past>했)|할|한다|하는)")
_BETWEEN_TWO = re.compile(r"[와과]\s[^.,]{2,30}?\s?간(?:의)?\s[^.,]{0,60}$")


def was_held(before: str) -> bool:
    """`강당에서 열린 협약식에서 양측은`: whether the words before the noun say that it was held."""
    return _OPENED.search(before) is not None


def guest_at(text: str, start: int, end: int) -> re.Match[str] | None:
    """`A와 B 간 협약식에 참석한다`: the verb of a guest at the ceremony of two others, whose noun stands from `start` to `end`."""
    guest = _GUEST.match(text, end)
    return guest if guest and _BETWEEN_TWO.search(text[:start]) else None
