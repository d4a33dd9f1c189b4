"""Many articles: which files, how each is loaded, and one outcome for each of them whatever happens.

    paths → items → rows → output        inputs, items: what to read; processes, pool, worker: who reads it, within which limits;
                                         part: what is done already; earlier: what an earlier output holds

The names below are loaded on first use: starting the workers must not wait for what only they need.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clipper.batch.earlier import Earlier
    from clipper.batch.inputs import find_inputs
    from clipper.batch.items import File, Held, Item, Refused
    from clipper.batch.load import load_file, load_stream, shown
    from clipper.batch.outcome import Options, Outcome, outcome_of, outcome_of_item
    from clipper.batch.part import Part
    from clipper.batch.processes import cores, run, run_rows
    from clipper.batch.row import Row

_HOMES = {
    "Earlier": "earlier",
    "File": "items",
    "Held": "items",
    "Item": "items",
    "Options": "outcome",
    "Outcome": "outcome",
    "Part": "part",
    "Refused": "items",
    "Row": "row",
    "cores": "processes",
    "find_inputs": "inputs",
    "load_file": "load",
    "load_stream": "load",
    "outcome_of": "outcome",
    "outcome_of_item": "outcome",
    "run": "processes",
    "run_rows": "processes",
    "shown": "load",
}

__all__ = [
    "Earlier", "File", "Held", "Item", "Options", "Outcome", "Part", "Refused", "Row", "cores", "find_inputs", "load_file",
    "load_stream", "outcome_of", "outcome_of_item", "run", "run_rows", "shown",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"clipper.batch.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'clipper.batch' has no attribute {name!r}")
