"""Paths as the user names them → the stream of items to work on, in a fixed order."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from glob import has_magic, iglob
from pathlib import Path

from clipper.batch.items import File, Item, Refused
from clipper.batch.load import shown
from clipper.batch.sources.csv import csv_file_items
from clipper.batch.sources.folder import ARCHIVES, LINES, SUFFIXES, TABLES, walk
from clipper.batch.sources.jsonl import jsonl_file_items
from clipper.batch.sources.pipe import STDIN, pipe_items
from clipper.batch.sources.tar import tar_file_items
from clipper.batch.sources.warc import warc_file_items
from clipper.batch.sources.zip import zip_items
from clipper.batch.visited import Visited
from clipper.errors import EmptyInputError, ReadError

_READERS: tuple[tuple[tuple[str, ...], Callable[[str], Iterator[Item]]], ...] = (
    ((".zip",), zip_items),
    ((".tar", ".tar.gz", ".tgz"), tar_file_items),
    ((".warc", ".warc.gz"), warc_file_items),
    (LINES, jsonl_file_items),
)


def find_inputs(paths: Iterable[str | Path], *, text_column: str | None = None) -> Iterator[Item]:
    """The pages behind `paths`, one item each: files as they are, folders recursively and sorted by path, patterns
    (`saved/*.html`) sorted, archives and tables opened, `-` for standard input. A file that is reached twice comes once.

    Nothing is raised: a path that is missing or can't be read, a pattern or folder without a page, and whatever is
    wrong inside an archive stand in the stream as `Refused`. `text_column` names the column of a CSV file that holds
    the articles. Memory does not grow with the number of inputs.
    """
    visited = Visited()
    for name in (os.fspath(path) for path in paths):
        if name == STDIN:
            if visited.is_new_file(name):
                yield from pipe_items(name, text_column)
            continue
        for path in _matches(name):
            if isinstance(path, Refused):
                yield path
            elif os.path.isdir(path):
                yield from _folder(path, visited, text_column)
            elif visited.is_new_file(path):
                yield from _opened(path, text_column)


def _matches(name: str) -> Iterator[str | Refused]:
    """The paths that a name stands for: itself, or what a pattern that no shell has expanded matches."""
    if os.path.lexists(name) or not has_magic(name):
        yield name
        return
    found = sorted(iglob(name, recursive=True))
    yield from found
    if not found:
        error = ReadError("no file matches this pattern", where=shown(name), code="not_found")
        yield Refused(shown(name), error)


def _folder(folder: str, visited: Visited, text_column: str | None) -> Iterator[Item]:
    errors: list[OSError] = []
    empty = True
    for path in walk(folder, errors.append):
        empty = False
        if visited.is_new_in_folder(path, folder):
            yield from _opened(path, text_column)
    visited.add_folder(folder)
    for error in errors:
        name = shown(str(error.filename))
        yield Refused(name, ReadError(error.strerror or "can't be listed", where=name))
    if empty and not errors:
        yield Refused(shown(folder), EmptyInputError(
            "no saved page in this folder", where=shown(folder),
            hint=f"looked for {' '.join(SUFFIXES)}, each also .gz, and {' '.join(ARCHIVES)}",
        ))


def is_read_once(path: str | Path) -> bool:
    """Whether what a path names can't be gone through twice: standard input, a pipe (`<(curl ...)`), a device."""
    if str(path) == STDIN:
        return True
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode)


def _opened(path: str, text_column: str | None) -> Iterator[Item]:
    """The items in a file, told by its name: one page, unless it is an archive or a table."""
    name = path.lower()
    if is_read_once(path):  # by this process: what /dev/fd/63 is to it, it is to no other
        return pipe_items(path, text_column)
    if name.endswith(TABLES):
        return csv_file_items(path, text_column)
    reader = next((reader for suffixes, reader in _READERS if name.endswith(suffixes)), None)
    return reader(path) if reader else iter((File(path),))
