"""Which day an agreement is signed, by its clause, and whether the clause only looks back."""

from __future__ import annotations

import re
from datetime import date

from clipper.extract.analysis import within
from clipper.extract.frames.common_cues import described, is_caption, long_ago, looks_back, opens_background
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.triggers import Trigger, may_hold_agreement
from clipper.extract.mentions.dates import DateMention
from clipper.extract.spans import Sentence, Span

# More than this many days before the article is history.
_NEWS_DAYS = 45


def is_background(context: Context, trigger: Trigger) -> bool:
    """Whether a telling is history: old by its day, or said as what went before."""
    sentence = trigger.sentence
    at = trigger.noun.start - sentence.start
    near = sentence.text[max(0, at - 70) : at]
    behind = sentence.text[at : at + 24]
    days = signing_dates(context, trigger)
    recent = bool(days) and days[-1].precision == "day" and not _is_old(context, days[-1])
    if looks_back(behind) and not is_caption(sentence.text) and not trigger.dated and trigger.status != "planned":
        return not (recent and may_hold_agreement(context.headline))
    if not days and _in_past_years(context, behind):
        return True
    if days:
        return _is_old(context, days[-1])
    if opens_background(sentence.text) and trigger.status == "signed":
        return not _held_today(context, sentence)
    return long_ago(_without_years_to_come(context, near)) and trigger.status in ("signed", None)


# Behind `A가 B와 맺은 협약`: what is said of a paper in force, not of its signing.
_IN_FORCE = re.compile(
    r"(?:서|문|안)?[’'”\"]?(?:\([^()]{1,20}\))?(?:에 (?:따라|따른|따르면|근거|의해|의거|명시|규정)|대로\s"
    r"|[을를] (?:근거로|이행|지키|어기|어겼|위반|파기|해지|해제|취소|중단|철회|재검토|재협상|수정|변경|개정|공개하|두고|놓고|둘러싸고|문제)"
    r"|[이가은는] (?:불리|불공정|부당|무효|잘못|위법|논란|문제|졸속|도마))"
)


def is_in_force(trigger: Trigger) -> bool:
    """`A가 B와 맺은 협약이 불리하다며`: whether the clause speaks of a paper that there is, and not of its signing."""
    paper = trigger.verb  # in `맺은 … 협약` the trigger's noun is the verb, which stands first
    if paper is None or paper < trigger.noun:
        return False
    return _IN_FORCE.match(trigger.sentence.text, paper.end - trigger.sentence.start) is not None


def _without_years_to_come(context: Context, text: str) -> str:
    """`2025~2026년 교류 각서`: the years that a paper is for are not when it was signed."""
    reference = context.analysis.reference
    return text if reference is None else _YEAR.sub(lambda m: m[0] if int(m["year"]) < reference.year else "", text)


_YEAR = re.compile(r"(?P<year>20\d\d)년")


# `업무협약을 체결, 2013년부터 …`: what followed, followed long ago.
_SINCE = re.compile(r"\S{2,8}\s?\S{0,4}(?:체결|맺)(?:하고|해|고|어)?,?\s(?P<year>(?:19|20)\d\d)년(?:부터|에)")


def _in_past_years(context: Context, behind: str) -> bool:
    since, reference = _SINCE.match(behind), context.analysis.reference
    return since is not None and reference is not None and int(since["year"]) < reference.year


_CEREMONY_NOW = re.compile(r"(?:이날 |이번 )?(?:업무)?협약식에는 ")


def _held_today(context: Context, sentence: Sentence) -> bool:
    """Whether the sentences behind tell who comes to the ceremony: then `한편` only opens another part of the news."""
    following = context.sentences_from(sentence.index + 1, 2)
    return sentence.text.startswith("한편") and any(_CEREMONY_NOW.match(s.text) for s in following)


def _is_old(context: Context, day: DateMention) -> bool:
    reference = context.analysis.reference
    if reference is None or "X" in day.start:
        return bool(re.match(r"(?:지난해|작년|(?:19|20)\d\d년)", context.analysis.text(day.span)))
    parts = [int(p) for p in day.start.split("-")]
    if len(parts) == 1:
        return parts[0] < reference.year
    last = date(parts[0], parts[1], parts[2] if len(parts) > 2 else 28)
    return (reference - last).days > _NEWS_DAYS


def signing_dates(context: Context, trigger: Trigger) -> tuple[DateMention, ...]:
    """The days that stand before the trigger in its sentence and may be its own."""
    sentence = trigger.sentence
    region = Span(sentence.paragraph, sentence.start, min(trigger.reach, sentence.end))
    found = []
    for day in within(context.analysis.dates, region):
        if day.kind in ("length", "nights_days") or not day.dated or (day.particle in ("부터", "까지") and not _of_the_hour(sentence, day)):
            continue
        if sentence.quoted(day.span.start):
            continue
        if _of_another_clause(sentence, day, trigger):
            continue
        found.append(day)
    between = tuple(d for d in found if trigger.apart and d.span.start >= trigger.noun.end and d.precision != "year")
    if between:
        return between  # `20일 … 협약을 다음 달 체결하기로 합의했다`
    days = [d for d in found if d.precision == "day"]
    if days and (before := _EARLIER.search(sentence.text[: region.end - sentence.start], days[-1].span.end - sentence.start)):
        days = [d for d in found if d.span.start - sentence.start >= before.start()]  # `25일 A와 지난 2월 협약을 맺고 … 공표했다`
        found = days
    found = [d for d in found if d.precision != "year" or not d.end]  # `2025~2026년 교류 협약`: how long
    return tuple(days or [d for d in found if d.kind != "year" or _LONE_YEAR.match(_behind(sentence, d))])


# Right before the paper: `지난해 매출을 올린 A와의 협약` dates what it describes.
_EARLIER = re.compile(r"(?:지난\s(?:\d{1,2}[·,월]|해\s|달\s)|지난[해달]\s|작년\s)(?:(?![을를]\s).){0,14}$")


def _of_the_hour(sentence: Sentence, day: DateMention) -> bool:
    """`16일 오후 2시부터`: from that hour on, on that day."""
    at = day.span.start - sentence.start
    return bool(re.match(r"[^,]{2,14}일(?:\([^()]{1,3}\))?\s?(?:오전|오후|낮)?\s?\d{1,2}시", sentence.text[at : at + 30]))


def _behind(sentence: Sentence, day: DateMention) -> str:
    return sentence.text[day.span.end - sentence.start :][:_NEAR]


_NEAR = 40
# `2016년 중국과 …`, `2016년 독일 나루 ICT와`, not the year of a project's name (`2025년 주요 사업`).
_LONE_YEAR = re.compile(
    r"(?:에|에는|부터)?,?\s(?:[가-힣A-Z]{2,12}(?:(?:\s[가-힣A-Z]{2,8})?(?:와|과|에서|는|은|이|가))"
    r"|(?:[가-힣A-Za-z]{2,10}\s){1,2}[가-힣A-Za-z]{2,12}[와과]\s|처음|체결|맺)"
)


def _of_another_clause(sentence: Sentence, day: DateMention, trigger: Trigger) -> bool:
    """A day right before an adnominal verb dates what that verb describes (`2016년 설립된 …`, `지난해 3월 문을 연 …`)."""
    behind = sentence.text[day.span.end - sentence.start : trigger.noun.start - sentence.start]
    if _NO_DAY.match(behind) or (day.precision != "day" and not _HELD.search(behind) and described(behind)):
        return True
    return bool(re.match(r"(?:에|에는)?\s(?:[가-힣]+에서 )?(?:설립된|출범한|개소한|창립한|제정된|개원한|개관한|시작된|설립한)", behind))


# `지난해에 이어 올해도`, `지난해보다`
_NO_DAY = re.compile(r"에도? 이어|보다|\s대비")
_HELD = re.compile(r"(?:열린|개최된|개최한|진행된|마련된|방문한|찾은)\s")
