"""Vocabularies: `.tsv` and `.toml` files beside this one, and the one place that loads and validates them.

A `.tsv` has a header row, `#` comment lines and no quoting. Loading is cached: the files are constants.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from clipper.errors import DataError


def _text(name: str) -> str:
    try:
        return files(__name__).joinpath(name).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(str(error), where=name) from error


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `name.tsv` as dicts by column; DataError where a row has too few or too many cells."""
    lines = [line for line in _text(f"{name}.tsv").splitlines() if line.strip() and not line.startswith("#")]
    header = lines[0].split("\t")
    found = []
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if len(cells) != len(header):
            raise DataError(f"row {number}: {len(cells)} cells for {len(header)} columns", where=f"{name}.tsv")
        found.append(dict(zip(header, cells, strict=True)))
    return tuple(found)


@cache
def words(name: str, column: str) -> frozenset[str]:
    """One column of `name.tsv` as a set."""
    return frozenset(row[column] for row in rows(name))


@cache
def table(name: str) -> dict[str, Any]:
    """`name.toml` as a dict, which callers must not change; DataError where it is no TOML."""
    try:
        return tomllib.loads(_text(f"{name}.toml"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(str(error), where=f"{name}.toml") from error
