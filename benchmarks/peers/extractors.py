"""One function per extractor: HTML text → what it says of the article. Each runs as its makers advise."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

Article = dict[str, Any]


def clipper(text: str) -> Article:
    """This project's cleaner."""
    return _cleaned(text, None)


def clipper_generic(text: str) -> Article:
    """This project's cleaner with every outlet file switched off."""
    return _cleaned(text, ())


def _cleaned(text: str, outlets: Any) -> Article:
    from clipper.clean import noise
    from clipper.clean.markup import clean_html
    from clipper.read.document import Document

    noise.verdict.cache_clear()  # verdicts on lines, which another page would not share
    raw = clean_html(Document("html", text, "utf-8", "text/html"), outlets)
    return _article(raw.paragraphs, raw.title, raw.published, raw.authors)


def trafilatura(text: str) -> Article:
    """trafilatura with metadata, its balanced mode."""
    from trafilatura import bare_extraction

    found = bare_extraction(text, with_metadata=True, include_comments=False, target_language=None)
    if found is None:
        return _article((), None, None, ())
    return _article((found.text or "").splitlines(), found.title, found.date, _names(found.author))


def trafilatura_body(text: str) -> Article:
    """trafilatura, the body alone."""
    from trafilatura import extract

    return _article((extract(text, include_comments=False) or "").splitlines(), None, None, ())


def readability(text: str) -> Article:
    """readability-lxml: body and title."""
    from lxml import html
    from readability import Document

    page = Document(text)
    tree = html.fromstring(page.summary(html_partial=True))
    for line_break in tree.iter("br"):
        line_break.tail = "\n" + (line_break.tail or "")
    for block in tree.iter("p", "div", "li", "h2", "h3"):
        block.tail = "\n" + (block.tail or "")
    return _article("".join(map(str, tree.itertext())).splitlines(), page.short_title(), None, ())


def newspaper(text: str) -> Article:
    """newspaper4k, language set to Korean; words are split without the sentence model that NLTK would download."""
    import nltk
    from newspaper import Article as Page

    nltk.word_tokenize = nltk.NLTKWordTokenizer().tokenize
    page = Page("https://news.example/", language="ko", fetch_images=False)
    page.download(input_html=text)
    page.parse()
    published = page.publish_date.isoformat() if hasattr(page.publish_date, "isoformat") else page.publish_date
    return _article(page.text.splitlines(), page.title, published, page.authors)


def resiliparse(text: str) -> Article:
    """resiliparse: main content as plain text, and `<title>`."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse(text)
    body = extract_plain_text(tree, main_content=True, alt_texts=False, links=False)
    return _article(body.splitlines(), tree.title, None, ())


EXTRACTORS: dict[str, Callable[[str], Article]] = {
    "clipper": clipper,
    "clipper (no outlet files)": clipper_generic,
    "trafilatura": trafilatura,
    "trafilatura (body only)": trafilatura_body,
    "readability-lxml": readability,
    "newspaper4k": newspaper,
    "resiliparse": resiliparse,
}


def _article(lines: Any, title: str | None, published: str | None, authors: Any) -> Article:
    paragraphs = [" ".join(line.split()) for line in lines if line.strip()]
    return {"paragraphs": paragraphs, "title": title, "published": published, "authors": list(authors)}


def _names(authors: str | None) -> list[str]:
    return [name for name in re.split(r"\s*;\s*", authors or "") if name]
