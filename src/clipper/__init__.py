"""clipper: Korean news pages in, structured Trip and Mou records out.

One visible flow: bytes → `Page` → `Article` → records → rows. The names below are the public face; they are
loaded on first use, so that `clipper --help` pays for none of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clipper.clips import read_clips
    from clipper.errors import ClipperError
    from clipper.merge import Event, merge_clips
    from clipper.pipeline import clip
    from clipper.read.page import Page
    from clipper.records import Article, Clip, Evidence, Mou, Trip

__version__ = "0.1.0"

_HOMES = {
    "Article": "clipper.records",
    "Clip": "clipper.records",
    "ClipperError": "clipper.errors",
    "Event": "clipper.merge",
    "Evidence": "clipper.records",
    "Mou": "clipper.records",
    "Page": "clipper.read.page",
    "Trip": "clipper.records",
    "clip": "clipper.pipeline",
    "merge_clips": "clipper.merge",
    "read_clips": "clipper.clips",
}

__all__ = [
    "Article", "Clip", "ClipperError", "Event", "Evidence", "Mou", "Page", "Trip", "__version__", "clip", "merge_clips",
    "read_clips",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'clipper' has no attribute {name!r}")
