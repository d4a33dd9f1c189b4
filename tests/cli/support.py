"""How the tests of the command line call it."""

from __future__ import annotations

import os
from pathlib import Path
from subprocess import CompletedProcess
from typing import Protocol


class Run(Protocol):
    """Run `clipper` with these arguments; bytes in, bytes out."""

    def __call__(self, *args: str | Path, stdin: bytes = b"") -> CompletedProcess[bytes]: ...


class RunProcess(Protocol):
    """The same in a process of its own, with these additions to its environment."""

    def __call__(self, *args: str | Path, env: dict[str, str] | None = None) -> CompletedProcess[bytes]: ...


def drained(parent: int) -> bytes:
    """All that a pseudo-terminal shows until its other end closes."""
    seen = b""
    try:
        while data := os.read(parent, 65536):
            seen += data
    except OSError:  # Linux tells the end of a terminal so
        pass
    finally:
        os.close(parent)
    return seen
