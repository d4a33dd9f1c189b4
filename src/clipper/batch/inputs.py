"""Named files and folders → the files to read, in a fixed order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from clipper.errors import EmptyInputError, ReadError

SUFFIXES = (".html", ".htm", ".txt", ".mht", ".mhtml", ".webarchive")

# A browser saves `page.html` with a folder of its frames and pictures beside it; the frames are no articles.
_ASSET_FOLDERS = ("_files", ".files", "_파일")


def is_page_name(name: str) -> bool:
    """Whether a folder's file of this name is read: a suffix of ours, also before `.gz`, and not hidden."""
    return not name.startswith(".") and name.lower().removesuffix(".gz").endswith(SUFFIXES)


def find_inputs(paths: Iterable[Path]) -> list[Path | ReadError]:
    """The files behind `paths`: named files as they are, folders recursively and sorted by path, each file once.

    A path that is missing, can't be listed, or is a folder without a page stands in the list as its error.
    """
    seen: set[str] = set()
    found: list[Path | ReadError] = []
    for path in paths:
        for item in _expand(path):
            if isinstance(item, ReadError):
                found.append(item)
            elif (real := os.path.realpath(item)) not in seen:
                seen.add(real)
                found.append(item)
    return found


def _expand(path: Path) -> Iterator[Path | ReadError]:
    if not path.is_dir():
        yield path  # loading tells what is wrong with it
        return
    errors: list[ReadError] = []
    pages = sorted(_walk(path, errors), key=str)
    yield from pages
    yield from errors
    if not pages and not errors:
        yield EmptyInputError(
            "no saved page in this folder", where=str(path), hint=f"looked for {' '.join(SUFFIXES)}, each also .gz"
        )


def _walk(folder: Path, errors: list[ReadError]) -> Iterator[Path]:
    def note(error: OSError) -> None:
        errors.append(ReadError(error.strerror or "can't be listed", where=str(error.filename)))

    for top, folders, names in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".") and not _is_asset_folder(name, names)]
        for name in names:
            file = Path(top, name)
            # A pipe or socket in a folder would block the batch; a broken link is kept, and fails by name.
            if is_page_name(name) and (file.is_file() or file.is_symlink()):
                yield file


def _is_asset_folder(name: str, siblings: list[str]) -> bool:
    stems = {name.removesuffix(ending) for ending in _ASSET_FOLDERS if name.endswith(ending)}
    return any(f"{stem}{suffix}" in siblings for stem in stems for suffix in (".html", ".htm"))
