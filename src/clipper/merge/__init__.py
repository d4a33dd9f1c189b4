"""Clips → events: the journeys and agreements of the world, each with all the articles that tell of it.

The flow: clips → records as told (`told`) → what of them is compared (`traits`) → pairs worth comparing (`candidates`) →
verdicts (`same_trip`, `same_mou`) → groups without contradiction (`cluster`) → events (`fuse`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clipper.merge.cluster import groups
from clipper.merge.event import Event, EventSource, MouEvent, TripEvent, event_schema
from clipper.merge.fuse import fuse
from clipper.merge.names import Aliases
from clipper.merge.table import write_events_csv
from clipper.merge.told import Told, told
from clipper.merge.traits import node
from clipper.merge.ways import Ways
from clipper.merge.write import write_events
from clipper.records import Clip, Organization, Trip

__all__ = ["Event", "EventSource", "MouEvent", "TripEvent", "event_schema", "merge_clips", "write_events", "write_events_csv"]


def merge_clips(clips: Iterable[Clip]) -> tuple[Event, ...]:
    """The events that clips tell of, in the order in which they were told first.

    Every record of the clips is in exactly one event. The order of the clips changes nothing, nor does a clip that comes
    twice. The texts of the clips are not kept: memory grows with the records alone, where `clips` is an iterator.

    >>> from clipper import Page, clip
    >>> june = "<p>한봄 청주시장은 20일부터 23일까지 몽골 다르항을 방문한다.</p>"
    >>> july = "<p>한봄 청주시장이 지난달 20일 몽골 다르항을 방문해 시장을 만났다.</p>"
    >>> days = ((july, "2025-07-02"), (june, "2025-06-10"))
    >>> (event,) = merge_clips(clip(Page(html.encode()), published=day) for html, day in days)
    >>> event.kind, event.status, [(step.status, step.told, step.sources) for step in event.history]
    ('trip', 'completed', [('planned', '2025-06-10', (0,)), ('completed', '2025-07-02', (1,))])
    """
    tellings = told(clips)
    aliases = Aliases.of(organization for one in tellings for organization in _organizations(one))
    nodes = [node(one, aliases) for one in tellings]
    ways = Ways.of(aliases)
    return tuple(fuse([nodes[index] for index in group], ways) for group in sorted(groups(nodes)))


def _organizations(one: Told) -> Iterator[Organization]:
    record = one.record
    if not isinstance(record, Trip):
        yield from record.parties
        return
    if record.organization:
        yield record.organization
    everyone = (*record.companions, *(who for stop in record.stops for who in stop.meets))
    yield from (who for who in everyone if isinstance(who, Organization))
