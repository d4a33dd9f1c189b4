"""Text dumps of ten shapes, each with the article that a careful reader would copy out of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from clipper.clean.dump import clean_dump

DUMPS = Path(__file__).with_name("dumps")
NAMES = sorted(path.stem for path in DUMPS.glob("*.txt"))


def dump(name: str) -> str:
    return (DUMPS / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_article_is_copied_out(name: str) -> None:
    want: dict[str, Any] = json.loads((DUMPS / f"{name}.json").read_text("utf-8"))
    found = clean_dump(dump(name))
    assert list(found.paragraphs) == want["paragraphs"]
    got = {field: getattr(found, field) for field in want if field != "paragraphs"}
    assert got | {"authors": list(found.authors)} == {k: v for k, v in want.items() if k != "paragraphs"}
