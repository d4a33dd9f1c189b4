"""Row: the outcome of one input as it travels from the worker that made it to the file that it is written to."""

from __future__ import annotations

from dataclasses import dataclass

from clipper.batch.earlier import Earlier
from clipper.batch.items import Item
from clipper.batch.outcome import Options, Outcome, outcome_of, outcome_of_item
from clipper.errors import ClipperError
from clipper.records import Clip, Failure


@dataclass(frozen=True, slots=True)
class Row:
    """One outcome as a line of JSON, and what the run wants to know of it without reading that line.

    `key` and `stamp` are those of the input. `records` counts the clip's records; `failure` is the outcome itself where
    there is no clip. `carried`: the line is that of an earlier output.
    """

    key: str
    stamp: str
    line: bytes
    records: int = 0
    failure: Failure | None = None
    carried: bool = False

    def outcome(self) -> Outcome:
        """The outcome itself."""
        return self.failure or Clip.model_validate_json(self.line)

    @property
    def spent(self) -> bool:
        """Whether the page took all the memory there was: its process should read no other."""
        return self.failure is not None and self.failure.error.code == "memory"


def row_of(item: Item, outcome: Outcome) -> Row:
    """The row of an outcome."""
    line = outcome.model_dump_json().encode()
    failure = outcome if isinstance(outcome, Failure) else None
    return Row(item.key, item.stamp, line, len(outcome.records), failure)


def failed_row(item: Item, error: ClipperError) -> Row:
    """The row of an input that its worker could not tell the outcome of."""
    return row_of(item, Failure.of(error, path=item.key))


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker does with an item: the pure function of the batch, as a value that travels to the workers.

    Where `earlier` holds the clip of the same bytes from the same place, that is the outcome.
    """

    options: Options
    earlier: Earlier | None = None

    def __call__(self, item: Item) -> Row:
        """The row of an item. Raises nothing that is the item's fault."""
        if self.earlier is None:
            return row_of(item, outcome_of_item(item, self.options))
        try:
            page = item.load()
        except ClipperError as error:
            return failed_row(item, error)
        if found := self.earlier.clip_of(page):
            return Row(item.key, item.stamp, found.line, found.records, carried=True)
        return row_of(item, outcome_of(page, self.options))
