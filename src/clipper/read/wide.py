"""UTF-16: told without a byte-order mark by where its NULs stand, and set right again where a byte was lost."""

from __future__ import annotations

import re

_BLOCK = 128
_MAX_REPAIRS = 200
_WINDOW = 64
# What Korean pages are made of, hanja aside: those are what misread blanks and letters turn into.
_PLAIN = (
    "\t\n\r -~\u00a0-\u00ff\u2010-\u203f\u2190-\u21ff\u2460-\u24ff\u25a0-\u25ff"
    "\u3000-\u303f\u3131-\u318e가-힣\uff00-\uffef"
)
_ODD_RUN = re.compile(f"[^{_PLAIN}]{{3,}}")
_ODD = re.compile(f"[^{_PLAIN}]")


def utf16_without_mark(data: bytes) -> str | None:
    """`utf-16-le` or `utf-16-be` where blanks and markup put their NULs all on one side, else None.

    Judged block by block: behind a lost byte the sides are changed.
    """
    if b"\0" not in data or data.count(0) * 100 < len(data):  # almost no page has one: seen sooner than counted
        return None
    sides = [_side(data[i : i + _BLOCK]) for i in range(0, min(len(data), 256 * _BLOCK), _BLOCK)]
    told = [side for side in sides if side is not None]
    if not told or len(told) * 5 < len(sides) * 3:
        return None
    other = "utf-16-be" if told[0] == "utf-16-le" else "utf-16-le"
    # Where the very first byte is lost, it is the other one, read from the second byte on.
    heads = ((data[: 4 * _BLOCK], told[0]), (data[1 : 4 * _BLOCK + 1], other))
    judged = [(_oddness(head.decode(name, "replace")), name) for head, name in heads]
    oddness, name = min(judged, key=lambda pair: pair[0])
    return name if oddness < 0.3 else None


def decode_utf16(data: bytes, name: str) -> str:
    """The text; where it turns to nonsense because a byte is missing, it goes on one byte later."""
    parts: list[str] = []
    at = 0
    for _ in range(_MAX_REPAIRS):
        text = data[at:].decode(name, "replace")
        spot = _lost_byte(data, at, text, name)
        if spot is None:
            return "".join([*parts, text])
        parts.append(text[:spot] + "\ufffd")
        at += len(text[:spot].encode(name, "surrogatepass")) + 1
    return "".join([*parts, data[at:].decode(name, "replace")])


def _side(block: bytes) -> str | None:
    """가 is U+AC00 and 대 U+B300, so a few NULs stand on the other side as well."""
    even, odd = block[0::2].count(0), block[1::2].count(0)
    if max(even, odd) * 50 < len(block) // 2 or min(even, odd) * 2 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _lost_byte(data: bytes, at: int, text: str, name: str) -> int | None:
    """The index in `text` from which reading one byte later makes sense and reading on does not."""
    for run in _ODD_RUN.finditer(text):
        start = run.start()
        offset = at + len(text[:start].encode(name, "surrogatepass"))
        shifted = data[offset + 1 : offset + 1 + _WINDOW].decode(name, "replace")
        here = data[offset : offset + _WINDOW].decode(name, "replace")
        if _oddness(shifted) < 0.2 and _oddness(here) > 0.4:
            return start
    return None


def _oddness(text: str) -> float:
    return len(_ODD.findall(text)) / len(text) if text else 0.0
