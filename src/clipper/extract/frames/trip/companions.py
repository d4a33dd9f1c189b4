"""Who goes along: joined to the leader, `동행`, `수행`, `함께`, members of the delegation; those who stay away are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from clipper.data import words
from clipper.extract.drafts import Filled
from clipper.extract.frames.trip.company import composed, going_along, together, told_next
from clipper.extract.frames.trip.groups import GroupMention
from clipper.extract.frames.trip.phrases import items_before
from clipper.extract.frames.trip.scene import HOME, Line, Scene
from clipper.extract.frames.trip.traveller import Who
from clipper.extract.mentions.orgs import OrgMention
from clipper.extract.mentions.people import PersonMention
from clipper.extract.mentions.people.names import STRONG, korean_name
from clipper.extract.spans import Span
from clipper.records import Organization, Person

_BODY = re.compile(r"(?:대학교|대학|연구원|연구소|진흥원|기술원|협회|재단|공사|공단|조합|센터|상공회의소|기업|그룹|테크노파크)$")
# `고등학생 10명을 … 파견한다`
_SENT = re.compile(r"(?P<who>[가-힣]{2,8}\s?\d+여?\s?명)을\s[^.]{0,40}파견")
_LEADS = re.compile(r"[을를] (?:직접 )?(?:이끌고|인솔해|인솔하고|대동하고|대동해)")
_ONE = r"[가-힣]{3}(?:\([^()]{1,12}\))?"
_NAMES = re.compile(
    rf"(?<![가-힣])(?P<list>{_ONE}(?:[\s,·]+{_ONE}){{1,9}})(?:\s?의원)?\s?"
    r"(?:등(?:\s?\d+여?\s?명)?(?:과 함께|[이도]\s(?:함께|동행|수행))|과\s[^.]{2,40}?[이가] 수행)"
)
# `이 의장을 단장으로 한가람, 문도윤 등 9명의 의원으로 구성됐다`
_LISTED = re.compile(rf"(?:단장|대표|필두)(?:으)?로\s(?:한\s)?(?P<list>{_ONE}(?:[\s,·]+{_ONE}){{1,9}})\s?등\s?\d+여?\s?명")
_NAME = re.compile(r"(?<![가-힣(])[가-힣]{3}(?![가-힣)])")
_SPOUSES = ("여사", "부인", "배우자")
_BESIDE = re.compile(r"(?:과|와)\s(?:함께\s)?(?:그의\s)?(?:부인|배우자|영부인)?(?:인)?\s?")


def companions(
    scene: Scene, journey_who: Sequence[Who], lines: Sequence[Line], leader: PersonMention | None, home: str
) -> tuple[Filled[Person | Organization], ...]:
    """All who travel beside the leader, in order of mention."""
    found: dict[str, Filled[Person | Organization]] = {}
    party = _of_party(journey_who, leader)
    groups = False
    for who in (*party, *_along(scene, lines, leader, home)):
        if leader is not None and _is_leaders(who, leader):
            continue
        if isinstance(who, GroupMention) and who.name in words("delegations", "head"):
            if groups:
                continue
            who = _in_full(who, party)
        groups = groups or isinstance(who, GroupMention)
        if isinstance(who, GroupMention) and any(known.endswith(who.name) for known in found):
            continue  # `투자유치사절단`, later the `유치사절단`
        name, value = _value(who)
        if len(name) > 1 and name not in found:
            found[name] = value
    known = {one.value.name for one in found.values()}
    for one in _without_mention(lines):
        if one.value.name not in known:
            found.setdefault(str(one.value.name), one)
    return tuple(sorted(found.values(), key=lambda one: one.spans[0]))


def _without_mention(lines: Sequence[Line]) -> Iterator[Filled[Person | Organization]]:
    """Companions that nothing else told for people or bodies: by the list they stand in."""
    for line in lines:
        for sent in _SENT.finditer(line.text) if "파견" in line.text else ():
            yield Filled(Organization(name=sent["who"]), (line.sentence.at(sent.start("who"), sent.end("who")),), "sent")
    for name, span in _bare_names(lines):
        yield Filled(Person(name=name), (span,), "list of names")
    for name, span in (*_unknown_bodies(lines), *_counted_bodies(lines)):
        yield Filled(Organization(name=name), (span,), "list")


def _is_leaders(who: Who, leader: PersonMention) -> bool:
    """Whether somebody is the leader, or the body that the leader heads."""
    if isinstance(who, PersonMention):
        return who.person == leader.person
    return isinstance(who, OrgMention) and who.name == leader.organization


# `문 의장 등 의원 8명`: the leader is one of them.
_COUNT = re.compile(r"\d+여?\s?명$")


def _of_party(journey_who: Sequence[Who], leader: PersonMention | None) -> tuple[Who, ...]:
    return tuple(
        who for who in journey_who
        if (isinstance(who, GroupMention) and not (who.crew and leader is not None and _COUNT.search(who.name)))
        or (isinstance(who, PersonMention) and who.name and leader is not None)
    )  # fmt: skip


def _in_full(group: GroupMention, party: Sequence[Who]) -> GroupMention:
    """The delegation by the fullest name that the journey's tellings give it (`대표단`, later `군사대표단`)."""
    same = [w for w in party if isinstance(w, GroupMention) and w.name.endswith(group.name)]
    return max(same, key=lambda g: len(g.name), default=group)


def _along(scene: Scene, lines: Sequence[Line], leader: PersonMention | None, home: str) -> Iterator[Who]:
    """Whoever a line with 동행 or 수행 lists, whoever makes up the delegation, spouses."""
    for line in lines:
        yield from (who for who in together(line) if not isinstance(who, PersonMention) or scene.home_of(who) == home)
        yield from _own_group(line, home) if leader is not None else ()
        yield from (g for g in line.groups if _LEADS.match(line.behind(g.span)))
    yield from (who for who in told_next(lines) if _of_home(scene, who, home))
    for line in (*lines, *_asides(scene, lines, leader)):
        yield from (who for who in (*going_along(line), *composed(line, home)) if _of_home(scene, who, home))
        if leader is not None:
            yield from _spouse(line, leader)


def _asides(scene: Scene, lines: Sequence[Line], leader: PersonMention | None) -> Iterator[Line]:
    """`한편 대통령의 방문에 경제사절단이 동행했다`: a line told as background that names the leader."""
    known = {line.number for line in lines}
    for line in scene.lines if leader is not None else ():
        named = (p for p in line.people if leader is not None and p.person == leader.person)
        if line.background and line.number not in known and any(not line.spoken(p.span.start) for p in named):
            yield line


def _of_home(scene: Scene, who: Who, home: str) -> bool:
    """Whether somebody is not of the other side; those of an office without a name count with its body."""
    if (scene.home_of(who) or home) != home and home == HOME:
        return False
    return not isinstance(who, PersonMention) or bool(who.name)


def _spouse(line: Line, leader: PersonMention) -> Iterator[Who]:
    """`윤 대통령과 부인 김가람 여사는`."""
    yield from (one for one in line.people if _comes_too(line, one))
    for before, one in pairwise(line.people):
        spouse = before.person == leader.person and one.name and (one.title or "").endswith(_SPOUSES)
        if spouse and _BESIDE.fullmatch(line.between(before.span, one.span)) and not line.spoken(one.span.start):
            yield one


def _comes_too(line: Line, one: PersonMention) -> bool:
    """`부인 김가람 여사도 함께한다`."""
    wife = one.name and (one.title or "").endswith(_SPOUSES) and not line.spoken(one.span.start)
    return bool(wife) and line.before(one.span, 8).endswith(("부인 ", "부인인 ")) and _TOO.match(line.behind(one.span)) is not None


_TOO = re.compile(r"(?:도|가|이)\s(?:모두\s)?(?:함께|동행|동반)\s?(?:한|했|하|할)")


_WITH_IT = re.compile(r"(?:과|와)\s함께\s")


def _own_group(line: Line, home: str) -> Iterator[Who]:
    """`대표단은 이번 방문에서 …`, `수주지원단과 함께`: the leader's own delegation, where it acts."""
    for group in line.groups:
        theirs = not group.country or group.country == home
        along = group.role in {"topic", "subject"} or _WITH_IT.match(line.behind(group.span))
        if theirs and not group.crew and along and not line.spoken(group.span.start):
            yield group


def _bare_names(lines: Sequence[Line]) -> Iterator[tuple[str, Span]]:
    """`김정수(민자) 유인태 신계륜(민주) 등과 함께`: names without titles, each a full one, as a list of those who go along."""
    for line in lines:
        for told in (*_NAMES.finditer(line.text), *_LISTED.finditer(line.text)) if "등" in line.text or "수행" in line.text else ():
            names = list(_NAME.finditer(line.text, told.start("list"), told.end("list")))
            if all(korean_name(name[0]) == STRONG for name in names):
                yield from ((name[0], line.sentence.at(name.start(), name.end())) for name in names)


def _unknown_bodies(lines: Sequence[Line]) -> Iterator[tuple[str, Span]]:
    """Items of a list before 동행 that end as bodies do, though nothing else told them for one (`한밭대학교`)."""
    for line in lines:
        for verb in re.finditer(r"\s?등(?:도|이)\s(?:함께\s)?(?=동행)", line.text):
            for start, end in items_before(line.text, verb.start()):
                span = line.sentence.at(start, end)
                if end - start > 3 and _BODY.search(line.text[start:end]) and not any(o.span.overlaps(span) for o in line.orgs):
                    yield line.text[start:end], span


_COUNTED = re.compile(
    r"\s?등\s(?:[가-힣]{1,8}\s){0,2}\d+개\s?(?:기업|중소기업|업체|기관|단체|대학|사)"
    r"(?:[이가도]\s(?:함께\s)?(?:참여|참가|동행)|(?:으로|로)\s(?:구성|이뤄|이루어|꾸려))"
)
# Where such a list begins: behind the last word that can be of no name in it.
_LIST_OPENS = re.compile(r"(?:[을를] (?:단장|대표|필두)(?:으)?로|[을를] (?:비롯|포함)(?:해|한|하여)|[은는]|에는)\s")
_LIST_MARK = re.compile(r"\s?[,△▲▷]\s?")
_FIRM = re.compile(r"(?:\(주\)|㈜|주식회사 )?(?P<name>[가-힣A-Za-z0-9&.]{2,16}(?: [가-힣A-Za-z0-9&.]{2,10})?)(?:\(주\)|㈜)?")
_SEVERAL = 2


def _counted_bodies(lines: Sequence[Line]) -> Iterator[tuple[str, Span]]:
    """`사절단은 … 을 단장으로 △한별산업(주) △나루정밀 등 10개 기업이 참여했다`: every item of a list that is summed up as bodies."""
    for line in lines:
        told = _COUNTED.search(line.text) if "등" in line.text and (line.groups or "동행" in line.text) else None
        if told is None or line.spoken(line.sentence.start + told.start()):
            continue
        start = max((found.end() for found in _LIST_OPENS.finditer(line.text, 0, told.start())), default=0)
        items = _split(line.text, start, told.start())
        named = [_FIRM.fullmatch(line.text, *item) for item in items]
        if len(items) >= _SEVERAL:
            yield from ((one["name"], line.sentence.at(*one.span("name"))) for one in named if one)


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The items of a list by its marks, as offsets."""
    found, at = [], start
    for mark in (*_LIST_MARK.finditer(text, start, end), None):
        stop = mark.start() if mark else end
        if stop > at:
            found.append((at, stop))
        at = mark.end() if mark else end
    return found


def _value(who: Who) -> tuple[str, Filled[Person | Organization]]:
    if isinstance(who, PersonMention):
        person = Person(name=who.name, title=who.title, organization=who.organization)
        return f"person {who.person}", Filled(person, (who.span,), "companion")
    if isinstance(who, GroupMention):
        return who.name, Filled(Organization(name=who.name), (who.span,), "delegation")
    body = Organization(name=who.name, aliases=who.aliases, country=who.country)
    return who.canonical, Filled(body, (who.span,), "companion")


def bodies(who: Sequence[Who]) -> tuple[OrgMention, ...]:
    """The organisations of a party."""
    return tuple(one for one in who if isinstance(one, OrgMention))
