"""A folder of small saved pages."""

from __future__ import annotations

from pathlib import Path

import pytest

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>{title}</title></head><body><article><h1>{title}</h1>
<p>가온시는 9일 가온시청에서 나래대학교와 청년 창업 지원을 위한 업무협약을 체결했다고 10일 밝혔다.</p>
<p>두 기관은 청년 창업가에게 사무 공간을 제공하고 창업 교육을 함께 운영하기로 했다. 협약 기간은 3년이다.</p>
</article></body></html>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.html", "a.htm", "sub/c.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PAGE.format(title=f"가온시 업무협약 {name}"), "utf-8")
    return tmp_path
