"""Values → the text of one cell, and back: lists, people, stops, and what a spreadsheet would run as a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clipper.records import Amount, Evidence, Organization, Person, Place, Stop

SEPARATOR = "; "

# A cell is a formula where a spreadsheet sees one of these first (OWASP, "CSV Injection"), also in full width and
# behind blanks. The apostrophe that we put before such a cell must itself be told from one of the text's own.
_FORMULA = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")


def neutral(text: str) -> str:
    """`text` as no spreadsheet runs it: with an apostrophe in front where it would start a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def original(cell: str) -> str:
    """The inverse of `neutral`."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def join(items: Iterable[str]) -> str:
    """One cell of several values, `; ` between them; a `;` or `\\` inside a value gets a `\\` before it."""
    return SEPARATOR.join(re.sub(r"([\\;])", r"\\\1", item) for item in items)


def split(cell: str) -> list[str]:
    """The inverse of `join`; no value at all for an empty cell."""
    items = re.findall(r"((?:[^\\;]|\\.)+)(?:; |$)", cell, re.DOTALL)
    return [re.sub(r"\\(.)", r"\1", item, flags=re.DOTALL) for item in items]


def name_of(value: Person | Organization | Place | str) -> str:
    """A person by name, or by office where only that is known; an organisation or place by name."""
    if isinstance(value, str):
        return value
    if isinstance(value, Person):
        return value.name or " ".join(filter(None, (value.organization, value.title)))
    return value.name


def amount(value: Amount) -> str:
    """`KRW 150000000000`: no exponent, no needless point."""
    return f"{value.currency} {value.value:.2f}".removesuffix(".00")


def stop(value: Stop) -> str:
    """`2025-06-12/2025-06-13 셔브룩: 포럼 참석`, what is unknown left out."""
    when = "/".join(filter(None, (value.date, value.until)))
    where = " ".join(filter(None, (when, value.place.name if value.place else None)))
    return ": ".join(filter(None, (where, value.activity)))


def evidence(value: Evidence) -> str:
    """`leader@2:0-3=이장우`: field, paragraph, offsets and words."""
    return f"{value.field}@{value.paragraph}:{value.start}-{value.end}={value.text}"
