"""The gazetteer: the tables of `clipper.data`, by name.

A name that is an ordinary word too is marked in the tables: `?` wants a cue beside it, `~` only a locative particle.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from clipper.data import rows
from clipper.extract.mentions.places.model import Level, Place

FREE, WEAK, STRONG = 0, 1, 2
_MARKS = {"~": WEAK, "?": STRONG}


@dataclass(frozen=True, slots=True)
class Named:
    """A place under one of its names; `caution` is FREE, WEAK (`~`) or STRONG (`?`)."""

    place: Place
    caution: int = FREE


@dataclass(frozen=True)
class Gazetteer:
    """Places by name, likeliest first; `lengths` has the lengths of names by their first two characters, longest first;
    `short` holds the names of one character.
    """

    names: dict[str, tuple[Named, ...]]
    lengths: dict[str, tuple[int, ...]]
    short: frozenset[str]

    def starting(self, text: str, start: int) -> Iterator[str]:
        """The names that stand in `text` at `start`, longest first."""
        names = self.names
        for size in self.lengths.get(text[start : start + 2], ()):
            name = text[start : start + size]
            if name in names and len(name) == size:
                yield name
        if text[start : start + 1] in self.short:
            yield text[start]


@cache
def gazetteer() -> Gazetteer:
    """All tables as one; built on first use."""
    names: dict[str, list[Named]] = {}
    for name, place in (*_areas(), *_countries(), *_korea(), *_cities(), *_regions()):
        caution = _MARKS.get(name[0], FREE)
        found = names.setdefault(name[1:] if caution else name, [])
        found.append(Named(place, caution))
    lengths: dict[str, set[int]] = {}
    for name in names:
        if len(name) > 1:
            lengths.setdefault(name[:2], set()).add(len(name))
    return Gazetteer(
        names={name: tuple(found) for name, found in names.items()},
        lengths={head: tuple(sorted(sizes, reverse=True)) for head, sizes in lengths.items()},
        short=frozenset(name for name in names if len(name) == 1),
    )


def _areas() -> Iterator[tuple[str, Place]]:
    for row in rows("places_areas"):
        yield row["name"], Place(row["name"], "continent")


def _countries() -> Iterator[tuple[str, Place]]:
    for row in rows("countries"):
        place = _place(row, row["names"], "country", row["code"], "")
        for name in filter(None, row["names"].split("|")):
            yield name, place


def _korea() -> Iterator[tuple[str, Place]]:
    for row in rows("korea"):
        place = _place(row, row["name"], _LEVELS[row["level"]], "KR", row["region"], row["parent"])
        yield row["name"], place
        for name in filter(None, row["short"].split("|")):
            yield name, place


def _regions() -> Iterator[tuple[str, Place]]:
    for row in rows("places_regions"):
        place = _place(row, row["names"], "region", row["code"][:2], row["code"])
        for name in row["names"].split("|"):
            yield name, place


def _cities() -> Iterator[tuple[str, Place]]:
    for row in rows("places_cities"):
        place = _place(row, row["names"], _LEVELS[row["level"]], row["country"], row["region"])
        for name in row["names"].split("|"):
            yield name, place


_LEVELS: dict[str, Level] = {"region": "region", "city": "city", "district": "district"}


def _place(row: dict[str, str], names: str, level: Level, country: str, region: str, parent: str = "") -> Place:
    return Place(
        name=names.split("|")[0].lstrip("?~"),
        level=level,
        country=country,
        region=region or None,
        latitude=float(row["lat"]) if row["lat"] else None,
        longitude=float(row["lon"]) if row["lon"] else None,
        parent=parent,
    )
