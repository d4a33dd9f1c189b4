"""The sentences of `examples.tsv`: what is a place, of which level, where, and what is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from clipper.extract.mentions.places import PlaceMention, find_places
from clipper.extract.spans import Sentence

LINES = (Path(__file__).parent / "examples.tsv").read_text("utf-8").splitlines()
EXAMPLES = [line.split("\t") for line in LINES if not line.startswith("#")][1:]


def told(found: tuple[PlaceMention, ...]) -> str:
    """The mentions in the notation of the file."""
    return " | ".join(_one(mention, found) for mention in found)


def _one(mention: PlaceMention, found: tuple[PlaceMention, ...]) -> str:
    code = mention.region or mention.country or "-"
    within = f"/{mention.within}" if mention.within else ""
    parent = f"<{found[mention.parent].name}" if mention.parent is not None else ""
    return f"{mention.name}={mention.level}/{code}{within}{parent}"


def test_there_are_enough_and_each_once() -> None:
    sentences = [sentence for sentence, _ in EXAMPLES]
    assert len(sentences) >= 200
    assert len(set(sentences)) == len(sentences)
    assert sum(not places for _, places in EXAMPLES) >= 20


@pytest.mark.parametrize(("sentence", "places"), EXAMPLES, ids=[sentence[:30] for sentence, _ in EXAMPLES])
def test_example(sentence: str, places: str) -> None:
    assert told(find_places((Sentence(0, 0, len(sentence), sentence),))) == places
