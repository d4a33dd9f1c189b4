"""The frame's word lists: every part of a pattern is one, and every end is a status of the contract."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from clipper.data import table
from clipper.records.mou import MouStatus

LISTS = sorted(name for name, entries in table("mou_words").items() if isinstance(entries, list))


@pytest.mark.parametrize("name", LISTS)
def test_lists(name: str) -> None:
    """No list is empty, no entry is blank or no regular expression."""
    entries = table("mou_words")[name]
    assert entries
    for entry in entries:
        assert entry == entry.strip() != ""
        re.compile(entry)


def test_ends_are_statuses() -> None:
    """What a verb of ending tells is a status that a record may have."""
    assert set(table("mou_words")["ends"].values()) <= set(get_args(MouStatus))
