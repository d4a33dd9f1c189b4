"""People."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clipper.extract.mentions.orgs import OrgMention
from clipper.extract.mentions.places import PlaceMention
from clipper.extract.spans import Sentence, Span
from clipper.extract.tokens import Token


@dataclass(frozen=True, slots=True)
class PersonMention:
    """One naming of a person or of an office.

    `span` covers name, title and the organisation that belongs to them (`이장우 대전시장`), `name` is the person's full name
    as the article gives it anywhere (`이 시장` → `이장우`), null for an office without a name (`캘거리 부시장`); `person` is the same number for all mentions
    of one person; `particle` and `role` are those behind the mention (see `tokens.Token`).
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


def find_people(
    sentences: Sequence[Sentence],
    tokens: Sequence[tuple[Token, ...]],
    places: Sequence[PlaceMention],
    orgs: Sequence[OrgMention],
) -> tuple[PersonMention, ...]:
    """All people and offices of an article, in order of mention."""
    return ()
