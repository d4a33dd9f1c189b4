"""One clause that tells of several agreements: `A와 B, C와 D가`, `A는 B, C와 각각`, `A는 B와 …, C와는 … 등 모두 2건의`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clipper.extract.frames.mou.arguments import Argument, Item
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.lexicon import no_names
from clipper.extract.frames.mou.named import guessed_body
from clipper.extract.frames.mou.parties import completed, parties_of
from clipper.extract.frames.mou.party import Party, party_of
from clipper.extract.mentions.orgs.names import bare_name
from clipper.extract.mentions.orgs.words import Word

Sides = tuple[Party, ...]


def pairs(row: tuple[Word, ...], arguments: Sequence[Argument], parties: Sides, text: str) -> tuple[Sides, ...]:
    """The sides of each agreement, where the arguments of the clause are told in twos; else nothing."""
    args = [a for a in arguments if a.position in ("with", "subject")]
    shape = [a.position for a in args]
    ends = [row[a.items[-1].last] for a in args[1:-1:2]]
    if len(args) > _TWO and shape == ["subject", "with"] * (len(args) // 2) and ("각각" in text or all("," in w.after for w in ends)):
        return _of(row, parties, [(*a.items, *b.items) for a, b in zip(args[::2], args[1::2], strict=True)])
    if shape == ["subject", "with"] and len(args[0].items) == 1 and _each(row, args[1]):
        return _of(row, parties, [(args[0].items[0], other) for other in args[1].items])
    items = [item for a in args for item in a.items]
    if len(items) < 4 or len(items) % 2 or args[-1].position != "subject":
        return ()
    twos = list(zip(items[::2], items[1::2], strict=True))
    if not all(row[a.last].role == "with" and _ends_pair(row[b.last]) for a, b in twos):
        return ()
    return _of(row, parties, twos)


_BULLETS = "△▲▷▶○●■□◇◆·ㆍ"


def bulleted(context: Context, row: tuple[Word, ...], stop: int) -> tuple[Sides, ...]:
    """`△A와 B △C와 D가 각각`: the sides of each agreement, where bullets tell them in twos; else nothing."""
    starts = [w.index for w in row[:stop] if any(mark in w.before for mark in _BULLETS)]
    found = []
    for first, end in zip(starts, (*starts[1:], stop), strict=False):
        joint = next((w.index for w in row[first : end - 1] if w.role == "with"), end)
        last = next((w.index for w in row[joint + 1 : end] if w.role in ("topic", "subject")), end - 1)
        items = (Item(first, joint), Item(joint + 1, last))
        found.append(_both(context, row, items) if joint < last else ())
    return tuple(found) if len(found) > 1 and all(len(sides) == _TWO for sides in found) else ()


def _both(context: Context, row: tuple[Word, ...], items: tuple[Item, Item]) -> Sides:
    sides = parties_of(context, row, (Argument("with", items, True),))
    return sides if len(sides) == _TWO else tuple(p for i in items if (p := guessed_body(context, row, i)))


def _of(row: tuple[Word, ...], parties: Sides, twos: Sequence[tuple[Item, ...]]) -> tuple[Sides, ...]:
    found = tuple(tuple(p for p in parties if any(covers(row, i, p) for i in two)) for two in twos)
    return found if all(len(pair) == _TWO for pair in found) else ()


_TWO = 2


def covers(row: tuple[Word, ...], item: Item, party: Party) -> bool:
    """Whether a party stands in an item."""
    region = row[item.first].span.to(row[item.last].span)
    return any(region.overlaps(span) for span in party.spans)


def _each(row: tuple[Word, ...], others: Argument) -> bool:
    """`B, C와 각각`: with each of them one."""
    last = others.items[-1].last
    return len(others.items) > 1 and any(w.core == "각각" for w in row[last + 1 : last + 3])


def _ends_pair(word: Word) -> bool:
    return "," in word.after or word.role in ("topic", "subject")


_ALL_OF_THEM = re.compile(r"등\s(?:모두\s|총\s)?(?P<n>\d)건의?\s(?:[가-힣]{2,6}\s)?$")


def _named(context: Context, row: tuple[Word, ...], item: Item) -> Iterator[Party]:
    """`다솜관광과는`: in such a list the place alone makes a name of it."""
    last = row[item.last]
    if len(last.core) > _TWO and last.core not in no_names() and not last.core[0].isdigit():
        yield party_of(context, bare_name(last.core), last.name_span, "counted", 0.7)


def one_by_one(context: Context, row: tuple[Word, ...], arguments: Sequence[Argument], before: str) -> tuple[Sides, ...]:
    """`A는 B와 철도 사업에, C와는 항만 사업에 등 모두 2건의 각서를`: as many as the sum says, each with one side of its own."""
    hit = _ALL_OF_THEM.search(before)
    others = [a for a in arguments if a.position == "with"] if hit else []
    subject = next((a for a in arguments if a.position == "subject"), None)
    if hit is None or subject is None or len(others) != int(hit["n"]):
        return ()
    found = []
    for other in others:
        side = next((i for i in other.items if row[i.last].role == "with"), other.items[-1])
        args = (subject, Argument("with", (side,), True))
        sides = completed(context, row, args, parties_of(context, row, args))
        found.append(sides if len(sides) > 1 else (*sides, *_named(context, row, side)))
    return tuple(found) if all(len(sides) == _TWO for sides in found) else ()
