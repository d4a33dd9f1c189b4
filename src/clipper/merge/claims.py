"""What several articles say of one field → values side by side, each with the articles that back it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from clipper.merge.event import Backed, Settled

T = TypeVar("T")

Rank = tuple[float, ...]
"""How much speaks for what one record says: greater is more. Compared part by part."""


@dataclass(frozen=True, slots=True)
class Said(Generic[T]):
    """A value as one record says it: its source, and how much speaks for it."""

    value: T
    source: int
    rank: Rank = ()


@dataclass(frozen=True, slots=True)
class Way(Generic[T]):
    """How values of a field are joined. `key`: what two spellings share; `full`: greater for the fuller of two;
    `join`: the value of several that agree, the fullest first."""

    key: Callable[[T], Hashable]
    full: Callable[[T], tuple[int, str]]
    join: Callable[[Sequence[T]], T] = lambda values: values[0]


@dataclass(frozen=True, slots=True)
class Claim(Generic[T]):
    """A value that articles agree on, with all that was said for it."""

    value: T
    said: tuple[Said[T], ...]

    @property
    def sources(self) -> tuple[int, ...]:
        """The articles that say it."""
        return tuple(sorted({one.source for one in self.said}))

    @property
    def weight(self) -> tuple[Rank, int, tuple[int, ...]]:
        """What speaks for it: the best rank, then the number of articles, then the earliest."""
        return max(one.rank for one in self.said), len(self.sources), tuple(-source for source in self.sources)


def claims(said: Iterable[Said[T]], way: Way[T]) -> list[Claim[T]]:
    """The values by what they share, in order of first mention."""
    found: dict[Hashable, list[Said[T]]] = {}
    for one in said:
        found.setdefault(way.key(one.value), []).append(one)
    return [_claim(group, way) for group in found.values()]


def _claim(group: Sequence[Said[T]], way: Way[T]) -> Claim[T]:
    if len(group) == 1:
        return Claim(way.join([group[0].value]), tuple(group))
    ordered = sorted(group, key=lambda one: (_opposite(way.full(one.value)), one.source))
    return Claim(way.join([one.value for one in ordered]), tuple(group))


def _opposite(full: tuple[int, str]) -> tuple[int, str]:
    return -full[0], full[1]


def listed(said: Iterable[Said[T]], way: Way[T]) -> tuple[Backed[T], ...]:
    """A list field: every value once, in order of first mention."""
    return tuple(Backed(value=claim.value, sources=claim.sources) for claim in claims(said, way))


def settled(said: Iterable[Said[T]], way: Way[T]) -> Settled[T] | None:
    """A field of one value: what most speaks for, the others beside it."""
    ranked = sorted(claims(said, way), key=lambda claim: claim.weight, reverse=True)
    if not ranked:
        return None
    best, *others = ranked
    beside: list[Backed[T]] = [Backed(value=claim.value, sources=claim.sources) for claim in others]
    return Settled(value=best.value, sources=best.sources, others=tuple(beside))
