"""One clause's telling of an agreement: its trigger, its parties, whether it looks back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from clipper.extract.frames.common_cues import is_caption
from clipper.extract.frames.mou.again import named_before
from clipper.extract.frames.mou.arguments import Argument, Item, arguments
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.counted import counted_bodies
from clipper.extract.frames.mou.counted import sides_behind as counted_behind
from clipper.extract.frames.mou.dated import day_by_day
from clipper.extract.frames.mou.gapped import shares_verb, with_shared_verb
from clipper.extract.frames.mou.history import is_background, signing_dates
from clipper.extract.frames.mou.inner import without_inner
from clipper.extract.frames.mou.joined import hyphened
from clipper.extract.frames.mou.lexicon import ordinary
from clipper.extract.frames.mou.named import AGAIN
from clipper.extract.frames.mou.paid import paid
from clipper.extract.frames.mou.pairs import bulleted, covers, one_by_one, pairs
from clipper.extract.frames.mou.papers import sides_behind, with_sides_behind
from clipper.extract.frames.mou.parties import completed, parties_of
from clipper.extract.frames.mou.party import Party
from clipper.extract.frames.mou.present import attends, guests
from clipper.extract.frames.mou.triggers import Trigger, joins_hands, triggers
from clipper.extract.frames.mou.visited import visited
from clipper.extract.mentions.dates import DateMention
from clipper.extract.mentions.orgs.words import Word
from clipper.extract.spans import Sentence, Span

_HEADLINE = 90


@dataclass(frozen=True, slots=True)
class Told:
    """A trigger with the parties of its clause. `stop` is the number of the word that holds the noun."""

    trigger: Trigger
    row: tuple[Word, ...]
    stop: int
    arguments: tuple[Argument, ...]
    parties: tuple[Party, ...]
    background: bool
    caption: bool
    quoted: bool
    headline: bool
    clause: Span | None = None  # its part of a sentence that tells of several
    open: bool = False  # a counterpart without a name: `시민단체 및 유통업계와`
    beside: tuple[Party, ...] = ()  # the sides of all agreements that its clause tells of

    @property
    def sentence(self) -> Sentence:
        """The sentence of the clause."""
        return self.trigger.sentence

    @property
    def keys(self) -> frozenset[str]:
        """Keys of the parties."""
        return frozenset(p.key for p in self.parties)

    @property
    def before(self) -> Span:
        """The sentence up to the trigger's noun."""
        return Span(self.sentence.paragraph, self.sentence.start, self.trigger.reach)

    @property
    def end(self) -> int:
        """The number of the word at which the clause's arguments end."""
        return _clause_end(self.row, self.trigger, self.stop)


def days_of(context: Context, told: Told) -> tuple[DateMention, ...]:
    """The days that may be of the signing: of its own clause, where a sentence tells of several (`22일 A와 맺은 데 이어 24일 B와`)."""
    days, clause = signing_dates(context, told.trigger), told.clause
    own = tuple(d for d in days if clause is not None and clause.start <= d.span.start < clause.end)
    return own or days


def tellings(context: Context) -> tuple[Told, ...]:
    """All tellings of an article in order."""
    return tuple(_tellings(context))


def _tellings(context: Context) -> Iterator[Told]:
    for sentence in context.analysis.sentences:
        found = with_sides_behind(context, with_shared_verb(triggers(sentence)))
        if not any(t.event for t in found):
            hands = joins_hands(sentence)
            found = (*((hands,) if hands else ()), *found)
        last = max((i for i, t in enumerate(found) if t.event and t.type), default=0)
        before: Trigger | None = None
        for i, trigger in enumerate(found):
            yield from _pairs(context, replace(_told(context, trigger, before), clause=_clause(trigger, before, i == last)))
            before = trigger if trigger.event else before


def _pairs(context: Context, told: Told) -> tuple[Told, ...]:
    """A telling for each agreement of a clause that tells of several."""
    if told.trigger.event and told.trigger.type and (days := day_by_day(context, told.row, told.arguments, told.parties)):
        everybody = tuple(p for sides, _ in days for p in sides)
        return tuple(replace(told, parties=sides, clause=clause, beside=everybody) for sides, clause in days)
    found = pairs(told.row, told.arguments, told.parties, told.sentence.text)
    if not found and told.trigger.event and told.trigger.type and "각각" in told.sentence.text:
        found = bulleted(context, told.row, told.stop)
    if not found and told.trigger.event and told.trigger.type:
        found = one_by_one(context, told.row, told.arguments, told.sentence.text[: told.trigger.noun.start - told.sentence.start])
    return tuple(replace(told, parties=sides) for sides in found) or (told,)


def _clause(trigger: Trigger, before: Trigger | None, last: bool) -> Span | None:
    """From the verb of the telling before to the own verb, in a sentence that tells of several; else None."""
    if not trigger.event or not trigger.verb or (last and before is None):
        return None
    sentence = trigger.sentence
    start = before.verb.end if before and before.verb else sentence.start
    return Span(sentence.paragraph, start, sentence.end if last else max(trigger.verb.end, trigger.noun.end))


def _told(context: Context, trigger: Trigger, before: Trigger | None) -> Told:
    sentence = trigger.sentence
    row = context.row(sentence)
    stop = next((w.index for w in row if w.span.end > trigger.noun.start), len(row))
    args = _without_witnesses(row, arguments(row, _clause_end(row, trigger, stop))) if trigger.event and trigger.verb else ()
    args = without_inner(context, row, _of_own_clause(row, _outside_title(sentence, row, args), before))
    present = tuple(a for a in args if a.position == "subject" and attends(row, a))
    named = parties_of(context, row, tuple(a for a in args if a not in present)) if trigger.event else ()
    if trigger.event and trigger.type and len(named) < 2 and present:
        named = parties_of(context, row, args)
        named = (*named, *(p for p in guests(context, row, args, present) if p.key not in {n.key for n in named}))
    if trigger.event and trigger.type and len(named) < 2 and (behind := _behind_verb(trigger, row)):
        args = (*args, *behind)
        named = parties_of(context, row, args)
    if trigger.event and trigger.type:
        named = completed(context, row, tuple(a for a in args if a not in present), named)
    if trigger.event and trigger.type:
        counted = counted_bodies(context, sentence, trigger.reach)
        named = (*named, *(p for p in counted if p.key not in {n.key for n in named} and not _stands_in(p, named)))
        named = (*named, *paid(context, row[:stop], args, named))
    if trigger.event and len(named) == 1:
        named = (*named, *counted_behind(context, sentence, named))
    if trigger.event and len(named) < 2:
        named = (*named, *(p for p in named_before(context, sentence, trigger.reach) if p.key not in {n.key for n in named}))
    if trigger.event and len(named) < 2:
        joined = hyphened(context, row, stop)
        named = joined if len(joined) > 1 else (*named, *(p for p in joined if p.key not in {n.key for n in named}))
    if trigger.event and len(named) < 2:
        named = (*named, *(p for p in visited(context, row, stop) if p.key not in {n.key for n in named}))
    if trigger.event and trigger.verb == trigger.noun and (sides := sides_behind(context, trigger)):
        named = sides
    unnamed = any(
        a.position == "with" and a.direct and not any(covers(row, i, p) for p in named for i in (a.items[-1],)) for a in args
    )
    return Told(
        trigger,
        row,
        stop,
        args,
        named,
        background=is_background(context, trigger),
        caption=is_caption(sentence.text),
        quoted=sentence.quoted(trigger.noun.start) and not _is_title(sentence, trigger),
        open=(unnamed or _counts_more(sentence, trigger)) and trigger.event,
        headline=sentence.paragraph < 4 and len(sentence.text) < _HEADLINE and not sentence.text.rstrip(". ").endswith("다"),
    )


def _stands_in(party: Party, named: tuple[Party, ...]) -> bool:
    """Whether a name is one of those found, with more words before it (`베트남 나루대` and `나루대`)."""
    return any(own.overlaps(span) for own in party.spans for other in named for span in other.spans)


def _of_own_clause(row: tuple[Word, ...], args: tuple[Argument, ...], before: Trigger | None) -> tuple[Argument, ...]:
    """`A와 협약을 맺고, B와 협약을 맺는다`: A belongs to the clause before, where this one names another side."""
    if before is None or before.verb is None:
        return args
    end = before.verb.end
    if shares_verb(before):
        own = tuple(cut for a in args if (cut := _behind(row, a, end)).items)
        args = own if any(a.position == "subject" for a in own) else args

    def earlier(argument: Argument) -> bool:
        return argument.position != "subject" and row[argument.items[-1].last].span.end <= end

    if _has_own_topic(row, args, end):  # `A는 B와 각서를 체결하고, C는 D와 각서를 체결한다`
        return tuple(a for a in args if row[a.items[0].first].span.start >= end)
    others = [a for a in args if a.position != "subject" and a.items and not earlier(a)]
    return tuple(a for a in args if not (others and a.items and earlier(a)))


def _has_own_topic(row: tuple[Word, ...], args: tuple[Argument, ...], end: int) -> bool:
    """Whether a topic that is a name stands behind the verb of the clause before."""
    own = [row[a.items[-1].last] for a in args if a.position == "subject" and row[a.items[0].first].span.start >= end]
    return any(w.role == "topic" and not AGAIN.fullmatch(w.core) and not ordinary().fullmatch(w.core) for w in own)


def _behind(row: tuple[Word, ...], argument: Argument, end: int) -> Argument:
    """The items of an argument that stand behind an offset of the paragraph."""
    return replace(argument, items=tuple(i for i in argument.items if row[i.first].span.start >= end))


def _behind_verb(trigger: Trigger, row: tuple[Word, ...]) -> tuple[Argument, ...]:
    """`A와 협약을 체결한 B는`: the noun that the clause describes is its subject."""
    verb = trigger.verb
    at = next((w.index for w in row if verb and w.span.end > verb.start), len(row))
    if verb is None or at >= len(row) or not re.fullmatch(r"(?:재?체결|맺|교환|갱신)(?:한|은)", row[at].core):
        return ()
    return tuple(_subject_after(row, at + 1))


def _subject_after(row: tuple[Word, ...], first: int) -> Iterator[Argument]:
    for word in row[first : first + 6]:
        if word.role in ("topic", "subject", "also"):
            yield Argument("subject", (Item(first, word.index),), False)
            return
        if word.role and word.role != "of":
            return


def _counts_more(sentence: Sentence, trigger: Trigger) -> bool:
    """`한국중부발전 등 5대 발전사와`: more parties than named here."""
    return bool(re.search(r"\s등\s?(?:총\s)?\d+\s?[가-힣]", sentence.text[: trigger.reach - sentence.start]))


def _without_witnesses(row: tuple[Word, ...], args: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """`양국 장관의 임석 아래`: who looks on is no party."""
    at = next((w.index for w in row if w.core.startswith(("임석", "지켜보"))), -1)
    return tuple(a for a in args if a.position != "with" or not 0 < at - a.items[-1].last < 9)


_TITLE = re.compile(r"[^.]{4,120}(?:협약|협정|의정서|각서|MOU|협약서|약정)")


def _outside_title(sentence: Sentence, row: tuple[Word, ...], args: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """`A는 B와 ‘C와 D 간의 X 협정’을 …`: what stands in a title takes no part, where the other side is named outside it."""
    text = sentence.text
    titles = [(s, e) for s, e in sentence.quotes if _TITLE.fullmatch(text[max(0, s - sentence.start) : e - sentence.start])]
    if not titles or not args:
        return args

    def outside(item: Item) -> bool:
        return not any(s <= row[item.last].span.start < e for s, e in titles)

    kept = [(a, tuple(i for i in a.items if outside(i))) for a in args]
    if not any(items for a, items in kept if a.position != "subject" or len(items) > 1):
        return args
    return tuple(
        a if items == a.items else Argument("with" if a.position == "between" else a.position, items, a.direct)
        for a, items in kept
        if items
    )


def _clause_end(row: tuple[Word, ...], trigger: Trigger, stop: int) -> int:
    """The number of the word that ends the clause's arguments: the noun's, or the verb's where they stand apart."""
    if not trigger.apart or trigger.verb is None:
        return stop
    verb = trigger.verb
    return next((w.index for w in row if w.span.end > verb.start), stop)


def _is_title(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether the quotation around a noun is the agreement's name (`‘복지등기 우편서비스 업무협약’을`)."""
    return any(s <= trigger.noun.start < e <= trigger.noun.end + 8 for s, e in sentence.quotes)
