"""What a sentence goes on to promise behind the signing: `협약을 맺고 X에 협력하기로 했다`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clipper.extract.drafts import Filled
from clipper.extract.frames.mou.phrases import Phrase, items, worded
from clipper.extract.frames.mou.told import Told

_PROMISE = re.compile(
    r"(?P<x>[^.“”]{3,60}?)(?:을|를|에|에서|하기)\s(?:위해\s|위한\s)?(?:(?:적극|적극적으로|상호|공동|함께|긴밀히|긴밀하게|공동으로|지속적으로)\s?)*"
    r"(?P<v>협력|노력|추진|힘을|나서|나선|나섰|앞장|뜻을|협조|공동 협력|손을|첫발|첫 발|발판|하기로|강화|확대|본격 진출|진출)"
)
# `협약을 체결하고 교육, 문화, 농업 분야의 교류를 …`
_FIELD_OF = re.compile(r"(?P<x>[^.“”]{2,60}?)(?:\s등)?\s?분야(?:의|에서|에|를)?\s")


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
_DEED = re.compile(r"(?P<x>[^.“”]{2,60}?)[을를]\s(?P<v>[가-힣]{2,4})(?:하기로\s?(?:약속|합의|뜻|했|한|하))")


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


def after_break(text: str, start: int, end: int) -> int:
    """A phrase begins behind the last topic or connective inside it."""
    found = list(re.finditer(r"(?:[가-힣](?:은|는)|으로|통해|따라|에서|하고|하며|\s간|동안|기관이|도시가|양측이)[,\s]\s?", text[start:end]))
    return start + found[-1].end() if found else start
