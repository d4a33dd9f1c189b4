"""Members who travel for a body, without a name of their own (`충남대 학생들은`, `시의회 의원 9명이`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from clipper.data import rows
from clipper.extract.frames.trip.groups import COUNTRIES, FOREIGN, GroupMention
from clipper.extract.frames.trip.lexicon import ends
from clipper.extract.mentions.orgs import OrgMention
from clipper.extract.mentions.places import PlaceMention
from clipper.extract.spans import Sentence, Span
from clipper.extract.tokens import readings

# What may stand between a body and its members (`소속`, `재학 중인`, `의`).
_OF_BODY = re.compile(r"(?:의|\([^()]*\))?\s(?:(?:소속|재학 중인|출신|관내|지역|재학생|일부|및 관계|관계|소속의|여야)\s){0,2}")
_BODY_WORD = re.compile(r"(?P<word>[가-힣A-Z]{2,14})(?:의|\([^()]*\))?\s(?:(?:소속|관내|지역|일부|관계)\s)?$")


# `성주군 농촌지도자회 회원 22명`: a society behind its town.
_SOCIETY = re.compile(r"(?P<place>[가-힣]{2,6})\s(?P<word>[가-힣]{3,10}(?:회|연맹|조합|모임))\s(?:소속\s)?$")


@cache
def _nouns() -> re.Pattern[str]:
    return re.compile("|".join(row["noun"] for row in rows("trip_members")))


@cache
def _members() -> re.Pattern[str]:
    """`학생들`, `의원 9명`, `교수진 8명`: a noun for members, several of them."""
    table = sorted(rows("trip_members"), key=lambda row: -len(row["noun"]))
    several, company = ("|".join(row["noun"] for row in table if row["plural"] == kind) for kind in ("yes", "no"))
    count = r"(?:\s?(?:등\s?)?\d+여?\s?명|\s일행|\s전원)"
    many = rf"[가-힣·]{{0,6}}?(?:{several})(?:들(?:\s?\d+여?\s?명)?|{count})"
    return re.compile(rf"(?<![가-힣])(?:{many}|[가-힣]{{0,6}}?(?:{company}){count}?)")


def may_name_crew(text: str) -> bool:
    """Whether a text has a word for members, whosever they are."""
    # A noun alone is looked for far more quickly than with the letters before it.
    return bool(_nouns().search(text) and _members().search(text))


def find_crews(sentence: Sentence, places: Sequence[PlaceMention], orgs: Sequence[OrgMention]) -> Iterator[GroupMention]:
    """The members named in a sentence, of bodies that are named too, in order."""
    for found in _members().finditer(sentence.text):
        tail = re.match(r"[가-힣]*", sentence.text[found.end() :])
        behind = tail[0] if tail else ""
        reading = next((r for r in readings("명" + behind) if r.stem == "명"), None) or next(
            (r for r in readings("들" + behind) if r.stem == "들"), None
        )
        if behind and reading is None:
            continue
        counted = COUNTRIES.search(sentence.text[: found.start()])
        owner = None if counted else _member_owner(sentence, found.start(), places, orgs)
        if owner is None and counted is None:
            owner = _its_own(sentence, found.start(), found.end(), places)
        if owner is None and counted is None:
            continue
        yield GroupMention(
            span=sentence.at(found.start(), found.end()),
            name=found[0],
            owner=owner[0] if owner else None,
            owner_span=owner[1] if owner else None,
            country=FOREIGN if counted else owner[2] if owner else None,
            particle=reading.particle if reading else "",
            role=reading.role if reading else "",
            crew=True,
        )


def _member_owner(
    sentence: Sentence, start: int, places: Sequence[PlaceMention], orgs: Sequence[OrgMention]
) -> tuple[str, Span, str | None] | None:
    """The body whose members they are: an organisation or a local government right before, or a word that begins with a
    place and goes on as the names of bodies do (`충남대`, `춘천농협`)."""
    for org in orgs:
        if _right_before(sentence, org.span, start) and not org.name.startswith("및 "):
            inside = next((p.country for p in places if p.span.overlaps(org.span) and p.country), None)
            return org.name, org.span, inside or _country_before(sentence, org.span.start, places) or org.country
    found = _BODY_WORD.search(sentence.text[:start])
    if found is not None:
        topic = len(_TOPIC_OF_COUNCIL.findall(found["word"]))  # `나주시의회는 의원 8명이`
        span = sentence.at(found.start("word"), found.end("word") - topic)
        place = next((p for p in places if p.span.paragraph == span.paragraph and p.span.start == span.start), None)
        if place is not None and place.within == "org" and place.span.end < span.end:
            return sentence.cut(span), span, place.country
        abroad = _country_before(sentence, span.start, places)
        if abroad and found["word"].endswith((*ends("member_bodies"), "부", "청", "처", "위원회")):
            return found["word"], span, abroad
    society = _SOCIETY.search(sentence.text[:start])
    if society is not None:
        at = sentence.at(society.start("place"), society.end("word"))
        first = next((p for p in places if p.span.paragraph == at.paragraph and p.span.start == at.start and p.is_korean), None)
        if first is not None and first.span.end <= sentence.start + society.end("place"):
            return sentence.cut(at), at, first.country
    owner = next((p for p in places if p.level in {"country", "region", "city"} and _right_before(sentence, p.span, start)), None)
    if owner is None or (owner.level == "country" and owner.is_korean):
        return None
    return owner.name, owner.span, owner.country


_TOPIC_OF_COUNCIL = re.compile(r"(?<=의회)는$")


def _its_own(sentence: Sentence, start: int, end: int, places: Sequence[PlaceMention]) -> tuple[str, Span, str | None] | None:
    """`경남도립국악단`: a company of artists whose name begins with its place is a body itself; `나주시의원 8명` are of their town."""
    span = sentence.at(start, end)
    place = next((p for p in places if p.span.paragraph == span.paragraph and p.span.start == span.start), None)
    if place is not None and place.is_korean and sentence.text.startswith("의원", place.span.end - sentence.start):
        return place.name, place.span, place.country
    if place is None or not place.country or not sentence.text[:end].endswith(ends("artists")):
        return None
    return sentence.cut(span), span, place.country


def _right_before(sentence: Sentence, span: Span, start: int) -> bool:
    end = span.end - sentence.start
    return span.paragraph == sentence.paragraph and end < start and _OF_BODY.fullmatch(sentence.text[end:start]) is not None


def _country_before(sentence: Sentence, at: int, places: Sequence[PlaceMention]) -> str | None:
    """The country of a place that stands right before an offset of the paragraph, or before the larger body (`미국 하원`)."""
    for place in places:
        end = place.span.end - sentence.start
        if place.span.paragraph == sentence.paragraph and _WITHIN.fullmatch(sentence.text[max(0, end) : max(0, at - sentence.start)]):
            return place.country
    return None


_WITHIN = re.compile(r" (?:(?:연방 )?(?:상원|하원|의회|국회|정부|상하원) )?")
