"""The agreement's own name, and what the parties are to do, in the article's words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clipper.extract.drafts import Filled
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.merge import Group
from clipper.extract.frames.mou.told import Told
from clipper.extract.spans import Sentence

_BULLETS = re.compile(r"[△▲▷▶◇◆■□○●ㆍ·①-⑩]\s?(?P<item>[^△▲▷▶◇◆■□○●①-⑩]{2,120}?)(?=\s?(?:[△▲▷▶◇◆■□○●①-⑩]|등(?:이|을|에|의|으로)|$))")
_LISTS = re.compile(r"[△▲▷▶]\s?\S")
_AGREED = re.compile(r"(?P<deed>[^,.“”△▲▷▶]{8,120}?(?:하기로|키로))\s(?:했|한|하고|하였|합의|약속|뜻)")
_MOST = 12


def title_of(context: Context, group: Group) -> Filled[str] | None:
    """A quoted name that ends with the agreement's noun (`‘복지등기 우편서비스 업무협약’`)."""
    for told in group.events:
        for start, end in told.sentence.quotes:
            noun = told.trigger.noun
            if start <= noun.start and noun.end <= end <= noun.end + 8 and noun.start - start > 2:
                text = context.analysis.article.paragraphs[noun.paragraph][start:end]
                span = told.sentence.at(start - told.sentence.start, end - told.sentence.start)
                return Filled(text, (span,), "title:quoted")
    return None


def commitments_of(context: Context, group: Group) -> tuple[Filled[str], ...]:
    """The items of a list in a sentence about the agreement, and what the parties agreed to do (`… 협력하기로 했다`)."""
    if group.background:
        return ()
    found: dict[str, Filled[str]] = {}
    for sentence in _sentences(group):
        for item in (*_listed(sentence), *_agreed(sentence)):
            found.setdefault(item.value, item)
    return tuple(found.values())[:_MOST]


def _sentences(group: Group) -> Iterator[Sentence]:
    tellings: tuple[Told, ...] = (*group.events, *group.references)
    yield from dict.fromkeys(t.sentence for t in tellings if not t.quoted and not t.headline and not t.caption)


def _listed(sentence: Sentence) -> Iterator[Filled[str]]:
    if len(_LISTS.findall(sentence.text)) < 2:
        return
    for item in _BULLETS.finditer(sentence.text):
        text = item["item"].strip(" ,.;·")
        start = item.start("item") + item["item"].find(text)
        if len(text) > 1:
            yield Filled(text, (sentence.at(start, start + len(text)),), "commitments:list")


def _agreed(sentence: Sentence) -> Iterator[Filled[str]]:
    if "하기로" not in sentence.text and "키로" not in sentence.text:  # most sentences; the pattern would try every letter of them
        return
    for deed in _AGREED.finditer(sentence.text):
        text = deed["deed"].strip()
        start = deed.start("deed") + deed["deed"].find(text)
        yield Filled(text, (sentence.at(start, start + len(text)),), "commitments:agreed")
