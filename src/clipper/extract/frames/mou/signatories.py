"""Who signs, or sits at the signing for a party: by the clause itself, the list of those attending, or a caption."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clipper.extract.drafts import Filled
from clipper.extract.frames.mou.acting import is_place_name
from clipper.extract.frames.mou.attendees import Attendee, heads, is_name, listed, pictured
from clipper.extract.frames.mou.binding import binding
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.merge import Group
from clipper.extract.frames.mou.told import Told
from clipper.extract.mentions.orgs.names import head_of
from clipper.extract.mentions.people import PersonMention
from clipper.extract.spans import Sentence, Span
from clipper.records import Person

_ATTENDED = re.compile(r"참석|함께했|함께 했|자리했|자리를 함께|참여|서명(?=[했하한할을에,\s])")
_LISTED = re.compile(r"^[*※\s]*(?:업무협약\s|협약\s)?\(?(?:참석자?|서명자)\)?\s?[:)]")
_GUESTS = re.compile(r"국회의원|시의원|도의원|군의원|구의원|시의회|도의회|의원$|왕세녀|홍보대사")
_FORMER = re.compile(r"\s(?:전|前)\s[^,]{2,20}$")
_WITNESS = re.compile(r"임석|축하|배석|지켜보는")


def signatories_of(context: Context, group: Group) -> tuple[Filled[Person], ...]:
    """The signatories in order of mention."""
    found: dict[object, Filled[Person]] = {}
    for person, rule in _placed(context, group):
        key = person.person
        named = person.name and is_name(person.name) and not is_place_name(context, person)
        if named and key not in found and not _GUESTS.search(person.title or ""):
            value = Person(name=person.name, title=person.title, organization=person.organization)
            found[key] = Filled(value, (person.span,), rule)
    for one in _unmentioned(context, group, {f.value.name for f in found.values()}):
        found.setdefault(one.name, Filled(Person(name=one.name, title=one.title), (one.span,), "signatories:list"))
    return tuple(sorted(found.values(), key=lambda f: f.spans[0]))


def _unmentioned(context: Context, group: Group, known: set[str | None]) -> Iterator[Attendee]:
    """Members of a list of those attending whose posts no list of titles knows."""
    for sentence in _attendances(context, group):
        for region in _attendance(sentence):
            ceremony = _CEREMONY.match(sentence.text) or _LISTED.match(sentence.text)
            for one in (*listed(sentence, region), *(heads(sentence, region) if ceremony else ())):
                if one.name not in known and not _GUESTS.search(one.title):
                    yield one


def _placed(context: Context, group: Group) -> Iterator[tuple[PersonMention, str]]:
    for told in group.events:
        for person in _in_clause(context, told) if told.trigger.status != "proposed" else ():
            yield person, "signatories:clause"  # who only talks of it signs nothing
    for sentence in _attendances(context, group):
        for person in _attending(context, sentence):
            if _LEADERS.search(person.title or "") and not any(p.kind == "country" for p in group.parties):
                continue  # a firm that travelled with the president
            if not _FORMER.search(context.analysis.text(Span(sentence.paragraph, sentence.start, person.span.end))[-24:]):
                yield person, "signatories:attendance"
    if any(t.trigger.status == "signed" for t in group.events) and not group.background:
        yield from ((person, "signatories:picture") for person in pictured(context, group.keys))


_CEREMONY = re.compile(
    r"^(?:[○□ㅇ▲]\s?)?(?:또\s|또한\s)?(?:\S.{1,30}에서\s(?:열린|진행된|개최된)\s)?"
    r"(?:이날|협약식|체결식|행사|이 자리|서명식|이번 협약식|이날 협약|업무협약식|협약)"
)


# `A 사장과 B 사장이 서명했다.`
_JUST_SIGN = re.compile(r"[이가]\s(?:함께\s|각각\s|직접\s)?서명했다\.$")
_CONFERENCE = re.compile(r"^\S{0,12}(?:회의|회담|포럼|총회|대회)에는\s")


def _attendances(context: Context, group: Group) -> Iterator[Sentence]:
    """The sentences that may list who sat at the signing: of the agreement itself, or of the day's event right behind it."""
    for told in (*group.references, *group.events):
        if not told.quoted and not told.background:
            yield told.sentence
    if not group.background:
        for told in group.events[:2]:
            for sentence in context.sentences_from(told.sentence.index + 1, 6):
                if told.trigger.type == "joint_declaration" and _CONFERENCE.match(sentence.text):
                    yield sentence  # whoever sits there declares it
                elif _JUST_SIGN.search(sentence.text) or _CEREMONY.match(sentence.text) or _LISTED.match(sentence.text):
                    yield sentence


def _in_clause(context: Context, told: Told) -> Iterator[PersonMention]:
    bound = binding(context, told.row, told.arguments) if len(told.parties) > 1 else told.arguments
    for person in context.people_in(told.before):
        if len(told.parties) > 1 and _LEADERS.search(person.title or "") and not any(p.kind == "country" for p in told.parties):
            continue
        if _in_bracket(told, person.name_span or person.span) or told.sentence.quoted(person.span.start):
            continue
        if any(_item_covers(told, i.first, i.last, person.span) for a in bound for i in a.items) or _is_met(told, person):
            yield person


def _is_met(told: Told, person: PersonMention) -> bool:
    """`나루대학을 방문해 김하나 총장을 만나 협약을 맺었다`: whom they met signs for the one visited."""
    behind = told.sentence.text[person.span.end - told.sentence.start :]
    return re.match(r"(?:\([^()]*\))?(?:\s?[가-힣]{0,6}장)?[을를과와]\s만나", behind) is not None


# Between two ministries, a president who agreed on more before is none that signs.
_LEADERS = re.compile(r"^(?:대통령|총리|국가주석|주석|국왕|왕세자)$")


def _in_bracket(told: Told, span: Span) -> bool:
    return any(b.covers(span) for word in told.row for b in word.brackets)


def _item_covers(told: Told, first: int, last: int, span: Span) -> bool:
    region = told.row[first].span.to(told.row[last].span)
    return region.covers(span) or region.overlaps(span)


def _attending(context: Context, sentence: Sentence) -> Iterator[PersonMention]:
    row = context.row(sentence)
    for person in (p for region in _attendance(sentence) for p in context.people_in(region)):
        named = person.name_span or person.span  # `한지우 온새(OS)랩 대표`: the firm's bracket says nothing of the name
        bracketed = any(b.overlaps(named) and not head_of(word.core) for word in row for b in word.brackets)
        if not bracketed and not sentence.quoted(person.span.start):
            yield person


def _attendance(sentence: Sentence) -> Iterator[Span]:
    """The regions of a sentence that list those attending, if it does: to the first verb, and for each side that follows with its own."""
    noted = _LISTED.search(sentence.text)
    hit = _ATTENDED.search(sentence.text, noted.end() if noted else 0)
    if not (hit or noted) or _WITNESS.search(sentence.text):
        return
    talks = _TALKS.search(sentence.text, 0, hit.start()) if hit else None
    start = sentence.start + (talks.end() if talks else 0)
    yield Span(sentence.paragraph, start, sentence.start + hit.start() if hit else sentence.end)
    if hit and (side := _OTHER_SIDE.search(sentence.text, hit.end())):
        again = _ATTENDED.search(sentence.text, side.end())
        yield Span(sentence.paragraph, sentence.start + side.end(), sentence.start + again.start() if again else sentence.end)


# `A와 B의 정상회담이 끝난 뒤 서명식을`: who met has not signed
_TALKS = re.compile(r".*정상\s?회담")
# `…이 참석했으며, 중앙회에서는 …이 참석했다`
_OTHER_SIDE = re.compile(r"[가-힣]{2,}(?:에서는|에선|측은)\s")
