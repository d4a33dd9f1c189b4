"""What a sentence goes on to promise behind the signing: `협약을 맺고 X에 협력하기로 했다`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clipper.extract.drafts import Filled
from clipper.extract.frames.mou.phrases import Phrase, items, worded
from clipper.extract.frames.mou.told import Told

_PROMISE = re.compile(
    r"(?P<x>[^.“”\"]{3,60}?)(?:을|를|에|에서|하기)\s(?:위해\s|위한\s)?(?:(?:적극|적극적으로|상호|공동|함께|긴밀히|긴밀하게|공동으로|지속적으로)\s?)*"
    r"(?P<v>협력|노력|추진|힘을|나서|나선|나섰|앞장|뜻을|협조|공동 협력|손을|첫발|첫 발|발판|하기로|강화|확대|본격 진출|진출)"
)
# `협약을 체결하고 교육, 문화, 농업 분야의 교류를 …`
_FIELD_OF = re.compile(r"(?P<x>[^.“”\"]{2,60}?)(?:\s등)?\s?분야(?:의|에서|에|를)?\s")


def promised(told: Told) -> Iterator[Filled[str]]:
    """`협약을 맺고 X에 공동 협력하기로 했다`."""
    text, at = told.sentence.text, _opens(told)
    hit = (_FIELD_OF.match(text, at) or _PROMISE.match(text, at)) if at else None
    if hit:
        phrase = Phrase(after_break(text, hit.start("x"), hit.end("x")), hit.end("x"), "promise")
        yield from items(told.sentence, phrase)


def _opens(told: Told) -> int:
    """The offset in the sentence at which the clause behind `협약을 맺고` begins, or 0."""
    if not told.trigger.verb:
        return 0
    text = told.sentence.text
    start = max(told.trigger.verb.end, told.trigger.noun.end) - told.sentence.start
    opened = re.match(r"\s" if text[:start].endswith("고") else r"\s?(?:하고|고|하며|며|해|,|을 통해|하고서)[,\s]\s?", text[start:])
    return start + opened.end() if opened else 0


# `협약을 체결하고 통발을 납품하기로 약속했다`
_DEED = re.compile(r"(?P<x>[^.“”\"]{2,60}?)[을를]\s(?P<v>[가-힣]{2,4})(?:하기로\s?(?:약속|합의|뜻|했|한|하))")


def deed(told: Told) -> Filled[str] | None:
    """One thing and what is done with it, as a noun phrase (`통발 납품`)."""
    at = _opens(told)
    hit = _DEED.match(told.sentence.text, at) if at else None
    if not hit:
        return None
    start = after_break(told.sentence.text, hit.start("x"), hit.end("x"))
    thing = worded(told.sentence.text[start : hit.end("x")])
    if len(thing) < 2 or re.search(r",|\s및\s|[와과]\s", thing):
        return None
    return Filled(f"{thing} {hit['v']}", (told.sentence.at(start, hit.end("v")),), "subjects:deed")


# `협약을 맺고 ‘가람 서비스’를 시범 운영한다`
_UNDERTAKES = re.compile(
    r"(?P<x>[^.“”\"]{3,70}?)[을를]\s(?:[가-힣]{2,7}\s)?(?:시범\s?)?"
    r"(?:운영|제공|실시|추진|도입|개발|발족|본격화|출시|설립|조성|보급|지원|확대|강화|구축|공유|발굴|늘리|늘려|펼치|펼친|진행|확장|연계)"
)


def undertaken(told: Told) -> Iterator[Filled[str]]:
    """What the parties go on to do behind the signing, where nothing says what it is about."""
    at = _opens(told)
    hit = _UNDERTAKES.match(told.sentence.text, at) if at else None
    if hit:
        yield from _object(told, hit)


# `협약을 통해 …을 늘리고 …을 강화한다`
_THROUGH = re.compile(r"[을를] (?:통해|통하여|계기로|바탕으로)|에 따(?:라|르면)|으로|에는|에서")


def agreed_on(told: Told) -> Iterator[Filled[str]]:
    """What is to be done by the agreement, as a later sentence about it tells."""
    start = _THROUGH.search(told.sentence.text, told.trigger.noun.end - told.sentence.start)
    if not start or start.start() - (told.trigger.noun.end - told.sentence.start) > _NEAR:
        return
    at = start.end()
    for _ in range(_MOST):
        hit = _UNDERTAKES.match(told.sentence.text, at)
        if not hit:
            return
        yield from _object(told, hit)
        at = hit.end() + len(_REST.match(told.sentence.text, hit.end())[0])  # type: ignore[index]


_NEAR, _MOST = 12, 3
_REST = re.compile(r"\S*\s?")


def _object(told: Told, hit: re.Match[str]) -> Iterator[Filled[str]]:
    start = after_break(told.sentence.text, hit.start("x"), hit.end("x"))
    comma = hit["x"].rfind(", ")
    listed = _LIST.fullmatch(told.sentence.text, start, hit.end("x")) is not None
    start = max(start, hit.start("x") + comma + 2 if comma >= 0 and hit.end("x") - start > _LONG and not listed else start)
    if listed or hit.end("x") - start <= _LONGEST:
        yield from items(told.sentence, Phrase(start, hit.end("x"), "undertaken"))


_LONG, _LONGEST = 30, 45
# `배송 로봇과 관제 시스템, 인증 서비스`: bare nouns between commas
_LIST = re.compile(r"(?:(?!\S+(?:[을를은는이가에며고]|에서|으로|하여|해서)[\s,])\S+\s)*\S+[^,\s](?<![은는이가에며고])")


_BREAK = re.compile(
    r"(?:[가-힣](?:은|는)|으로|(?:서비스|기술|사업비)로|통해|위해|위하여|따라|에서|에게|하고|하며|[가-힣](?:며|고|면서)(?=,)|\s간|동안|기관이|도시가|양측이"
    r"|에 (?:입각|기반|기초|근거)해)[,\s]\s?"
)


def after_break(text: str, start: int, end: int) -> int:
    """A phrase begins behind the last topic or connective inside it."""
    found = list(_BREAK.finditer(text, start, end))
    return found[-1].end() if found else start
