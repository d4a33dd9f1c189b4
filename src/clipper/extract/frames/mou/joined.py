"""Several bodies joined in one word: `A·B와`, `A-B-C, … 협약`, and the delegation of two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from clipper.extract.frames.mou.arguments import Item
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.lexicon import no_colleges, no_names, ordinary, verbal
from clipper.extract.frames.mou.party import Party, party_of
from clipper.extract.mentions.orgs.aliases import is_province, key
from clipper.extract.mentions.orgs.names import bare_name, head_of, is_descriptor, is_government
from clipper.extract.mentions.orgs.words import Word
from clipper.extract.spans import Span


def pieces_of(context: Context, word: Word, following: str) -> tuple[Party, ...]:
    """`행복나래·행복도시락협동조합과`, `나주시-JB가든센터-오앤오팜하우스간`: several names in one word."""
    for mark in ("·", "ㆍ", "‧", "-", "–"):
        if mark not in word.core or _is_one(word.core) or (mark in "-–" and word.core.isascii() and following != "간"):
            continue
        parts = [p for p in map(bare_name, word.core.split(mark)) if len(p) > 1]
        if names_kinds(word.core):
            parts = [p for p in parts if is_body(context, p)]  # `가정·기업·기관과`
        if len(parts) < 2 or (mark in "·ㆍ‧" and not _is_list(context, word, parts, following)):
            continue
        return tuple(p for p in (piece_of(context, word, part) for part in parts) if p)
    return ()


def _is_one(core: str) -> bool:
    """`가람·나루경제자유구역청`: a name that has a dot itself, unless each piece ends as names of its kind do."""
    return any(core.endswith(end) and core.count(end) == 1 for end in ("컨소시엄", "경제자유구역청"))


_BODIES = frozenset(("기업", "기관", "단체", "학교", "대학", "병원", "지자체", "업체", "업계", "시민", "주민", "정부", "은행"))


def names_kinds(core: str) -> bool:
    """Whether dots join words for bodies in general (`가정·기업·기관`)."""
    return any(part in _BODIES for part in re.split(r"[·ㆍ‧]", core)[1:])


def before_kinds(context: Context, row: tuple[Word, ...], item: Item) -> tuple[Party, ...]:
    """`가람부·나루교육청·이전 공공기관`: the names joined before the kind of body that ends the list."""
    before = row[item.last - 1] if item.last > item.first and is_descriptor(row[item.last].core) else None
    if before is None or not before.bare or "·" not in before.core:
        return ()
    names = (p for p in before.core.split("·")[:-1] if is_body(context, p) or _is_office(p) or _has_head(p))
    return tuple(party for name in names if (party := piece_of(context, before, name)))


def opening_names(context: Context, row: tuple[Word, ...], item: Item) -> tuple[Party, ...]:
    """`나루연구원·다솜대학교 관절염 연구센터와`: the names before the dot of an item's first word."""
    first = row[item.first]
    for mark in "·ㆍ‧" if item.last > item.first and not first.role else "":
        *parts, last = first.core.split(mark)
        if parts and all(map(_has_head, (*parts, last))):
            return tuple(p for p in (piece_of(context, first, part) for part in parts) if p)
    return ()


def without_opening(party: Party | None, opening: tuple[Party, ...]) -> Party | None:
    """The party that the rest of such an item names."""
    if party is None or not opening:
        return party
    name = party.name[party.name.rindex(opening[-1].name) + len(opening[-1].name) + 1 :] if opening[-1].name in party.name else party.name
    span = party.spans[0]
    cut = Span(span.paragraph, span.end - len(name), span.end) if len(party.spans) == 1 else span
    return replace(party, key=key(name), name=name, spans=(cut, *party.spans[1:]))


def _has_head(part: str) -> bool:
    if part.endswith("대") and len(part) > _TWO:  # `가람대·나루대 사업단과`
        return not part.endswith(no_colleges())
    head = head_of(part)
    return head is not None and not head.weak and len(part) > len(head.text) + 1


def _is_list(context: Context, word: Word, parts: list[str], following: str) -> bool:
    """Whether dots part names: one of them is known, `등` follows, or there are three and no body has the whole for its name."""
    if all(map(_has_head, parts)) and word.role in ("with", "with_of", "between"):
        return True  # `나루대학교·다솜병원과`
    if word.role in _SIDES and is_government(parts[-1]) and not any(map(ordinary().fullmatch, parts[:-1])):
        return True  # `온새로템·가람도와`
    if any(is_body(context, p) or _is_office(p) for p in parts[:-1]) or following.startswith("등") or _are_names(word, parts):
        return True
    return len(parts) > 2 and context.org_at(word) is None


def _is_office(part: str) -> bool:
    """`지식경제부ㆍ한전`: a ministry, an agency or a public corporation by its head."""
    head = head_of(part)
    if head is None or head.kind != "government" or head.weak:
        return False
    return len(part) > len(head.text) + 2 or (head.text == part and head.alone == "name")


def _are_names(word: Word, parts: list[str]) -> bool:
    """`파리바게뜨·뚜레쥬르와`: two long words that are no ordinary ones."""
    long = all(len(p) > 3 and not ordinary().fullmatch(p) and not is_descriptor(p) and head_of(p) is None for p in parts)
    if word.role in ("topic", "subject") and len(parts) == _TWO:  # `현대차·기아는`: who signs, where two words are no ordinary ones
        return not any(ordinary().fullmatch(p) or is_descriptor(p) or head_of(p) or verbal().fullmatch(p) for p in parts)
    first = head_of(parts[0])
    if word.role == "with" and first is not None and first.kind == "company" and first.text != parts[0]:  # `온새제약·두레온과`
        return all(len(p) > _TWO and not ordinary().fullmatch(p) and not is_descriptor(p) and not verbal().fullmatch(p) for p in parts)
    return word.role == "with" and long


_TWO = 2
_SIDES = ("with", "with_of", "between", "topic", "subject")


def is_body(context: Context, name: str) -> bool:
    """Whether a name is a government's, or the article knows it as a body."""
    if is_government(name) or is_province(name) or key(name) in context.bodies or context.said_as_body(name):
        return True
    return any(key(name + level) in context.bodies for level in ("시", "군", "도", "구"))


DELEGATIONS = (
    "협력단", "대표단", "방문단", "사절단", "참관단", "연수단", "일행", "시찰단", "투자유치단", "유치단", "개척단", "순방단", "교류단",
)  # fmt: skip


def sender(context: Context, row: tuple[Word, ...], item: Item) -> Iterator[Party]:
    """`나주시-프랑스 국제교류 협력단 일행은`: who sends the delegation."""
    before = context.org_at(row[item.last - 1]) if item.last > item.first else None
    if before is not None and before.kind not in ("local_gov", "") and before.span.end >= row[item.last - 1].name_span.end:
        yield Party(key(before.canonical), before.canonical, (before.span,), "sender", 0.9, before.kind)  # `나루구 시민대표회의 방문단`
        return
    for word in row[item.first : item.last + 1]:
        for piece in re.split(r"[-–]", word.core):
            if is_government(piece):
                found = piece_of(context, word, piece)
                if found:
                    yield found
                    return


def piece_of(context: Context, word: Word, part: str) -> Party | None:
    """The party that one part of a word names, unless it is an ordinary word."""
    head = head_of(part)
    if (head and head.text == part and head.alone != "name") or is_descriptor(part.removesuffix("들")):
        return None
    if part in no_names() or part[0].isdigit() or verbal().fullmatch(part):
        return None
    text = context.analysis.text(word.span)
    at = text.find(part)
    if at < 0:
        return None
    span = Span(word.span.paragraph, word.span.start + at, word.span.start + at + len(part))
    return party_of(context, bare_name(part), span, "joined", 0.8)


def _is_one_name(context: Context, name: str) -> bool:
    """`에스-트론`: what the text goes on to call with its hyphen is one name, whatever the headline says."""
    told = [p for p in context.analysis.article.paragraphs if not context.headline or p not in context.headline]
    return sum(p.count(name) for p in told) > 1


def _whole(context: Context, word: Word) -> tuple[Party, ...]:
    if word.role not in ("with", "with_of", "topic", "subject"):
        return ()
    return (party_of(context, word.core, word.name_span, "joined", 0.8),)


def hyphened(context: Context, row: tuple[Word, ...], stop: int) -> tuple[Party, ...]:
    """`산업부-환경부-경찰청, … MOU 체결`, `나주-클레르몽페랑 우호 교류 협약`: bodies joined in one word before the noun."""
    for word in row[:stop]:
        pieces = [p for p in re.split(r"[-–]", word.core) if len(p) > 1]
        if len(pieces) > 1 and not word.core.isascii() and any(is_body(context, p) for p in pieces):
            if _is_one_name(context, word.core):
                return _whole(context, word)
            found = [piece_of(context, word, bare_name(p)) for p in pieces]
            return tuple(p for p in found if p)
    return ()
