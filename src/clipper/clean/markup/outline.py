"""A page as numbered elements and lines of text, each line with the block that holds it: what `walk` makes of a tree.

Everything after the walk works on arrays: elements are numbered in document order, a subtree is a range of numbers, and
the lines of a subtree are a slice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from clipper.clean.markup.marks import Mark


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
