"""Who publishes the page: by its host, else by the name it gives itself."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from clipper.clean.metadata.head import texts_of
from clipper.data import rows, table

if TYPE_CHECKING:
    from clipper.clean.metadata.head import Head

_PARTS = re.compile(r"\s*[|:<>]\s*|\s+-\s+")


@cache
def _hosts() -> dict[str, str]:
    return {row["host"]: row["name"] for row in rows("publishers")}


def host_of(url: str | None) -> str:
    """The host of an address in lower case, of the archived page for an archive's address; "" without one."""
    if not url:
        return ""
    _, archived, rest = url.partition("web.archive.org/web/")
    if archived and "http" in rest:
        url = rest[rest.index("http") :]
    try:
        return (urlsplit(url if "//" in url else f"//{url}").hostname or "").lower()
    except ValueError:
        return ""


def by_host(host: str) -> str | None:
    """The publisher of a host or of the nearest domain above it."""
    labels = host.split(".")
    return next((name for i in range(len(labels) - 1) if (name := _hosts().get(".".join(labels[i:])))), None)


def publisher_of(head: Head, url: str | None) -> str | None:
    """The publisher's name. On a portal page that of the outlet whose article it is."""
    known = by_host(host_of(url)) or by_host(host_of(head.canonical))
    if known:
        return known
    stated = (
        *head.all("og:article:author", "og:site_name"),
        *texts_of(head.article.get("publisher")),
        *head.all("dd:publisher", "publisher"),
    )
    return next((name for text in stated for name in _PARTS.split(text) if _is_name(name)), None)


def _is_name(text: str) -> bool:
    portals = table("metadata")["portals"].split()
    return bool(text) and not text.startswith(("http", "네이버")) and not text.endswith("..") and text not in portals
