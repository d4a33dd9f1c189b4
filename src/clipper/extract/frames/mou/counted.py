"""The other side as a number: `올해 선정된 5개 대학과`, where a list elsewhere has their names (`A, B, C, D, E 등 5개 대학`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from clipper.extract.frames.mou.arguments import Argument, arguments
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.lexicon import no_names, ordinary, verbal
from clipper.extract.frames.mou.parties import parties_of
from clipper.extract.frames.mou.party import Party
from clipper.extract.mentions.orgs.aliases import key
from clipper.extract.mentions.orgs.names import bare_name, is_descriptor, is_title
from clipper.extract.spans import Sentence, Span

_KIND = (
    r"(?:대학교?|학교|기업|기관|업체|회사|지자체|시군|시·군|도시|병원|단체|은행|공사|공공기관|협회|마트|건설사|발전사|유통사|제조사|브랜드|법인|농가|조합|학[·.]연\s?기관|유통업체|[가-힣]{1,3}사)"
)
_COUNTED = re.compile(
    rf"(?:이들\s)?(?P<n>\d+)개\s?(?P<kind>{_KIND})(?:\([^()]{{3,300}}\))?[와과이가은는]\s"
    rf"|(?P<what>{_KIND})\s?(?P<places>\d+)(?:곳|개소|개)[와과]\s"  # `지역대학 4곳과`
)
_COUNT = re.compile(rf"\s(?:등\s(?:[가-힣]{{2,8}}\s)?)?(?:총\s)?(?P<n>\d+)개\s?(?P<kind>{_KIND})")
# One name of a list, and a comma behind the one before; read from the count backwards.
_LAST = re.compile(r"(?:(?P<comma>,)\s?)?(?P<name>[^,.()“”‘’\"'▷:]{2,40})(?:\([^()]{1,20}\))?$")
_LONGEST_NAME, _LONGEST_LIST = 24, 15
_NEAR, _SURE = 3, 0.8
# `3개 기관(A, B, C)`, `3개 기관은 A, B, C이다`
_NAMED_BEHIND = re.compile(
    rf"(?P<n>\d+)개\s?(?P<kind>{_KIND})"
    r"(?:\((?P<in>[^()]{3,300})\)|(?:은|는)\s(?P<list>[^.“”▷:]{3,300}?)\s?(?:등이다|이다|다|입니다)\.)"
)
_INCLUDING = re.compile(r"(?P<name>\S{2,24})[을를] 비롯(?:해|한) \S+$")
_BRACKET = re.compile(r"\([^()]*\)")
_AND = re.compile(r",\s?|\s및\s|(?<=[가-힣])[와과]\s")


@dataclass(frozen=True, slots=True)
class _List:
    """A list in a sentence's text that tells its own length; `opens` where words of the sentence stand before its first name."""

    start: int
    text: str
    count: int
    kind: str
    opens: bool


def counted_bodies(context: Context, sentence: Sentence, stop: int) -> tuple[Party, ...]:
    """The bodies that a with-argument before the paragraph offset `stop` only counts, by the list that names them all."""
    for hit in _COUNTED.finditer(sentence.text[: max(0, stop - sentence.start)]):
        count, kind = int(hit["n"] or hit["places"]), hit["kind"] or hit["what"]
        for other in context.analysis.sentences:
            for named in _lists(other.text) if f"{count}개" in other.text else ():
                found = tuple(_names(context, other, named)) if (named.count, named.kind) == (count, kind) else ()
                if found and len(found) == named.count:
                    return found
        if told := _told_behind(context, sentence, count):
            return told
    return ()


def _told_behind(context: Context, sentence: Sentence, count: int) -> tuple[Party, ...]:
    """`시는 지역대학 4곳과 협약을 맺었다. 시는 A, B, C, D와 …`: as many bodies as were counted, in a with-argument of a sentence behind."""
    for other in context.sentences_from(sentence.index + 1, _NEAR) if count > 1 else ():
        row = context.row(other)
        for argument in arguments(row, len(row)):
            if argument.position == "with" and len(argument.items) == count:
                found = parties_of(context, row, (argument,))
                if len(found) == count and all(p.sure >= _SURE for p in found):
                    return tuple(replace(p, rule="counted") for p in found)
    return ()


_SIDED = re.compile(r"(?P<n>[3-9])자\s?(?:간\s?)?(?:[가-힣]{2,4}\s?){0,2}(?:협약|협정|양해각서|MOU)")


def sides_behind(context: Context, sentence: Sentence, named: tuple[Party, ...]) -> tuple[Party, ...]:
    """`가람시가 4자 협약을 맺었다. B·C·D는 가람시와 …`: as many as were counted, in a sentence behind that has those named."""
    hit = _SIDED.search(sentence.text)
    known = {p.key for p in named}
    for other in context.sentences_from(sentence.index + 1, _NEAR) if hit and known else ():
        row = context.row(other)
        args = [Argument("with", a.items, True) for a in arguments(row, len(row)) if a.position in ("subject", "with")]
        found = parties_of(context, row, args[:2])
        if hit and len({p.key for p in found}) == int(hit["n"]) and known <= {p.key for p in found}:
            return tuple(replace(p, rule="counted") for p in found if p.key not in known)
    return ()


def _lists(text: str) -> Iterator[_List]:
    """The lists that tell their own length: before the count, and behind it."""
    for hit in _COUNT.finditer(text):
        start = _start(text, hit.start())
        if start < hit.start():
            yield _List(start, text[start : hit.start()], int(hit["n"]), hit["kind"], True)
    for hit in _NAMED_BEHIND.finditer(text):
        group = "in" if hit["in"] else "list"
        yield _List(hit.start(group), hit[group], int(hit["n"]), hit["kind"], False)


def _start(text: str, end: int) -> int:
    """Where the list that ends at `end` begins; `end` where nothing is listed."""
    at, last = end, end
    for _ in range(_LONGEST_LIST):
        one = _LAST.search(text, max(0, at - 64), at)
        if one is None:
            break
        last = one.start("name")
        if not one["comma"] or len(one["name"]) > _LONGEST_NAME:
            return last if at < end else end
        at = one.start()
    return last if last < at < end else end


def _names(context: Context, sentence: Sentence, named: _List) -> Iterator[Party]:
    at = named.start
    for number, piece in enumerate(_AND.split(_BRACKET.sub("", named.text))):
        text = piece.strip()
        if number == 0 and named.opens and (first := _INCLUDING.search(text)):  # `A를 비롯해 B, C 등 3개 대학`
            yield from _names(context, sentence, _List(at + named.text.index(first["name"]), first["name"], 1, named.kind, False))
        name = bare_name(text.split()[-1] if number == 0 and named.opens and text else text)
        last = name.split()[-1] if name else ""
        start = sentence.text.find(name, at)
        if start < 0 or not 1 < len(name) <= _LONGEST_NAME or last in no_names() or is_descriptor(last) or is_title(last):
            return
        if verbal().fullmatch(last) or (ordinary().fullmatch(last) and key(name) not in context.bodies):
            return
        known = context.bodies.get(key(name))
        full = known.canonical if known else name
        span = Span(sentence.paragraph, sentence.start + start, sentence.start + start + len(name))
        yield Party(key(full), full, (span,), "counted", 0.85, known.kind if known else "")
        at = start + len(name)
