"""Markup → an lxml tree, safe on hostile input.

Measured with lxml 6.1 on libxml2 2.14: without `huge_tree` a page of 256 open tags silently loses all that follows,
with it the limit is 2,048 and is reported; 100,000 attributes on one tag take 12 s (quadratic); a million elements
300 MB.
"""

from __future__ import annotations

import re

from lxml import etree
from lxml import html as lxml_html

from clipper.errors import EmptyInputError, LimitError

MAX_TAGS = 600_000
MAX_DEPTH = 2_048
_LONG_TAG = 4_000
_LARGE = 300_000
_MAX_ATTRIBUTES = 256
_PARSER_DEPTH = "Excessive depth"
# Each quantifier is possessive and the whole always matches, so that a page is walked once.
_TAG = re.compile(r"""<[a-zA-Z][^\s<>"'/]*+(?:[^<>"']++|"[^"]*+"|'[^']*+')*+""")
_ATTRIBUTE = re.compile(r"""[\s/"'][^\s=/>"'<]""")
_NAME = re.compile(r"<[a-zA-Z][^\s<>\"'/]*")
_CONTROLS = bytes({*range(0x20)} - {*b"\t\n\r"})
_NO_CHARACTERS = b"\xef\xbf"  # U+FFFE and U+FFFF begin so, and of other characters only U+FFC0 and above
_RARE = b"\xef"  # two bytes are sought slowly, one at once
# XML allows none of these; libxml2 would stop or put them into the tree.
_ILLEGAL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def parse(text: str, utf8: bytes | None = None) -> lxml_html.HtmlElement:
    """The tree of an HTML page (its root is `html`), at most 2,048 levels deep: walk it with `iter`, not by recursion.

    `utf8` is the same text in UTF-8, where the caller has it.

    Raises LimitError for a page with too many or too deeply nested tags, EmptyInputError for one without any content.
    """
    if len(text) > MAX_TAGS and text.count("<") > MAX_TAGS:  # counted only where there is room for so many
        raise LimitError(f"more than {MAX_TAGS:,} tags")
    # The parser is given bytes of one known encoding: a <meta charset> or XML declaration has no say any more.
    data = _markup(text, utf8)
    # Plain elements: `lxml.html` would look up a Python class for each, a sixth of the time of parse and walk.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, collect_ids=False, remove_comments=True)
    try:
        root = lxml_html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise EmptyInputError("the page holds nothing but markup") from error
    if any(_PARSER_DEPTH in entry.message for entry in parser.error_log.filter_from_fatals()):
        raise LimitError(f"tags nested more than {MAX_DEPTH:,} deep")
    return root


def _markup(text: str, utf8: bytes | None) -> bytes:
    """The page in UTF-8, without what XML does not allow, tags of hundreds of attributes reduced to their names."""
    data = _legal(text, utf8)
    if data is None:
        text = _ILLEGAL.sub("", text)
        data = text.encode()
    return _TAG.sub(_shorter, text).encode() if len(text) > _LARGE or _has_long_tag(text) else data


def _legal(text: str, utf8: bytes | None) -> bytes | None:
    """The text in UTF-8, None where XML does not allow all of it: on bytes that is seen quickly."""
    try:
        data = utf8 or text.encode()
    except UnicodeEncodeError:  # surrogates
        return None
    return None if (_RARE in data and _NO_CHARACTERS in data) or len(data.translate(None, _CONTROLS)) < len(data) else data


def _has_long_tag(text: str) -> bool:
    """A quick look that spares ordinary pages the walk over all tags; blind only for a `<` inside of quotes.

    Goes from one `<` to the last one that is less than a long tag away: where there is none, a long piece follows.
    """
    at = text.find("<")
    while 0 <= at < len(text) - _LONG_TAG:
        last = text.rfind("<", at + 1, at + _LONG_TAG)
        if last >= 0:
            at = last
            continue
        tag = _TAG.match(text, at)
        if tag and len(tag[0]) >= _LONG_TAG:
            return True
        at = text.find("<", at + _LONG_TAG)
    return False


def _shorter(found: re.Match[str]) -> str:
    tag = found[0]
    if len(tag) < _LONG_TAG or len(_ATTRIBUTE.findall(tag)) <= _MAX_ATTRIBUTES:
        return tag
    name = _NAME.match(tag)
    return name[0] if name else ""
