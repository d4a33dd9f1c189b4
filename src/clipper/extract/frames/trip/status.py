"""Whether a journey is planned, under way, over, put off or called off."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from clipper.extract.frames.trip.lexicon import being_planned, ongoing, words
from clipper.extract.frames.trip.triggers import Trigger
from clipper.extract.mentions.dates.tense import ending_in, tense_after

Status = Literal["planned", "ongoing", "completed", "cancelled", "postponed"]

_SOON = 3
"""Days after which a visit with one day told is over."""
# `방문한 이 총재는`, `중국을 찾은 이 시장이`
_CAME = re.compile(r"[한은온간른난]\s$")
# `돌고 있다`, `둘러보고 있으며`
_LEFT = re.compile(r"한\s(?!뒤|후|다음|이후|직후|예정)")
_STILL = re.compile(r"고\s?있(?:다|으|고|는)")
# `순방을 미뤘던 장관이 다시 …`
_RESUMED = re.compile(r"(?:을|를)?\s?(?:미뤘던|미룬|미뤄온|연기했던|연기한|취소했던)\s.{0,40}다시")
_TO_VISIT = re.compile(r"(?:하기 위해|[을를] 위해|차)\s[^.]{0,40}?(?:출국했|출발했|떠났|올랐다|향했)")
# `만날 것으로 알려졌다`: the past of the report
_OCCASION = re.compile(r"\s?(?:중\s)?(?:[을를]\s)?계기(?:로|에),?\s")
# `방한을 계기로 협력을 늘리기로 했다`, `이번 방문을 계기로 수출을 늘릴 계획이다`: what is to come is not the visit.
_THIS = re.compile(r"이번\s(?:\S{1,8}\s){0,2}$")
_AGREED = re.compile(r"(?<!계)기로 (?:했|합의|하고|하며|뜻)[^.]{0,12}(?:다|고|며)")
# `방문을 계기로 한 …` is no `하기로 한`, `건설 예정지에서` no plan.
_NO_PLAN = re.compile(r"계기로|예정지|예정 부지|예정부지")
_EXPECTED = re.compile(rf"{ending_in(8)} 것(?:으로|이라)")
_WAS_TO_BE = re.compile(r"(?:예정|계획|방침)이었(?:다|으나|지만|는데|고|던)|려던|기로 했던")
_REPORTING = re.compile(r"(?:다|라)고\s[^.]{0,24}?(?:밝혔|전했|말했|설명했|알려졌|전해졌|발표했|보도했)")


def of_trigger(text: str, trigger: Trigger) -> Status | None:
    """What the sentence says of the step that a trigger tells; None where it says nothing."""
    tail = text[trigger.end : trigger.end + 60]
    resumed = _RESUMED.match(tail)
    if not resumed and words("cancelled").search(tail):
        return "cancelled"
    if not resumed and words("postponed").search(tail[:40]):
        return "postponed"
    if _OCCASION.match(tail) and (_AGREED.search(text, trigger.end) or _THIS.search(text[: trigger.start])):
        told = by_tense(text, trigger.end - 1)
        return None if told == "planned" else told
    if trigger.kind == "return" and re.match(r"(?:했|한(?!다)|하고 |해 )", tail):
        return "completed"
    if words("over").search(text[trigger.start : trigger.end + 20]):
        return "completed"
    if _TO_VISIT.match(tail):
        # `방문하기 위해 출발했다`
        return "ongoing"
    if trigger.adnominal is not None and _CAME.search(text[trigger.end - 1 : trigger.adnominal]):
        return "ongoing"
    if is_still(text, trigger):
        return "ongoing"
    near = text[trigger.start : trigger.end + 14]
    if ongoing().search(near) and not being_planned().search(near):
        return "ongoing"
    # `찾는다` holds its own ending.
    return by_tense(text, trigger.start if text[trigger.end - 1] == "다" else trigger.end - 1)


def is_over(text: str, trigger: Trigger) -> bool:
    """Whether the words around a trigger say that the journey has ended (`순방을 마친`)."""
    return bool(words("over").search(text[trigger.start : trigger.end + 20]))


def is_still(text: str, trigger: Trigger) -> bool:
    """Whether the word of travel itself is said of the present (`동남아를 돌고 있다`)."""
    return bool(_STILL.search(text[trigger.start : trigger.end + 4]))


def has_left(text: str, trigger: Trigger) -> bool:
    """Whether a sentence tells by the way that the travellers have set out or come (`26일 출국한 대표단은 … 둘러본다`)."""
    return trigger.kind in {"leave", "arrive"} and trigger.adnominal is not None and bool(_LEFT.match(text, trigger.end))


def was_to_be(text: str, end: int) -> bool:
    """Whether a sentence tells of a journey, by the word that ends at `end`, as a plan of the past (`찾을 예정이었다`)."""
    return bool(_WAS_TO_BE.search(text[end : end + 40]))


def cut_short(text: str) -> bool:
    """Whether a journey is told to be over sooner than planned (`출장을 단축해 귀국한다`): it was made all the same."""
    return bool(_CUT_SHORT.search(text))


_CUT_SHORT = re.compile(r"(?:일정|출장|방문|순방)[을를]\s(?:\S{1,4}\s)?(?:단축|앞당|줄[여이인])")


def off_word(text: str) -> Status | None:
    """Whether a sentence speaks of calling off or putting off at all."""
    return "cancelled" if words("cancelled").search(text) else "postponed" if words("postponed").search(text) else None


def by_tense(text: str, position: int) -> Status | None:
    """The status that the verb behind a position tells; what only reports (`…다고 밝혔다`) is left out."""
    reported = _REPORTING.search(text, position)
    said = _NO_PLAN.sub(lambda word: "·" * len(word[0]), text[: reported.start() + 1] if reported else text)
    ahead = re.match(r"\S{0,2}\s?앞[두둔]", said[position:]) or being_planned().search(said[position : position + 24])
    if ahead or words("planned").search(said[position : position + 90]) or _EXPECTED.search(said, position):
        return "planned"
    tense = tense_after(said, position)
    return {"past": "completed", "future": "planned", "now": "ongoing"}.get(tense or "")  # type: ignore[return-value]


def by_days(start: str | None, end: str | None, reference: date | None, told: Status | None) -> Status | None:
    """The status that the days of the journey leave possible: what is told, corrected by the calendar."""
    if reference is None or told in {"cancelled", "postponed"}:
        return told
    first, last = _day(start), _day(end)
    if (first and first > reference) or _lies_ahead(start, reference):
        return "planned"
    if first and first < reference and last is None and told == "planned":
        return "completed"
    if last and last < reference and told != "planned":
        return "completed"
    if first and last and first < reference < last and told in {"completed", "planned"}:
        return "ongoing"
    if first and last and first == reference < last and told == "completed":
        return "ongoing"  # `20일 도착해 22일까지 머문다`, in the news of the 20th
    return told


def _lies_ahead(start: str | None, reference: date) -> bool:
    """Whether a journey begins in a month or year to come, its day unsaid (`내년 4월`)."""
    return start is not None and "X" not in start[:7] and start[:7] > reference.isoformat()[: len(start[:7])]


def long_over(start: str, reference: date | None) -> bool:
    """Whether a visit of which only the day of coming is told lies so far back that whoever came has left."""
    first = _day(start)
    return first is not None and reference is not None and (reference - first).days >= _SOON


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
