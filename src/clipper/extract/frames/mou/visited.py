"""The other side by a visit in the clause: `나루대학을 방문해 김 총장을 만나 … 협약을 맺었다`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from clipper.extract.frames.mou.acting import headed
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.lexicon import ordinary
from clipper.extract.frames.mou.named import countries, tells_what
from clipper.extract.frames.mou.party import Party, party_of
from clipper.extract.mentions.orgs.aliases import key
from clipper.extract.mentions.orgs.names import bare_name, head_of, is_title, raw, reach
from clipper.extract.mentions.orgs.words import Word
from clipper.extract.spans import Span

_VISITS = re.compile(r"방문해|방문하여|방문,|찾아|찾은|만나|초청해|방문하고")


def visited(context: Context, row: tuple[Word, ...], stop: int) -> Iterator[Party]:
    """`인테그리스 본사를 방문해 … 협약을 체결한다`: the one visited is the other side."""
    for i in range(1, stop):
        if not _VISITS.match(row[i].core + row[i].particle + row[i].after) or row[i - 1].role != "object":
            continue
        region = Span(row[i - 1].span.paragraph, row[_start_of_visited(row, i)].span.start, row[i - 1].span.end)
        office = headed(context, row[i - 1])
        if office:
            yield replace(office, rule="visited", sure=0.7)  # `나루시장을 만나`
            continue
        found = context.orgs_in(region)[-1:]
        for mention in found:
            yield Party(key(mention.canonical), mention.canonical, (mention.span,), "visited", 0.7, mention.kind)
        if not found and (body := _body_of_visited(context, row, i) or _by_its_form(context, row, i)):
            yield body
        elif not found and i > 1 and row[i - 1].core in _SEATS and row[i - 2].bare:
            yield Party(key(row[i - 2].core), row[i - 2].core, (row[i - 2].name_span,), "visited", 0.7)


def _start_of_visited(row: tuple[Word, ...], at: int) -> int:
    """The number of the word at which who is visited may begin: not over another argument (`A는 8일 나루 국립대학의 B 총장을 만나`)."""
    for i in range(at - 2, max(-1, at - _LONGEST), -1):
        if row[i].role and row[i].role != "of":
            return i + 1
    return max(0, at - _LONGEST + 1)


def _body_of_visited(context: Context, row: tuple[Word, ...], at: int) -> Party | None:
    """`나루 외국어대학의 B 총장을 만나`: the body whose head is met, by its form."""
    for i in range(at - 2, max(0, at - _NEAR), -1):
        head = head_of(row[i].core)
        if row[i].role == "of" and is_title(row[at - 1].core) and head and head.text != row[i].core:
            first = reach(row, i, _start_of_visited(row, at))
            first -= first > 0 and row[first - 1].core in ("국립", "시립", "도립", "왕립")
            name = bare_name(" ".join((*map(raw, row[first:i]), row[i].core)))
            return party_of(context, name, row[first].span.to(row[i].name_span), "visited", 0.75, head.kind)
    return None


_NAMED_COLLEGE = re.compile(
    r"(?!(?:전문|현지|해외|국내|일반|지역|참여|관내|해당|소속|유명|자매|협력|[각양두세\d]\S*)\s?대학)[가-힣A-Z ]{2,}대학"
)
_KIND_OF_COLLEGE = re.compile(r"(?:국제|국립|공과|과학|기술|과학기술|사범|의과|경제|외국어|정보통신)?대학교?")


def _by_its_form(context: Context, row: tuple[Word, ...], at: int) -> Party | None:
    """`나루대학을 방문해`, `가로마 대학을 찾아`: a university or a firm that nothing else in the article tells for one."""
    last = row[at - 1]
    head = head_of(last.core)
    if head is None and at > 1 and not ordinary().fullmatch(last.core) and last.core not in _SEATS and tells_what(row[at - 2]):
        return party_of(context, bare_name(last.core), last.name_span, "visited", 0.7)  # `태양전지 생산업체 다솜을 방문`
    if head is None or head.kind not in ("university", "company"):
        return None
    first = reach(row, at - 1, _start_of_visited(row, at))
    alone = first == at - 1 and (head.text == last.core or _KIND_OF_COLLEGE.fullmatch(last.core))
    first -= bool(alone and at > 1 and row[at - 2].bare and row[at - 2].core not in countries())
    name = bare_name(" ".join((*map(raw, row[first : at - 1]), last.core)))
    if name == head.text or (head.weak and not _NAMED_COLLEGE.fullmatch(name)):
        return None
    return party_of(context, name, row[first].span.to(last.name_span), "visited", 0.75, head.kind)


_NEAR = 5
_LONGEST = 8
_SEATS = frozenset(("본사", "사옥", "공장", "본점", "캠퍼스", "청사", "연구소"))
