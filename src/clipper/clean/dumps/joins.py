"""Lines that a dump broke inside a sentence, put together again, and sentences that it glued, taken apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from clipper.clean.dumps.endings import (
    ends_in_subject,
    ends_sentence,
    goes_on,
    is_item,
    may_go_on,
    starts_as_tail,
    starts_low,
)
from clipper.clean.dumps.lines import Line, together

_GLUED = re.compile(r"(?<=[가-힣]다\.)(?=[가-힣“‘\"(△▲◇◆□■])")
_LONG = 25
_VERY_LONG = 40


def joined(lines: Sequence[Line]) -> list[str]:
    """The paragraphs that the lines make up."""
    wrapped = _is_hard_wrapped(lines)
    paragraphs: list[str] = []
    before: Line | None = None
    for line in lines:
        if before is not None and _continues(before, paragraphs[-1], line, wrapped=wrapped):
            paragraphs[-1] = together(paragraphs[-1], line.text)
        else:
            paragraphs.append(line.text)
        before = line
    return [_GLUED.sub(" ", paragraph) for paragraph in paragraphs]


def _continues(before: Line, said: str, line: Line, *, wrapped: bool) -> bool:
    if ends_sentence(said) or line.gap > 2:
        return bool(starts_as_tail(line.text) and line.gap == 0 and _quotes(said))
    if starts_low(line.text):
        return True
    if is_item(line.text):
        return False
    if line.gap == 0 and said.count("“") > said.count("”"):
        return True
    if wrapped and line.gap == 0 and len(before.text) >= _LONG:
        return True
    if goes_on(said):
        return not is_item(said) or len(said) >= _LONG  # `◆시민과 함께` is a subhead
    if line.gap <= 1 and ends_in_subject(said) and not is_item(said) and _says_more(line):
        return True
    if starts_as_tail(line.text):
        return line.gap == 0
    least = _LONG if line.gap == 0 else _VERY_LONG
    return len(said) >= least and line.kind == "prose" and may_go_on(said) and not is_item(said)


def _says_more(line: Line) -> bool:
    return line.kind == "prose" or goes_on(line.text) or ends_in_subject(line.text)


def _quotes(said: str) -> bool:
    """Only after a quotation a verb's tail (`고 밝혔다`) can begin a line."""
    return said.endswith(("”", '"', "’", "'"))


def _is_hard_wrapped(lines: Sequence[Line]) -> bool:
    """Most lines are of one length and don't end a sentence: an old mail or terminal broke them at a column."""
    lengths = [len(line.text) for line in lines if line.kind != "noise"]
    if len(lengths) < 6:
        return False
    longest = max(lengths)
    broken = [line for line in lines if not ends_sentence(line.text)]
    return longest <= 100 and len(broken) >= 0.6 * len(lines) and median(lengths) >= 0.8 * longest
