"""The command line, and pages to give it."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from tests.cli.support import Run, RunProcess

from clipper.cli import main

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>{title}</title></head><body><article><h1>{title}</h1>
<p>가온시는 9일 가온시청에서 나래대학교와 청년 창업 지원을 위한 업무협약을 체결했다고 10일 밝혔다 — 3년간이다.</p>
<p>두 기관은 청년 창업가에게 사무 공간을 제공하고 창업 교육을 함께 운영하기로 했다. 협약 기간은 3년이다.</p>
</article></body></html>"""


@pytest.fixture
def clipper(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """The console script in this process: no time goes to starting one."""
    at_sigterm = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    # As in the console script: under `python -m pytest` click would call the program `python -m pytest.clipper`.
    monkeypatch.setattr(sys.modules["__main__"], "__package__", None, raising=False)

    def run(*args: str | Path, stdin: bytes = b"") -> CompletedProcess[bytes]:
        monkeypatch.setattr(sys, "argv", ["clipper", *map(str, args)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfdbinary.readouterr()
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capfdbinary.readouterr()
        return CompletedProcess(args, int(end.value.code or 0), out, err)

    yield run
    signal.signal(signal.SIGTERM, at_sigterm)


@pytest.fixture
def process() -> RunProcess:
    """`python -m clipper` in a process of its own, for what depends on its environment."""

    def run(*args: str | Path, env: dict[str, str] | None = None) -> CompletedProcess[bytes]:
        command = [sys.executable, "-m", "clipper", *map(str, args)]
        return subprocess.run(command, capture_output=True, check=False, env={**os.environ, **(env or {})})

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two pages."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.html").write_text(PAGE.format(title=f"가온시 청년 창업 업무협약 {name}"), "utf-8")
    return tmp_path
