"""The store: raw bodies by the hash of their content, and an index of what was asked and answered.

    DIR/objects/ab/abcd…   a body, named by its SHA-256; written aside, flushed, then renamed: whole or not there
    DIR/index.sqlite3      one row per address (WAL): written after the body that it names
    DIR/tmp, DIR/lock      what is being written; one run at a time holds the lock

A process that is killed at any moment leaves at worst a file in `tmp`, which the next run removes.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from clipper.errors import FetchError, WriteError

_SCHEMA = """
CREATE TABLE IF NOT EXISTS pages (
    url TEXT PRIMARY KEY, final_url TEXT, fetched_at TEXT, checked_at TEXT NOT NULL, status INTEGER,
    media_type TEXT, charset TEXT, headers TEXT, sha256 TEXT, size INTEGER,
    error_code TEXT, error_message TEXT, error_hint TEXT
) WITHOUT ROWID
"""
_COLUMNS = "url, final_url, fetched_at, media_type, charset, headers, sha256"
_LEFT_OUT = frozenset(("set-cookie", "set-cookie2"))


@dataclass(frozen=True, slots=True)
class Stored:
    """What is kept of a fetched page; `fetched_at` is ISO 8601 in UTC, `sha256` names the body."""

    url: str
    final_url: str
    fetched_at: str
    media_type: str | None
    charset: str | None
    headers: Mapping[str, str]
    sha256: str


class Store:
    """A folder of fetched pages. `durable=False` (for a run's own scratch) does not wait for the disk.

    WriteError where the folder can't be written, or another run is using it.
    """

    def __init__(self, root: Path, *, durable: bool = True) -> None:
        self._root, self._durable = root, durable
        try:
            for folder in (root / "objects", root / "tmp"):
                folder.mkdir(parents=True, exist_ok=True)
            self._lock = _locked(root)
            for leftover in (root / "tmp").iterdir():
                leftover.unlink()
            self._index = _opened(root / "index.sqlite3", durable=durable)
        except (OSError, sqlite3.Error) as error:
            raise _refused(error, root) from error

    def known(self, urls: Iterable[str]) -> dict[str, Stored]:
        """The pages among `urls` that arrived and did not fail since."""
        query = f"SELECT {_COLUMNS} FROM pages WHERE url = ? AND sha256 IS NOT NULL AND error_code IS NULL"  # noqa: S608
        found = {}
        for url in urls:
            row = self._index.execute(query, (url,)).fetchone()
            if row and self.path_of(row[6]).exists():
                asked, final, fetched_at, media_type, charset, headers, sha256 = row
                found[url] = Stored(asked, final, fetched_at, media_type, charset, json.loads(headers), sha256)
        return found

    def failed(self, urls: Iterable[str]) -> set[str]:
        """Those of `urls` that failed when they were last asked for."""
        query = "SELECT 1 FROM pages WHERE url = ? AND error_code IS NOT NULL"
        return {url for url in urls if self._index.execute(query, (url,)).fetchone()}

    def keep(self, url: str, stored: Stored, body: bytes, status: int) -> None:
        """Write a page: first its body, then its row."""
        try:
            self._write_object(stored.sha256, body)
            headers = {name: value for name, value in stored.headers.items() if name not in _LEFT_OUT}
            row = (url, stored.final_url, stored.fetched_at, stored.fetched_at, status, stored.media_type,
                   stored.charset, json.dumps(headers, ensure_ascii=False), stored.sha256, len(body))
            self._index.execute("INSERT OR REPLACE INTO pages VALUES (?,?,?,?,?,?,?,?,?,?,NULL,NULL,NULL)", row)
        except (OSError, sqlite3.Error) as error:
            raise _refused(error, self._root) from error

    def link(self, url: str, stored: Stored) -> None:
        """Note that `url` leads to a page which was kept under another address."""
        self._change(
            "INSERT OR REPLACE INTO pages SELECT ?, final_url, fetched_at, checked_at, status, media_type, charset, headers, "
            "sha256, size, NULL, NULL, NULL FROM pages WHERE url = ?", (url, stored.url),
        )

    def confirm(self, url: str, checked_at: str) -> None:
        """Note that a page was asked for again and is as it was."""
        self._change("UPDATE pages SET checked_at = ?, error_code = NULL WHERE url = ?", (checked_at, url))

    def note_failure(self, url: str, error: FetchError, checked_at: str) -> None:
        """Note that an address failed; a page that came from it earlier is kept."""
        self._change(
            "INSERT INTO pages (url, checked_at, error_code, error_message, error_hint) VALUES (?1, ?2, ?3, ?4, ?5) "
            "ON CONFLICT (url) DO UPDATE SET checked_at=?2, error_code=?3, error_message=?4, error_hint=?5",
            (url, checked_at, error.code, error.message, error.hint),
        )

    def body(self, stored: Stored) -> bytes:
        """The bytes of a page."""
        try:
            return self.path_of(stored.sha256).read_bytes()
        except OSError as error:
            raise _refused(error, self._root) from error

    def path_of(self, sha256: str) -> Path:
        """Where the body with this hash is, or would be."""
        return self._root / "objects" / sha256[:2] / sha256

    def close(self) -> None:
        """Give the folder back."""
        self._index.close()
        self._lock.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _change(self, statement: str, values: tuple[str | None, ...]) -> None:
        try:
            self._index.execute(statement, values)
        except sqlite3.Error as error:
            raise _refused(error, self._root) from error

    def _write_object(self, sha256: str, body: bytes) -> None:
        target = self.path_of(sha256)
        if not target.exists():
            target.parent.mkdir(exist_ok=True)
            write_whole(target, body, self._root / "tmp" / sha256, durable=self._durable)


def digest(body: bytes) -> str:
    """The name of a body: its SHA-256 in hexadecimal."""
    return hashlib.sha256(body).hexdigest()


def write_whole(target: Path, body: bytes, aside: Path, *, durable: bool = True) -> None:
    """Make `target` hold `body`, by writing `aside` (on the same disk) and renaming it: whole or not at all.

    What lies in the way of `aside`, as of a run that was killed, is removed; a link is not followed."""
    aside.unlink(missing_ok=True)
    with aside.open("xb") as out:
        out.write(body)
        if durable:
            out.flush()
            os.fsync(out.fileno())
    aside.replace(target)
    if durable and os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _opened(path: Path, *, durable: bool) -> sqlite3.Connection:
    # One thread at a time uses it, not always the same one. Every statement is its own transaction.
    index = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    index.execute("PRAGMA journal_mode = WAL")
    index.execute(f"PRAGMA synchronous = {'FULL' if durable else 'OFF'}")
    index.execute(_SCHEMA)
    return index


def _locked(root: Path) -> sqlite3.Connection:
    """SQLite's own lock is one that the system frees when its holder dies, everywhere."""
    lock = sqlite3.connect(root / "lock", isolation_level=None, timeout=0, check_same_thread=False)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError:
        lock.close()
        raise
    return lock


def _refused(error: Exception, root: Path) -> WriteError:
    if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
        return WriteError("another run is using this store", where=str(root), code="store_busy",
                          hint="wait for it, or take another folder")
    words = getattr(error, "strerror", None) or str(error)
    return WriteError(f"the store can't be used: {words}", where=str(root), code="store_failed")
