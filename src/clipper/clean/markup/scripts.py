"""Bodies that stand only in script JSON: JSON-LD, Fusion, `__NEXT_DATA__`, flight data, any `state = {...}`, JSON in JSON.

The JSON is read like a page: its containers are elements, its Korean strings lines, and the container with the most
prose for the least other text is the article. Keys that hold captions, other articles or descriptions do not count.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from lxml import html as lxml_html
from lxml.etree import ParserError

from clipper.clean.markup.literals import literals, loaded, revived
from clipper.clean.markup.outline import Line
from clipper.clean.markup.prose import worths_of
from clipper.clean.markup.walk import outline
from clipper.clean.text import flat
from clipper.data import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_DECODER = json.JSONDecoder(strict=False)
_ASSIGNED = re.compile(r"""(?:=|\(|["']?:)\s{0,8}(?=[{\[]["{\[])""")
_FLIGHT = "self.__next_f.push("
_FLIGHT_ROW = re.compile(r"^[0-9a-f]+:(?:T([0-9a-f]+),|[A-Z]*)", re.MULTILINE)
_HANGUL = re.compile("[가-힣]")
_MARKUP = re.compile(r"<(?:p|br|div|span|strong|b|a|img|h[1-6])\b|&[a-z]{2,6};", re.IGNORECASE)
_TRIES = 40
_SMALL = 400
_SHORT_TITLE = 4
_MAX_NODES = 400_000
_CONTAINERS = (dict, list)


@dataclass(frozen=True, slots=True)
class Found:
    """The lines of a body found in JSON, how much prose they are, the object that holds
    them, and whether that object bears the title of the page."""

    lines: tuple[Line, ...]
    prose: float
    holder: dict[str, Any]
    named: bool = False


def script_body(root: HtmlElement, title: str | None = None) -> Found | None:
    """The article in the page's script JSON, None where there is none: first one whose object bears the page's title,
    then the one with the most prose."""
    best = None
    for value in script_values(root):
        found = in_value(value, title)
        if found is not None and (best is None or (found.named, found.prose) > (best.named, best.prose)):
            best = found
    return best


def script_values(root: HtmlElement) -> Iterator[Any]:
    """Every JSON value in the scripts of a page that is big enough to hold an article."""
    flight: list[str] = []
    for script in root.iter("script"):
        text = script.text or ""
        if _FLIGHT in text:  # pieces of one text, however small
            flight.extend(_flight_pieces(text))
        elif len(text) >= _SMALL and (_is_korean(text) or "\\u" in text):
            yield from _values(text)
    if flight:
        yield from _flight_values("".join(flight))


def _values(text: str) -> Iterator[Any]:
    start = text.lstrip()[:1]
    if start in ("{", "["):
        value, _ = _decode(text, len(text) - len(text.lstrip()))
        if value is not None:
            yield revived(value)
            return
    at = tries = found = 0
    while tries < _TRIES and (match := _ASSIGNED.search(text, at)) is not None:
        value, end = _decode(text, match.end())
        if value is None:
            tries += 1
            at = match.end()
        else:
            at = end
            found += 1
            yield value
    if not found:
        yield from literals(text)


def _decode(text: str, at: int) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except (ValueError, RecursionError):
        return None, at


def _flight_pieces(text: str) -> Iterator[str]:
    at = 0
    while (at := text.find(_FLIGHT, at)) >= 0:
        at += len(_FLIGHT)
        value, at = _decode(text, at)
        if isinstance(value, list) and len(value) > 1 and isinstance(value[1], str):
            yield value[1]


def _flight_values(text: str) -> Iterator[Any]:
    """The rows of React flight data: `id:JSON`, or `id:Tlength,` and that many bytes of text."""
    at = 0
    while (match := _FLIGHT_ROW.search(text, at)) is not None:
        if match[1]:
            size = int(match[1], 16)
            piece = text[match.end() : match.end() + size].encode("utf-8")[:size].decode("utf-8", "ignore")
            at = match.end() + len(piece)
            yield {"text": piece}
        else:
            value, at = _decode(text, match.end())
            if value is None:
                at = match.end()
            else:
                yield value


def in_value(value: Any, title: str | None = None) -> Found | None:
    """The article inside one JSON value. Where objects say that they are articles, it is one of these."""
    tree = _flatten(value)
    if not tree.lines:
        return None
    sums = _sums(tree)
    owner = _owners(tree)
    nodes = [node for node in range(len(tree.nodes)) if owner[node] >= 0] or range(len(tree.nodes))

    bears = {number: number >= 0 and _bears(tree.nodes[number], title) for number in set(owner)}

    def rank(node: int) -> tuple[bool, float, int]:
        return bears[owner[node]], sums[1][node], node

    best = max(nodes, key=rank)
    holder = tree.nodes[owner[best]] if owner[best] >= 0 else {}
    lines = tuple(tree.lines[tree.first[best] : tree.last[best]])
    return Found(lines, sums[0][best], holder, bears[owner[best]]) if sums[0][best] > 0 else None


def _sums(tree: _Tree) -> tuple[list[float], list[float]]:
    """Per node its prose, and its prose less its other text."""
    worths = worths_of(tree.lines)
    worth = [0.0, *accumulate(worths)]
    other = (0.0 if good else float(len(line.text)) for good, line in zip(worths, tree.lines, strict=True))
    waste = [0.0, *accumulate(other)]
    spans = list(zip(tree.first, tree.last, strict=True))
    mass = [worth[last] - worth[first] for first, last in spans]
    return mass, [m - (waste[last] - waste[first]) for m, (first, last) in zip(mass, spans, strict=True)]


def _owners(tree: _Tree) -> list[int]:
    """Per node the number of the nearest object around it (or itself) that names itself an article, -1 without one."""
    keys = words("script_keys", "key")
    owner: list[int] = []
    for number, node in enumerate(tree.nodes):
        named = isinstance(node, dict) and bool(keys & node.keys()) and tree.last[number] > tree.first[number]
        parent = tree.parents[number]
        owner.append(number if named else owner[parent] if parent >= 0 else -1)
    return owner


def _bears(holder: dict[str, Any], title: str | None) -> bool:
    """Whether the object's title is the page's."""
    if not title or not holder:
        return False
    wanted = flat(title)
    values = [holder[key] for key in words("script_keys", "key") if key in holder]
    texts = [text for value in values for text in (value.values() if isinstance(value, dict) else (value,))]
    keys = [flat(text) for text in texts if isinstance(text, str) and len(text) > _SHORT_TITLE]
    return any(key and (key in wanted or wanted in key) for key in keys)


@dataclass(slots=True)
class _Tree:
    """The containers and Korean strings of a JSON value in document order, and the slice of lines inside each."""

    nodes: list[Any]
    parents: list[int]
    first: list[int]
    last: list[int]
    lines: list[Line]


def _flatten(value: Any) -> _Tree:
    tree = _Tree([], [], [], [], [])
    skipped = words("script_skipped", "key")
    stack: list[tuple[Any, bool]] = [(value, False)]
    around: list[int] = []
    while stack and len(tree.nodes) < _MAX_NODES:
        node, done = stack.pop()
        if done:
            tree.last[around.pop()] = len(tree.lines)
        elif isinstance(node, str) and (inner := loaded(node)) is None:
            tree.parents.append(around[-1] if around else -1)
            tree.nodes.append(node)
            tree.first.append(len(tree.lines))
            tree.lines.extend(text_lines(node))
            tree.last.append(len(tree.lines))
        else:
            node = inner if isinstance(node, str) else node
            tree.parents.append(around[-1] if around else -1)
            around.append(len(tree.nodes))
            tree.nodes.append(node)
            tree.first.append(len(tree.lines))
            tree.last.append(len(tree.lines))
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(_children(node, skipped)) if _holds_text(child))
    for number in around:
        tree.last[number] = len(tree.lines)
    return tree


def _children(node: Any, skipped: frozenset[str]) -> list[Any]:
    if isinstance(node, dict):
        return [value for key, value in node.items() if key.lower() not in skipped]
    return list(node)


def _holds_text(value: Any) -> bool:
    if isinstance(value, str):
        return len(value) > 1 and _is_korean(value)
    return isinstance(value, _CONTAINERS) and bool(value)


def _is_korean(text: str) -> bool:
    return not text.isascii() and _HANGUL.search(text) is not None


def text_lines(text: str) -> list[Line]:
    """A string of JSON as lines, read as markup where it holds some."""
    if ("<" in text or "&" in text) and _MARKUP.search(text):
        try:
            page = outline(list(lxml_html.fragment_fromstring(text, create_parent="div").iter()))
            return [line for line in page.lines if page.reason(line) != "caption"]
        except (ParserError, ValueError):
            pass
    pieces = (" ".join(piece.split()) for piece in text.splitlines())
    return [Line(piece, 0, 0, -1, "p") for piece in pieces if piece]
