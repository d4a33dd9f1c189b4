"""The lines of a text dump, each with what it looks like by itself."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from clipper.clean.bylines import is_sign_off, tail_byline
from clipper.clean.noise import Noise, verdict
from clipper.errors import LimitError

MAX_CHARS = 4_000_000
MAX_LINES = 20_000

_ENTITY = re.compile(r"&(?:nbsp|quot|amp|lt|gt|middot|hellip|[lr]squo|[lr]dquo|#\d{2,5}|#x[0-9a-fA-F]{2,4});")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\ue000-\uf8ff]")
_BLANKS = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
# What converters leave of links, images, headings and emphasis.
_IMAGE = re.compile(r"!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)")
_LINK = re.compile(r"\[([^\]\n]{1,200})\]\((?:https?:|/|#|javascript:|mailto:)[^)\n]{0,500}\)")
_HEADING = re.compile(r"^#{1,6}\s+(?=\S)")
_STRONG = re.compile(r"\*\*([^*\n]{1,300})\*\*")
# A label whose stamp went to the next line, and the credit of a picture in brackets.
_LABEL_ALONE = re.compile(
    r"^(\s*(?:[•*-]\s)?(?:기사\s?)?(?:입력|등록|승인|송고|작성|게시|수정|최종수정|발행|배포)(?:일|일시|시간|일자|날짜)?|\s*(?:[•*-]\s)?날짜)"
    r"\s*[:：]?\s*\n\s*(?=(?:19|20)\d\d\s?[-./년])",
    re.MULTILINE,
)
# The lead of a wire story, glued behind the caption of its picture.
_GLUED_LEAD = re.compile(
    r"(?<=[^\s\n])[ ]?(?=[\[(【][가-힣]{2,8}=[가-힣A-Za-z0-9]{2,8}[\])】]\s?[가-힣·,\s]{2,20}(?:기자|특파원)\s?=\s)"
)
_CREDIT = re.compile(r"[\[(<【][^\[\]()]{2,40}[\])>】]\.?")
# Bullets that browsers put before the items of any list; an article's own bullets (△ ▲ □ ○ ◆) are not among them.
_LIST_BULLET = re.compile(r"^(?:[•∙◦]|\*(?=\s))\s*")
_NUMBER = re.compile(r"^(?:\d{1,2}[.)]|\d{1,2}위|\d{3,7})\s+\S")
_ITEM = re.compile(
    r"^(?:[△▲▽▼□■○●◇◆◎▷▶☆★※ㆍ·‧∙◦•\-–—*❍ㅇㅁ➊-➓①-⑳㉠-㉭❶-❿]|\d{1,2}[.)]\s|[가-하][.)]\s|[QA][.)\s:])\s*\S"
)
_SENTENCE_END = re.compile(r"[.?!…][\"'”’」』)\]〉》]{0,3}$")
_CUT = re.compile(r"(?:[^.]\.\.|…|\.{3,}|·{3})[\"'”’)]{0,2}$")
_VERB_END = re.compile(r"(?:[가-힣]다|[가-힣]요|니까|지요|[가-힣][음함임됨])[\"'”’)\]]{0,3}$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `text` with single blanks, `gap` empty lines above it, `kind` and, for furniture, the verdict.

    `kind` is `prose` (one or more whole sentences), `item` (of a list), `text` (a headline, a fragment) or `noise`.
    `listed` says that a list bullet of the browser or a rank stood before it.
    """

    text: str
    gap: int
    kind: str
    noise: Noise | None = None
    listed: bool = False
    heading: bool = False

    @property
    def ends_page(self) -> bool:
        """Nothing of the article follows such a line once the body has begun."""
        return self.noise is not None and self.noise.ends == "page"


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a dump that are not empty; LimitError for more text than any page holds."""
    if len(text) > MAX_CHARS:
        raise LimitError(f"{len(text):,} characters of text, the limit is {MAX_CHARS:,}")
    if text.count("\n") > MAX_LINES:
        raise LimitError(f"more than {MAX_LINES:,} lines of text")
    if _ENTITY.search(text):
        text = html.unescape(text)
    found: list[Line] = []
    gap = 0
    plain = _BLANKS.sub(" ", _INVISIBLE.sub("", text))
    for raw in _GLUED_LEAD.sub("\n", _LABEL_ALONE.sub(r"\1 ", plain)).splitlines():
        line = _line(raw.strip(), gap)
        if line is None:
            gap += 1
            continue
        found.append(line)
        gap = 0
    return tuple(_with_captions(found))


def _with_captions(lines: list[Line]) -> Iterator[Line]:
    """A picture's text stands right above its credit: `대전시청 전경`, then `[대전시 제공]`."""
    for i, line in enumerate(lines):
        after = lines[i + 1] if i + 1 < len(lines) else None
        credit = after is not None and after.gap == 0 and after.noise is not None and _CREDIT.fullmatch(after.text)
        if credit and line.kind == "text" and len(line.text) <= 60:
            yield replace(line, kind="noise", noise=Noise("caption"))
        else:
            yield line


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence ends: by a full stop, or by a verb."""
    return bool(_SENTENCE_END.search(text) or _VERB_END.search(text))


def is_item(text: str) -> bool:
    """Whether a line is headed as an item of a list or a subhead."""
    return bool(_ITEM.match(text))


def _line(raw: str, gap: int) -> Line | None:
    text = _IMAGE.sub("", _LINK.sub(r"\1", raw)) if "](" in raw else raw
    text = _STRONG.sub(r"\1", text) if "**" in text else text
    bare = _LIST_BULLET.sub("", text)
    heading = bool(_HEADING.match(bare))
    bare = _HEADING.sub("", bare).strip()
    if not bare:
        return None
    listed = (bare != text.strip() and not heading) or bool(_NUMBER.match(bare))
    noise = None if is_sign_off(bare) else verdict(bare)
    return Line(bare, gap, "noise" if noise else _kind(bare), noise, listed, heading)


def _kind(text: str) -> str:
    if _is_prose(text) or is_sign_off(text):
        return "prose"
    return "item" if is_item(text) else "text"


def _is_prose(text: str) -> bool:
    """Whole sentences; neither a preview that is cut off (`시작되는..`) nor a headline that ends in a verb or `?`."""
    tail = None if _SENTENCE_END.search(text) else tail_byline(text)
    text = tail.rest if tail else text
    if len(text) < 12 or " " not in text or (_CUT.search(text) and not _VERB_END.search(text.rstrip(".…·"))):
        return False
    if _SENTENCE_END.search(text):
        return len(text) >= 40 or bool(re.search(r"[가-힣]\.[\"'”’)\]]{0,3}$", text))
    return len(text) >= 60 and bool(_VERB_END.search(text))
