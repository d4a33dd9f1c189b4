"""Which files a run has been at, remembered by the folders and files that were named: not file by file."""

from __future__ import annotations

import os

from clipper.batch.sources.folder import is_asset_folder, is_read


class Visited:
    """Tells a file that comes a second time: by another name, through a link, or in a folder inside another.

    What it holds grows with the paths on the command line and with links that lead out of a folder, not with the files
    of a folder.
    """

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._folders: list[str] = []

    def add_folder(self, folder: str) -> None:
        """Remember a folder that was read to its end."""
        self._folders.append(os.path.realpath(folder))

    def is_new_file(self, path: str) -> bool:
        """Whether a file named by the user is new; it is remembered."""
        try:
            real = os.path.realpath(path)
        except ValueError:  # a NUL in the name: there is no such file
            real = path
        if real in self._files or self._was_walked(real):
            return False
        self._files.add(real)
        return True

    def is_new_in_folder(self, path: str, folder: str) -> bool:
        """Whether a file that a walk through `folder` found is new. Of a file and a link to it the link goes."""
        if not os.path.islink(path):
            return not (self._files or self._folders) or self._is_unknown(os.path.realpath(path))
        real = os.path.realpath(path)
        root = os.path.realpath(folder)
        return not _is_reached(real, root) and self.is_new_file(path)

    def _is_unknown(self, real: str) -> bool:
        return real not in self._files and not self._was_walked(real)

    def _was_walked(self, real: str) -> bool:
        return any(_is_reached(real, folder) for folder in self._folders)


def _is_reached(real: str, folder: str) -> bool:
    """Whether a walk through `folder` (a real path) comes by the file `real` (also one) by itself."""
    root = folder.rstrip(os.sep) + os.sep
    if not real.startswith(root) or not os.path.isfile(real):
        return False
    *parents, name = real[len(root) :].split(os.sep)
    return is_read(name) and all(_is_walked(parents[:depth], root) for depth in range(1, len(parents) + 1))


def _is_walked(parents: list[str], root: str) -> bool:
    *above, name = parents
    beside = os.path.join(root, *above)
    return not name.startswith(".") and not is_asset_folder(
        name, lambda sibling: os.path.lexists(os.path.join(beside, sibling))
    )
