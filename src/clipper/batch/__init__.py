"""Many articles: which files, how each is loaded, and one outcome for each of them whatever happens."""

from clipper.batch.inputs import find_inputs
from clipper.batch.load import load_file, load_stream, shown
from clipper.batch.outcome import Options, Outcome, outcome_of, outcome_of_file
from clipper.batch.run import run

__all__ = [
    "Options", "Outcome", "find_inputs", "load_file", "load_stream", "outcome_of", "outcome_of_file", "run", "shown",
]
