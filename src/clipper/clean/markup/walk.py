"""The one walk over a page: element tree → Outline. It keeps its own stack, so nesting costs no Python recursion.

Every page pays for every step taken here some six hundred times: the loop is one function, and asks an element for no more
than it must.
"""

from __future__ import annotations

import re
from collections import deque
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from clipper.clean.markup import tags
from clipper.clean.markup.marks import Mark, mark_of
from clipper.clean.markup.outline import Line, Outline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.html import HtmlElement

_APART = 2  # blocks stand as far apart as two breaks
_TEXT_LEVEL = frozenset(("a", "b", "strong", "em", "i", "u", "font", "mark", "span"))
_HOLDERS = frozenset(("span", "em", "font", "a", "strong", "b"))
_WORD = 20
_TAG = 2
_PICTURED = 2  # lines of a table that holds an image and its caption
_ALL = 0.95
_MENU, _LINKS, _SENTENCE = 3, 5, 80
_KEPT = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)")  # line ends of the source are those of the page
_CENTRED = re.compile(r"text-align\s*:\s*center")
_PLAIN = frozenset(("p", "div"))
_tells_more = etree.XPath(f"boolean(descendant::text()[string-length() > {_SENTENCE} and normalize-space()])")
_UNSEEN = re.compile("[\u200b\u200c\u200d\u2060\ufeff\xad\u200e\u200f]")


_Around = tuple[int, int, str, int, int, int]
"""What text stands in: the number of the inmost element that has one, that of the block and its tag, those of the mark with
a reason, of the row, of the cell; -1 where there is none."""

_Open = tuple["HtmlElement", int, int, _Around]
"""An open element with its flags, its number (-1 where it has none) and what it stands in."""


class _Walk:
    """The state of the walk. Only blocks and marked elements get a number: inline markup is text."""

    def __init__(self, given: Mapping[HtmlElement, Mark]) -> None:
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
        self.inside: _Around = (-1, 0, "html", -1, -1, -1)
        self.images: list[int] = []  # how many elements were numbered before each image
        self.holders: dict[HtmlElement, int] = {}  # with how many lines there were before their image
        self.links = self.bolds = 0  # how many of them are open
        self.linked = self.plain = 0  # characters of the line inside links, and not bold
        self.breaks = 0
        self.media = False
        self.pictured = -1  # how many lines there were before the last image

    def over(self, nodes: Sequence[HtmlElement]) -> None:
        """Walk over all elements and comments of a page, in document order."""
        kinds = tags.kinds()
        path: list[_Open] = []
        walked = iter(nodes)
        for element in walked:
            parent = element.getparent()
            while path and path[-1][0] is not parent:
                self.leave(path)
            kind = kinds.get(element.tag, 0)
            if kind & tags.MEDIA:
                self.see(element)
            skipped = kind & tags.SKIPPED
            keys = () if skipped else element.keys()
            mark = None if skipped else self.mark(element, kind, keys)
            if skipped or (mark is not None and self.is_menu(element, mark)):
                _pass_over(element, walked)
                tail = element.tail
                if tail and path:
                    self.text(tail)
            else:
                path.append(self.enter(element, kind, mark, keys))
        while path:
            self.leave(path)
        self.flush()

    def enter(self, element: HtmlElement, kind: int, mark: Mark | None, keys: Sequence[str]) -> _Open:
        """Begin an element, with the text before its first child."""
        around = self.inside
        number = self.begin(element, mark, kind, keys) if kind & tags.BLOCK or mark is not None else -1
        if kind & tags.LINK:
            self.links += 1
        elif kind & tags.BOLD:
            self.bolds += 1
        elif kind & tags.BREAK:
            self.flush()
            self.breaks += 1
        text = element.text
        if text:
            self.text(text)
        return element, kind, number, around

    def leave(self, path: list[_Open]) -> None:
        """End the inmost open element; what follows it belongs to the one around."""
        element, kind, number, around = path.pop()
        if self.holders and element in self.holders:
            self.flush()
            if len(self.lines) == self.holders[element] + 1:
                self.lines[-1] = self.lines[-1]._replace(media=True, alone=True)
        if number >= 0:
            self.end(number, kind, element.tag)
            self.inside = around
        if kind & tags.LINK:
            self.links -= 1
        elif kind & tags.BOLD:
            self.bolds -= 1
        tail = element.tail
        if tail and path:
            self.text(tail)

    def text(self, text: str) -> None:
        """Text of the line."""
        if self.inside[_TAG] == "pre" and "\n" in text:
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
        text = " ".join("".join(self.buffer).split())
        if not text.isprintable():  # the quicker look: few lines hold anything unseen
            text = " ".join(_UNSEEN.sub("", text).split())
        self.buffer.clear()
        if text:
            _, block, tag, reason, row, cell = self.inside
            linked = self.linked and min(self.linked, len(text))
            bold, soft, pictured = self.plain == 0, self.breaks == 1, self.pictured == len(self.lines)
            self.lines.append(
                Line(text, block, linked, reason, tag, row, cell, bold, soft, self.media, False, pictured)
            )
            self.breaks = 0
            self.media = False
        self.linked = self.plain = 0

    def see(self, image: HtmlElement) -> None:
        """An image ends the line. What else the inline elements around it hold is its caption."""
        self.flush()
        self.media = True
        self.pictured = len(self.lines)
        self.images.append(len(self.elements))
        around = image.getparent()
        while around is not None and around.tag == "div" and len(around) == 1:
            around = around.getparent()
        while around is not None and around.tag in _HOLDERS:
            self.holders[around] = len(self.lines)
            around = around.getparent()

    def mark(self, element: HtmlElement, kind: int, keys: Sequence[str]) -> Mark | None:
        """The mark of an element: the given one, or what its names say. `keys` are its attributes."""
        mark = self.given.get(element) if self.given else None
        if mark is not None or kind & tags.WHOLE:
            return mark
        mark = mark_of(element, keys)
        return None if mark is not None and not kind & tags.BLOCK and self.is_word(element, mark) else mark

    def is_word(self, element: HtmlElement, mark: Mark) -> bool:
        """Whether inline markup is but a word of its sentence, whatever its class says (`<span class="stock">`)."""
        if not mark.word:
            return False
        return bool(self.buffer) or (element.tag in _TEXT_LEVEL and len(element) == 0 and len(element.text or "") < _WORD)

    def is_menu(self, element: HtmlElement, mark: Mark) -> bool:
        """Whether an element is a menu, which ends the line and is passed over whole."""
        if mark.reason != "navigation" or mark.sure or not _is_menu(element):
            return False
        self.flush()
        return True

    def begin(self, element: HtmlElement, mark: Mark | None, kind: int, keys: Sequence[str]) -> int:
        """Begin an element that counts: its lines are its own. Its number."""
        if self.buffer:
            self.flush()
        number = len(self.elements)
        above, block, tag, reason, row, cell = self.inside
        self.elements.append(element)
        self.parents.append(above)
        self.ends.append(0)
        self.first.append(len(self.lines))
        self.last.append(0)
        if mark is not None:
            self.marks[number] = mark
            self.around[number] = reason
            if mark.reason:
                reason = number
        if kind & tags.BLOCK:
            block, tag = number, _set_as(element) if "style" in keys or "align" in keys else element.tag
            self.breaks = _APART
            self.media = False
            if kind & tags.ROW:
                row = number
            elif kind & tags.CELL:
                cell = number
        self.inside = (number, block, tag, reason, row, cell)
        return number

    def end(self, number: int, kind: int, tag: str) -> None:
        """End an element that counts."""
        if self.buffer:
            self.flush()
        lines = len(self.lines)
        self.ends[number] = len(self.elements)
        self.last[number] = lines
        if 0 < lines - self.first[number] <= _PICTURED:
            self.picture(number, tag)
        if kind & tags.BLOCK:
            self.breaks = _APART

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
    walk.over(nodes)
    spans = (tuple(walk.ends), tuple(walk.first), tuple(walk.last))
    lines = _unlinked(walk.lines)
    return Outline(tuple(walk.elements), tuple(walk.parents), *spans, lines, walk.marks, walk.around)


def _set_as(element: HtmlElement) -> str:
    """The tag of a block; by its style `pre` where line ends count, `center` for a paragraph set in the middle."""
    style = element.get("style", "")
    if _KEPT.search(style):
        return "pre"
    centred = _CENTRED.search(style) or element.get("align", "").lower() == "center"
    return "center" if centred and element.tag in _PLAIN else str(element.tag)


def _pass_over(element: HtmlElement, walked: Iterator[HtmlElement]) -> None:
    """Nothing inside of an element counts."""
    if len(element):
        deque(islice(walked, sum(1 for _ in element.iterdescendants())), maxlen=0)


def _is_menu(element: HtmlElement) -> bool:
    """Whether an element has many links and hardly a paragraph or break: a third of all elements stand in menus."""
    if next(islice(element.iter("a"), _LINKS, None), None) is None:
        return False
    if next(islice(element.iter("p", "br"), _MENU, None), None) is not None:
        return False
    return not _tells_more(element)


def _unlinked(lines: list[Line]) -> tuple[Line, ...]:
    """The lines without their links where all of the page is one: an `<a>` that was never closed says nothing."""
    if sum(line.linked for line in lines) < _ALL * sum(len(line.text) for line in lines):
        return tuple(lines)
    return tuple(line._replace(linked=0) for line in lines)
