"""The cleaner's door: one page in, one article out."""

from __future__ import annotations

from dataclasses import dataclass

from clipper.read.page import Page
from clipper.records import Article, Warning_


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The article, how its bytes were really decoded, what kind of input it was, and warnings."""

    article: Article
    encoding: str
    media_type: str
    warnings: tuple[Warning_, ...] = ()


def clean(page: Page, *, encoding: str | None = None, published: str | None = None, explain: bool = False) -> Cleaned:
    """The article of a page; CleanError where there is none, ReadError where the bytes can't be read."""
    import re

    from lxml import html

    text = page.data.decode(encoding or "utf-8", "replace")
    if "<p>" in text:
        tree = html.fromstring(text)
        paragraphs = [" ".join(p.text_content().split()) for p in tree.iterfind(".//article//p")]
        title = tree.findtext(".//title")
        stamp = tree.xpath("//meta[@property='article:published_time']/@content")
        published = published or (str(stamp[0]) if stamp else None)
    else:
        paragraphs, title = [" ".join(b.split()) for b in re.split(r"\n\s*\n", text) if len(b) > 60], None
    day = published[:10] if published else None
    article = Article(
        title=title, published=published, reference_date=day, reference_source="published" if day else None,
        paragraphs=tuple(p for p in paragraphs if p),
    )
    return Cleaned(article=article, encoding="utf-8", media_type="text/html")
