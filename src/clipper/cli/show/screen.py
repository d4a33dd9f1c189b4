"""Where cards go: a terminal with its width, colours and pager, or a plain stream."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import click
from rich.console import Console, RenderableType
from rich.text import Text

_NARROWEST, _WIDEST = 20, 100
"""Columns; lines of more are hard to read."""
_LESS = "-FRX"
"""What `less` is asked for where LESS says nothing: end at once if all fits, keep colours, leave the screen as it is."""


@dataclass(frozen=True, slots=True)
class Screen:
    """How wide, whether in colour, whether through a pager."""

    width: int
    colour: bool
    pager: bool

    @classmethod
    def of_stdout(cls) -> Screen:
        """Standard output as it is: on no terminal plain and without a pager."""
        terminal = sys.stdout.isatty()
        columns = shutil.get_terminal_size().columns
        return cls(
            width=min(max(columns, _NARROWEST), _WIDEST),
            colour=terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb",
            pager=terminal and sys.stdin.isatty() and os.environ.get("PAGER") not in ("", "cat"),
        )

    def show(self, parts: Iterable[RenderableType]) -> None:
        """Print the parts as they come."""
        texts = self._texts(parts)
        if self.pager:
            os.environ.setdefault("LESS", _LESS)
            click.echo_via_pager(texts, color=self.colour)
        else:
            for text in texts:
                sys.stdout.write(text)

    def _texts(self, parts: Iterable[RenderableType]) -> Iterator[str]:
        out = io.StringIO()
        console = Console(
            file=out, width=self.width, force_terminal=self.colour, color_system="standard" if self.colour else None,
            highlight=False, markup=False, emoji=False, legacy_windows=False,
        )
        for part in parts:
            # Cards are laid out already; only tables are left to rich.
            if isinstance(part, Text):
                console.print(part, no_wrap=True, overflow="ignore", crop=False)
            else:
                console.print(part)
            yield out.getvalue() if self.colour else _trimmed(out.getvalue())
            out.seek(0)
            out.truncate()


def _trimmed(text: str) -> str:
    """Without the blanks that fill lines up to the width."""
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())
