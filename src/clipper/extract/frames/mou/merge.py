"""Tellings → agreements: one agreement however often the article comes back to it, two where two are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.parties import Party
from clipper.extract.frames.mou.told import Told, signing_dates


@dataclass(slots=True)
class Group:
    """The tellings of one agreement, and the mentions that only refer to it."""

    events: list[Told]
    references: list[Told] = field(default_factory=list)
    background: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """Keys of all parties told so far."""
        return frozenset(p.key for told in self.events for p in told.parties)

    @property
    def parties(self) -> tuple[Party, ...]:
        """All parties, each once with all its spans, in order of mention."""
        found: dict[str, Party] = {}
        for told in self.events:
            for party in told.parties:
                known = found.get(party.key)
                if known is None:
                    found[party.key] = party
                elif party.sure > known.sure:
                    found[party.key] = Party(party.key, party.name, (*known.spans, *party.spans), party.rule, party.sure, party.kind)
        return tuple(found.values())


def groups(context: Context, tellings: Sequence[Told]) -> tuple[Group, ...]:
    """The agreements of an article in order of mention."""
    found: list[Group] = []
    hints = [t for t in tellings if t.trigger.event and t.headline]
    for told in tellings:
        if not told.trigger.event or told.quoted or told.headline:
            _refer(found, told)
            continue
        group = _match(context, found, told)
        if group is not None:
            group.events.append(told)
        elif told.parties or not found:
            found.append(Group([told], background=told.background))
    return tuple(_with_hints(context, found, hints))


def _refer(found: list[Group], told: Told) -> None:
    news = [g for g in found if not g.background]
    if news:
        news[-1].references.append(told)


def _match(context: Context, found: Sequence[Group], told: Told) -> Group | None:
    for group in reversed(found):
        if group.background == told.background and _same(context, group, told):
            return group
    if told.keys or told.background:
        return None
    news = [g for g in found if not g.background]
    return news[-1] if news else None


def _same(context: Context, group: Group, told: Told) -> bool:
    shared, all_of_it = group.keys & told.keys, told.keys
    if not told.trigger.type or not any(t.trigger.type for t in group.events):
        return True  # joined hands: the same story
    if not shared:
        return not all_of_it and not told.background and group.background is False or not group.keys
    if _dates_conflict(context, group, told):
        return False
    return all_of_it <= group.keys or group.keys <= all_of_it or len(shared) >= 2


def _dates_conflict(context: Context, group: Group, told: Told) -> bool:
    own = {d.start for d in signing_dates(context, told.trigger) if d.precision == "day"}
    theirs = {d.start for e in group.events for d in signing_dates(context, e.trigger) if d.precision == "day"}
    return bool(own and theirs and not own & theirs)


def _with_hints(context: Context, found: list[Group], hints: Sequence[Told]) -> list[Group]:
    """A headline opens a group only where the body has none."""
    if not [g for g in found if not g.background]:
        for told in hints:
            if told.parties:
                found.append(Group([told]))
                break
    return found
