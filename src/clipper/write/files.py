"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from clipper.errors import WriteError


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A UTF-8 text stream that becomes `path` when the block ends well; otherwise `path` stays as it was.

    The text is written beside the target and renamed over it. A symbolic link keeps pointing at the written file,
    the mode of an existing file is kept, and a device or pipe is written straight. WriteError where the system refuses.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():
            with target.open("w", encoding="utf-8", newline="\n") as out:
                yield out
            return
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part")
    except OSError as error:
        raise _refused(error, path) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        Path(name).chmod(_mode_for(target))
        Path(name).replace(target)
    except BaseException as error:
        with suppress(OSError):
            Path(name).unlink()
        if isinstance(error, OSError):
            raise _refused(error, path) from error
        raise


def _refused(error: OSError, path: Path) -> WriteError:
    return WriteError(error.strerror or str(error), where=str(path))


def _mode_for(target: Path) -> int:
    """The mode of the file that is there, or what the umask gives a new one."""
    with suppress(FileNotFoundError):
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask
