"""The few CSS selectors that outlet files need: `tag`, `#id`, `.class`, `[name=value]`, descendants, `@attribute`.

    #title_area                              text of the element
    div.article_view p.date                  a descendant
    .datestamp_time@data-date-time           the value of an attribute

A page is indexed once by the ids and classes in it, so that a selector costs a look-up and not a walk.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from clipper.errors import DataError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_STEP = re.compile(r"(?P<tag>[a-z][a-z0-9-]*|\*)?(?P<rest>(?:#[\w-]+|\.[\w-]+|\[[\w:-]+(?:=[^\]\"']+)?\])*)")
_PART = re.compile(r"(?P<name>[#.][\w-]+)|\[(?P<key>[\w:-]+)(?:=(?P<value>[^\]\"']+))?\]")
_CLASSES = 30  # of one element that are looked at


class Markup:
    """A page as text and as tree, with the elements of each `#id` and `.class`, or only of those `wanted`."""

    def __init__(self, text: str, nodes: Sequence[HtmlElement], wanted: frozenset[str] | None = None) -> None:
        self.text = text
        self.nodes = nodes  # all elements and comments in document order
        self.wanted = wanted

    def only(self, wanted: frozenset[str]) -> Markup:
        """The same page for selectors that end in one of these names."""
        return Markup(self.text, self.nodes, wanted)

    @cached_property
    def index(self) -> dict[str, list[HtmlElement]]:
        """Elements in document order by `#id` and `.class`."""
        found: dict[str, list[HtmlElement]] = {}
        seen: dict[str, list[str]] = {}
        for element in self.nodes:
            classes = element.get("class")
            if classes:
                if classes not in seen:
                    names = dict.fromkeys(f".{name}" for name in classes.split()[:_CLASSES])
                    seen[classes] = [name for name in names if self._wants(name)]
                for name in seen[classes]:
                    found.setdefault(name, []).append(element)
            own = element.get("id")
            if own and self._wants(f"#{own}"):
                found.setdefault(f"#{own}", []).append(element)
        return found

    def _wants(self, name: str) -> bool:
        return self.wanted is None or name in self.wanted


@lru_cache(maxsize=4096)
def _names(own: str | None, classes: str | None) -> tuple[str, ...]:
    found = [f".{name}" for name in classes.split()[:_CLASSES]] if classes else []
    return tuple(dict.fromkeys([*found, f"#{own}"] if own else found))


@dataclass(frozen=True, slots=True)
class Step:
    """What one element must be: its tag (None: any), its `#id` and `.class` names, its attributes."""

    tag: str | None
    names: tuple[str, ...]
    attributes: tuple[tuple[str, str | None], ...]

    def fits(self, element: HtmlElement) -> bool:
        """Whether an element is as the step says."""
        if self.tag and element.tag != self.tag:
            return False
        if self.names and not set(self.names) <= set(_names(element.get("id"), element.get("class"))):
            return False
        return all(
            key in element.attrib if value is None else element.get(key) == value for key, value in self.attributes
        )


@dataclass(frozen=True, slots=True)
class Selector:
    """A selector as steps from the outermost; `attribute` is None where the text of the element is asked for."""

    steps: tuple[Step, ...]
    attribute: str | None

    def may_select(self, page: Markup) -> bool:
        """Whether all its ids and classes stand in the page's text: a quick look before any index is made."""
        return all(name[1:] in page.text for step in self.steps for name in step.names)

    def elements(self, page: Markup) -> list[HtmlElement]:
        """The elements it selects, in document order."""
        last = self.steps[-1]
        candidates: Iterable[HtmlElement] = (
            page.index.get(last.names[0], ()) if last.names else page.nodes[0].iter(last.tag or "*") if page.nodes else ()
        )
        return [element for element in candidates if last.fits(element) and self._inside(element)]

    def value(self, page: Markup) -> str | None:
        """The text or attribute of the first element that has one."""
        for element in self.elements(page):
            text = element.get(self.attribute) if self.attribute else "".join(element.itertext())
            if text and text.strip():
                return " ".join(text.split())
        return None

    def _inside(self, element: HtmlElement) -> bool:
        """Whether the outer steps fit ancestors of the element, from the inmost."""
        outer = list(self.steps[:-1])
        for ancestor in element.iterancestors() if outer else ():
            if outer[-1].fits(ancestor):
                outer.pop()
                if not outer:
                    return True
        return not outer


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
