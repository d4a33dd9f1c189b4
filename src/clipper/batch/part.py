"""OUT.part: the outcomes of an unfinished run, and the journal that says how far they are whole.

    OUT.part          JSON Lines, an outcome for each input, in their order: a file like any other output
    OUT.part.journal  JSON Lines: first what the run was asked for, then every second a mark {rows, bytes, inputs, ...}:
                      so many rows in so many bytes are whole; `inputs` is the digest of the inputs that they stand for

A run that is killed leaves both. To go on, the part is cut after the last mark, the first `rows` inputs are passed over, if
they are still the ones of the digest, and the rest is appended: the same bytes as without the interruption. Neither file
grows with the memory of the run, and a mark costs one small write.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

from clipper import __version__
from clipper.batch.items import Item
from clipper.batch.row import Row
from clipper.clips import read_clips
from clipper.errors import ClipperError, WriteError
from clipper.records import Clip, Failure

_EVERY = 1.0
"""Seconds between marks: what a killed run has to do again."""

Setting = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a run is: rows that are whole, their bytes, the digest of their inputs, and what the rows are."""

    rows: int = 0
    bytes: int = 0
    inputs: str = ""
    failed: int = 0
    told: int = 0
    """Clips with records."""
    carried: int = 0

    def after(self, row: Row, inputs: str) -> Mark:
        """The mark with one more row, and the digest of all inputs up to it."""
        return Mark(
            self.rows + 1, self.bytes + len(row.line) + 1, inputs, self.failed + bool(row.failure),
            self.told + bool(row.records), self.carried + row.carried,
        )


class Part:
    """The unfinished output of a run that writes to `target`. A context: on leaving it, what was written is marked.

    `setting` is what the run was asked for, as far as rows depend on it. Raises WriteError where a part is there and
    `resume` is not asked for, where it was made under another setting or by another version, and where the system refuses.
    """

    def __init__(self, target: Path, setting: Setting, *, resume: bool = False) -> None:
        self.target = Path(os.path.realpath(target))
        self.path = self.target.with_name(f"{self.target.name}.part")
        self._journal_path = self.target.with_name(f"{self.target.name}.part.journal")
        self._setting = {"clipper": __version__, **setting}
        self._digest = hashlib.sha256()
        self._marked = 0.0
        self._files = ExitStack()
        self.mark = Mark()
        try:
            self._open(resume)
        except OSError as error:
            with suppress(OSError):  # what the disk had no room for is still to be written
                self._files.close()
            raise WriteError(error.strerror or str(error), where=str(target)) from error
        except WriteError:
            self._files.close()
            raise
        self.resumed = self.mark
        """Where this run began."""

    def _open(self, resume: bool) -> None:
        if not self.path.exists():
            # The journal first: a part without one is none of ours.
            self._open_journal("a")
            self._journal.truncate(0)
            self._note({"setting": self._setting})
            self._out: BinaryIO = self._files.enter_context(self.path.open("wb"))
            return
        if not resume:
            raise self._refused("an interrupted run left it", "--resume goes on with it; or delete it to start anew")
        try:
            self._open_journal("r+")
        except FileNotFoundError as error:
            raise self._refused("there is no journal beside it", "delete it to start anew") from error
        self._out = self._files.enter_context(self.path.open("r+b"))
        self._go_on()

    def _open_journal(self, mode: str) -> None:
        """With a lock, which the system forgets with the process: only one run at a time."""
        self._journal = self._files.enter_context(self._journal_path.open(mode, encoding="utf-8"))
        with suppress(ImportError):
            import fcntl

            try:
                fcntl.flock(self._journal, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise self._refused("another run is writing it", "wait for that, or end it") from error

    def _go_on(self) -> None:
        """Cut both files after the last mark that holds."""
        notes = self._journal.readlines()
        setting = _parsed(notes[0]).get("setting") if notes else None
        if setting != self._setting:
            raise self._refused(_difference(setting, self._setting), "ask for the same, or delete it to start anew")
        kept = [notes[0]]
        for line in notes[1:]:
            note = _parsed(line).get("mark")
            if note is None or not self._ends_a_line(note["bytes"]):
                break  # torn, or ahead of what has reached the disk
            self.mark = Mark(**note)
            kept.append(line)
        self._journal.seek(0)
        self._journal.truncate()
        self._journal.writelines(kept)
        self._journal.flush()
        self._out.truncate(self.mark.bytes)
        self._out.seek(self.mark.bytes)

    def _ends_a_line(self, size: int) -> bool:
        """Whether the part has so many bytes and a line ends there."""
        self._out.seek(max(0, size - 1))
        return not size or self._out.read(1) == b"\n"

    def rest(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items whose rows are not there yet. WriteError where those before them are not the ones of the part."""
        source = iter(items)
        for _ in range(self.mark.rows):
            item = next(source, None)
            if item is None:
                break
            self._count(item.key, item.stamp)
        if self.mark.rows and self._digest.hexdigest() != self.mark.inputs:
            raise self._refused(
                "the inputs have changed since",
                "delete it to start anew; or rename it and name it with --skip-unchanged, to keep what still holds",
            )
        yield from source

    def write(self, row: Row) -> None:
        """Append a row. Whatever stops it in between, full disk or interrupt, the mark is of rows that are whole."""
        try:
            self._out.write(row.line + b"\n")
            self._count(row.key, row.stamp)
            self.mark = self.mark.after(row, self._digest.hexdigest())
            if time.monotonic() - self._marked > _EVERY:
                self._set_mark()
        except OSError as error:
            raise self._full(error) from error

    def outcomes(self) -> Iterator[Clip | Failure]:
        """What is in the part."""
        return read_clips([self.path])

    def close(self) -> None:
        """Mark what is there and let go of the files; a part without a row is no part."""
        with suppress(OSError):  # a full disk: the last mark that was written counts
            self._set_mark()
        with suppress(OSError):
            self._files.close()
        if not self.mark.rows:
            self.remove()

    def sync(self) -> None:
        """All rows are there: bring them to the disk."""
        try:
            self._set_mark()
            os.fsync(self._out.fileno())
        except OSError as error:
            raise self._full(error) from error

    def become_target(self) -> None:
        """The part is the output: rename it. An existing file's mode is kept."""
        with suppress(FileNotFoundError):
            self.path.chmod(self.target.stat().st_mode & 0o7777)
        self.path.replace(self.target)
        self.remove()

    def remove(self) -> None:
        """The part is not needed any more."""
        for file in (self.path, self._journal_path):
            with suppress(FileNotFoundError):
                file.unlink()

    def __enter__(self) -> Part:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _count(self, key: str, stamp: str) -> None:
        self._digest.update(f"{key}\0{stamp}\n".encode())

    def _set_mark(self) -> None:
        self._marked = time.monotonic()
        self._out.flush()
        self._note({"mark": asdict(self.mark)})

    def _note(self, what: Setting) -> None:
        self._journal.write(json.dumps(what, ensure_ascii=False) + "\n")
        self._journal.flush()

    def _refused(self, why: str, hint: str) -> ClipperError:
        return WriteError(why, where=str(self.path), hint=hint, code="unfinished")

    def _full(self, error: OSError) -> ClipperError:
        return WriteError(error.strerror or str(error), where=str(self.path), hint="--resume goes on from there")


def _parsed(line: str) -> dict[str, Any]:
    """One line of the journal; empty where it is torn."""
    with suppress(ValueError):
        found = json.loads(line)
        if isinstance(found, dict) and line.endswith("\n"):
            return found
    return {}


def _difference(before: Setting | None, now: Setting) -> str:
    for name, value in now.items():
        if before is not None and before.get(name) != value:
            return f"its run had {name} {before.get(name)}, this one has {value}"
    return "its journal can't be read"
