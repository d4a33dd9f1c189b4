"""The shape of what is read of people."""

from __future__ import annotations

from dataclasses import dataclass

from clipper.extract.spans import Span


@dataclass(frozen=True, slots=True)
class PersonMention:
    """One naming of a person or of an office.

    `span` covers name, title and the organisation that belongs to them (`이장우 대전시장`), `name` is the person's full
    name as the article gives it anywhere (`이 시장` → `이장우`), null for an office without a name (`캘거리 부시장`,
    whose `title` then holds the body too); `person` is the same number for all mentions of one person; `particle` and
    `role` are those behind the mention (see `tokens.Token`). `rank` is the seniority of the title (0-100), `surname`
    set where only that is named, `bracketed` where the naming stands in brackets (`대전시(시장 이장우)`).
    """

    span: Span
    name: str | None
    title: str | None = None
    organization: str | None = None
    name_span: Span | None = None
    title_span: Span | None = None
    organization_span: Span | None = None
    person: int = 0
    particle: str = ""
    role: str = ""
    rank: int = 0
    surname: str | None = None
    bracketed: bool = False
