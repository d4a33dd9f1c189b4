"""Many articles: which files, how each is loaded, and one outcome for each of them whatever happens.

    paths → items → rows → output        inputs, items: what to read; processes, pool, worker: who reads it, within which limits;
                                         part: what is done already; earlier: what an earlier output holds

The names below are loaded on first use: starting the workers must not wait for what only they need.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clipper.lazy import loaded_on_use

if TYPE_CHECKING:
    from clipper.batch.earlier import Earlier
    from clipper.batch.inputs import find_inputs
    from clipper.batch.items import File, Held, Item, Refused
    from clipper.batch.load import load_file, load_stream, shown
    from clipper.batch.outcome import Options, Outcome, outcome_of, outcome_of_item
    from clipper.batch.part import Part
    from clipper.batch.processes import cores, run, run_rows
    from clipper.batch.row import Row

__all__ = [
    "Earlier", "File", "Held", "Item", "Options", "Outcome", "Part", "Refused", "Row", "cores", "find_inputs", "load_file",
    "load_stream", "outcome_of", "outcome_of_item", "run", "run_rows", "shown",
]

__getattr__ = loaded_on_use(__name__, {
    "Earlier": ".earlier",
    "File": ".items",
    "Held": ".items",
    "Item": ".items",
    "Options": ".outcome",
    "Outcome": ".outcome",
    "Part": ".part",
    "Refused": ".items",
    "Row": ".row",
    "cores": ".processes",
    "find_inputs": ".inputs",
    "load_file": ".load",
    "load_stream": ".load",
    "outcome_of": ".outcome",
    "outcome_of_item": ".outcome",
    "run": ".processes",
    "run_rows": ".processes",
    "shown": ".load",
})
