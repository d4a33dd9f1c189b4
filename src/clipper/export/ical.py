"""Lines of an iCalendar file (RFC 5545): text escaped, lines folded at 75 octets, CRLF at their ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

FOLD = 75
"""Octets of a line, without its end (RFC 5545, 3.1)."""

_FORBIDDEN = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def text(value: str) -> str:
    """A TEXT value (3.3.11): line breaks as `\\n`; other control characters, which it may not hold, are left out."""
    broken = re.sub(r"\r\n?|[\u2028\u2029\x85]", "\n", value)
    return _FORBIDDEN.sub("", broken).translate(_ESCAPES)


def folded(name: str, value: str) -> str:
    """The content line `NAME:value`, its end included. No line is cut inside a character."""
    data = f"{name}:{value}".encode()
    lines, start, room = [], 0, FOLD
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:  # inside a character
            end -= 1
        lines.append(data[start:end])
        start, room = end, FOLD - 1  # the blank that marks a continued line counts
    return b"\r\n ".join([*lines, data[start:]]).decode() + "\r\n"


def component(name: str, lines: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A component between its BEGIN and END."""
    yield folded("BEGIN", name)
    for key, value in lines:
        yield folded(key, value)
    yield folded("END", name)
