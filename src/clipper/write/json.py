"""Outcomes as JSON (one object, or one indented array) and as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from textwrap import indent
from typing import TextIO

from clipper.records import Clip, Failure

_INDENT = 2


def write_jsonl(outcomes: Iterable[Clip | Failure], out: TextIO, *, records_only: bool = False) -> None:
    """One compact object a line."""
    for text in _texts(outcomes, records_only, None):
        out.write(text + "\n")


def write_json(
    outcomes: Iterable[Clip | Failure], out: TextIO, *, records_only: bool = False, single: bool = False
) -> None:
    """An indented array, written as the outcomes come; with `single` the one clip itself."""
    texts = _texts(outcomes, records_only, _INDENT)
    if single and not records_only:
        out.writelines(text + "\n" for text in texts)
        return
    before = "[\n"
    for text in texts:
        out.write(before + indent(text, " " * _INDENT))
        before = ",\n"
    out.write("[]\n" if before == "[\n" else "\n]\n")


def _texts(outcomes: Iterable[Clip | Failure], records_only: bool, width: int | None) -> Iterator[str]:
    for outcome in outcomes:
        if not records_only:
            yield outcome.model_dump_json(indent=width)
        elif isinstance(outcome, Clip):
            yield from _records(outcome, width)


def _records(clip: Clip, width: int | None) -> Iterator[str]:
    """The records alone; each still says in `source` where it came from."""
    source = {"url": clip.source.url, "path": clip.source.path}
    separators = (",", ":") if width is None else None
    for record in clip.records:
        row = {**record.model_dump(mode="json"), "source": source}
        yield json.dumps(row, ensure_ascii=False, indent=width, separators=separators)
