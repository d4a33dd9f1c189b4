"""Who sat at a signing: the people named in a list of those attending, known by their place in the list or by a mention."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clipper.data import words
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.lexicon import no_names
from clipper.extract.mentions.orgs.aliases import is_short_for, key
from clipper.extract.mentions.people import PersonMention
from clipper.extract.mentions.people.names import STRONG, korean_name
from clipper.extract.spans import Sentence, Span

# `하정인 여수공항장`: a name, and a post that ends as posts do, whatever it is.
_ITEM = re.compile(
    r"(?:(?<=[,·:] )|(?<=[,·:(])|(?<=[와과] )|(?<=[은는] )|(?<=및 )|(?<=에서 )|(?<=부터 )|^)(?P<name>[가-힣]{3})(?:\([^()]{1,12}\))?\s"
    r"(?P<post>(?:[가-힣A-Za-z0-9·]+\s){0,4}?[가-힣A-Za-z0-9]*(?:장|대표|이사|교수|위원|상무|전무|총괄|책임자|목사|신부|이사장|부사장))"
    r"(?=[,·\s)]|[이가은는와과을를](?:\s|$)|$)"
)
# `구미시(시장 장세용)`, `제주도(원희룡 도지사)` in such a list
_POST = r"(?P<title>(?:[가-힣]{1,12}\s){0,2}[가-힣]*(?:장|대표|이사|지사|차관))"
_HEAD = re.compile(rf"(?<=[가-힣A-Za-z])\({_POST}\s(?P<name>[가-힣]{{3}})(?:\s등)?\)")
_HEAD_BEHIND = re.compile(rf"(?<=[가-힣A-Za-z])\((?P<name>[가-힣]{{3}})\s{_POST}\)")
_PICTURE = re.compile(
    r"(?:왼쪽|오른쪽|좌측|우측|\(좌|\(우|좌)\s?부터|\((?:사진\s)?(?:왼쪽|오른쪽|가운데|좌|우)[^()]{0,8}\)|기념\s?(?:사진|촬영)"
)
_SIGNING = re.compile(r"협약|체결|MOU|결연|양해각서|서명|협정")


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person of a list: `title` and the span of name and post."""

    name: str
    title: str
    span: Span


def listed(sentence: Sentence, region: Span) -> Iterator[Attendee]:
    """Names with a post in a region of the sentence, also those that no list of titles knows."""
    low, high = region.start - sentence.start, region.end - sentence.start
    for item in _ITEM.finditer(sentence.text, low, high):
        if is_name(item["name"]) and korean_name(item["name"]) == STRONG:
            yield Attendee(item["name"], item["post"].split()[-1], sentence.at(item.start("name"), item.end("post")))


def heads(sentence: Sentence, region: Span) -> Iterator[Attendee]:
    """Heads in brackets behind the bodies of a list of those attending."""
    low, high = region.start - sentence.start, region.end - sentence.start
    for pattern in (_HEAD, _HEAD_BEHIND):
        for item in pattern.finditer(sentence.text, low, high):
            if is_name(item["name"]) and korean_name(item["name"]) == STRONG:
                yield Attendee(item["name"], item["title"].split()[-1], sentence.at(item.start() + 1, item.end() - 1))


def is_name(name: str) -> bool:
    """Whether a mention's name is one, and no word for bodies, things or doing (`양사`, `지자체`)."""
    return name not in no_names() and name not in words("name_stopwords", "word") and not name.endswith(("하고", "맺고", "원과", "으로"))


def pictured(context: Context, parties: frozenset[str]) -> Iterator[PersonMention]:
    """Whom captions show at the signing; somebody of a party is among them."""
    for sentence in _pictures(context, parties):
        for person in context.people_in(sentence.span):
            if not person.bracketed and len((person.name or "").split()) <= _WORDS:
                yield person


_WORDS = 3


def _pictures(context: Context, parties: frozenset[str]) -> Iterator[Sentence]:
    for sentence in context.analysis.sentences:
        if not _PICTURE.search(sentence.text) or not (_SIGNING.search(_caption(context, sentence)) or _alone(context, sentence)):
            continue
        named = {p.person for p in context.people_in(sentence.span)}
        if any(p.person in named and _of_party(p.organization, parties) for p in context.analysis.people):
            yield sentence


def _alone(context: Context, sentence: Sentence) -> bool:
    """`사진 왼쪽부터 A 병원장과 B 총장.`, `A 대표(왼쪽) / B 대표(오른쪽)`: names alone, under a headline of the signing."""
    alone = _OPENS.match(sentence.text) is not None or not sentence.text.rstrip(". ").endswith("다")
    return alone and _SIGNING.search(context.headline) is not None


_OPENS = re.compile(r"^[(\[▲△◇■\s]*(?:사진\s?)?(?:왼쪽|오른쪽|좌측|우측|좌)(?:에서)?부터\s")


def _caption(context: Context, sentence: Sentence) -> str:
    """The sentence and the one before it in its paragraph (`협약식을 마친 뒤 기념촬영을 하는 모습. 왼쪽부터 …`)."""
    before = context.analysis.sentences[sentence.index - 1] if sentence.index else sentence
    return before.text + sentence.text if before.paragraph == sentence.paragraph else sentence.text


def _of_party(body: str | None, parties: frozenset[str]) -> bool:
    if not body:
        return False
    own = key(body)
    return any(own == party or is_short_for(own, party) or is_short_for(party, own) for party in parties)

