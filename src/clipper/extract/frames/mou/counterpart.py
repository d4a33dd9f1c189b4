"""The other side where no clause of the signing names it: the seat where it is signed, the town visited for it, the firms that
a list of investments tells one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clipper.extract.analysis import within
from clipper.extract.frames.mou.acting import of_country
from clipper.extract.frames.mou.arguments import Item
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.lexicon import no_agent
from clipper.extract.frames.mou.merge import Group
from clipper.extract.frames.mou.named import AGAIN, guessed_body, is_described
from clipper.extract.frames.mou.party import Party, party_of
from clipper.extract.frames.mou.scenes import Scene, sites, visits
from clipper.extract.frames.mou.told import Told
from clipper.extract.mentions.orgs import OrgMention
from clipper.extract.mentions.orgs.aliases import is_short_for, key
from clipper.extract.mentions.orgs.names import LEGAL, bare_name, head_of, is_government
from clipper.extract.mentions.orgs.words import Word
from clipper.extract.mentions.places import PlaceMention
from clipper.extract.spans import Sentence, Span

_HOSTS = ("university", "institute", "company", "association", "government", "assembly")


def host(context: Context, group: Group) -> Iterator[Party]:
    """`총장은 비엔나대에서 협정을 체결한다`: whose house it is signed in, where somebody comes to sign."""
    for told in _news(group) if len(group.parties) == 1 else ():
        for region in sites(Scene(told.row, told.end, told.sentence)):
            found = within(context.analysis.orgs, region)
            last = found[-1] if found and found[-1].span.end == region.end else None
            if last and last.kind in _HOSTS and not _is_own_seat(last.name) and not _is_known(last.canonical, group):
                yield Party(key(last.canonical), last.canonical, (last.span,), "host", 0.65, last.kind)
                return
            if ministry := _ministry(context, told, region, found):
                yield ministry
                return
            if place := _governed(context, region):
                if not _is_known(place.name, group):
                    yield party_of(context, context.analysis.text(place.span), place.span, "host", 0.7, "local_gov")
                return


_ROOM = re.compile(r"\s?(?:청사\s?)?(?:대?회의실|회의장|접견실|청사|강당)")


def _ministry(context: Context, told: Told, region: Span, found: Sequence[OrgMention]) -> Party | None:
    """`케냐 산림부 회의실에서`: the ministry abroad in whose room they sign."""
    for mention in reversed(found):
        if _ROOM.fullmatch(context.analysis.text(Span(region.paragraph, mention.span.end, region.end))):
            word = next((w for w in told.row if w.name_span.end == mention.span.end), None)
            return of_country(context, told.row, word, mention.name, mention.kind) if word else None
    return None


_GOVERNMENT = re.compile(r"(?:\([^()]{1,12}\))?\s?(?:인민|[시성주현])?정부(?:\s?청사)?$")


def _governed(context: Context, region: Span) -> PlaceMention | None:
    """`중국 가람성 정부에서`: the place abroad in the house of whose government they sign."""
    for place in reversed(within(context.analysis.places, region)):
        if place.country != "KR" and place.level in ("city", "region"):
            behind = context.analysis.text(Span(region.paragraph, place.span.end, region.end))
            return place if _GOVERNMENT.fullmatch(behind) else None
    return None


def _is_own_seat(name: str) -> bool:
    return name.endswith(("시청", "군청", "구청", "도청", "청사"))


def visited_town(context: Context, group: Group) -> Iterator[Party]:
    """`상트페테르부르크를 방문해 우호교류 협약을 체결한다`: the town is the other side."""
    for told in _news(group) if len(group.parties) == 1 else ():
        for region in visits(Scene(told.row, told.end, told.sentence)):
            towns = [p for p in within(context.analysis.places, region) if p.level in ("city", "region") and p.span.end >= region.end - 1]
            if towns and not _is_known(context.analysis.text(towns[-1].span), group):
                span = towns[-1].span
                yield party_of(context, context.analysis.text(span), span, "visited", 0.7, "local_gov")
                return


def _news(group: Group) -> Iterator[Told]:
    yield from (t for t in group.events if t.trigger.type and not t.background and not t.caption)


def _is_known(name: str, group: Group) -> bool:
    own = key(name)
    return any(own == k or is_short_for(own, k) or is_short_for(k, own) or own.startswith(k) for k in group.keys)


_INVESTMENT = re.compile(r"투자[가-힣]*\s?(?:상호\s?)?(?:업무\s?)?$")
_PUTS_IN = re.compile(r"투자|투입|들여|이전|신설|증설|신축|건립|설립|짓는|짓기로|세운다|조성")
_LONGEST_LIST = 12


def investors(context: Context, group: Group) -> Iterator[Party]:
    """`도는 12개 기업과 투자협약을 체결했다. ㈜A는 … 공장을 세운다. 업체인 B는 …`: the firms that the sentences behind tell of."""
    told = next((t for t in group.events if t.open and _INVESTMENT.search(_before_noun(t))), None)
    if told is None:
        return
    for sentence in context.sentences_from(told.sentence.index + 1, _LONGEST_LIST):
        if _PUTS_IN.search(sentence.text) and not sentence.quotes:
            yield from _firms(context, sentence)
            yield from _payer(context, sentence)


def _before_noun(told: Told) -> str:
    return told.sentence.text[: told.trigger.noun.start - told.sentence.start].rstrip(" ‘'\"“")


def _firms(context: Context, sentence: Sentence) -> Iterator[Party]:
    row = context.row(sentence)
    for word in row:
        if word.role in ("topic", "subject") and _is_firm(row, word):
            yield party_of(context, bare_name(word.core), word.name_span, "invests", 0.8, "company")


_PAYS = re.compile(r"(?:원|달러)[을를]\s(?:들여|투자|투입)")


def _payer(context: Context, sentence: Sentence) -> Iterator[Party]:
    """`한별철강은 150억 원을 투입해 …`: whoever pays is one of them, known or not."""
    row = context.row(sentence)
    topic = next((w for w in row[:4] if w.role == "topic"), None)
    if topic is None or not _PAYS.search(sentence.text):
        return
    first = max(0, topic.index - 1) if topic.index and _goes_on(row[topic.index - 1], topic) else topic.index
    found = guessed_body(context, row, Item(first, topic.index), no_agent())
    if found and not is_government(topic.core) and not AGAIN.fullmatch(topic.core):
        yield found


def _goes_on(word: Word, topic: Word) -> bool:
    """`이우드 코리아는`: a word of a country needs the one before it."""
    return word.bare and not topic.before and topic.core in ("코리아", "한국", "재팬", "차이나", "아시아", "인터내셔널", "그룹")


def _is_firm(row: tuple[Word, ...], word: Word) -> bool:
    if LEGAL.search(word.core) and bare_name(word.core):
        return True
    head = head_of(word.core)
    return is_described(row, word) and not (head is not None and head.text == word.core)
