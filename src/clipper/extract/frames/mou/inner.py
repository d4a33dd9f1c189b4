"""Names joined by 와/과 that are no sides: two towns in which something is signed, two whose own deed only tells when."""

from __future__ import annotations

import re

from clipper.extract.analysis import within
from clipper.extract.frames.mou.arguments import Argument
from clipper.extract.frames.mou.context import Context
from clipper.extract.mentions.orgs.names import is_government
from clipper.extract.mentions.orgs.words import Word


def without_inner(context: Context, row: tuple[Word, ...], arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """The arguments of a clause without those that belong to a place or a clause inside it, where another side stands behind."""
    with_whom = max((a.items[0].first for a in arguments if a.position == "with"), default=-1)
    return tuple(
        a for a in arguments
        if a.items[-1].last >= with_whom or not (_are_towns(context, row, a) or _tell_when(row, a))
    )


def _are_towns(context: Context, row: tuple[Word, ...], argument: Argument) -> bool:
    """`마루시와 다온시에서 A와 협약을`."""
    last = row[argument.items[-1].last]
    behind = row[last.index + 1] if last.index + 1 < len(row) else None
    if argument.position != "with" or behind is None or behind.role != "at_doing" or last.after:
        return False
    return _is_town(context, last) and _is_town(context, behind)


def _is_town(context: Context, word: Word) -> bool:
    if is_government(word.core):
        return True
    return any(p.span.start == word.span.start and p.span.end >= word.name_span.end for p in within(context.analysis.places, word.span))


# What two do together: the day counts from it.
_TOGETHER = re.compile(r"(?:수교|통합|합병|통일|회담|합의|만난|만나|국교[를가]|외교 관계를)")
_THEN = re.compile(r"(?:뒤|후|이후|지|이래|이듬해|다음\s?해)(?:인|에|부터|로)?[\s,]")


def _tell_when(row: tuple[Word, ...], argument: Argument) -> bool:
    """`우리나라와 나루국이 수교한 뒤 A와 협약을`."""
    last = row[argument.items[-1].last]
    if argument.position != "subject" or len(argument.items) != _PAIR or last.role != "subject":
        return False
    behind = " ".join(w.core + w.particle for w in row[last.index + 1 : last.index + 5]) + " "
    return _TOGETHER.match(behind) is not None and _THEN.search(behind) is not None


_PAIR = 2
