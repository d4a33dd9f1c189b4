"""Degrees → the units of the map in `data/world_outlines.tsv`. The formula is that of `tools/map/outlines.py`."""

from __future__ import annotations

import math

WEST = -30.0
"""The map is cut at 30° W: the Pacific in its middle, the Atlantic divided."""
UNITS = 50
"""Units of the map per degree of longitude."""


def project(latitude: float, longitude: float) -> tuple[int, int]:
    """Miller cylindrical projection: x from 30° W eastward (0 to 18,000), y downward from the equator.

    >>> project(37.57, 126.98)
    (7849, -1971)
    """
    y = 1.25 * math.log(math.tan(math.pi / 4 + 0.4 * math.radians(latitude)))
    return round((longitude - WEST) % 360 * UNITS), round(-math.degrees(y) * UNITS)
