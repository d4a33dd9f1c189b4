"""Pages that only send the reader on: `<meta refresh>`, plain `location` scripts, interstitials, AMP, mobile.

Only what is plain is followed: a literal address, on a page that has next to no text of its own.
"""

from __future__ import annotations

import re

from lxml import html as lxml_html

from clipper.errors import ReadError
from clipper.fetch.options import MAX_SHELL_DELAY
from clipper.fetch.rules import rules
from clipper.fetch.urls import bare_host, host_of
from clipper.read.decode import decode
from clipper.read.html import parse

MAX_SHELL = 60_000
"""Bytes: a page that only sends on is smaller than this."""
_MAX_TEXT = 250
_MAX_SCRIPT = 4_000
_HEAD = 200_000
_REFRESH = re.compile(r"\s*(\d{1,4}(?:\.\d{0,3})?|\.\d{1,3})\s*[;,]?\s*(?:url\s*=\s*)?(\S.{0,4000})", re.I | re.DOTALL)
_LOCATION = re.compile(
    r"""(?<![\w$])(?:(?:window|document|self|top|parent|opener)\.)*location(?:\.href)?\s*"""
    r"""(?:=(?!=)|\.(?:replace|assign)\s*\()\s*"""
    r"""(?:"([^"\\\n]{1,4000}(?:\\.[^"\\\n]{0,4000}){0,40})"|'([^'\\\n]{1,4000}(?:\\.[^'\\\n]{0,4000}){0,40})')"""
    r"""\s*[);}\n]""",
)
_BRANCH = re.compile(r"\b(?:if|switch|for|while|setTimeout\s*\(\s*\"|confirm)\b|\?[^\"']*:")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_AMP = re.compile(rb"<html\s[^>]{0,300}?(?:\bamp\b|\xe2\x9a\xa1)", re.IGNORECASE)
_MOBILE = re.compile(r"^(?:m|mobile|amp|mnews)\.")


def next_address(body: bytes, charset: str | None, url: str = "") -> str | None:
    """Where an HTML page that is only a shell sends its reader, as written in it; None for an ordinary page."""
    if len(body) > MAX_SHELL or not re.search(rb"refresh|location|href", body, re.IGNORECASE):
        return None
    root = _parsed(body, charset)
    text = _text(root) if root is not None else ""
    if root is None or len(text) > _MAX_TEXT:
        return None
    return _refresh(root) or _scripted(root) or _only_way_out(root, text, url)


def article_twin(body: bytes, charset: str | None, url: str) -> str | None:
    """The canonical address that an AMP or mobile page names on its own site; None for other pages."""
    is_amp = bool(_AMP.search(body[:2_000])) or "/amp" in url or "amp=1" in url
    if not is_amp and not _MOBILE.match(host_of(url)):
        return None
    root = _parsed(body[:_HEAD], charset)
    links = root.xpath("//link[@rel='canonical']/@href") if root is not None else []
    address = str(links[0]).strip() if links else ""
    same_site = address.startswith(("http://", "https://")) and bare_host(address) == bare_host(url)
    # A canonical address that is the front page is the mistake of a template.
    return address if same_site and re.search(r"[^/]/[^/]", address) else None


def _parsed(body: bytes, charset: str | None) -> lxml_html.HtmlElement | None:
    try:
        return parse(decode(body, label=charset).text)
    except ReadError:
        return None


def _text(root: lxml_html.HtmlElement) -> str:
    words = root.xpath("//body//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]")
    return " ".join(" ".join(str(word) for word in words).split())


def _refresh(root: lxml_html.HtmlElement) -> str | None:
    for meta in root.iter("meta"):
        if (meta.get("http-equiv") or "").strip().lower() != "refresh" or _is_in_noscript(meta):
            continue
        found = _REFRESH.fullmatch(meta.get("content") or "")
        if found and float(found[1]) <= MAX_SHELL_DELAY:
            return found[2].strip().strip("'\"").strip() or None
    return None


def _is_in_noscript(element: lxml_html.HtmlElement) -> bool:
    return any(parent.tag == "noscript" for parent in element.iterancestors())


def _scripted(root: lxml_html.HtmlElement) -> str | None:
    """The address of the one assignment to `location`, where the scripts hold one and decide nothing."""
    scripts = "\n".join(str(script.text or "") for script in root.iter("script") if not script.get("src"))
    if len(scripts) > _MAX_SCRIPT:
        return None
    found = [one or other for one, other in _LOCATION.findall(scripts + "\n")]
    if len(set(found)) != 1 or _BRANCH.search(_LOCATION.sub("", scripts)):
        return None
    return _ESCAPE.sub(_unescaped, found[0])


def _only_way_out(root: lxml_html.HtmlElement, text: str, url: str) -> str | None:
    """The one link of an interstitial that leaves its site."""
    if not any(word in text.lower() for word in rules().interstitial):
        return None
    links = {str(link).strip() for link in root.xpath("//a/@href")}
    outward = {link for link in links if link.startswith(("http://", "https://")) and bare_host(link) != bare_host(url)}
    return outward.pop() if len(outward) == 1 else None


def _unescaped(match: re.Match[str]) -> str:
    if match[1] or match[2]:
        return chr(int(match[1] or match[2], 16))
    return match[3]
