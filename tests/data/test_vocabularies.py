from __future__ import annotations

import pytest

from clipper.data import rows
from clipper.data.__main__ import names, problems
from clipper.errors import DataError

FILES = [f"{name}.tsv" for name in names(".tsv")] + [f"{name}.toml" for name in names(".toml")]


@pytest.mark.parametrize("file", FILES)
def test_a_vocabulary_is_as_its_validator_wants_it(file: str) -> None:
    assert list(problems(file)) == []


def test_a_missing_vocabulary_is_an_error_of_ours() -> None:
    with pytest.raises(DataError, match=r"no-such\.tsv"):
        rows("no-such")
