"""The lines of the chosen body → paragraphs, captions, and dropped lines with their reasons."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clipper.clean.bylines import is_byline
from clipper.clean.markup.body import ENDING, prose
from clipper.clean.markup.teasers import is_all_link
from clipper.clean.markup.text import flat

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from clipper.clean.markup.outline import Line

_SIGNED_OFF = re.compile(r"(?:입니다|였습니다|이었습니다)\.?$")
_CLOSED = re.compile(r"""[.?!…:;。][)\]"'”’』」》〉>]*$|[)\]”’"』」》〉>]$""")
_BULLET = re.compile(r"^(?:[■□▲△▼▽◆◇●○◎▶▷◀★☆※✓✔•·∙ㆍ◦❏❑①-⑳ㅇ*–—-]|\d{1,2}[.)]|[가-하][.)]|Q\d?|A\d?[.:])")
_POINTER = re.compile(r"[▶▷►☞▲△■●→※◆◇☆★⊙·-]")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")
_STOPS = re.compile(r"""[다요죠까음함됨임][.!?…]{0,3}["”’)\]]{0,3}$""")
_MAILED = 90
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SCENE = re.compile(r"(?:고|서|져|혀|려) 있다\.?$|모습이다\.?$")
_CAPTION = 160
_LETTER = re.compile(r"[^\W_]")
_WRAP = 24  # a line broken inside a sentence has at least this many characters
_CELL = 60


@dataclass(slots=True)
class Sorted:
    """The body's lines, sorted: what stays, captions, and `(reason, text)` of what goes. `first` and `last` are the
    positions of the first and last line of prose among those that stay (-1: none does)."""

    paragraphs: list[str] = field(default_factory=list)
    first: int = -1
    last: int = -1
    captions: list[str] = field(default_factory=list)
    dropped: list[tuple[str, str]] = field(default_factory=list)

    def of(self, reason: str) -> list[str]:
        """The dropped lines of one reason."""
        return [text for why, text in self.dropped if why == reason]


def sort_lines(
    lines: Sequence[Line], marked: Mapping[int, str], title: str | None, noise: Callable[[str], str | None]
) -> Sorted:
    """Sort the lines of a body. `marked` gives per position the reason of the markup around it."""
    found = Sorted()
    key = flat(title) if title else ""
    kept: list[Line] = []
    reasons = [marked.get(number) or reason_of(line, key, noise) for number, line in enumerate(lines)]
    for number, line in enumerate(lines):
        reason = reasons[number] or _heads_nothing(lines, reasons, number)
        if reason == "caption":
            found.captions.append(line.text)
        if reason:
            found.dropped.append((reason, line.text))
        else:
            kept.append(line)
            if prose(line):
                found.first = number if found.first < 0 else found.first
                found.last = number
    found.paragraphs = join(kept)
    return found


def reason_of(line: Line, title: str, noise: Callable[[str], str | None]) -> str | None:
    """Why a line is no part of the body, None where it is one."""
    text = line.text
    if title and len(text) < 200 and flat(text) == title:
        return "headline"
    if (is_byline(text) and not _SIGNED_OFF.search(text)) or _is_mailed(text):
        return "byline"
    reason = noise(text) if _LETTER.search(text) else "furniture"
    if reason:
        return reason
    if line.media and line.alone and len(text) <= _CAPTION and (_SCENE.search(text) or not _STOPS.search(text)):
        return "caption"
    return "related" if _is_link(line) else None


def _heads_nothing(lines: Sequence[Line], reasons: Sequence[str | None], number: int) -> str | None:
    """The reason of what stands below a heading, where nothing of the article does (`이런 소식도`, then a list)."""
    if lines[number].tag not in _HEADINGS or number + 1 >= len(lines) or not reasons[number + 1]:
        return None
    for line, reason in zip(lines[number + 1 :], reasons[number + 1 :], strict=True):
        if line.tag in _HEADINGS and not reason:
            break
        if not reason:
            return None
    return reasons[number + 1]


def _is_mailed(text: str) -> bool:
    """Whether a line is an e-mail address with little else: a name, a slogan (`◎공감언론 새소식 a@b.kr`)."""
    if "@" not in text or len(text) > _MAILED:
        return False
    rest, mails = _MAIL.subn("", text)
    return mails > 0 and len(rest) <= _MAILED // 3 and not _STOPS.search(rest)


def _is_link(line: Line) -> bool:
    """Whether a line is a linked headline: all link and no sentence, or mostly link behind a pointer (`▶ 제목`)."""
    if is_all_link(line) or (line.linked * 3 > len(line.text) * 2 and _POINTER.match(line.text)):
        return True
    return line.linked * 5 > len(line.text) * 4 and not ENDING.search(line.text)


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
        and not _STOPS.search(text)
        and not _BULLET.match(line.text)
        and before.bold == line.bold
    )
