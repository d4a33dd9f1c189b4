"""What a clause leaves unsaid: the topic that goes on, who `양 기관` are, whom a delegation signs for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from clipper.extract.frames.mou.arguments import Argument, arguments
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.joined import DELEGATIONS
from clipper.extract.frames.mou.lexicon import ordinary
from clipper.extract.frames.mou.pairs import covers
from clipper.extract.frames.mou.parties import completed, counterpart_of, parties_of
from clipper.extract.frames.mou.party import Party
from clipper.extract.frames.mou.told import Told
from clipper.extract.frames.mou.topics import headline_with, topic_before
from clipper.extract.mentions.orgs.aliases import is_short_for, key


def inherited(context: Context, tellings: Sequence[Told]) -> tuple[Told, ...]:
    """A clause that names only the other side keeps the topic of the sentences before (`오는 26일에는 X를 방문해 …`)."""
    found: list[Told] = []
    for told in tellings:
        full = _completed(context, told)
        if full is told and _lacks_subject(told) and (teller := _teller_before(found, told)):
            full = replace(told, parties=(teller, *told.parties))
        found.append(full)
    return tuple(found)


_NEXT = 2


def _teller_before(found: Sequence[Told], told: Told) -> Party | None:
    """The subject of the signing told right before, which only its place there made a party."""
    last = next((t for t in reversed(found) if t.trigger.event and t.parties), None)
    if last is None or last.headline or last.background or told.sentence.index - last.sentence.index > _NEXT:
        return None
    first = last.parties[0]
    stood = any(a.position == "subject" and covers(last.row, i, first) for a in last.arguments for i in a.items)
    return replace(first, rule="topic", sure=0.75) if stood and first.key not in told.keys else None


_EARLY = 4


def _according(context: Context, told: Told) -> Party | None:
    """`가람군에 따르면 … 나루대와 협약을 체결했다`: who tells of it is a side, where nobody else is the subject."""
    if not (told.trigger.event and told.trigger.type and told.parties) or _describes(told):
        return None
    at = next((w.index for w in told.row[1:_EARLY] if w.core in ("따르면", "의하면")), 0)
    mention = context.org_at(told.row[at - 1]) if at else None
    if mention is None or any(a.position != "with" for a in told.arguments):
        return None
    teller = Party(key(mention.canonical), mention.canonical, (mention.span,), "topic", 0.75, mention.kind)
    return None if teller.key in told.keys else teller


def _completed(context: Context, told: Told) -> Told:
    if teller := _according(context, told):
        return replace(told, parties=(teller, *told.parties))
    if _lacks_subject(told):
        return _with_topic(context, told)
    if len(told.parties) == 1 and told.trigger.event and _EACH_OTHER.search(told.sentence.text):
        return replace(told, parties=(*told.parties, *_other_before(context, told)))
    if not told.trigger.event or not told.trigger.type or told.parties:
        return told
    if _sends_delegation(told):
        topic = topic_before(context, told.sentence, frozenset())
        return replace(told, parties=(replace(topic, sure=0.8),)) if topic else told
    if _MET.match(told.sentence.text) and (met := _those_who_met(context, told)):
        return replace(told, parties=met)
    if _BOTH.match(told.sentence.text):
        return replace(told, parties=_both_before(context, told) or (headline_with(context) if _TWO.match(told.sentence.text) else ()))
    return _going_on(context, told)


def _going_on(context: Context, told: Told) -> Told:
    """`이어 연료전지 기업 A와 의향서를 교환했다`: the topic, and one whom only its place makes a side."""
    if not _GOES_ON.match(told.sentence.text) or told.background or any(a.position == "subject" for a in told.arguments):
        return told
    other, topic = counterpart_of(context, told.row, told.arguments), topic_before(context, told.sentence, frozenset())
    return replace(told, parties=(topic, *other)) if topic and len(other) == 1 else told


def _sends_delegation(told: Told) -> bool:
    """`유치단은 5개 기업과`: a delegation alone, which signs for those who sent it."""
    return any(
        a.position == "subject" and a.items[-1].first == a.items[-1].last and told.row[a.items[-1].last].core in DELEGATIONS
        for a in told.arguments
    )


_EACH_OTHER = re.compile(r"(?:양국|양측|양 기관|두 기관|양사|두 회사|양교|두 나라|양 도시|두 도시)\s?(?:간|사이|의)")


def _other_before(context: Context, told: Told) -> tuple[Party, ...]:
    """`한별부는 양국 간 … 양해각서를 체결했다`: with whom, a sentence before tells of two that one of them is."""
    own = told.parties[0]
    for number in range(told.sentence.index - 1, max(-1, told.sentence.index - 4), -1):
        row = context.row(context.analysis.sentences[number])
        pair = parties_of(context, row, arguments(row, len(row)))
        others = [p for p in pair if p.key != own.key and not is_short_for(own.key, p.key) and not is_short_for(p.key, own.key)]
        if len(pair) == 2 and len(others) == 1:
            return (replace(others[0], rule="before", sure=0.75),)
    return ()


_KIND = (
    r"(?:기관|단체|회사|도시|대학교?|학교|병원|협회|재단|은행|부처|의회|공사|공단|법인|업체|기업|지자체|조합|학회|연합회|연구원|연구소|교육청|자치단체|지역|측|사|교)"
)
# `양사는`, `이와 함께`: between those whom the sentence before names.
_BOTH = re.compile(
    rf"^(?:○|□|ㅇ)?\s?(?:(?:양|두|세|네|[3-5]개)\s?{_KIND}|양국|두 나라|양 장관|두 장관"
    r"|양 정상|두 정상|양측 장관|두 사람|이들|이와 함께|이와 별도|이를 위해|이날)"
)


# Two of them: the other side of the sentence before is a party, known or not.
_TWO = re.compile(rf"^(?:○|□|ㅇ)?\s?(?:(?:양|두)\s?{_KIND}|양 장관|두 장관)")


def _both_before(context: Context, told: Told) -> tuple[Party, ...]:
    for number in range(told.sentence.index - 1, max(-1, told.sentence.index - 3), -1):
        sentence = context.analysis.sentences[number]
        row = context.row(sentence)
        args = arguments(row, len(row))
        named = [p for p in parties_of(context, row, args) if p.kind != "country"]
        found = [p for p in named if p.sure >= 0.8 or p.rule == "listed"]
        if len(found) < 2 and _TWO.match(told.sentence.text):
            found = list(completed(context, row, args, tuple(found)))
        if len(found) > 1:
            return tuple(replace(p, rule="before", sure=min(p.sure, 0.75)) for p in found)
    return ()


_MET = re.compile(r"^(?:○|□|ㅇ)?\s?(?:이날|이 자리|이번 (?:회의|회담|방문)|양측은|양국은|양 기관은|두 기관은|회담|회의)")
_MEETING = re.compile(r"회의를|회담을|면담|만나|만났|회동|접견")


def _those_who_met(context: Context, told: Told) -> tuple[Party, ...]:
    """`이날 회의에서 … 의향서를 체결했다`: between those who met, as a sentence before tells."""
    for number in range(told.sentence.index - 1, max(-1, told.sentence.index - 5), -1):
        sentence = context.analysis.sentences[number]
        hit = _MEETING.search(sentence.text)
        if hit:
            row = context.row(sentence)
            stop = next((w.index for w in row if w.span.end - sentence.start > hit.start()), len(row))
            found = parties_of(context, row, arguments(row, stop))
            if len(found) > 1:
                return tuple(replace(p, rule="met", sure=min(p.sure, 0.75)) for p in found[:2])
    return ()


# `또 … A, B와 3자 협약도 맺었다`: the topic goes on, and the sides named are the others.
_GOES_ON = re.compile(r"^(?:[○□ㅇ]\s?)?(?:또한?|이어|아울러|이와 (?:함께|별도로)|이날|같은 날)[,\s](?=[^.]*[와과]\s)")


def _lacks_subject(told: Told) -> bool:
    return (
        told.trigger.event
        and not _describes(told)
        and (len(told.parties) == 1 or (len(told.parties) > 1 and bool(_GOES_ON.match(told.sentence.text))))
        and not told.headline
        and not told.caption
        and not any(a.position == "between" or (a.position == "subject" and not _is_inner(told, a)) for a in told.arguments)
    )


_ADNOMINAL = re.compile(r"(?:체결|맺|교환|갱신)?(?:한|은)\s(?!뒤|후|이후|바|것|다음|데|결과|가운데|상태|점|만큼|지\s|이래|이후)[가-힣]")


def _is_inner(told: Told, argument: Argument) -> bool:
    """`시민들이 … 감면해주는 협약`, `회사는`: the subject of a clause inside, or one that names nobody."""
    word = told.row[argument.items[-1].last]
    if word.core in DELEGATIONS and argument.items[-1].first == argument.items[-1].last:
        return True  # `방문단은`, whose the sentence before tells
    if any(covers(told.row, argument.items[-1], p) for p in told.parties):
        return False  # `다솜여행사가`
    return word.core in _NOBODY or (word.role == "subject" and bool(ordinary().fullmatch(word.core)))


_NOBODY = frozenset(("회사", "업체"))


def _describes(told: Told) -> bool:
    """`협약을 맺은 사업장에도`: the noun behind, not the topic, is who signed."""
    verb = told.trigger.verb
    return verb is not None and bool(_ADNOMINAL.match(told.sentence.text, verb.end - told.sentence.start))


def _with_topic(context: Context, told: Told) -> Told:
    topic = topic_before(context, told.sentence, told.keys)
    if topic is None:
        return told
    return replace(told, parties=(topic, *told.parties))
