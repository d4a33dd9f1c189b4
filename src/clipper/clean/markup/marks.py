"""What a class or an id says of its element: a part of the article's body, or furniture with a named reason.

The words are in `data/markup_marks.tsv`. A mark is a hint, not a verdict: `body` drops one that would take the article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from clipper.data import rows, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_RANDOM = re.compile(r"\d{6}|[0-9a-f]{8}-|(?=[A-Za-z]*\d)(?=\w{16})[A-Za-z0-9]{16}")
_LONG = 400  # characters: more names than these are no name
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mark:
    """`reason` names why a part is no body ("" where nothing speaks against it), `body` says that it is one;
    `sure` marks are those of an outlet's own file, `word` marks are guessed from one word of a name."""

    reason: str = ""
    body: bool = False
    sure: bool = False
    word: bool = False


@cache
def _exact() -> dict[str, Mark]:
    return {row["name"].lower(): _mark(row["says"]) for row in rows("markup_names")}


@cache
def _tag_reasons() -> dict[str, Mark]:
    return {tag: Mark(reason=reason) for tag, reason in table("markup")["reasons"].items()}


@cache
def _words() -> dict[str, str]:
    return {row["word"]: row["reason"] for row in rows("markup_words")}


def _mark(says: str) -> Mark:
    return Mark(body=True) if says == "body" else Mark(reason="" if says == "none" else says)


@lru_cache(maxsize=16384)
def of_names(names: str) -> Mark | None:
    """The mark of a class or id attribute: an exact name first, then the words in it."""
    exact = _exact()
    for name in names.lower().split():
        if name in exact:
            return exact[name]
    words = _words()
    for name in names.split():
        if _RANDOM.search(name):  # a generated id: its letters mean nothing
            continue
        parts = [part.lower() for part in _PARTS.findall(name)]
        for part in parts:
            reason = words.get(part)
            if reason:
                return Mark(reason=reason, word=True)
    return None


@lru_cache(maxsize=16384)
def _of_pair(identity: str | None, classes: str | None) -> Mark | None:
    """The mark of an element's id and class: the first that has one, or the one that tells of a body."""
    found = None
    for names in (identity, classes):
        if names and len(names) < _LONG:
            mark = of_names(names)
            if mark is not None and (found is None or (mark.body and not found.body)):
                found = mark
    return found


def mark_of(element: HtmlElement, keys: Sequence[str]) -> Mark | None:
    """The mark of one element by its attributes and tag; None where nothing is said.

    `keys` are the names of its attributes: few values are wanted, and it is the values that cost.
    """
    if keys:
        get = element.get
        if "itemprop" in keys and get("itemprop") == "articleBody":
            return Mark(body=True)
        found = _of_pair(get("id") if "id" in keys else None, get("class") if "class" in keys else None)
        if found is not None:
            return found
        if "hidden" in keys or ("aria-hidden" in keys and get("aria-hidden") == "true"):
            return Mark(reason="hidden")
        if "style" in keys and _is_hidden(get("style")):
            return Mark(reason="hidden")
    return _tag_reasons().get(element.tag)


def _is_hidden(style: str | None) -> bool:
    return style is not None and ("none" in style or "hidden" in style) and _HIDDEN.search(style) is not None
