"""The day that goes with a word of travel, and whether it is told as history."""

from __future__ import annotations

import re

from clipper.extract.frames.trip.scene import HOME, Line
from clipper.extract.frames.trip.status import of_trigger
from clipper.extract.frames.trip.triggers import Trigger
from clipper.extract.mentions.dates import DateMention
from clipper.extract.mentions.places import PlaceMention

_NEAR = 80
"""Letters between a day and the word of travel that it goes with."""
# `일본에 다녀오며 실무진만 대동했던 것과 달리`: another journey.
_UNLIKE = re.compile(r"[^.]{0,40}[가-힣][던한은] 것과는? 달리")
_LONG_AGO = re.compile(r"지난해|작년|재작년|당시|시절|생전|이래|(?P<year>(?:19|20)\d\d)년\s")
_BEFORE = re.compile(r"(?:지난해|작년|재작년|당시|과거|앞서|이전|(?:19|20)\d\d년|지난\s?\d{1,2}월|이래|이후)")


def when_of(line: Line, trigger: Trigger) -> DateMention | None:
    """The date that stands nearest before the trigger, in the same sentence."""
    before = [d for d in line.dates if 0 <= trigger.start - (d.span.end - line.sentence.start) <= _NEAR and d.dated and not d.announces]
    return before[-1] if before else None


def is_background(line: Line, trigger: Trigger, when: DateMention | None) -> bool:
    """Whether a leg is told as history: the sentence opens so, or its date is a former month or year."""
    if (line.background and not _another_now(line, when) and not _to_come(line, trigger)) or _UNLIKE.match(line.text, trigger.end):
        return True
    if line.text[: trigger.start].endswith(("방문에 대한 ", "방한에 대한 ")):
        # `지난 4월 부의장의 빈롱성 방문에 대한 답방`: the date is that of the visit answered.
        return False
    if when is not None and when.kind in {"month", "year"} and when.deixis != "오는":
        return bool(_BEFORE.search(line.text[: trigger.start]))
    if line.text[trigger.end :].lstrip("한할").startswith(" 당시") and (when is None or when.precision != "day"):
        return True
    first = max(0, trigger.start - 40)
    told = _LONG_AGO.search(line.text, first, trigger.start)
    while told and _of_this_year(line, told, when):
        told = _LONG_AGO.search(line.text, told.end(), trigger.start)
    return told is not None and trigger.kind != "invite"


def _of_this_year(line: Line, told: re.Match[str], when: DateMention | None) -> bool:
    """`‘2025년 교류사업 대표단’이 17일 한국을 방문해`: a year in a name, that of the day told behind it."""
    if when is None or when.precision != "day" or line.offset(when.span) < told.end():
        return False
    return told["year"] is not None and when.start.startswith(told["year"])


def _another_now(line: Line, when: DateMention | None) -> bool:
    """`한편 김 지사는 23일 보스턴을 찾는다`: what 한편 adds may be news too, where it has a day of its own."""
    said = line.text.lstrip("○□ㅇ ").startswith(("한편", "앞서", "이에 앞서", "이에앞서"))
    return said and when is not None and when.precision == "day"


def _to_come(line: Line, trigger: Trigger) -> bool:
    """`한편 … 의장은 12월 도쿄를 방문한다`: what is yet to come is no history."""
    opens = line.text.lstrip("○□ㅇ ").startswith("한편") and trigger.kind in {"visit", "tour", "leave"}
    return opens and of_trigger(line.plain, trigger) == "planned"


def just_back(line: Line, trigger: Trigger, where: tuple[PlaceMention, ...]) -> bool:
    """`14일 영국에서 돌아온 이 회장은 19일 독일로 출국했다`: the journey before the one told."""
    back = _CAME_BACK.match(line.text, trigger.end) if trigger.kind in {"tour", "visit"} else None
    start = trigger.adnominal if trigger.kind == "return" else back.end() if back else None
    if start is None or not _OFF_AGAIN.search(line.text, start):
        return False
    been = {p.country for p in where}
    later = (p for p in line.places if line.offset(p.span) >= start and not p.within)
    return bool(been) and any(p.country not in {*been, HOME} for p in later)


_CAME_BACK = re.compile(r"에서\s(?:막\s|갓\s)?돌아온\s")
_OFF_AGAIN = re.compile(r"출국|떠났|떠난|향했|향한|방문|출장길")
