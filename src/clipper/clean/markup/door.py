"""An HTML document → the article it holds: one parse, one walk, then choices over arrays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clipper.clean.bylines import lead_byline
from clipper.clean.duplicates import drop_duplicates
from clipper.clean.markup.body import find_body
from clipper.clean.markup.marks import Mark
from clipper.clean.markup.outline import Line, Outline
from clipper.clean.markup.paragraphs import Sorted, sort_lines
from clipper.clean.markup.prose import prose
from clipper.clean.markup.reasons import reasons_of
from clipper.clean.markup.scripts import Found, script_body
from clipper.clean.markup.walk import outline
from clipper.clean.metadata.authors import find_authors, person_names
from clipper.clean.metadata.dates import find_dates
from clipper.clean.metadata.head import Head, read_head
from clipper.clean.metadata.holder import holder_authors, holder_dates
from clipper.clean.metadata.labels import labelled
from clipper.clean.metadata.neighbours import neighbour_dates
from clipper.clean.metadata.place import Place
from clipper.clean.metadata.publisher import host_of, publisher_of
from clipper.clean.metadata.title import find_title
from clipper.clean.noise import reason_of
from clipper.clean.outlets import Advice, Markup, Outlet, advise, all_outlets
from clipper.clean.result import RawArticle
from clipper.clean.stamps import iso
from clipper.data import table
from clipper.read.html import parse
from clipper.records import Dropped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from clipper.read.document import Document

_LEADS = 3  # the dateline stands in one of the first paragraphs
_HEAD, _DECK = 8, 100  # lines of a head inside the body, characters of a line of deck
_THIN = 400.0  # prose of a body that script JSON may know better


@dataclass(frozen=True, slots=True)
class _Part:
    """The body's lines with the markup's reasons per position, their place on the page, and the JSON they came from."""

    lines: tuple[Line, ...]
    marked: dict[int, str]
    start: int
    end: int
    found: Found | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """All that was read of a page, for the last step."""

    head: Head
    page: Outline
    advice: Advice
    part: _Part
    place: Place
    title: str | None
    url: str | None


def clean_html(document: Document, outlets: Sequence[Outlet] | None = None) -> RawArticle:
    """The article of an HTML document: body, captions, dropped lines with reasons, metadata.

    `outlets` are the outlet files to ask, all of them by default. Raises EmptyInputError or LimitError where the page
    can't be parsed. Without any article `paragraphs` is empty.
    """
    root = parse(document.text, document.utf8)
    nodes = list(root.iter())  # held once: making the Python side of a node costs more than any look at it
    head = read_head(root)
    hosts = (host_of(document.url), host_of(head.canonical), host_of(head.first("og:url")))
    advice = advise(Markup(nodes), hosts, all_outlets() if outlets is None else outlets)
    page = outline(nodes, _marks(advice))
    part = _body(page, root, head)
    given = advice.values.get("title") or labelled(page, "title")
    times, told = _begins(part.lines)
    title, title_at = find_title(head, page.lines, part.start + told, given, sure="title" in advice.values)
    found = sort_lines(part.lines, reasons_of(part.lines, part.marked | _decks(part, title_at, times), title, reason_of))
    place = Place(title_at, part.start, part.end)
    if found.first >= 0 and part.found is None:
        place = Place(title_at, part.start + found.first, part.start + found.last + 1)
    return _article(_Read(head, page, advice, part, place, title, document.url), found)


def _begins(lines: Sequence[Line]) -> tuple[int, int]:
    """The position of the times in a body that holds its own head (-1: it does not), and that of its first prose."""
    heads = (number for number in range(min(_HEAD, len(lines)) - 1, -1, -1) if reason_of(lines[number].text) == "timestamp")
    times = next((number for number in heads if _is_above(lines, number)), -1)
    text = (n for n in range(times + 1, len(lines)) if prose(lines[n]) and lines[n].tag[0] != "h")
    return times, next(text, 0)


def _is_above(lines: Sequence[Line], number: int) -> bool:
    """Whether most of the prose follows a line."""
    return sum(map(prose, lines[:number])) <= sum(map(prose, lines[number + 1 :]))


def _decks(part: _Part, title_at: int, times: int) -> dict[int, str]:
    """What stands between a headline and its times, both inside the body's element."""
    between = range(title_at - part.start + 1, times) if title_at >= part.start and part.found is None else ()
    return {number: "deck" for number in between if len(part.lines[number].text) <= _DECK}


def _marks(advice: Advice) -> dict[HtmlElement, Mark]:
    marks = {element: Mark(reason=reason, sure=True) for element, reason in advice.drops}
    return marks | {element: Mark(body=True, sure=True) for element in advice.bodies}


def _body(page: Outline, root: HtmlElement, head: Head) -> _Part:
    """The body in the markup, or the one in script JSON where that has clearly more."""
    title = head.first("og:title") or head.title
    body = find_body(page, reason_of, title)
    if body is None or body.prose < _THIN or not body.told:
        found = script_body(root, title)
        best = body is None or not body.told or (found is not None and found.prose > 1.5 * body.prose)
        if found is not None and best and (found.named or body is None):
            return _Part(found.lines, {}, len(page.lines), len(page.lines), found)
    if body is None:
        return _Part((), {}, len(page.lines), len(page.lines))
    start, end = body.first, body.last
    marked = {number - start: reason for number, reason in body.reasons.items() if start <= number < end}
    return _Part(page.lines[start:end], marked, start, end)


def _article(read: _Read, found: Sorted) -> RawArticle:
    head, advice = read.head, read.advice
    # On a page that is a photograph its caption is the text.
    paragraphs, duplicates = drop_duplicates(found.paragraphs or found.captions)
    published, modified = _dates(read)
    lead = next(filter(None, map(lead_byline, paragraphs[:_LEADS])), None)
    return RawArticle(
        title=read.title,
        subtitle=advice.values.get("subtitle") or next(iter(found.of("deck")), None),
        publisher=advice.values.get("publisher") or advice.publisher or publisher_of(head, read.url, read.page.lines),
        authors=_authors(read, found),
        published=published,
        modified=modified,
        section=advice.values.get("section") or head.first(*table("metadata")["sections"].split()),
        canonical_url=head.canonical,
        dateline=lead.dateline if lead else None,
        paragraphs=paragraphs,
        captions=found.captions,
        duplicates=duplicates,
        dropped=tuple(Dropped(reason=reason, text=text) for reason, text in found.dropped),
        neighbour_dates=neighbour_dates(read.page, read.place),
    )


def _dates(read: _Read) -> tuple[str | None, str | None]:
    """The outlet file's word, the page's, then that of the JSON which held the body."""
    published, modified = find_dates(read.head, read.page, read.place, read.url)
    if read.part.found is not None:
        published, modified = holder_dates(read.part.found.holder, (published, modified))
    values = read.advice.values
    return iso(values.get("published")) or published, iso(values.get("modified")) or modified


def _authors(read: _Read, found: Sorted) -> tuple[str, ...]:
    named = [name for text in read.advice.authors for name in person_names(text, read.head)]
    if named:
        return tuple(dict.fromkeys(named))
    if read.part.found is not None and (names := holder_authors(read.part.found.holder, read.head)):
        return names
    return find_authors(read.head, read.page, read.place, found.paragraphs, found.dropped)
