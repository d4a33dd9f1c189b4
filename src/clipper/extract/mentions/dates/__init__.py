"""Dates as Korean news writes them, resolved as far as the article allows and no further."""

from clipper.extract.mentions.dates.finder import find_dates
from clipper.extract.mentions.dates.model import DateMention, Kind, ResolvedBy

__all__ = ["DateMention", "Kind", "ResolvedBy", "find_dates"]
