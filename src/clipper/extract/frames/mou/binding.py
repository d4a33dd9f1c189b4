"""Which arguments of a clause belong to its agreement: who tells of it, or stands in another clause, is no party."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from clipper.data import rows
from clipper.extract.frames.mou.acting import person_at, resolve_short
from clipper.extract.frames.mou.arguments import Argument, Item
from clipper.extract.frames.mou.context import Context
from clipper.extract.frames.mou.lexicon import actions, no_names, ordinary
from clipper.extract.frames.mou.named import AGAIN, OCCASIONS
from clipper.extract.frames.mou.party import stands_on_place
from clipper.extract.mentions.orgs.aliases import key
from clipper.extract.mentions.orgs.names import head_of, is_descriptor, is_title
from clipper.extract.mentions.orgs.words import Word


def binding(context: Context, row: tuple[Word, ...], arguments: Iterable[Argument]) -> tuple[Argument, ...]:
    """Between two parties named with 간, the subject of the clause is only the one who tells."""
    known = _without_teller(context, row, tuple(arguments))
    last = next((a for a in reversed(known) if a.position in ("with", "between")), None)
    if last is None or last.position != "between" or len(last.items) < 2:
        return tuple(a for a in known if a.position != "between" or a is last)
    return (last,) if any(_may_name(row[i.last].core) for i in last.items) else known


_TELLS = ("밝혔", "전했", "발표했", "알렸", "설명했", "말했")


@cache
def _own_arms() -> frozenset[str]:
    """What a firm calls the arm that acts for it, said alone (`법인`)."""
    return frozenset(row["word"] for row in rows("org_branches") if row["alone"] == "yes")


def _without_teller(context: Context, row: tuple[Word, ...], arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """`광주시는 산업부와 Arm이 … 체결했다고 밝혔다`: with a whole subject of its own inside, who tells is no party."""
    subjects = [a for a in arguments if a.position == "subject"]
    if len(subjects) < 2:
        return arguments
    inner = subjects[-1]
    if row[inner.items[-1].last].core in _own_arms() and len(inner.items) == 1 and _is_named(context, row, subjects[0].items[-1]):
        return tuple(a for a in arguments if a is not inner)  # `가람식품은 베트남 법인이 … 맺었다고 밝혔다`
    comes = any(w.core.startswith(_COMES) for w in row[inner.items[-1].last + 1 :][:3])
    if comes or not any(_is_named(context, row, i) or _is_counted(row, i) for i in inner.items):
        return arguments
    arguments = tuple(a for a in arguments if a.position != "subject" or a is inner or _spans_clauses(context, row, a))
    subjects = [a for a in arguments if a.position == "subject"]
    if len(subjects) < 2:
        return arguments
    with_whom = next((a for a in arguments[arguments.index(inner) :] if a.position == "with"), None)
    whole = len(inner.items) > 1 or with_whom is not None
    pair = len(inner.items) > 1 and all(_is_named(context, row, i) for i in inner.items)  # `가람시는 A와 B가 협약을 체결했다`
    if not pair and not any(w.core.startswith(_TELLS) for w in row[-2:]) and not (with_whom and _runs_on(row, inner, with_whom)):
        return arguments
    if _role(row, inner) != "subject" or not whole or any(_is_person(context, row, i) for i in inner.items):
        return arguments
    return tuple(a for a in arguments if a.position != "subject" or a is inner)


_COMES = ("참석", "배석", "지켜")  # `3자가 참석한 가운데`
_OTHER_VERB = re.compile(r"[가-힣]+(?:하고|하며|해|하여|따라|위해|통해|한|된|는|면서|자|어|아)")


def _runs_on(row: tuple[Word, ...], subject: Argument, other: Argument) -> bool:
    """`검찰은 가람은행이 나루건설과 협약을 체결한 경위를 …`: no verb parts the inner subject from its other side; the topic is no side."""
    between = row[subject.items[-1].last + 1 : other.items[0].first]
    return not any(w.role in ("object", "by") or _OTHER_VERB.fullmatch(w.core + w.particle) for w in between)


def _spans_clauses(context: Context, row: tuple[Word, ...], subject: Argument) -> bool:
    """Whether a subject may govern a clause that has one of its own: a topic that is a body (`이날 안전점검은 공단이 …` is none)."""
    return _role(row, subject) != "subject" and any(_known_at(context, row, i) for i in subject.items)


def _role(row: tuple[Word, ...], subject: Argument) -> str:
    """The role of a subject by its last particle, which may stand on `등` behind its last item."""
    last = row[subject.items[-1].last]
    return last.role or (row[last.index + 1].role if last.index + 1 < len(row) else "")


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
    head = head_of(last.core)
    known = body is not None or context.said_as_body(last.core) or stands_on_place(context, last)
    known = known or (head is not None and head.text != last.core)
    return known and not _is_person(context, row, item)


def _is_counted(row: tuple[Word, ...], item: Item) -> bool:
    """`2개 기업과 3개 마을이`: who signs, without a name."""
    return item.last > item.first and re.fullmatch(r"\d+여?개", row[item.first].core) is not None


def _may_name(core: str) -> bool:
    return not (AGAIN.fullmatch(core) or core in no_names() or is_descriptor(core) or ordinary().fullmatch(core))
