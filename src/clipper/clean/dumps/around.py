"""What stands around the body of a dump: dates, authors, the outlet, the dates of neighbouring articles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clipper.clean.bylines import authors_in, is_byline, is_sign_off
from clipper.clean.dumps.body import Body
from clipper.clean.dumps.lines import Line
from clipper.clean.dumps.title import Head, site_of
from clipper.clean.names import is_lone_name, is_outlet
from clipper.clean.stamps import Stamp, stamps_in

_OUTLET_IN_COPYRIGHT = re.compile(
    r"(?:[ⓒ©]|\([cC]\)|저작권자?|Copyright\w*)[\s:(ⓒ©·,]*(?:20\d\d[\s,.]*)?(?P<a>[가-힣A-Za-z0-9·]{2,14})"
    r"|^[<\[(\s]*(?P<b>[가-힣A-Za-z0-9·]{2,14})\s?\((?:https?://)?(?:www\.)?[\w.-]+\)"
)
_NEIGHBOUR_TAIL = re.compile(r"(?:\d\d)?\d\d[-./]\s?\d{1,2}[-./]\s?\d{1,2}\.?(?:\s\d\d:\d\d(?::\d\d)?)?$")
# The lines above the headline that may hold its byline or timestamp.
_ABOVE_TITLE = 8
_CARD = 8
_BEHIND = 10


def dates_of(lines: Sequence[Line], body: Body, title_at: int | None) -> tuple[str | None, str | None]:
    """`(published, modified)` as the page labels them, near the body; without a label only a stamp that stands between
    headline and body, rather one with its time. What a banner prints for today is neither."""
    above = [s for i in range(body.first) if _may_be_stamp(lines[i]) for s in _stamps(lines[i])]
    after = range(body.last + 1, min(body.end, body.last + 1 + _BEHIND))
    behind = [s for i in after if _may_be_stamp(lines[i]) for s in _stamps(lines[i])]
    inside = [s for i in range(body.first, body.last + 1) if lines[i].kind == "noise" for s in _stamps(lines[i])]
    near = [*reversed(above), *inside, *behind]
    published = next((s.value for s in near if s.label == "published"), None)
    modified = next((s.value for s in near if s.label == "modified"), None)
    if published is None and title_at is not None:
        published = _unlabelled(lines, title_at, body.first)
    return published, modified


def _unlabelled(lines: Sequence[Line], title_at: int, first: int) -> str | None:
    """A stamp without a label between headline and body; above the headline or below the deck only on its own line."""
    between = [s for i in range(title_at, first) if _may_be_stamp(lines[i]) for s in _stamps(lines[i])]
    edges = [*range(max(0, title_at - 2), title_at), *range(first, min(first + 4, len(lines)))]
    beside = [s for i in edges if _may_be_stamp(lines[i]) and not lines[i].listed for s in _stamps(lines[i])]
    bare = [s for s in [*between, *beside] if s.label is None]
    timed = next((s.value for s in bare if s.has_time), None)
    return timed or next((s.value for s in between if s.label is None), None)


def authors_of(lines: Sequence[Line], body: Body, head: Head) -> tuple[str, ...]:
    """Names from the byline lines around and inside the body, never from menus or from what follows the article."""
    start = max(0, (body.first if head.at is None else head.at) - _ABOVE_TITLE)
    rest = [lines[i].text for i in range(body.first, body.end) if _names_author(lines[i])]
    above = [lines[i].text for i in range(start, body.first) if _names_author(lines[i])]
    # Some portals put the reporter's card below the copyright line.
    card = (lines[i].text for i in range(body.end, min(body.end + _CARD, len(lines))) if _names_author(lines[i]))
    lists = [[*rest, *above], [next(card, "")]]
    named = ([name for text in texts for name in authors_in(text)] for texts in lists)
    found = next((names for names in named if names), None) or _lone_names(lines, body, head)
    return tuple(dict.fromkeys(found))


def _lone_names(lines: Sequence[Line], body: Body, head: Head) -> list[str]:
    """A name without any title, right beside the headline."""
    beside = sorted({i for at in head.used for i in range(max(0, at - 2), min(at + 4, body.first))})
    return [lines[i].text for i in beside if not lines[i].listed and is_lone_name(lines[i].text)]


def publisher_of(lines: Sequence[Line], body: Body) -> str | None:
    """The outlet, from the copyright line, a line that is only its name near the body, or the page's title."""
    for i in range(body.last + 1, len(lines)):
        noise = lines[i].noise
        if noise and noise.reason == "copyright" and (found := _OUTLET_IN_COPYRIGHT.search(lines[i].text)):
            name: str = found["a"] or found["b"]
            if is_outlet(name):
                return name
    near = [*range(body.last + 1, min(body.end, body.last + 6)), *range(min(body.first, 5))]
    alone = next((lines[i].text for i in near if lines[i].kind == "text" and is_outlet(lines[i].text)), None)
    return alone or next((site for i in range(body.first) if (site := site_of(lines[i].text))), None)


def neighbour_dates(lines: Sequence[Line], body: Body) -> tuple[str, ...]:
    """ISO days at the ends of the rows of lists behind the body (`51079 [속보] … 2025.06.12`)."""
    rows = (lines[i].text for i in range(body.last + 1, len(lines)) if len(lines[i].text) <= 200)
    dated = (stamps_in(row) for row in rows if _NEIGHBOUR_TAIL.search(row) and not is_byline(row))
    return tuple(stamps[-1].day for stamps in dated if stamps)


def _may_be_stamp(line: Line) -> bool:
    return line.kind != "prose" and len(line.text) <= 160 and (line.noise is None or line.noise.reason != "caption")


def _stamps(line: Line) -> tuple[Stamp, ...]:
    return stamps_in(line.text) if len(line.text) <= 200 else ()


def _names_author(line: Line) -> bool:
    if line.noise is None:
        return is_sign_off(line.text)
    return line.noise.reason == "byline" or (line.noise.reason == "timestamp" and bool(authors_in(line.text)))
