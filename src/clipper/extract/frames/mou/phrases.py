"""Noun phrases of purpose: how a list of them splits, what is filler at their edges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clipper.data import words as vocabulary
from clipper.extract.drafts import Filled
from clipper.extract.frames.mou.lexicon import (
    actions,
    filler,
    leads,
    no_subjects,
    trailing,
)
from clipper.extract.frames.mou.quoted import with_marks
from clipper.extract.spans import Sentence

_MANNER = re.compile(
    r"의\s(?:성공적|안정적|효율적|체계적|원활한|지속적|차질 없는|성공)(?:인|으로)?\s?(?:추진|운영|수행|시행|정착|이행|개최)?$"
)
_EDGE = " `\"'“”‘’「」『』《》〈〉<>,.·ㆍ[]-–…△▲○ㅇ①②③④⑤⑥⑦⑧⑨"
# `2억 달러(2868억여 원) 규모의 투자`: how much of it is no part of what it is.
_SUM = re.compile(
    r"(?:총|약|모두)?\s?\d[\d,.]*(?:\s?[조억만천백]\s?\d*[\d,.]*)*여?\s?(?:원|달러|유로|엔|위안|불)?(?:\([^()]*\))?"
    r"\s?(?:규모의?|상당의?|가량의|대의?)?\s(?=[가-힣])"
)
_SPLIT = re.compile(
    r",(?!\d{3})\s?|\s및\s|(?<=[가-힣])[과와]\s|\s등\s(?!\d)|\s?[▲△▶▷■●]\s?|\s?[①-⑩]\s?|"
    r"(?:\s(?:분야|부문))?\s?(?:뿐(?:만)?\s아니라|[은는] 물론),?\s"
)
_DOTS = re.compile(r"\s?[·ㆍ‧∙]\s?")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as offsets in a sentence's text, and the rule that found it."""

    start: int
    end: int
    rule: str


_TAIL = re.compile(
    r"(?<=[가-힣])[을를]\s(?:도모|꾀|촉진|(?![가-힣]*하기)[가-힣]{1,4}기)$|"  # `교역을 늘리기 위한`
    r"(?<=사업)\s사업$|\s(?:업무)?제휴$|[을를]\s(?:주요\s)?(?:내용|골자|뼈대|목적|목표|취지)(?:으로|로)$|"
    r"\s등(?:이|의|으로|에)?(?:\s\d+\S{0,2}|\s(?:다양한|여러|제반|각종|폭넓은))?$|(?:을|를)?\s?하기로$|(?:을|를) 겸한$|등으로$|"
    r"(?<=[가-힣])\s관련$|\s(?:자발적|[2-9삼양다]자|상호|공동|업무|전략적|포괄적|재|(?:목적|차원)의)$"
)


def worded(text: str) -> str:
    """A text without quotation marks and blanks at its ends."""
    return text.strip(_EDGE)


_UNFINISHED = re.compile(r"(?:에 대해|하는|되는|위한|관한|대한|따른|관련한|통한|내용의|에|와|과)$|^(?:등|및|와|과)\s")


def items(sentence: Sentence, phrase: Phrase) -> Iterator[Filled[str]]:
    """The subjects that a phrase holds: one, or each of a list."""
    for start, end in _pieces(sentence.text, phrase):
        start, end = _without_aim(sentence.text, start, end, phrase.rule in _LOOSE)
        start, end = with_marks(sentence.text, start, end)
        text = sentence.text[start:end]
        if 2 <= len(text) <= 60 and not filler().fullmatch(text) and not _UNFINISHED.search(text) and not says_nothing(text):
            yield Filled(text, (sentence.at(start, end),), f"subjects:{phrase.rule}")


_LOOSE = frozenset({"promise", "said", "undertaken"})
_AIM = re.compile(r"(?P<aim>\S.+?)(?:을|를|하기) 위한 (?P<deed>\S.+)")


def _without_aim(text: str, start: int, end: int, loose: bool) -> tuple[int, int]:
    """`중소기업 성장을 위한 신기술 교류`: what is done, where the phrase was found loosely; the aim where what is done says nothing."""
    found = _AIM.fullmatch(text, start, end)
    if not found:
        return start, end
    deed = _trim(text, *found.span("deed"))
    plain = text[slice(*deed)]
    if filler().fullmatch(plain) or says_nothing(plain):
        return found.span("aim")
    return deed if loose else (start, end)


_NO_SUBJECT = re.compile(
    r"(?:협약|협정|MOU|각서|체결)(?:[을를이의]|\s(?:체결|이후|뒤|후))\s|(?:^|\s)(?:제반|기타)\s|(?:에 관한|관련) 사항$|[가-힣]{2}함$"
    r"|^더불어$|\s간의?$|[양삼사]자간$|^\d[\d,]*여?(?:대|명|곳|건|개|원)$|^\d+(?:번째|건|개|차례)\S{0,2}(?:\s(?:국내|국외|해외))?$"
    r"|^[A-Z]{2,6}\([A-Z][A-Za-z ]+\)$|(?:체결한|맺은|따르면|개최한|간담회|기념식|기념촬영|오찬|만찬)$|[가-힣](?:하였고|했고|했으며),?\s"
)


_AND = re.compile(r"\s및\s|[·,]\s?|(?<=[가-힣])[과와]\s")


def says_nothing(text: str) -> bool:
    """A noun for people or bodies, or for doing in general, with nothing beside it; words of a clause."""
    nouns = _AND.split(text)
    if all(noun in no_subjects() for noun in nouns):
        return True
    return text in vocabulary("countries_short", "word") or _NO_SUBJECT.search(text) is not None


def _pieces(text: str, phrase: Phrase) -> Iterator[tuple[int, int]]:
    start, end = _trim(text, phrase.start, phrase.end)
    parts = list(_parts(text, start, end, _SPLIT))
    parts = _with_owners(text, _with_modifiers(text, parts))
    if len(parts) == 2 and not _are_two(*(worded(text[a:b]) for a, b in parts)):
        parts = [(start, end)]
    for a, b in parts:
        dotted = list(_parts(text, a, b, _DOTS))
        tight = len(dotted) > 1 and all(" " not in text[x:y].strip() and y - x > 1 for x, y in dotted)
        yield from (_trim(text, x, y) for x, y in (dotted if tight else [(a, b)]))


_THROUGH = re.compile(r"[을를] (?:통한|위한|활용한|이용한|바탕으로 한|기반으로 한|접목한)\s")
_OF = re.compile(r"\S+의\s")
_JOINED = re.compile(r"\s?(?:및|[과와])\s?")


def _with_modifiers(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """`경찰관과 가족의 건강`, `기술 및 자원 교류를 위한 마당`: things joined inside a modifier are no subjects by themselves."""
    joined: list[tuple[int, int]] = []
    for a, b in parts:
        while joined and _modifies(text, joined[-1], (a, b)):
            a, _ = joined.pop()
        joined.append((a, b))
    return joined


def _modifies(text: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    joint, noun = text[first[1] : second[0]], worded(text[slice(*first)])
    if actions().fullmatch(noun) or not _JOINED.fullmatch(joint):
        # `센서, 통신 기술을 활용한 연구`
        return joint.strip() == "," and " " not in noun and not actions().fullmatch(noun) and bool(_THROUGH.search(text, *second))
    return bool(_THROUGH.search(text, *second) or _OF.match(text, second[0], second[1]))


def _with_owners(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """`학생 및 교사 교육`: a bare noun for people goes with the part behind it."""
    joined: list[tuple[int, int]] = []
    for a, b in parts:
        owners = bool(joined) and worded(text[slice(*joined[-1])]) in no_subjects()
        if owners and text[joined[-1][1] : a].strip() in ("및", "과", "와"):
            a, _ = joined.pop()
        joined.append((a, b))
    return joined


def _are_two(first: str, second: str) -> bool:
    """Two deeds, each with its own object (`원료의 연구개발과 생산` is one)."""
    return bool(actions().fullmatch(first) and actions().fullmatch(second)) and (" " in second or len(second) > 3)


def _parts(text: str, start: int, end: int, marks: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    at = start
    for mark in marks.finditer(text, start, end):
        if text.count("(", at, mark.start()) > text.count(")", at, mark.start()):
            continue
        yield at, mark.start()
        at = mark.end()
    yield at, end


# `전기차를 중심으로 한 시장`, cut behind 으로: the verb belongs to what stands before the phrase.
_VERB_FIRST = re.compile(r"(?:한|하는|[가-힣]{2,4}(?:하는|되는|된|하면|해))\s")
_ITS_OWN = re.compile(r"(?:[을를에]|으로|때문에)\s$")


def _verb_first(text: str, start: int, end: int) -> int:
    """The length of a verb that opens a phrase though its object stands outside."""
    hit = _VERB_FIRST.match(text, start, end)
    bare = hit is not None and hit[0] in ("한 ", "하는 ")
    return hit.end() - start if hit and (bare or _ITS_OWN.search(text[:start])) else 0


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Without quotation marks, filler and `등` at the edges."""
    while start < end:
        piece = text[start:end]
        left = len(piece) - len(piece.lstrip(_EDGE))
        lead = leads().match(piece[left:])
        right = len(piece) - len(piece.rstrip(_EDGE))
        tail = _TAIL.search(piece[: len(piece) - right])
        right += len(tail[0]) if tail else 0
        left += lead.end() if lead else 0
        left = left or _verb_first(text, start, end)
        if not left and not right:
            break
        start, end = start + left, end - right
    money = _SUM.match(text[start:end])
    if money:
        start += money.end()
    field = re.search(r"\s(?:분야|부문)(?:(?:에서의|의)?\s(?:협력|교류|공동연구|상호협력))?$", text[start:end])
    if field:
        return _trim(text, start, start + field.start())
    manner = _MANNER.search(text[start:end])
    if manner:
        end = start + manner.start()
    soft = trailing().search(text[start:end])
    if soft and actions().fullmatch(text[start : start + soft.start()]):
        end = start + soft.start()
    return start, end
