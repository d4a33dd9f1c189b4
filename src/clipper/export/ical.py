"""Lines of an iCalendar file (RFC 5545): text escaped, lines folded at 75 octets, CRLF at their ends."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

FOLD = 75
"""Octets of a line, without its end (RFC 5545, 3.1)."""

_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def text(value: str) -> str:
    """A TEXT value (3.3.11): line breaks as `\\n`; other control characters, which it may not hold, are left out."""
    broken = re.sub(r"\r\n?|[\u2028\u2029\x85]", "\n", value)
    kept = "".join(char for char in broken if char == "\n" or unicodedata.category(char) not in ("Cc", "Cs"))
    return kept.translate(_ESCAPES)


def folded(name: str, value: str) -> str:
    """The content line `NAME:value`, its end included. No line is cut inside a character."""
    lines, room, line = [], FOLD, ""
    for char in f"{name}:{value}":
        size = len(char.encode())
        if room < size:
            lines.append(line)
            room, line = FOLD - 1, ""  # the blank that marks a continued line counts
        line += char
        room -= size
    return "\r\n ".join([*lines, line]) + "\r\n"


def component(name: str, lines: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A component between its BEGIN and END."""
    yield folded("BEGIN", name)
    for key, value in lines:
        yield folded(key, value)
    yield folded("END", name)
