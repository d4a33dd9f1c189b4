"""How many of each went by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from clipper.cli.show.layout import wrapped
from clipper.labels import Language, label
from clipper.records import Clip, Failure, Trip


class Totals:
    """Counts outcomes on their way to the screen."""

    def __init__(self) -> None:
        self.trips = self.agreements = self.articles = self.failed = 0

    def watch(self, outcomes: Iterable[Clip | Failure]) -> Iterator[Clip | Failure]:
        """The outcomes as they come."""
        for outcome in outcomes:
            if isinstance(outcome, Failure):
                self.failed += 1
            else:
                trips = sum(isinstance(record, Trip) for record in outcome.records)
                self.articles += 1
                self.trips += trips
                self.agreements += len(outcome.records) - trips
            yield outcome

    def line(self, language: Language, width: int) -> Text:
        """`Trips: 3, agreements: 5, articles: 10`."""
        parts = [label("card", "total", language).format(self.trips, self.agreements, self.articles)]
        if self.failed:
            parts.append(label("card", "failed", language).format(self.failed))
        return Text("\n").join(wrapped(Text(", ".join(parts), "dim"), width))
