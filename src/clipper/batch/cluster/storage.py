"""Where a cluster's inputs and outputs lie: a shared folder, or `s3://`, `gs://`, `hdfs://`, by way of pyarrow, and whatever
fsspec knows, as `fsspec+NAME://`."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from clipper.errors import MissingExtraError, ReadError, WriteError

if TYPE_CHECKING:
    from pyarrow.fs import FileSystem

_SHOWS_WHOLE = frozenset({"s3", "gcs", "abfs"})
"""Stores that show an object when its upload is complete; elsewhere a finished file is moved to its name."""
_URI = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def is_uri(name: str) -> bool:
    """Whether a name is a URI rather than a path.

    >>> is_uri("s3://bucket/pages"), is_uri("saved/pages")
    (True, False)
    """
    return bool(_URI.match(name))


def file_system(name: str) -> tuple[FileSystem, str]:
    """The file system of a path or URI, and the path in it; ReadError for what names none."""
    try:
        from pyarrow.fs import FileSystem, LocalFileSystem
    except ImportError as error:
        raise MissingExtraError.of("ray", "the cluster engine") from error
    try:
        return FileSystem.from_uri(name) if is_uri(name) else (LocalFileSystem(), os.path.abspath(name))
    except (OSError, ValueError, ImportError) as error:  # ImportError: fsspec needs a package for this one
        hint = "a path, s3://, gs://, hdfs:// or fsspec+NAME://"
        raise ReadError(_words(error), where=name, hint=hint, code="bad_uri") from error


def files_under(uri: str) -> list[str]:
    """The URIs of the files behind a URI, sorted: itself, or all below it if it is a folder or prefix.

    ReadError where there is none, or the store refuses.
    """
    from pyarrow.fs import FileSelector, FileType

    system, path = file_system(uri)
    try:
        here = system.get_file_info(path)
        if here.type == FileType.File:
            return [uri]
        found = system.get_file_info(FileSelector(path, recursive=True))
    except OSError as error:
        raise ReadError(_words(error), where=uri, code="not_found") from error
    root = uri.rstrip("/")
    return sorted(f"{root}{info.path[len(path.rstrip('/')) :]}" for info in found if info.type == FileType.File)


@contextmanager
def local_copy(uri: str) -> Iterator[str]:
    """The file behind a URI, on this machine's disk for as long as the block lasts; its name ends as the URI does.

    ReadError where there is none, or the store refuses.
    """
    from pyarrow.fs import LocalFileSystem, copy_files

    system, path = file_system(uri)
    with tempfile.TemporaryDirectory(prefix="clipper-") as folder:
        copy = os.path.join(folder, os.path.basename(path))
        try:
            copy_files(path, copy, source_filesystem=system, destination_filesystem=LocalFileSystem())
        except OSError as error:
            raise ReadError(_words(error), where=uri, code="not_found") from error
        yield copy


@dataclass(frozen=True, slots=True)
class Target:
    """A folder for output; `uri` may be a plain path. WriteError where the file system refuses."""

    uri: str

    @contextmanager
    def whole(self, name: str) -> Iterator[BinaryIO]:
        """A binary stream that becomes the file `name` when the block ends well, and leaves no file when it does not."""
        system, folder = file_system(self.uri)
        with _told(f"{self.uri}/{name}"):
            system.create_dir(folder, recursive=True)
            final = f"{folder}/{name}"
            moved = system.type_name not in _SHOWS_WHOLE
            part = f"{folder}/.{name}.{os.getpid()}.part" if moved else final
            try:
                with system.open_output_stream(part) as out:
                    yield out
                if moved:
                    system.move(part, final)
            except BaseException:
                with suppress(OSError):
                    system.delete_file(part)
                raise

    def write_json(self, name: str, value: dict[str, Any]) -> None:
        """A small JSON file, whole."""
        with self.whole(name) as out:
            out.write(json.dumps(value, ensure_ascii=False, indent=2).encode() + b"\n")

    def read_json(self, name: str) -> dict[str, Any] | None:
        """The object in a JSON file; None where there is no such file, or it holds none; WriteError where the store refuses."""
        system, folder = file_system(self.uri)
        try:
            with system.open_input_stream(f"{folder}/{name}") as stream:
                value = json.loads(stream.read())
        except (FileNotFoundError, ValueError):
            return None
        except OSError as error:
            raise WriteError(_words(error), where=f"{self.uri}/{name}") from error
        return value if isinstance(value, dict) else None

    def names(self) -> list[str]:
        """The names of the files in the folder, sorted; none where it is not there yet."""
        from pyarrow.fs import FileSelector

        system, folder = file_system(self.uri)
        with _told(self.uri):
            return sorted(info.base_name for info in system.get_file_info(FileSelector(folder, allow_not_found=True)))


@contextmanager
def _told(where: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise WriteError(_words(error), where=where) from error


def _words(error: Exception) -> str:
    text = getattr(error, "strerror", None) or str(error)
    return " ".join(text.split())[:300]
