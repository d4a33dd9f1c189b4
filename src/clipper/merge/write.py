"""Events → JSON Lines, or one indented JSON array."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import indent
from typing import TextIO

from clipper.merge.event import Event

_INDENT = 2


def write_events(events: Iterable[Event], out: TextIO, *, indented: bool = False) -> None:
    """One compact object a line; `indented`, an array."""
    if not indented:
        out.writelines(event.model_dump_json() + "\n" for event in events)
        return
    before = "[\n"
    for event in events:
        out.write(before + indent(event.model_dump_json(indent=_INDENT), " " * _INDENT))
        before = ",\n"
    out.write("[]\n" if before == "[\n" else "\n]\n")
