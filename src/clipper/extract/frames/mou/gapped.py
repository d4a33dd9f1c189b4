"""Several agreements under one verb: `A는 B와 ‘X 양해각서’를, C와는 ‘Y 협약서’를 맺었다`."""

from __future__ import annotations

import re
from dataclasses import replace

from clipper.extract.frames.mou.triggers import Trigger

# From one paper to the other: its particle and a comma, or the comma alone where a topic follows, then who the next is between.
_NEXT = re.compile(
    r"[’'”\"」』》〉>)]*(?:\([^()]{1,30}\))?[’'”\"]*(?:서|문)?(?:(?:[을를도에]|으로),?\s(?P<side>[^.“”]{1,110}?(?:[와과](?:는|도)?|(?<![있하되맺])[은는])\s)|,\s(?P<topic>[^.“”]{1,110}?(?<![있하되맺])[은는]\s))"
)
_VERB = re.compile(r"(?:[가-힣]|^|\s)(?:하고|하며|했으며|했고|하여|해|지며|으며|맺고|면서|기로)[,\s]")


def with_shared_verb(found: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
    """The triggers of a sentence: those that leave their verb to one behind have its status, and their own noun for a verb."""
    if sum(t.type != "" for t in found) < 2:
        return found
    read = list(found)
    for i in range(len(read) - 2, -1, -1):
        behind = next((t for t in read[i + 1 :] if t.event), None)
        if behind is not None and _leaves_verb(read[i], behind):
            read[i] = replace(read[i], event=True, status=behind.status, verb=read[i].noun)
    return tuple(read)


def _leaves_verb(trigger: Trigger, behind: Trigger) -> bool:
    if trigger.event or trigger.anaphoric or not behind.status or behind.verb is None or behind.verb < behind.noun:
        return False
    gap = trigger.sentence.text[trigger.noun.end - trigger.sentence.start : behind.noun.start - trigger.sentence.start]
    return _NEXT.match(gap) is not None and not _VERB.search(gap)


def shares_verb(trigger: Trigger) -> bool:
    """Whether a trigger has its verb from the one behind it."""
    return trigger.event and trigger.verb == trigger.noun
