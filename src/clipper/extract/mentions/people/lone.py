"""Surnames alone: `박 시장은` in an article that never has the full name, but tells of which city."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from clipper.data import rows
from clipper.extract.mentions.orgs import OrgMention
from clipper.extract.mentions.people.mention import PersonMention
from clipper.extract.mentions.people.titles import head, may_be_ordinary
from clipper.extract.spans import Sentence, Span

# Sentences that may say whose article it is.
_LEAD = 3
_SAYS = re.compile(r"(?:\([^()]*\))?(?:은|는|이|가|에\s(?:따르면|의하면)|\s?=)(?=[\s,가-힣])")
# `전 장관은`: a former minister; `문 도의장`: of a province; `이 시장은`: this market.
_QUALIFIERS = frozenset("전현부주도시군구총")
_THIS = "이"
_ACTS = frozenset({"topic", "subject"})


@dataclass(frozen=True, slots=True)
class Lone:
    """The bodies that an article opens with, by the titles of those who head them."""

    bodies: Mapping[str, OrgMention]

    def named(self, mention: PersonMention) -> PersonMention | None:
        """Somebody of whom only surname and title are told, as head of the body that the article is about."""
        surname, title = mention.surname, head(mention.title or "")
        body = self.bodies.get(title)
        if body is None or not surname or surname in _QUALIFIERS or not mention.title_span:
            return None
        if may_be_ordinary(title) and (surname == _THIS or mention.role not in _ACTS):
            return None
        at = Span(mention.span.paragraph, mention.span.start, mention.span.start + len(surname))
        said, where = mention.title or "", mention.title_span
        if where.start == at.start:  # `한장관은`
            said, where = said[len(surname) :], Span(where.paragraph, at.end, where.end)
        return replace(
            mention, name=surname, name_span=at, title=said, title_span=where, organization=body.name, organization_span=body.span,
        )  # fmt: skip


def lone(sentences: Sequence[Sentence], orgs: Sequence[OrgMention]) -> Lone:
    """Whom surnames can stand for: the heads of the one body of each kind that the first sentences are about."""
    lead = sentences[:_LEAD]
    told: dict[str, dict[str, OrgMention]] = {}
    for body in orgs:
        one = next((s for s in lead if s.span.covers(body.span)), None)
        if one is None or (body.country or "KR") != "KR":
            continue
        if _SAYS.match(one.text, body.span.end - one.start):
            for title, end in _heads():
                if body.name.endswith(end):
                    told.setdefault(title, {}).setdefault(body.canonical, body)
    return Lone({title: next(iter(bodies.values())) for title, bodies in told.items() if len(bodies) == 1})


@cache
def _heads() -> tuple[tuple[str, str], ...]:
    return tuple((row["title"], row["head"]) for row in rows("title_bodies") if row["head"])
