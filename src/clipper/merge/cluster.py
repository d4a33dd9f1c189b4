"""Linked records → groups in which nothing contradicts anything else.

Links are taken from the strongest down. Two groups become one only where no record of one is apart from a record of the
other, so that no vague record holds two together that can't both be true (cannot-links as in Davidson and Ravi,
"Agglomerative hierarchical clustering with constraints", 2005).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from clipper.merge.candidates import candidates
from clipper.merge.same_mou import compare_mous
from clipper.merge.same_trip import compare_trips
from clipper.merge.spans import fit_together, years_around
from clipper.merge.told import Told
from clipper.merge.traits import MouTraits, Node, TripTraits
from clipper.merge.verdict import APART, Verdict
from clipper.merge.wording import share

_MARGIN = 0.75
"""Points by which one of two contradicting events must fit a vague record better for it to join."""
_ON_THE_WAY = 31
"""Days between two tellings of parts of one journey, where a third tells of the whole."""
_SLACK = 2
_CHECKED, _READ = 150, 12
"""Of how many records of a very large event another one is compared with, and their days are read together."""
_SAME_RECORD = 100.0
_REPRINTED = 0.5

T = TypeVar("T")

Link = tuple[float, int, int, bool]
"""Score, the two nodes, whether it is vague."""


def groups(nodes: Sequence[Node]) -> list[list[int]]:
    """The indices of nodes by event; every node is in exactly one group. Nodes must come in their own order."""
    links = _unambiguous(_links(nodes), nodes)
    clusters = {index: _Cluster([index], {node.told.article.key: [index]}, [index]) for index, node in enumerate(nodes)}
    home = list(range(len(nodes)))
    for _, one, other, _ in sorted(links, key=lambda link: (-link[0], link[1], link[2])):
        first, second = sorted((home[one], home[other]))
        if first != second and _may_join(clusters[first], clusters[second], nodes):
            clusters[first].take(clusters.pop(second), nodes, home)
    return [sorted(cluster.members) for cluster in clusters.values()]


@dataclass
class _Cluster:
    """The nodes of one event so far. `distinct` holds one node for each profile: the others compare alike."""

    members: list[int]
    by_article: dict[str, list[int]] = field(default_factory=dict)
    distinct: list[int] = field(default_factory=list)

    def take(self, other: _Cluster, nodes: Sequence[Node], home: list[int]) -> None:
        """Take over the nodes of another cluster."""
        for index in other.members:
            home[index] = self.members[0]
        self.members += other.members
        for key, indices in other.by_article.items():
            self.by_article.setdefault(key, []).extend(indices)
        known = {nodes[index].profile for index in self.distinct}
        self.distinct += [index for index in other.distinct if nodes[index].profile not in known]


def compare(one: Node, other: Node) -> Verdict:
    """The verdict on two records of a kind; two records of one article are two events unless nothing tells them apart."""
    mine, its = one.told, other.told
    if type(one.traits) is not type(other.traits):
        return APART
    if mine.article.key == its.article.key:
        if mine.record.id == its.record.id:
            return Verdict(_SAME_RECORD, linked=True, vague=False)
        if not _clearly_same(one, other):
            return APART
    found = compare_trips(one, other) if isinstance(one.traits, TripTraits) else compare_mous(one, other)
    if not found.apart and mine.record.id == its.record.id and _share_words(mine, its):
        return Verdict(found.score + _SAME_RECORD, linked=True, vague=False)
    return found


def _share_words(one: Told, other: Told) -> bool:
    """Whether one article reprints the other, or a good part of it."""
    return share(one.article.wording, other.article.wording) >= _REPRINTED


def _clearly_same(one: Node, other: Node) -> bool:
    return bool(one.dates.told) and one.profile == other.profile


def _links(nodes: Sequence[Node]) -> list[Link]:
    found = []
    for one, other in candidates(nodes):
        verdict = compare(nodes[one], nodes[other])
        if verdict.linked:
            # A day of an unknown year may be that of any year.
            found.append((verdict.score, one, other, verdict.vague or nodes[one].open or nodes[other].open))
    return found


def _unambiguous(links: Iterable[Link], nodes: Sequence[Node]) -> list[Link]:
    """The links without those by which a vague record would fit two contradicting events equally well: nothing is guessed."""
    links = list(links)
    vague: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for score, one, other, is_vague in links:
        if is_vague:
            vague[one].append((-score, other))
            vague[other].append((-score, one))
    torn = {index for index, found in vague.items() if _is_torn(sorted(found), nodes)}
    return [link for link in links if not link[3] or not (link[1] in torn or link[2] in torn)]


def _is_torn(ranked: Sequence[tuple[float, int]], nodes: Sequence[Node]) -> bool:
    best, first = ranked[0]
    rivals = (other for score, other in ranked[1:] if score <= best + _MARGIN)
    return any(compare(nodes[first], nodes[other]).apart for other in rivals)


def _may_join(one: _Cluster, other: _Cluster, nodes: Sequence[Node]) -> bool:
    for key, indices in other.by_article.items():
        for mine in one.by_article.get(key, ()):
            if any(compare(nodes[mine], nodes[its]).apart for its in indices):
                return False
    first, second = ([nodes[index] for index in _spread(cluster.distinct, _CHECKED)] for cluster in (one, other))
    both = [*first, *second]
    if not all(_compatible(node, other_node, both) for node in first for other_node in second):
        return False
    years = years_around(*(node.years for node in both))
    readings = dict.fromkeys(node.spans(years) for node in both)
    return fit_together(_spread(list(readings), _READ))


def _spread(found: Sequence[T], most: int) -> Sequence[T]:
    """All, or of very many so many from first to last: they agree with one another, and time stays bounded."""
    if len(found) <= most:
        return found
    return [found[place * (len(found) - 1) // (most - 1)] for place in range(most)]


def _compatible(one: Node, other: Node, event: Sequence[Node]) -> bool:
    """Whether two records can be parts of one event: nothing sets them apart, or a third one tells the whole of both."""
    found = compare(one, other).apart
    if found == "time":
        return any(_is_whole_journey(third, one, other) for third in event)
    if found == "parties":
        return any(_is_whole_agreement(third, one, other) for third in event)
    return not found


def _is_whole_journey(third: Node, one: Node, other: Node) -> bool:
    """Whether a journey, told with its first and last day, holds the days of both."""
    if not (isinstance(third.traits, TripTraits) and third.dates.start and third.dates.end):
        return False
    if not all(len(node.own) == 1 and node.own[0].exact for node in (third, one, other)):
        return False
    whole, parts = third.own[0], (one.own[0], other.own[0])
    first, last = min(part.first for part in parts), max(part.last for part in parts)
    return last - first <= _ON_THE_WAY and whole.first - _SLACK <= first and last <= whole.last + _SLACK


def _is_whole_agreement(third: Node, one: Node, other: Node) -> bool:
    """Whether an agreement has all parties of both, each of which tells of it by itself."""
    if not all(isinstance(node.traits, MouTraits) for node in (third, one, other)):
        return False
    parties = [node.traits.parties for node in (third, one, other) if isinstance(node.traits, MouTraits)]
    return parties[1] | parties[2] <= parties[0] and compare(third, one).linked and compare(third, other).linked
