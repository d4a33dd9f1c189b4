"""The lines of a text dump, each with what it looks like by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from clipper.clean.bylines import is_sign_off, tail_byline
from clipper.clean.dumps.endings import (
    ends_in_stop,
    ends_in_verb,
    goes_on,
    is_item,
    needs_more,
    starts_as_tail,
    starts_low,
)
from clipper.clean.dumps.plain import plain
from clipper.clean.noise import Noise, verdict

_HEADING = re.compile(r"^#{1,6}\s+(?=\S)")
# Bullets that browsers put before the items of any list; an article's own bullets (△ ▲ □ ○ ◆) are not among them.
_LIST_BULLET = re.compile(r"^(?:[•∙◦]|\*(?=\s))\s*")
_NUMBER = re.compile(r"^(?:\d{1,2}[.)]|\d{1,2}위|\d{3,7})\s+\S")
_CUT = re.compile(r"(?:[^.]\.\.|…|\.{3,}|·{3})[\"'”’)]{0,2}$")
_STOP_AFTER_HANGUL = re.compile(r"[가-힣]\.[\"'”’)\]]{0,3}$")
# From this length on a line with sentences in it is a text, whatever it ends in; previews are cut sooner.
_BLOCK = 450
_INNER_END = re.compile(r"[가-힣][다요]\.(?=[\s\"”가-힣])")
# The credit of a picture in brackets, and the button over one: what stands above and below is its text.
_CREDIT = re.compile(r"[\[(<【][^\[\]()]{2,40}[\])>】]\.?")
_ZOOM = re.compile(r"(?:사진|이미지)\s?(?:확대|크게|원본|자세히)(?:\s?보기)?|(?:기사\s)?이미지\s?보기")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `text` with single blanks, `gap` empty lines above it, `kind` and, for furniture, the verdict.

    `kind` is `prose` (one or more whole sentences), `item` (of a list), `text` (a headline, a fragment) or `noise`.
    `listed` says that a list bullet of the browser or a rank stood before it, `heading` that it was marked as one.
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
    found: list[Line] = []
    gap = 0
    for raw in plain(text).splitlines():
        line = _line(raw.strip(), gap)
        if line is None:
            gap += 1
            continue
        if found and _is_rest_of(line, found[-1]):
            line = _line(together(found[-1].text, line.text), found[-1].gap) or line
            found.pop()
        found.append(line)
        gap = 0
    return tuple(_with_captions(found))


def together(said: str, more: str) -> str:
    """Two pieces of a sentence: a particle or a comma belongs to the word before it."""
    return f"{said}{more}" if starts_low(more) or starts_as_tail(more) else f"{said} {more}"


def _is_rest_of(line: Line, before: Line) -> bool:
    """Whether a sentence was broken here, as converters do around words in bold."""
    if line.gap or before.kind != "text" or before.listed or before.heading or line.listed or line.kind == "noise":
        return False
    return goes_on(before.text) or needs_more(before.text) or starts_low(line.text) or starts_as_tail(line.text)


def _with_captions(lines: list[Line]) -> Iterator[Line]:
    """A picture's text stands right above its credit (`대전시청 전경`, then `[대전시 제공]`) or below the zoom button."""
    for i, line in enumerate(lines):
        before, after = lines[i - 1] if i else None, lines[i + 1] if i + 1 < len(lines) else None
        credit = after is not None and after.gap == 0 and after.noise is not None and _CREDIT.fullmatch(after.text)
        zoom = before is not None and line.gap <= 1 and _ZOOM.fullmatch(before.text)
        if (credit and line.kind == "text" and len(line.text) <= 60) or (zoom and _is_short(line)):
            yield replace(line, kind="noise", noise=Noise("caption"))
        else:
            yield line


def _is_short(line: Line) -> bool:
    return line.kind != "noise" and len(line.text) <= 100 and not line.text.endswith("다.")


def _line(raw: str, gap: int) -> Line | None:
    bare = _LIST_BULLET.sub("", raw)
    heading = bool(_HEADING.match(bare))
    bare = _HEADING.sub("", bare).strip()
    if not bare:
        return None
    listed = (bare != raw.strip() and not heading) or bool(_NUMBER.match(bare))
    noise = None if is_sign_off(bare) else verdict(bare)
    return Line(bare, gap, "noise" if noise else _kind(bare), noise, listed, heading)


def _kind(text: str) -> str:
    if _is_prose(text) or is_sign_off(text):
        return "prose"
    return "item" if is_item(text) else "text"


def _is_prose(text: str) -> bool:
    """Whole sentences; neither a preview that is cut off (`시작되는..`) nor a headline that ends in a verb or `?`."""
    tail = None if ends_in_stop(text) else tail_byline(text)
    text = tail.rest if tail else text
    if len(text) < 12 or " " not in text:
        return False
    if len(text) >= _BLOCK and len(_INNER_END.findall(text)) >= 2:
        return True
    if _CUT.search(text) and not ends_in_verb(text.rstrip(".…·")):
        return False
    if ends_in_stop(text):
        return len(text) >= 40 or bool(_STOP_AFTER_HANGUL.search(text))
    return len(text) >= 60 and ends_in_verb(text)
