"""Names that no table has, taken for places by what stands around them.

`중국 광둥성 양장시`, `미국 스노퀄미카운티`, `프랑스 레사블돌론 일대`, `캐나다 퀘벡주(셔브룩, 브로몽)`, `4개 도시(…)`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from clipper.extract.mentions.places.gazetteer import FREE, Named
from clipper.extract.mentions.places.model import Cue, Level, Place
from clipper.extract.mentions.places.scan import Candidate, words_not
from clipper.extract.mentions.places.tails import Tail, body_in, gloss, is_doctrine, suffixes, tail

# The suffixes that tell a place of an unknown word: 군, 구 and 도 end too many others.
_TELLING = ("카운티", "자치주", "자치구", "시", "市", "주", "州", "성", "省", "현", "縣", "섬", "정", "町", "촌")
_WORD = re.compile(r" ?[‘'“]?([가-힣]{3,10}|[가-힣]{2,7} 카운티|[가-힣]{2,7}[市州省縣])")
_AREA = re.compile(
    r" ([가-힣]{2,8})(?= (?:일대|일원|지역|현지|시내|인근|근교|해변|항구)(?:에서|에|의|로|를|을|$|[ ,.]))"
)
_GLOSSED = re.compile(r" ([가-힣]{2,8})(?=[(（][A-ZÀ-Þ][a-zà-ỹ]+(?:[ -][A-Za-zÀ-ỹ]+){0,3}[)）])")
# What a name of three letters or more begins with up to a telling suffix, and what it ends with before Latin in brackets.
_MAY_TELL = re.compile(rf"(?<![가-힣])[가-힣]{{2,9}}?(?:[{''.join(sorted({suffix[-1] for suffix in _TELLING}))}]| 카운티)")
_BEFORE_LATIN = re.compile(r"[(（](?<=([가-힣]{3}).)(?=[A-ZÀ-Þ])")
_HANJA = re.compile(r" ([가-힣]{2,7})[(（][\u4e00-\u9fff]{1,6}[)）](시|현|구|정|촌|섬)")
# `윈난성 망시에서`: of two syllables only where something happens there; others are words (`당시`, `동시에`).
_SHORT_CITY = re.compile(r" ([가-힣](시|현))(?=에서(?:[은는도의]|\s|$))")
_AT = ("에서", "에", "로", "으로", "시", "시에", "시에서", "시로", "시를", "시와", "시의", "시는")
_WITH = ("", "를", "을", "와", "과", "의")
# Behind a region: `텍사스주 보카치카에서`.
_LOCATED = re.compile(r" ([가-힣]{3,7}?)(?=에서 |에서는 |에서도 |에 위치한|에 있는|에 도착)")
_COUNTED = re.compile(
    r"(?:\d{1,2}|[두세네]|다섯|여섯) ?개? ?(국|국가|나라|도시|개 ?주|개 ?성) ?[(（]([^()（）]{2,90})[)）]"
)
_BRACKET = re.compile(r"[(（]([^()（）]{2,90})[)）]")
_SPLIT = re.compile(r"\s*[·ㆍ․‧∙•,、/]\s*|\s+(?:및|그리고)\s+|(?<=[가-힣])[와과]\s+")
_ITEM = re.compile(r"([가-힣]{2,9}?)( 등| 외)?")
_TOLD = frozenset(("suffix", "gloss"))
_SURE = 3
_LIKE_PLACES = frozenset(("end", "particle", "place", "title", "org"))


def unknown(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    """The places of a sentence that are told by those `found`, none overlapping them or one another."""
    if not found and "(" not in text:
        return []
    told = [*_behind(text, found)]
    if "(" in text or "（" in text:
        told += (*_in_brackets(text, found), *_counted(text, found))
    if not told:
        return []
    taken = {at for one in found for at in range(one.start, one.end)}
    extra: list[Candidate] = []
    for one in told:
        span = range(one.start, one.end)
        if taken.isdisjoint(span):
            extra.append(one)
            taken.update(span)
    return extra


def learned(found: Iterable[Candidate]) -> dict[str, Place]:
    """The unknown places that were told by their neighbours, by name: later the article may name them alone."""
    return {
        one.named[0].place.name: one.named[0].place
        for one in found
        if one.cue in _TOLD and one.named[0].place.country and len(one.named[0].place.name) >= _SURE
    }


def may_teach(text: str, others: Iterable[str]) -> Iterator[str]:
    """Those of other sentences from which `text` may know a name that no table has (`learned`): they have a word with a telling
    suffix in common with it, or Latin in brackets behind one of its words."""
    words = set(_MAY_TELL.findall(text))
    for other in others:
        ends = _BEFORE_LATIN.findall(other) if "(" in other or "（" in other else ()  # most have none
        if [word for word in words if word in other] or [end for end in ends if end in text]:
            yield other


def again(text: str, found: Sequence[Candidate], known: Mapping[str, Place]) -> Iterator[Candidate]:
    """Where a sentence names a learned place alone (`야즈정을 방문한다`)."""
    for name, place in known.items():
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            apart = at == 0 or not "가" <= text[at - 1] <= "힣"
            if apart and all(end <= one.start or at >= one.end for one in found):
                rest = tail(text, name, end)
                if rest.kind in ("end", "particle"):
                    words, close = gloss(text, end) if rest.kind == "end" else ("", end)
                    yield Candidate(at, end, close, (Named(place),), rest, FREE, words, "suffix")
            at = text.find(name, end)


def _behind(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Right behind a country or region abroad: a word with a suffix, or one before 일대, 지역."""
    for one in found:
        place = one.named[0].place
        if one.caution == FREE and place.level in ("country", "region") and place.country != "KR" and one.tail.kind == "end":
            yield from _chain(text, one.joint, place, {other.start for other in found})


def _chain(text: str, end: int, above: Place, starts: set[int]) -> Iterator[Candidate]:
    if end in starts or end + 1 in starts:
        return
    if (one := _suffixed(text, end, above)) is not None:
        yield one
        if one.tail.kind == "end":
            yield from _chain(text, one.joint, one.named[0].place, starts)
        return
    short = _SHORT_CITY.match(text, end) if above.level == "region" else None
    if short and suffixes()[short[2]].used_in(above.country):
        yield _made(text, short.start(1), short.end(), "city", above, "suffix")
        return
    if (one := _with_hanja(text, end, above)) is not None:
        yield one
        return
    if (one := _with_latin(text, end, above)) is not None:
        yield one
        return
    area = _AREA.match(text, end) or (_LOCATED.match(text, end) if above.level == "region" else None)
    if area and not area[1].endswith(words_not("end")) and not body_in(area[1]):
        yield _made(text, area.start(1), area.end(1), "city", above, "chain")


def _with_latin(text: str, end: int, above: Place) -> Candidate | None:
    """`미국 버논(Vernon)에서`, `캐나다 퀘벡주 그랜비(Granby)를`: behind a country a locative particle tells it from a firm."""
    word = _GLOSSED.match(text, end)
    if word is None or word[1].endswith(words_not("end")) or body_in(word[1]):
        return None
    one = _made(text, word.start(1), word.end(1), "city", above, "gloss")
    rest = tail(text, word[1], one.close).text
    good = _AT if above.level == "country" else _AT + _WITH
    return replace(one, tail=Tail("particle", rest)) if rest in good else None


def _with_hanja(text: str, end: int, above: Place) -> Candidate | None:
    """`중국 쓰촨(四川)성 몐주(綿竹)시에서`: the suffix stands behind the bracket."""
    word = _HANJA.match(text, end)
    if word is None or not suffixes()[word[2]].used_in(above.country):
        return None
    rest = tail(text, text[word.start(1) : word.end()], word.end())
    if rest.kind not in ("end", "particle"):
        return None
    one = _made(text, word.start(1), word.end(1), "city", above, "gloss")
    return replace(one, tail=Tail(rest.kind, word[2] + rest.text))


def _suffixed(text: str, end: int, above: Place) -> Candidate | None:
    """The shortest beginning of the next word that ends in a suffix, and whose rest is a particle or the like."""
    word = _WORD.match(text, end)
    if word is None:
        return None
    for size in range(3, len(word[1]) + 1):
        ending = next((suffix for suffix in _TELLING if word[1][:size].endswith(suffix)), None)
        if ending and (one := _place(text, word.start(1), size, ending, above)) is not None:
            return one
    return None


def _place(text: str, start: int, size: int, ending: str, above: Place) -> Candidate | None:
    name = text[start : start + size]
    row = suffixes()[ending]
    if len(name.removesuffix(ending).strip()) < 2 or not row.used_in(above.country) or name.endswith(words_not("end")):
        return None
    rest = tail(text, name, start + size)
    if rest.kind not in _LIKE_PLACES or is_doctrine(ending, rest):
        return None
    level: Level = "city" if above.level == "region" else row.levels[0]
    return _made(text, start, start + size, level, above, "suffix")


def _in_brackets(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The list in the bracket behind a country or region, if a known place is among it."""
    for one in found:
        place = one.named[0].place
        bracket = _BRACKET.match(text, one.end) if place.level in ("country", "region") else None
        if not bracket or place.country == "KR" or one.caution != FREE:
            continue
        inside = _between(found, *bracket.span(1))
        if any(place.country in {entry.place.country for entry in c.named} for c in inside):
            yield from _items(text, bracket.start(1), bracket.end(1), "city", place, "list")


def _counted(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """`4개국(…)`, `3개 도시(…)`; where the known cities lie in one country, the unknown do too."""
    for bracket in _COUNTED.finditer(text):
        level: Level = "city" if bracket[1] == "도시" else "region" if bracket[1][0] == "개" else "country"
        inside = _between(found, *bracket.span(2))
        countries = {entry.place.country for one in inside for entry in one.named}
        shared = countries.pop() if len(countries) == 1 and level != "country" else None
        yield from _items(text, bracket.start(2), bracket.end(2), level, Place("", "country", shared), "count_list")


def _between(found: Sequence[Candidate], start: int, end: int) -> Sequence[Candidate]:
    low, high = (bisect_left(found, at, key=lambda one: one.start) for at in (start, end))
    return found[low:high]


def _items(text: str, start: int, end: int, level: Level, above: Place, cue: Cue) -> Iterator[Candidate]:
    for part in _parts(text, start, end):
        item = _ITEM.fullmatch(text, *part)
        if item:
            yield _made(text, part[0], part[0] + len(item[1]), level, above, cue)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for gap in _SPLIT.finditer(text, start, end):
        yield start, gap.start()
        start = gap.end()
    yield start, end


def _made(text: str, start: int, end: int, level: Level, above: Place, cue: Cue) -> Candidate:
    name = text[start:end]
    rest = tail(text, name, end) if cue not in ("list", "count_list") else Tail("end", "")
    words, close = gloss(text, end) if rest.kind == "end" else ("", end)
    region = above.region if above.level == "region" else None
    place = Place(name, level, above.country, region)
    return Candidate(start, end, close, (Named(place),), rest, FREE, words, cue)
