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
    from lxml.html import HtmlElement

_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_RANDOM = re.compile(r"\d{6}|[0-9a-f]{8}-|(?=[A-Za-z]*\d)(?=\w{16})[A-Za-z0-9]{16}")
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
def _tag_reasons() -> dict[str, str]:
    return dict(table("markup")["reasons"])


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


def mark_of(tag: str, element: HtmlElement) -> Mark | None:
    """The mark of one element by its attributes and tag; None where nothing is said."""
    attributes = element.items()
    if attributes:
        get = dict(attributes).get
        if get("itemprop") == "articleBody":
            return Mark(body=True)
        found = None
        for key in ("id", "class"):
            names = get(key)
            if names and len(names) < 400:
                mark = of_names(names)
                if mark is not None and (found is None or (mark.body and not found.body)):
                    found = mark
        if found is not None:
            return found
        style = get("style")
        if style and ("none" in style or "hidden" in style) and _HIDDEN.search(style):
            return Mark(reason="hidden")
        if get("hidden") is not None or get("aria-hidden") == "true":
            return Mark(reason="hidden")
    reason = _tag_reasons().get(tag)
    return Mark(reason=reason) if reason else None
