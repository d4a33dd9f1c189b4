"""Blocks that are other articles, told by their shape: a linked headline with a lead below it, again and again; or the
next article, loaded below the one that was asked for."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from clipper.clean.markup.prose import inside
from clipper.clean.stamps import stamps_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from clipper.clean.markup.outline import Line, Outline

_MOST = 8  # lines of one teaser
_REMARKED = frozenset(("timestamp", "comments", "view_counter"))
_SIGNED = 40  # characters of a line that tells who commented when
_ROW = 3  # blocks of one shape that make a list
_ENOUGH = 100.0  # prose of a whole article
_HEADING, _BOX = 20, 0.5  # characters of a box's heading, and the most of a page's prose that a box holds
_SUMMARY = re.compile(r"(?:AI|뉴스|기사|핵심|본문|세\s?줄|3줄|한\s?줄)\s?(?:자동\s?|뉴스\s?|기사\s?)?요약\S{0,3}|요약봇")
_ITEMS = frozenset(("li", "dl", "tr"))


def few_lines(page: Outline) -> list[int]:
    """Numbers of the elements that have more than one line, and not more than one teaser has."""
    return [node for node, (a, b) in enumerate(zip(page.first, page.last, strict=True)) if 1 < b - a <= _MOST]


def teasers(page: Outline, nodes: Sequence[int]) -> list[int]:
    """Those of some elements that are teasers: first line all link, more text below, and others like it beside."""
    linked = [line.linked > 0 and is_all_link(line) for line in page.lines]
    shaped = [node for node in nodes if _is_shaped(page, node, linked)]
    beside = Counter(page.parents[node] for node in shaped)
    return [
        node
        for node in shaped
        if beside[page.parents[node]] >= (_ROW - 1 if page.elements[node].tag in _ITEMS else _ROW)
    ]


def _is_shaped(page: Outline, node: int, linked: Sequence[bool]) -> bool:
    """Whether an element begins with a headline that is a link; `linked` tells it of each line of the page."""
    first, last = page.first[node], page.last[node]
    if last - first > 2 and page.lines[first].text.isdecimal():
        first += 1  # its rank
    return linked[first] and not all(linked[first + 1 : last])


def remarks(
    page: Outline, nodes: Sequence[int], prose: list[float], judge: Callable[[str], str | None]
) -> list[int]:
    """Those of some elements that are readers' comments: alike in tag and class, one below the other, each with a line
    that tells when, how often liked or how to answer.

    `prose` are running sums over the lines; `judge` gives the reason against a line, and is asked only where there is
    any prose.
    """
    found = _said_in_one_line(page, prose)
    beside = Counter(page.parents[node] for node in nodes)
    for group in _alike(page, (node for node in nodes if beside[page.parents[node]] > _ROW)):
        if len(group) <= _ROW or not any(inside(page, node, prose) for node in group):
            continue
        texts = ((line.text for line in page.lines[page.first[node] : page.last[node]]) for node in group)
        signed = sum(any(_is_signed(text) or judge(text) in _REMARKED for text in lines) for lines in texts)
        if signed * 5 >= len(group) * 4:
            found.extend(group)
    return found


def _said_in_one_line(page: Outline, prose: list[float]) -> list[int]:
    """Items of a list of one line each that tells who said it when, and goes on: `gil** 2031.01.16 10:20 물을 아껴야 …`."""
    lines = [line for n, line in enumerate(page.lines) if prose[n + 1] > prose[n] and line.tag in _ITEMS]
    if len(lines) <= _ROW:
        return []
    said = [line.node for line in lines if any(stamp.has_time and stamp.start for stamp in stamps_in(line.text[:_SIGNED]))]
    return [node for group in _alike(page, said) if len(group) > _ROW for node in group]


def _alike(page: Outline, nodes: Iterable[int]) -> Iterable[list[int]]:
    """Elements in groups that share parent, tag and class."""
    groups: dict[tuple[int, str, str | None], list[int]] = {}
    for node in nodes:
        element = page.elements[node]
        groups.setdefault((page.parents[node], element.tag, element.get("class")), []).append(node)
    return groups.values()


def _is_signed(text: str) -> bool:
    """Whether a short line tells who wrote when: `gildong** 2031.01.16. 10:20`."""
    return len(text) <= _SIGNED and bool(stamps_in(text))


def summaries(page: Outline, prose: list[float]) -> list[int]:
    """Elements that a heading calls a summary by machine, with what stands below it: the article said twice.

    `prose` are running sums over the lines.
    """
    found = []
    for number, line in enumerate(page.lines):
        if len(line.text) > _HEADING or "요약" not in line.text or not _SUMMARY.fullmatch(line.text):
            continue
        node, box = line.node, -1
        while node > 0 and page.first[node] == number and inside(page, node, prose) <= _BOX * prose[-1]:
            box = node if page.last[node] > number + 1 else box
            node = page.parents[node]
        found.extend([box] if box > 0 else [])
    return found


def is_all_link(line: Line) -> bool:
    """Whether a line is a link from end to end (but for its rank), and not a whole sentence."""
    plain = len(line.text) - line.linked
    ranked = line.linked > 0 and plain <= len("10.") and line.text[:1].isdecimal()
    return (plain * 20 <= len(line.text) or ranked) and not line.text.endswith(".")


def twins(page: Outline, node: int, prose: list[float]) -> list[int]:
    """Elements inside `node`, alike in tag and class, each with a heading and prose of its own: whole articles.

    `prose` are running sums over the lines. Empty where `node` holds but one article.
    """
    parents = set(_down(page, node, prose))
    inside = range(node + 1, page.ends[node])
    articles = (child for child in inside if page.parents[child] in parents and _is_article(page, child, prose))
    return next((alike for alike in _alike(page, articles) if len(alike) > 1), [])


def _down(page: Outline, node: int, prose: list[float]) -> list[int]:
    """The element and the only children that hold nearly all of its prose, outermost first."""
    chain = [node]
    total = inside(page, node, prose)
    for child in range(node + 1, page.ends[node]):
        if page.parents[child] == chain[-1] and inside(page, child, prose) >= 0.9 * total:
            chain.append(child)
    return chain


def _is_article(page: Outline, node: int, prose: list[float]) -> bool:
    """Whether the first or second line of an element is a heading, with prose below."""
    head = page.lines[page.first[node] : min(page.first[node] + 3, page.last[node])]
    return inside(page, node, prose) >= _ENOUGH and any(line.tag in ("h1", "h2", "h3") for line in head)
