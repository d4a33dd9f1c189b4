"""Who publishes the page: by its host, else by the name it gives itself."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from clipper.clean.metadata.head import texts_of
from clipper.clean.metadata.title import title_pieces
from clipper.clean.names import is_outlet
from clipper.data import rows, table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clipper.clean.markup.outline import Line
    from clipper.clean.metadata.head import Head

_PARTS = re.compile(r"\s*[|:<>]\s*|\s+-\s+")
_HALLS = ("군청", "시청", "구청", "도청", "교육청")
_RESERVED = re.compile(
    r"(?:저작권자|[Cc]opyrights?|COPYRIGHTS?|[ⓒ©])[\sⓒ©:]{0,4}(?:\([cC]\)\s?)?(?:20\d\d[\s.,]{0,2})?(?P<name>(?=\w{0,13}[가-힣])[가-힣A-Za-z][가-힣A-Za-z0-9·]{1,13})"
    r"(?=[\s(&,|:;<\]]|\.(?!\w)).{0,60}(?:무단|재배포|금지|[Rr]eserved|RESERVED)"
)


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


def publisher_of(head: Head, url: str | None, lines: Iterable[Line] = ()) -> str | None:
    """The publisher's name: what its host, its meta tags, its title or its copyright line call it. On a portal page
    that of the outlet whose article it is."""
    known = by_host(host_of(url)) or by_host(host_of(head.canonical))
    if known:
        return known
    stated = (
        *(text for text in head.all("og:article:author") if is_outlet(_PARTS.split(text)[0]) or "네이버" in text),
        *head.all("og:site_name"),
        *texts_of(head.article.get("publisher")),
        *head.all("dd:publisher", "publisher"),
    )
    named = next((name for text in stated for name in _PARTS.split(text) if _is_name(name)), None)
    return named or _in_title(head) or _reserved(lines)


def _in_title(head: Head) -> str | None:
    """The outlet at the end (or the beginning) of `<title>`."""
    parts = [piece.strip() for _, piece in title_pieces(head.title)] if head.title else []
    ends = (parts[-1], parts[0]) if len(parts) > 1 else tuple(parts)
    known = frozenset(_hosts().values())
    return next((part for part in ends if _is_name(part) and (part in known or is_outlet(part) or part.endswith(_HALLS))), None)


def _reserved(lines: Iterable[Line]) -> str | None:
    """Who reserves all rights: `저작권자 ⓒ 새벽일보, 무단전재 및 재배포 금지`."""
    found = (_RESERVED.search(line.text) for line in lines if len(line.text) < 300)
    return next((match["name"] for match in found if match and _is_name(match["name"])), None)


def _is_name(text: str) -> bool:
    portals = table("metadata")["portals"].split()
    bare = text.removesuffix("뉴스").strip()
    return bool(text) and not text.startswith(("http", "네이버")) and not text.endswith("..") and bare not in portals
