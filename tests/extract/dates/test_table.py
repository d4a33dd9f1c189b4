"""The hand-written table of expressions: it is fit to measure by, and the promised figures hold on it."""

from __future__ import annotations

from collections import Counter
from types import ModuleType

import pytest

from clipper.records.edtf import check_date

AT_LEAST = 300
EXACT = 0.97


def test_the_table_is_large_and_sound(evaluation: ModuleType) -> None:
    rows = list(evaluation.rows())
    assert len(rows) >= AT_LEAST
    assert len({(row.reference, row.text, row.expression) for row in rows}) == len(rows)
    for row in rows:
        assert row.expression in row.text, row
        if row.value != "none" and not row.value.endswith("D"):
            for part in row.value.split("/"):
                assert check_date(part) == part


def test_nearly_all_expressions_are_exact_and_none_is_silently_wrong(evaluation: ModuleType) -> None:
    outcomes = [evaluation.judge(row) for row in evaluation.rows()]
    assert [outcome for outcome in outcomes if outcome.verdict == "wrong"] == []
    counts = Counter(outcome.verdict for outcome in outcomes)
    assert counts["exact"] / len(outcomes) >= EXACT


@pytest.mark.parametrize(
    ("found", "expected", "less"),
    [
        ("XXXX-06-10", "2025-06-10", True),
        ("2025-06", "2025-06-10", True),
        ("2025-06-10", "2025-06-10/2025-06-12", True),
        ("2025-06-11", "2025-06-10", False),
        ("2025-06-10", "XXXX-06-10", False),
        ("2025-06-10/2025-06-12", "2025-06-10", False),
        ("2025-06-10", "2025-06", False),
    ],
)
def test_the_judge_tells_open_from_wrong(evaluation: ModuleType, found: str, expected: str, less: bool) -> None:
    assert evaluation._says_less(found, expected) is less
