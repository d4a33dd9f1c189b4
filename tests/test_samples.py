"""The samples give what a careful reader would write down: `samples/expected` holds the fields that are compared."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from clipper.batch import File, Options, find_inputs, outcome_of_item
from clipper.records import Clip

SAMPLES = Path(__file__).parents[1] / "samples"
PAGES = [Path(item.key) for item in find_inputs([SAMPLES])]


def expected_of(page: Path) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads((SAMPLES / "expected" / f"{page.name}.json").read_text("utf-8"))
    return expected


def differences(want: object, got: object, where: str = "clip") -> Iterator[str]:
    """A line for each asked value that is not there: objects by the keys asked for, lists whole and in order."""
    if isinstance(want, dict) and isinstance(got, dict):
        for key, value in want.items():
            yield from differences(value, got.get(key), f"{where}.{key}")
    elif isinstance(want, list) and isinstance(got, list) and len(want) == len(got):
        for i, (one, other) in enumerate(zip(want, got, strict=True)):
            yield from differences(one, other, f"{where}[{i}]")
    elif want != got:
        yield f"{where}: want {want!r}, got {got!r}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_sample_gives_its_expected_clip(page: Path) -> None:
    outcome = outcome_of_item(File(str(page)), Options())
    assert isinstance(outcome, Clip), str(outcome)
    found = list(differences(expected_of(page), outcome.model_dump(mode="json")))
    assert not found, "\n".join(found)


def test_neither_order_nor_repetition_changes_a_clip() -> None:
    forward = [outcome_of_item(File(str(page)), Options()) for page in PAGES]
    backward = [outcome_of_item(File(str(page)), Options()) for page in reversed(PAGES)]
    assert forward == backward[::-1]


def test_the_order_of_hashes_changes_nothing() -> None:
    command = [sys.executable, "-m", "clipper", "batch", str(SAMPLES)]
    outputs = [subprocess.check_output(command, env={**os.environ, "PYTHONHASHSEED": seed}) for seed in ("1", "2")]
    assert outputs[0] == outputs[1]


def test_every_sample_has_its_expectation() -> None:
    assert len(PAGES) >= 8
    assert sorted(f"{page.name}.json" for page in PAGES) == sorted(f.name for f in (SAMPLES / "expected").iterdir())


def test_a_missing_or_different_value_is_a_difference() -> None:
    got = {"records": [{"kind": "trip", "start": "2025-06-10"}]}
    assert list(differences({"records": [{"kind": "trip"}]}, got)) == []
    assert list(differences({"records": [{"start": "2025-06-11"}]}, got)) != []
    assert list(differences({"records": [{"end": "2025-06-11"}]}, got)) != []
    assert list(differences({"records": []}, got)) != []
