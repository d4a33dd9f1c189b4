"""A programme told as a list: `가람대 연설, 상의 회장단과의 간담회, 나루연구소 방문 등 일정을 소화했다`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clipper.extract.frames.trip.lexicon import any_of
from clipper.extract.frames.trip.scene import Line
from clipper.extract.frames.trip.things import is_event, is_thing, trimmed

_LIST = re.compile(
    r"\s등(?:의)?\s(?:[가-힣]{2,4}\s){0,2}?일정[을에]\s(?:\S{2,4}\s)?"
    r"(?P<done>소화|진행|가졌|가진|가질|갖는|갖고|이어|마치|마쳤|마무리|수행|나선|나섰)"
)
_MARK = re.compile(r",\s|\s및\s|[△▲]|[을를] (?:비롯|포함|시작)\S*\s|(?<=[가-힣])[과와]\s")
# What stands before the first item: the day, the topic, the clause before.
_OPENS = re.compile(
    r".*(?:[가-힣](?:은|는|에서|에는|하고|하며|이어)|열린|열리는|개최된|하루|하루동안|동안|오전|오후|이날|이튿날|첫날|\d일)\s"
)
_SEEN = re.compile(rf"\s(?:{any_of('seen_bare')})$")
_SPEECH = re.compile(r"\s(?:초청\s)?(?:연설|강연|특강)$")
_MET = re.compile(r"(?:면담|회담|접견|예방|회동|만남|오찬|만찬|조찬)$")
_WIDEST = 260


def programme(line: Line) -> Iterator[tuple[int, int, int]]:
    """What the items of programmes name, as offsets in the sentence, with where the verb stands."""
    for found in _LIST.finditer(line.text) if "일정" in line.text else ():
        if line.spoken(line.sentence.start + found.start()):
            continue
        for start, end in _items(line.text, found.start()):
            cut = _named(line, start, end)
            if cut is not None:
                yield (*cut, found.start("done"))


def _items(text: str, end: int) -> Iterator[tuple[int, int]]:
    """The items of the list that ends at `end`, the last first, as long as each says what is done."""
    floor = max(0, end - _WIDEST)
    marks = (mark for mark in _MARK.finditer(text, floor, end) if text[mark.start()] not in "과와" or _is_done(text, floor, mark.start()))
    bounds = [(floor, floor), *(mark.span() for mark in marks), (end, end)]
    for (_, start), (stop, _) in zip(reversed(bounds[:-1]), reversed(bounds[1:]), strict=True):
        opens = _OPENS.match(text, start, stop)
        first = opens.end() if opens else start
        if not _is_done(text, first, stop):
            return
        yield first, stop
        if opens:
            return


def _is_done(text: str, start: int, end: int) -> bool:
    """Whether an item says what is done: a visit, a speech, a meeting, an occasion."""
    return any(does.search(text, start, end) for does in (_SEEN, _SPEECH, _MET)) or is_event(text[start:end])


def _named(line: Line, start: int, end: int) -> tuple[int, int] | None:
    """The site or occasion that an item names; meetings with people are told elsewhere."""
    deed = _SEEN.search(line.text, start, end) or _SPEECH.search(line.text, start, end)
    if deed is None and (_MET.search(line.text, start, end) or any(start <= line.offset(p.span) < end for p in line.people)):
        return None
    cut = trimmed(line, start, deed.start() if deed else end)
    return cut if cut is not None and is_thing(line, cut, deed is None, True) else None
