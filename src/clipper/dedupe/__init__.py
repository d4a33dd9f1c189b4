"""Articles → groups of the same story: near-duplicates of a wire text, found without comparing all with all."""

from clipper.dedupe.groups import SAME_STORY, Telling, same_stories
from clipper.dedupe.outcomes import dedupe
from clipper.dedupe.sketch import containment, letters, sketch

__all__ = ["SAME_STORY", "Telling", "containment", "dedupe", "letters", "same_stories", "sketch"]
