"""The headline without the site's name: the heading that the page shows, confirmed by what it tells machines."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

from clipper.clean.bylines import is_byline
from clipper.clean.names import is_outlet
from clipper.clean.stamps import stamps_in
from clipper.clean.text import flat
from clipper.data import table, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clipper.clean.markup.outline import Line
    from clipper.clean.metadata.head import Head

_BREAK = re.compile(r"\s+(?:[-–—|:：<>«»/·•]|::|&lt;)\s+|\s*(?:\||｜|ㅣ|::| : | < | > )\s*|\s<|>\s")
_MENU = re.compile(r"\s+<\s+|\s+>\s+")
_DIGITS = re.compile(r"\D{0,6}\d{4}")
_WINDOW = 400
_LONGEST_SITE = 14
_SECTION = 12  # what stands before a menu path and is shorter names a section
_SHORTEST, _LONGEST = 4, 200
_PART, _LEAST = 0.4, 0.2  # of the stated title that any line must say, and that a heading must
_TELLING = 8  # a shorter heading can be anything
_QUOTES = str.maketrans("", "", "\"'")
_HEADINGS = ("h1", "h2", "h3", "h4")
_BODIES = ("부", "청", "처", "원", "회", "시", "군", "구", "도")  # what names of those end in who release news
_WORD, _SHARED = re.compile(r"[가-힣]{2,}"), 2  # words of a heading that the text says again
_BROKEN = 2  # more lines that a heading may be broken into
_FRAMED = re.compile(r"(?P<site>\S{2,14})\s?\[(?P<title>[^\[\]]{8,200})\]")
_SIGNED = re.compile(r"(?P<title>.{8,200}?)\s?[-\[(]\s?(?P<site>[^\s\[\]()-]{2,14})[\])]?")
_NEAR, _DECKS = 12, 4  # how far above a body its times stand, and how many lines of headline and deck above them


def find_title(
    head: Head, lines: Sequence[Line], body_start: int, given: str | None, *, sure: bool = False
) -> tuple[str | None, int]:
    """The headline and the number of the line that shows it (-1: no line does).

    `lines` are all lines of the page, `body_start` is the first of the body, `given` what a board calls 제목 or, `sure`,
    what an outlet's file points at.
    """
    if given and sure:
        return given, _line_of(given, lines)
    stated = _stated(head)
    at = _first_of(lines, _shown(stated, lines, body_start, head))
    if at >= 0:
        return _whole(lines, at, stated), at
    if given:
        return given, _line_of(given, lines)
    heading = _heading(lines, body_start)
    if heading < 0:
        heading = _above_times(lines, body_start)
    if heading < 0:
        heading = _linked(lines, body_start)
    claim = strip_site(stated[0], head) if stated else None
    if heading < 0 or (claim and not _is_slogan(claim, lines, heading, body_start)):
        return claim, -1
    return _whole(lines, heading), heading


def _is_slogan(claim: str, lines: Sequence[Line], heading: int, body_start: int) -> bool:
    """Whether the text says nothing of what a title claims, or that is but one word, the site's name; and the text says
    what the heading above it says."""
    return _said(lines[heading].text, lines, body_start) >= _SHARED and (not _said(claim, lines, body_start) or " " not in claim)


def _said(title: str, lines: Sequence[Line], body_start: int) -> int:
    """How many words of a title the text says again."""
    text = "".join(line.text for line in lines[body_start : body_start + _NEAR])
    return sum(word[:2] in text for word in _WORD.findall(title))


def _stated(head: Head) -> list[str]:
    """What the page tells machines of its headline, without what only names the site, and without frames around it."""
    texts = (_headline(head), head.first("og:title", "twitter:title", "dable:title", "title"), head.title)
    claims = [_unframed(text) for text in texts if text]
    site = flat(head.first("og:site_name") or "")
    slogans = site and any(flat(claim) == site for claim in claims)
    return [claim for claim in claims if not _is_site(claim, head) and not (slogans and flat(claim).endswith(site))]


def _unframed(title: str) -> str:
    """`:::한빛일보 제목:::`, `한빛일보 [제목]` → the title."""
    bare = title.strip(" :|")
    framed = _FRAMED.fullmatch(bare)
    return framed["title"] if framed and is_outlet(framed["site"]) else bare or title


def _whole(lines: Sequence[Line], number: int, stated: Sequence[str] = ()) -> str:
    """The text of a line; of a heading that a `<br>` breaks, and of a line that a stated title goes on with, all of it."""
    line = lines[number]
    text = line.text
    for other in lines[number + 1 : number + 1 + _BROKEN]:
        more = f"{text} {other.text}"
        said = _key(more)
        if other.node != line.node or not other.soft:
            break
        if line.tag not in _HEADINGS and not any(_key(claim).startswith(said) for claim in stated):
            break
        text = more
    return text


def _first_of(lines: Sequence[Line], number: int) -> int:
    """The number of the first line of a heading that a `<br>` breaks."""
    while number > 0 and lines[number].soft and lines[number].tag in _HEADINGS and lines[number - 1].node == lines[number].node:
        number -= 1
    return number


def _line_of(title: str, lines: Sequence[Line]) -> int:
    return next((number for number, line in enumerate(lines) if line.text == title), -1)


def _headline(head: Head) -> str | None:
    value = head.article.get("headline")
    return " ".join(unescape(value).split()) if isinstance(value, str) else None


def _shown(stated: Sequence[str], lines: Sequence[Line], body_start: int, head: Head) -> int:
    """The line that a stated title is, begins or ends with: a heading first, then any line above the body."""
    keys = [_key(text) for text in stated]
    cut = [_key(text) for text in stated if text.endswith(("…", "..")) and len(text) > 2 * _TELLING]
    best, best_rank = -1, 0.0
    for number, line in enumerate(lines[: body_start + _WINDOW]):
        heading = line.tag in _HEADINGS
        if not _SHORTEST <= len(line.text) <= _LONGEST or (line.linked and not heading):
            continue
        said = _key(line.text)
        if not any(said[: _SHORTEST // 2] in key for key in keys):
            continue
        share = _share(said, keys, cut)
        if share < 1.0 and len(line.text) <= _SECTION and _is_tail(line.text, head):
            continue  # `보도자료` of `한빛시 | 보도자료`
        if share >= _PART or (share > 0 and heading and len(line.text) > _TELLING):
            rank = share + 1.0 * heading + 0.5 * (number < body_start) - 1.0 * bool(line.linked)
            if rank > best_rank:
                best, best_rank = number, rank
    return best


def _key(text: str) -> str:
    """A title's key without its quotes: meta tags often lose them."""
    return flat(text).translate(_QUOTES)


def _share(key: str, keys: Sequence[str], cut: Sequence[str]) -> float:
    """How much of a stated title a line says, 0 where the title does not begin or end with it. A stated title that is
    cut (`…`) is said by the line that goes on."""
    if any(key.startswith(other) for other in cut):
        return 1.0
    share = max((len(key) / len(other) for other in keys if other.startswith(key) or other.endswith(key)), default=0.0)
    return share if share >= _LEAST else 0.0


def _heading(lines: Sequence[Line], body_start: int) -> int:
    """The nearest heading above the body that is no menu entry, else the nearest line set bold."""
    above = [n for n in range(min(body_start, len(lines)) - 1, -1, -1) if not lines[n].linked]
    telling = [number for number in above if _TELLING <= len(lines[number].text) <= _LONGEST]
    headings = [number for number in telling if lines[number].tag in _HEADINGS]
    bold = [number for number in telling if lines[number].bold and not _tells_else(lines[number].text)]
    return _highest(lines, headings or bold) if headings or bold else -1


def _tells_else(text: str) -> bool:
    """Whether a line set bold is a number, or who wrote."""
    return _DIGITS.match(text) is not None or is_byline(text)


def _linked(lines: Sequence[Line], body_start: int) -> int:
    """The nearest heading right above the body that is a link to its own page: the text says it again."""
    near = range(min(body_start, len(lines)) - 1, max(-1, body_start - 1 - _NEAR), -1)
    heads = (n for n in near if lines[n].tag in _HEADINGS and len(lines[n].text) >= _TELLING)
    return next((n for n in heads if _said(lines[n].text, lines, body_start) >= _SHARED), -1)


def _highest(lines: Sequence[Line], headings: Sequence[int]) -> int:
    """The nearest heading; where another of a higher rank stands right above it, that one: `<h2>` above its `<h4>`."""
    best = headings[0]
    for number in headings[1:]:
        if best - number > _BROKEN or lines[number].tag > lines[best].tag:
            break
        best = number
    return best


def _above_times(lines: Sequence[Line], body_start: int) -> int:
    """The highest of the few plain lines right above the times of an article: a page without headings or markup."""
    window = range(min(body_start, len(lines)) - 1, max(-1, body_start - 1 - _NEAR), -1)
    times = next((number for number in window if stamps_in(lines[number].text) and not lines[number].linked), -1)
    best = -1
    for number in range(times - 1, max(-1, times - 1 - _DECKS), -1):
        line = lines[number]
        if best < 0 and (stamps_in(line.text) or is_byline(line.text)):
            continue
        if line.linked or not _SHORTEST <= len(line.text) <= _LONGEST or stamps_in(line.text):
            break
        best = number if len(line.text) >= _TELLING else best
    return best


def strip_site(title: str, head: Head) -> str:
    """A title without the site's name and menu path behind it."""
    title = _MENU.split(title)[0].strip() or title
    pieces = title_pieces(title)
    while len(pieces) > 1 and _is_tail(pieces[-1][1], head):
        title = title[: pieces[-1][0]].rstrip()
        pieces = pieces[:-1]
    while len(pieces) > 1 and len(pieces[0][1]) <= _LONGEST_SITE and _is_tail(pieces[0][1], head):
        title = _BREAK.sub("", title[len(pieces[0][1]) :], count=1).strip()
        pieces = title_pieces(title)
    return title if (signed := _SIGNED.fullmatch(title)) is None or not is_outlet(signed["site"]) else signed["title"]


def title_pieces(title: str) -> list[tuple[int, str]]:
    """The parts of a title with the offset of the separator before each."""
    found = [(0, "")]
    last = 0
    for match in _BREAK.finditer(title):
        found[-1] = (found[-1][0], title[last : match.start()])
        found.append((match.start(), ""))
        last = match.end()
    found[-1] = (found[-1][0], title[last:])
    return found


def _is_tail(piece: str, head: Head) -> bool:
    key = flat(piece)
    site = flat(head.first("og:site_name") or "")
    if not key or key in _tails() or (site and (key in site or (site in key and len(key) < 2 * len(site)))):
        return True
    if len(key) > _LONGEST_SITE:
        return False
    said = piece.split()
    tails = sum(flat(word) in _tails() for word in said)
    if tails and tails + sum(word.endswith(_BODIES) for word in said) >= len(said) > 1:
        return True  # `보도자료 한빛부`, `한빛시 보도자료`
    return key.endswith(_publishers()) or (len(said) == 1 and key.endswith(_endings()))


@cache
def _sections() -> frozenset[str]:
    return frozenset(map(flat, words("title_tails", "tail")))


@cache
def _tails() -> frozenset[str]:
    return _sections() | frozenset(_publishers())


@cache
def _publishers() -> tuple[str, ...]:
    return tuple(sorted(map(flat, words("publishers", "name"))))


@cache
def _endings() -> tuple[str, ...]:
    return tuple(map(flat, table("metadata")["site_endings"].split()))


def _is_site(text: str, head: Head) -> bool:
    """Whether a stated title only names the site or a section of it."""
    first, *menu = _MENU.split(text)
    parts = [piece for _, piece in title_pieces(first)]
    if bool(menu and len(first) < _SECTION) or all(_is_tail(piece, head) for piece in parts):
        return True
    if len(parts) == 2 and flat(parts[0]) in _sections() and " " not in parts[1].strip() and len(parts[1]) < _SECTION:
        return True  # `보도자료 - 한빛소식`
    # `한빛일보 - 시민의 신문 한빛일보`: the name, then a slogan that ends in it.
    return _is_tail(parts[0], head) and all(flat(piece).endswith(flat(parts[0])) for piece in parts)
