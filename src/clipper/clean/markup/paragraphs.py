"""The lines of the chosen body → paragraphs, captions, and dropped lines with their reasons."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clipper.clean.markup.prose import prose
from clipper.clean.text import STOPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clipper.clean.markup.outline import Line

_CLOSED = re.compile(r"""[.?!…:;。][)\]"'”’』」》〉>]*$|[)\]”’"』」》〉>]$""")
_BULLET = re.compile(
    r"^(?:[■□▲△▼▽◆◇●○◎▶▷◀★☆※✓✔•·∙ㆍ◦❏❑①-⑳ㅇ*–—-]|\d{1,2}[.)]|[가-하][.)]|Q\d?|A\d?[.:])"
)
_WRAP = 24  # a line broken inside a sentence has at least this many characters
_CELL = 60


@dataclass(frozen=True, slots=True)
class Sorted:
    """The body's lines, sorted: what stays, captions, and `(reason, text)` of what goes. `first` and `last` are the
    positions of the first and last line of prose among those that stay (-1: none does)."""

    paragraphs: tuple[str, ...]
    captions: tuple[str, ...]
    dropped: tuple[tuple[str, str], ...]
    first: int = -1
    last: int = -1

    def of(self, reason: str) -> list[str]:
        """The dropped lines of one reason."""
        return [text for why, text in self.dropped if why == reason]


def sort_lines(lines: Sequence[Line], reasons: Sequence[str | None]) -> Sorted:
    """Sort the lines of a body by the reasons against them."""
    judged = list(zip(lines, reasons, strict=True))
    told = [number for number, (line, reason) in enumerate(judged) if not reason and prose(line)]
    return Sorted(
        paragraphs=tuple(join([line for line, reason in judged if not reason])),
        captions=tuple(line.text for line, reason in judged if reason == "caption"),
        dropped=tuple((reason, line.text) for line, reason in judged if reason),
        first=told[0] if told else -1,
        last=told[-1] if told else -1,
    )


def join(lines: Sequence[Line]) -> list[str]:
    """Paragraphs: table rows in one line, lines broken inside a sentence by a single `<br>` put together again."""
    found: list[str] = []
    last: Line | None = None
    for line in lines:
        if last is not None and (_same_row(last, line) or _goes_on(last, line, found[-1])):
            found[-1] = f"{found[-1]} {line.text}"
        else:
            found.append(line.text)
        last = line
    return found


def _same_row(before: Line, line: Line) -> bool:
    beside = 0 <= before.row == line.row and before.cell != line.cell
    return beside and len(before.text) <= _CELL and len(line.text) <= _CELL


def _goes_on(before: Line, line: Line, text: str) -> bool:
    """Whether `line` is the rest of a sentence that a single `<br>` broke."""
    return (
        line.soft
        and before.node == line.node
        and len(before.text) >= _WRAP
        and not _CLOSED.search(text)
        and not STOPS.search(text)
        and not _BULLET.match(line.text)
        and before.bold == line.bold
    )
