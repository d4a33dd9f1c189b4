"""Text that a converter, mail program or terminal wrapped at a column: its paragraphs in one line again.

A wrapped line was broken where the next word did not fit any more, and nothing else was. That tells wrapping from lists
and menus, whose lines are short because they say little.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from clipper.clean.dumps.endings import ends_in_stop

_MIN_BROKEN = 6
_SHARE = 0.75
_NARROW, _WIDE = 30, 140
_WORDS, _OVER, _WHOLE = 4, 0.1, 12
_UNBROKEN = re.compile(r"\]\(|https?:|\|")
_NEW_BLOCK = re.compile(r"(?:[*•+#>|]|-{1,3}\s|={3}|\d{1,2}\.\s|\[\d{1,3}\])")


def unwrapped(text: str) -> str:
    """`text` itself where it is not wrapped; else with the lines of a paragraph joined by blanks."""
    lines = text.splitlines()
    for measure in (len, _columns):
        width = _width(lines, measure)
        if width:
            return "\n".join(_joined(lines, width, measure))
    return text


def _columns(line: str) -> int:
    """Terminal columns: Hangul takes two, just as in CP949."""
    return len(line.encode("cp949", "replace"))


def _width(lines: Sequence[str], measure: Callable[[str], int]) -> int | None:
    """The column that explains most line breaks; None where too few are explained.

    A break says that the line is no longer than the column and would be with the next line's first word.
    """
    pairs = [
        (measure(a.rstrip()), measure(a.rstrip()) + measure(b.split(maxsplit=1)[0]))
        for a, b in pairwise(lines)
        if a.strip() and b.strip() and not _NEW_BLOCK.match(b.lstrip())
    ]
    votes = Counter(w for low, high in pairs for w in range(max(low, _NARROW), min(high, _WIDE) + 1))
    if not votes:
        return None
    most = max(votes.values())
    width = max(w for w, times in votes.items() if times == most)
    long = sum(width // 2 <= low <= width for low, _ in pairs)
    # Sentences that run over the column were not broken there; links and tables may.
    over = sum(measure(line) > width and line.count(" ") >= _WORDS and not _UNBROKEN.search(line) for line in lines)
    # A paragraph to a line, all of one length, is not wrapped: wrapping seldom breaks at the end of a sentence.
    whole = sum(measure(line) <= width < measure(line) + _WHOLE and ends_in_stop(line.rstrip()) for line in lines)
    told = most >= _MIN_BROKEN and most >= _SHARE * long and over <= _OVER * most and whole <= most // 2
    return width if told else None


def _is_full(line: str, after: str, width: int, measure: Callable[[str], int]) -> bool:
    length = measure(line.rstrip())
    return length <= width < length + 1 + measure(after.split(maxsplit=1)[0])


def _joined(lines: Sequence[str], width: int, measure: Callable[[str], int]) -> list[str]:
    found: list[str] = []
    last = ""
    for line in lines:
        goes_on = last.strip() and line.strip() and not _NEW_BLOCK.match(line.lstrip())
        if goes_on and _is_full(last, line, width, measure):
            found[-1] = f"{found[-1].rstrip()} {line.strip()}"
        else:
            found.append(line)
        last = line
    return found
