"""The days that a page prints beside its lists of other articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clipper.clean.stamps import stamps_in

if TYPE_CHECKING:
    from clipper.clean.markup.outline import Outline
    from clipper.clean.metadata.place import Place

_DIGITS = re.compile(r"20\d\d[-./년]")
_LONGEST = 120


def neighbour_dates(page: Outline, place: Place) -> tuple[str, ...]:
    """ISO days of the rows of lists around the article: stamps below it without a label of their own."""
    found: list[str] = []
    for line in page.lines[place.end :]:
        if "20" in line.text and len(line.text) <= _LONGEST and _DIGITS.search(line.text):
            found.extend(stamp.day for stamp in stamps_in(line.text)[:1] if stamp.label is None)
    return tuple(found)
