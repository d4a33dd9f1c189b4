"""Whom the travellers meet: hosts by 만나, 면담, 예방, 접견, 회담, and those across the table at a signing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from clipper.extract.frames.trip.groups import GroupMention
from clipper.extract.frames.trip.scene import HOME, Line, Scene
from clipper.extract.mentions.orgs import OrgMention
from clipper.extract.mentions.people import PersonMention

# What may stand between a name and its particle: those with them, a summing up (`등 시 관계자들`), who they are to be.
_TAIL = (
    r"^\)?(?:\([^()]*\))?(?:\s?(?:지명자|후보자?|당선[인자]|내정자))?(?:\s?일행|\s?측|\s?관계자들?|\s?내외|\s?부부"
    r"|\s?등(?:\s(?!\S*[을를과와]\s)[가-힣A-Za-z0-9·.]{1,12}){0,5}\s?[가-힣·]{0,12}?"
    r"|\s?(?:및|,|와|과)\s?\S{1,14}\s?(?:관계자들?|등)?|\s겸\s(?:\S{1,14}\s){0,3}?\S{2,12}?)?"
)
# `X를 만나`, `X를 예방`, `X 면담`
_OBJECT = re.compile(
    _TAIL + r"(?:을|를|도)?\s(?:직접\s|잇따라\s|차례로\s|각각\s|함께\s|따로\s|또\s|먼저\s|개별\s?|단독\s?|공식\s?|별도로\s|\S+에서\s)?"
    r"(?:만나|만났|만난|만날|면담|예방|접견|초청해 (?:간담|오찬|만찬))"
)
# `X와 … 면담`, `X와의 회담`
_WITH = re.compile(
    _TAIL + r"(?:과|와)(?:의|도|는)?\s(?P<way>[^.]{0,60}?)"
    r"(?:만나|만났|만난|만날|만남|면담|회담|회동|간담|좌담|환담|오찬|만찬|조찬|협의|논의|미팅|상담|대담|"
    r"대화를 (?:갖|가진|가질|나누|나눈|나눌|개최|열)|전략대화|"
    r"의견을 나누|의견을 나눈|의견을 나눌|의견을 교환|협약|양해각서|MOU|공동선언|체결|교류|서명|회견)"
)
# `X와 함께 … 방문할`: the host shows the way.
_JOINTLY = re.compile(_TAIL + r"(?:과|와)\s함께\s[^.,]{0,50}?(?:방문|둘러|관람|참관|시찰|찾)")
# `X 초청 만찬`, `X이 주최한 오찬에`, `X가 마련한 환영연에`: the travellers are guests.
_GUESTS = re.compile(
    r"^(?:\([^()]*\))?(?:\s?(?:부부|내외))?(?:[이가]\s(?:직접\s)?(?:주최|주재|마련|여는|연|베푼|베풀|개최)\S{0,3}|\s(?:주최|초청|주재))\s(?:\S{1,6}\s){0,2}?"
    r"\S{0,4}(?:만찬|오찬|조찬|연회|리셉션|환영연|환영식|환영행사|다과회|차담)"
)
# A body that an agreement is made with is its party, not somebody met.
_COUNTERPART = re.compile(r"(?:협약|양해각서|MOU|공동선언|체결|교류|서명|협의회|협력)$")
_FROM_AFAR = re.compile(r"전화|통화|화상|후속 (?:논의|협의|조치)")
_CLAUSE = re.compile(r"(?:[가-힣](?:하고|했고|하며|했으며|한 뒤|한 후|했다))[,\s]")
# `가람단지와 나루공장을 둘러보고 상담회를`: the body is one of what is seen.
_GOES_ON = re.compile(r"[가-힣](?:고|며|면서)\s|[을를]\s(?:방문|찾아|둘러)")
_TOGETHER = re.compile(r"(?:과|와|,|·)\s?(?:\S+\s){0,2}")
_LISTED = re.compile(r"(?:\([^()]*\))?(?:\s(?:지명자|후보자|당선인|당선자|내정자|후보|일행))?\s?(?:,|·|와|과|및|등|\s)\s?")


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody met: a mention, and where in the sentence."""

    who: PersonMention | OrgMention
    at: int


def meets(scene: Scene, line: Line, travellers: frozenset[int], home: str, bodies: frozenset[str]) -> tuple[Met, ...]:
    """Whom a line says the travellers meet; `travellers` are person numbers, `bodies` the senders' names."""
    return tuple(_meets(scene, line, travellers, home, bodies))


def _meets(
    scene: Scene, line: Line, travellers: frozenset[int], home: str, bodies: frozenset[str]
) -> Iterator[Met]:
    chosen = [
        p for p in line.people
        if p.person not in travellers and not line.spoken(p.span.start) and _other_side(scene, p, home)
        and not (home == "" and p.organization in bodies)
    ]
    hosts = _hosts(scene, line, home, bodies)
    everyone: list[PersonMention | OrgMention] = sorted([*chosen, *hosts], key=lambda w: w.span)
    taken: set[int] = set()
    for i in range(len(everyone) - 1, -1, -1):
        one = everyone[i]
        follows = i + 1 < len(everyone) and i + 1 in taken and _LISTED.fullmatch(line.between(one.span, everyone[i + 1].span))
        if follows or _met(line, one) or invites(line, one) or _is_present(line, one):
            taken.add(i)
    for i in sorted(taken):
        yield Met(everyone[i], line.offset(everyone[i].span))
    rest = [p for p in chosen if everyone.index(p) not in taken]
    for p in rest:
        if _beside(line, p, travellers):
            yield Met(p, line.offset(p.span))
    for p in rest:
        if p.role in {"subject", "topic"} and not p.bracketed and _host(line, p, travellers):
            yield Met(p, line.offset(p.span))


def _beside(line: Line, one: PersonMention, travellers: frozenset[int]) -> bool:
    """`이 시장과 스키트 장관은 … 체결했다`, in either order."""
    return any(
        one in (first, second) and (first if one is second else second).person in travellers
        and _TOGETHER.fullmatch(line.between(first.span, second.span)) is not None and _acts(line, second)
        for first, second in pairwise(line.people)
    )  # fmt: skip


def _is_present(line: Line, one: PersonMention | OrgMention) -> bool:
    """`이 자리에는 하르토 대통령과 판자 장관 등이 참석했다`: those who are named at what the travellers attend."""
    opens = _THERE.match(line.text)
    return isinstance(one, PersonMention) and opens is not None and _CAME.search(line.plain, line.offset(one.span)) is not None


_THERE = re.compile(r"(?:이날|이)\s(?:[가-힣]{2,6}\s)?(?:[가-힣]{0,4}(?:행사|자리|회의|회담|면담|간담회)|[가-힣]{1,4}식)(?:에는|엔)\s")
_CAME = re.compile(r"(?:이|가|도|측은)\s(?:함께\s)?(?:참석|배석|함께[했한하]|자리를 함께)")


def _met(line: Line, one: PersonMention | OrgMention) -> bool:
    behind = line.text[one.span.end - line.sentence.start : one.span.end - line.sentence.start + 110]
    if _OBJECT.match(behind) or (isinstance(one, PersonMention) and _JOINTLY.match(behind)):
        return True
    together = _WITH.match(behind)
    if not together or _CLAUSE.search(together["way"]) or _FROM_AFAR.search(behind[: together.end()]):
        return False
    seen = isinstance(one, OrgMention) and _GOES_ON.search(together["way"])
    if seen or (isinstance(one, OrgMention) and (_COUNTERPART.search(behind[: together.end()]) or _of_places(line, one))):
        return False
    first = one.span.end + together.start("way")
    last = one.span.end + together.end("way")
    return not any(first <= p.span.start < last and p.role in {"subject", "topic"} for p in line.people)


def _of_places(line: Line, one: OrgMention) -> bool:
    """`다낭시와 후에시에 머물며 시장 면담을`: a city that another place is joined to is where they are."""
    return any(0 < p.span.start - one.span.end <= _JOINED and not p.within for p in line.places) and any(
        p.span == one.span and not p.within for p in line.places
    )


_JOINED = 2


def invites(line: Line, one: PersonMention | OrgMention) -> bool:
    """Whether somebody gives a dinner or the like at which the travellers are guests."""
    return _GUESTS.match(line.behind(one.span, 60)) is not None


def _acts(line: Line, one: PersonMention) -> bool:
    """Whether both act together (`이 시장과 스키트 장관은 … 체결했다`)."""
    return bool(re.search(r"체결|서명|회담|만나|만났|논의|참석|합의|환담|면담", line.plain[one.span.end - line.sentence.start :]))


def _host(line: Line, one: PersonMention, travellers: frozenset[int]) -> bool:
    """`시 주석은 김 위원장을 접견했다`: the host stands as subject, and the guest behind."""
    start = one.span.end - line.sentence.start
    coming: tuple[GroupMention | PersonMention, ...] = (*line.groups, *(p for p in line.people if p.person in travellers))
    guests = [w.span.end - line.sentence.start for w in coming if _AS_GUEST.match(line.behind(w.span))]
    for received in _RECEIVES.finditer(line.text, start, start + _REACH):
        between = line.text[start : received.start()]
        if _SAID_TO.search(between) or line.spoken(line.sentence.start + received.start()):
            return False
        if received["sure"] or any(start < end <= received.start() for end in guests):
            return True
    return False


_RECEIVES = re.compile(
    r"(?P<sure>접견|맞이|맞았|영접)|환영|만났|만나|만난|회담|회동|면담|환담|서명|체결|논의|[회의][’'”\"]?를 (?:개최|열|갖|가)"
)
_AS_GUEST = re.compile(r"(?:\([^()]*\))?\s?(?:부부|내외|일행|등(?:\s\S{1,8}){0,2})?(?:과|와|을|를|의)(?=\s|의)")
_SAID_TO = re.compile(r"기자|[“”\"]|[가-힣]다\.")
_REACH = 90


def _other_side(scene: Scene, person: PersonMention, home: str) -> bool:
    """Somebody whom the travellers can meet there: not one of their own country, or of no known one."""
    theirs = scene.homes.get(person.person, "")
    posted = home == HOME and (person.title or "").endswith(_POSTED)
    return posted or theirs != home or (not theirs and not person.name)


# Our own people who live there (`주칠레 한국대사`).
_POSTED = ("대사", "총영사", "문화원장", "한인회장")


def _hosts(scene: Scene, line: Line, home: str, bodies: frozenset[str]) -> list[OrgMention]:
    """The bodies of the other side: by their country, or listed behind one of it (`퀘벡주 대외관계부 및 경제혁신부`)."""
    found: list[OrgMention] = []
    for org in line.orgs:
        if org.canonical in bodies or org.kind == "country" or _in_person(line, org):
            continue
        told = scene.told_home(org)
        listed = bool(found) and _LISTED.fullmatch(line.between(found[-1].span, org.span)) is not None
        if (told and told != home) or (told is None and listed):
            found.append(org)
    return found


def _in_person(line: Line, org: OrgMention) -> bool:
    return any(p.span.overlaps(org.span) for p in line.people)
