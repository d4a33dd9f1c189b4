"""Why a line of the chosen body is no part of the article: by its own text, by its links, by what stands around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clipper.clean.bylines import lead_byline
from clipper.clean.markup.prose import ENDING, prose
from clipper.clean.markup.teasers import is_all_link
from clipper.clean.offices import signed_with_office
from clipper.clean.text import STOPS, flat

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from clipper.clean.markup.outline import Line

# The last words of a broadcast are its text: `한빛뉴스 이보람입니다.`
_SIGNED_OFF = re.compile(r"(?:입니다|였습니다|이었습니다)\.?$")
_POINTER = re.compile(r"[▶▷►☞▲△■●→※◆◇☆★⊙·-]")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")
_MAILED = 90  # characters of a line that is an address with little else
_LETTER = re.compile(r"[^\W_]")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SCENE = re.compile(r"(?:고|서|져|혀|려) 있다\.?$|모습이다\.?$")
_WIDTH = 30  # characters that a line broken by its width has at least
_CAPTION, _WORDS = 160, 60
_ARROWS = "▲△▼"  # what points at the picture above or beside
_SHOWN = re.compile(r"\d{1,2}일.{2,60}(?:에서|에)\s.{4,80}고 있다\.$")
_POINTS = re.compile(r"[▶►☞]\s?[^:：.]{2,50}(?<![다요까죠])")
_TAKEN_BY = re.compile(
    r"(?:있다|모습|장면)\.?\s?(?:연합뉴스|뉴시스|뉴스1|AP|AFP|로이터)\S{0,10}$"
    r"|(?:있다|모습|장면|했다|한다)\.?\s?[가-힣]{2,4}\s?(?:[가-힣]{2}\s?)?기자(?:\s?\S{1,64}@\S{1,64})?$"
    r"|[^.다]\s?/\s?[^./]{2,20}$|[\[(<〈][^\[\]<>〈〉]{2,30}[\])>〉]$"
)
_LISTED = re.compile(r"[^\w(\"'“‘]|\d{1,2}[.)]|Q|A[.:]")  # an item of a list, a speaker: `■ …`, `◀ 앵커 ▶`
_BOOK = re.compile(r"\d쪽")  # `지은이 지음 / 출판사 / 384쪽 / 1만8000원` below a cover
_SAID = re.compile(r"""[?:!…]$|["”'’]""")
_SKIP = re.compile(r"(?P<what>.{1,40}?)\s?건너뛰기(?:\s?및\s?[가-힣]{1,4}\s?읽기)?")
_BOX = 40  # lines of a box to jump over
_TITLE = 200
_PARAGRAPH = 60.0
_FIRST = 8  # lines that may stand above the dateline, and it
# After one of these nothing of an article follows, if what follows is not prose.
_LAST = frozenset((
    "byline", "copyright", "tip_off", "profile", "agency", "end_mark", "contact", "related", "section_list", "comments",
))  # fmt: skip
_CELLS = frozenset(("menu", "view_counter", "timestamp"))  # what may be a cell of a table
_REST = 0.25  # of the prose before it: more behind a copyright line, and it was not the article's end


def reasons_of(
    lines: Sequence[Line], marked: Mapping[int, str], title: str | None, judge: Callable[[str], str | None]
) -> list[str | None]:
    """Per line the reason against it, None for the article's own. `marked` are reasons that the markup gives, by
    position; `judge` gives a reason by a line's text alone. A row with a telephone number is all about whom to call."""
    key = flat(title) if title else ""
    told = {number: reason for number, reason in marked.items() if not (reason == "byline" and _goes_on(lines[number]))}
    found = [told.get(number) or _by_itself(lines, number, key, judge) for number in range(len(lines))]
    found = [reason or _heads_nothing(lines, found, number) for number, reason in enumerate(found)]
    rows = {line.row for line, reason in zip(lines, found, strict=True) if reason == "contact" and line.row >= 0}
    found = [
        reason or ("contact" if line.row in rows and not STOPS.search(line.text) else None)
        for line, reason in zip(lines, found, strict=True)
    ]
    for number in _cells(lines, found):
        found[number] = None
    lead = _lead(lines, found)
    found = [reason or (_deck(lines[number]) if number < lead else None) for number, reason in enumerate(found)]
    for number in _pointers(lines, found):
        found[number] = "related"
    for number in _skipped(lines):
        found[number] = found[number] or "widget"
    last = _signed(lines, found)
    if last >= 0:
        found[last] = "byline"
    end = _end(lines, found)
    return [reason or ("after_end" if number > end else None) for number, reason in enumerate(found)]


def _by_itself(lines: Sequence[Line], number: int, title: str, judge: Callable[[str], str | None]) -> str | None:
    line = lines[number]
    text = line.text
    if not _LETTER.search(text):
        return "furniture"
    if title and len(text) < _TITLE and flat(text) == title and not _is_lead(line):
        return "headline"
    if _is_mailed(text):
        return "byline"
    reason = judge(text)
    if reason and not (reason == "byline" and _SIGNED_OFF.search(text)):
        return reason
    if line.media and line.alone and len(text) <= _CAPTION and (_SCENE.search(text) or not STOPS.search(text)):
        return "caption"
    if line.pictured and _is_caption(line) and not _is_wrapped(lines, number):
        return "caption"
    return "related" if _is_link(line) else None


def _is_lead(line: Line) -> bool:
    """Whether a line that is the headline word for word is the text's own first sentence: a brief without a headline is called by that."""
    return line.tag == "p" and len(line.text) >= _LEAD and line.text.endswith("다.")


_LEAD = 40


def _is_caption(line: Line) -> bool:
    """Whether a line below an image tells what it shows: a few words that are no sentence, or whose picture it is."""
    text = line.text
    if line.bold or line.tag in _HEADINGS or len(text) > _CAPTION:
        return False
    if text[0] in _ARROWS:
        return len(text) <= _WORDS and not any(arrow in text[1:] for arrow in _ARROWS)
    if _LISTED.match(text) or _BOOK.search(text):
        return False
    if _SHOWN.search(text) or _TAKEN_BY.search(text) or (line.tag == "center" and _SCENE.search(text)):
        return True
    return len(text) <= _WORDS and not _SAID.search(text) and not ENDING.search(text)


def _is_wrapped(lines: Sequence[Line], number: int) -> bool:
    """Whether the line below goes on with a sentence that a `<br>` broke at the width of a page."""
    text, below = lines[number].text, number + 1
    if len(text) < _WIDTH or below == len(lines) or not lines[below].soft or lines[below].node != lines[number].node:
        return False
    return len(lines[below].text) <= len(text) and prose(lines[below]) > 0


def _goes_on(line: Line) -> bool:
    """Whether a byline goes on with the article's first paragraph: `[한빛뉴스 이보람 기자] 시장은 …`."""
    return prose(line) >= _PARAGRAPH and lead_byline(line.text) is not None


def _is_mailed(text: str) -> bool:
    """Whether a line is an e-mail address with little else: a name, a slogan (`◎공감언론 새소식 a@b.kr`)."""
    if "@" not in text or len(text) > _MAILED:
        return False
    rest, mails = _MAIL.subn("", text)
    return mails > 0 and len(rest) <= _MAILED // 3 and not STOPS.search(rest)


def _is_link(line: Line) -> bool:
    """Whether a line is a linked headline: all link and no sentence, or mostly link behind a pointer (`▶ 제목`)."""
    if is_all_link(line) or (line.linked * 3 > len(line.text) * 2 and _POINTER.match(line.text)):
        return True
    return line.linked * 5 > len(line.text) * 4 and not ENDING.search(line.text)


def _heads_nothing(lines: Sequence[Line], reasons: Sequence[str | None], number: int) -> str | None:
    """The reason of what stands below a heading, where nothing of the article does (`이런 소식도`, then a list)."""
    below = number + 1
    if lines[number].tag not in _HEADINGS or below >= len(lines) or not reasons[below]:
        return None
    while below < len(lines) and reasons[below]:
        below += 1
    return reasons[number + 1] if below == len(lines) or lines[below].tag in _HEADINGS else None


def _cells(lines: Sequence[Line], reasons: Sequence[str | None]) -> list[int]:
    """The positions of words of menus, bare numbers and leading days that are cells of a table's row with other short
    cells, and nothing else in it is furniture (`복지 | 1조원 | 12명`, `2031. 6. 12. | 협약 체결`)."""
    if _CELLS.isdisjoint(reasons):
        return []
    rows: dict[int, list[int]] = {}
    for number, line in enumerate(lines):
        if line.row >= 0:
            rows.setdefault(line.row, []).append(number)
    return [number for row in rows.values() for number in _cells_of(row, lines, reasons)]


def _cells_of(row: Sequence[int], lines: Sequence[Line], reasons: Sequence[str | None]) -> list[int]:
    told = {reasons[number] for number in row}
    short = any(not reasons[number] and len(lines[number].text) <= _WORDS for number in row)
    if not short or not told - {None} <= _CELLS:
        return []
    judged = [number for number in row if reasons[number] in _CELLS and not lines[number].linked]
    return [number for number in judged if reasons[number] != "timestamp" or number == row[0]]


def _lead(lines: Sequence[Line], reasons: Sequence[str | None]) -> int:
    """The position of the paragraph with the dateline, where it is one of the first lines; 0 without one."""
    heads = range(min(_FIRST, len(lines)))
    return next((n for n in heads if not reasons[n] and prose(lines[n]) and lead_byline(lines[n].text)), 0)


def _deck(line: Line) -> str | None:
    """Short lines that are no sentences, above the dateline: the deck."""
    text = line.text
    return "deck" if len(text) <= _WORDS and not ENDING.search(text) and not text.startswith(("[", "<")) else None


def _skipped(lines: Sequence[Line]) -> list[int]:
    """The positions of what a reader may jump over: `팟캐스트 건너뛰기 및 계속 읽기`, a box, `팟캐스트 끝`."""
    found: list[int] = []
    for number, line in enumerate(lines):
        match = _SKIP.fullmatch(line.text) if "건너뛰기" in line.text else None
        if match:
            texts = [other.text for other in lines[number + 1 : number + 1 + _BOX]]
            ends = (at for at, text in enumerate(texts, 1) if text == f"{match['what']} 끝" or text.startswith("End of "))
            found.extend(range(number, number + 1 + next(ends, 0)))
    return found


def _pointers(lines: Sequence[Line], reasons: Sequence[str | None]) -> list[int]:
    """The positions of lines behind the last sentence that only point elsewhere: `▶ 새벽일보 앱으로 더 빠르게`."""
    found: list[int] = []
    for number in range(len(lines) - 1, -1, -1):
        if not reasons[number]:
            if not _POINTS.fullmatch(lines[number].text):
                break
            found.append(number)
    return found if len(found) < sum(reason is None for reason in reasons) else []


def _signed(lines: Sequence[Line], reasons: Sequence[str | None]) -> int:
    """The position of the last line that stays, where it tells but who wrote the text above it; else -1."""
    kept = [number for number, reason in enumerate(reasons) if not reason][-2:]
    signed = len(kept) > 1 and ENDING.search(lines[kept[0]].text) and signed_with_office(lines[kept[1]].text)
    return kept[1] if signed else -1


def _end(lines: Sequence[Line], reasons: Sequence[str | None]) -> int:
    """The position of the line that ends the article: a byline or copyright with next to no prose behind it."""
    pairs = zip(lines, reasons, strict=True)
    worths = [0.0 if reason else prose(line) or bool(ENDING.search(line.text)) for line, reason in pairs]
    left, total = sum(worths), 0.0
    for number, reason in enumerate(reasons):
        total += worths[number]
        left -= worths[number]
        if reason in _LAST and total > 0 and left <= (_REST * total if reason == "copyright" else 0.0):
            return number
    return len(lines)
