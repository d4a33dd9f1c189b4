"""A folder → the pages and archives below it, in the order of their paths, without ever holding more than one folder's names."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

SUFFIXES = (".html", ".htm", ".txt", ".mht", ".mhtml", ".webarchive")
ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz", ".warc", ".warc.gz")
LINES = tuple(f"{kind}{packed}" for kind in (".jsonl", ".ndjson", ".jl") for packed in ("", ".gz", ".zst"))
TABLES = tuple(f"{kind}{packed}" for kind in (".csv", ".tsv") for packed in ("", ".gz", ".zst"))
_OF_MANY = (".zip", ".tar", ".tar.gz", ".tgz", *LINES, *TABLES)
_ASSET_ENDINGS = ("_files", ".files", "_파일")
"""A browser saves `page.html` with a folder of its frames and pictures beside it; the frames are no articles."""

OnError = Callable[[OSError], None]


def is_page_name(name: str) -> bool:
    """Whether a file of this name is a page: a suffix of ours, also before `.gz`, and not hidden."""
    return not name.startswith(".") and name.lower().removesuffix(".gz").endswith(SUFFIXES)


def is_archive_name(name: str) -> bool:
    """Whether a file of this name is an archive of pages, and not hidden."""
    return not name.startswith(".") and name.lower().endswith(ARCHIVES)


def holds_many(name: str) -> bool:
    """Whether a file of this name is opened for the pages in it. A WARC file is not always: one response is a page."""
    return name.lower().endswith(_OF_MANY)


def is_read(name: str) -> bool:
    """Whether a folder's file of this name is read."""
    return is_page_name(name) or is_archive_name(name)


def asset_stems(folder: str) -> list[str]:
    """The stems of the pages that a folder of this name would belong to, none for most names."""
    return [folder.removesuffix(ending) for ending in _ASSET_ENDINGS if folder.endswith(ending)]


def walk(folder: str, on_error: OnError) -> Iterator[str]:
    """The paths of the files to read below `folder`, sorted as whole paths are.

    Hidden folders and those of a browser's saved page are passed over, links to folders not followed. A folder that
    can't be listed is told to `on_error`.
    """
    above = [iter([(folder, True)])]
    while above:
        path, is_folder = next(above[-1], ("", False))
        if not path:
            above.pop()
        elif is_folder:
            above.append(_listed(path, on_error))
        else:
            yield path


def _listed(folder: str, on_error: OnError) -> Iterator[tuple[str, bool]]:
    """What is wanted of a folder, sorted: paths, and whether each is a folder."""
    try:
        with os.scandir(folder) as entries:
            found = [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries if _is_wanted(entry)]
    except OSError as error:
        on_error(error)
        return
    siblings = {name for name, is_folder in found if not is_folder}
    # With its slash a folder sorts where its files do among the paths.
    for name, is_folder in sorted(found, key=lambda pair: pair[0] + "/" * pair[1]):
        if not (is_folder and is_asset_folder(name, siblings.__contains__)):
            yield os.path.join(folder, name), is_folder


def is_asset_folder(name: str, has_sibling: Callable[[str], bool]) -> bool:
    """Whether a browser made this folder for a page that `has_sibling` knows beside it."""
    return any(has_sibling(f"{stem}{suffix}") for stem in asset_stems(name) for suffix in (".html", ".htm"))


def _is_wanted(entry: os.DirEntry[str]) -> bool:
    """Folders that are not hidden, and files of ours. A pipe or socket would block; a broken link is kept, and fails
    by name."""
    if entry.is_dir(follow_symlinks=False):
        return not entry.name.startswith(".")
    return is_read(entry.name) and (entry.is_file() or entry.is_symlink())
