"""Lists of those who go along: before `동행`, behind `방문에는`, before `등으로 구성된`, beside `와 함께`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clipper.extract.frames.trip.groups import FOREIGN, GroupMention
from clipper.extract.frames.trip.scene import HOME, Line
from clipper.extract.frames.trip.traveller import Who, candidates
from clipper.extract.frames.trip.triggers import has_trigger
from clipper.extract.mentions.orgs import OrgMention
from clipper.extract.mentions.people import PersonMention

# Whoever stands before goes along.
_VERB = re.compile(
    r"동행(?!하지|자)|동반(?:해|하고|하여|한|했)|수행원|수행단|합류(?:했|한|하)|대동(?:하|해)"
    r"|(?<=[이가도은는] )(?:공식\s?)?수행(?:했|한다|한\s|할|하며|하고|하게)"
    # `문 총리를 수행한다`, `일부 일정에 함께한다`
    r"|\S{0,3}\s?(?:대통령|총리|장관|시장|지사|군수|구청장|의장|위원장|교육감|총장|회장|사장|단장)[을를] (?:공식 )?수행(?=한|했|할|하)"
    r"|(?:일정|순방|방문|출장|여정|방[미중일북]|[방순]문?길)에 (?:모두 |내내 )?함께(?=한|했|할|하)"
    r"|길에 (?:함께|같이|동반) (?=올랐|오른|오르|나섰|나선|나서)"
    r"|함께 (?:\S{1,8} )?(?:출국|방문|떠|방북|방미|방한|방중|방일|다녀|순방길|출장길)"
)
# One of these is in every match of `_VERB`; asking for them is quicker than trying the pattern at every letter.
_ALONG = ("동행", "동반", "수행", "합류", "대동", "함께", "같이")
# `순방에 동행한 한별전자 김가람 대표`: whoever stands behind.
_ADNOMINAL = re.compile(r"(?:동행|수행)(?:한|하는|할|했던)\s")
# `김 국장, 이 과장 등과 일본을 방문한다`
_GO_WITH = re.compile(r"\s?등(?:과|\s?\d+여?\s?명과)\s(?:함께\s)?(?:\S{2,12}\s)?\S{2,12}[을를]\s(?:공식\s)?(?:방문|찾|순방)")
_AWAY = re.compile(r"불참|빠졌|제외|동행하지 않|가지 않")
# `이번 방문에는`, `순방에`: what follows lists who is of it.
_HEAD = re.compile(r"(?:방문|순방|출장|방미|방북|방한|방중|방일|연수|견학|파견|출국길|방문길|순방길)(?:에는|에|엔)\s")
_OF_GROUP = re.compile(r"[’'”\"]?(?:에는|엔|에|\s중엔|\s중에는|\s가운데는?)\s")
# `사절단은 김 군수를 단장으로 △가람산업 △나루테크 등 10개 기업이 참여했다`
_OF_HEADED = re.compile(r"[’'”\"]?(?:은|는)\s(?=[^.]{0,40}[을를] (?:단장|대표|수석대표|필두)(?:으)?로 )")
_TAKES_PART = re.compile(
    r"포함(?![한해])|참석|참여|참가|합류|동참|함께 ?[했한]|이름을 올|동행|수행(?!공무원|원|단|직원|인력)|가세|향한다|떠난다"
)
# `A, B 등 13명으로 구성된 대표단`
# `A, B 등이 정부 대표단으로 참석한다`
_AS_GROUP = re.compile(r"[’'”\"]?으로\s(?:참석|참가|방문|동행|출국|방[북미한일중]|파견)|^[’'”\"]?에\s(?:포함|합류|이름을|가세|동참)")
_MADE_UP = re.compile(r"(?:으로|로)\s(?:구성|이뤄진|이루어진|이뤄졌|꾸려)|(?<=[관업체사])[이가]\s(?:참여|참가)하는\s")

_PARTS = re.compile(
    r"[을를] (?:비롯[한해]|포함[한해]|(?:단장|대표|수석대표|필두)(?:으로|로)(?: 한| 하는| 하여)?)|(?:이|가) 이끄는"
    r"|(?:으로|로) (?:구성|이뤄|이루어|꾸려)진?된?"
    # `시의회, 축구협회 등 10개 기관에서 70여명이 동행했다`
    r"|등 \d+여?\s?개 (?:\S{1,4} (?:및 )?)?(?:기관|단체|기업|업체|부서|대학)에서 (?:모두 |총 )?\d+여?\s?명이?"
)
_BREAK = re.compile(
    r"(?:(?:^|[가-힣])(?:은|는|을|를|에서|에게|으로|부터|까지)|[가-힣](?:하고|하며|했고|했으며|[가-힣]해|지만|면서))[,\s]|[가-힣]다\.|[“”]"
)
_SUBJECT = re.compile(r"(?:\([^()]*\))?(?:이|가)\s")
_ITEM = re.compile(
    r"[’'”\"]?(?:\([^()]*\))?(?:\s?(?:[,△▲▷]|·|및\s|등|이|가|도|과|와|측)|\s(?:관계자|대표|임직원|실무진|직원|회원|단원|경제인))"
)
_WIDEST, _LAST = 45, 60
_BEHIND = 30

_TOGETHER = re.compile(
    r"^(?:\([^()]*\))?(?:\s등(?:\s(?!\S*[을를은는]\s)[가-힣A-Za-z0-9]{1,10}){0,5})?(?:과|와)\s(?:함께|합동으로|공동으로)\s"
)
_LISTED = re.compile(r"(?:\([^()]*\))?\s?(?:,|·|와|과|및)\s?")


def going_along(line: Line) -> Iterator[Who]:
    """Whoever a verb of going along has before it as a list, or right behind it."""
    for verb in _VERB.finditer(line.text) if any(word in line.text for word in _ALONG) else ():
        if line.spoken(line.sentence.start + verb.start()):
            continue
        for who in listed_before(line, verb.start()):
            if not _AWAY.search(line.text[who.span.end - line.sentence.start : verb.end() + 12]):
                yield who
    for beside in _GO_WITH.finditer(line.text) if "등" in line.text else ():
        if not line.spoken(line.sentence.start + beside.start()):
            yield from (who for who in listed_before(line, beside.start()) if isinstance(who, PersonMention))
    for verb in _ADNOMINAL.finditer(line.text):
        if not line.spoken(line.sentence.start + verb.start()):
            yield from _listed_behind(line, verb.end())


def composed(line: Line, home: str) -> Iterator[Who]:
    """Whoever makes up the delegation, or is told to be of the journey."""
    for made in _MADE_UP.finditer(line.text):
        if line.groups:
            made_of = (w for w in listed_before(line, made.start()) if isinstance(w, PersonMention | OrgMention))
            yield from (w for w in made_of if not (isinstance(w, OrgMention) and _SUBJECT.match(line.behind(w.span))))
    for group in line.groups:
        if _AS_GROUP.match(line.behind(group.span)):
            yield from (w for w in listed_before(line, line.offset(group.span)) if isinstance(w, PersonMention))
    heads = [head.end() for head in _HEAD.finditer(line.text)]
    for group in line.groups:
        theirs = _OF_GROUP.match(line.behind(group.span)) or _OF_HEADED.match(line.behind(group.span, _LAST + _BEHIND))
        if theirs and (not group.country or group.country in {home, FOREIGN}):
            heads.append(group.span.end - line.sentence.start + theirs.end())
    for head in heads:
        part = _TAKES_PART.search(line.text, head)
        if part and not line.spoken(line.sentence.start + head):
            listed = listed_before(line, part.start())
            yield from (w for w in listed or _listed_behind(line, head) if line.offset(w.span) >= head)


def told_next(lines: Sequence[Line]) -> Iterator[PersonMention]:
    """`19명이 수행한다. 오세진 차관, 고은별 청장 등이다.`: the names in the lines behind the number of those who go."""
    going = False
    for line in lines:
        if going and (_ARE_THEY.search(line.text) or _TOO.search(line.text)):
            yield from (p for p in line.people if p.name and not p.bracketed and not line.spoken(p.span.start))
            continue
        counted = "명" in line.text and _WHO_GO.search(line.text) is not None
        going = counted or any(g.crew and g.role in {"topic", "subject"} for g in line.groups)


_WHO_GO = re.compile(r"\d+여?\s?명이?\s(?:공식\s)?(?:수행|동행|함께)\S*\.?$|수행원은?\s.{0,20}명")
_ARE_THEY = re.compile(r"(?:등(?:\s?\d+여?\s?명)?|명)이다\.?$")
_TOO = re.compile(r"도\s(?:함께\s)?(?:참석|동행|참여|함께)\S{0,4}\.?$")


def listed_before(line: Line, at: int) -> tuple[Who, ...]:
    """The members of the list that ends before an offset of the sentence, in order."""
    chosen: list[Who] = []
    for who in reversed(candidates(line)):
        end = who.span.end - line.sentence.start
        if end > at:
            continue
        until = line.offset(chosen[-1].span) if chosen else at
        gap = line.text[end:until]
        if not _goes_on(gap, _WIDEST if chosen else _LAST) or (chosen and _SUBJECT.match(gap)) or (not chosen and _AWAY.search(gap)):
            break
        chosen.append(who)
    return tuple(who for who in reversed(chosen) if _is_item(line, who))


def _listed_behind(line: Line, at: int) -> tuple[Who, ...]:
    chosen: list[Who] = []
    for who in candidates(line):
        start = line.offset(who.span)
        if start < at:
            continue
        gap = line.between(chosen[-1].span, who.span) if chosen else line.text[at:start]
        if (chosen and not _LISTED.fullmatch(gap)) or len(gap) > _BEHIND or _BREAK.search(gap):
            break
        chosen.append(who)
    if chosen and _AWAY.search(line.behind(chosen[-1].span, 8)):
        return ()  # `한·문 의원을 제외한 11명이 참가했다`
    return tuple(who for who in chosen if isinstance(who, PersonMention) or (isinstance(who, GroupMention) and not who.crew))


def _goes_on(gap: str, widest: int) -> bool:
    """Whether a list goes on over what stands between two of its members, or between the last and the verb."""
    return len(gap) <= widest and not _BREAK.search(_PARTS.sub(" ", gap) + " ")


def _is_item(line: Line, who: Who) -> bool:
    """A body is of the list by itself only where a list mark, a particle or a word for its people stands behind it."""
    return not isinstance(who, OrgMention) or _ITEM.match(line.behind(who.span)) is not None


def together(line: Line) -> Iterator[Who]:
    """`광양경제청과 합동으로`, `관광협의회와 함께`: the body travels too, where the line tells of a journey."""
    if ("함께" not in line.text and "으로 " not in line.text) or not has_trigger(line):
        return
    yield from _joined_by(line, candidates(line))


def _joined_by(line: Line, everyone: Sequence[Who]) -> Iterator[Who]:
    chosen: list[Who] = []
    for who in reversed(everyone):
        listed = bool(chosen) and _LISTED.fullmatch(line.between(who.span, chosen[-1].span)) is not None
        home = (who.country or HOME) == HOME if isinstance(who, OrgMention) else True
        if home and (listed or _TOGETHER.match(line.behind(who.span))):
            chosen.append(who)
    yield from reversed(chosen)
