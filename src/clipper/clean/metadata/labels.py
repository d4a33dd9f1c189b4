"""Values that a board prints beside their names: `<th>제목</th><td>…</td>`, `<dt>등록일</dt><dd>…</dd>`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from clipper.data import rows

if TYPE_CHECKING:
    from clipper.clean.markup.outline import Outline


@cache
def _names() -> dict[str, str]:
    return {row["label"]: row["field"] for row in rows("board_labels")}


def labelled(page: Outline, field: str) -> str | None:
    """The first value on the page whose label names `field`; None without one."""
    for before, line in zip(page.lines, page.lines[1:], strict=False):
        if before.tag in ("th", "dt") and line.tag in ("td", "dd") and _names().get(before.text.strip(" :")) == field:
            return line.text
    return None
