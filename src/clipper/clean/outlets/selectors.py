"""The few CSS selectors that outlet files need, as XPath: `tag`, `#id`, `.class`, `[name=value]`, descendants.

    #title_area                              text of the element
    div.article_view p.date                  a descendant
    .datestamp_time@data-date-time           the value of an attribute
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from clipper.errors import DataError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_STEP = re.compile(r"(?P<tag>[a-z][a-z0-9-]*|\*)?(?P<rest>(?:#[\w-]+|\.[\w-]+|\[[\w:-]+(?:=[^\]\"']+)?\])*)")
_PART = re.compile(r"#(?P<id>[\w-]+)|\.(?P<class>[\w-]+)|\[(?P<name>[\w:-]+)(?:=(?P<value>[^\]\"']+))?\]")


@dataclass(frozen=True, slots=True)
class Selector:
    """A compiled selector; `attribute` is None where the text of the element is asked for."""

    path: etree.XPath
    attribute: str | None

    def elements(self, root: HtmlElement) -> list[HtmlElement]:
        """The elements it selects, in document order."""
        found = self.path(root)
        return [element for element in found if isinstance(element, etree._Element)] if isinstance(found, list) else []

    def value(self, root: HtmlElement) -> str | None:
        """The text or attribute of the first element that has one."""
        for element in self.elements(root):
            text = element.get(self.attribute) if self.attribute else "".join(element.itertext())
            if text and text.strip():
                return " ".join(text.split())
        return None


@lru_cache(maxsize=2048)
def compiled(selector: str) -> Selector:
    """Compile a selector; DataError where it is none of the forms above."""
    path, _, attribute = selector.partition("@")
    steps = [_step(step, selector) for step in path.split()]
    if not steps:
        raise DataError(f"no selector: {selector!r}", where="outlets")
    return Selector(etree.XPath("".join(f"//{step}" for step in steps)), attribute or None)


def _step(step: str, whole: str) -> str:
    match = _STEP.fullmatch(step)
    if not match or not step:
        raise DataError(f"not a selector that outlet files may use: {whole!r}", where="outlets")
    tests = "".join(_test(part) for part in _PART.finditer(match["rest"]))
    return f"{match['tag'] or '*'}{tests}"


def _test(part: re.Match[str]) -> str:
    if part["id"]:
        return f"[@id='{part['id']}']"
    if part["class"]:
        return f"[contains(concat(' ', normalize-space(@class), ' '), ' {part['class']} ')]"
    return f"[@{part['name']}='{part['value']}']" if part["value"] else f"[@{part['name']}]"
