"""What stands in the brackets behind a name: its head (`대표 강기연`), a short form (`이하 스터프`), or another form (`KAIST`)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clipper.extract.mentions.orgs.names import bare_name, is_title
from clipper.extract.spans import Span

_HEAD = re.compile(
    r"(?P<title>(?:[가-힣]+ )?[가-힣A-Z]{2,12})[ ·:]\s*(?P<name>[가-힣]{2,4}|[가-힣]{1,8}(?: [가-힣]{1,8}){1,3})(?=$|[·,ㆍ‧ ])"
)
_HEAD_REVERSED = re.compile(r"(?P<name>[가-힣]{2,4}) (?P<title>[가-힣]{2,8})$")
# A blank or a mark behind 이하: in `(총장 이하늘)` it begins a name.
_SHORT = re.compile(r"(?:이하(?:\s+[‘'\"“]?|[‘'\"“])|^이하(?=\S{2,20}$))(?P<name>[^‘'\"”’,·]{1,20})")
# Latin, or Hangul without blanks: another form of the name. Hanja and dates are none.
_FORM = re.compile(r"[A-Z][A-Za-z0-9&.\- ]{1,60}|[가-힣A-Za-z0-9]{2,12}")


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracket read: spans of the head's title and name, and the other form of the body's name, where it holds them."""

    head_title: Span | None = None
    head_name: Span | None = None
    form: str = ""
    short: bool = False

    @property
    def names_a_body(self) -> bool:
        """Whether only an organisation can have such a bracket."""
        return self.head_name is not None or self.short


def read(text: str, span: Span) -> Bracket:
    """Read the bracket with inner text `text` that stands at `span`."""
    head, title, name = _head(text, span)
    short = _SHORT.search(text)
    if short and not short["name"].endswith(("시간", "시각")):
        return Bracket(title, name, bare_name(short["name"]), True)
    if not head and _FORM.fullmatch(text) and not text.isdigit():
        return Bracket(form=bare_name(text))
    return Bracket(title, name)


def _head(text: str, span: Span) -> tuple[bool, Span | None, Span | None]:
    for pattern in (_HEAD, _HEAD_REVERSED):
        found = pattern.match(text)
        if found and is_title(found["title"].split()[-1]) and not is_title(found["name"]):
            return True, _inner(span, found, "title"), _inner(span, found, "name")
    return False, None, None


def _inner(span: Span, found: re.Match[str], group: str) -> Span:
    return Span(span.paragraph, span.start + found.start(group), span.start + found.end(group))
