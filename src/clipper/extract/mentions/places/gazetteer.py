"""The gazetteer: the tables of `clipper.data`, by name.

A name that is an ordinary word too is marked in the tables: `?` wants a cue beside it, `~` only a locative particle.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from clipper.data import rows
from clipper.extract.mentions.places.model import Level, Place

FREE, WEAK, STRONG = 0, 1, 2
_MARKS = {"~": WEAK, "?": STRONG}
# The tables, likeliest places first: of two that share a name, the one of the earlier table is meant unless told.
_TABLES = ("places_areas", "countries", "korea", "places_cities", "places_regions")
_LEVELS: dict[str, Level] = {"region": "region", "city": "city", "district": "district"}


@dataclass(frozen=True, slots=True)
class Named:
    """A place under one of its names; `caution` is FREE, WEAK (`~`) or STRONG (`?`)."""

    place: Place
    caution: int = FREE


@dataclass(frozen=True)
class Gazetteer:
    """Where each name stands in the tables, likeliest place first.

    `lengths` has the lengths of names by their first two characters, longest first; `short` the names of one
    character. `places` holds (table, row) pairs, so that no place is built before it is asked for. `head` finds
    where a word begins with letters that names begin with.
    """

    places: dict[str, tuple[tuple[int, int], ...]]
    lengths: dict[str, tuple[int, ...]]
    short: frozenset[str]
    head: re.Pattern[str]

    def starting(self, text: str, start: int) -> list[str]:
        """The names that stand in `text` at `start`, longest first."""
        found: list[str] = []
        for size in self.lengths.get(text[start : start + 2], ()):
            name = text[start : start + size]
            if name in self.places and len(name) == size:
                found.append(name)
        if text[start : start + 1] in self.short:
            found.append(text[start])
        return found

    def named(self, name: str) -> tuple[Named, ...]:
        """The places of a name that the tables have."""
        return _all_named(name)


@cache
def gazetteer() -> Gazetteer:
    """All tables as one; built on first use."""
    places: dict[str, tuple[tuple[int, int], ...]] = {}
    for table, name_of_table in enumerate(_TABLES):
        for number, row in enumerate(rows(name_of_table)):
            entry = ((table, number),)
            for marked in _names(row):
                name = marked[1:] if marked[0] in _MARKS else marked
                places[name] = places[name] + entry if name in places else entry
    lengths: dict[str, set[int]] = {}
    for name in places:
        if len(name) > 1:
            lengths.setdefault(name[:2], set()).add(len(name))
    short = frozenset(name for name in places if len(name) == 1)
    return Gazetteer(
        places=places,
        lengths={head: tuple(sorted(sizes, reverse=True)) for head, sizes in lengths.items()},
        short=short,
        head=_head(lengths, short),
    )


def _head(heads: Iterable[str], short: Iterable[str]) -> re.Pattern[str]:
    """Where a run of Hangul, or of other letters that opens with a capital, begins with a first and a second character of `heads`,
    or with one of `short`. A sieve: half of all words pass it, and are spared a look of their own into the tables."""
    capital = "A-Z"
    known = [head for head in heads if not head[0].islower()]
    first = _class({head[0] for head in known} | set(short))
    begins = rf"(?:(?<![가-힣].)|(?<=[{capital}]))(?<![A-Za-z][{capital}])"
    return re.compile(rf"{first}{begins}(?:(?={_class({head[1] for head in known})})|(?<={_class(short)}))")


def _class(chars: Iterable[str]) -> str:
    return f"[{''.join(map(re.escape, sorted(chars)))}]"


def _names(row: dict[str, str]) -> list[str]:
    """All names of a row, marked as they stand there."""
    names = row["names"].split("|") if "names" in row else [row["name"], *row.get("short", "").split("|")]
    return [name for name in names if name]


@cache  # names of the tables only
def _all_named(name: str) -> tuple[Named, ...]:
    return tuple(_named(name, table, row) for table, row in gazetteer().places[name])


def _named(name: str, table: int, number: int) -> Named:
    row = rows(_TABLES[table])[number]
    marked = next(one for one in _names(row) if one.lstrip("?~") == name)
    return Named(_place(table, number), _MARKS.get(marked[0], FREE))


@cache
def _place(table: int, number: int) -> Place:
    kind = _TABLES[table]
    row = rows(kind)[number]
    region = row.get("region", "") if kind != "places_regions" else row["code"]
    return Place(
        name=_names(row)[0].lstrip("?~"),
        level=_level(kind, row),
        country=_country(kind, row),
        region=region or None,
        latitude=float(row["lat"]) if row.get("lat") else None,
        longitude=float(row["lon"]) if row.get("lon") else None,
        parent=row.get("parent", ""),
    )


def _level(kind: str, row: dict[str, str]) -> Level:
    fixed: dict[str, Level] = {"places_areas": "continent", "countries": "country", "places_regions": "region"}
    return fixed[kind] if kind in fixed else _LEVELS[row["level"]]


def _country(kind: str, row: dict[str, str]) -> str | None:
    if kind == "places_areas":
        return None
    if kind == "korea":
        return "KR"
    return row["country"] if kind == "places_cities" else row["code"][:2]
