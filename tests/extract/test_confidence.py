"""Confidence never falls where the raw score rises, and stays between 0 and 1."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.extract.confidence import calibrated

SCORES = st.floats(min_value=-1, max_value=2, allow_nan=False)


@pytest.mark.parametrize("kind", ["trip", "mou"])
@given(low=SCORES, high=SCORES)
def test_rises_with_the_score(kind: str, low: float, high: float) -> None:
    low, high = sorted((low, high))
    # A hundredth is what rounding may cost.
    assert 0 <= calibrated(kind, low) <= calibrated(kind, high) + 0.01 <= 1.01
