"""The date words of `data/dates.toml`, loaded once and turned into patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from clipper.data import table
from clipper.errors import DataError

_BASES = frozenset({"this", "text", "eve", "stretch", "reference"})
_BESIDE = frozenset({
    "attached", "behind", "growing", "per_day", "counting", "bracketed", "aside", "announced", "said", "events", "moved",
})


@dataclass(frozen=True, slots=True)
class Words:
    """All date words by kind. Keys are as written in the article, with one blank or none; `beside` has a group of a
    regular expression for each list of that section."""

    years: dict[str, int]
    years_in_text: dict[str, int]
    months: dict[str, int]
    months_in_text: dict[str, int]
    deixis: dict[str, str]
    days: dict[str, tuple[str, int]]
    weeks: dict[str, int]
    weekends: dict[str, int]
    lengths: dict[str, int]
    tense: dict[str, tuple[str, ...]]
    beside: dict[str, str]


@cache
def words() -> Words:
    """The validated vocabulary; DataError where the file is not as it should be."""
    data = table("dates")
    return Words(
        years=_numbers(data, "years"),
        years_in_text=_numbers(data, "years_in_text"),
        months=_numbers(data, "months"),
        months_in_text=_numbers(data, "months_in_text"),
        deixis=_deixis(data),
        days=_days(data),
        weeks=_numbers(data, "weeks"),
        weekends=_numbers(data, "weekends"),
        lengths=_numbers(data, "lengths"),
        tense={key: tuple(data["tense"][key]) for key in ("future", "past", "now")},
        beside=_beside(data),
    )


def _numbers(data: dict[str, Any], name: str) -> dict[str, int]:
    found = data.get(name)
    if not isinstance(found, dict) or not all(isinstance(value, int) for value in found.values()):
        raise DataError(f"[{name}] must map words to whole numbers", where="dates.toml")
    return dict(found)


def _deixis(data: dict[str, Any]) -> dict[str, str]:
    found = dict(data["deixis"])
    if not set(found.values()) <= {"지난", "오는"}:
        raise DataError("[deixis] knows only 지난 and 오는", where="dates.toml")
    return found


def _days(data: dict[str, Any]) -> dict[str, tuple[str, int]]:
    found = {word: (str(base), int(by)) for word, (base, by) in data["days"].items()}
    if not {base for base, _ in found.values()} <= _BASES:
        raise DataError(f"[days] counts from one of {sorted(_BASES)}", where="dates.toml")
    return found


def _beside(data: dict[str, Any]) -> dict[str, str]:
    found = data.get("beside", {})
    if set(found) != _BESIDE:
        raise DataError(f"[beside] has the lists {sorted(_BESIDE)}", where="dates.toml")
    groups = {name: f"(?:{'|'.join(parts)})" for name, parts in found.items()}
    for name, group in groups.items():
        try:
            re.compile(group)
        except re.error as error:
            raise DataError(f"[beside] {name}: {error}", where="dates.toml") from error
    return groups


def either(options: Iterable[str]) -> str:
    """A group of literal alternatives, the longest first so that `지난달` is not read as `지난`."""
    return "(?:" + "|".join(re.escape(o) for o in sorted(options, key=lambda o: (-len(o), o))) + ")"
