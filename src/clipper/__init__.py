"""clipper: Korean news pages in, structured Trip and Mou records out.

One visible flow: bytes → `Page` → `Article` → records → rows. The names below are the public face; they are
loaded on first use, so that `clipper --help` pays for none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clipper.lazy import loaded_on_use

if TYPE_CHECKING:
    from clipper.clips import read_clips
    from clipper.errors import ClipperError
    from clipper.merge import Event, merge_clips
    from clipper.pipeline import clip
    from clipper.read.page import Page
    from clipper.records import Article, Clip, Evidence, Mou, Trip

__version__ = "0.1.0"

__all__ = [
    "Article", "Clip", "ClipperError", "Event", "Evidence", "Mou", "Page", "Trip", "__version__", "clip", "merge_clips",
    "read_clips",
]

__getattr__ = loaded_on_use(__name__, {
    "Article": ".records",
    "Clip": ".records",
    "ClipperError": ".errors",
    "Event": ".merge",
    "Evidence": ".records",
    "Mou": ".records",
    "Page": ".read.page",
    "Trip": ".records",
    "clip": ".pipeline",
    "merge_clips": ".merge",
    "read_clips": ".clips",
})
