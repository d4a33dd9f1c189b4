"""Tellings → agreements: one agreement however often the article comes back to it, two where two are told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.named import countries
from clipper.extract.frames.mou.parts import is_part
from clipper.extract.frames.mou.party import Party
from clipper.extract.frames.mou.told import Told, days_of
from clipper.extract.frames.mou.topics import topic_before
from clipper.extract.frames.mou.unsaid import inherited
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
        whole = any(typed < told.keys for told in self.events if not told.trigger.type)  # all of them, and more
        if len(typed) > 1 and not whole:  # joined hands may call a party by another name
            found = {k: p for k, p in found.items() if k in typed or p in self.joined}
        bodies = {k: p for k, p in found.items() if p.kind != "country" and p.name not in countries()}
        found = {k: p for k, p in found.items() if k in bodies or not any(b.name.startswith(p.name + " ") for b in bodies.values())}
        found = bodies if len(bodies) > 1 else found  # `A국 외교부와`, and whose president looks on
        found = {k: p for k, p in found.items() if not is_part(k, found, [told.keys for told in self.events])}
        return tuple(p for p in found.values() if p.sure >= 0.6 or len(found) < 3)


def groups(context: Context, tellings: Sequence[Told]) -> tuple[Group, ...]:
    """The agreements of an article in order of mention."""
    tellings = _unified(context, inherited(context, tellings))
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


def _unified(context: Context, tellings: Sequence[Told]) -> tuple[Told, ...]:
    """Short names of a party under the key of the fullest name that any telling has (`빛가람동`, `나주시 빛가람동`)."""
    full: dict[str, Party] = {p.key: p for told in tellings for p in told.parties}
    best: dict[str, Party] = {}
    for own, party in full.items():
        if spelt := _spelt_out(context, party, full.values()):
            best[own] = spelt
            continue
        longer = [p for k, p in full.items() if is_short_for(own, k)]
        best[own] = max(longer, key=lambda p: len(p.key)) if longer else party
    return tuple(replace(told, parties=tuple(_as(p, best[p.key]) for p in told.parties)) for told in tellings)


def _spelt_out(context: Context, party: Party, others: Iterable[Party]) -> Party | None:
    """`NRC와`, which the article has in brackets behind a side's name (`나루 국영철도(NRC)`)."""
    if not (party.name.isascii() and party.name.isupper()):
        return None
    paragraphs = context.analysis.article.paragraphs
    return next((o for o in others if o is not party and any(f"{o.name}({party.name}" in p for p in paragraphs)), None)


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


_KINDS = frozenset(("mou", "loi", "sister_city"))


def _is_next_step(group: Group, told: Told) -> bool:
    """Another stop of an itinerary, with another set of parties or another kind of paper."""
    kinds = {t.trigger.type for t in group.events} & _KINDS
    if len(told.keys) > 1 and kinds and told.trigger.type in _KINDS - kinds and told.keys != group.keys and _STEP.match(told.sentence.text):
        return True
    return len(told.keys) > 1 and len(group.keys) > 1 and told.keys != group.keys and bool(_STEP.match(told.sentence.text))


def _dates_conflict(context: Context, group: Group, told: Told) -> bool:
    here = days_of(context, told)
    there = [d for e in group.events for d in days_of(context, e)]
    own, theirs = ({d.start for d in days if d.kind == "day"} for days in (here, there))
    if own and theirs:
        return not own & theirs
    months, others = ({d.start for d in days if d.precision == "month"} for days in (here, there))
    if not (own or theirs) and months and others:
        return not months & others  # `지난해 1월 각서를 맺은 데 이어 10월 협약을`
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
