"""The command line as a process, and a page to give it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>{title}</title></head><body><article><h1>{title}</h1>
<p>가온시는 9일 가온시청에서 나래대학교와 청년 창업 지원을 위한 업무협약을 체결했다고 10일 밝혔다 — 3년간이다.</p>
<p>두 기관은 청년 창업가에게 사무 공간을 제공하고 창업 교육을 함께 운영하기로 했다. 협약 기간은 3년이다.</p>
</article></body></html>"""


class Run(Protocol):
    """Run `clipper` with these arguments; bytes in, bytes out."""

    def __call__(
        self, *args: str | Path, stdin: bytes = b"", env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]: ...


@pytest.fixture
def clipper() -> Run:
    def run(
        *args: str | Path, stdin: bytes = b"", env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "clipper", *map(str, args)]
        return subprocess.run(command, input=stdin, capture_output=True, check=False, env={**os.environ, **(env or {})})

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two pages."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.html").write_text(PAGE.format(title=f"가온시 청년 창업 업무협약 {name}"), "utf-8")
    return tmp_path
