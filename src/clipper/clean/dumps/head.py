"""What stands around the body of a dump: title, deck, section, dates, authors, publisher."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from clipper.clean.bylines import authors_in, is_byline, is_outlet
from clipper.clean.dumps.body import Body
from clipper.clean.dumps.lines import Line
from clipper.clean.duplicates import letters
from clipper.clean.stamps import Stamp, stamps_in

_MIN_TITLE, _MAX_TITLE = 8, 120
_SAME_WORDS = 0.3
_WORD = re.compile(r"[가-힣]{2,}|[A-Za-z]{2,}|\d{2,}")
_SITE_SUFFIX = re.compile(r"\s*(?:[|<>:»ㅣ-]+|::+)\s*(?P<site>[^|<>:»ㅣ-]{2,24}?)\s*[|<>:»ㅣ-]*\s*$")
_OUTLET_IN_COPYRIGHT = re.compile(
    r"(?:[ⓒ©]|\([cC]\)|저작권자?|Copyright\w*)[\s:(ⓒ©·,]*(?:20\d\d[\s,.]*)?(?P<a>[가-힣A-Za-z0-9·]{2,14})"
    r"|^[<\[(\s]*(?P<b>[가-힣A-Za-z0-9·]{2,14})\s?\((?:https?://)?(?:www\.)?[\w.-]+\)"
)
_NEIGHBOUR_TAIL = re.compile(r"(?:\d\d)?\d\d[-./]\s?\d{1,2}[-./]\s?\d{1,2}\.?(?:\s\d\d:\d\d(?::\d\d)?)?$")


@dataclass(frozen=True, slots=True)
class Head:
    """Title, deck and section, and the indices of the lines that they were read from."""

    title: str | None
    subtitle: str | None
    section: str | None
    used: frozenset[int]


def head_of(lines: Sequence[Line], body: Body) -> Head:
    """The headline: of the lines above the body the first that is said twice or speaks of what the body speaks of."""
    above = [i for i in range(body.first) if _may_be_title(lines[i])]
    words = frozenset(w[:2] for i in range(body.first, body.last + 1) for w in _WORD.findall(lines[i].text))
    told = [i for i in above if _share(lines[i].text, words) >= _SAME_WORDS]
    twice = _said_twice(lines, told)
    at = twice if twice is not None else _first_of_last_run(lines, told)
    if at is None:
        return Head(None, None, _section(lines, body.first), frozenset())
    title = _without_site(lines[at].text)
    same = frozenset(i for i in above if letters(_without_site(lines[i].text)) == letters(title))
    deck = [i for i in told if i > max(same) and lines[i].kind != "prose"]
    subtitle = " ".join(lines[i].text for i in deck) or None
    return Head(title, subtitle, _section(lines, body.first), same | frozenset(deck))


def _may_be_title(line: Line) -> bool:
    return line.kind in ("text", "item", "prose") and _MIN_TITLE <= len(line.text) <= _MAX_TITLE and not (
        line.kind == "prose" and len(line.text) > 60
    )


def _share(text: str, words: frozenset[str]) -> float:
    own = [word[:2] for word in _WORD.findall(text)]
    return sum(word in words for word in own) / len(own) if own else 0.0


def _said_twice(lines: Sequence[Line], told: Sequence[int]) -> int | None:
    """A headline is often also the page's title or the end of its breadcrumb."""
    counts = Counter(letters(_without_site(lines[i].text)) for i in told)
    return next((i for i in told if counts[letters(_without_site(lines[i].text))] > 1), None)


def _first_of_last_run(lines: Sequence[Line], told: Sequence[int]) -> int | None:
    """The headline heads the last run of lines about the body; a run ends at lines about other things."""
    if not told:
        return None
    run = [told[-1]]
    for i in reversed(told[:-1]):
        if any(lines[j].kind != "noise" for j in range(i + 1, run[-1])):
            break
        run.append(i)
    headings = [i for i in run if lines[i].heading]
    return min(headings) if headings else run[-1]


def _without_site(title: str) -> str:
    """`대전시, 협약 체결 - 새벽일보` → `대전시, 협약 체결`; a dash inside a headline stays."""
    found = _SITE_SUFFIX.search(title)
    if found and len(title) - len(found[0]) >= _MIN_TITLE and is_outlet(found["site"].split()[0]):
        return title[: found.start()].strip()
    return title.strip()


def _section(lines: Sequence[Line], first: int) -> str | None:
    """The last section named in a breadcrumb above the body (`홈 > 정치 > 행정`, or a list item of its own)."""
    crumbs = [lines[i].text for i in range(first) if ">" in lines[i].text and lines[i].noise is not None]
    parts = [part.strip() for part in crumbs[-1].split(">")] if crumbs else []
    named = [part for part in parts if 2 <= len(part) <= 12]
    return named[-1] if named else None


def dates_of(lines: Sequence[Line], body: Body, title_at: int) -> tuple[str | None, str | None]:
    """`(published, modified)` as the page labels them, near the body; without a label only a stamp with its time that
    stands between headline and body. What a banner prints for today is neither."""
    above = [s for i in range(body.first) if lines[i].kind == "noise" for s in _stamps(lines[i])]
    behind = [s for i in range(body.last + 1, body.end) for s in _stamps(lines[i])]
    inside = [s for i in range(body.first, body.last + 1) if lines[i].kind == "noise" for s in _stamps(lines[i])]
    near = [*above, *inside, *behind]
    published = next((s.value for s in near if s.label == "published"), None)
    modified = next((s.value for s in near if s.label == "modified"), None)
    if published is None and title_at >= 0:
        between = [s for i in range(title_at, body.first) for s in _stamps(lines[i])]
        published = next((s.value for s in between if s.label is None and s.has_time), None)
        published = published or next((s.value for s in between if s.label is None), None)
    return published, modified


def _stamps(line: Line) -> tuple[Stamp, ...]:
    return stamps_in(line.text) if len(line.text) <= 200 else ()


def authors_of(lines: Sequence[Line], body: Body) -> tuple[str, ...]:
    """Names from the byline lines around and inside the body, never from what follows the article."""
    head = [lines[i].text for i in range(body.first) if _names_author(lines[i])]
    rest = [lines[i].text for i in range(body.first, body.end) if _names_author(lines[i])]
    names = [name for text in [*rest, *head] for name in authors_in(text)]
    return tuple(dict.fromkeys(names))


def _names_author(line: Line) -> bool:
    if line.noise is None:
        return False
    return line.noise.reason == "byline" or (line.noise.reason == "timestamp" and bool(authors_in(line.text)))


def publisher_of(lines: Sequence[Line], body: Body) -> str | None:
    """The outlet, from the copyright line, a line that is only its name near the body, or the page's title."""
    for i in range(body.last + 1, len(lines)):
        noise = lines[i].noise
        if noise and noise.reason == "copyright" and (found := _OUTLET_IN_COPYRIGHT.search(lines[i].text)):
            name = found["a"] or found["b"]
            if is_outlet(name):
                return name
    near = [*range(body.last + 1, min(body.end, body.last + 6)), *range(body.first)]
    alone = next((lines[i].text for i in near if len(lines[i].text) <= 12 and is_outlet(lines[i].text)), None)
    return alone or next((site for i in range(body.first) if (site := _site_of(lines[i].text))), None)


def _site_of(title: str) -> str | None:
    found = _SITE_SUFFIX.search(title)
    return found["site"].split()[0] if found and is_outlet(found["site"].split()[0]) else None


def neighbour_dates(lines: Sequence[Line], body: Body) -> tuple[str, ...]:
    """ISO days at the ends of the rows of lists behind the body (`51079 [속보] … 2025.06.12`)."""
    rows = (lines[i].text for i in range(body.last + 1, len(lines)) if len(lines[i].text) <= 200)
    dated = (stamps_in(row) for row in rows if _NEIGHBOUR_TAIL.search(row) and not is_byline(row))
    return tuple(stamps[-1].day for stamps in dated if stamps)
