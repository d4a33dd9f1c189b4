"""Feeds and sitemaps → the articles that they list. RSS 0.9-2.0, RDF, Atom (RFC 4287), sitemaps.org with Google News
tags, nested and gzipped, plain lists of addresses; in whatever encoding they really are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

from lxml import etree

from clipper.errors import FetchError, ReadError
from clipper.fetch.decode import gunzip
from clipper.fetch.options import MAX_LISTING
from clipper.read.decode import decode
from clipper.read.page import Page

MAX_ITEMS = 50_000

_SEOUL = timezone(timedelta(hours=9))
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_DATES = ("pubDate", "published", "updated", "date", "publication_date", "lastmod")
_SUMMARIES = ("description", "summary", "encoded", "content", "keywords")


@dataclass(frozen=True, slots=True)
class Item:
    """One listed article; `published` has an offset, Seoul's where the feed gives none."""

    url: str
    title: str = ""
    summary: str = ""
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What a feed or sitemap lists: articles, and further sitemaps."""

    items: tuple[Item, ...] = ()
    sitemaps: tuple[Item, ...] = ()


def read_listing(page: Page) -> Listing:
    """The articles and sitemaps in a feed or sitemap. FetchError `bad_listing` where it is neither."""
    where = page.url or page.path
    try:
        data = gunzip(page.data, limit=MAX_LISTING) if page.data[:2] == b"\x1f\x8b" else page.data
        text = decode(data, label=page.charset, limit=MAX_LISTING).text
    except (ReadError, FetchError) as error:
        raise _bad(error.message, where) from error
    if text.lstrip().startswith("<"):
        listing = _read(_parsed(text, where), page.url or "")
    else:
        listing = Listing(tuple(Item(line) for line in _addresses(text)))
    if not listing.items and not listing.sitemaps:
        raise _bad("it lists nothing", where)
    return listing


def narrow(items: Iterable[Item], *, since: date | None = None, words: Iterable[str] = ()) -> list[Item]:
    """The items of `since` or later (their day in Seoul) with one of `words` in title or summary. An item that
    does not tell its date or its words can't be known to fit, and is left out."""
    wanted = [_folded(word) for word in words]
    return [item for item in items if _is_since(item, since) and _matches(item, wanted)]


def _is_since(item: Item, since: date | None) -> bool:
    return since is None or (item.published is not None and item.published.astimezone(_SEOUL).date() >= since)


def _matches(item: Item, words: list[str]) -> bool:
    text = _folded(f"{item.title} {item.summary}")
    return not words or any(word in text for word in words)


def _folded(text: str) -> str:
    return re.sub(r"\s+", "", text).casefold()


def _bad(message: str, where: str | None) -> FetchError:
    return FetchError(f"not a feed or sitemap: {message}", where=where, code="bad_listing", hint="check the address")


def _addresses(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines()[:MAX_ITEMS] if line.strip().startswith(("http://", "https://"))]


def _parsed(text: str, where: str | None) -> etree._Element:
    """The tree, without entities, DTDs or the network; small damage is mended, as feeds have it often."""
    if _ENTITY.search(text):
        raise _bad("it declares entities", where)
    parser = etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(_DECLARATION.sub("", text, count=1).lstrip().encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise _bad("it is no XML", where) from error
    if root is None:
        raise _bad("it is no XML", where)
    return root


def _read(root: etree._Element, base: str) -> Listing:
    kind = _name(root)
    if kind == "sitemapindex":
        return Listing(sitemaps=tuple(_items(root, "sitemap", base)))
    if kind == "urlset":
        return Listing(tuple(_items(root, "url", base)))
    return Listing((*_items(root, "item", base), *_items(root, "entry", base)))


def _items(root: etree._Element, name: str, base: str) -> Iterator[Item]:
    found = (element for element in root.iter() if _name(element) == name)
    for _, element in zip(range(MAX_ITEMS), found, strict=False):
        url = _link(element)
        if url:
            yield Item(urljoin(base, url), _first(element, ("title",)), _words(element), _date(element))


def _name(element: etree._Element) -> str:
    """The name without its namespace; '' for comments and processing instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _link(element: etree._Element) -> str:
    """The article's address: Atom's alternate link, the text of `link` or `loc`, a permanent `guid`."""
    links = [child for child in element if _name(child) == "link"]
    for child in links:
        if child.get("href") and child.get("rel", "alternate") == "alternate":
            return str(child.get("href")).strip()
    texts = [_text(child) for child in (*links, *(child for child in element if _name(child) == "loc"))]
    guids = [_text(child) for child in element if _name(child) == "guid" and child.get("isPermaLink") != "false"]
    return next((text for text in (*texts, *guids) if text.startswith(("http", "/"))), "")


def _text(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext()).strip()


def _first(element: etree._Element, names: tuple[str, ...]) -> str:
    """The text of the first descendant with one of the names, tried in their order."""
    for name in names:
        for child in element.iter():
            if _name(child) == name and _text(child):
                return re.sub(r"<[^<>]{0,500}>", " ", _text(child))
    return ""


def _words(element: etree._Element) -> str:
    return " ".join(filter(None, (_first(element, (name,)) for name in _SUMMARIES)))


def _date(element: etree._Element) -> datetime | None:
    for name in _DATES:
        moment = parse_date(_first(element, (name,)))
        if moment is not None:
            return moment
    return None


def parse_date(text: str) -> datetime | None:
    """A date as feeds write them: RFC 822, ISO 8601, `2025-06-10 12:30:00`, `2025.06.10 12:30`; None for others."""
    text = text.strip()
    try:
        moment = parsedate_to_datetime(text) if re.match(r"(?:[A-Za-z]{3},|\d{1,2} [A-Za-z])", text) else _iso(text)
        # `-0000` and no offset at all: the feed does not say, and Korean feeds mean their own time.
        moment = moment.replace(tzinfo=_SEOUL) if moment.tzinfo is None else moment
        return moment if moment.astimezone(UTC).year > 1990 else None
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _iso(text: str) -> datetime:
    text = re.sub(r"^(\d{4})[./](\d{1,2})[./](\d{1,2})\.?", lambda m: f"{m[1]}-{m[2]:0>2}-{m[3]:0>2}", text)
    return datetime.fromisoformat(re.sub(r"\s+(?=[+-]\d)", "", text))
