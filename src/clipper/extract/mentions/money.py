"""Amounts of money: `2억2천만 달러`, `1억2천1백만 원`, `45백만달러`, `1조 2000억원`, `3000만弗`, `US$ 5,000`.

Korean counts in steps of ten thousand (만, 억, 조), inside a step in thousands, hundreds and tens (천, 백, 십), and may
write any of it in digits. Values are exact: whole units of the currency.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from clipper.data import table
from clipper.errors import DataError
from clipper.extract.spans import Sentence, Span

_LARGEST = Decimal(10) ** 18
_STEPS = {"만": Decimal(10) ** 4, "억": Decimal(10) ** 8, "조": Decimal(10) ** 12}
_SMALL = {"천": Decimal(1000), "백": Decimal(100), "십": Decimal(10)}

_DIGITS = r"\d(?:,?\d){0,18}(?:\.\d{1,4})?"
# Digits and step words take turns, so that there is one way only to read a number.
# Radio news writes `백64억` for 164억.
_NUMBER = rf"(?:(?<![가-힣])[천백](?=\d))?{_DIGITS}(?:여?\s?[조억만천백십]{{1,3}}(?:\s?{_DIGITS})?){{0,6}}"
_PIECE = re.compile(r"[\d,.]+|[조억만천백십]")
_LOW_END = re.compile(rf"(?P<low>{_NUMBER})\s?[~∼～–-]\s?$")
_WINDOW = 24
_DIGIT = re.compile(r"\d")

# Names of one syllable begin other words too (`3원칙`, `20동`): behind a small number they need a particle or a stop.
_CLOSED = re.compile(
    r"(?![가-힣])|(?:이|을|를|은|는|의|에|과|와|으로|로|까지|부터|대|씩|어치|가량|상당|정도|규모|이상|이하|짜리|도|당|선)(?![점장칙색])"
)
_RATE = re.compile(r"(?:연간|매년|매월|매달|해마다|월|연|당|하루|시급|월평균|연평균)\s?(?:약|최대|최소|총|평균)?\s?$")


@dataclass(frozen=True, slots=True)
class MoneyMention:
    """An amount: `value` in units of `currency` (ISO 4217), `text` as written. `rate` where it is so much a
    year, a month or a head. Of a stretch (`10억∼20억 원`) each end is a mention."""

    span: Span
    value: float
    currency: str
    text: str
    rate: bool = False


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    named: re.Pattern[str]
    signed: re.Pattern[str]
    cued: re.Pattern[str]
    currencies: dict[str, str]
    dollars: dict[str, str]
    signs: dict[str, str]


@cache
def _vocabulary() -> _Vocabulary:
    data = table("money")
    currencies, dollars, signs = (_codes(data, name) for name in ("currencies", "dollars", "signs"))
    country = rf"(?:(?P<country>{_either(dollars)})\s?)?"
    return _Vocabulary(
        named=re.compile(rf"(?P<number>{_NUMBER})여?\s?{country}(?P<name>{_either(currencies)})"),
        signed=re.compile(rf"(?P<sign>{_either(signs)})\s?(?P<number>{_NUMBER})"),
        cued=re.compile(rf"(?P<number>{_NUMBER})여?\s?(?={_either(data['cues']['behind'])})"),
        currencies=currencies,
        dollars=dollars,
        signs=signs,
    )


def _codes(data: dict[str, Any], name: str) -> dict[str, str]:
    found = data.get(name)
    if not isinstance(found, dict) or not all(re.fullmatch(r"[A-Z]{3}", str(code)) for code in found.values()):
        raise DataError(f"[{name}] must map words to ISO 4217 codes", where="money.toml")
    return dict(found)


def _either(options: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(o) for o in sorted(options, key=lambda o: (-len(o), o))) + ")"


def parse_number(text: str) -> Decimal | None:
    """`1억2천1백만` → 121000000; None where the steps do not fall, or the number is out of reason."""
    total = section = Decimal(0)
    digits: Decimal | None = None
    ceiling = Decimal(10) ** 30
    for piece in _PIECE.findall(text):
        if piece in _STEPS:
            section += digits or 0
            if _STEPS[piece] >= ceiling or not section:
                return None
            ceiling = _STEPS[piece]
            total, section, digits = total + section * ceiling, Decimal(0), None
        elif piece in _SMALL:
            section, digits = section + (1 if digits is None else digits) * _SMALL[piece], None
        elif digits is not None or (digits := _plain(piece)) is None:
            return None
    value = total + section + (digits or 0)
    return value if 0 < value <= _LARGEST else None


def _plain(text: str) -> Decimal | None:
    """Digits with commas, which must stand in threes."""
    whole, _, fraction = text.partition(".")
    if "," in whole and not re.fullmatch(r"\d{1,3}(?:,\d{3})+", whole):
        return None
    digits = whole.replace(",", "")
    return Decimal(f"{digits}.{fraction}" if fraction else digits) if digits.isdigit() else None


def find_money(sentences: Sequence[Sentence]) -> tuple[MoneyMention, ...]:
    """All amounts of money of an article in order. Pure, and never raises."""
    found: list[MoneyMention] = []
    for sentence in sentences:
        text = sentence.text
        if any(char in text for char in "원러불弗로엔안드동억조$€￥¥£₩￦피트소깃블") and _DIGIT.search(text):
            found += sorted(_in(sentence), key=lambda m: m.span)
    return tuple(found)


def _in(sentence: Sentence) -> Iterator[MoneyMention]:
    words, text = _vocabulary(), sentence.text
    taken: list[tuple[int, int]] = []
    for match in words.named.finditer(text):
        if _is_name(text, match):
            taken.append(match.span())
            yield from _made(sentence, match, _code(words, match))
    for match in (*words.signed.finditer(text), *words.cued.finditer(text)):
        start, end = match.span("number")
        if any(a < end and start < b for a, b in taken):
            continue
        sign = match.groupdict().get("sign")
        if sign is None and not any(step in match["number"] for step in "조억"):
            continue
        taken.append(match.span())
        yield from _made(sentence, match, words.signs[sign] if sign else "KRW")


def _code(words: _Vocabulary, match: re.Match[str]) -> str:
    country = match["country"]
    if country is not None and match["name"] == "달러":
        return words.dollars[country]
    return words.currencies[match["name"]]


def _is_name(text: str, match: re.Match[str]) -> bool:
    name, number = match["name"], match["number"]
    if len(name) > 1:
        return True
    large = bool(set(number) & set("조억만천백")) or "," in number
    if name == "동" and not set(number) & set("조억만"):
        return False
    return large or bool(_CLOSED.match(text, match.end()))


def _made(sentence: Sentence, match: re.Match[str], currency: str) -> Iterator[MoneyMention]:
    text = sentence.text
    start = match.start()
    if start and (text[start - 1].isdigit() or text[start - 1] in ".,"):
        return
    low = _LOW_END.search(text, max(0, start - _WINDOW), start)
    number = match["number"]
    value = parse_number(number)
    if value is None:
        return
    before = low.start() if low else start
    rate = bool(_RATE.search(text, max(0, before - 8), before))
    if low is not None and (lowest := _low_value(low["low"], number, value)) is not None:
        span = sentence.at(low.start("low"), low.end("low"))
        yield MoneyMention(span, float(lowest), currency, low["low"], rate)
    end = start + len(match[0].rstrip())
    yield MoneyMention(sentence.at(start, end), float(value), currency, text[start:end], rate)


def _low_value(low: str, high: str, value: Decimal) -> Decimal | None:
    """The lower end; it borrows the steps of the upper one where it has none (`10∼20억 원`)."""
    lent = low if set(low) & set("조억만천백십") else low + "".join(c for c in high if c in "조억만천백십")
    lowest = parse_number(lent)
    return lowest if lowest is not None and lowest < value else None
