"""The one walk over a page: element tree → lines of text, each with the block that holds it.

Everything after this works on arrays: elements are numbered in document order, a subtree is a range of numbers, and the
lines of a subtree are a slice. The walk keeps its own stack, so nesting costs no Python recursion.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from clipper.clean.markup.marks import Mark, mark_of
from clipper.data import table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.html import HtmlElement

_BOLD = frozenset(("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6"))
_CELLS = frozenset(("td", "th"))
_WHOLE = frozenset(("html", "body"))  # what their classes say is no word on the article: `<body class="nav-open">`
_APART = 2  # blocks stand as far apart as two breaks
_TEXT_LEVEL = frozenset(("a", "b", "strong", "em", "i", "u", "font", "mark", "span"))
_HOLDERS = frozenset(("span", "em", "font", "a", "strong", "b"))
_WORD = 20
_PICTURED = 2  # lines of a table that holds an image and its caption
_ALL = 0.95
_MENU, _LINKS, _SENTENCE = 3, 5, 80
_KEPT = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)")  # line ends of the source are those of the page
_UNSEEN = re.compile("[\u200b\u200c\u200d\u2060\ufeff\xad\u200e\u200f]")


@dataclass(frozen=True, slots=True)
class _Tags:
    """The tags that data/markup.toml tells apart."""

    blocks: frozenset[str]
    skipped: frozenset[str]
    media: frozenset[str]


@cache
def _tags() -> _Tags:
    names = table("markup")
    return _Tags(*(frozenset(names[key].split()) for key in ("blocks", "skipped", "media")))


class Line(NamedTuple):
    """A run of text between two breaks.

    `node` is the number of the block element that holds it, `linked` counts characters inside links, `mark` the number
    of the nearest marked element around it (-1: none), `row` of the table row (-1: none), `bold` whether all of it is
    set bold, `soft` whether one single `<br>` parts it from the line before, `media` whether an image stands right
    before it in its block, `alone` whether it is the only line of its block, `pictured` whether an image stands
    anywhere between the line before and this one.
    """

    text: str
    node: int
    linked: int
    mark: int
    tag: str
    row: int = -1
    cell: int = -1
    bold: bool = False
    soft: bool = False
    media: bool = False
    alone: bool = False
    pictured: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """A page as numbered elements and lines: `i:ends[i]` are the elements of element i's subtree, `first[i]:last[i]` its
    lines; `around[i]` is the nearest mark with a reason around the marked element i (-1: none)."""

    elements: tuple[HtmlElement, ...]
    parents: tuple[int, ...]
    ends: tuple[int, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]
    lines: tuple[Line, ...]
    marks: dict[int, Mark]
    around: dict[int, int]

    def reason(self, line: Line) -> str:
        """The reason that the nearest mark around a line gives against it, "" without one."""
        return self.marks[line.mark].reason if line.mark >= 0 else ""


class _Walk:
    """The state of the one walk. Only blocks and marked elements get a number: inline markup is text."""

    def __init__(self, given: Mapping[HtmlElement, Mark]) -> None:
        self.tags = _tags()
        self.given = given
        self.elements: list[HtmlElement] = []
        self.parents: list[int] = []
        self.ends: list[int] = []
        self.first: list[int] = []
        self.last: list[int] = []
        self.lines: list[Line] = []
        self.marks: dict[int, Mark] = {}
        self.around: dict[int, int] = {}
        self.buffer: list[str] = []
        self.open: list[int] = []  # numbers of the open numbered elements
        self.blocks: list[int] = [0]  # numbers of the open blocks
        self.block_tags: list[str] = ["html"]
        self.marked: list[int] = []
        self.rows: list[int] = []
        self.cells: list[int] = []
        self.images: list[int] = []  # how many elements were numbered before each image
        self.holders: dict[HtmlElement, int] = {}  # with how many lines there were before their image
        self.links = self.bolds = 0  # how many of them are open
        self.linked = self.plain = 0  # characters of the line inside links, and not bold
        self.breaks = 0
        self.media = False
        self.pictured = -1  # how many lines there were before the last image

    def text(self, text: str) -> None:
        if self.block_tags[-1] == "pre" and "\n" in text:
            self.kept_text(text)
        elif not text.isspace():
            self.buffer.append(text)
            if self.links:
                self.linked += len(text)
            if not self.bolds:
                self.plain += len(text)
        elif self.buffer:
            self.buffer.append(" ")

    def kept_text(self, text: str) -> None:
        """Text whose line ends are those of the page."""
        for number, piece in enumerate(text.split("\n")):
            if number:
                self.flush()
                self.breaks += 1
            if piece:
                self.text(piece)

    def flush(self) -> None:
        """End the line, if one is begun."""
        if not self.buffer:
            return
        text = " ".join(_UNSEEN.sub("", "".join(self.buffer)).split())
        self.buffer.clear()
        if text:
            node, tag = self.blocks[-1], self.block_tags[-1]
            mark = self.marked[-1] if self.marked else -1
            row = self.rows[-1] if self.rows else -1
            cell = self.cells[-1] if self.cells else -1
            linked = min(self.linked, len(text))
            soft = self.breaks == 1
            pictured = self.pictured == len(self.lines)
            bold = self.plain == 0
            line = Line(text, node, linked, mark, tag, row, cell, bold, soft, self.media, pictured=pictured)
            self.lines.append(line)
            self.breaks = 0
            self.media = False
        self.linked = self.plain = 0

    def come_to(self, element: HtmlElement) -> bool:
        """Begin an element or comment; whether what is in it counts."""
        tag = element.tag
        if tag in self.tags.media:
            self.flush()
            self.media = True
            self.pictured = len(self.lines)
            self.images.append(len(self.elements))
            self.hold(element)
        if tag in self.tags.skipped or not isinstance(tag, str):
            return False
        return self.start(element, tag)

    def hold(self, image: HtmlElement) -> None:
        """Remember the inline elements around an image: what else they hold is its caption."""
        around = image.getparent()
        while around is not None and around.tag in _HOLDERS:
            self.holders[around] = len(self.lines)
            around = around.getparent()

    def leave(self, path: list[HtmlElement]) -> None:
        """End the inmost open element; what follows it belongs to the one around."""
        element = path.pop()
        self.end(element, element.tag)
        tail = element.tail
        if tail and path:
            self.text(tail)

    def start(self, element: HtmlElement, tag: str) -> bool:
        """Begin an element; False for a menu, which is passed over whole."""
        mark = self.given.get(element) if self.given else None
        block = tag in self.tags.blocks
        if mark is None and tag not in _WHOLE:
            mark = mark_of(tag, element)
            if mark is not None and not block and self.is_word(element, tag, mark):
                mark = None
        if mark is not None and mark.reason == "navigation" and not mark.sure and _is_menu(element):
            self.flush()
            return False
        if block or mark is not None:
            style = element.get("style") if block else None
            kept = style is not None and _KEPT.search(style)
            self.number(element, "pre" if kept else tag, mark, block=block)
        if tag == "br":
            self.flush()
            self.breaks += 1
        elif tag == "a":
            self.links += 1
        elif tag in _BOLD:
            self.bolds += 1
        if element.text:
            self.text(element.text)
        return True

    def is_word(self, element: HtmlElement, tag: str, mark: Mark) -> bool:
        """Whether inline markup is but a word of its sentence, whatever its class says (`<span class="stock">`)."""
        if not mark.word:
            return False
        return bool(self.buffer) or (tag in _TEXT_LEVEL and len(element) == 0 and len(element.text or "") < _WORD)

    def number(self, element: HtmlElement, tag: str, mark: Mark | None, *, block: bool) -> None:
        """Begin an element that counts: its lines are its own."""
        if self.buffer:
            self.flush()
        number = len(self.elements)
        self.elements.append(element)
        self.parents.append(self.open[-1] if self.open else -1)
        self.ends.append(0)
        self.first.append(len(self.lines))
        self.last.append(0)
        self.open.append(number)
        if mark is not None:
            self.marks[number] = mark
            self.around[number] = self.marked[-1] if self.marked else -1
            if mark.reason:
                self.marked.append(number)
        if block:
            self.blocks.append(number)
            self.block_tags.append(tag)
            self.breaks = _APART
            self.media = False
            if tag == "tr":
                self.rows.append(number)
            elif tag in _CELLS:
                self.cells.append(number)

    def end(self, element: HtmlElement, tag: str) -> None:
        if self.holders and element in self.holders:
            self.flush()
            if len(self.lines) == self.holders[element] + 1:
                self.lines[-1] = self.lines[-1]._replace(media=True, alone=True)
        if self.open and self.elements[self.open[-1]] is element:
            self.close(tag)
        if tag == "a":
            self.links -= 1
        elif tag in _BOLD:
            self.bolds -= 1

    def close(self, tag: str) -> None:
        """End an element that counts."""
        if self.buffer:
            self.flush()
        number = self.open.pop()
        self.ends[number] = len(self.elements)
        self.last[number] = len(self.lines)
        if self.first[number] < len(self.lines) <= self.first[number] + _PICTURED:
            self.picture(number, tag)
        mark = self.marks.get(number)
        if mark is not None and mark.reason:
            self.marked.pop()
        if self.blocks[-1] == number and len(self.blocks) > 1:
            self.blocks.pop()
            self.block_tags.pop()
            self.breaks = _APART
            if tag == "tr":
                self.rows.pop()
            elif tag in _CELLS:
                self.cells.pop()

    def picture(self, number: int, tag: str) -> None:
        """Tell the lines of a block that is an image with a caption: one line behind it, or a table of both."""
        alone = self.first[number] + 1 == len(self.lines) and self.lines[-1].media and self.lines[-1].node == number
        if alone or (tag == "table" and self.images and self.images[-1] > number):
            for at in range(self.first[number], len(self.lines)):
                self.lines[at] = self.lines[at]._replace(media=True, alone=True)


def outline(nodes: Sequence[HtmlElement], given: Mapping[HtmlElement, Mark] | None = None) -> Outline:
    """The lines and elements of a page, in one pass over all its elements and comments in document order.

    `given` are marks that outweigh what names of classes say.
    """
    walk = _Walk(given or {})
    path: list[HtmlElement] = []  # the open elements
    walked = iter(nodes)
    for element in walked:
        parent = element.getparent()
        while path and path[-1] is not parent:
            walk.leave(path)
        if walk.come_to(element):
            path.append(element)
            continue
        if len(element):
            deque(islice(walked, sum(1 for _ in element.iterdescendants())), maxlen=0)  # nothing in it counts
        if path and element.tail:
            walk.text(element.tail)
    while path:
        walk.leave(path)
    walk.flush()
    lines = _unlinked(walk.lines)
    spans = (tuple(walk.ends), tuple(walk.first), tuple(walk.last))
    return Outline(tuple(walk.elements), tuple(walk.parents), *spans, lines, walk.marks, walk.around)


def _is_menu(element: HtmlElement) -> bool:
    """Whether an element has many links and hardly a paragraph or break: a third of all elements stand in menus."""
    if next(islice(element.iter("p", "br"), _MENU, None), None) is not None:
        return False
    if any(len(text) > _SENTENCE and not text.isspace() for text in element.itertext()):
        return False
    return next(islice(element.iter("a"), _LINKS, None), None) is not None


def _unlinked(lines: list[Line]) -> tuple[Line, ...]:
    """The lines without their links where all of the page is one: an `<a>` that was never closed says nothing."""
    if sum(line.linked for line in lines) < _ALL * sum(len(line.text) for line in lines):
        return tuple(lines)
    return tuple(line._replace(linked=0) for line in lines)
