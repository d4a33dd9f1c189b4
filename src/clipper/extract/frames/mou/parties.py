"""Parties: the items of an agreement's arguments that are organisations, by the fullest name the article gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from clipper.extract.frames.mou.acting import (
    before_title,
    by_office,
    employer,
    employer_of_one,
    headed,
    person_at,
    resolve_short,
)
from clipper.extract.frames.mou.arguments import Argument, Item
from clipper.extract.frames.mou.binding import binding
from clipper.extract.frames.mou.compound import department, of_ministries, of_university
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.joined import (
    DELEGATIONS,
    before_kinds,
    opening_names,
    pieces_of,
    sender,
    without_opening,
)
from clipper.extract.frames.mou.lexicon import actions, bodies, no_agent, no_counterpart
from clipper.extract.frames.mou.listed import faces_paper, is_joined, is_whole, only_counted
from clipper.extract.frames.mou.named import guessed_body, inside_title, named_body
from clipper.extract.frames.mou.party import Party
from clipper.extract.frames.mou.topics import by_rank, topic_before
from clipper.extract.mentions.orgs.aliases import key
from clipper.extract.mentions.orgs.names import is_generic, is_title, reach
from clipper.extract.mentions.orgs.words import Word
from clipper.extract.mentions.people import PersonMention


def parties_of(context: Context, row: tuple[Word, ...], arguments: Iterable[Argument]) -> tuple[Party, ...]:
    """The parties that the arguments of a clause name, in order, without repeats."""
    found: dict[str, Party] = {}
    for argument in binding(context, row, arguments):
        for party in _of_list(context, row, argument):
            found.setdefault(party.key, party)
    return tuple(p for p in found.values() if not _looks_on(p, found))


def _looks_on(party: Party, found: Mapping[str, Party]) -> bool:
    """`가람군수, 가람군의회 의장, 나루군수, …가 참석한 가운데`: who heads a council sits by at what its town signs."""
    enough = party.person and party.name.endswith("의회") and len(found) > _PAIR
    return enough and any(party.key.startswith(k) and k != party.key for k in found)


_PAIR = 2
_MANY = 3  # sure ones: what else stands in the list is a name, though it ends as ordinary words do


def _of_list(context: Context, row: tuple[Word, ...], argument: Argument) -> Iterator[Party]:
    """The parties of one list: beside a sure one, an unknown name is one too."""
    argument = replace(argument, items=tuple(_without_heads(row, item) for item in argument.items))
    found = [list(_of_item(context, row, item, argument)) for item in argument.items]
    whole = argument.position == "with" and is_whole(row, argument)
    sure = whole or any(p.sure >= 0.8 for parties in found for p in parties) or (
        argument.position == "between" and len(argument.items) > 1
    )
    facing = faces_paper(row, argument)
    many = argument.position == "with" and sum(any(p.sure >= 0.8 for p in parties) for parties in found) >= _MANY
    for item, parties in zip(argument.items, found, strict=True):
        if parties:
            yield from parties
        elif (sure or facing) and _stands_there(row, argument, item):
            core = row[item.last].core
            any_name = sure and (facing or (many and not actions().fullmatch(core))) and not bodies().fullmatch(core)
            odd = no_counterpart() if any_name else None
            guess = guessed_body(context, row, item, no_agent() if whole or row[item.last].brackets else odd)
            if guess:
                yield guess


def _stands_there(row: tuple[Word, ...], argument: Argument, item: Item) -> bool:
    """Whether an item stands where sides are named: no count, and in a subject joined to another."""
    return not only_counted(row, item) and (argument.position in ("with", "between") or is_joined(row, argument, item))


_HEADS_OF_TOWNS = re.compile(r"시장[·ㆍ]?군수들?|시장·군수·구청장|시장·구청장|군수들|시장들")


def _without_heads(row: tuple[Word, ...], item: Item) -> Item:
    """`여수, 화순, 완도 시장군수가`: the towns whose heads share a title."""
    if item.last > item.first and _HEADS_OF_TOWNS.fullmatch(row[item.last].core):
        return Item(item.first, item.last - 1)
    return item


def _of_item(context: Context, row: tuple[Word, ...], item: Item, argument: Argument) -> Iterator[Party]:
    last = row[item.last]
    if inside_title(context, last):
        return
    if item.first and row[item.first - 1].role == "of" and context.org_at(last) is None:
        return  # `지역사회의 발전과`: part of what the agreement is for
    if only_counted(row, item):
        return
    if listed := _of_titles(context, row, item):
        yield from listed
        return
    if shared := of_ministries(context, row, item) or _shared_university(context, row, item):
        yield from shared
        return
    if branch := _branch(context, last) or department(context, row, item):
        yield branch
        return
    person = person_at(context, last, row[item.first])
    if person or (is_title(last.core) and item.last > item.first):
        found = _of_person(context, row, item, person)
        yield from (found,) if found else ()
        return
    pieces = pieces_of(context, last, row[item.last + 1].core if item.last + 1 < len(row) else "") or before_kinds(context, row, item)
    if pieces:
        yield from pieces
    elif last.core.endswith(DELEGATIONS) and context.org_at(last) is None:
        yield from (_university(context, row, item) or tuple(sender(context, row, item)) or _of_leader(context, row, item))
    else:
        opening = opening_names(context, row, item)
        yield from opening
        found = (
            (_short(context, row, item) if reach(row, item.last, item.first) == item.last else None)
            or headed(context, last)
            or without_opening(named_body(context, row, item, argument), opening)
        )
        yield from (found,) if found else ()


def _short(context: Context, row: tuple[Word, ...], item: Item) -> Party | None:
    """`재단은`; but `나루대 LINC 3.0 사업단과` is one of that college."""
    short = resolve_short(context, row[item.last])
    return (of_university(row, item) or short) if short and item.first < item.last else short


def _branch(context: Context, last: Word) -> Party | None:
    """`나루공단 가람지사`: a branch that ends as a governor's title does."""
    mention = context.org_at(last) if last.core.endswith("지사") else None
    if mention is None or " " not in mention.name:
        return None
    return Party(key(mention.canonical), mention.canonical, (mention.span,), "suffix", 1.0, mention.kind)


def _shared_university(context: Context, row: tuple[Word, ...], item: Item) -> tuple[Party, ...]:
    """`나루대 산학협력단·창업지원단`: the university whose offices are joined."""
    before = row[item.last - 1] if item.last > item.first and "·" in row[item.last].core else None
    mention = context.org_at(before) if before is not None and before.bare else None
    if mention is None or mention.kind != "university":
        return ()
    return (Party(key(mention.canonical), mention.canonical, (mention.span,), "office", 0.9, mention.kind),)


def _of_titles(context: Context, row: tuple[Word, ...], item: Item) -> tuple[Party, ...]:
    """`가람대·나루대·다솜대 총장과`: the bodies whose heads share a title."""
    before = row[item.last - 1] if item.last > item.first else None
    if before is None or not before.bare or not is_title(row[item.last].core) or not any(mark in before.core for mark in "·ㆍ‧"):
        return ()
    return pieces_of(context, before, "등")


def _of_leader(context: Context, row: tuple[Word, ...], item: Item) -> tuple[Party, ...]:
    """`김하나 총장 일행은`: the body of who leads them."""
    if item.last == item.first or not is_title(row[item.last - 1].core):
        return ()
    led = Item(item.first, item.last - 1)
    found = _of_person(context, row, led, person_at(context, row[led.last], row[led.first]))
    return (found,) if found else ()


def _university(context: Context, row: tuple[Word, ...], item: Item) -> tuple[Party, ...]:
    """`나루대학교(총장 김하나) 국제협력단`: an office of the university named before it."""
    if not row[item.last].core.endswith("협력단") or item.last == item.first:
        return ()
    mention = context.org_at(row[item.last - 1])
    if mention is None or mention.kind != "university":
        return ()
    return (Party(key(mention.canonical), mention.canonical, (mention.span,), "office", 0.9, mention.kind),)


_LOCAL_HEADS = ("읍장", "면장", "동장", "군수")


def _of_person(
    context: Context, row: tuple[Word, ...], item: Item, person: PersonMention | None
) -> Party | None:
    """The body for which a person acts; for a name that nobody knew for one, a body named before its title."""
    if person is None:
        return before_title(context, row, item)
    return (
        (headed(context, row[item.last]) if row[item.last].core.endswith(_LOCAL_HEADS) else None)
        or employer(context, person)
        or headed(context, row[item.last])
        or employer_of_one(context, person)
        or before_title(context, row, item)
        or by_office(context, person)
        or by_rank(context, row[item.last], person)
        or _by_topic(context, row[item.last], person)
    )


_HEADS = ("총장", "시장", "지사", "군수", "구청장", "교육감", "대표", "회장", "사장", "이사장", "원장", "청장", "장관")


def _by_topic(context: Context, last: Word, person: PersonMention) -> Party | None:
    """`한별대는 … . 김 총장은`: the head of the body that the sentences before are about."""
    if not person.name or not (person.title or "").endswith(_HEADS):
        return None
    sentence = next((s for s in context.analysis.sentences if s.span.covers(last.span)), None)
    return topic_before(context, sentence, frozenset()) if sentence else None


def completed(
    context: Context, row: tuple[Word, ...], arguments: tuple[Argument, ...], named: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The parties of a clause of which one or none is named for sure, with those that only their place makes parties."""
    if any(a.position == "between" and (named or len(a.items) > 1) for a in arguments if not _is_inside(row, a)):
        return named
    if len(named) > 1:
        return (*_unknown_subject(context, row, arguments, named), *named)
    other = named or counterpart_of(context, row, arguments)
    if not other:
        return _two_unknown(context, row, arguments)
    subject = _clause_subject(context, row, arguments, other[0])
    if subject:
        return (*subject, *other)
    if not named or other[0].sure < 0.8:
        return named
    return (*named, *(p for p in counterpart_of(context, row, arguments) if p.key != named[0].key))


def _two_unknown(context: Context, row: tuple[Word, ...], arguments: tuple[Argument, ...]) -> tuple[Party, ...]:
    """`온새랩과 두레온이 업무협약을`: the two whom 와/과 joins as the subject, where both may be names."""
    subject = next((a for a in reversed(arguments) if a.position == "subject"), None)
    if subject is None or len(subject.items) != _PAIR or row[subject.items[0].last].role != "with":
        return ()
    found = [guessed_body(context, row, item) for item in subject.items]
    return tuple(p for p in found if p) if all(found) else ()


def _is_inside(row: tuple[Word, ...], argument: Argument) -> bool:
    """`나루대와 산학협력단 간 협력을 위한`: a lone word for offices, between which nobody is named."""
    last = row[argument.items[-1].last]
    return argument.position == "between" and len(argument.items) == 1 and is_generic(last.core)


def _unknown_subject(
    context: Context, row: tuple[Word, ...], arguments: tuple[Argument, ...], named: tuple[Party, ...]
) -> tuple[Party, ...]:
    """`온새가 …을 위해 A, B와 각각`: the one subject of a clause whose parties named all stand in one with-argument."""
    sides = [a for a in arguments if a.position in ("subject", "with")]
    if [a.position for a in sides] != ["subject", "with"] or len(sides[0].items) > 1:
        return ()
    own = sides[1]
    region = row[own.items[0].first].span.to(row[own.items[-1].last].span)
    if not all(any(region.overlaps(span) for span in p.spans) for p in named):
        return ()
    return tuple(p for p in _clause_subject(context, row, tuple(sides), named[0]) if p.key not in {n.key for n in named})


def _clause_subject(
    context: Context, row: tuple[Word, ...], arguments: tuple[Argument, ...], other: Party
) -> tuple[Party, ...]:
    """Beside a with-argument, the clause's last subject is the other side, known or not."""
    subjects = [a for a in arguments if a.position == "subject"]
    if not subjects or not any(a.position == "with" for a in arguments):
        return ()
    spans = [row[i.first].span.to(row[i.last].span) for a in subjects for i in a.items]
    if any(own.overlaps(span) for own in spans for span in other.spans):
        return ()
    found = [guessed_body(context, row, item, no_agent()) for item in subjects[-1].items]
    return tuple(p for p in found if p and p.key != other.key)


def counterpart_of(context: Context, row: tuple[Word, ...], arguments: tuple[Argument, ...]) -> tuple[Party, ...]:
    """The first name with 와/과, known or not, is the other side (`넥슨과 전략적 협업을 위한 협약`)."""
    for argument in arguments:
        if argument.position == "with":
            return tuple(p for item in argument.items if (p := guessed_body(context, row, item)))
    return ()
