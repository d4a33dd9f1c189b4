"""Outcomes as Parquet, a row each, in row groups that are written as they fill: memory does not grow with the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO

from pydantic import ValidationError

from clipper.errors import ClipperError, ReadError
from clipper.records import Clip, Failure
from clipper.write.arrow import record_batch, rows_in, schema
from clipper.write.columns import Row, outcome_of_row

GROUP_ROWS = 2048
GROUP_CHARS = 16_000_000
"""A row group ends at so many rows, or so many characters of article text."""
_READ_ROWS = 256


def write_parquet(outcomes: Iterable[Clip | Failure], out: BinaryIO) -> None:
    """All outcomes as one Parquet file (zstd) with the columns of `clipper.write.arrow.schema`."""
    columns = schema()  # tells a missing pyarrow in our words
    from pyarrow.parquet import ParquetWriter

    with ParquetWriter(out, columns, compression="zstd") as writer:
        for group in _groups(outcomes):
            writer.write_batch(record_batch(group))


def read_parquet(file: BinaryIO, name: str = "-") -> Iterator[Clip | Failure]:
    """The outcomes in a Parquet file, which must be seekable; ReadError where it is none of clipper's, or damaged.

    A row that is no outcome comes as a Failure (`not_a_clip`) whose path is `NAME:ROW`, counted from 1.
    """
    schema()
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        parquet = ParquetFile(file)
        if not {"schema_version", "article_paragraphs", "error"} <= set(parquet.schema_arrow.names):
            raise ReadError("a Parquet file without the columns of clips", code="not_a_clip")
        rows = chain.from_iterable(map(rows_in, parquet.iter_batches(_READ_ROWS)))
        for number, row in enumerate(rows, 1):
            yield _outcome(row, f"{name}:{number}")
    except ClipperError:
        raise
    except (ArrowException, OSError, ValueError) as error:
        words = " ".join(str(error).split())[:300]
        raise ReadError(f"no readable Parquet file: {words}", code="not_a_clip") from error


def _outcome(row: Row, where: str) -> Clip | Failure:
    try:
        return outcome_of_row(row)
    except (ValidationError, TypeError, KeyError) as error:
        words = " ".join(str(error).split())[:300]
        return Failure.of(ReadError(f"not a clip: {words}", code="not_a_clip"), path=where)


def _groups(outcomes: Iterable[Clip | Failure]) -> Iterator[list[Clip | Failure]]:
    group: list[Clip | Failure] = []
    chars = 0
    for outcome in outcomes:
        group.append(outcome)
        chars += sum(map(len, outcome.article.paragraphs)) if isinstance(outcome, Clip) else 0
        if len(group) >= GROUP_ROWS or chars >= GROUP_CHARS:
            yield group
            group, chars = [], 0
    if group:
        yield group
