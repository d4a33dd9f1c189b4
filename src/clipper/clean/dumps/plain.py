"""What converters, browsers and mail programs leave in a text dump, taken out before its lines are looked at."""

from __future__ import annotations

import html
import re

from clipper.clean.dumps.wraps import unwrapped
from clipper.errors import LimitError

MAX_CHARS = 4_000_000
MAX_LINES = 20_000

_ENTITY = re.compile(r"&(?:nbsp|quot|amp|lt|gt|middot|hellip|[lr]squo|[lr]dquo|#\d{2,5}|#x[0-9a-fA-F]{2,4});")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\ue000-\uf8ff]")
_BLANKS = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
# Markup that survived as text, and what Markdown writers make of images, links, emphasis.
_TAG = re.compile(
    r"</?(?:a|b|i|u|p|br|em|img|div|span|font|strong|iframe|script|table|tbody|thead|tr|td|th|li|ul|ol|h\d)\b"
    r"[^<>\n]{0,600}>",
    re.IGNORECASE,
)
_CELL_TAG = re.compile(r"<t[dh]\b[^<>\n]{0,600}>", re.IGNORECASE)
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,600}\)")
_LINK = re.compile(r"\[([^\]\n]{0,200})\]\((?:https?:|/|#|javascript:|mailto:)[^)\n]{0,600}\)")
_STRONG = re.compile(r"\*{2,4}|(?<![\w*])_(?=\S)|(?<=\S)_(?![\w*])")
_CELL = re.compile(r"^ ?(?:\| )?(제목|제 목)(?: ?[|:：] ?| (?=\S))", re.MULTILINE)
# A label whose stamp went to the next line.
_LABEL_ALONE = re.compile(
    r"^( ?(?:[•*-] )?(?:(?:기사 ?)?(?:입력|등록|승인|송고|작성|게시|수정|최종수정|발행|배포)(?:일|일시|시간|일자|날짜)?|날짜))"
    r" ?[:：]? ?\n(?: ?\n){0,2} ?(?=(?:19|20)\d\d ?[-./년])",
    re.MULTILINE,
)
# The lead of a wire story, glued behind the caption of its picture.
_END_MARK = re.compile(r" ?(?:[<(\[/] ?끝 ?[>)\]/]|//끝)\.? ?$", re.MULTILINE)
_GLUED_LEAD = re.compile(
    r"(?<=[^\s\n])[ ]?(?=[\[(【][가-힣]{2,8}=[가-힣A-Za-z0-9]{2,8}[\])】]\s?[가-힣·,\s]{2,20}(?:기자|특파원)\s?=\s)"
)


def plain(text: str) -> str:
    """`text` with single blanks, unwrapped, without markup; LimitError for more text than any page holds."""
    if len(text) > MAX_CHARS:
        raise LimitError(f"{len(text):,} characters of text, the limit is {MAX_CHARS:,}")
    if text.count("\n") > MAX_LINES:
        raise LimitError(f"more than {MAX_LINES:,} lines of text")
    if _ENTITY.search(text):
        text = html.unescape(text)
    text = unwrapped(_BLANKS.sub(" ", _INVISIBLE.sub("", text)))
    if "](" in text or "**" in text:
        text = _STRONG.sub("", _LINK.sub(r"\1", _IMAGE.sub("", text)))
    if "<" in text:
        text = _BLANKS.sub(" ", _TAG.sub(" ", _CELL_TAG.sub(" | ", text)))
    text = _END_MARK.sub("", _CELL.sub("", text))
    return _GLUED_LEAD.sub("\n", _LABEL_ALONE.sub(r"\1 ", text))
