"""Which records are compared at all: those that share a key of who and where, and may have been at one time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from clipper.merge.names import last_name, sound
from clipper.merge.spans import GOING
from clipper.merge.traits import MouTraits, Node, TripTraits

_MOST_PARTIES = 10
_MOST_MONTHS = 6
_SLACK, _TRIP_SLACK = 130, GOING
"""Days: what lies further apart than a signing may be put off, or than two parts of one journey, is not compared."""
_REACH = 120
"""With how many of its neighbours a record is compared under one key: the time is bounded whatever comes in."""

Pair = tuple[int, int]


def candidates(nodes: Sequence[Node]) -> list[Pair]:
    """The pairs of nodes to compare, as indices, the smaller first; each once, in order."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, node in enumerate(nodes):
        for key in _keys(node):
            blocks[key].append(index)
    size = len(nodes)
    pairs: set[int] = set()  # a number for each: millions of them are sorted in no time
    for key, block in blocks.items():
        if len(block) > 1:
            slack = _TRIP_SLACK if key.startswith("trip ") else _SLACK
            pairs.update(one * size + other for one, other in _within(block, nodes, slack))
    return [divmod(pair, size) for pair in sorted(pairs)]


def _keys(node: Node) -> Iterator[str]:
    yield f"id {node.told.record.id}"
    traits = node.traits
    yield from _trip_keys(node, traits) if isinstance(traits, TripTraits) else _mou_keys(node, traits)


def _trip_keys(node: Node, traits: TripTraits) -> Iterator[str]:
    for person in {traits.leader, *traits.companions} - {""}:
        yield f"trip by {sound(last_name(person))}"
    for organization in traits.organizations | traits.parents:
        for country in traits.countries:
            yield f"trip of {organization} to {country}"
    if not traits.leader and not traits.organizations:
        yield from (f"trip to {place} in {month}" for place in traits.places for month in _months(node))


def _mou_keys(node: Node, traits: MouTraits) -> Iterator[str]:
    parties = sorted(traits.parties)[:_MOST_PARTIES]
    for one, other in combinations(parties, 2):
        yield f"mou {one} {other}"
    if traits.type == "sister_city":
        yield from (f"sister of {party}" for party in parties)
    yield from (f"mou {party} in {month}" for party in parties for month in _months(node))


def _months(node: Node) -> Iterable[str]:
    """The months in which it can have been, if they are few."""
    if not node.own or node.own[-1].last - node.own[0].first > 31 * _MOST_MONTHS:
        return ()
    days = {day for span in node.own for day in (*range(span.first, span.last, 28), span.last)}
    return sorted({date.fromordinal(day).isoformat()[:7] for day in days})


def _within(block: Sequence[int], nodes: Sequence[Node], slack: int) -> Iterator[Pair]:
    """The pairs of a block whose days may meet: those with known days are swept in order, the others meet all."""
    dated = sorted((index for index in block if nodes[index].own), key=lambda index: (nodes[index].own[0].first, index))
    for place, one in enumerate(dated):
        last = nodes[one].own[-1].last + slack
        for other in dated[place + 1 : place + 1 + _REACH]:
            if nodes[other].own[0].first > last:
                break
            yield (one, other) if one < other else (other, one)
    undated = [index for index in block if not nodes[index].own]
    for place, one in enumerate(undated):
        for other in [*undated[place + 1 : place + 1 + _REACH], *dated[:_REACH]]:
            yield (one, other) if one < other else (other, one)
