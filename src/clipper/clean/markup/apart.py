"""Bodies that are no single element: some children of one that also holds comments and lists; two halves with a list of
links between them; a list of appointments or obituaries, which has no sentence at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from clipper.clean.markup.prose import inside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from clipper.clean.markup.outline import Line, Outline

_ITEM = re.compile(r"[▲△◇◆■□●○▶▷◎※<〈](?=.*[가-힣]{2})")
_ITEMS = 30.0  # characters of a list that is an article
_HEADINGS = ("h1", "h2", "h3", "h4")
_NEAR = 40  # lines around a run that may go on with it
_GAP = 2  # lines between the halves of an article that need no word of its title
_SHARE = 0.3  # of a page's prose that an element must hold to hold the article


class Run(NamedTuple):
    """Neighbouring children and lines of one element `node`: lines `first:last`, their prose, and it less what they
    cost."""

    score: float
    prose: float
    first: int
    last: int
    node: int = -1


def best_run(page: Outline, prose: Sequence[float], net: Sequence[float]) -> Run:
    """The neighbours with the most prose for the least furniture; `prose` and `net` are running sums over the lines."""
    best = Run(0.0, 0.0, 0, 0)
    for node in range(len(page.elements)):
        if inside(page, node, prose) >= max(_SHARE * prose[-1], 1.0):
            best = max(best, _run_in(page, node, prose, net))
    return best


def _run_in(page: Outline, node: int, prose: Sequence[float], net: Sequence[float]) -> Run:
    best, low = Run(0.0, 0.0, 0, 0), page.first[node]
    for at in _bounds(page, node):
        if net[at] - net[low] > best.score:
            best = Run(net[at] - net[low], prose[at] - prose[low], low, at, node)
        if net[at] <= net[low]:
            low = at
    return best


def stretched(page: Outline, run: Run, prose: Sequence[float]) -> tuple[int, int]:
    """The first line of a run and the one after its last, with the lines around that are set like its prose: behind links
    in between goes on what the same element says itself, or in the same kind of paragraph."""
    numbers = range(run.first, run.last)
    kinds = {_kind(page, run.node, page.lines[n]) for n in numbers if prose[n + 1] > prose[n]} - {None}
    first, last = run.first, run.last
    for number in range(run.last, min(page.last[run.node], run.last + _NEAR)):
        line = page.lines[number]
        if _kind(page, run.node, line) in kinds and not line.linked:
            last = number + 1
        elif prose[number + 1] > prose[number]:
            break
    for number in range(run.first - 1, max(page.first[run.node], run.first - _NEAR) - 1, -1):
        if prose[number + 1] > prose[number]:
            if _kind(page, run.node, page.lines[number]) not in kinds:
                break
            first = number
    return first, last


def _kind(page: Outline, node: int, line: Line) -> tuple[str, str | None] | None:
    """How a line is set inside an element: as its own text or a plain paragraph, or in one of some tag and class; None
    deeper inside."""
    if line.node == node:
        return "p", None
    element = page.elements[line.node]
    return (element.tag, element.get("class")) if page.parents[line.node] == node else None


def _bounds(page: Outline, node: int) -> list[int]:
    """The numbers of the lines at which a child of an element, or a line of its own, begins; at last where it ends."""
    found: list[int] = []
    at = page.first[node]
    for child in _children(page, node):
        found.extend(range(at, page.first[child] + 1))
        at = page.last[child]
    return [*found, *range(at, page.last[node] + 1)]


def halves(page: Outline, node: int, prose: Sequence[float], tells: Callable[[str], bool]) -> int:
    """The element around `node` and another like it, its other half; `node` itself without one.

    `prose` are running sums over the lines; `tells` says whether a text is about what the page's title is. What else
    stands in the element around them holds no prose.
    """
    around = page.parents[node]
    if around < 0 or inside(page, around, prose) <= inside(page, node, prose):
        return node
    others = [child for child in _children(page, around) if child != node and inside(page, child, prose)]
    if all(_is_half(page, node, other, tells) for other in others):
        return around
    return node


def _is_half(page: Outline, node: int, other: int, tells: Callable[[str], bool]) -> bool:
    """Whether an element is set like `node` and, without a heading of its own, goes on with it: right behind it, or with
    words of the title."""
    lines = page.lines[page.first[other] : page.last[other]]
    if not _alike(page, node, other) or _is_headed(lines):
        return False
    gap = max(page.first[other] - page.last[node], page.first[node] - page.last[other])
    named = page.elements[node].tag != "div" or page.elements[node].get("class") is not None
    return (named and gap <= _GAP) or any(tells(line.text) for line in lines)


def has_like(page: Outline, node: int, prose: Sequence[float]) -> bool:
    """Whether another child of the element around `node` is set like it, has prose and no heading."""
    others = (child for child in _children(page, page.parents[node]) if child != node and _alike(page, node, child))
    return any(inside(page, n, prose) and not _is_headed(page.lines[page.first[n] : page.last[n]]) for n in others)


def _alike(page: Outline, node: int, other: int) -> bool:
    one, two = page.elements[node], page.elements[other]
    return bool(one.tag == two.tag and one.get("class") == two.get("class"))


def items(page: Outline, judge: Callable[[str], str | None]) -> list[float]:
    """The worth of each line of a list of appointments: characters of what begins with a bullet and is no link; nothing
    at all where all of it is less than an article."""
    found = [float(len(line.text)) if _is_item(line) and judge(line.text) is None else 0.0 for line in page.lines]
    return found if sum(found) >= _ITEMS else [0.0] * len(found)


def _is_item(line: Line) -> bool:
    return not line.linked and _ITEM.match(line.text) is not None


def _is_headed(lines: Sequence[Line]) -> bool:
    return any(line.tag in _HEADINGS for line in lines)


def _children(page: Outline, node: int) -> Iterator[int]:
    """The numbers of an element's children, each reached past all that the one before it holds."""
    child = node + 1
    while child < page.ends[node]:
        yield child
        child = page.ends[child]
