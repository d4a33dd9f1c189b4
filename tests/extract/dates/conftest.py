from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

EVAL = Path(__file__).resolve().parents[3] / "evals" / "dates.py"


@pytest.fixture(scope="session")
def evaluation() -> ModuleType:
    """`evals/dates.py`: the tests and the printed figures judge alike."""
    spec = importlib.util.spec_from_file_location("evals_dates", EVAL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
