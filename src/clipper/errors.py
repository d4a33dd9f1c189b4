"""The tree of errors. Each carries where it happened (URL or path) and in which stage.

    ClipperError
    ├── FetchError      a URL gave no page
    ├── ReadError       bytes that are no readable page
    │   ├── EmptyInputError
    │   ├── BinaryInputError
    │   ├── EncodingError
    │   └── LimitError      past a limit of size, depth or time
    ├── CleanError      a page without an article
    ├── WriteError      output that can't be written
    ├── DataError       a vocabulary file that is not as its validator wants it
    └── MissingExtraError   something that needs an optional package
"""

from __future__ import annotations


class ClipperError(Exception):
    """Base of all errors of clipper.

    `code` is a stable word for rows and scripts, `stage` the stage that failed, `where` the URL or path, `hint`
    what the user can do about it.
    """

    code = "error"
    stage = "clipper"

    def __init__(
        self, message: str, *, where: str | None = None, hint: str | None = None, code: str | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint
        if code is not None:
            self.code = code

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.stage}: {self.message}{hint}"

    def at(self, where: str) -> ClipperError:
        """The same error, told where it happened if it did not know."""
        if self.where is None:
            self.where = where
        return self


class FetchError(ClipperError):
    """A URL gave no page."""

    code = "fetch_failed"
    stage = "fetch"


class ReadError(ClipperError):
    """Bytes that are no readable page."""

    code = "unreadable"
    stage = "read"


class EmptyInputError(ReadError):
    """There is nothing in the input."""

    code = "empty"


class BinaryInputError(ReadError):
    """The input is an image, an archive or another file that is no text."""

    code = "binary"


class EncodingError(ReadError):
    """No encoding reads these bytes as text."""

    code = "encoding"


class LimitError(ReadError):
    """The input goes past a limit of size, depth or time."""

    code = "too_large"


class CleanError(ClipperError):
    """The page holds no article."""

    code = "no_article"
    stage = "clean"


class WriteError(ClipperError):
    """The output can't be written."""

    code = "write_failed"
    stage = "write"


class DataError(ClipperError):
    """A vocabulary file is not as its validator wants it."""

    code = "bad_data"
    stage = "data"


class MissingExtraError(ClipperError):
    """Something that was asked for needs an optional package, which is not installed."""

    code = "missing_extra"

    @classmethod
    def of(cls, extra: str, what: str) -> MissingExtraError:
        """The error for `what` (`Parquet`), which the extra brings; its hint is the command that installs it."""
        return cls(f"{what} needs an extra that is not installed", hint=f"pip install 'clipper-ko[{extra}]'")
