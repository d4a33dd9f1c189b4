"""docs/python.md says what is so: its examples run, in a folder with the samples."""

from __future__ import annotations

import doctest
import re
import warnings
from pathlib import Path

import pytest

import clipper

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "python.md"
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE | doctest.IGNORE_EXCEPTION_DETAIL


def test_the_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    monkeypatch.chdir(tmp_path)
    # The fence behind an example is no part of what it prints.
    text = re.sub("^```.*$", "", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    examples = doctest.DocTestParser().get_doctest(text, {}, PAGE.name, str(PAGE), 0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # examples leave files and databases to be closed by Python
        outcome = doctest.DocTestRunner(optionflags=FLAGS).run(examples)
    assert outcome.attempted > 30
    assert outcome.failed == 0


def test_every_exported_name_is_shown() -> None:
    text = PAGE.read_text("utf-8")
    names = set(clipper.__all__) - {"__version__", "Article", "Event", "Evidence"}
    assert {name for name in names if not re.search(rf"import .*\b{name}\b", text)} == set()
