"""One person through an article: `이장우 대전시장 … 이 시장은 … 이장우`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from clipper.data import words as column
from clipper.extract.mentions.people.lone import Lone
from clipper.extract.mentions.people.mention import PersonMention
from clipper.extract.mentions.people.names import korean_name, surnames
from clipper.extract.mentions.people.titles import head, may_be_ordinary


@dataclass(slots=True)
class _Known:
    """Somebody named so far."""

    name: str
    number: int
    heads: set[str]
    mention: PersonMention


def identified(mentions: Sequence[PersonMention], heads: Lone) -> tuple[PersonMention, ...]:
    """The mentions with `person` set, and `name` where a later mention has only a surname or a part of the name; who is
    never named in full is known by surname and body (`heads`)."""
    people = _people(mentions)
    found: list[PersonMention] = []
    offices: dict[tuple[str, str], int] = {}
    number = len(people)
    for mention in mentions:
        owner = _owner(mention, people)
        if owner:
            found.append(replace(mention, name=owner.name, person=owner.number,
                                 organization=mention.organization or owner.mention.organization))
            continue
        if headed := heads.named(mention):
            mention = headed
        elif mention.surname and (surnames().get(mention.surname) != "common" or may_be_ordinary(mention.title)):
            # `이 시장은`: nobody of that name was named, so that it may as well be this market.
            continue
        key = (mention.surname or mention.organization or "", mention.title or "")
        if key not in offices:
            offices[key] = number
            number += 1
        found.append(replace(mention, person=offices[key]))
    return tuple(found)


def _people(mentions: Sequence[PersonMention]) -> list[_Known]:
    """Everybody with a full name; a part of a longer name is the same person (`스미스` of `다니엘 스미스`)."""
    people: list[_Known] = []
    names = sorted({m.name for m in mentions if m.name}, key=lambda name: -len(name))
    number: dict[str, str] = {}
    for name in names:
        joined = name.replace(" ", "")
        longer = (full for full in number if name in full.split() or joined == full.replace(" ", ""))
        number[name] = next(longer, name)
    for name in names:
        number[name] = next((one for one in names if _glued(name, one)), number[name])
    for mention in mentions:
        if not mention.name:
            continue
        whole = number[mention.name]
        same = next((p for p in people if p.name == whole), None)
        if same is None:
            same = _Known(whole, len(people), set(), mention)
            people.append(same)
        if mention.title:
            same.heads.add(head(mention.title))
        if mention.organization and not same.mention.organization:
            same.mention = mention
    return people


def _glued(name: str, known: str) -> bool:
    """`꼽혀샘 올슨`: a name of several words run together with the word before it, where the article has it apart too."""
    return len(name) > len(known) and " " in known and name.endswith(known)


def _owner(mention: PersonMention, people: Sequence[_Known]) -> _Known | None:
    if mention.name:
        wanted = mention.name.replace(" ", "")
        return next(
            (p for p in people if p.name.replace(" ", "") == wanted or mention.name in p.name.split() or _glued(mention.name, p.name)),
            None,
        )
    if not mention.surname:
        return _holder(mention, people)
    same = [p for p in people if _surnamed(p.name, mention.surname)]
    before = [p for p in same if p.mention.span < mention.span]
    kin = [p for p in same if mention.title and any(_alike(head(mention.title), one) for one in p.heads)]
    near = [p for p in kin if p in before] or kin
    if near:
        return near[-1]
    return before[0] if len(same) == 1 and before else None


def _surnamed(name: str, surname: str) -> bool:
    """Whether a surname is that of a name: in front, but behind in Western order (`제임스 황`)."""
    if name.startswith(surname) and (korean_name(name) or _chinese(name)):
        return True
    return " " in name and name.split()[-1] == surname


def _alike(short: str, title: str) -> bool:
    """Whether a title is the other, or its last word: `총리` of `국무총리`, `장관` of `외교장관`; no deputy is the head."""
    field = title.removesuffix(short)
    return field != title and (not field or field in _OF_STATE or field in column("portfolios", "word"))


_OF_STATE = frozenset({"국무", "도", "주", "국가"})


def _chinese(name: str) -> bool:
    """Whether a name is written as Chinese ones are, surname first (`가오후청`)."""
    return len(name) <= _LONGEST_CHINESE and " " not in name and name[0] in column("surnames_chinese", "surname")


_LONGEST_CHINESE = 4


def _holder(mention: PersonMention, people: Sequence[_Known]) -> _Known | None:
    """Who holds an office that is named without its holder (`대전시장은`), if the article says so."""
    title = head(mention.title or "")
    body = mention.organization
    return next((p for p in people if body and p.mention.organization == body and title in p.heads), None)
