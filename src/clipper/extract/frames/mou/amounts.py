"""Money that an agreement is about, and how long it lasts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from clipper.extract.analysis import within
from clipper.extract.drafts import Filled
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.merge import Group
from clipper.extract.frames.mou.told import Told
from clipper.extract.mentions.money import MoneyMention
from clipper.extract.mentions.orgs.aliases import is_short_for, key
from clipper.extract.spans import Sentence
from clipper.records import Amount

_COMMITTED = re.compile(
    r"\s?(?:원|달러)?\s?(?:규모|상당|을|를|의|씩|이|가)?\s?[^.,]{0,44}?"
    r"(?:투자|지원|후원|기부|출연|투입|기탁|수출|구매|공급|협약|조성|대출|인수|취득)"
)
# Not the whole sum: for each one, at most, of another year.
_PART = re.compile(r"당\s?(?:최대\s)?[^.,\s]{0,4}\s?$|한도|최대\s?$|지난해|작년|지금까지|그동안|연간\s?$")
_FOR_YEARS = re.compile(
    r"(?<!지난 )(?<!최근 )(?<!\d)(?P<n>\d{1,2})(?P<u>년|개월)(?:간|\s?동안)(?!\s?(?:이어|맺어|지속|유지|교류|운영)\S*\s?(?:온|왔))"
)
_TERM = re.compile(
    r"(?:협약|계약|위탁|협력|유효)\s?기간[은는이]?[^.]{0,30}?(?<!\d)(?P<n>\d{1,2})\s?(?P<u>년|개월)(?!\s?\d)"
    r"|기간은\s[^.]{0,24}?(?<!\d)(?P<n3>\d{1,2})(?P<u3>년|개월)(?!\s?\d)"
    r"|(?<!\d)(?P<n4>\d{1,2})(?P<u4>년|개월)(?:간|\s더)?\s연장"
    r"|(?:날|일)(?:부터|로부터)\s(?P<n5>\d{1,2})(?P<u5>년|개월)(?:간|\s?동안)?\s(?:효력|유효)"
    r"|(?:총|향후|앞으로)\s?(?P<n2>\d{1,2})\s?(?P<u2>년|개월)\s?(?:간|동안)?"
)


# `협약을 맺고 3년간 총 1억원을 지원하기로 했다`
_DONE_FOR = re.compile(
    rf"{_FOR_YEARS.pattern}(?=\s[^.“”]{{2,60}}(?:지원|후원|운영|제공|협력|기탁|공급|기부)(?:하기로|키로|한다|할 (?:예정|계획)|하게 된다))"
)


def amounts_of(context: Context, group: Group) -> tuple[Filled[Amount], ...]:
    """The amounts told with the agreement."""
    found: dict[tuple[float, str], Filled[Amount]] = {}
    whole: dict[str, float] = {}
    clauses = {t.sentence: t.clause for t in group.events if t.clause and len(group.events) == 1}
    for sentence in dict.fromkeys(_sentences(context, group)):
        for money in within(context.analysis.money, clauses.get(sentence, sentence.span)):
            behind = sentence.text[money.span.end - sentence.start :]
            before = sentence.text[: money.span.start - sentence.start]
            if (_COMMITTED.match(behind[:60]) or _COSTS.search(before[-20:])) and not _is_part(money, before[-16:], behind):
                value = Amount(value=money.value, currency=money.currency, text=money.text)
                if _WHOLE.search(before):
                    whole.setdefault(money.currency, money.value)
                elif money.value < whole.get(money.currency, 0) and _INVESTS.search(sentence.text):
                    continue  # what one of those firms puts in
                found.setdefault((money.value, money.currency), Filled(value, (money.span,), "amounts:clause"))
    return tuple(found.values())


def _is_part(money: MoneyMention, before: str, behind: str) -> bool:
    """Whether a sum is not the whole, or of another year; what is delivered each year is what such an agreement is about."""
    if _EACH_YEAR.search(before) and _DELIVERED.match(behind):
        return False
    return money.rate or _PART.search(before) is not None


_EACH_YEAR = re.compile(r"(?:연간|매년|해마다)\s?(?:약|최대|총)?\s?$")
_DELIVERED = re.compile(r"\s?(?:규모|상당|어치)의\s[^.,]{1,40}?(?:공급|구매|납품|수출|판매|매입)")
# `총사업비는 1조 2000억원으로`
_COSTS = re.compile(
    r"(?:총\s?사업비|사업비|총\s?투자비|투자(?:비|금액|금|\s?규모)|(?:협약|지원|후원)\s?(?:규모|금액))[는은]\s(?:총|약|모두)?\s?$"
)
# `4개 기업과 총 519억원 규모의`
_WHOLE = re.compile(r"\d+여?\s?개\s?(?:기업|업체|회사|사)(?:와|과|이|가|는|은|)\s(?:함께\s)?(?:총|모두)\s?$")
_PROMISED = re.compile(
    r"(?:투자|지원|후원|기부|출연|기탁|구매|공급)\S{0,20}?(?:하기로|키로|할 것을)"
    r"|출연(?:한다|했다|하고|하여|해)|(?:대출|보증)을\s(?:지원|실시|진행)|(?:후원금|기부금)\s?\d|출연금으로"
)


def _sentences(context: Context, group: Group) -> Iterator[Sentence]:
    """Those that speak of the agreement, and those behind it that promise money."""
    if group.background:
        return
    yield from (t.sentence for t in (*group.events, *group.references) if not t.quoted and not t.background)
    first = group.events[0].sentence.index
    for sentence in context.sentences_from(max(0, first - 6), 14):
        costs = first <= sentence.index <= first + _SOON and _COST_TOLD.search(sentence.text)
        if not sentence.quotes and (costs or _PROMISED.search(sentence.text) or _invests(context, group, sentence)):
            yield sentence


_SOON = 4
_COST_TOLD = re.compile(rf"{_COSTS.pattern[:-1]}\d")
_INVESTS = re.compile(r"(?:원|달러|유로|엔)[을를]\s(?:들여|투자|투입|출자)")


_ALL_OF_THEM = re.compile(r"(?:이를 위해\s)?(?:양사|양측|양 기관|[두세] (?:회사|기관|기업|곳|도시|대학))[은는]\s")


def _invests(context: Context, group: Group, sentence: Sentence) -> bool:
    """`A사는 … 105억원을 투자해 … 짓는다`, where A is a party; `양사는 …` right behind the signing."""
    if not _INVESTS.search(sentence.text):
        return False
    if sentence.index == group.events[-1].sentence.index + 1 and _ALL_OF_THEM.match(sentence.text):
        return True
    topic = next((w for w in context.row(sentence)[:8] if w.role in ("topic", "subject")), None)
    return topic is not None and any(is_short_for(key(topic.core), k) or key(topic.core) == k for k in group.keys)


def term_of(context: Context, group: Group) -> Filled[str] | None:
    """How long the agreement lasts, as an ISO 8601 duration."""
    for told in (*group.events, *group.references):
        if not told.quoted and (between := _between_days(context, told)):
            return between
        before = told.sentence.text[: told.trigger.noun.start - told.sentence.start]
        hit = _TERM.search(told.sentence.text) or (_FOR_YEARS.search(before) if told.trigger.event else None)
        hit = hit or (_DONE_FOR.search(told.sentence.text, len(before)) if told.trigger.event and told.trigger.type else None)
        if hit and not told.quoted:
            return _stated(told.sentence, hit)
    return None if group.background else _told_behind(context, group)


def _stated(sentence: Sentence, hit: re.Match[str]) -> Filled[str]:
    said = {name[0]: text for name, text in hit.groupdict().items() if text}
    span = sentence.at(hit.start(), hit.end())
    return Filled(f"P{said['n']}{'Y' if said['u'] == '년' else 'M'}", (span,), "term:stated")


_LASTS = re.compile(
    r"^(?:이번\s)?(?:협약|계약|위탁|협력|유효)\s?기간은\s[^.“”]{0,50}?(?<!\d)(?P<n>\d{1,2})(?P<u>년|개월)(?:간|이며|이고|이다|으로|\s동안)"
)


def _told_behind(context: Context, group: Group) -> Filled[str] | None:
    """`위탁 기간은 … 5년이다`: a sentence behind the signing that tells only how long it lasts."""
    first = group.events[0].sentence.index
    for sentence in context.sentences_from(first + 1, _SOON):
        if hit := _LASTS.search(sentence.text):
            return _stated(sentence, hit)
    return None


_PERIOD = re.compile(r"(?:협약|계약|위탁|협력|유효)\s?기간[은는]?\s?\(?")


def _between_days(context: Context, told: Told) -> Filled[str] | None:
    """`협약 기간(2019년 6월 25일~2021년 6월 24일)` as a whole number of years or months."""
    for hit in _PERIOD.finditer(told.sentence.text):
        at = told.sentence.start + hit.end()
        for day in within(context.analysis.dates, told.sentence.span):
            if at - 1 <= day.span.start <= at + 4 and day.end and "X" not in day.start + day.end:
                months = _months(day.start, day.end)
                if months:
                    value = f"P{months // 12}Y" if months % 12 == 0 else f"P{months}M"
                    return Filled(value, (day.span,), "term:days")
    return None


def _months(start: str, end: str) -> int:
    """Whole months from the first day to the last, or 0."""
    first, last = date.fromisoformat(start), date.fromisoformat(end) + timedelta(days=1)
    months = (last.year - first.year) * 12 + last.month - first.month
    return months if first.day == last.day else 0
