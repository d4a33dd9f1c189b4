"""The words of a sentence as people are named in it: brackets and list marks cut, glosses hidden.

`스키트(Christopher Skeete) 퀘벡주 경제장관` is read as `스키트 퀘벡주 경제장관`: what stands in brackets in Latin,
hanja or digits says nothing about who stands where. Hangul brackets stay: they hold names and titles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from clipper.data import words as column
from clipper.extract.mentions.people.names import STRONG, korean_name, surnames
from clipper.extract.mentions.people.titles import titled
from clipper.extract.spans import Sentence

_GLOSS = re.compile(r"\((?=[A-Za-z\u4e00-\u9fff])[^()]{1,60}\)|\([^()가-힣]{1,60}\)|\[[^\[\]가-힣]{1,60}\]|\((?:사진|왼쪽|오른쪽|가운데)\)"
    # the party of a member of parliament (`김가람(새별당) 위원장`)
    r"|(?<=[가-힣])\((?:[가-힣]{2,6}당|국민의힘|무소속|민주|공화|자민련)(?:[·,ㆍ]\s?[^()]{1,10})?\)(?=\s[가-힣])"
    # the field of a division (`반도체(위탁생산) 사업부 사장`)
    r"|(?<=[가-힣A-Za-z])\([가-힣·]{2,12}\)(?=\s?(?:사업부|사업본부|사업부문|부문)\s)")
_LEGAL = re.compile(r"\((?:주|사|재|유|사단|재단)\)")
_WORD = re.compile(r"[^\s()\[\],·ㆍ‧․・/:;“”\"'‘’「」『』<>《》〈〉=|△▲▷▶□○◇■●◆※→…*!?]+")
_NAME, _OFFICE = 3, 60
_GLUED = _NAME + 2  # letters of a name and the shortest title
# What ends the names of bodies and offices more often than those of people (`이사회의장`).
_BODY_ENDS = frozenset("회부처청원단실국과소관사장당")
# `장관등은`, `총장일행이`
_AND_OTHERS = re.compile(r"(?<=[가-힣]{2})(?:등|일행)(?:은|는|이|가|을|를|과|와|도|의|에게)?$")
# Ends of bodies between a name and its title in one word (`정유찬상공협회회장`).
_BODIES = ("그룹", "협회", "연합회", "전경련", "상의", "은행", "건설", "전자", "중공업", "증권", "화학", "위원회", "공사", "재단", "조합")
_HANJA = re.compile(r"(?P<name>[가-힣]{2,4})\((?P<hanja>[\u4e00-\u9fff]{2,4})\)")
_HIDDEN, _KEPT = "\x01", "\x02"


class Word(NamedTuple):
    """A word with its offsets in the sentence (a gloss inside is not in `text`), `gap`, what stood before it, whether it
    stands inside brackets, and whether as many Chinese characters are its gloss (`마하오(馬浩)`)."""

    start: int
    end: int
    text: str
    gap: str
    inside: bool
    hanja: bool = False


def named_words(sentence: Sentence) -> tuple[Word, ...]:
    """All words of a sentence in order."""
    return tuple(_words(sentence.text))


def _words(text: str) -> Iterator[Word]:
    if "(" not in text and "[" not in text:  # most sentences
        yield from _plain_words(text)
        return
    masked = _GLOSS.sub(lambda m: _HIDDEN * len(m[0]), text)
    if "(" in masked:
        masked = _LEGAL.sub(lambda m: _KEPT * len(m[0]), masked)
    behind, depth = 0, 0
    for found in _WORD.finditer(masked):
        body = found[0].rstrip(".~-_" + _HIDDEN)
        if not body.strip(_HIDDEN + _KEPT):
            continue
        gap = masked[behind : found.start()].replace(_HIDDEN, "")
        depth = min(1, max(0, depth + gap.count("(") - gap.count(")")))
        start = found.start() + len(body) - len(body.lstrip(_HIDDEN))
        end = found.start() + len(body)
        said = body.replace(_HIDDEN, "").replace(_KEPT, "")
        if found[0].endswith(_HIDDEN) and _is_hanja(text[found.start() : found.end()], said):
            yield Word(start, end, said, gap, depth > 0, hanja=True)
        elif len(said) == end - start:
            yield from _cut(start, said, gap, depth > 0)
        elif (glossed := _glossed_name(body, text[found.start() : end])) is not None:
            # `정유찬(鄭裕燦)외교부장관`, `가오톈(高天)차관`
            foreign = korean_name(body[:glossed]) < STRONG
            yield Word(found.start(), found.start() + glossed, body[:glossed], gap, depth > 0, hanja=foreign)
            at = glossed + len(body[glossed:]) - len(body[glossed:].lstrip(_HIDDEN))
            yield from _cut(found.start() + at, body[at:], " ", depth > 0)
        else:
            yield Word(start, end, said, gap, depth > 0)
        behind = end


def _is_hanja(written: str, said: str) -> bool:
    """Whether a word of two to four syllables has a Chinese character for each in the bracket behind it."""
    gloss = _HANJA.fullmatch(written)
    return gloss is not None and gloss["name"] == said and _is_name_of(gloss)


def _is_name_of(gloss: re.Match[str] | None) -> bool:
    """A syllable for each character; Chinese ones may take two (`자오윈(趙雲)`)."""
    if gloss is None:
        return False
    name, hanja = gloss["name"], gloss["hanja"]
    chinese = len(hanja) < len(name) and bool({name[:1], name[:2]} & column("surnames_chinese", "surname"))
    return len(hanja) == len(name) or chinese


def _glossed_name(body: str, written: str) -> int | None:
    """The length of a full name before its hidden gloss, where an office is run together with the bracket; one with as many
    Chinese characters in it need not be Korean."""
    name, _, rest = body.partition(_HIDDEN)
    rest = rest.lstrip(_HIDDEN)
    if len(name) not in (_NAME - 1, _NAME, _NAME + 1) or _HIDDEN in rest or _KEPT in body:
        return None
    if korean_name(name) < STRONG and not _is_name_of(_HANJA.match(written)):
        return None
    return len(name) if titled(rest) is not None else None


def _plain_words(text: str) -> Iterator[Word]:
    """The words of a text without brackets."""
    behind = 0
    for found in _WORD.finditer(text):
        said = found[0].rstrip(".~-_")
        if not said:
            continue
        start = found.start()
        gap, behind = text[behind:start], start + len(said)
        if len(said) < _GLUED - 1:  # too short to be cut, as every other word is
            yield Word(start, behind, said, gap, False)
        else:
            yield from _cut(start, said, gap, False)


def _cut(start: int, said: str, gap: str, inside: bool) -> Iterator[Word]:
    """A word as it stands at an offset, or in parts: name, title, and `등` or `일행` run together with the title."""
    rest = ""
    others = len(said) >= _GLUED - 1 and ("등" in said or "일행" in said)
    if others and (tail := _AND_OTHERS.search(said)) and _is_title(said[: tail.start()]):
        said, rest = said[: tail.start()], tail[0]
    if len(said) >= _GLUED and name_with_title(said):
        yield Word(start, start + _NAME, said[:_NAME], gap, inside)
        start, said, gap = start + _NAME, said[_NAME:], ""
    yield Word(start, start + len(said), said, gap, inside)
    if rest:
        yield Word(start + len(said), start + len(said) + len(rest), rest, "", inside)


def _is_title(word: str) -> bool:
    """Whether a word ends in an office that is no ordinary word too, and has no particle."""
    found = titled(word)
    return found is not None and not found.particle and not found.title.homograph and found.title.rank >= _OFFICE


@lru_cache(maxsize=16384)
def name_with_title(word: str) -> bool:
    """`이홍구총리는`, `한승주외무장관`, `김우중대우그룹회장`: a full name run together with a title, as older papers print it."""
    name, rest = word[:_NAME], word[_NAME:]
    if len(word) < _GLUED or name[-1] in _BODY_ENDS or korean_name(name) < STRONG or surnames().get(name[0]) != "common":
        return False
    if word[: _NAME + 1] in column("korea", "name"):
        return False  # `전라남도지사`
    found = titled(rest)
    whole = titled(word)
    if found is None or found.title.homograph or found.title.rank < _OFFICE:
        return False
    if whole is not None and len(whole.title.title) > len(found.title.title):
        # `조정위원장`
        return False
    known = found.prefix in column("portfolios", "word") or found.prefix in column("title_cities", "city")
    return not found.prefix or known or found.prefix.endswith(_BODIES)
