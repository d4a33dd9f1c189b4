"""The table of date expressions: how many are exact, left open, silently wrong.

    python evals/dates.py [--all]

`tests/extract/dates/expressions.tsv` was written by hand before the rules were tried on it. *Exact* is the expected
value; *open* says less than it, and nothing else (`XXXX-06-10` for `2025-06-10`, or no mention at all); *wrong* says
something that the reader does not, a date where there is none, or more than the text tells.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from clipper.extract.mentions.dates import DateMention, find_dates
from clipper.extract.sentences import split

TABLE = Path(__file__).resolve().parent.parent / "tests" / "extract" / "dates" / "expressions.tsv"


@dataclass(frozen=True)
class Row:
    """One line of the table; `reference` is None for `-`."""

    reference: date | None
    text: str
    expression: str
    value: str


@dataclass(frozen=True)
class Outcome:
    """What became of a row: `exact`, `open` or `wrong`, and the value found (None where nothing was)."""

    row: Row
    verdict: str
    found: str | None


def rows(path: Path = TABLE) -> Iterator[Row]:
    """The table, in order."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    for line in lines[1:]:
        reference, text, expression, value = line.split("\t")
        yield Row(None if reference == "-" else date.fromisoformat(reference), text, expression, value)


def judge(row: Row) -> Outcome:
    """Find the dates of a row's text and compare the one that stands at its expression."""
    start = row.text.index(row.expression)
    end = start + len(row.expression)
    at = [m for m in find_dates(split([row.text]), reference=row.reference) if _overlap(m, start, end)]
    wants_length = row.value[-1] == "D"
    values = [v for m in at if (v := _value(m, wants_length)) is not None]
    if row.value == "none":
        return Outcome(row, "wrong" if values else "exact", values[0] if values else None)
    if not values:
        return Outcome(row, "open", None)
    if row.value in values:
        return Outcome(row, "exact", row.value)
    return Outcome(row, "open" if _says_less(values[0], row.value) else "wrong", values[0])


def _overlap(mention: DateMention, start: int, end: int) -> bool:
    return mention.span.start < end and start < mention.span.end


def _value(mention: DateMention, wants_length: bool) -> str | None:
    if mention.kind == "nights_days":
        return f"{mention.nights}N{mention.days}D" if wants_length else None
    if mention.kind == "length":
        return f"{mention.length_days}D" if wants_length else None
    return None if wants_length else mention.start + (f"/{mention.end}" if mention.end else "")


def _says_less(found: str, expected: str) -> bool:
    """Whether each part found is the expected one or X; a stretch whose end is unknown may be given as its start."""
    pairs = list(zip(found.split("/"), expected.split("/"), strict=False))
    return len(found.split("/")) <= len(expected.split("/")) and all(_open_form(f, e) for f, e in pairs)


def _open_form(found: str, expected: str) -> bool:
    parts, wanted = found.split("-"), expected.split("-")
    return len(parts) <= len(wanted) and all(f == w or "X" in f for f, w in zip(parts, wanted, strict=False))


def main(show_all: bool) -> int:
    """Print the counts and what is not exact; 1 where anything is wrong."""
    outcomes = [judge(row) for row in rows()]
    counts = Counter(outcome.verdict for outcome in outcomes)
    for outcome in outcomes:
        if show_all or outcome.verdict != "exact":
            row = outcome.row
            print(f"{outcome.verdict:5}  {row.reference or '-'}  {row.expression}: {outcome.found}, ", end="")
            print(f"expected {row.value}  | {row.text}")
    total = len(outcomes)
    print(f"{total} expressions: {counts['exact']} exact ({counts['exact'] / total:.3f}), "
          f"{counts['open']} open, {counts['wrong']} silently wrong")
    return 1 if counts["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main("--all" in sys.argv[1:]))
