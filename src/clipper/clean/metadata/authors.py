"""Who wrote the article, by name only: from bylines beside it, then from what the page tells machines."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from clipper.clean.bylines import authors_in, is_byline, lead_byline, parts_of, tail_byline
from clipper.clean.metadata.head import texts_of
from clipper.clean.names import is_lone_name, is_name, is_outlet
from clipper.clean.noise import reason_of
from clipper.clean.offices import signed_with_office
from clipper.clean.stamps import stamps_in
from clipper.clean.text import flat
from clipper.data import table, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clipper.clean.markup.outline import Line, Outline
    from clipper.clean.metadata.head import Head
    from clipper.clean.metadata.place import Place

_KOREAN = re.compile(r"[가-힣]{2,4}")
_LATIN = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}")
_SPLIT = re.compile(r"\s*[,/·|ㆍ&]\s*|\s+and\s+|;\s*")
_ROLE = re.compile(r"\s*(?:선임|인턴|수습|객원|전문)?\s*(?:기자|특파원|칼럼니스트|논설위원|대기자|에디터|앵커|PD)\s*$")
_PLACED = re.compile(r"^[가-힣]{2,6}\s?=\s?")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,80}")
_REVERSED = re.compile(r"([가-힣]{1,3}) ([가-힣]{1,2})")
_SPOKEN = re.compile(
    r"([가-힣]{2,4}) (?:기자|특파원)(?:입니다|[가이] (?:보도|전해|취재|단독)|의 (?:보도|단독))"
    r"|^(?:[A-Za-z0-9가-힣]{2,8}) (?:뉴스 )?([가-힣]{2,4})(?:입니다|이었습니다|였습니다)\.?$"
)
_PHOTO_BY = re.compile(r"^(?:[A-Za-z가-힣]{2,8} )?([가-힣]{2,4}) [/|ㅣ] 사진")
_OF_PHOTO = re.compile(r"^\W{0,3}(?:사진|영상|촬영)")
_WITH_OFFICE = re.compile(r"([가-힣]{3})\s(?:[^.@\d]{2,30}\s)?(\S{2,16})")
# `by 느린걸음`, `Posted on … by Jane Doe`: a pen name is one word.
_BY = re.compile(r"(?:^|\s)[Bb]y(?:\s?(?P<pen>[가-힣][가-힣0-9_]{1,14}(?=\s|$|[A-Z]))|\s+(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,2}))")
_WRITES = re.compile(r"^글\s?[:：]?\s([가-힣]{2,3})(?=\s*(?:$|[|/·(]|사진))|(?<![가-힣])([가-힣]{3})\([a-z][a-z0-9_]{2,20}\)")
_LEADS = 3
_NAME = 3  # syllables of a name that nothing else confirms; nicknames have more
_ABOVE, _BELOW = 20, 25
_OVER = 2  # lines over the headline that the markup may call a byline
_LABELS = ("dt", "th")
_HEADINGS = ("h1", "h2", "h3", "h4")
_HEADLINE = 12  # characters of a link that is no name
_SHORT, _TIMED = 60, 160  # characters of a line that names somebody, and of one that also tells the times
_BYLINES = frozenset(("", "byline"))
_ASKED = frozenset(("", "byline", "caption", "share", "widget", "subscription"))


def find_authors(
    head: Head, page: Outline, place: Place, paragraphs: Sequence[str], dropped: Sequence[tuple[str, str]]
) -> tuple[str, ...]:
    """Author names in order, each once. `dropped` are `(reason, line)` of what left the body at `place`."""
    bylines = (line for reason, line in dropped if reason == "byline" and not _OF_PHOTO.match(line))
    found = [name for line in bylines for name in authors_in(line)]
    found = found or [name for line in dropped if line[0] == "byline" for name in signed_with_office(line[1])]
    for edge in (*map(lead_byline, paragraphs[:_LEADS]), *map(tail_byline, paragraphs[-1:])):
        found.extend(edge.authors if edge else ())
    found = found or _stated(head) or _credited(dropped)
    above = _above(page, place)
    signers = _signers_above(page, above)
    if not found:
        below = _below(page, place)
        found = signers or _mentioned(above) or _signers_below(below) or _latin(above)
        found = found or _signed(head, page, [*_over(page, place), *above, *below])
    elif set(found) < set(signers):
        found = signers
    return tuple(dict.fromkeys(found or _spoken(paragraphs)))


def _credited(dropped: Sequence[tuple[str, str]]) -> list[str]:
    """The writer who stands before the photographer in the last line: `백승훈 / 사진제공 쿠팡플레이`."""
    return [match[1] for _, line in dropped[-2:] if (match := _PHOTO_BY.search(line))]


def _stated(head: Head) -> list[str]:
    """Names in JSON-LD and meta tags; publishers, desks and accounts are none."""
    keys = table("metadata")["authors"].split()
    article = (texts_of(head.article.get(key)) for key in ("author", "creator"))
    for texts in (*article, *(head.all(key) for key in keys)):
        names = [name for value in texts for name in person_names(value, head)]
        if names:
            return names
    return []


def person_names(text: str, head: Head) -> list[str]:
    """The persons in an author field: `서울=이정준 기자` → 이정준; `조선일보`, `YONHAP`, `iMBC 연예` → none."""
    if text.startswith(("http", "@", "/")):
        return []
    if outside := signed_with_office(text):
        return list(outside)
    found = []
    for part in _SPLIT.split(_MAIL.sub(" ", text)):
        name = _ROLE.sub("", _PLACED.sub("", part.strip())).strip(" ()[]=")
        turned = _REVERSED.fullmatch(name)
        if turned and turned[2] in words("surnames", "surname"):
            found.append(turned[2] + turned[1])
        elif is_person(name, head, with_role=name != part.strip()):
            found.append(name)
        else:
            found.extend(authors_in(part))
    return found


def is_person(name: str, head: Head, *, with_role: bool = False) -> bool:
    """Whether a string can be a person's name and no outlet's."""
    site = flat(head.first("og:site_name") or "")
    if is_outlet(name) or (site and flat(name) in site):
        return False
    if _KOREAN.fullmatch(name):
        return with_role or name[0] in words("surnames", "surname") or name[:2] in words("surnames", "surname")
    return bool(_LATIN.fullmatch(name)) and not any(word in name for word in table("metadata")["no_person"].split())


def _above(page: Outline, place: Place) -> list[Line]:
    """The lines between headline and body that may name somebody."""
    top = max(0, place.title + 1 if place.title_above else place.start - _ABOVE, place.start - 2 * _ABOVE)
    return [line for line in page.lines[top : place.start] if _may_name(page, line)]


def _below(page: Outline, place: Place) -> list[Line]:
    """The lines right below the body that may name somebody, before the lists of other articles and their writers."""
    found: list[Line] = []
    for line in page.lines[place.end : place.end + _BELOW]:
        if _heads_list(line):
            break
        if _may_name(page, line) and (line.linked < _HEADLINE or is_byline(line.text)):
            found.append(line)
    return found


def _heads_list(line: Line) -> bool:
    return reason_of(line.text) == "section_list" or (line.tag in _HEADINGS and not authors_in(line.text))


def _over(page: Outline, place: Place) -> list[Line]:
    """The lines right over the headline that the markup calls bylines."""
    lines = page.lines[max(0, place.title - _OVER) : place.title] if place.title_above else ()
    return [line for line in lines if page.reason(line) == "byline"]


def _signers_above(page: Outline, lines: Sequence[Line]) -> list[str]:
    """Those whom lines of nothing but bylines name, or a name in a line of its own, above a line that says 기자."""
    apart = [name.text for name, role in pairwise(lines) if role.text in _roles() and is_lone_name(name.text)]
    apart += [name.text for role, name in pairwise(lines) if role.tag in _LABELS and role.text in _roles() and is_name(name.text)]
    signed = (line.text for line in lines if page.reason(line) in _BYLINES and is_byline(line.text))
    return apart or [name for text in signed for name in authors_in(text)]


def _mentioned(lines: Sequence[Line]) -> list[str]:
    """Those whom the first line that names somebody names, whatever else it says."""
    return next((list(names) for line in lines if (names := _named(line.text))), [])


def _signers_below(lines: Sequence[Line]) -> list[str]:
    """Those whom the first line that names somebody, and bylines right below it, name."""
    found: list[str] = []
    for line in lines:
        names = _named(line.text)
        if found and not (names and is_byline(line.text)):
            break
        found.extend(names)
    return found


def _latin(lines: Sequence[Line]) -> list[str]:
    """A foreign name before what else a line says: `Jane Doe | Hanbit US`."""
    names = (line.text.split("|")[0].strip() for line in lines if "|" in line.text)
    return next(([name] for name in names if _LATIN.fullmatch(name)), [])


@cache
def _roles() -> frozenset[str]:
    return words("byline_roles", "role")


def _named(text: str) -> tuple[str, ...]:
    """The names in a line beside the body, in what it says besides its times, or in a part where addresses tell them."""
    names = authors_in(text) or authors_in(_timed(text))
    if names or "@" not in text:
        return names
    return tuple(name for part in parts_of(text) if "@" in part for name in authors_in(part))


def _signed(head: Head, page: Outline, lines: Sequence[Line]) -> list[str]:
    """Who signs without a reporter's role: where the markup says byline, behind `by`, `최가람 한빛대 교수`."""
    offices = tuple(table("metadata")["offices"].split())
    for line, below in zip_longest(lines, lines[1:]):
        if found := _BY.search(line.text):
            name = found["pen"] or found["name"]
            if found["pen"] or is_person(name, head, with_role=True):
                return [name]
        elif (writes := _WRITES.search(line.text)) and (names := authors_in(f"{writes[1] or writes[2]} 기자")):
            return list(names)
        elif office := _WITH_OFFICE.fullmatch(_timed(line.text) or line.text):
            if page.reason(line) == "byline" or (office[2].endswith(offices) and not line.linked):
                return list(authors_in(f"{office[1]} 기자"))
        elif (name := _timed(line.text)) and is_lone_name(name) and name not in (head.title or ""):
            return [name]
        elif below and is_lone_name(line.text) and below.text.endswith((*offices, "기자")) and len(below.text) <= _SHORT:
            return [line.text]
        elif len(line.text) == _NAME and page.reason(line) == "byline" and (names := authors_in(f"{line.text} 기자")):
            return list(names)
    return []


def _timed(text: str) -> str:
    """What a line of times says besides: `2031.01.16 10:21 | 이보람`; "" of other lines."""
    stamps = stamps_in(text)
    for stamp in reversed(stamps):
        text = text[: stamp.start] + text[stamp.end :]
    return text.strip(" |ㅣ·/:-") if stamps else ""


def _may_name(page: Outline, line: Line) -> bool:
    size = len(line.text)
    if size > _TIMED or page.reason(line) not in _ASKED:
        return False
    return size <= _SHORT or bool(stamps_in(line.text))


def _spoken(paragraphs: Sequence[str]) -> list[str]:
    """The reporter that a broadcast text names: `이준삼 기자입니다.`, `연합뉴스 이준삼입니다.`"""
    for text in (*paragraphs[-2:], *paragraphs[:6]):
        match = _SPOKEN.search(text)
        if match and (name := match[1] or match[2]) and name[0] in words("surnames", "surname"):
            return [name]
    return []
