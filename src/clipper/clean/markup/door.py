"""An HTML document → the article it holds: one parse, one walk, then choices over arrays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clipper.clean.markup.body import find_body
from clipper.clean.markup.outline import Line, Outline, outline
from clipper.clean.markup.paragraphs import Sorted, sort_lines
from clipper.clean.markup.scripts import Found, script_body
from clipper.clean.metadata.authors import find_authors
from clipper.clean.metadata.dates import find_dates
from clipper.clean.metadata.head import Head, read_head
from clipper.clean.metadata.holder import holder_authors, holder_dates
from clipper.clean.metadata.labels import labelled
from clipper.clean.metadata.place import Place
from clipper.clean.metadata.publisher import publisher_of
from clipper.clean.metadata.title import find_title
from clipper.clean.noise import reason_of
from clipper.clean.result import RawArticle
from clipper.read.html import parse
from clipper.records import Dropped

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from clipper.read.document import Document

_THIN = 400.0  # prose of a body that script JSON may know better


@dataclass(frozen=True, slots=True)
class _Part:
    """The body's lines with the markup's reasons per position, their place on the page, and the JSON they came from."""

    lines: tuple[Line, ...]
    marked: dict[int, str]
    start: int
    end: int
    found: Found | None = None


def clean_html(document: Document) -> RawArticle:
    """The article of an HTML document: body, captions, dropped lines with reasons, metadata.

    Raises EmptyInputError or LimitError where the page can't be parsed. Without any article `paragraphs` is empty.
    """
    return clean_tree(parse(document.text), document.url)


def clean_tree(root: HtmlElement, url: str | None = None) -> RawArticle:
    """The article of a parsed page."""
    head = read_head(root)
    page = outline(root)
    part = _body(page, root, head)
    title, title_at = find_title(head, page.lines, part.start, labelled(page, "title"))
    sorted_ = sort_lines(part.lines, part.marked, title, reason_of)
    return _article(head, page, part, sorted_, title, title_at, url)


def _body(page: Outline, root: HtmlElement, head: Head) -> _Part:
    """The body in the markup, or the one in script JSON where that has clearly more."""
    body = find_body(page, reason_of)
    if body is None or body.prose < _THIN:
        found = script_body(root, head.first("og:title") or head.title)
        if found is not None and (body is None or found.prose > 1.5 * body.prose) and (found.named or body is None):
            return _Part(found.lines, {}, len(page.lines), len(page.lines), found)
    if body is None:
        return _Part((), {}, len(page.lines), len(page.lines))
    start, end = page.first[body.node], page.last[body.node]
    marked = {number - start: reason for number, reason in body.reasons.items() if start <= number < end}
    return _Part(page.lines[start:end], marked, start, end)


def _article(
    head: Head, page: Outline, part: _Part, found: Sorted, title: str | None, title_at: int, url: str | None
) -> RawArticle:
    place = Place(title_at, part.start, part.end)
    published, modified = find_dates(head, page.lines, place, url)
    authors = find_authors(head, page, place, found.paragraphs, found.dropped)
    if part.found is not None:
        authors = holder_authors(part.found.holder, head) or authors
        published, modified = holder_dates(part.found.holder, (published, modified))
    return RawArticle(
        title=title,
        subtitle=next(iter(found.of("deck")), None),
        publisher=publisher_of(head, url),
        authors=authors,
        published=published,
        modified=modified,
        section=head.first("article:section", "nextweb:section", "articlesection"),
        canonical_url=head.canonical,
        paragraphs=tuple(found.paragraphs),
        captions=tuple(found.captions),
        dropped=tuple(Dropped(reason=reason, text=text) for reason, text in found.dropped),
    )
