"""The one walk over a page: element tree → lines of text, each with the block that holds it.

Everything after this works on arrays: elements are numbered in document order, a subtree is a range of numbers, and the
lines of a subtree are a slice. The walk keeps its own stack, so nesting costs no Python recursion.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

from clipper.clean.markup.marks import Mark, mark_of
from clipper.data import table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.html import HtmlElement

_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\xad\u200e\u200f"))


@dataclass(frozen=True, slots=True)
class _Tags:
    """The tags that data/markup.toml tells apart."""

    blocks: frozenset[str]
    headings: frozenset[str]
    skipped: frozenset[str]
    media: frozenset[str]


@cache
def _tags() -> _Tags:
    names = table("markup")
    return _Tags(*(frozenset(names[key].split()) for key in ("blocks", "headings", "skipped", "media")))


@dataclass(frozen=True, slots=True)
class Line:
    """A run of text between two breaks.

    `node` is the number of the block element that holds it, `linked` counts characters inside links, `mark` the number
    of the nearest marked element around it (-1: none), `row` of the table row (-1: none), `bold` whether all of it is
    set bold, `soft` whether one single `<br>` parts it from the line before, `media` whether an image stands right
    before it in its block.
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


@dataclass(frozen=True, slots=True)
class Outline:
    """A page as numbered elements and lines; `first[i]:last[i]` are the lines of element i's subtree."""

    elements: tuple[HtmlElement, ...]
    parents: tuple[int, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]
    lines: tuple[Line, ...]
    marks: dict[int, Mark]

    def ancestors(self, node: int) -> list[int]:
        """The element itself and those around it, inmost first."""
        found = []
        while node >= 0:
            found.append(node)
            node = self.parents[node]
        return found


class _Walk:
    """The state of the one walk."""

    def __init__(self, given: Mapping[HtmlElement, Mark]) -> None:
        self.tags = _tags()
        self.given = given
        self.elements: list[HtmlElement] = []
        self.parents: list[int] = []
        self.first: list[int] = []
        self.last: list[int] = []
        self.lines: list[Line] = []
        self.marks: dict[int, Mark] = {}
        self.buffer: list[str] = []
        self.open: list[int] = []  # numbers of the open elements
        self.blocks: list[tuple[int, str]] = [(0, "html")]  # the open blocks
        self.marked: list[int] = []
        self.rows: list[int] = []
        self.cells: list[int] = []
        self.links = 0
        self.bolds = 0
        self.linked = 0
        self.plain = 0  # characters that are not bold
        self.breaks = 0
        self.media = False

    def text(self, text: str | None) -> None:
        if not text:
            return
        self.buffer.append(text)
        bare = len(text) if not text.isspace() else 0
        if self.links:
            self.linked += bare
        if not self.bolds:
            self.plain += bare

    def flush(self, *, soft: bool = False) -> None:
        text = " ".join("".join(self.buffer).translate(_UNSEEN).split())
        self.buffer.clear()
        if text:
            node, tag = self.blocks[-1]
            self.lines.append(
                Line(
                    text=text,
                    node=node,
                    linked=min(self.linked, len(text)),
                    mark=self.marked[-1] if self.marked else -1,
                    tag=tag,
                    row=self.rows[-1] if self.rows else -1,
                    cell=self.cells[-1] if self.cells else -1,
                    bold=self.plain == 0,
                    soft=self.breaks == 1,
                    media=self.media,
                )
            )
            self.breaks = 0
            self.media = False
        self.linked = self.plain = 0
        if soft:
            self.breaks += 1
        else:
            self.breaks = 2

    def enter(self, element: HtmlElement, tag: str) -> None:
        number = len(self.elements)
        mark = self.given.get(element) or mark_of(tag, element)
        block = tag in self.tags.blocks
        if block or mark is not None:
            self.flush()
        self.elements.append(element)
        self.parents.append(self.open[-1] if self.open else -1)
        self.first.append(len(self.lines))
        self.last.append(0)
        self.open.append(number)
        if mark is not None:
            self.marks[number] = mark
            if mark.reason:
                self.marked.append(number)
        if block:
            self.blocks.append((number, tag))
            self.media = False
        if tag == "a":
            self.links += 1
        elif tag in ("b", "strong") or tag in self.tags.headings:
            self.bolds += 1
        elif tag == "tr":
            self.rows.append(number)
        elif tag in ("td", "th"):
            self.cells.append(number)
        elif tag == "br":
            self.flush(soft=True)
        self.text(element.text)

    def leave(self, tag: str) -> None:
        number = self.open.pop()
        mark = self.marks.get(number)
        if tag in self.tags.blocks or mark is not None:
            self.flush()
        if tag in self.tags.blocks:
            self.blocks.pop()
        if mark is not None and mark.reason:
            self.marked.pop()
        if tag == "a":
            self.links -= 1
        elif tag in ("b", "strong") or tag in self.tags.headings:
            self.bolds -= 1
        elif tag == "tr":
            self.rows.pop()
        elif tag in ("td", "th"):
            self.cells.pop()
        self.last[number] = len(self.lines)


def outline(root: HtmlElement, given: Mapping[HtmlElement, Mark] | None = None) -> Outline:
    """The lines and elements of a page, in one pass. `given` are marks that outweigh what names of classes say."""
    walk = _Walk(given or {})
    tags = walk.tags
    walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        tag = element.tag
        if event == "start" and isinstance(tag, str):
            if tag in tags.skipped:
                walker.skip_subtree()
                if tag in tags.media:
                    walk.media = True
            else:
                if tag in tags.media:
                    walk.flush()
                    walk.media = True
                walk.enter(element, tag)
        elif event == "end" and isinstance(tag, str):
            if tag not in tags.skipped:
                walk.leave(tag)
            if element is not root:
                walk.text(element.tail)
        elif event in ("comment", "pi"):
            walk.text(element.tail)
    walk.flush()
    return Outline(
        tuple(walk.elements), tuple(walk.parents), tuple(walk.first), tuple(walk.last), tuple(walk.lines), walk.marks
    )
