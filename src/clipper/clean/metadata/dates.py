"""When the article was published and changed, by the page's own word.

Order of trust: a labelled time between headline and body (입력, 승인, 송고), JSON-LD and meta tags, an unlabelled time of
day between them, a labelled time right above the headline or below the body, an unlabelled day between them, a labelled
one elsewhere, the digits of the address. A banner's date of today stands above all of it, a footer's 등록일 belongs to the
paper: neither is asked.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from clipper.clean.stamps import Stamp, iso, published_in, stamps_in
from clipper.data import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clipper.clean.markup.outline import Line, Outline
    from clipper.clean.metadata.head import Head
    from clipper.clean.metadata.place import Place

_ABOVE = 30  # lines between headline and body that may hold the times
_BELOW = 25
_TIMES = 3  # `<time>` elements of a page that has no list of other articles with theirs
_TAIL = 8  # lines right below the body that may tell when without a label
_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=\d{0,9}(?!\d))")
_DIGITS = re.compile(r"\d\d[-./년]")
_ENGLISH = re.compile(r"[a-z.] \d{1,2}[.,]{1,2} (?:19|20)\d\d|(?<!\d)\d{1,2} [A-Z][a-z]{2,8},? (?:19|20)\d\d")
_EVENT = re.compile(r"일시|기간|일정|장소|까지|부터|~|예정")
_LONGEST, _REST = 160, 40
_LABEL = 8
_ELSEWHERE = frozenset(("footer", "navigation", "related", "ranking", "comments"))
_REGISTRATION = re.compile(r"등록번호|발행인|편집인|사업자|청소년|간별|호수|(?:대표|주소|전화|TEL|Tel)\s?[:：(]|대표이사|대표전화")
_PUBLISHED = re.compile(r"(?:입력|승인)\s?[:：]?\s?\d{4}.{4,10}\d\d:\d\d")
_OF_SITE = re.compile(r"등록일|발행일|창간")
_IMPRINT = re.compile(r"대표|주소|전화|(?<!\d)0\d{1,2}[-)]\d{3,4}-\d{4}")


def find_dates(
    head: Head, page: Outline, place: Place, url: str | None
) -> tuple[str | None, str | None]:
    """`published` and `modified` as ISO 8601 with offset, of the article at `place`."""
    above, near = _regions(page, place)
    structured = _first_iso(head.article.get("datePublished"), *head.all(*_keys("published")))
    published = _labelled(above, "published") or structured or (_timed(above) if place.title_above else None)
    published = published or _labelled(near, "published")
    if published is None:
        published = _unlabelled(above if place.title_above else above[::-1])
    if published is None:
        published = _timed(_stamps(page, _right_below(page, place)))
    if published is None and len(times := head.all("time:other")) <= _TIMES:
        published = _first_iso(*times)
    if published is None:
        published = _labelled(_stamps(page, range(len(page.lines))), "published") or _url_day(url or head.canonical)
    stated = _first_iso(head.article.get("dateModified"), *head.all(*_keys("modified")))
    modified = _labelled(above, "modified") or stated or _labelled(near, "modified")
    published = _with_time(published, structured)
    return published, _later(modified, published)


def _regions(page: Outline, place: Place) -> tuple[list[Stamp], list[Stamp]]:
    """The stamps between headline and body, and those right above and below."""
    start, end = place.start, place.end
    top = max(place.title, start - 2 * _ABOVE) if place.title_above else max(0, start - _ABOVE)
    before = _stamps(page, range(max(0, top - 3), top))
    below = _stamps(page, range(max(start, end - 4), min(end + _BELOW, len(page.lines))))
    return _stamps(page, range(top, start)), [*before, *below]


def _right_below(page: Outline, place: Place) -> list[int]:
    """The numbers of the few lines right below the body, before any link or heading."""
    found: list[int] = []
    for number in range(place.end, min(place.end + _TAIL, len(page.lines))):
        line = page.lines[number]
        if line.tag in ("h1", "h2", "h3", "h4", "li") or line.linked * 2 > len(line.text):
            break
        found.append(number)
    return found


def _stamps(page: Outline, numbers: Sequence[int]) -> list[Stamp]:
    """The times of some lines in order; a label in a line of its own (`<dt>입력</dt>`) counts for the next one."""
    found: list[Stamp] = []
    label = ""
    for number in numbers:
        line = page.lines[number]
        text = line.text
        timed = _DIGITS.search(text) or ("20" in text and _ENGLISH.search(text))
        told = timed or len(text) <= _LABEL
        if not told or len(text) > _LONGEST or _is_elsewhere(page, line) or _is_imprint(text):
            label = ""
            continue
        if timed:
            stamps = stamps_in(f"{label} {text}" if label else text)
            bare = line.linked * 2 < len(text) and _is_bare(text, stamps)
            found.extend(stamp for stamp in stamps if stamp.label is not None or bare)
        label = text if len(text) <= _LABEL else ""
    return found


def _is_imprint(text: str) -> bool:
    """Whether a line tells of the paper itself, whose day it is then."""
    if _PUBLISHED.search(text):
        return False
    return bool(_REGISTRATION.search(text) or (_OF_SITE.search(text) and _IMPRINT.search(text)))


def _is_bare(text: str, stamps: Sequence[Stamp]) -> bool:
    """Whether a line is times with little else: `○ 일시: 2031. 6. 12.(목) 14:00` tells of an event."""
    rest = len(text) - sum(stamp.end - stamp.start for stamp in stamps)
    return rest <= _REST and not _EVENT.search(text)


def _is_elsewhere(page: Outline, line: Line) -> bool:
    """Whether a line is no word on the article: in a footer, a list; in a menu unless it says 입력."""
    reason = page.reason(line)
    return reason in _ELSEWHERE and not (reason == "navigation" and published_in(line.text))


def _labelled(stamps: Sequence[Stamp], label: str) -> str | None:
    of_label = [stamp for stamp in stamps if stamp.label == label]
    return next((s.value for s in of_label if s.has_time), None) or next((s.value for s in of_label), None)


def _unlabelled(stamps: Sequence[Stamp]) -> str | None:
    bare = [stamp for stamp in stamps if stamp.label is None]
    return next((s.value for s in bare if s.has_time), None) or next((s.value for s in bare), None)


def _timed(stamps: Sequence[Stamp]) -> str | None:
    """The first unlabelled time of day."""
    return next((stamp.value for stamp in stamps if stamp.label is None and stamp.has_time), None)


def _keys(kind: str) -> list[str]:
    names: str = table("metadata")[kind]
    return names.split()


def _first_iso(*values: object) -> str | None:
    return next((found for value in values if isinstance(value, str) and (found := iso(value))), None)


def _url_day(url: str | None) -> str | None:
    match = _URL_DAY.search(url) if url else None
    return iso("-".join(match.groups())) if match else None


def _with_time(published: str | None, structured: str | None) -> str | None:
    """A day without a clock takes the clock of the machine-readable stamp of the same day."""
    if published and structured and "T00:00:00" in published and structured[:10] == published[:10]:
        return structured
    return published


def _later(modified: str | None, published: str | None) -> str | None:
    """`modified` where it is a moment of its own after publication."""
    if not modified or not published:
        return modified
    try:
        return modified if datetime.fromisoformat(modified) > datetime.fromisoformat(published) else None
    except ValueError:
        return modified
