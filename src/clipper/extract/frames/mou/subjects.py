"""What an agreement is about: short noun phrases of its statement of purpose.

In order of trust: `X를 위한 업무협약`, `X에 관한 양해각서`, `X 분야 협약`; the compound before the noun (`X 업무협약`, `수출협약`); `X를 위해 … 협약을`;
then what the article says of the agreement afterwards (`이번 협약은 X를 위해 마련`, `X 등에 협력하기로`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clipper.extract.drafts import Filled
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.merge import Group
from clipper.extract.frames.mou.told import Told
from clipper.extract.spans import Sentence, Span

_FILLER = r"상호|공동|업무|협력|전략적|포괄적|공식|정식|3자|다자|양자|체계|체결|구축|강화|증진|교류|관련|지속적|긴밀한|다자간|3자간|양자간|파트너십|본|새로운|기본|실시|실무|민관|민·관|산학|산·학|1차|2차|공동협력|상호협력|협력체계"
_ONLY_FILLER = re.compile(rf"(?:(?:{_FILLER})[\s·]*)*")
_TRAILING = re.compile(rf"(?:\s(?:{_FILLER}))+$")
_FOR = re.compile(r"(?P<x>.+?)(?:을|를)\s?(?:위한|목적으로 (?:하는|한)|골자로 (?:하는|한)|내용으로 (?:하는|한)|담은|약속하는|다짐하는)\s(?P<rest>.*)$")
_ABOUT = re.compile(r"(?P<x>.+?)(?:에|과|와)\s?(?:관한|대한|따른|관련한|관련된)\s(?P<rest>.*)$")
_FIELD = re.compile(r"(?P<x>.+?)(?:\s등)?(?:\s\d+개)?\s?(?:분야|부문)(?:에서의|의|에서)?\s?(?P<rest>.*)$")
_DOING = re.compile(r"(?P<x>[^,]+?)(?:하는|하기 위한|하기로 하는)(?:\s내용의)?\s(?P<rest>.*)$")
_OUT_OF = re.compile(r"^(?:.*(?:규모의|상당의|간의|간|에 따른|주관하는|추진하는|함께하는|참여하는|최초로|최초의|새로운|공동으로|내용의))\s+")
_YEAR = re.compile(r"^(?:\d{4}년도?|’?\d{2}년|올해|내년|제\d+[차회기])\s")
_PURPOSE = re.compile(r"(?P<x>[^,]{2,60}?)(?:(?:을|를)\s?위해|하기\s?위해|(?:을|를)\s?위하여)\s")
_SAID = (
    re.compile(r"(?:협약|협정|MOU|양해각서|결연|협약식)\S*\s(?P<x>[^,]{2,80}?)(?:을|를|하기)\s?위해\s(?:마련|추진|체결|이뤄|진행|성사|맺)"),
    re.compile(r"(?:협약|협정|MOU|양해각서)\S*\s(?P<x>[^,]{2,80}?)(?:을|를|하기)\s?위한\s것"),
    re.compile(r"협력\s?분야(?:로는|는|로)[,\s]\s?(?P<x>[^.]{2,160}?)(?:\s등|이다|이며|으로)"),
    re.compile(r"(?P<x>[^.]{4,120}?)\s등(?:의|\s[가-힣 ]{0,8}분야(?:에서|에)?|에|에서|을|\s\d+개\s?(?:분야|사업)\S*)\s?(?:[가-힣]+\s){0,2}?(?:협력|공동)"),
    re.compile(r"(?P<x>[^.]{4,100}?)(?:에|을|를)\s(?:적극\s|상호\s|함께\s|공동\s?|긴밀히\s|공동으로\s)*(?:협력|노력|추진|협조)(?:하기로|하고|할|해|한다|키로)"),
)
_ACTION = re.compile(r".*(?:개발|추진|조성|구축|지원|확대|강화|육성|양성|교류|협력|발굴|운영|활성화|증진|홍보|연구|제공|보급|보호|관리|개선|유치|발전|확산|해소|정착|마련|설립|건립|실현|연출|공유|창출|촉진|보전|도입|실증|투자|수출|판매|교육)")
_SPLIT = re.compile(r",\s?|\s및\s|(?<=[가-힣])[과와]\s|\s?[·ㆍ‧]\s?")
_EDGE = " \"'“”‘’「」『』《》〈〉<>,.·ㆍ()[]-–…"
_LEAD = re.compile(r"^(?:이번|이날|앞으로|향후|상호|양\s기관은|두\s기관은|양측은|양사는|함께|공동으로|본격적인|주요 내용은|등을|위해|통해|각각|특히|또한|또|이를 통해|지속적인|안정적인|효율적인|성공적인|원활한|체계적인)\s")


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase as offsets in a sentence's text."""

    start: int
    end: int
    rule: str


def subjects_of(context: Context, group: Group) -> tuple[Filled[str], ...]:
    """The subjects of an agreement, in order of mention."""
    events = sorted(group.events, key=lambda t: (t.caption, t.trigger.type == ""))
    for told in events:
        found = _written(context, told, tuple(_at_noun(told)))
        if found:
            return found
    for told in group.references:
        if not told.quoted:
            found = _written(context, told, tuple(_afterwards(told)))
            if found:
                return found
    return ()


def _written(context: Context, told: Told, phrases: tuple[_Phrase, ...]) -> tuple[Filled[str], ...]:
    found: dict[str, Filled[str]] = {}
    for phrase in phrases:
        for start, end in _items(told.sentence, phrase):
            text = told.sentence.text[start:end]
            if 2 <= len(text) <= 50 and not _ONLY_FILLER.fullmatch(text):
                found.setdefault(text, Filled(text, (told.sentence.at(start, end),), f"subjects:{phrase.rule}"))
    return tuple(found.values())


def _segment(told: Told) -> tuple[int, int]:
    """Where the words between the last argument, day or place and the noun stand, as sentence offsets."""
    end = told.trigger.noun.start - told.sentence.start
    quote = [s for s, e in told.sentence.quotes if s <= told.trigger.noun.start <= e]
    if quote:
        return quote[-1] - told.sentence.start, end
    start = 0
    for word in told.row[: told.stop]:
        if _closes(told, word.index):
            start = max(start, word.span.end - told.sentence.start)
    return min(start, end), end


def _closes(told: Told, i: int) -> bool:
    word = told.row[i]
    if word.core in ("함께", "손잡고", "공동으로"):
        return True
    if word.role in ("topic", "subject", "at_doing"):
        return True
    last_party = [a.items[-1].last for a in told.arguments if a.items and a.position in ("with", "between") and _is_party(told, a.items[-1].last)]
    return i in last_party or (word.core in ("간", "사이") and i - 1 in last_party)


def _is_party(told: Told, i: int) -> bool:
    word = told.row[i]
    return any(span.overlaps(word.span) for party in told.parties for span in party.spans)


def _at_noun(told: Told) -> Iterator[_Phrase]:
    text = told.sentence.text
    start, end = _segment(told)
    piece = text[start:end]
    for pattern, rule in ((_FOR, "for"), (_ABOUT, "about"), (_FIELD, "field"), (_DOING, "doing")):
        hit = pattern.match(piece)
        if hit:
            yield _Phrase(start + hit.start("x"), start + hit.end("x"), rule)
            return
    skip = _OUT_OF.match(piece)
    begin = start + (skip.end() if skip else 0)
    if begin < end and not _ONLY_FILLER.fullmatch(text[begin:end].strip(_EDGE)):
        yield _Phrase(begin, end, "compound")
        return
    hit = _PURPOSE.search(text[:end])
    if hit:
        at = _clause_start(told, hit.end("x"))
        yield _Phrase(at, hit.end("x"), "purpose")


def _clause_start(told: Told, end: int) -> int:
    """The beginning of the noun phrase that ends at `end`: behind the last argument, day or place before it."""
    start = 0
    for word in told.row[: told.stop]:
        if word.span.end - told.sentence.start <= end and _closes(told, word.index):
            start = word.span.end - told.sentence.start
    return start


def _afterwards(told: Told) -> Iterator[_Phrase]:
    text = told.sentence.text
    at = told.trigger.noun.start - told.sentence.start
    for number, pattern in enumerate(_SAID):
        hit = pattern.search(text, at if number else max(0, at))
        if hit:
            yield _Phrase(_last_break(text, hit.start("x"), hit.end("x")), hit.end("x"), "said")
            return


def _last_break(text: str, start: int, end: int) -> int:
    """A phrase begins behind the last topic or connective inside it."""
    found = list(re.finditer(r"(?:은|는|으로|로|통해|따라|이|가|에서|하고|하며)\s", text[start:end]))
    return start + found[-1].end() if found else start


def _items(sentence: Sentence, phrase: _Phrase) -> Iterator[tuple[int, int]]:
    text = sentence.text
    start, end = _trim(text, phrase.start, phrase.end)
    parts = _parts(text, start, end)
    if len(parts) >= 3 or (len(parts) == 2 and all(_ACTION.fullmatch(text[a:b].strip()) for a, b in parts)):
        for a, b in parts:
            yield _trim(text, a, b)
    else:
        yield start, end


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found, at = [], start
    for mark in _SPLIT.finditer(text, start, end):
        found.append((at, mark.start() if mark[0].strip() not in ("과", "와") else mark.start()))
        at = mark.end()
    return [*found, (at, end)]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    changed = True
    while changed and start < end:
        piece = text[start:end]
        left = len(piece) - len(piece.lstrip(_EDGE))
        right = len(piece) - len(piece.rstrip(_EDGE))
        lead = _LEAD.match(piece[left:]) or _YEAR.match(piece[left:])
        tail = _TRAILING.search(piece[: len(piece) - right])
        etc = re.search(r"\s등$", piece[: len(piece) - right])
        start += left + (lead.end() if lead else 0)
        end -= right + (len(etc[0]) if etc else 0)
        changed = bool(left or right or lead or etc)
        if tail and tail.end() - tail.start() < len(piece.strip()) and _worth(piece[: tail.start()]):
            end = min(end, start + len(piece[left : tail.start()]) if not lead else end)
    return start, end


def _worth(piece: str) -> bool:
    return len(piece.strip(_EDGE)) >= 2 and not _ACTION.fullmatch(piece.strip(_EDGE)) is None
