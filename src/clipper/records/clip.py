"""Clip: what clipper writes for one article."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from clipper.records.base import Model
from clipper.records.grounding import ungrounded
from clipper.records.mou import Mou
from clipper.records.trip import Trip

Record = Annotated[Trip | Mou, Field(discriminator="kind")]


class Source(Model):
    """Where the bytes came from and how they were read; `sha256` is of the raw bytes. `requested_url` is the address
    that was asked for, where redirects led from it to `url`."""

    url: str | None = None
    requested_url: str | None = None
    path: str | None = None
    media_type: str | None = None
    encoding: str | None = None
    sha256: str | None = None
    fetched_at: str | None = None
    extractor: str


class Dropped(Model):
    """A line of the page that is not the article, and why it went. Only on `--explain`."""

    reason: str
    text: str


class Article(Model):
    """The article of a page. `published` and `modified` are ISO 8601 with offset, as the page itself states them;
    `reference_date` (ISO day) is what relative dates were counted from, `reference_source` says where it was found
    (`given`, `published`, `neighbours`)."""

    title: str | None = None
    subtitle: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    reference_date: str | None = None
    reference_source: str | None = None
    section: str | None = None
    canonical_url: str | None = None
    dateline: str | None = None
    paragraphs: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    duplicates: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] | None = None


class Warning_(Model):  # noqa: N801 (`Warning` is a builtin)
    """Something that the reader of a clip should know; `code` is stable, `message` is for people."""

    code: str
    message: str


class Copy(Model):
    """Another telling of a clip's story, left out of the output for it; `likeness` is the share of the shorter text that
    stands in the other too. Only on `--dedupe`."""

    url: str | None = None
    path: str | None = None
    sha256: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    likeness: float = Field(ge=0, le=1)


class Clip(Model):
    """One article and its records. Construction fails where a record says what the article does not."""

    schema_version: Literal["1"] = "1"
    source: Source
    article: Article
    records: tuple[Record, ...] = ()
    warnings: tuple[Warning_, ...] = ()
    copies: tuple[Copy, ...] = ()

    @model_validator(mode="after")
    def _every_value_is_grounded(self) -> Clip:
        for record in self.records:
            problems = ungrounded(record, self.article.paragraphs)
            if problems:
                raise ValueError(f"{record.id}: {'; '.join(problems)}")
        return self
