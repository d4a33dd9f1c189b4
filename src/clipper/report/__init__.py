"""Clips → one self-contained page to look at: table, timeline, map, and each article with its evidence.

outcomes → `pack` (plain values) → `page` (HTML, style and script of our own in `page/`, allowed by their hashes alone).
"""

from clipper.report.html import report_html

__all__ = ["report_html"]
