"""How the tests of the command line call it."""

from __future__ import annotations

from pathlib import Path
from subprocess import CompletedProcess
from typing import Protocol


class Run(Protocol):
    """Run `clipper` with these arguments; bytes in, bytes out."""

    def __call__(self, *args: str | Path, stdin: bytes = b"") -> CompletedProcess[bytes]: ...


class RunProcess(Protocol):
    """The same in a process of its own, with these additions to its environment."""

    def __call__(self, *args: str | Path, env: dict[str, str] | None = None) -> CompletedProcess[bytes]: ...
