"""`python -m clipper.data`: load every vocabulary and say what is wrong with it."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator
from importlib.resources import files

from clipper.data import rows, table
from clipper.errors import DataError

_LANGUAGES = {"en", "ko"}


def names(suffix: str) -> list[str]:
    """The vocabularies with this suffix, without it."""
    return sorted(f.name.removesuffix(suffix) for f in files("clipper.data").iterdir() if f.name.endswith(suffix))


def problems(file: str) -> Iterator[str]:
    """What is wrong with a vocabulary file, a line each."""
    text = files("clipper.data").joinpath(file).read_text("utf-8")
    if not text.startswith("# "):
        yield "does not begin with a comment that says what it is"
    if text != unicodedata.normalize("NFC", text):
        yield "is not in Unicode normal form C"
    if "\r" in text or not text.endswith("\n"):
        yield "has other line ends than \\n"
    try:
        yield from _row_problems(file.removesuffix(".tsv")) if file.endswith(".tsv") else _empty(file)
        yield from _unlabelled() if file == "labels.toml" else ()
    except DataError as error:
        yield error.message


def _row_problems(name: str) -> Iterator[str]:
    found = rows(name)
    if not found:
        yield "has no rows"
    seen = set()
    for row in found:
        cells = tuple(row.values())
        if cells in seen:
            yield f"says twice: {' '.join(cells)}"
        if any(cell != cell.strip() for cell in cells):
            yield f"blanks around a cell: {cells}"
        seen.add(cells)


def _empty(file: str) -> Iterator[str]:
    if not table(file.removesuffix(".toml")):
        yield "is empty"


def _unlabelled() -> Iterator[str]:
    """Every label is said in both languages, and in no other."""
    for group, entries in table("labels").items():
        for key, words in entries.items():
            if not isinstance(words, dict) or set(words) != _LANGUAGES or not all(words.values()):
                yield f"{group}.{key} is not said in en and ko"


def main() -> int:
    """Print problems and counts; 1 if there is any problem."""
    lists, tables = names(".tsv"), names(".toml")
    files_ = [f"{name}.tsv" for name in lists] + [f"{name}.toml" for name in tables]
    if found := [f"{file}: {line}" for file in files_ for line in problems(file)]:
        print(*found, sep="\n")
        return 1
    print(f"{len(lists)} lists with {sum(len(rows(name)) for name in lists):,} rows, {len(tables)} tables: all well")
    return 0


if __name__ == "__main__":
    sys.exit(main())
