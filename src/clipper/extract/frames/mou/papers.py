"""Papers told with their sides in brackets behind each: `무역 양해각서(산업부-자원부), 보건 협력 양해각서(복지부-외교부)`."""

from __future__ import annotations

import re
from dataclasses import replace

from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.lexicon import no_names, ordinary
from clipper.extract.frames.mou.party import Party, party_of
from clipper.extract.frames.mou.triggers import Trigger
from clipper.extract.mentions.orgs.aliases import key
from clipper.extract.mentions.orgs.names import LEGAL, bare_name, head_of, is_descriptor, is_government
from clipper.extract.spans import Sentence, Span

_SIDE = r"(?:\([가-힣]{1,2}\)\s?)?(?P<%s>[가-힣A-Za-z][^()\-–∼~↔:：,;]{1,28}?)(?:\([^()]{1,24}\))?"
_BEHIND = re.compile(
    r"(?:서)?(?:\((?:MOU|MOA|LOI|TIPF)\))?[’'”\"」』]*\s?"
    rf"\((?:\S{{1,4}}\s?[:：]\s?)?{_SIDE % 'a'}\s?(?:-|–|∼|~|↔)\s?{_SIDE % 'b'}(?:\s간)?\)"
)
_OFFICE = re.compile(r"\s?(?:장관|차관|[12]차관|청장|처장|원장|사장|회장|대표|대표이사|총장|이사장|시장|지사|CEO)(?:\s?대리)?$")
_SIGNED = re.compile(r"서명|체결|교환|맺")
_TO_COME = re.compile(r"예정|계획|[할될] (?:것|전망)|한다")
_NEAR = 3
_LONGEST = 3  # words of a name


def with_sides_behind(context: Context, found: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
    """The triggers of a sentence: a paper with two sides in brackets is told of, where the sentences around tell of a signing."""
    if not any(t.type and not t.event and _bracketed(t) for t in found):
        return found
    return tuple(_told(context, t) if t.type and not t.event and len(sides_behind(context, t)) > 1 else t for t in found)


def _told(context: Context, trigger: Trigger) -> Trigger:
    sentence = trigger.sentence
    before = context.analysis.sentences[max(0, sentence.index - _NEAR) : sentence.index]
    near = next((s for s in (sentence, *reversed(before)) if _SIGNED.search(s.text)), None)
    if near is None:
        return trigger
    return replace(trigger, event=True, status="planned" if _TO_COME.search(near.text) else "signed", verb=trigger.noun)


def _bracketed(trigger: Trigger) -> re.Match[str] | None:
    return _BEHIND.match(trigger.sentence.text, trigger.noun.end - trigger.sentence.start)


def sides_behind(context: Context, trigger: Trigger) -> tuple[Party, ...]:
    """The two bodies in the bracket behind a paper; none where one of them may be something else."""
    hit = _bracketed(trigger)
    if hit is None:
        return ()
    found = [_side(context, trigger.sentence, hit.start(side), hit[side]) for side in "ab"]
    sure = any(p is not None and p.sure > _GUESS for p in found)
    return tuple(p for p in found if p) if all(found) and sure else ()


_GUESS = 0.75


def _side(context: Context, sentence: Sentence, at: int, text: str) -> Party | None:
    name = bare_name(_OFFICE.sub("", text))
    last = name.split()[-1] if name else ""
    if len(name) < 2 or len(name.split()) > _LONGEST or last in no_names() or is_descriptor(last) or name[0].isdigit():
        return None
    head = head_of(last)
    named = head is not None and (head.text != last or head.alone == "name")
    known = named or key(name) in context.bodies or is_government(last) or LEGAL.search(text)
    if not known and ordinary().fullmatch(last):
        return None
    start = sentence.start + at + max(0, text.find(name))
    return party_of(context, name, Span(sentence.paragraph, start, start + len(name)), "bracket", 0.85 if known else 0.7)
