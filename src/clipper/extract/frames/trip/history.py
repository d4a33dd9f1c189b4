"""Journeys told as history or context: which of them are plain enough for a record of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from clipper.extract.frames.trip.legs import Leg
from clipper.extract.frames.trip.merge import Journey
from clipper.extract.frames.trip.scene import Scene
from clipper.extract.frames.trip.status import Status
from clipper.extract.mentions.dates import DateMention

# Travellers whom the sentence itself names as such; whoever only acts somewhere, or was told of before, may be another.
_PLAIN = frozenset({"subject", "adnominal", "genitive", "sent", "invited"})
_GOING = frozenset({"visit", "tour", "leave", "arrive", "send", "invite", "bidden"})
_OFF: frozenset[Status] = frozenset({"cancelled", "postponed"})
# Between the date and the word of travel of one clause: no other verb, and the date is no comparison (`2023년처럼`).
_OTHER_CLAUSE = re.compile(r"^(?:처럼|보다|과 같|와 같|부터|이후|이래)|(?:[가-힣](?:고|며|면서|지만|는데|으나|다)|[했됐었았]던),?\s")
_CLOSE = 60


def is_told_history(scene: Scene, journey: Journey, news: Sequence[Journey]) -> bool:
    """Whether a journey of the past is told plainly: who, where to and when; and is not the article's news told again."""
    if not journey.countries - {journey.home}:
        return False
    plain = [leg for leg in journey.legs if _is_plain(leg, scene.analysis.reference)]
    return bool(plain) and not any(_same(journey, other) for other in news)


def _is_plain(leg: Leg, reference: date | None) -> bool:
    named = any(who.name for who in leg.party.people) or any(group.owner for group in leg.party.groups)
    going = leg.trigger.kind in _GOING and leg.party.rule in _PLAIN and leg.status not in _OFF
    return named and going and bool(leg.goals) and leg.when is not None and _is_past(leg, leg.when, reference)


def _is_past(leg: Leg, when: DateMention, reference: date | None) -> bool:
    """Whether the leg's own day, month or year is told, and lies before the article's."""
    gap = leg.line.text[when.span.end - leg.line.sentence.start : leg.trigger.start]
    if len(gap) > _CLOSE or _OTHER_CLAUSE.search(gap) or when.deixis == "오는":
        return False
    return reference is None or "X" in when.start[:7] or when.start < reference.isoformat()[: len(when.start)]


def _same(journey: Journey, other: Journey) -> bool:
    """Whether a journey of the news has one of its travellers and countries, and its date or none."""
    if not (journey.people or journey.keys) & (other.people or other.keys) or not journey.countries & other.countries:
        return False
    mine = {leg.when.start[:7] for leg in journey.legs if leg.when}
    theirs = {leg.when.start[:7] for leg in other.legs if leg.when}
    return not theirs or bool(mine & theirs)
