"""What a naming of an organisation is."""

from __future__ import annotations

from dataclasses import dataclass

from clipper.extract.mentions.places.lookup import origin_of_org
from clipper.extract.spans import Span


@dataclass(frozen=True, slots=True)
class OrgMention:
    """One naming of an organisation.

    `span` covers the name with its own brackets (`한국과학기술원(KAIST)`), `name` is as written here without
    legal forms, `canonical` the fullest form that the article gives of the same body, `aliases` its other forms,
    `kind` a coarse class (`local_gov`, `government`, `company`, `university`, `institute`, `association`, ...),
    `head` the head named in brackets behind it (`(이사장 정칠희)`) as spans of title and name.
    `cue` says what made it a name: `suffix`, `legal`, `bracket`, `place`, `university`, `known` (found elsewhere in the article).
    """

    span: Span
    name: str
    canonical: str
    kind: str = ""
    aliases: tuple[str, ...] = ()
    cue: str = ""
    head_title: Span | None = None
    head_name: Span | None = None

    @property
    def country(self) -> str | None:
        """ISO alpha-2 of the country that the name as written here tells (`퀘벡주`, `미국 국무부`), None where it tells none."""
        return origin_of_org(self.name, self.kind)
