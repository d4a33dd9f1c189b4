"""Lines of a card, wrapped to a width: Hangul counts as two columns, long words are broken.

One text a card is many times cheaper than a tree of rich's tables and paddings, and cards come by the thousand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

_CONSOLE = Console(width=80, force_terminal=False)  # `Text.wrap` asks one for its tab size
_NARROW = 60
"""On fewer columns a label stands above its value, not beside it."""
_INDENT = 2

Fact = tuple[str, Text]


def rule(width: int) -> Text:
    """A line across."""
    return Text("─" * width, "dim")


def facts(known: Sequence[Fact], width: int) -> Iterator[Text]:
    """Label and value, side by side or one above the other; what has no value is left out."""
    filled = [(name, value) for name, value in known if value]
    beside = max((cell_len(name) for name, _ in filled), default=0) + _INDENT
    for name, value in filled:
        if width < _NARROW:
            yield Text(name, "dim")
            yield from indented(value, width)
        else:
            label = Text(name + " " * (beside - cell_len(name)), "dim")
            yield from indented(value, width, beside, label)


def indented(text: Text, width: int, by: int = _INDENT, before: Text | None = None) -> Iterator[Text]:
    """The text wrapped and indented; `before` stands in the indent of its first line."""
    for line in text.wrap(_CONSOLE, max(width - by, 2), overflow="fold"):
        line.rstrip()
        yield Text.assemble(before or " " * by, line)
        before = None


def wrapped(text: Text, width: int) -> Iterator[Text]:
    """The text wrapped."""
    return indented(text, width, 0)
