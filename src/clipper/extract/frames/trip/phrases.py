"""Noun phrases by their last word: how far to the left a name reaches, and the items of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from clipper.data import words as column
from clipper.extract.mentions.people.names import foreign_look
from clipper.extract.mentions.places.gazetteer import gazetteer
from clipper.extract.tokens import readings

_BULLETS = ("▲", "△", "▶", "▷", "◆", "■")
_GLOSS = re.compile(r"\([A-Za-z][^()가-힣]*\)$")
_MOST_WORDS = 7
_MOST_ITEMS = 6
_WORD = re.compile(r"\S+")
_ENDS_CLAUSE = re.compile(
    r"(?:[가-힣](?:고|며|해|하여|면서|지만|여서|는데|러)|[은는를을에]|에서|에는|으로|부터|까지|에게|께|통해|위해|따라|대한|위한|열린|열리는|"
    r"개최된|개최되는|있는|위치한|소재한|(?<![가-힣])차|한|된|할|될|하는|되는|이자|인|던|였던|라는|이라는|중|후|뒤|이어|먼저|또|또한|및|특히|함께|이후|직접|각각|잇따라|"
    r"차례로|거쳐|들러|옮겨|건너가|넘어가|내려가|올라가|금번|(?:계기|주제|대표|별도|목표|필두|순서|번째|코스|차례)로|최초로|형태로|세운|만든|지은|일찌감치|앞서|동안|당시|기간|[가-힣]고자|[가-힣]흘간?|(?:이틀|닷새|엿새|이레|여드레|보름|주일)간?|오전|오후|[오]?[전후침녁]엔|이날|다음날|현지시간|[0-9]+일간|기간에|[0-9]+(?:일|월|년|시|분|명|여명)(?:에는|에|엔)?|\)|이번|해당|다른|여러|주요|현지|도|만|아|어)$"
)
# Words that end like a clause but belong in names.
_IN_NAMES = re.compile(
    r"^(?:[한북남미중일러영독불인](?:[·ㆍ‧\-–][한북남미중일러영독불인대]){1,3}|및|과학한|대한민국|한|부산|두바이|고려한|서울한|제\d+(?:회|차|기|대)|[0-9]{4}|국제|세계|[A-Za-z0-9&.\-]+|"
    r"[가-힣·]*(?:경제|기업|상공|체육|예술|언론|재외한|장애|과학|농업)인|한인|노인)$"
)
_GATHERING = re.compile(r"(?:회|단|모임|포럼|만찬|오찬|행사|회의|리셉션|네트워크)$")
_ENDING_IN_GA = frozenset({"국가", "평가", "린이", "놀이", "작가", "상가", "추가", "참가"})
# `종합암센터와 안전성 시험 등의 전문기관 …를`: the second item is described, the first stands before its description.
_DESCRIBED = re.compile(r"(?P<name>[가-힣A-Za-z]{3,})(?:와|과)\s[^을를.]{2,40}(?:등의|인)\s$")
_DEED = re.compile(r"(?:면담|방문|참석|관람|회의|체결|시찰|참관|참배)$")
# `빈으로 이동, 총회에`: a clause cut short before the comma.
_CUT_SHORT = re.compile(r"(?:이동|도착|입국|출국|출발|방문|면담|접견|예방|회동|회담|체결|참석|시찰|관람)$")
_COUNTRIES = re.compile(r"\s\d+개국")
_JOINS = re.compile(r"(?:와|과|,|·|및)$")


def items_before(text: str, end: int, floor: int = 0) -> tuple[tuple[int, int], ...]:
    """The items of the list that ends at `end` (exclusive, without its particle), in order; `floor` is the first letter
    that may belong to it."""
    return tuple(reversed(tuple(_items(text, end, floor))))


def _items(text: str, end: int, floor: int) -> Iterator[tuple[int, int]]:
    at = end
    for _ in range(_MOST_ITEMS):
        start = _phrase(text, at, floor)
        if start >= at:
            return
        yield start, at
        before = text[floor:start].rstrip()
        if before.endswith(_BULLETS):
            at = floor + len(before[:-1].rstrip())
            first = _phrase(text, at, floor)
            if not text[floor:first].rstrip().endswith(_BULLETS):
                return  # `▲가람대 ▲나루대를`: what stands before the first mark is no item
            continue
        joined = re.search(r"(?:(?<=[가-힣A-Za-z0-9)’'\"])(?:와|과)|,|\s및|·)$", before)
        if not joined:
            described = _DESCRIBED.search(text[floor:start])
            if described:
                yield _phrase(text, floor + described.end("name"), floor), floor + described.end("name")
            return
        cut = floor + joined.start()
        if text[cut] in "와과" and not _fits(text[floor:cut].split()[-1] if text[floor:cut].split() else "", text[cut]):
            return
        at = floor + len(text[floor:cut].rstrip())
        last = _GLOSS.sub("", text[floor:at]).split()[-1:]
        if text[cut] == "," and (not last or _ends_clause(last[0]) or _CUT_SHORT.search(last[0])):
            return


def _fits(stem: str, particle: str) -> bool:
    return any(r.particle == particle and r.stem == stem for r in readings(stem + particle)) if stem else False


def _phrase(text: str, end: int, floor: int) -> int:
    """The first letter of the phrase that ends at `end`."""
    quote = _quote_before(text, end, floor)
    quote = _quoted_occasion(text, end, floor) if quote is None else quote
    if quote is not None:
        return quote
    opened = _bracket_before(text, end, floor)
    if opened is not None:
        return _phrase(text, opened, floor)
    words = [(m.start() + floor, m.end() + floor) for m in _WORD.finditer(text[floor:end])]
    if not words:
        return end
    start = words[-1][0]
    start = _after_mark(text, start, words[-1][1])
    if start != words[-1][0]:
        return start
    for first, last in reversed(words[max(0, len(words) - _MOST_WORDS) : -1]):
        word = text[first:last]
        if word == "주요" and _COUNTRIES.match(text, last):
            return first  # `주요 20개국(G20) 정상회의`
        if _breaks(text, first, last, end):
            break
        cut = _after_mark(text, first, last)
        start = cut
        if cut != first:
            break
    return start


def _breaks(text: str, first: int, last: int, end: int) -> bool:
    """Whether a word can be no part of the name that ends at `end`."""
    word = text[first:last]
    if word.endswith("의") and end - last == _OF_ONE:
        return False  # `무명용사의 묘`
    if word.endswith("기업인") and not _GATHERING.search(text[last:end]):
        return True  # `진출 기업인 가람정밀`: that is a firm; `한인 기업인 간담회`: people
    return word[-1:] in ",·;:”’\"'" or _stops(word) or _DEED.search(word) is not None


_OF_ONE = len(" 묘")


def _after_mark(text: str, first: int, last: int) -> int:
    """Behind the last list mark or opening quote inside a word."""
    marks = [m.end() for m in _MARKS.finditer(text, first, last) if not _in_bracket(text, first, m.start())]
    marks = [mark - first for mark in marks]
    return first + marks[-1] if marks and marks[-1] < last - first else first


# A straight quotation mark before a bracket or a particle closes (`'가람+3'(한국·중국)`).
_MARKS = re.compile(r"[,‘“「『<《△▲◇]|['\"](?![(\s]|[을를은는이가과와의에])")


_WHEN = frozenset({
    "소재", "가운데", "도중", "직후", "직전",
    "오늘", "어제", "내일", "현재", "최근", "지금", "보다", "첫날", "이튿날", "둘째날", "마지막날",
})  # fmt: skip
# `나래대(총장 문가온)가`
_BEHIND_BRACKET = re.compile(r"\)(?:은|는|이|가)$")


def _in_bracket(text: str, first: int, at: int) -> bool:
    return text.count("(", first, at) > text.count(")", first, at)


def _stops(word: str) -> bool:
    bare = re.sub(r"\([^()]*\)$", "", word)
    if _IN_NAMES.match(bare):
        return False
    if _BEHIND_BRACKET.search(word) or word in _WHEN:
        return True
    if _JOINS.search(word):
        role = readings(word)[0].role
        return role in {"with", "with_of"} or word.endswith(("및", ",", "·"))
    reading = readings(word)[0]
    if reading.role == "subject" and reading.particle in {"이", "가"} and word[-2:] not in _ENDING_IN_GA:
        return True
    return _ends_clause(bare) or (bare.endswith("의") and len(bare) > 1 and not bare.endswith(_conferences()))


def _ends_clause(word: str) -> bool:
    """Whether a word ends as clauses do; cities (`시카고`) and words of foreign sounds (`아르카디아`) may only happen to."""
    if _ENDS_CLAUSE.search(word) is None and _IN_ORDER_TO.search(word) is None:
        return False
    by_chance = len(word) >= _FOREIGN and word[-1] in "아어" and foreign_look(word)
    return not (by_chance or (len(word) >= _CITY and word in gazetteer().places))


_CITY, _FOREIGN = 3, 4
# `참석차`, but no `한별자동차`.
_IN_ORDER_TO = re.compile(r"(?:석|가|참관|방문|출장|시찰|답사|연수|취재|관람|견학|협의|점검|휴가|인사|유치|홍보|순방|공연|훈련|강연|기)차$")


@cache
def _conferences() -> tuple[str, ...]:
    """What is attended and ends as a genitive does (`정상회의`)."""
    heads = column("events", "head") | column("trip_events", "head")
    return tuple(sorted(head for head in heads if head.endswith("회의") and len(head) > _WITH_WHAT))


_WITH_WHAT = len("총회의")
# What may stand behind an occasion's name in quotes.
_OCCASION = re.compile(
    r"(?<=[’”'\"」』>》〉])\s(?:[가-힣]{2,6}\s)?[가-힣]{0,4}(?:행사|식|회의|만찬|오찬|간담회|포럼|축제|박람회|전시회|설명회|대회|공연)$"
)
_WIDEST_TAIL = 20


def _quoted_occasion(text: str, end: int, floor: int) -> int | None:
    """`‘정원의 날’ 기념식`: what it is stands behind the quoted name."""
    tail = _OCCASION.search(text, max(floor, end - _WIDEST_TAIL), end)
    return _quote_before(text, tail.start(), floor) if tail else None


def _quote_before(text: str, end: int, floor: int) -> int | None:
    """`‘몬트리올 콘퍼런스’에`: a quoted name ends here."""
    closing = text[end - 1 : end]
    opening = {"’": "‘", "”": "“", "'": "'", '"': '"', "」": "「", "』": "『", ">": "<", "》": "《", "〉": "〈"}.get(closing)
    if opening is None:
        return None
    at = text.rfind(opening, floor, end - 1)
    return at if at >= 0 and end - at < 60 else None


def _bracket_before(text: str, end: int, floor: int) -> int | None:
    """`전통시장(가람시장, 나루시장)`: where the bracket opens that a phrase ends with, if it goes over more than a word."""
    if text[end - 1 : end] != ")":
        return None
    at = text.rfind("(", floor, end)
    glued = at > floor and text[at - 1] != " " and ")" not in text[at : end - 1]
    return at if glued and re.search(r"[\s,·]", text[at:end]) else None


def ends_clause(word: str) -> bool:
    """Whether a word cannot be the last of a name: it has a particle or the ending of a verb."""
    return _stops(word)
