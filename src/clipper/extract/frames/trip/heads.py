"""Who heads a delegation: `단장으로 한`, `단장을 맡은`, brackets behind it, the first of those it is made up of."""

from __future__ import annotations

import re

from clipper.extract.frames.trip.scene import Line
from clipper.extract.mentions.people import PersonMention
from clipper.extract.spans import Span

_HEADS = re.compile(
    r"(?:\([^()]*\))?(?:[을를] (?:단장|대표|수석대표|필두)(?:으)?로 (?:한|하는|하여|해|구성)|[이가] (?:단장을 맡|이끄는|이끈|인솔))"
)
# `한 총장을 단장으로 하고 두 처장과 실무자를 포함한 방문단은`
_HEADS_LIST = re.compile(r"(?:\([^()]*\))?[을를] (?:단장|대표|수석대표|필두)(?:으)?로 (?:(?:하고|하며),?\s|(?=\S))")
# `사회봉사단(단장 박찬호 본부장)`
_IN_BRACKETS = re.compile(r"\((?:단장|대표단장|수석대표|대표|인솔자?)[:\s]\s?(?:\S{2,14}\s){0,2}")
# `단장은 지경부 문가온 실장이 맡았다`, `단장을 맡은 문가온 위원장`
_WITH_HIM = re.compile(r"(?:\([^()]*\))?[을를] (?:단장|수석대표)으?로[,\s]")  # `특사단은 문 의원을 단장으로, 오 의원으로 구성됐다`
# `연수단은 문 교육감을 비롯해 … 30명으로 꾸렸다`
_FIRST_OF = re.compile(r"(?:\([^()]*\))?[을를] (?:비롯|포함)(?:해|한|하여)\s[^.]{0,80}?(?:구성|꾸려|꾸렸|이뤄|이루어)")
# `탕 주석을 단장으로 총 23명이 방문한다`
_WITH_SO_MANY = re.compile(r"(?:\([^()]*\))?을 단장으로 (?:한 )?(?:총 |모두 )?\d+여?\s?명[이은]")
_HEAD_IS = re.compile(r"(?:단장|수석대표)[은는]\s(?:\S{1,8}\s)?$")
_TAKEN = re.compile(r"[이가]\s맡")
_AS_HEAD = re.compile(r"(?:단장|수석대표)(?:[을를]\s맡은|인)\s(?:\S{1,8}\s)?$")
_OPENS = re.compile(r"[’'”\"」』]?\s?\((?:[가-힣]{2,6}\s?:?\s?)?")
# `대표단은 한 의장을 단장으로 의원 4명과 직원들로 구성됐다`
_HEADS_TOPIC = re.compile(
    r"(?:\([^()]*\))?[을를] (?:단장|대표|수석대표|필두)(?:으)?로\s[^.]{0,80}(?:구성|꾸려|꾸렸|이뤄|이루어)"
)
# `방문단을 이끈 한 의장은`
_LED_BY = re.compile(r"(?:을|를) (?:이끈|이끌고 온|이끄는|인솔한|인솔하는) ")
_HEADING = ("단장", "수석대표", "인솔자", "회장", "대표", "의장", "위원장", "총재", "이사장", "원장", "총장", "교장")
# `천린 주임을 비롯해 6명으로 구성된 대표단`
_AMONG = re.compile(r"(?:\([^()]*\))?[을를] (?:비롯|포함)(?:한|해|하여)\s")
# `한 권한대행을 비롯한 문 의장, 오 회장 등 10여 명으로 구성된 군 방문단`
_MADE_UP_OF = re.compile(r"[^.]{0,110}\d+여?\s?명(?:으)?로\s(?:구성된|이뤄진|이루어진|꾸려진)\s(?:\S{1,6}\s){0,2}")
# `한봄 대표이사(단장)`
_IS_HEAD = re.compile(r"\s?\((?:방문|대표)?단장\)")
# `한봄 부교장 등 6명으로 이뤄진 대표단`
_AND_OTHERS = re.compile(r"(?:\([^()]*\))?(?:,[^.을를]{2,60}?)?\s등\s?\d+여?\s?명(?:으)?로\s(?:구성된|이뤄진|이루어진|꾸려진)\s")
# `한 시장을 단장으로 한 전남 가람시 민·관·경제 대표단`
_OWN_WORDS = re.compile(r"\s?(?:[가-힣·]{1,8}(?<![은는을를])\s){1,5}")
_NEAR, _FAR = 14, 45
"""Letters between `단장으로 한` and the word for the delegation."""


def heads_a_group(line: Line, person: PersonMention) -> bool:
    """Whether a line tells that somebody is the head of a delegation that it names."""
    if any(_IN_BRACKETS.fullmatch(line.between(group.span, person.span)) for group in line.groups if group.span < person.span):
        return True
    if _HEADS_TOPIC.match(line.behind(person.span, 110)) and any(g.role == "topic" and g.span < person.span for g in line.groups):
        return True
    if any(_LED_BY.fullmatch(line.between(group.span, person.span)) for group in line.groups if group.span < person.span):
        return True
    about = any(group.role == "topic" and group.span < person.span for group in line.groups)
    if about and _WITH_HIM.match(line.behind(person.span, 24)):
        return True
    before = line.before(person.span, 16)
    if _AS_HEAD.search(before) or (_HEAD_IS.search(before) and _TAKEN.match(line.behind(person.span))):
        return True
    if person.bracketed and person.name_span and (person.title or "").endswith(_HEADING):
        return any(_OPENS.fullmatch(line.between(group.span, person.name_span)) for group in line.groups if group.span < person.name_span)
    if about and _FIRST_OF.match(line.behind(person.span, 110)):
        return True
    if line.behind(person.span, 4) == "(단장)" and line.groups:
        return True
    if (person.title or "").endswith("단장") and line.behind(person.span, 3) == "으로 ":
        return any(0 <= group.span.start - person.span.end <= _FAR for group in line.groups)  # `문가온 단장으로 꾸려진 대표단이`
    return _is_head(line, person)


def _is_head(line: Line, person: PersonMention) -> bool:
    """`대표이사(단장)`, `부교장 등 6명으로 이뤄진 대표단`, `시장을 단장으로 한 대표단`."""
    if _IS_HEAD.match(line.behind(person.span, 10)) or _WITH_SO_MANY.match(line.behind(person.span, 24)):
        return True
    counted = _AND_OTHERS.match(line.behind(person.span, 110))
    if counted and any(0 <= g.span.start - person.span.end - counted.end() <= _NEAR for g in line.groups):
        return True
    said = _HEADS.match(line.behind(person.span, 24))
    first = said is None and (_AMONG.match(line.behind(person.span, 24)) or _HEADS_LIST.match(line.behind(person.span, 24)))
    end = person.span.end + (said.end() if said else first.end() if first else 0)
    reach = _NEAR if said else _FAR
    gaps = [line.between(Span(person.span.paragraph, end, end), g.span) for g in line.groups if g.span.start >= end]
    apart = _OWN_WORDS if said else _MADE_UP_OF
    return bool(said or first) and any(len(gap) <= reach or apart.fullmatch(gap) for gap in gaps)
