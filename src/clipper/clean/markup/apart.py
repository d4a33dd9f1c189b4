"""Bodies that no run of prose shows: in two halves with a list of links between them; a list of appointments or
obituaries, which has no sentence at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from clipper.clean.markup.outline import Line, Outline

_ITEM = re.compile(r"[▲△◇◆■□●○▶▷◎※<〈](?=.*[가-힣]{2})")
_ITEMS = 30.0  # characters of a list that is an article
_HEADINGS = ("h1", "h2", "h3", "h4")


def halves(page: Outline, node: int, prose: Sequence[float], tells: Callable[[str], bool]) -> int:
    """The element around `node` and another like it, its other half; `node` itself without one.

    `prose` are running sums over the lines; `tells` says whether a text is about what the page's title is. What else
    stands in the element around them holds no prose.
    """
    around = page.parents[node]
    if around < 0 or _inside(page, around, prose) <= _inside(page, node, prose):
        return node
    element = page.elements[node]
    told = [child for child in _children(page, around) if _inside(page, child, prose)]
    for child in told:
        other = page.elements[child]
        alike = other.tag == element.tag and other.get("class") == element.get("class")
        lines = page.lines[page.first[child] : page.last[child]]
        if not alike or (child != node and (_is_headed(lines) or not any(tells(line.text) for line in lines))):
            return node
    return around


def items(page: Outline, judge: Callable[[str], str | None]) -> list[float]:
    """The worth of each line of a list of appointments: characters of what begins with a bullet and is no link; nothing
    at all where all of it is less than an article."""
    found = [float(len(line.text)) if _is_item(line) and judge(line.text) is None else 0.0 for line in page.lines]
    return found if sum(found) >= _ITEMS else [0.0] * len(found)


def _is_item(line: Line) -> bool:
    return not line.linked and _ITEM.match(line.text) is not None


def _is_headed(lines: Sequence[Line]) -> bool:
    return any(line.tag in _HEADINGS for line in lines)


def _children(page: Outline, node: int) -> list[int]:
    return [number for number in range(node + 1, page.ends[node]) if page.parents[number] == node]


def _inside(page: Outline, node: int, prose: Sequence[float]) -> float:
    return prose[page.last[node]] - prose[page.first[node]]
