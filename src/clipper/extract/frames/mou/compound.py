"""Names of several words that no single mention covers: an office of a college, a village by the word for it."""

from __future__ import annotations

import re

from clipper.data import words as vocabulary
from clipper.extract.frames.mou.arguments import Item
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.lexicon import no_colleges, no_names
from clipper.extract.frames.mou.party import Party, party_of
from clipper.extract.mentions.orgs.aliases import key
from clipper.extract.mentions.orgs.names import bare_name, head_of, is_descriptor, raw, reach
from clipper.extract.mentions.orgs.words import Word
from clipper.extract.spans import Span

_SHORT, _LONGEST = 2, 5
_OFFICES = ("institute", "association")


def of_university(row: tuple[Word, ...], item: Item, named: Party | None = None) -> Party | None:
    """`나루대학교 지능형 무인기 연구센터`: what a head with words before it names belongs to the university that opens the item."""
    first = item.first + (row[item.first].core in vocabulary("countries_short", "word") and item.first < item.last)
    opens, end = row[first], head_of(row[item.last].core)
    span = Span(opens.span.paragraph, opens.span.start, row[item.last].name_span.end)
    head = head_of(opens.core)
    if head is None or head.kind != "university" or head.text == opens.core or is_descriptor(opens.core):
        return None
    if named.spans[0].start <= opens.span.start if named else end is None or end.kind not in _OFFICES or first == item.last:
        return None
    words = row[first : item.last]
    if len(words) > _LONGEST or not all(w.bare and not w.brackets for w in words) or any(w.before for w in words[1:]):
        return None
    name = bare_name(" ".join((*map(raw, words), row[item.last].core)))
    return Party(key(name), name, (span,), "position", 0.9, named.kind if named else "institute")


# `관광학과는`, `조리제빵과와`, `의대와`; but `교육원과는` is of an institute.
_DEPARTMENT = re.compile(
    r"[가-힣·]{2,}(?:(?<!대)학과|학부)(?:와|는|가|도)?|[가-힣·]{3,}과(?:와|가)"
    r"|(?:한의|수의|간호|[의치약공])대(?:와|는|가|도)?"
)


def department(context: Context, row: tuple[Word, ...], item: Item) -> Party | None:
    """`나루대 관광학과와`: the university whose department signs for it."""
    last, before = row[item.last], row[item.last - 1] if item.last > item.first else None
    if before is None or not before.bare or not _DEPARTMENT.fullmatch(last.core + last.particle):
        return None
    mention = context.org_at(before)
    if mention is not None and mention.kind == "university":
        return Party(key(mention.canonical), mention.canonical, (mention.span,), "office", 0.9, mention.kind)
    unknown = mention is None and before.core.endswith("대") and len(before.core) > _SHORT and not before.core.endswith(no_colleges())
    return party_of(context, before.core, before.name_span, "office", 0.9, "university") if unknown else None


_MINISTRY = re.compile(r"[가-힣]{2,6}[부처청성]")


def of_ministries(context: Context, row: tuple[Word, ...], item: Item) -> tuple[Party, ...]:
    """`케냐 자원부·산림부와`: ministries of one country, joined by a dot."""
    last, before = row[item.last], row[item.last - 1] if item.last > item.first else None
    parts = last.core.split("·")
    if before is None or not before.bare or before.core not in vocabulary("countries_short", "word") or len(parts) < 2:
        return ()
    if not all(map(_MINISTRY.fullmatch, parts)):
        return ()
    at, found = last.span.start, []
    for part in parts:
        name, span = f"{before.core} {part}", Span(last.span.paragraph, at, at + len(part))
        found.append(Party(key(name), name, (before.name_span, span), "ministry", 0.9, "government"))
        at += len(part) + 1
    return tuple(found)


def of_village(context: Context, row: tuple[Word, ...], item: Item) -> Party | None:
    """`가람면 두솔리 마을과`: the word alone is a name behind its village."""
    last, first = row[item.last], reach(row, item.last, item.first)
    before = row[item.last - 1].core
    if first == item.last or not before.endswith("리") or before in no_names():
        return None
    span = Span(last.span.paragraph, row[first].span.start, last.name_span.end)
    return party_of(context, " ".join((*map(raw, row[first : item.last]), last.core)), span, "position", 0.9)
