"""Agreements: who agreed with whom, on what, when and where."""

from __future__ import annotations

from clipper.extract.analysis import Analysis
from clipper.extract.drafts import MouDraft


def find_mous(analysis: Analysis) -> tuple[MouDraft, ...]:
    """All agreements of an article, in order of mention."""
    return ()
