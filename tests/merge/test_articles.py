"""From articles to events: our own groups of articles, and the two seeds that tell of one journey."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import clipper.merge
from clipper.batch import Options, find_inputs, run
from clipper.merge import MouEvent, TripEvent, merge_clips
from clipper.records import Clip
from evals import merge as evals

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
MODULES = [f"clipper.merge.{found.name}" for found in iter_modules(clipper.merge.__path__)] + ["clipper.merge"]


@pytest.mark.parametrize("name", evals.SETS)
def test_groups_of_articles_are_joined_and_near_misses_are_not(name: str) -> None:
    articles = evals.labelled((name,))
    figures = evals.measure(articles)
    assert figures["precision"] >= 0.97
    assert figures["recall"] >= 0.9
    kept, near = evals.near_misses((name,), articles)
    assert kept >= near - 1


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds do not lie beside the clone")
def test_two_seeds_tell_of_one_journey_and_of_one_agreement_that_was_signed() -> None:
    clips = [outcome for outcome in run(find_inputs([SEEDS]), Options()) if isinstance(outcome, Clip)]
    events = merge_clips(clips)
    joined = [event for event in events if len(event.sources) > 1]
    assert len(joined) == 2
    trip = next(event for event in joined if isinstance(event, TripEvent))
    mou = next(event for event in joined if isinstance(event, MouEvent))
    assert trip.start is not None and trip.end is not None and trip.leader is not None
    assert (trip.leader.value.name, trip.start.value, trip.end.value) == ("이장우", "2025-06-10", "2025-06-18")
    assert {"CA", "US"} <= {country.value for country in trip.countries}
    assert mou.date is not None
    assert (mou.status, mou.date.value) == ("signed", "2025-06-11")
    assert [step.status for step in mou.history] == ["planned", "signed"]
    assert {party.value.name for party in mou.parties} == {"대전시", "퀘벡주"}
