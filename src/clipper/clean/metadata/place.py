"""Where headline and body stand among the lines of a page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Numbers of lines: of the headline (-1: no line shows it), of the body's first, and of the one after its last."""

    title: int
    start: int
    end: int

    @property
    def title_above(self) -> bool:
        """Whether the headline stands above the body."""
        return 0 <= self.title < self.start
