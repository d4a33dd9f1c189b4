"""Who takes part, told apart from the signing: `협약에는 A, B, C가 참여했다`, `협약에 참여하는 기관은 A, B이다`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clipper.extract.frames.mou.arguments import Argument, Item, arguments
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.parties import parties_of
from clipper.extract.frames.mou.party import Party
from clipper.extract.mentions.orgs.aliases import key
from clipper.extract.mentions.orgs.names import bare_name, is_descriptor
from clipper.extract.mentions.orgs.words import Word
from clipper.extract.spans import Sentence, Span

_IN_AGREEMENT = re.compile(r"(?:협약|협정|결연|MOU|양해각서)(?:식)?(?:에는|에|은)\s(?=.*(?:참여|동참|함께하))")
_ATTENDING = re.compile(
    r"^[*※\s]*(?:이번|이날)?\s?(?:\(?참석자?\)?\s?[:)]|[가-힣]*(?:협약|서명|체결)(?:\s?체결)?식?에는\s(?=.*(?:참석|참여)))\s?"
)
# `…을 목표로 하고 있으며, 협약식에는 …이 참석했다`
_ALSO_ATTENDING = re.compile(r"(?<=[며고], )(?:협약식|체결식|서명식|조인식)에는\s(?=.*(?:참석|참여))")
# `이날 A 군수와 B 조합장은 협약서에 서명한 뒤`
_SIGNERS = re.compile(r"이날\s(?=[^.]{6,160}[은는]\s협약서(?:에)?\s?서명)")
_AT_EVENT = re.compile(
    r"(?:행사|협약식|이날|자리|총회|공유회)(?:에는|에)\s(?=.*(?:참여|참가|함께했))"
    r"|^(?:여기에(?:는)?\s|이번에\s)?(?:우리나라|한국|국내|우리 측|한국 측)에서는?\s(?=[^.]*(?:참여|참가|참석))"
)
_ARE = re.compile(
    r"(?:참여|동참)(?:하는|한)\s[^.]{0,20}?(?:은|는)\s(?P<list>[^.]+?)(?:\s등)?(?:\s\d+\S{1,3}?)?(?:이다|입니다)"
    # `MOU를 체결한 단체는 A, B, C로`
    r"|(?:체결한|서명한|체결하는|맺은|맺는)\s[가-힣]{0,4}(?:곳|기관|단체|기업|업체|대학|회사|도시|지자체|연구소|병원)(?:은|는)\s(?P<those>[^.]+?)(?:\s등)?(?:\s\d+\S{1,3}?)?"
    r"(?:이다|입니다|이며|으로|로)(?=[\s,.])"
)


def in_agreement(context: Context, sentence: Sentence) -> tuple[Party, ...]:
    """The bodies that a sentence says take part in the agreement itself."""
    named = _ARE.search(sentence.text)
    if named and re.search(r"협약|협정|MOU", sentence.text[: named.start() + 1]):
        group = "list" if named["list"] else "those"
        return _listed(context, sentence, named.start(group), named.end(group))
    found = _IN_AGREEMENT.search(sentence.text)
    return _subjects(context, sentence, found.end()) if found else ()


def at_event(context: Context, sentence: Sentence) -> tuple[Party, ...]:
    """The bodies that a sentence says take part in the event at which it is signed."""
    found = _AT_EVENT.search(sentence.text)
    return _subjects(context, sentence, found.end()) if found else ()


_PROMISE = re.compile(r"기로 (?:약속|합의|뜻|했|한다|하고)")


def promising(context: Context, sentence: Sentence) -> tuple[Party, ...]:
    """`A와 B는 … 하기로 약속했다` behind a ceremony of which no side is told: the two who promise."""
    if not _PROMISE.search(sentence.text):
        return ()
    row = context.row(sentence)
    subject = next((a for a in arguments(row, len(row)) if a.position == "subject"), None)
    found = parties_of(context, row, (Argument("with", subject.items, True),)) if subject and len(subject.items) > 1 else ()
    return found if len(found) > 1 and all(p.sure >= _SURE and not p.person for p in found) else ()


_SURE = 0.8
_PREDICATE = re.compile(r"참석|참여|함께|자리|이번|협약서에?\s?서명|[가-힣]다\.")
# `* 참여 기업(19개): A㈜, B㈜, …`, `※ 시민단체(2개): …`: a note under a release's sentence.
_NOTE = re.compile(
    r"(?:^|[*※▷ㅇ○-]\s?|\)\s?)(?:\d+개\s)?(?:참여|협약|대상|선정|체결|수요)?\s?(?:대·?중견)?"
    r"(?:기업|기관|업체|대학|단체|시민단체|병원|지자체|학·연 기관|대학병원|건설사)"
    r"(?:명단)?\s?(?:\(\d+[^()]{0,8}\))?\s?[:：]\s?(?P<list>[^:：]{6,600}?)(?=\*|※|이번|[가-힣]{2,}\(\d+|$)"
)


# `* A, B, C (가나다순)`, `* (13개 유통업체) A, B, C`: a note of nothing but names.
_STARRED = re.compile(
    r"^[*※]+\s?(?:\((?:\d+개\s?[가-힣]+|[가-힣]+,\s?\d+개)\)\s?)?(?P<list>(?:[^,:()]{2,20}(?:,\s?|\([가-힣]+,\s?\d+개\)\s?)){3,}[^,:()\s]{2,20})"
)


def noted(context: Context, sentence: Sentence, starred: bool) -> tuple[Party, ...]:
    """The bodies listed in a note under the sentence of the signing; `starred` where that sentence has a star at the other side."""
    hits = [*_NOTE.finditer(sentence.text), *(_STARRED.finditer(sentence.text) if starred else ())]
    if others := _OTHERS.match(sentence.text):
        return _listed(context, sentence, others.start("list"), others.end("list"))
    return tuple(p for hit in hits for p in _note_list(context, sentence, hit))


# `대상 기관은 A, B, C 등 3곳이다.`
_OTHERS = re.compile(
    r"(?:협약\s)?(?:대상|상대|참여|협약)\s?(?:기관|기업|업체|대학|단체|학교|병원)(?:은|는)\s(?P<list>[^.]+?)(?:\s등)?(?:\s\d+\S{1,3}?)?(?:이다|입니다)\."
)


_NO_NAME = ("다", "등", "개", "어", "고")


def _note_list(context: Context, sentence: Sentence, hit: re.Match[str]) -> Iterator[Party]:
    at = hit.start("list")
    for piece in re.split(r"(,\s?|\([가-힣]+,\s?\d+개\)\s?)", hit["list"]):
        name = bare_name(piece.rstrip(" *·.;"))
        if 2 <= len(name) <= 24 and not piece.startswith((",", "(")) and not name.endswith(_NO_NAME) and not is_descriptor(name):
            start = at + piece.index(name.split()[0]) if name.split()[0] in piece else at
            span = sentence.at(start, start + len(piece.strip()) - (piece.strip().find(name.split()[0])))
            known = context.bodies.get(key(name))
            full = known.canonical if known else name
            yield Party(key(full), full, (span,), "note", 0.9, known.kind if known else "")
        at += len(piece)


def attending(context: Context, sentence: Sentence) -> tuple[Party, ...]:
    """The bodies for which people sit at the signing."""
    found = _ATTENDING.search(sentence.text) or _SIGNERS.match(sentence.text) or _ALSO_ATTENDING.search(sentence.text)
    if not found:
        return ()
    last = _PREDICATE.search(sentence.text, found.end())
    end = last.start() if last else len(sentence.text)
    row = _renumbered([w for w in context.row(sentence) if found.end() <= w.span.start - sentence.start < end])
    parties = parties_of(context, row, (Argument("with", tuple(_items(row)), True),))
    return tuple(p for p in parties if p.sure >= 0.8 and not p.name.endswith("다") and not _looks_on(p, parties))


def _looks_on(party: Party, parties: Sequence[Party]) -> bool:
    """Whether a party is the council of another: its chair sits by at what the town signs."""
    return party.name.endswith("의회") and any(party.key.startswith(p.key) for p in parties if p is not party)


def everybody(context: Context, sentence: Sentence, known: frozenset[str]) -> tuple[Party, ...]:
    """The bodies of all who sit at the signing, where the list is complete (no 등) and has the known parties in it."""
    if not (_ATTENDING.search(sentence.text) or _SIGNERS.match(sentence.text)) or _OPEN_LIST.search(sentence.text):
        return ()
    found = attending(context, sentence)
    if not any(p.key in known for p in found) or len(found) > 6:
        return ()
    return tuple(p for p in found if not any(p.key.startswith(k) or k.startswith(p.key) for k in known))


_OPEN_LIST = re.compile(r"\s등[\s이과]|관계자|비롯|임직원|내빈")


def _subjects(context: Context, sentence: Sentence, start: int) -> tuple[Party, ...]:
    row = [w for w in context.row(sentence) if w.span.start - sentence.start >= start]
    shifted = _renumbered(row)
    found = (a for a in arguments(shifted, len(shifted)) if a.position in ("subject", "with"))
    args = [Argument("with", a.items, a.direct) for a in found]  # a list of members: an unknown one is a member too
    return tuple(p for p in parties_of(context, shifted, args) if p.sure >= 0.7 and not p.person)


def _listed(context: Context, sentence: Sentence, start: int, end: int) -> tuple[Party, ...]:
    row = _renumbered(
        [_cut(w, sentence.start + end) for w in context.row(sentence) if start <= w.span.start - sentence.start < end]
    )
    items = tuple(_items(row))
    return tuple(p for p in parties_of(context, row, (Argument("with", items, True),)) if not p.person)


def _cut(word: Word, end: int) -> Word:
    """A word without what stands behind `end` (`다솜조합이다` in a list that ends with 이다)."""
    over = word.span.end - end
    if over <= 0 or word.particle or word.brackets:
        return word
    span = Span(word.span.paragraph, word.span.start, end)
    return word._replace(core=word.core[:-over], span=span, name_span=span)


def _includes(row: Sequence[Word], i: int) -> bool:
    return i + 1 < len(row) and row[i + 1].core.startswith(("비롯", "포함"))


def _items(row: Sequence[Word]) -> Iterator[Item]:
    first = 0
    for word in row:
        if word.core.startswith(("비롯", "포함", "등")):
            if first < word.index and word.core.startswith("등"):
                yield Item(first, word.index - 1)
            first = word.index + 1
        elif word.core == "외" and word.role == "at":  # `A 외에도 B, C 등`
            if first < word.index:
                yield Item(first, word.index - 1)
            first = word.index + 1
        elif "," in word.after or word.role == "with" or word.index == len(row) - 1 or _includes(row, word.index):
            if first <= word.index:
                yield Item(first, word.index)
            first = word.index + 1


def _renumbered(row: Sequence[Word]) -> tuple[Word, ...]:
    return tuple(w._replace(index=i) for i, w in enumerate(row))
