"""Codes of the records → the words that people read, in English and Korean.

The words are those of `data/labels.toml`; names of countries come from `countries.tsv` (Korean) and `country_labels.tsv`
(English).

>>> label("trip_status", "planned", "ko")
'예정'
>>> field_label("stops[0].date", "en", kind="trip")
'Stops 1: Date'
>>> country_label("CA", "ko")
'캐나다'
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, get_args

from clipper.data import rows, table
from clipper.errors import DataError

Language = Literal["en", "ko"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_STEP = re.compile(r"(?P<name>[a-z_]+)(?:\[(?P<index>\d+)\])?")


def label(group: str, key: str, language: Language) -> str:
    """The word for `key` in a group of labels (`kind`, `field`, `sheet`, ...); DataError where there is none."""
    try:
        word: str = table("labels")[group][key][language]
    except KeyError as error:
        raise DataError(f"no {language} label for {group}.{key}", where="labels.toml") from error
    return word


def labels(group: str, language: Language) -> dict[str, str]:
    """All words of a group by their code, in the order of the file."""
    return {key: label(group, key, language) for key in table("labels")[group]}


def status_label(kind: str, status: str | None, language: Language) -> str:
    """The word for a status: that of a trip and that of an agreement differ; empty for None."""
    return label(f"{kind}_status", status, language) if status else ""


def field_label(path: str, language: Language, *, kind: str | None = None) -> str:
    """The words for the path of a value: `parties[1]` is `Parties 2`; a path of no field of ours stays as it is.

    `kind` (`trip`, `mou`) chooses the closer word where a record has one.
    """
    steps = [_STEP.fullmatch(step) for step in path.split(".")]
    # The date of a stop is no signing: only a whole path has the closer word.
    closer = table("labels").get(f"{kind}_field", {}) if len(steps) == 1 else {}
    known = closer | {key: word for key, word in table("labels")["field"].items() if key not in closer}
    if not all(step and step["name"] in known for step in steps):
        return path
    return ": ".join(_step_label(step, known[step["name"]][language]) for step in steps if step)


def _step_label(step: re.Match[str], word: str) -> str:
    return word if step["index"] is None else f"{word} {int(step['index']) + 1}"


def country_label(code: str, language: Language) -> str:
    """The name of a country by its ISO 3166-1 alpha-2 code; the code itself where none is known."""
    return _countries(language).get(code, code)


@cache
def _countries(language: Language) -> dict[str, str]:
    if language == "en":
        return {row["code"]: row["name"] for row in rows("country_labels")}
    return {row["code"]: row["names"].split("|")[0].lstrip("?~") for row in rows("countries") if row["names"]}
