"""Authors and times of an article whose body stands only in script JSON, from the object that holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from clipper.clean.metadata.authors import person_names
from clipper.clean.metadata.head import texts_of
from clipper.clean.stamps import iso
from clipper.data import table

if TYPE_CHECKING:
    from clipper.clean.metadata.head import Head


def holder_authors(holder: dict[str, Any], head: Head) -> tuple[str, ...]:
    """Persons named as the authors of a JSON object."""
    keys = _keys("authors")
    found: list[str] = []
    stack = [holder[key] for key in reversed(keys) if key in holder]
    while stack:
        node = stack.pop()
        if isinstance(node, dict) and not isinstance(node.get("name"), str):
            stack.extend(node[key] for key in reversed(keys) if key in node)
        else:
            found.extend(name for text in texts_of(node) for name in person_names(text, head))
    return tuple(dict.fromkeys(found))


def holder_dates(holder: dict[str, Any], known: tuple[str | None, str | None]) -> tuple[str | None, str | None]:
    """`published` and `modified` of a JSON object, where the page itself gave none."""
    published, modified = known
    return published or _first(holder, "published"), modified or _first(holder, "modified")


def _keys(kind: str) -> list[str]:
    names: str = table("metadata")["holder"][kind]
    return names.split()


def _first(holder: dict[str, Any], kind: str) -> str | None:
    values = (holder.get(key) for key in _keys(kind))
    return next((found for value in values if isinstance(value, str) and (found := iso(value))), None)
