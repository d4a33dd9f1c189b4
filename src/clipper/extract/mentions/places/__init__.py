"""Places: countries, regions, cities and districts as articles name them, with codes and coordinates."""

from __future__ import annotations

from clipper.extract.mentions.places.find import find_places, may_be_places
from clipper.extract.mentions.places.lookup import origin_of_org, resolve
from clipper.extract.mentions.places.model import Cue, Level, Place, PlaceMention, Within

__all__ = [
    "Cue",
    "Level",
    "Place",
    "PlaceMention",
    "Within",
    "find_places",
    "may_be_places",
    "origin_of_org",
    "resolve",
]
