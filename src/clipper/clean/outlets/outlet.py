"""An outlet or CMS family as a value: which pages are its own, and where they keep what.

One small `.toml` beside this file for each. A layout is dated by the year from which it is known; the newest whose body
is on the page counts, so that old saved pages keep working after a redesign.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from clipper.errors import DataError

_FIELDS = ("title", "subtitle", "published", "modified", "authors", "section", "publisher")


@dataclass(frozen=True, slots=True)
class Layout:
    """Selectors of one generation of pages. `drop` pairs a reason with a selector; `fields` has selectors by field."""

    since: int
    body: tuple[str, ...]
    drop: tuple[tuple[str, str], ...]
    fields: tuple[tuple[str, tuple[str, ...]], ...]

    def selectors(self) -> tuple[str, ...]:
        """Every selector of the layout."""
        fields = (selector for _, selectors in self.fields for selector in selectors)
        return (*self.body, *(selector for _, selector in self.drop), *fields)

    def of(self, field: str) -> tuple[str, ...]:
        """The selectors of a field of the article."""
        return dict(self.fields).get(field, ())


@dataclass(frozen=True, slots=True)
class Outlet:
    """`name` is the file's, `hosts` its domains, `signs` selectors that tell the family on any host, `checked` the day
    on which someone last went over the file; `layouts` stand newest first."""

    name: str
    publisher: str | None
    hosts: tuple[str, ...]
    signs: tuple[str, ...]
    checked: date
    layouts: tuple[Layout, ...]

    def owns(self, host: str) -> int:
        """How closely a host is the outlet's own: the length of the domain it is or lies below, 0 where it is not."""
        best = 0
        for own in self.hosts:
            if host.endswith(own) and (len(host) == len(own) or host[-len(own) - 1] == "."):
                best = max(best, len(own))
        return best


@cache
def all_outlets() -> tuple[Outlet, ...]:
    """Every outlet file, by name; DataError for one that is not as described here."""
    folder = files(__package__ or "clipper.clean.outlets")
    found = [file for file in folder.iterdir() if file.name.endswith(".toml")]
    return tuple(_read(file.name, file.read_text("utf-8")) for file in sorted(found, key=lambda file: file.name))


def _read(name: str, text: str) -> Outlet:
    try:
        raw = tomllib.loads(text)
        outlet = Outlet(
            name=name.removesuffix(".toml"),
            publisher=raw.get("publisher"),
            hosts=tuple(raw.get("hosts", ())),
            signs=tuple(raw.get("signs", ())),
            checked=raw["checked"],
            layouts=tuple(sorted(map(_layout, raw["layout"]), key=lambda layout: -layout.since)),
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        raise DataError(f"{type(error).__name__}: {error}", where=name) from error
    _check(outlet, raw)
    return outlet


def _layout(raw: dict[str, Any]) -> Layout:
    return Layout(
        since=raw["since"],
        body=tuple(raw.get("body", ())),
        drop=tuple((reason, selector) for reason, selectors in raw.get("drop", {}).items() for selector in selectors),
        fields=tuple((field, tuple(raw[field])) for field in _FIELDS if field in raw),
    )


def _check(outlet: Outlet, raw: dict[str, Any]) -> None:
    """Refuse an unknown key, and a file that no page can match."""
    unknown = raw.keys() - {"publisher", "hosts", "signs", "checked", "layout"}
    unknown |= {key for layout in raw["layout"] for key in layout.keys() - {"since", "body", "drop", *_FIELDS}}
    if unknown:
        raise DataError(f"unknown keys: {', '.join(sorted(unknown))}", where=outlet.name)
    if not (outlet.hosts or outlet.signs) or not outlet.layouts or not isinstance(outlet.checked, date):
        raise DataError("needs hosts or signs, a layout, and the day it was checked", where=outlet.name)
