"""Open dates, closed where other articles of the same event leave only one possibility."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clipper.merge.opendate import is_whole, meet, ranges
from clipper.merge.spans import Span, fit, years_around
from clipper.merge.traits import Node

_SLACK = 2


@dataclass(frozen=True, slots=True)
class Closing:
    """What the other articles say of a record's open dates: `span` is when it was, `by` the nodes that tell."""

    span: Span | None = None
    by: tuple[int, ...] = ()
    years: tuple[int, ...] = ()

    def close(self, text: str) -> str:
        """The date with its unknown parts filled, if only one day (or month) of it lies in the span."""
        if self.span is None or is_whole(text) or "X" not in text:
            return text
        first, last = self.span.first - _SLACK, self.span.last + _SLACK
        found = [one for one in ranges(text, self.years) if one[1] >= first and one[0] <= last]
        if len(found) != 1:
            return text
        whole = date.fromordinal(found[0][0]).isoformat()
        known = whole if found[0][0] == found[0][1] else whole[:7] if found[0][1] - found[0][0] < 31 else whole[:4]
        return meet(text, known) or text


def closings(nodes: Sequence[Node]) -> list[Closing]:
    """For each node what the others say of its open dates; nothing where they leave more than one possibility."""
    firm = [(index, node.own[0]) for index, node in enumerate(nodes) if node.dates.years and len(node.own) == 1]
    return [_closing(node, firm) if node.open and firm else Closing() for node in nodes]


def _closing(node: Node, firm: Sequence[tuple[int, Span]]) -> Closing:
    years = years_around(frozenset(date.fromordinal(span.first).year for _, span in firm))
    possible = [one for one in node.spans(years) if all(fit(one, span) != "apart" for _, span in firm)]
    if len(possible) != 1:
        return Closing()
    return Closing(possible[0], tuple(index for index, _ in firm), years)
