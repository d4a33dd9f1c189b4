"""What a page says of itself to machines: meta tags, JSON-LD, links. Read once, then asked by key."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING, Any

from clipper.data import table

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FIELD = r'"{}"\s{{0,4}}:\s{{0,4}}"((?:[^"\\]|\\.){{1,400}})"'
_TRAILING = re.compile(r",(\s*[}\]])")
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage")
_MAX_LD = 200_000


@dataclass(frozen=True, slots=True)
class Head:
    """`meta` by lower-case property, name or itemprop; `article` the JSON-LD object of the article ({} without one);
    `canonical` the page's own address as it gives it; `title` the text of `<title>`."""

    meta: dict[str, tuple[str, ...]] = field(default_factory=dict)
    article: dict[str, Any] = field(default_factory=dict)
    canonical: str | None = None
    title: str | None = None

    def first(self, *keys: str) -> str | None:
        """The first filled value among the keys, in the order of the keys."""
        return next((value for key in keys for value in self.meta.get(key, ()) if value), None)

    def all(self, *keys: str) -> tuple[str, ...]:
        """Every filled value of the keys."""
        return tuple(value for key in keys for value in self.meta.get(key, ()) if value)


def read_head(root: HtmlElement) -> Head:
    """The machine-readable part of a page."""
    meta: dict[str, list[str]] = {}
    canonical = None
    objects: list[dict[str, Any]] = []
    for element in root.iter("meta", "link", "script", "time"):
        get = element.get
        if element.tag == "meta":
            _add_meta(meta, get)
        elif element.tag == "script":
            if "ld+json" in get("type", ""):
                objects.extend(_objects(element.text or ""))
        elif element.tag == "time":
            own = get("pubdate") is not None or "datepublished" in get("itemprop", "").lower()
            meta.setdefault("time" if own else "time:other", []).append(_clean(get("datetime", "")))
        elif canonical is None and get("rel", "").lower() == "canonical":
            canonical = get("href", "").strip() or None
    found = {key: tuple(values) for key, values in meta.items()}
    title = next(root.iter("title"), None)
    return Head(
        meta=found,
        article=_article(objects),
        canonical=canonical or next(iter(found.get("og:url", ())), None),
        title=_clean("".join(title.itertext())) if title is not None else None,
    )


def _add_meta(meta: dict[str, list[str]], get: Any) -> None:
    content = _clean(get("content", ""))
    if content:
        for attribute in ("property", "name", "itemprop"):
            if keys := get(attribute):
                for key in keys.lower().split():
                    meta.setdefault(key, []).append(content)


def _clean(text: str) -> str:
    """Text with entities resolved twice (many pages escape twice) and blanks made single."""
    return " ".join(unescape(text).split()) if "&" in text else " ".join(text.split())


def _objects(text: str) -> list[dict[str, Any]]:
    if len(text) > _MAX_LD:
        return []
    try:
        value = json.loads(text.strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        try:
            value = json.loads(_TRAILING.sub(r"\1", text), strict=False)
        except (ValueError, RecursionError):
            return _broken(text)
    found = []
    stack = [value]
    while stack:
        node = stack.pop()
        if isinstance(node, list):
            stack.extend(reversed(node[:200]))
        elif isinstance(node, dict):
            if "@type" in node:
                found.append(node)
            stack.extend(node[key] for key in _INSIDE if isinstance(node.get(key), dict | list))
    return found


def _broken(text: str) -> list[dict[str, Any]]:
    """The few fields worth having of JSON-LD that no parser takes (bare quotes or line breaks in a headline)."""
    if "Article" not in text:
        return []
    found: dict[str, Any] = {"@type": "NewsArticle"}
    for key in ("headline", "datePublished", "dateModified", "articleSection"):
        match = re.search(_FIELD.format(key), text)
        if match:
            found[key] = match[1].replace('\\"', '"')
    authors = re.search(r'"author"\s{0,4}:[^]}]{0,300}?"name"\s{0,4}:\s{0,4}"([^"]{1,80})"', text)
    if authors:
        found["author"] = {"@type": "Person", "name": authors[1]}
    return [found]


def _article(objects: list[dict[str, Any]]) -> dict[str, Any]:
    """The object that is the article: by its type, the best first."""
    ranks = {name: rank for rank, name in enumerate(table("metadata")["articles"].split())}

    def rank(node: dict[str, Any]) -> int:
        types = node.get("@type")
        names = types if isinstance(types, list) else [types]
        return min((ranks[name] for name in names if isinstance(name, str) and name in ranks), default=len(ranks))

    best = min(objects, key=rank, default={})
    return _with_author(best, objects) if best and rank(best) < len(ranks) else {}


def _with_author(article: dict[str, Any], objects: list[dict[str, Any]]) -> dict[str, Any]:
    """The article with its author's own object, where it gives only the identity of that."""
    author = article.get("author")
    if not isinstance(author, dict) or "name" in author or "@id" not in author:
        return article
    person = next((node for node in objects if node.get("@id") == author["@id"] and "name" in node), author)
    return {**article, "author": person}


def texts_of(value: Any) -> list[str]:
    """The names in a JSON-LD value: a string, an object with `name`, or a list of either."""
    found = []
    stack = [value]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            found.append(_clean(node))
        elif isinstance(node, list):
            stack.extend(reversed(node[:50]))
        elif isinstance(node, dict) and "name" in node:
            stack.append(node["name"])
    return [text for text in found if text]
