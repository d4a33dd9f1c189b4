"""Who is there when it is signed, told inside the clause: `A는 B와 C 3자가 참석한 가운데 협약을 체결했다`."""

from __future__ import annotations

from itertools import pairwise

from clipper.extract.frames.mou.arguments import Argument
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.lexicon import comes, meanwhile
from clipper.extract.frames.mou.parties import parties_of
from clipper.extract.frames.mou.party import Party
from clipper.extract.mentions.orgs.words import Word


def attends(row: tuple[Word, ...], subject: Argument) -> bool:
    """Whether a subject only attends: `관계자들이 참석한 가운데`."""
    behind = row[subject.items[-1].last + 1 :][:4]
    return row[subject.items[-1].last].role == "subject" and any(
        a.core.startswith(comes()) and b.core.startswith(meanwhile()) for a, b in pairwise(behind)
    )


def guests(
    context: Context, row: tuple[Word, ...], arguments: tuple[Argument, ...], present: tuple[Argument, ...]
) -> tuple[Party, ...]:
    """The topic of the clause and the bodies present, where the clause names no two parties besides."""
    topic = [a for a in arguments if a.position == "subject" and a not in present]
    lists = [Argument("with", a.items, True) for a in present]
    found = [p for one in (*topic[:1], *lists) for p in parties_of(context, row, (one,))]
    return tuple(p for p in found if p.sure >= _SURE)


_SURE = 0.7
