"""What holds for all tests."""

from __future__ import annotations

import signal

import pytest

# Whoever runs the tests in the background of a script has interrupts ignored; what tests start would ignore them too.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages are in English, whatever the locale of who runs the tests; so they are in processes that tests start."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "C.UTF-8")
