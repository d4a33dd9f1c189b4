"""Which element holds the article: the one with the most prose for the least furniture.

The score of an element is its prose (characters of lines that read like Korean news sentences, outside links) less a
part of everything else in it, the way a best subsequence is found: a wrapper that adds the second half of the article
wins over its first half, one that adds only menus and teasers loses. Names of classes break ties and decide short ones.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from clipper.clean.markup.apart import Run, best_run, halves, has_like, items, stretched
from clipper.clean.markup.prose import keys_of, worths_of
from clipper.clean.markup.teasers import few_lines, remarks, summaries, teasers, twins
from clipper.clean.text import flat
from clipper.data import table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from clipper.clean.markup.outline import Line, Outline

_PLAIN, _LINKED = 0.7, 0.6  # what a character of furniture costs, and what it costs more inside a link
_SHORT = 15  # characters
_FLOOR = 20.0  # less prose than this is no article, unless a name says so
# Reasons that hold however much prose a part has; with another reason it can't be most of the page.
_STRONG = frozenset(("comments", "related", "ranking", "navigation", "noscript", "footer", "copyright"))
_MOST = 0.4
_SHARED = 2  # words of the headline that an article says again
_FEW = 500.0  # on a page with less prose in all, the words of the headline count
_SHARING = 3.0
_BEHIND = 0.35
_MAIN = 0.6
# How much more prose neighbours have than any element, or than one with a name; how much less it is worth than theirs.
_MORE, _MORE_NAMED, _LESS, _SPARED = 1.25, 2.0, 0.8, 80.0
_LINKS = 0.3
_ENOUGH = 120.0  # with more prose than this outside of all furniture, furniture is what it says


@dataclass(frozen=True, slots=True)
class Body:
    """The first line of the body and the one after its last, its prose, per line of the page the reason of the markup
    against it, and whether the prose shares words with the page's title (where it has one)."""

    first: int
    last: int
    prose: float
    reasons: dict[int, str]
    told: bool = True


class _Sums:
    """Prose and furniture of every subtree in constant time, from running sums over the lines."""

    def __init__(self, page: Outline, worths: list[float], reasons: dict[int, str]) -> None:
        self.page = page
        worth = [0.0 if number in reasons else value for number, value in enumerate(worths)]
        cost = (_PLAIN * len(line.text) + _LINKED * line.linked for line in page.lines)
        gain = (worth[n] or (0.0 if n in reasons else -lost) for n, lost in enumerate(cost))
        self.worth = [0.0, *accumulate(worth)]
        self.net = net = [0.0, *accumulate(gain)]
        self.scores = [net[last] - net[first] for first, last in zip(page.first, page.last, strict=True)]

    def prose(self, node: int) -> float:
        return self.worth[self.page.last[node]] - self.worth[self.page.first[node]]

    def counts(self, number: int) -> bool:
        """Whether a line is prose here."""
        return self.worth[number + 1] > self.worth[number]


def find_body(page: Outline, judge: Callable[[str], str | None], title: str | None = None) -> Body | None:
    """The element that holds the article, None where nothing on the page reads like one.

    `judge` gives the reason against a line by its text alone; lines with one count as no prose. `title` is the page's.
    """
    worths = worths_of(page.lines)
    worths = [0.0 if worth and judge(line.text) else worth for worth, line in zip(worths, page.lines, strict=True)]
    if sum(worths) < _FEW and title:
        worths = _by_title(page.lines, worths, title)
    reasons = _reasons(page, worths, _shaped(page, worths, judge, title))
    sums = _Sums(page, worths, reasons)
    first, last = _found(page, sums, _choose(page, sums), title)
    worth = sums.worth[last] - sums.worth[first]
    if worth > 0 and (worth >= _FLOOR or any(mark.body for mark in page.marks.values())):
        return Body(first, last, worth, reasons, _tells(page, sums, range(first, last), title))
    lists = [node for node, mark in page.marks.items() if mark.body and _size(page, node, reasons) > _SHORT]
    if lists:
        return Body(page.first[lists[0]], page.last[lists[0]], 0.0, reasons)
    return _listed(page, items(page, judge), reasons)


def _found(page: Outline, sums: _Sums, node: int, title: str | None) -> tuple[int, int]:
    """The first line of the article at the best element, and the one after its last: of several articles one, of an
    article in two halves both, of one that no element holds the run of lines that is it."""
    alike = twins(page, node, sums.worth)
    if alike:
        own = next((one for one in alike if _bears(page, one, title)), alike[0])
        whole = _best(sums, _subtree(page, own))
    else:
        keys = keys_of(title or "")
        whole = halves(page, node, sums.worth, lambda text: bool(keys & keys_of(text)))
    best = _trim(page, sums, whole, title)
    piece = not _is_named(page, best) or has_like(page, best, sums.worth)
    if whole == node and (piece or not page.marks[best].sure):
        run = best_run(page, sums.worth, sums.net)
        more = run.prose >= (_MORE if piece else _MORE_NAMED) * sums.prose(best)
        if more or (piece and _spares(page, sums, best, run)):
            return stretched(page, run, sums.worth)
    return page.first[best], page.last[best]


def _spares(page: Outline, sums: _Sums, node: int, run: Run) -> bool:
    """Whether a run leaves much of an element out, and a good part of that is links: lists below the article."""
    if sums.scores[node] > min(run.score - _SPARED, _LESS * run.score):
        return False
    left = [*page.lines[page.first[node] : run.first], *page.lines[run.last : page.last[node]]]
    return sum(line.linked for line in left) >= _LINKS * sum(len(line.text) for line in left)


def _listed(page: Outline, worths: list[float], reasons: dict[int, str]) -> Body | None:
    """The element that holds a list of appointments, on a page without prose."""
    if not any(worths):
        return None
    sums = _Sums(page, worths, reasons)
    best = _best(sums, _subtree(page, 0))
    return Body(page.first[best], page.last[best], 0.0, reasons) if sums.scores[best] > 0 else None


def _size(page: Outline, node: int, reasons: dict[int, str]) -> int:
    """Characters of text and captions inside an element: a named body of appointments or of a photograph has no prose."""
    span = range(page.first[node], page.last[node])
    return sum(len(page.lines[n].text) for n in span if reasons.get(n, "caption") == "caption")


def _choose(page: Outline, sums: _Sums) -> int:
    """The best element of all, or the best that a name or an outlet's file points at, where that is not far behind."""
    best = _best(sums, _holders(page, sums))
    named = [node for node, mark in page.marks.items() if mark.body and sums.prose(node) > 0]
    sure = [node for node in named if page.marks[node].sure]
    if not named:
        return best
    inner = _first(sums, sure) if sure else _best(sums, _subtree(page, _first(sums, named)))
    return inner if sums.prose(inner) * 3 >= sums.prose(best) else best


def _holders(page: Outline, sums: _Sums) -> Sequence[int]:
    """The elements that can hold an article: those with more prose than furniture, if there are any."""
    pieces = _pieces()
    above = [node for node, score in enumerate(sums.scores) if score > 0 and page.elements[node].tag not in pieces]
    others = above or [node for node, element in enumerate(page.elements) if element.tag not in pieces]
    return others or range(len(page.elements))


def _trim(page: Outline, sums: _Sums, node: int, title: str | None) -> int:
    """The descendant with most of an element's prose, where the rest shares no word with the headline and is not set like
    it: notices of the site in full sentences are not the article."""
    keys = keys_of(title or "")
    for child in range(node + 1, page.ends[node]) if keys else ():
        if page.parents[child] == node and _may_be_all(page, sums, child) and not _is_named(page, node):
            outside = [*range(page.first[node], page.first[child]), *range(page.last[child], page.last[node])]
            told = any(keys & keys_of(page.lines[number].text) for number in outside if sums.counts(number))
            if not told and not has_like(page, child, sums.worth):
                node = child
    return node


def _may_be_all(page: Outline, sums: _Sums, node: int) -> bool:
    """Whether an element holds most of the prose of the one around it, and can hold an article."""
    whole = sums.prose(page.parents[node])
    return sums.prose(node) >= _MAIN * whole and page.elements[node].tag not in _pieces()


def _is_named(page: Outline, node: int) -> bool:
    """Whether a name or an outlet's file points at an element."""
    return node in page.marks and page.marks[node].body


def _tells(page: Outline, sums: _Sums, numbers: Iterable[int], title: str | None) -> bool:
    """Whether the prose of some lines shares two words with the title."""
    keys = keys_of(title or "")
    shared: set[str] = set()
    for number in numbers:
        if len(shared) >= _SHARED:
            break
        if sums.counts(number):
            shared |= keys & keys_of(page.lines[number].text)
    return len(keys) < _SHARED or len(shared) >= _SHARED


def _first(sums: _Sums, nodes: Sequence[int]) -> int:
    """The first element that is not far behind the best: pages load the next articles below the one asked for."""
    best = max(sums.scores[node] for node in nodes)
    return next(node for node in nodes if sums.scores[node] >= _BEHIND * best)


def _by_title(lines: Sequence[Line], worths: Sequence[float], title: str) -> list[float]:
    """On a page with little prose, a line that shares words with the headline is worth more than one that does not."""
    keys = keys_of(title)
    shared = [len(keys & keys_of(line.text)) for line in lines]
    return [worth * _SHARING if count > 1 else worth for worth, count in zip(worths, shared, strict=True)]


def _bears(page: Outline, node: int, title: str | None) -> bool:
    """Whether one of the first lines of an element is the page's title, or begins it."""
    heads = [flat(line.text) for line in page.lines[page.first[node] : page.first[node] + 3]]
    return bool(title) and any(len(head) > _SHORT // 2 and flat(title or "").startswith(head) for head in heads)


@cache
def _pieces() -> frozenset[str]:
    return frozenset(table("markup")["pieces"].split())


def _best(sums: _Sums, nodes: Iterable[int]) -> int:
    scores = sums.scores
    return max(nodes, key=lambda node: (scores[node], node))


def _subtree(page: Outline, node: int) -> Iterator[int]:
    """The numbers of an element and of all inside it that can hold an article."""
    pieces = _pieces()
    yield node
    for number in range(node + 1, page.ends[node]):
        if page.elements[number].tag not in pieces:
            yield number


def _shaped(
    page: Outline, worths: list[float], judge: Callable[[str], str | None], title: str | None
) -> dict[int, str]:
    """Elements that their shape tells of, each with its reason: teasers, summaries, comments."""
    total = [0.0, *accumulate(worths)]
    nodes = few_lines(page)
    readers = remarks(page, nodes, total, judge)
    found = dict.fromkeys(_others(page, teasers(page, nodes), worths, title), "related")
    if readers and sum(_own(page, worths, readers)) >= _FLOOR:
        found |= dict.fromkeys(readers, "comments")
    return found | dict.fromkeys(summaries(page, total), "widget")


def _others(page: Outline, nodes: list[int], worths: Sequence[float], title: str | None) -> list[int]:
    """The elements, where the page has an article besides them: most of the prose, or enough that shares words with
    the headline. A digest of the day is made of teasers."""
    if not nodes:
        return nodes
    own = _own(page, worths, nodes)
    rest = sum(own)
    if rest * 2 > sum(worths):
        return nodes
    keys = keys_of(title or "")
    shared = set().union(*(keys & keys_of(line.text) for line, worth in zip(page.lines, own, strict=True) if worth))
    return nodes if rest >= _ENOUGH and len(shared) >= _SHARED else []


def _reasons(page: Outline, worths: list[float], others: dict[int, str]) -> dict[int, str]:
    """Per line number the reason of the marks around it, without marks that would take the article itself; `others`
    are elements that their shape tells of."""
    own = _own(page, worths, others)
    total = [0.0, *accumulate(own)]
    inside = {node: total[page.last[node]] - total[page.first[node]] for node in page.marks}
    bodies = [node for node, mark in page.marks.items() if mark.body and inside[node]]
    furniture = {
        node: mark.reason
        for node, mark in page.marks.items()
        if mark.reason
        and (mark.reason in _STRONG or mark.sure or inside[node] <= _MOST * total[-1])
        and not (bodies and bisect_right(bodies, node) < bisect_left(bodies, page.ends[node]))
    }
    found = _spread(page, furniture, others)
    if sum(worth for number, worth in enumerate(own) if number not in found) < _ENOUGH:
        small = {n: reason for n, reason in furniture.items() if page.marks[n].sure or inside[n] * 2 <= total[-1]}
        found = _spread(page, small, others)
    return found


def _own(page: Outline, worths: Sequence[float], others: Iterable[int]) -> list[float]:
    """The prose of each line that stands outside of some elements."""
    found = list(worths)
    for node in others:
        found[page.first[node] : page.last[node]] = [0.0] * (page.last[node] - page.first[node])
    return found


def _spread(page: Outline, furniture: dict[int, str], others: dict[int, str]) -> dict[int, str]:
    """The reason of each line: that of the inmost marked element around it that stands; `others` are elements that
    their shape tells of."""
    standing = {-1: -1}
    for node in page.marks:  # in document order, so that what is around a mark is settled before it
        standing[node] = node if node in furniture else standing[page.around[node]]
    found = {
        number: furniture[node] for number, line in enumerate(page.lines) if (node := standing[line.mark]) >= 0
    }
    told = others.items()
    return found | {number: reason for node, reason in told for number in range(page.first[node], page.last[node])}
