"""What a tag of HTML is to the walk over a page, as flags. Most names are in `data/markup.toml`."""

from __future__ import annotations

from functools import cache
from typing import Any

from lxml import etree

from clipper.data import table

SKIPPED, MEDIA, BLOCK, BREAK, LINK, BOLD, ROW, CELL, WHOLE = (1 << bit for bit in range(9))


@cache
def kinds() -> dict[Any, int]:
    """The flags of each tag that is more than text; lxml gives functions as the tags of comments and the like."""
    names = table("markup")
    flags = {
        SKIPPED: [*names["skipped"].split(), etree.Comment, etree.ProcessingInstruction, etree.Entity],
        MEDIA: names["media"].split(),
        BLOCK: names["blocks"].split(),
        BREAK: ("br",),
        LINK: ("a",),
        BOLD: ("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6"),
        ROW: ("tr",),
        CELL: ("td", "th"),
        WHOLE: ("html", "body"),  # what their classes say is no word on the article: `<body class="nav-open">`
    }
    found: dict[Any, int] = {}
    for flag, tags in flags.items():
        for tag in tags:
            found[tag] = found.get(tag, 0) | flag
    return found
