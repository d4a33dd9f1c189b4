"""Names told as places by the list they stand in: `산둥성 옌타이시, 라온시, 칭다오시`, `청도, 라온, 북경 등 3개 도시`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clipper.extract.mentions.places.gazetteer import FREE, Named
from clipper.extract.mentions.places.model import Place
from clipper.extract.mentions.places.scan import Candidate, words_not
from clipper.extract.mentions.places.tails import gloss, tail

_SEPARATED = re.compile(r"(?:[,·ㆍ‧、]|와|과) ?")
# Behind it the list goes on, or a particle ends it. 성, 주 and 현 end too many other words.
_SIBLING = re.compile(r"[가-힣]{2,6}?시(?=[,·ㆍ‧、를을와과에의로 ]|$)")
_BEFORE_COUNT = re.compile(r" 등(?:의)? (?:[가-힣]{1,6} )?(?:\d{1,2}|[두세네]|다섯|여섯) ?개 ?(?:주요 ?|중소 ?|해안 ?)?도시")
_ITEMS = re.compile(r"(?:[가-힣]{2,9}(?:[,·ㆍ‧、] ?|[와과] ))+[가-힣]{2,9}$")
_ITEM = re.compile(r"[가-힣]{2,9}?(?=[,·ㆍ‧、]|[와과] |$)")
_REACH = 90


def siblings(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    """The unknown names with 시 behind a city abroad with 시, in a list with it."""
    starts = {one.start for one in found}
    return [name for one in found if text[one.end - 1] == "시" and _abroad(one) for name in _behind(text, one, starts)]


def counted(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    """`found`, with all names of lists that are summed up as cities (`청도, 라온, 북경 등 3개 도시`), where one is known abroad."""
    names = list(found)
    for summed in _BEFORE_COUNT.finditer(text):
        floor = max(0, summed.start() - _REACH)
        items = _ITEMS.search(text, floor, summed.start())
        if items is not None:
            names = _told(text, names, [m.span() for m in _ITEM.finditer(text, items.start(), summed.start())])
    return sorted(names, key=lambda one: one.start)


def _abroad(one: Candidate) -> bool:
    place = one.named[0].place
    return one.caution == FREE and place.level in ("city", "region") and place.country not in (None, "KR")


def _behind(text: str, one: Candidate, starts: set[int]) -> Iterator[Candidate]:
    at = one.close
    while (gap := _SEPARATED.match(text, at)) and gap.end() not in starts:
        name = _SIBLING.match(text, gap.end())
        if name is None or name[0].endswith(words_not("end")):
            return
        made = _made(text, name.span(), one.named[0].place)
        yield made
        at = made.close


def _made(text: str, span: tuple[int, int], like: Place) -> Candidate:
    """A city no table has, of the country of its neighbour."""
    name = text[span[0] : span[1]]
    rest = tail(text, name, span[1])
    words, close = gloss(text, span[1]) if rest.kind == "end" else ("", span[1])
    place = Place(name, "city", like.country, like.region)
    return Candidate(span[0], span[1], close, (Named(place),), rest, FREE, words, "list")


def _told(text: str, found: list[Candidate], items: Sequence[tuple[int, int]]) -> list[Candidate]:
    """`found`, with the items of one list taken for cities of the country in which its known ones lie."""
    inside = [one for one in found if any(one.start == start and one.end <= end for start, end in items)]
    countries = {one.named[0].place.country for one in inside if _abroad(one)}
    if len(countries) != 1:
        return found
    country = countries.pop()
    kept = [one for one in found if one not in inside or one.caution == FREE]
    taken = {one.start for one in kept}
    for start, end in items:
        if start in taken:
            continue
        wary = next((one for one in inside if one.start == start and one.end == end), None)
        there = tuple(Named(entry.place) for entry in wary.named if entry.place.country == country) if wary else ()
        if wary and there:
            kept.append(replace(wary, named=there, caution=FREE, cue="count_list"))
        elif not text[start:end].endswith(words_not("end")):
            kept.append(replace(_made(text, (start, end), Place("", "country", country)), cue="count_list"))
    return kept
