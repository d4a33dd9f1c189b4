"""`--kind`, `--status`, `--country`, `--min-confidence`: which records of the clips a command looks at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from clipper.cli.options import confidence_option
from clipper.errors import ReadError

if TYPE_CHECKING:
    from clipper.records import Clip, Failure, Record

Command = TypeVar("Command", bound=Callable[..., Any])

KINDS = ("trip", "mou")
STATUSES = ("planned", "ongoing", "completed", "cancelled", "postponed", "signed", "proposed", "ended")
NOT_A_CLIP = "not_a_clip"
_TOLD = 3
"""Lines of one file that are told of; the others, of a file that is something else, would say the same."""
_LINE = re.compile(r"(?::\d+|\[\d+\])$")


@dataclass(frozen=True, slots=True)
class Choice:
    """What a record must be to be looked at; an empty tuple asks for nothing."""

    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    min_confidence: float = 0.0

    def takes(self, record: Record) -> bool:
        """Whether the record is one of those asked for."""
        return (
            record.confidence >= self.min_confidence
            and (not self.kinds or record.kind in self.kinds)
            and (not self.statuses or record.status in self.statuses)
            and (not self.countries or not set(self.countries).isdisjoint(countries_of(record)))
        )

    def of(self, outcomes: Iterable[Clip | Failure]) -> Iterator[Clip | Failure]:
        """The outcomes with those records alone. If anything was asked for, articles left without a record go too."""
        if self == Choice():
            yield from outcomes
            return
        from clipper.records import Failure

        for outcome in outcomes:
            if isinstance(outcome, Failure):
                yield outcome
            elif kept := tuple(filter(self.takes, outcome.records)):
                yield outcome.model_copy(update={"records": kept})


def countries_of(record: Record) -> set[str]:
    """The countries that a record is about: a trip's destinations, an agreement's parties and place."""
    from clipper.records import Trip

    if isinstance(record, Trip):
        return set(record.countries)
    found = {party.country for party in record.parties} | {record.place.country if record.place else None}
    return {code for code in found if code}


def choice_options(command: Command) -> Callable[..., Any]:
    """Add the options; the command gets them as one `choice: Choice`."""

    @click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Only trips, or only agreements.")
    @click.option("--status", "statuses", multiple=True, type=click.Choice(STATUSES), metavar="STATUS",
                  help="Only records of this status (planned, signed, ...); repeatable, any counts.")
    @click.option("--country", "countries", multiple=True, callback=_codes, metavar="CODE",
                  help="Only records about this country (CA, JP, ...); repeatable, any counts.")
    @confidence_option
    @wraps(command)
    def with_choice(
        *args: Any, kinds: tuple[str, ...], statuses: tuple[str, ...], countries: tuple[str, ...],
        min_confidence: float, **rest: Any,
    ) -> Any:
        return command(*args, choice=Choice(kinds, statuses, countries, min_confidence), **rest)

    return with_choice


def _codes(_ctx: click.Context, _param: click.Parameter, codes: tuple[str, ...]) -> tuple[str, ...]:
    found = tuple(code.upper() for code in codes)
    if not all(len(code) == 2 and code.isascii() and code.isalpha() for code in found):
        raise click.BadParameter("give ISO 3166-1 codes of two letters: CA, JP.")
    return found


class Troubles:
    """Tells what could not be read of files of clips; rows of inputs that failed in an earlier run pass in silence.

    Of a file with many lines that are no clips the first few are told, and how many more there are. With `later`
    nothing is told before `tell`: a pager has the terminal until then.
    """

    def __init__(self, paths: Iterable[Path], *, later: bool = False) -> None:
        self._paths = {str(path) for path in paths}
        self._later: list[Failure | str] | None = [] if later else None
        self._lines: Counter[str] = Counter()
        self.count = 0

    def watch(self, outcomes: Iterable[Clip | Failure]) -> Iterator[Clip | Failure]:
        """The outcomes as they come."""
        from clipper.records import Failure

        for outcome in outcomes:
            if isinstance(outcome, Failure) and self._is_ours(outcome):
                self.count += 1
                file = _LINE.sub("", outcome.source.path or "")
                self._lines[file] += 1
                if self._lines[file] <= _TOLD:
                    self._complain(outcome)
            yield outcome
        for file, number in self._lines.items():
            if number > _TOLD:
                self._complain(f"{file}: {number - _TOLD} more lines are no clips")

    def readable(self, outcomes: Iterable[Clip | Failure]) -> Iterator[Clip | Failure]:
        """The outcomes without those that are told here: for who sees both."""
        from clipper.records import Failure

        return (one for one in self.watch(outcomes) if not (isinstance(one, Failure) and self._is_ours(one)))

    def at_least_one(self, outcomes: Iterable[Clip | Failure]) -> Iterator[Clip | Failure]:
        """The same; ReadError at their end where none of them could be read, so that no empty file takes FILE's place."""
        total = 0
        for outcome in self.watch(outcomes):
            total += 1
            yield outcome
        if total and total == self.count:
            raise ReadError("nothing of CLIPS can be read")

    def _complain(self, trouble: Failure | str) -> None:
        from clipper.cli.terminal import complain

        if self._later is None:
            complain(trouble)
        else:
            self._later.append(trouble)

    def tell(self) -> None:
        """Tell what was kept for later."""
        from clipper.cli.terminal import complain

        for trouble in self._later or ():
            complain(trouble)

    def _is_ours(self, failure: Failure) -> bool:
        return failure.error.code == NOT_A_CLIP or failure.source.path in self._paths
