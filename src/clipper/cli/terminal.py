"""What the command line knows of terminals: encodings, safe text, lines on standard error."""

from __future__ import annotations

import io
import sys
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clipper.errors import ClipperError
    from clipper.records import Failure

# Control, format (as of bidirectional text) and surrogate characters, line and paragraph separators.
_ACTIVE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def use_utf8() -> None:
    """Write UTF-8 with plain line ends, whatever the locale or console says: an em dash must not end a run."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(errors="backslashreplace")


def plain(text: str) -> str:
    """`text` with nothing in it that a terminal acts on: control and format characters appear as escapes.

    Names of files, URLs and words of a page may hold escape sequences or turn the direction of writing.
    """
    if text.isprintable():
        return text
    return "".join(_escaped(char) if unicodedata.category(char) in _ACTIVE else char for char in text)


def masked(text: str) -> str:
    """As `plain`, but of the same length: each such character appears as one mark, so that offsets still hold."""
    if text.isprintable():
        return text
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(char) in _ACTIVE else char for char in text)


def _escaped(char: str) -> str:
    return f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\u{ord(char):04x}"


def complain(message: str | ClipperError | Failure) -> None:
    """One line on standard error, in the language of the reader."""
    from clipper.cli.messages import told, told_failure

    line = told(message) if isinstance(message, str) else told_failure(message)
    print(f"clipper: {plain(line)}", file=sys.stderr, flush=True)
