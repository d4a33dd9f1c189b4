"""Money that an agreement is about, and how long it lasts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clipper.extract.analysis import within
from clipper.extract.drafts import Filled
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.merge import Group
from clipper.extract.spans import Sentence, Span
from clipper.records import Amount

_COMMITTED = re.compile(
    r"\s?(?:원|달러)?\s?(?:규모|상당|을|를|의|씩|이|가)?\s?[^.,]{0,24}?"
    r"(?:투자|지원|후원|기부|출연|투입|기탁|수출|구매|공급|협약|조성)"
)
_FOR_YEARS = re.compile(r"(?<!지난 )(?<!최근 )(?P<n>\d{1,2})(?P<u>년|개월)(?:간|\s?동안)(?P<n2>)(?P<u2>)(?P<n3>)(?P<u3>)")
_TERM = re.compile(
    r"(?:협약|계약|위탁|협력|유효)\s?기간[은는이]?[^.]{0,30}?(?P<n>\d{1,2})\s?(?P<u>년|개월)"
    r"|기간은\s[^.]{0,24}?(?P<n3>\d{1,2})(?P<u3>년|개월)"
    r"|(?:총|향후|앞으로)\s?(?P<n2>\d{1,2})\s?(?P<u2>년|개월)\s?(?:간|동안)?"
)


def amounts_of(context: Context, group: Group) -> tuple[Filled[Amount], ...]:
    """The amounts told with the agreement."""
    found: dict[tuple[float, str], Filled[Amount]] = {}
    for sentence in dict.fromkeys(_sentences(context, group)):
        for money in within(context.analysis.money, sentence.span):
            behind = sentence.text[money.span.end - sentence.start :]
            if _COMMITTED.match(behind[:40]) and not money.rate:
                value = Amount(value=money.value, currency=money.currency, text=money.text)
                found.setdefault((money.value, money.currency), Filled(value, (money.span,), "amounts:clause"))
    return tuple(found.values())


_PROMISED = re.compile(r"(?:투자|지원|후원|기부|출연|기탁|구매|공급)\S{0,20}?(?:하기로|키로|할 것을)")


def _sentences(context: Context, group: Group) -> Iterator[Sentence]:
    """Those that speak of the agreement, and those behind it that promise money."""
    if group.background:
        return
    yield from (t.sentence for t in (*group.events, *group.references) if not t.quoted and not t.background)
    first = group.events[0].sentence.index
    for sentence in context.sentences_from(max(0, first - 6), 14):
        if _PROMISED.search(sentence.text) and not sentence.quotes:
            yield sentence


def term_of(context: Context, group: Group) -> Filled[str] | None:
    """How long the agreement lasts, as an ISO 8601 duration."""
    for told in (*group.events, *group.references):
        before = told.sentence.text[: told.trigger.noun.start - told.sentence.start]
        hit = _TERM.search(told.sentence.text) or (_FOR_YEARS.search(before) if told.trigger.event else None)
        if hit and not told.quoted:
            number, unit = hit["n"] or hit["n2"] or hit["n3"], hit["u"] or hit["u2"] or hit["u3"]
            span = Span(told.sentence.paragraph, told.sentence.start + hit.start(), told.sentence.start + hit.end())
            return Filled(f"P{number}{'Y' if unit == '년' else 'M'}", (span,), "term:stated")
    return None
