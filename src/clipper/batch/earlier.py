"""What an earlier output holds: the clips of pages that have not changed since are carried over, not made anew."""

from __future__ import annotations

import hashlib
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from clipper import __version__
from clipper.batch.outcome import confident
from clipper.clips import read_clips
from clipper.read.page import Page
from clipper.records import Clip

_SCHEMA = (
    "CREATE TABLE clips (path TEXT, sha256 TEXT, url TEXT, title TEXT, day TEXT, records INT, line BLOB,"
    " PRIMARY KEY (path, sha256))"
)
# What was noted beside a page is not in its bytes: it must be what the clip says, lest another note be overlooked.
_FIND = (
    "SELECT line, records FROM clips WHERE path = ?1 AND sha256 = ?2 AND (?3 IS NULL OR url = ?3)"
    " AND (?4 IS NULL OR title = ?4) AND (?5 IS NULL OR day = ?5)"
)
_DAY = len("2025-06-10")


@dataclass(frozen=True, slots=True)
class Known:
    """A clip of an earlier output: its line of JSON, and how many records it holds."""

    line: bytes
    records: int


class Earlier:
    """The clips of earlier outputs by path and digest, in a file of SQLite: any number of them, in any process."""

    def __init__(self, file: Path, held: int = 0, passed_over: int = 0) -> None:
        self.file = file
        self.held = held
        """Clips that can be carried over."""
        self.passed_over = passed_over
        """Lines that are no clips, and clips of another version of the extractor."""

    def __reduce__(self) -> tuple[type[Earlier], tuple[Path, int, int]]:
        return Earlier, (self.file, self.held, self.passed_over)

    @classmethod
    @contextmanager
    def read(cls, paths: Iterable[Path], *, min_confidence: float = 0.0) -> Iterator[Earlier]:
        """What the files at `paths` hold, as long as the block lasts. Of two clips of the same bytes the last counts.

        Only what this version of the extractor wrote is carried over, without records under `min_confidence`.
        """
        with tempfile.TemporaryDirectory(prefix="clipper-") as folder:
            file = Path(folder, "earlier.sqlite")
            with closing(sqlite3.connect(file)) as base:
                base.execute("PRAGMA synchronous = OFF")
                base.execute(_SCHEMA)
                held, passed_over = _fill(base, paths, min_confidence)
                base.commit()
            yield cls(file, held, passed_over)

    def clip_of(self, page: Page) -> Known | None:
        """The clip of the same bytes from the same place."""
        digest = hashlib.sha256(page.data).hexdigest()
        day = page.published[:_DAY] if page.published else None
        found = self._base.execute(_FIND, (page.path or "", digest, page.url, page.title, day)).fetchone()
        return Known(*found) if found else None

    @cached_property
    def _base(self) -> sqlite3.Connection:
        return sqlite3.connect(f"{self.file.as_uri()}?mode=ro&immutable=1", uri=True)


def _fill(base: sqlite3.Connection, paths: Iterable[Path], least: float) -> tuple[int, int]:
    """How many clips there are now, and how many lines were passed over."""
    lines = passed_over = 0
    for outcome in read_clips(paths):
        if isinstance(outcome, Clip) and outcome.source.extractor == f"clipper {__version__}":
            # What is a copy of what is told by the run that writes the output.
            clip = confident(outcome.model_copy(update={"copies": ()}), least)
            source, article = clip.source, clip.article
            where = (source.path or "", source.sha256 or "", source.url)
            told = (article.title, (article.published or "")[:_DAY], len(clip.records), clip.model_dump_json().encode())
            base.execute("INSERT OR REPLACE INTO clips VALUES (?, ?, ?, ?, ?, ?, ?)", (*where, *told))
            lines += 1
        elif isinstance(outcome, Clip) or outcome.error.code == "not_a_clip":
            passed_over += 1
    return lines, passed_over
