"""Failure: the row that stands in the output for an input that gave no clip."""

from __future__ import annotations

from typing import Literal

from clipper.errors import ClipperError
from clipper.records.base import Model


class FailedSource(Model):
    """Which input failed: its URL, its path, or both."""

    url: str | None = None
    path: str | None = None


class ErrorInfo(Model):
    """What went wrong: `code` is a stable word, `stage` the stage that failed, `hint` what the user can do about it."""

    code: str
    stage: str
    message: str
    hint: str | None = None


class Failure(Model):
    """One failed input. `records` is always empty, so that a reader of rows need not ask which kind a row is."""

    schema_version: Literal["1"] = "1"
    source: FailedSource
    error: ErrorInfo
    records: tuple[()] = ()

    @classmethod
    def of(cls, error: ClipperError, *, url: str | None = None, path: str | None = None) -> Failure:
        """The row for `error`; where neither URL nor path is given, `error.where` stands for the path."""
        if url is None and path is None:
            path = error.where
        info = ErrorInfo(code=error.code, stage=error.stage, message=error.message, hint=error.hint)
        return cls(source=FailedSource(url=url, path=path), error=info)

    def __str__(self) -> str:
        where = self.source.url or self.source.path
        hint = f" ({self.error.hint})" if self.error.hint else ""
        return f"{f'{where}: ' if where else ''}{self.error.stage}: {self.error.message}{hint}"
