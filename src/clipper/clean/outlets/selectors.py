"""The few CSS selectors that outlet files need: `tag`, `#id`, `.class`, `[name=value]`, descendants, `@attribute`.

    #title_area                              text of the element
    div.article_view p.date                  a descendant
    .datestamp_time@data-date-time           the value of an attribute

A page is indexed once by the ids and once by the classes in it, so that a selector costs a look-up and not a walk.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from clipper.errors import DataError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_STEP = re.compile(r"(?P<tag>[a-z][a-z0-9-]*|\*)?(?P<rest>(?:#[\w-]+|\.[\w-]+|\[[\w:-]+(?:=[^\]\"']+)?\])*)")
_PART = re.compile(r"(?P<name>[#.][\w-]+)|\[(?P<key>[\w:-]+)(?:=(?P<value>[^\]\"']+))?\]")
_CLASSES = 30  # of one element that are looked at


class Markup:
    """A page as its elements, with those of each `#id` and `.class`."""

    def __init__(self, nodes: Sequence[HtmlElement]) -> None:
        self.nodes = nodes  # all elements and comments in document order

    def named(self, name: str) -> list[HtmlElement]:
        """The elements of a `#id` or `.class`, in document order."""
        bare = name[1:]
        if name[0] == "#":
            return self._ids.get(bare, [])
        if bare not in self._names:
            return []
        found = [numbers for value, numbers in self._classes.items() if bare in value and _has(value, bare)]
        return [self.nodes[number] for number in (found[0] if len(found) == 1 else sorted(chain(*found)))]

    @cached_property
    def _ids(self) -> dict[str, list[HtmlElement]]:
        found = defaultdict(list)
        for element in self.nodes:
            if own := element.get("id"):
                found[own].append(element)
        return found

    @cached_property
    def _classes(self) -> dict[str, list[int]]:
        """Numbers of elements by the whole of their class attribute: of these there are few, of elements many."""
        found = defaultdict(list)
        for number, element in enumerate(self.nodes):
            if classes := element.get("class"):
                found[classes].append(number)
        return found

    @cached_property
    def _names(self) -> frozenset[str]:
        """Every class of the page."""
        return frozenset(" ".join(self._classes).split())


def _has(classes: str, name: str) -> bool:
    """Whether a class attribute has a name among the first."""
    return name in classes.split()[:_CLASSES]


@dataclass(frozen=True, slots=True)
class Step:
    """What one element must be: its tag (None: any), its `#id` and `.class` names, its attributes."""

    tag: str | None
    names: tuple[str, ...]
    attributes: tuple[tuple[str, str | None], ...]

    def elements(self, page: Markup) -> list[HtmlElement]:
        """The elements of a page that are as the step says, in document order."""
        if not page.nodes:
            return []
        found = page.named(self.names[0]) if self.names else page.nodes[0].iter(self.tag or "*")
        return [element for element in found if self._fits(element)]

    def _fits(self, element: HtmlElement) -> bool:
        """Whether an element that bears the first name is as the step says."""
        if self.tag and element.tag != self.tag:
            return False
        return all(_bears(element, name) for name in self.names[1:]) and all(
            key in element.attrib if value is None else element.get(key) == value for key, value in self.attributes
        )


def _bears(element: HtmlElement, name: str) -> bool:
    return element.get("id") == name[1:] if name[0] == "#" else _has(element.get("class", ""), name[1:])


@dataclass(frozen=True, slots=True)
class Selector:
    """A selector as steps from the outermost; `attribute` is None where the text of the element is asked for."""

    steps: tuple[Step, ...]
    attribute: str | None

    def elements(self, page: Markup) -> list[HtmlElement]:
        """The elements it selects, in document order."""
        *outer, last = self.steps
        rooms = [frozenset(step.elements(page)) for step in outer]
        found = last.elements(page) if all(rooms) else []
        return [element for element in found if _is_inside(element, rooms)] if rooms else found

    def value(self, page: Markup) -> str | None:
        """The text or attribute of the first element that has one."""
        for element in self.elements(page):
            text = element.get(self.attribute) if self.attribute else "".join(element.itertext())
            if text and text.strip():
                return " ".join(text.split())
        return None


def _is_inside(element: HtmlElement, rooms: Sequence[frozenset[HtmlElement]]) -> bool:
    """Whether an element stands in one of the inmost rooms, that in one of those around it, and so on."""
    left = list(rooms)
    for ancestor in element.iterancestors():
        if ancestor in left[-1]:
            left.pop()
            if not left:
                return True
    return False


@lru_cache(maxsize=2048)
def compiled(selector: str) -> Selector:
    """Compile a selector; DataError where it is none of the forms above."""
    path, _, attribute = selector.partition("@")
    steps = tuple(_step(step, selector) for step in path.split())
    if not steps:
        raise DataError(f"no selector: {selector!r}", where="outlets")
    return Selector(steps, attribute or None)


def _step(step: str, whole: str) -> Step:
    match = _STEP.fullmatch(step)
    if not match:
        raise DataError(f"not a selector that outlet files may use: {whole!r}", where="outlets")
    parts = list(_PART.finditer(match["rest"]))
    return Step(
        tag=None if match["tag"] in (None, "*") else match["tag"],
        names=tuple(part["name"] for part in parts if part["name"]),
        attributes=tuple((part["key"], part["value"]) for part in parts if part["key"]),
    )
