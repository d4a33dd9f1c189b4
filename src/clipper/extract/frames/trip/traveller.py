"""Who travels: the subject of a trigger, those joined to it, whoever stands behind `방문한`, before `의 방북`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from clipper.extract.frames.trip.destinations import goals
from clipper.extract.frames.trip.groups import GroupMention
from clipper.extract.frames.trip.lexicon import bound_noun, joined, others, subject_tail
from clipper.extract.frames.trip.scene import Line
from clipper.extract.frames.trip.triggers import Trigger
from clipper.extract.mentions.orgs import OrgMention
from clipper.extract.mentions.people import PersonMention
from clipper.extract.mentions.people.names import korean_name
from clipper.extract.mentions.people.titles import may_be_ordinary

Who = PersonMention | OrgMention | GroupMention

_GENITIVE = re.compile(
    r"^(?:\([^()]*\))?\s?(?:일행|부부|등)?(?:(?:와|과)\s(?:\S{2,8}\s)?\S{1,6}들)?"
    r"(?:의|)\s(?:[가-힣0-9∼~\-–.]{1,9}\s?){0,4}$"
)
_OWN_WORDS, _CLOSE = 4, 16
# `박 위원장과 새별당 권 의원은`
_PARTY = re.compile(r"(?<=\s)[가-힣]{1,6}(?:당|국민의힘)\s(?:소속\s)?$")
# `대표단을 24일부터 29일까지 한국에 초청했다`
_WHEN_AND_WHERE = re.compile(r"(?:[\d월일박~∼\-–. ]|부터|까지|오는|내달|다음 ?달|간|일정으로|한국(?:에|으로)|우리나라로?에?|국내에?로?)*")
_TOPIC = re.compile(r"[가-힣](?:은|는)\s")
_WITH_LIST = re.compile(r"등과\s|[과와] 함께\s")
# `린드 위원장, 노바크 대표를 차례로 만난 뒤`: a list of hosts.
_HOSTS_LIST = re.compile(r"(?:\([^()]*\))?,\s[^.]{2,60}?[을를]\s(?:\S{1,6}\s)?(?:만나|만난|만났|면담|예방|접견)")
# `황 부의장의 빈롱성 방문에 대한 답방`: who answers it is somebody else.
_ANSWERED = re.compile(r"(?:방문|방한|순방)\S{0,3}\s(?:대한|따른)")
_SENDING = re.compile(r"(?:\([^()]*\))?[이가]\s(?:직접\s)?(?:파견|주최|주관|초청|구성|임명|지명)(?:하는|한|할)\s")
# `나 회장도 함께 방문길에 올랐다`: who only goes along.
_ALONG = re.compile(r"(?:\([^()]*\))?\s?(?:등)?(?:도|\s또한)\s함께\s")
# `가람시도 방문한다`: what is visited as well.
_SEEN_TOO = re.compile(r"[’'”\"]?(?:\([^()]*\)[’'”\"]?)?도\s(?:잇따라\s|함께\s|직접\s)?(?:방문|찾|둘러|시찰|견학)")
_VERB = re.compile(r"[을를고며에]\s")
# `인도 방문에는 구 회장이 동행하고`: whose journey it is, is not said here.
_THEY_JOIN = re.compile(r"에는\s[^.]{0,120}?(?:이|가|도)\s(?:함께\s)?(?:동행|수행|함께|합류)")
_SENT = re.compile(r"^[’'”\"」]?(?:\([^()]*\))?(?:을|를|\s등을|\s\d+명을)\s")


@dataclass(frozen=True, slots=True)
class Party:
    """Who travels, in order of mention; `sender` who sends them where that is said apart; `rule` how they were found."""

    who: tuple[Who, ...]
    rule: str
    sender: Who | None = None

    @property
    def people(self) -> tuple[PersonMention, ...]:
        """The people among them."""
        return tuple(w for w in self.who if isinstance(w, PersonMention))

    @property
    def orgs(self) -> tuple[OrgMention, ...]:
        """The organisations among them."""
        return tuple(w for w in self.who if isinstance(w, OrgMention))

    @property
    def groups(self) -> tuple[GroupMention, ...]:
        """The delegations among them."""
        return tuple(w for w in self.who if isinstance(w, GroupMention))


NOBODY = Party((), "none")


def party(line: Line, trigger: Trigger) -> Party:
    """The travellers of a trigger as its own sentence tells them."""
    everyone = candidates(line)
    if trigger.kind == "invite":
        return _invited(line, trigger, everyone)
    if trigger.kind == "send" and stands_behind(line, trigger) and (found := _behind(line, trigger, everyone)):
        # `호찌민에 파견된 개척단이`
        return found
    if trigger.kind == "send":
        if (sent := _sent(line, trigger, everyone)) is not None:
            return sent
        subject = NOBODY if trigger.needs == "group" else _subject(line, trigger, everyone)
        return _sent_for_days(line, trigger, subject) or (NOBODY if subject.people else subject)
    if stands_behind(line, trigger):
        return _behind(line, trigger, everyone) or NOBODY
    if _THEY_JOIN.match(line.text, trigger.end):
        return NOBODY
    return _genitive(line, trigger, everyone) or _subject(line, trigger, everyone)


def stands_behind(line: Line, trigger: Trigger) -> bool:
    """Whether the traveller stands behind the trigger (`방문한 이 총재는`), and not a bound noun (`방문한 자리에서`)."""
    if trigger.adnominal is None:
        return False
    if not bound_noun().match(line.text[trigger.adnominal :]):
        return True
    return any(line.offset(p.span) == trigger.adnominal and p.name for p in line.people)  # `방한한 데이비드 …`


def candidates(line: Line) -> tuple[Who, ...]:
    """Whoever in a line could travel, in order; a body that only belongs to a person's office is none."""
    crews = [g for g in line.groups if g.crew]
    people = [p for p in line.people if not p.bracketed and (p.name or not any(c.span.overlaps(p.span) for c in crews))]
    taken = [p.span for p in people] + [g.span for g in line.groups]
    owners = [g.owner_span for g in line.groups if g.owner_span]  # `춘천시` in `춘천시 농촌지도자회 회원들`
    held = [o.span for o in line.orgs if any(span.covers(o.span) and span != o.span for span in owners)]
    orgs = [o for o in line.orgs if o.span not in held and not any(o.span.overlaps(span) for span in taken)]
    groups = [g for g in line.groups if not any(g.span.overlaps(p.title_span or p.span) for p in people)]
    return tuple(sorted((*people, *orgs, *groups), key=lambda w: w.span))


def _behind(line: Line, trigger: Trigger, everyone: Sequence[Who]) -> Party | None:
    """`필리핀을 방문한 이 총재는`, `방미 중인 강경화 외교부 장관을`."""
    start = trigger.adnominal or trigger.end
    for one in everyone:
        whole = one.owner_span if isinstance(one, GroupMention) and one.owner_span else one.span
        at = line.offset(min(whole, one.span))
        if start <= at <= start + 12 and not re.search(r"[을를에]\s|[가-힣][이가은는]\s", line.text[start:at]):
            if isinstance(one, OrgMention) and any(g.owner_span and g.owner_span.overlaps(one.span) for g in line.groups):
                continue
            if isinstance(one, OrgMention) and not subject_tail().match(line.behind(one.span)):
                return None
            return Party(_and_more(line, everyone, one), "adnominal")
        if at > start:
            break
    return None


def _and_more(line: Line, everyone: Sequence[Who], first: Who) -> tuple[Who, ...]:
    """Whoever is joined behind the first (`쇼이구 장관을 단장으로 하는 군사대표단`)."""
    chosen = [first]
    for one in everyone[everyone.index(first) + 1 :]:
        gap = line.between(chosen[-1].span, one.span)
        if isinstance(one, GroupMention):
            gap = re.sub(r"(?<=\s)(?:[가-힣]{1,7}\s){1,3}$", "", gap)
        if not gap.strip() or not joined().fullmatch(gap) or re.fullmatch(r"(?:과|와)\s", gap) or posted_here(one):
            break
        chosen.append(one)
    return tuple(chosen)


def posted_here(who: Who) -> bool:
    """Whether somebody is posted to this country (`주한 페루대사`, `주부산 베트남 총영사`): he lives here."""
    if not isinstance(who, PersonMention) or not (who.title or "").endswith(("대사", "총영사", "대리")):
        return False
    return (who.organization or "").startswith(_POSTED)


_POSTED = ("주한", "주부산", "주광주", "주제주")


def _genitive(line: Line, trigger: Trigger, everyone: Sequence[Who]) -> Party | None:
    """`왕이 국무위원의 방북`, `폼페이오 장관 방북`, `이 총재의 미국 방문`."""
    if trigger.kind not in {"visit", "tour"}:
        return None
    start = trigger.start
    if trigger.goal is None:
        start = min((line.offset(p.span) for p in goals(line, trigger)), default=start)
    left = [w for w in everyone if w.span.end - line.sentence.start <= start]
    for one in reversed(left):
        end = one.span.end - line.sentence.start
        if end <= start:
            gap = line.text[end:start]
            apart = _ALONG.match(gap) or "초청" in gap or _VERB.search(gap) or _ANSWERED.search(gap) or _WITH_LIST.search(gap)
            if isinstance(one, PersonMention) and _GENITIVE.match(gap.rstrip() + " ") and not apart:
                return Party(_joined(line, left, len(left) - 1), "genitive")
            return None
    return None


def _subject(line: Line, trigger: Trigger, everyone: Sequence[Who]) -> Party:
    """The nearest subject or topic before the trigger, with all that are joined to it."""
    left = [w for w in everyone if w.span.end - line.sentence.start <= trigger.start]
    quoted = line.spoken(line.sentence.start + trigger.start)
    for i in range(len(left) - 1, -1, -1):
        one = left[i]
        if _ALONG.match(line.behind(one.span)):
            return Party(_joined(line, left, i), "along")
        tail = subject_tail().match(line.behind(one.span, 40))
        if tail and _SEEN_TOO.match(line.behind(one.span, 14)) and isinstance(one, OrgMention):
            continue
        if not tail or (tail["josa"] == "," and (i != 0 or not _by_comma(line, one))) or _of_clause(line, one):
            continue
        if line.spoken(one.span.start) != quoted:
            continue
        if others().search(line.text[one.span.end - line.sentence.start : trigger.start]):
            return NOBODY
        return Party(_joined(line, left, i), "subject")
    return _speaker(line, left) if quoted and not _has_subject(line, trigger) else NOBODY


def _by_comma(line: Line, one: Who) -> bool:
    """Whether a comma stands for the particle of a subject (`이 시장, 미국 방문`), and not for that of a list: behind a
    topic (`연수는 가람박물관, …을 둘러본다`), before `등과`, or of what may be a market (`산미구엘 시장, 파리 …를 돌아본다`)."""
    market = isinstance(one, PersonMention) and may_be_ordinary(one.title) and not korean_name(one.name or "")
    behind = line.behind(one.span, 80)
    if market or _TOPIC.search(line.text[: line.offset(one.span)]):
        return False
    return not _WITH_LIST.search(behind[:60]) and not _HOSTS_LIST.match(behind)


def _of_clause(line: Line, one: Who) -> bool:
    """`국회의장이 파견하는 방문단`: the subject of a clause about something else."""
    return _SENDING.match(line.behind(one.span)) is not None


def _has_subject(line: Line, trigger: Trigger) -> bool:
    """`“많은 학생이 미국에 간다”고`: whether what is quoted has a subject of its own."""
    quote = next((q for q in line.sentence.quotes if q[0] <= line.sentence.start + trigger.start < q[1]), None)
    return quote is not None and _OWN_SUBJECT.search(line.text, quote[0] - line.sentence.start, trigger.start) is not None


_OWN_SUBJECT = re.compile(r"(?<![가-힣])(?!제가|저희가|우리가|내가|국가)[가-힣]{1,8}(?:들이|생이|원이|[장단]이|부가|사가) ")


def _speaker(line: Line, left: Sequence[Who]) -> Party:
    """`강 시장은 “다음 달 파리를 방문한다”고 말했다`: whoever announces a journey without another subject."""
    for i in range(len(left) - 1, -1, -1):
        tail = subject_tail().match(line.behind(left[i].span, 40))
        if tail and tail["josa"] in {"은", "는"} and not line.spoken(left[i].span.start):
            return Party(_joined(line, left, i), "subject")
    return NOBODY


def _joined(line: Line, left: Sequence[Who], last: int) -> tuple[Who, ...]:
    """The members of a list that ends with the one at `last`."""
    first = last
    while first > 0:
        gap = line.between(left[first - 1].span, left[first].span)
        if gap == " " and isinstance(left[first - 1], OrgMention) and isinstance(left[first], OrgMention):
            # `전라남도 나주시가`: the larger body only says where the other lies.
            break
        own_words = _OWN_WORDS if isinstance(left[first], GroupMention) else int(gap.startswith(","))  # `, 합참 신 본부장`
        gap = _PARTY.sub("", gap) if isinstance(left[first], PersonMention) else gap
        if not any(joined().fullmatch(rest) for rest in _without_last(gap, own_words)):
            break
        first -= 1
    return tuple(left[first : last + 1])


def _without_last(gap: str, most: int) -> Iterator[str]:
    """A gap, and the gap without its last words: a delegation has words of its own before its name (`와 도 북미 방문 대표단`)."""
    yield gap
    for _ in range(most):
        shorter = re.sub(r"(?<=\s)[‘'“\"]?[가-힣\-–]{1,12}\s$", "", gap)
        if shorter == gap:
            return
        gap = shorter
        yield gap


def _invited(line: Line, trigger: Trigger, everyone: Sequence[Who]) -> Party:
    """`태주시 대표단을 초청해`: the object travels, the subject is host."""
    for one in reversed(everyone):
        end = one.span.end - line.sentence.start
        said = _SENT.match(line.behind(one.span)) if end <= trigger.start else None
        if said and (trigger.start - end <= _CLOSE or _WHEN_AND_WHERE.fullmatch(line.text, end + said.end(), trigger.start)):
            members = [w for w in _joined(line, everyone, everyone.index(one)) if isinstance(w, PersonMention)]
            return Party((*members, one) if isinstance(one, GroupMention) else (one,), "invited")
    return NOBODY


def _sent_for_days(line: Line, trigger: Trigger, subject: Party) -> Party | None:
    """`도가 문 부지사를 9일부터 11일까지 일본에 파견했다`: somebody sent with the days of a journey; else it may be a post."""
    if trigger.needs == "group" or not any(day.kind == "range" and day.end for day in line.dates):
        return None
    named = (p for p in line.people if p.name and not p.bracketed and line.offset(p.span) < trigger.start)
    one = next((p for p in named if line.behind(p.span, 2) in {"을 ", "를 "}), None)
    return Party((one,), "sent", subject.who[-1] if subject.who else None) if one else None


def _names_goal(line: Line, group: GroupMention) -> bool:
    """`나루상의는 ‘라오스-베트남 경제사절단’을 파견한다`: the country in the name of what a body sends is where it goes."""
    return any(p.span == group.owner_span and p.level == "country" and not p.is_korean for p in line.places)


def _sent(line: Line, trigger: Trigger, everyone: Sequence[Who]) -> Party | None:
    """`시장개척단을 파견했다`: the object travels, the subject sends."""
    for one in reversed(everyone):
        end = one.span.end - line.sentence.start
        if end <= trigger.start and isinstance(one, GroupMention) and _SENT.match(line.behind(one.span)):
            sender = _subject(line, trigger, [w for w in everyone if w.span < one.span])
            bodies = [w for w in sender.who[-1:] if not isinstance(w, PersonMention)]
            members = [w for w in _joined(line, everyone, everyone.index(one)) if isinstance(w, PersonMention)]
            if bodies and _names_goal(line, one):
                one = replace(one, owner=None, owner_span=None, country=None)
            return Party((*bodies, *members, one), "sent", sender.who[-1] if sender.who else None)
    return None
