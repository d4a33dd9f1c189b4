"""Which arguments of a clause belong to its agreement: who tells of it, or stands in another clause, is no party."""

from __future__ import annotations

from collections.abc import Iterable

from clipper.extract.frames.mou.acting import person_at, resolve_short
from clipper.extract.frames.mou.arguments import Argument, Item
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.lexicon import actions, no_names, ordinary
from clipper.extract.frames.mou.named import AGAIN, OCCASIONS
from clipper.extract.frames.mou.party import stands_on_place
from clipper.extract.mentions.orgs.aliases import key
from clipper.extract.mentions.orgs.names import is_descriptor, is_title
from clipper.extract.mentions.orgs.words import Word


def binding(context: Context, row: tuple[Word, ...], arguments: Iterable[Argument]) -> tuple[Argument, ...]:
    """Between two parties named with 간, the subject of the clause is only the one who tells."""
    known = _without_teller(context, row, tuple(arguments))
    last = next((a for a in reversed(known) if a.position in ("with", "between")), None)
    if last is None or last.position != "between" or len(last.items) < 2:
        return tuple(a for a in known if a.position != "between" or a is last)
    return (last,) if any(_may_name(row[i.last].core) for i in last.items) else known


_TELLS = ("밝혔", "전했", "발표했", "알렸", "설명했", "말했")


def _without_teller(context: Context, row: tuple[Word, ...], arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """`광주시는 산업부와 Arm이 … 체결했다고 밝혔다`: with a whole subject of its own inside, who tells is no party."""
    subjects = [a for a in arguments if a.position == "subject"]
    if len(subjects) < 2:
        return arguments
    inner = subjects[-1]
    if not any(_is_named(context, row, i) for i in inner.items):
        return arguments
    arguments = tuple(a for a in arguments if a.position != "subject" or a is inner or _spans_clauses(context, row, a))
    subjects = [a for a in arguments if a.position == "subject"]
    if len(subjects) < 2:
        return arguments
    if not any(w.core.startswith(_TELLS) for w in row[-2:]):
        return arguments
    whole = len(inner.items) > 1 or any(a.position == "with" for a in arguments[arguments.index(inner) :])
    if row[inner.items[-1].last].role != "subject" or not whole or any(_is_person(context, row, i) for i in inner.items):
        return arguments
    return tuple(a for a in arguments if a.position != "subject" or a is inner)


def _spans_clauses(context: Context, row: tuple[Word, ...], subject: Argument) -> bool:
    """Whether a subject may govern a clause that has one of its own: a topic that is a body (`이날 안전점검은 공단이 …` is none)."""
    return row[subject.items[-1].last].role != "subject" and any(_known_at(context, row, i) for i in subject.items)


def _known_at(context: Context, row: tuple[Word, ...], item: Item) -> bool:
    last = row[item.last]
    if person_at(context, last, row[item.first]) or context.org_at(last) or stands_on_place(context, last) or resolve_short(context, last):
        return True
    odd = actions().fullmatch(last.core) or last.core.endswith(OCCASIONS) or ordinary().fullmatch(last.core)
    return not odd and (key(last.core) in context.bodies or key(last.core) in context.employers)


def _is_person(context: Context, row: tuple[Word, ...], item: Item) -> bool:
    last = row[item.last]
    return is_title(last.core) or person_at(context, last, row[item.first]) is not None


def _is_named(context: Context, row: tuple[Word, ...], item: Item) -> bool:
    last = row[item.last]
    body = context.org_at(last) or resolve_short(context, last)
    known = body is not None or context.said_as_body(last.core) or stands_on_place(context, last)
    return known and not _is_person(context, row, item)


def _may_name(core: str) -> bool:
    return not (AGAIN.fullmatch(core) or core in no_names() or is_descriptor(core) or ordinary().fullmatch(core))
