"""How the status of an event moved, as its articles told it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clipper.merge.told import Told

_PROGRESS = {
    "trip": {"planned": 0, "ongoing": 1, "completed": 2},
    "mou": {"proposed": 0, "planned": 1, "signed": 2, "ended": 3},
}
_REACHED = {"trip": 2, "mou": 2}
"""From here on what was put off or called off is told too late."""
_TO_COME = ("proposed", "planned")


@dataclass(frozen=True, slots=True)
class Step:
    """A status, when it was told first, and who told it."""

    status: str
    told: str | None
    background: bool
    sources: tuple[int, ...]


def progress(kind: str, status: str | None) -> int:
    """How far a status is on the way; what is put off or called off is nowhere on it (-1)."""
    return _PROGRESS[kind].get(status or "", -1)


def steps(kind: str, tellings: Iterable[tuple[Told, int]]) -> list[Step]:
    """The steps in the order of telling; tellings of one status in a row are one step.

    Articles without a date stand first where they tell of what is to come, else last.
    """
    found: list[Step] = []
    for one, source in sorted(tellings, key=lambda pair: _order(kind, *pair)):
        status, background, day = one.record.status, one.record.background, one.article.told
        if status is None:
            continue
        if found and (found[-1].status, found[-1].background) == (status, background):
            last = found[-1]
            found[-1] = Step(status, last.told or day, background, tuple(sorted({*last.sources, source})))
        else:
            found.append(Step(status, day, background, (source,)))
    return found


def _order(kind: str, told: Told, source: int) -> tuple[str, int, int, bool, int]:
    status, day = told.record.status, told.article.told
    rank = progress(kind, status)
    undated = "0000" if status in _TO_COME else "9999"
    return day or undated, rank < 0, rank, told.record.background, source


def current(kind: str, found: Sequence[Step]) -> str | None:
    """Where the event stands: progress is not undone by older news, and background moves nothing unless there is only that."""
    status: str | None = None
    for step in [step for step in found if not step.background] or found:
        status = _moved(kind, status, step.status)
    return status


def _moved(kind: str, status: str | None, told: str) -> str:
    here, there = progress(kind, status), progress(kind, told)
    if status is None or here < 0:
        return told
    if there < 0:
        return status if here >= _REACHED[kind] and not (kind == "mou" and told == "cancelled") else told
    return told if there > here else status
