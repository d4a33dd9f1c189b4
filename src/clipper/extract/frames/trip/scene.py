"""The article as the trip frame sees it: line by line with its mentions, its delegations, and where everybody is at home."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from clipper.data import rows
from clipper.extract.analysis import Analysis, within
from clipper.extract.frames.common_cues import is_caption, opens_background
from clipper.extract.frames.trip.clauses import clauses
from clipper.extract.frames.trip.crews import find_crews, may_name_crew
from clipper.extract.frames.trip.groups import FOREIGN, GroupMention, find_groups, may_name_group
from clipper.extract.mentions.dates import DateMention
from clipper.extract.mentions.orgs import OrgMention
from clipper.extract.mentions.people import PersonMention
from clipper.extract.mentions.people.names import STRONG, korean_name
from clipper.extract.mentions.people.titles import may_hold_rank
from clipper.extract.mentions.places import PlaceMention, may_be_places
from clipper.extract.spans import Sentence, Span

HOME = "KR"
HEAD_RANK = 84  # a vice minister's: guests of that rank and above are news where they come to
_SPOKEN = re.compile(r"[다요까죠라네것음]\W{0,2}$|[다요]\.\s|^.{44}")


@dataclass(frozen=True)
class Line:
    """One sentence with what is mentioned in it, looked for when it is asked for."""

    number: int
    sentence: Sentence
    analysis: Analysis = field(compare=False, repr=False)

    @cached_property
    def places(self) -> tuple[PlaceMention, ...]:
        """Its places."""
        return within(self.analysis.places, self.sentence.span)

    @cached_property
    def people(self) -> tuple[PersonMention, ...]:
        """Its people."""
        return within(self.analysis.people, self.sentence.span)

    @cached_property
    def orgs(self) -> tuple[OrgMention, ...]:
        """Its organisations."""
        return within(self.analysis.orgs, self.sentence.span)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Its dates."""
        return within(self.analysis.dates, self.sentence.span)

    @cached_property
    def groups(self) -> tuple[GroupMention, ...]:
        """Its delegations, and members of bodies where no delegation is named in their place."""
        if not (may_name_group(self.text) or may_name_crew(self.text)):  # most lines
            return ()
        named = find_groups(self.sentence, self.places, self.orgs)
        crews = find_crews(self.sentence, self.places, self.orgs)
        apart = (crew for crew in crews if not any(crew.span.overlaps(one.span) for one in named))
        return tuple(sorted((*named, *apart), key=lambda group: group.span))

    def may_name_place(self, behind: re.Pattern[str] | None = None) -> bool:
        """Whether it may name a place, and `behind` may stand there: a look before the whole article is read for places."""
        ends = (name.end for name in may_be_places(self.sentence, self.analysis.sentences))
        return any(behind is None or behind.match(self.text, end) for end in ends)

    @property
    def text(self) -> str:
        """The sentence."""
        return self.sentence.text

    def offset(self, span: Span) -> int:
        """Where a span starts in the sentence."""
        return span.start - self.sentence.start

    def behind(self, span: Span, size: int = 30) -> str:
        """The text right behind a span."""
        end = span.end - self.sentence.start
        return self.text[end : end + size]

    def before(self, span: Span, size: int = 30) -> str:
        """The text right before a span."""
        start = span.start - self.sentence.start
        return self.text[max(0, start - size) : start]

    def between(self, first: Span, second: Span) -> str:
        """The text between two spans of the sentence."""
        return self.text[first.end - self.sentence.start : max(0, second.start - self.sentence.start)]

    def spoken(self, offset: int) -> bool:
        """Whether an offset of the paragraph lies in what somebody says; a name in quotes is not spoken."""
        return any(start <= offset < end for start, end in self._speech)

    @cached_property
    def plain(self) -> str:
        """The sentence with blanks for what is spoken in it, so that offsets stay."""
        text, start = self.text, self.sentence.start
        for first, last in self._speech:
            low, high = max(0, first - start), min(len(text), last - start)
            text = text[:low] + " " * (high - low) + text[high:]
        return text

    @cached_property
    def _speech(self) -> tuple[tuple[int, int], ...]:
        start = self.sentence.start
        return tuple(q for q in self.sentence.quotes if _SPOKEN.search(self.text[max(0, q[0] - start) : q[1] - start]))

    @cached_property
    def background(self) -> bool:
        """Whether the sentence opens as background (`한편`, `앞서`)."""
        return opens_background(self.text)

    @cached_property
    def caption(self) -> bool:
        """Whether it describes a picture."""
        return is_caption(self.text)


@dataclass(frozen=True)
class Scene:
    """All lines, and who is at home where."""

    analysis: Analysis
    lines: tuple[Line, ...]

    @cached_property
    def homes(self) -> Mapping[int, str]:
        """Countries (ISO alpha-2) by the number of the person."""
        told, weak = self._homes
        return {**weak, **told}

    @cached_property
    def _homes(self) -> tuple[Mapping[int, str], Mapping[int, str]]:
        return _homes(self.analysis)

    def is_told(self, person: PersonMention) -> bool:
        """Whether the article says where somebody is at home, by a place, a body or a title."""
        return person.person in self._homes[0]

    @cached_property
    def names_heads(self) -> bool:
        """Whether any title of `HEAD_RANK` or above may stand in the article."""
        return any(may_hold_rank(line.text, HEAD_RANK) for line in self.lines)

    def text(self, span: Span) -> str:
        """What the article says at a span."""
        return self.analysis.text(span)

    def home_of(self, who: PersonMention | OrgMention | GroupMention) -> str:
        """The country that a traveller is at home in; South Korea where nothing tells otherwise."""
        if isinstance(who, PersonMention):
            return self.homes.get(who.person, HOME)
        if isinstance(who, GroupMention):
            return who.country or (self._lies_in(who.owner_span) if who.owner_span else None) or _by_name(who.owner) or HOME
        return self.told_home(who) or HOME

    def told_home(self, org: OrgMention) -> str | None:
        """The country of a body as the article tells it."""
        return self._lies_in(org.span) or org.country or _of_larger(self.analysis, org.span)

    def _lies_in(self, span: Span) -> str | None:
        """The country of the place in a body's name."""
        inside = next((p.country for p in within(self.analysis.places, span) if p.country and p.cue != "pair"), None)
        return inside or place_before(self.analysis, span)


def scene(analysis: Analysis) -> Scene:
    """Lay an analysis out line by line: a sentence each, or a clause where two people act in one sentence."""
    parts = (part for one in analysis.sentences for part in clauses(one, analysis))
    return Scene(analysis, tuple(Line(number, one, analysis) for number, one in enumerate(parts)))


def _homes(analysis: Analysis) -> tuple[dict[int, str], dict[int, str]]:
    """Where people are at home: by the place in their body's name or title, and, weakly, by the form of their name."""
    homes: dict[int, str] = {}
    weak: dict[int, str] = {}
    for person in sorted(analysis.people, key=lambda p: (p.organization_span is None, p.span)):
        region = Span(person.span.paragraph, max(0, person.span.start - 1), person.span.end)
        inside = [p for p in within(analysis.places, region) if p.cue != "pair"]
        posted = next((p.country for p in inside if p.cue == "embassy"), None)
        told = posted or next((p.country for p in reversed(inside) if p.country), None)
        told = told or (place_before(analysis, person.span) if person.name else None) or _by_org(analysis, person)
        told = told or _by_title(person) or _by_name(person.organization)
        if told not in {None, "KP"} and posted is None and _ours_abroad(person):
            told = HOME
        if told:
            homes.setdefault(person.person, told)
        elif person.name and not person.surname and not korean_name(person.name):
            weak.setdefault(person.person, FOREIGN)
        elif person.name:
            weak.setdefault(person.person, HOME)
    return homes, weak


def _ours_abroad(person: PersonMention) -> bool:
    """`한지훈 전 알제리 대사`: our own ambassador, by his name; those to us are told as such (`주한 알제리 대사`)."""
    return (person.title or "").endswith(("대사", "총영사")) and korean_name(person.name or "") == STRONG


def place_before(analysis: Analysis, span: Span) -> str | None:
    """The country of the place right before a naming (`미국 도널드 트럼프 대통령`, `중국 절강성 태주시`)."""
    text = analysis.article.paragraphs[span.paragraph]
    at = bisect_left(analysis.places, span, key=lambda p: p.span) - 1
    if at < 0:
        return None
    place = analysis.places[at]
    close = place.span.paragraph == span.paragraph and text[place.span.end : span.start] in {" ", "의 "}
    return place.country if close else None


# `일본 가람당 대외위원회`: the larger body stands between country and body.
_LARGER = re.compile(r" [가-힣]{1,8}(?:당|정부|의회|국회|상원|하원|대학|대학교|그룹)(?: 소속)? ")


def _of_larger(analysis: Analysis, span: Span) -> str | None:
    text = analysis.article.paragraphs[span.paragraph]
    at = bisect_left(analysis.places, span, key=lambda p: p.span) - 1
    if at < 0 or analysis.places[at].span.paragraph != span.paragraph or analysis.places[at].cue in {"pair", "visit"}:
        return None
    return analysis.places[at].country if _LARGER.fullmatch(text[analysis.places[at].span.end : span.start]) else None


def _by_org(analysis: Analysis, person: PersonMention) -> str | None:
    if not person.organization_span:
        return None
    return next((o.country for o in analysis.orgs if o.span.overlaps(person.organization_span) and o.country), None)


def _by_title(person: PersonMention) -> str | None:
    title = (person.title or "").split()[-1:]
    return _by_name(title[0]) if title else None


def _by_name(name: str | None) -> str | None:
    """The country of an office or body that only one country has (`국무위원장`, `국무부`)."""
    return next((row["country"] for row in rows("trip_offices") if name and name.endswith(row["title"])), None)
