"""Raw pages in a folder, under names that a person can read and that cannot lead out of it."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from urllib.parse import urlsplit

from clipper.errors import WriteError
from clipper.fetch.store import write_whole
from clipper.read.page import Page

INDEX = "urls.tsv"
_HEADER = "file\turl\tfetched_at\tmedia_type\tcharset\n"


class SavedPages:
    """A folder of raw pages, and its `urls.tsv` that says where each came from.

    The same address gets the same name. A link that lies in the place is replaced, never followed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._known = _known(folder / INDEX)
        except FileExistsError as error:
            raise WriteError("is a file, no folder", where=str(folder)) from error
        except (OSError, UnicodeDecodeError) as error:
            raise WriteError(f"can't be written to: {error}", where=str(folder)) from error

    def add(self, page: Page) -> Path:
        """Write the bytes of a page; WriteError where the system refuses."""
        target = self._folder / saved_name(page)
        try:
            write_whole(target, page.data, self._folder / f".{target.name}.part")
            self._note(target.name, page)
        except OSError as error:
            raise WriteError(error.strerror or str(error), where=str(target)) from error
        return target

    def _note(self, name: str, page: Page) -> None:
        if name in self._known:
            return
        cells = (name, page.url, page.fetched_at, page.media_type, page.charset)
        line = "\t".join(re.sub(r"[\x00-\x1f\x7f]", " ", cell or "") for cell in cells) + "\n"
        with (self._folder / INDEX).open("a", encoding="utf-8", newline="\n") as out:
            out.write(line if self._known else _HEADER + line)
        self._known.add(name)


def _known(index: Path) -> set[str]:
    """The names that are in the index already."""
    if not index.exists():
        return set()
    return {line.partition("\t")[0] for line in index.read_text("utf-8").splitlines()}


def saved_name(page: Page) -> str:
    """Host, the end of the path, a hash of the whole URL, and a suffix for what it is: only `a-z A-Z 0-9 . _ -`."""
    parts = urlsplit(page.url or "")
    words = _plain(f"{parts.path.rsplit('/', 1)[-1]}_{parts.query}")[:60].strip("._-")
    digest = hashlib.sha256((page.url or "").encode("utf-8", "replace")).hexdigest()[:10]
    pieces = (_plain(parts.hostname or "").strip("._-")[:60] or "page", words, digest)
    return "_".join(piece for piece in pieces if piece) + _suffix(page.media_type)


def _plain(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9.-]+", "_", text).replace("..", "_")


def _suffix(media_type: str | None) -> str:
    return {"text/plain": ".txt", "multipart/related": ".mhtml"}.get(media_type or "", ".html")

