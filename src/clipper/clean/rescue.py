"""Pages whose markup swallows their article: an unclosed comment, text area, frame or list takes in all that follows.

lxml reads such a page as a browser does, and nothing is left of it. BeautifulSoup on Python's own parser goes on where
the standard gives up. It is ten times slower, so it is asked only where a page is broken and gave no article, and
its lines are read as a text dump.
"""

from __future__ import annotations

import re

from clipper.clean.result import RawArticle

_SWALLOWERS = ("textarea", "title", "iframe", "select", "xmp")
_LARGEST = 2_000_000
_UNSEEN = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)


def is_broken(markup: str) -> bool:
    """Whether something that swallows what follows is opened more often than closed."""
    if markup.count("<!--") > markup.count("-->"):
        return True
    lower = markup.lower()
    return any(len(re.findall(rf"<{tag}\b", lower)) > lower.count(f"</{tag}") for tag in _SWALLOWERS)


def rescued(markup: str) -> RawArticle | None:
    """The article of a broken page; None where the page is not broken, or too large for this."""
    if len(markup) > _LARGEST or not is_broken(markup):
        return None
    from bs4 import BeautifulSoup

    from clipper.clean.dump import clean_dump

    soup = BeautifulSoup(_UNSEEN.sub(" ", markup), "html.parser")
    lines = (" ".join(line.split()) for line in soup.get_text("\n").splitlines())
    return clean_dump("\n".join(line for line in lines if line))
