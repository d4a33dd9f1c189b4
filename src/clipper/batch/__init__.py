"""Many articles: which files, how each is loaded, and one outcome for each of them whatever happens."""

from clipper.batch.inputs import find_inputs
from clipper.batch.items import File, Held, Item, Refused
from clipper.batch.load import load_file, load_stream, shown
from clipper.batch.outcome import Options, Outcome, outcome_of, outcome_of_item
from clipper.batch.run import run

__all__ = [
    "File", "Held", "Item", "Options", "Outcome", "Refused", "find_inputs", "load_file", "load_stream", "outcome_of",
    "outcome_of_item", "run", "shown",
]
