"""Page → Document: whatever container the bytes came in, one readable text and what kind it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clipper.read.containers import Content, unpack
from clipper.read.decode import MAX_BYTES, decode
from clipper.read.page import Page

# Tags that structure a page. A text dump may quote `<관련기사 2면>` or end in an <iframe>, but is not made of these.
_TAG = re.compile(
    r"<(?:/?(?:html|head|body|title|div|p|span|article|section|main|table|tbody|tr|td|th|ul|ol|li|br|h[1-6]|meta|font|a|img"
    r"|strong|b|script|style|figure|figcaption|header|footer|noscript|dl|dt|dd)(?=[\s>/])|!doctype html)",
    re.IGNORECASE,
)
# Markdown keeps tables and breaks as tags: only these make a text a page where it does not begin with a tag.
_FRAME = re.compile(r"<(?:html|head|body|title|div|p|span|article|section|main|meta|h[1-6])(?=[\s>/])", re.IGNORECASE)
_OPENING = re.compile(r"\s*(?:<!--|<\?xml|<!doctype|<html|<head|<body)", re.IGNORECASE)
_SNIFFED = 2_000_000
_CHARS_PER_TAG = 400


@dataclass(frozen=True, slots=True)
class Document:
    """Readable text: `kind` is `html` or `text`; `encoding` a Python codec name; `url` the address of the page as
    far as known (the caller's, else what an archive says); warnings are `(code, message)`; `utf8` is the text in UTF-8
    where that is at hand."""

    kind: str
    text: str
    encoding: str
    media_type: str
    url: str | None = None
    warnings: tuple[tuple[str, str], ...] = ()
    utf8: bytes | None = None


def read(page: Page, *, encoding: str | None = None, limit: int = MAX_BYTES) -> Document:
    """The readable text of a page: gzip, MHTML, web archives and WARC are opened; `encoding` overrides what is found.

    Raises a ReadError: EmptyInputError, BinaryInputError, EncodingError, or LimitError past `limit` bytes (unpacked).
    """
    content = unpack(Content(page.data, page.charset, page.url), limit)
    decoded = decode(content.data, label=content.charset, override=encoding, limit=limit)
    html = looks_like_html(decoded.text)
    return Document(
        kind="html" if html else "text",
        text=decoded.text,
        encoding=decoded.encoding,
        media_type=content.media_type or ("text/html" if html else "text/plain"),
        url=page.url or content.url,
        warnings=decoded.warnings,
        utf8=decoded.utf8,
    )


def looks_like_html(text: str) -> bool:
    """Whether `text` is markup: by what is in it, not by any name or label."""
    if _OPENING.match(text):
        return True
    sample = text[:_SNIFFED]
    if not sample.lstrip().startswith("<") and len(_FRAME.findall(sample)) < 2:
        return False
    tags = len(_TAG.findall(sample))
    return tags >= 2 and tags * _CHARS_PER_TAG >= len(sample)
