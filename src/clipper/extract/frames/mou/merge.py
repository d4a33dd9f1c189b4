"""Tellings → agreements: one agreement however often the article comes back to it, two where two are told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from clipper.extract.frames.mou.arguments import Argument, arguments
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.joined import DELEGATIONS
from clipper.extract.frames.mou.lexicon import ordinary
from clipper.extract.frames.mou.named import countries
from clipper.extract.frames.mou.pairs import covers
from clipper.extract.frames.mou.parties import completed, parties_of
from clipper.extract.frames.mou.parts import is_part
from clipper.extract.frames.mou.party import Party
from clipper.extract.frames.mou.told import Told, days_of
from clipper.extract.frames.mou.topics import headline_with, topic_before
from clipper.extract.mentions.orgs.aliases import is_short_for


@dataclass(slots=True)
class Group:
    """The tellings of one agreement, and the mentions that only refer to it."""

    events: list[Told]
    references: list[Told] = field(default_factory=list)
    background: bool = False
    joined: list[Party] = field(default_factory=list)  # who takes part, told apart from the signing

    @property
    def keys(self) -> frozenset[str]:
        """Keys of all parties told so far."""
        return frozenset(p.key for told in self.events for p in told.parties)

    @property
    def parties(self) -> tuple[Party, ...]:
        """All parties, each once with all its spans, in order of mention."""
        found: dict[str, Party] = {}
        for party in (*(p for told in self.events for p in told.parties), *self.joined):
            known = found.get(party.key)
            if known is None:
                found[party.key] = party
            elif party.sure > known.sure:
                found[party.key] = replace(party, spans=(*known.spans, *party.spans))
        typed = frozenset(p.key for told in self.events if told.trigger.type for p in told.parties)
        if len(typed) > 1:  # joined hands may call a party by another name
            found = {k: p for k, p in found.items() if k in typed or p in self.joined}
        bodies = {k: p for k, p in found.items() if p.kind != "country" and p.name not in countries()}
        found = {k: p for k, p in found.items() if k in bodies or not any(b.name.startswith(p.name + " ") for b in bodies.values())}
        found = bodies if len(bodies) > 1 else found  # `A국 외교부와`, and whose president looks on
        found = {k: p for k, p in found.items() if not is_part(k, found, [told.keys for told in self.events])}
        return tuple(p for p in found.values() if p.sure >= 0.6 or len(found) < 3)


def groups(context: Context, tellings: Sequence[Told]) -> tuple[Group, ...]:
    """The agreements of an article in order of mention."""
    tellings = _unified(_inherited(context, tellings))
    found: list[Group] = []
    early: list[Told] = []  # references before the first telling
    for told in tellings:
        if not told.trigger.event or told.quoted or told.headline:
            if not _refer(found, told) and not told.headline:
                early.append(told)
            continue
        told = _without_other_names(found, told)
        group = _match(context, found, told)
        if group is not None:
            group.events.append(told)
        else:
            found.append(Group([told], background=told.background))
    if early:
        _refer_ahead(found, early)
    return tuple(_with_hints(context, found, [t for t in tellings if t.trigger.event and t.headline]))


def _inherited(context: Context, tellings: Sequence[Told]) -> tuple[Told, ...]:
    """A clause that names only the other side keeps the topic of the sentences before (`오는 26일에는 X를 방문해 …`)."""
    found: list[Told] = []
    for told in tellings:
        full = _completed(context, told)
        if full is told and _lacks_subject(told) and (teller := _teller_before(found, told)):
            full = replace(told, parties=(teller, *told.parties))
        found.append(full)
    return tuple(found)


def _teller_before(found: Sequence[Told], told: Told) -> Party | None:
    """The subject of the signing told right before, which only its place there made a party."""
    last = next((t for t in reversed(found) if t.trigger.event and t.parties), None)
    if last is None or last.headline or last.background or told.sentence.index - last.sentence.index > 1:
        return None
    first = last.parties[0]
    stood = any(a.position == "subject" and covers(last.row, i, first) for a in last.arguments for i in a.items)
    return replace(first, rule="topic", sure=0.75) if stood and first.key not in told.keys else None


def _completed(context: Context, told: Told) -> Told:
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
    return told


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


# `양사는`, `이와 함께`: between those whom the sentence before names.
_BOTH = re.compile(
    r"^(?:○|□|ㅇ)?\s?(?:양사|양측|양 기관|두 기관|양 단체|두 회사|두 도시|양 도시|양교|양 대학|두 대학|세 기관|양국|두 나라|양 장관|두 장관"
    r"|양 정상|두 정상|양측 장관|두 사람|이들|이와 함께|이와 별도|이를 위해|이날)"
)


# Two of them: the other side of the sentence before is a party, known or not.
_TWO = re.compile(r"^(?:○|□|ㅇ)?\s?(?:양사|양측|양 기관|두 기관|양 단체|두 회사|두 도시|양 도시|양교|양 대학|두 대학|양 장관|두 장관)")


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


def _unified(tellings: Sequence[Told]) -> tuple[Told, ...]:
    """Short names of a party under the key of the fullest name that any telling has (`빛가람동`, `나주시 빛가람동`)."""
    full: dict[str, Party] = {p.key: p for told in tellings for p in told.parties}
    best: dict[str, Party] = {}
    for own, party in full.items():
        longer = [p for k, p in full.items() if is_short_for(own, k)]
        best[own] = max(longer, key=lambda p: len(p.key)) if longer else party
    return tuple(replace(told, parties=tuple(_as(p, best[p.key]) for p in told.parties)) for told in tellings)


def _as(party: Party, full: Party) -> Party:
    return party if party.key == full.key else replace(party, key=full.key, name=full.name)


def _without_other_names(found: Sequence[Group], told: Told) -> Told:
    """`B 재단 이사장은 이 같은 협약을 체결했다`: the agreement just told between two, by another name of a side."""
    news = [g for g in found if not g.background]
    if not (told.trigger.anaphoric and told.trigger.event and news) or len(news[-1].keys) < 2:
        return told
    states = tuple(p.key for p in news[-1].parties if p.kind == "country")  # `케냐와 …`, then `케냐 내무부`
    shared = [k for k in told.keys if any(k == own or is_short_for(own, k) or is_short_for(k, own) for own in news[-1].keys)]
    shared += [k for k in told.keys if k.startswith(states)]
    return replace(told, parties=()) if shared else told


def _refer(found: list[Group], told: Told) -> bool:
    news = [g for g in found if not g.background]
    if news:
        news[-1].references.append(told)
    return bool(news)


def _refer_ahead(found: list[Group], early: Sequence[Told]) -> None:
    """`이번 협약에는 …이 참여했다` before the signing is told: it speaks of the first agreement to come."""
    for group in found:
        if not group.background:
            group.references[:0] = [told for told in early if told.trigger.anaphoric and not told.quoted]
            return


def _match(context: Context, found: Sequence[Group], told: Told) -> Group | None:
    for group in reversed(found):
        if group.background == told.background and _same(context, group, told):
            return group
    if told.keys or told.background:
        return None
    news = [g for g in found if not g.background]
    return news[-1] if news else None


# `가람성 인민위원회 위원장이 서명했다` beside `가람성은`: the office that acts for a place.
_OFFICE = re.compile(r"\s?(?:인민위원회|인민정부|[시성주]?정부|시청|군청|도청|구청)$")


def _places_of(keys: frozenset[str]) -> frozenset[str]:
    """Keys of parties, a place's office by the place."""
    return frozenset(_OFFICE.sub("", k) or k for k in keys)


def _same(context: Context, group: Group, told: Told) -> bool:
    shared, all_of_it = group.keys & told.keys, told.keys
    if len(all_of_it) > 1 and shared and _places_of(all_of_it) == _places_of(group.keys):
        return told.background == group.background and not _dates_conflict(context, group, told)
    if not told.trigger.type or not any(t.trigger.type for t in group.events):
        return True  # joined hands: the same story
    if not group.keys:
        return not told.background
    if not shared and len(all_of_it) == 1 and any(own.startswith(k) for own in all_of_it for k in group.keys):
        return told.background == group.background  # `나루성 인민위원회` beside `나루성`
    if not shared:
        return not all_of_it and not told.background and not group.background
    if _dates_conflict(context, group, told) or _is_next_step(group, told):
        return False
    return all_of_it <= group.keys or group.keys <= all_of_it or len(shared) >= 2


_STEP = re.compile(r"^(?:[○□ㅇ▲△]\s?)?(?:이 자리에서|이어|또한|또|아울러|이와 별도로|이후|(?:오는\s|지난\s)?\d{1,2}일(?:에는|에|엔)?[\s,])")


def _is_next_step(group: Group, told: Told) -> bool:
    """Another stop of an itinerary, with another set of parties."""
    return len(told.keys) > 1 and len(group.keys) > 1 and told.keys != group.keys and bool(_STEP.match(told.sentence.text))


def _dates_conflict(context: Context, group: Group, told: Told) -> bool:
    here = days_of(context, told)
    there = [d for e in group.events for d in days_of(context, e)]
    own, theirs = ({d.start for d in days if d.kind == "day"} for days in (here, there))
    if own and theirs:
        return not own & theirs
    months, others = ({d.start for d in days if d.precision == "month"} for days in (here, there))
    return _outside(months, theirs) or _outside(others, own)


def _outside(months: set[str], days: set[str]) -> bool:
    """`지난 5월 … 체결하고` beside `8일 … 체결했다`: no day of that month."""
    return bool(months and days) and not any(day.startswith(f"{month}-") for month in months for day in days)


def _with_hints(context: Context, found: list[Group], hints: Sequence[Told]) -> list[Group]:
    """A headline names the parties where the body does not."""
    news = [g for g in found if not g.background]
    if any(g.keys for g in news):
        return found
    for told in hints:
        if told.parties:
            lead = _lead(context, told)
            told = replace(told, parties=(*lead, *told.parties))
            first = news[0] if news else Group([])
            first.events.insert(0, told)
            return found if news else [*found, first]
    return found


def _lead(context: Context, told: Told) -> tuple[Party, ...]:
    """A headline leaves the article's own body unsaid: the first topic of the text."""
    if len(told.parties) > 1:
        return ()
    for sentence in context.sentences_from(told.sentence.index + 1, 4):
        topic = topic_before(context, sentence, told.keys)
        if topic:
            return (topic,)
    return ()
