"""Packed values → the page, whole: style, script and data within, nothing to load from anywhere.

Nothing of an article is markup. It lies in the page as JSON in which no `<` stands, and the script makes elements of it by
`textContent` alone. The page's policy allows the one script and the one style by their SHA-256 (CSP level 2), no request
(`default-src 'none'`), and no text to become markup (Trusted Types without a policy).
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import Any

from clipper.labels import Language, label
from clipper.records import Clip, Failure
from clipper.report.pack import pack

STYLES = ("base", "controls", "table", "charts", "record", "print")
SCRIPTS = ("dom", "words", "values", "filter", "table", "timeline", "map", "evidence", "record", "notes", "main")
"""Files in `page/`, in this order."""

_SLOT = re.compile(r"\{\{(\w+)\}\}")
# `<` could end the element, U+2028/9 are line ends to older scripts, lone surrogates are no UTF-8.
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
# Marks that turn the direction of writing would show words as others than they are (Unicode TR 36): each is seen as one mark.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def report_html(
    outcomes: Iterable[Clip | Failure], *, lang: Language = "en", title: str | None = None, date: str | None = None
) -> str:
    """One page of HTML that shows the outcomes: it opens from disk and asks the network for nothing.

    `lang` (`en` or `ko`) is the language it opens in; its reader can switch. `title` and `date` (of the report) stand in its
    head as given. Same outcomes and options, same page.

    >>> page = report_html([], lang="ko", date="2025-11-21")
    >>> page[:15], "<script src" in page
    ('<!doctype html>', False)
    """
    style, script = _joined(STYLES, "css"), _joined(SCRIPTS, "js")
    slots = {
        "lang": lang, "title": escape(title or label("report", "title", lang)), "policy": escape(_policy(style, script)),
        "style": style, "script": script, "data": _embedded(pack(outcomes, lang=lang, title=title, date=date)),
    }
    return _SLOT.sub(lambda slot: slots[slot[1]], _file("page.html"))


def _embedded(values: dict[str, Any]) -> str:
    """JSON that is safe inside a script element. Every character stays one, so that evidence holds."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda char: f"\\u{ord(char[0]):04x}", _TURNING.sub("\N{REPLACEMENT CHARACTER}", text))


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


@cache
def _joined(names: tuple[str, ...], suffix: str) -> str:
    parts = [_file(f"{name}.{suffix}") for name in names]
    return "\n" + "\n".join(['"use strict";\n(() => {', *parts, "})();\n"] if suffix == "js" else parts)


@cache
def _file(name: str) -> str:
    return files("clipper.report").joinpath("page", name).read_text("utf-8")
