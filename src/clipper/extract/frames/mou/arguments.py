"""Arguments of an agreement's clause: who stands in its subject and with-positions, item by item.

`A와 B, C는 D(대표 E), F 등 5개 기관과 함께 …` gives a subject of three items and a with-argument of two. Nothing here asks
whether an item is an organisation; that is for `parties`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from clipper.extract.mentions.orgs.names import is_title
from clipper.extract.mentions.orgs.words import Word

_SUBJECT = frozenset(("topic", "subject"))
_WITH = frozenset(("with", "with_of"))
_BETWEEN = frozenset(("between",))
_TOGETHER = re.compile(r"함께|손|공동|각각|잇따라|잇달아|같이|더불어|맞손|협력|협업|업무|상호|체결|협약|투자|양해|MOU|자매|우호")
_AND = frozenset(("및", "그리고", "또는", "와", "과"))
# `정부 간 협약`, `기관 간 협력`: between whom in general, without a name.
_KINDS = re.compile(
    r"(?:지방)?정부|(?:추진|참여)?기관들?|기업|대학|도시|국가|민간|당사자|양국|양측|양|지역|업체|산업|학교|[양두세\d]\s?\S*"
)
_DATE = re.compile(
    r"지난|오는|이달|내달|다음|지난달|최근|올해|작년|지난해|내년|오전|오후|같은|이날|앞서|현지|한국"
    r"|[’'\d].*[일월년시분]|\d+[일월년시]?|[’']?\d\d\.\d.*"
)
_ETC = re.compile(r"등$|등\d*$|\d+\s?개$|\d+여?개?(?:곳|사|개사|개소|기관|업체|기업|단체|대학|시군|지자체|도시|군|시)$")
_BREAKS = re.compile(
    r"[가-힣]+(?:하고|하며|해서|하여|통해|위해|위한|따라|따른|대한|관한|대해|아래|가운데|이후|한다고|했다고|된|했던|하는|있는|되는|지는|어지는|으로써)$|"
    r"(?:통해|위해|위한|등을|관련)$"
)
_ADNOMINAL = re.compile(r"[가-힣]+(?:한|된|하는|되는|있는|있던|했던|갖춘|거둔|이끄는|맡은|맡고|둔|온|난)$")


@dataclass(frozen=True, slots=True)
class Item:
    """One list item: words `first` to `last` of the row; `person` where it ends with a title."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Argument:
    """A list in one position: `subject`, `with`, or `between`. `direct` where what follows shows that the position belongs to the
    agreement (`함께`, `손잡고`, the agreement's noun itself)."""

    position: str
    items: tuple[Item, ...]
    direct: bool


@dataclass(slots=True)
class _State:
    items: list[Item] = field(default_factory=list)
    run: list[int] = field(default_factory=list)
    joined: list[int] = field(default_factory=list)  # numbers of the items that 와/과 closed

    def close(self) -> None:
        if self.run:
            self.items.append(Item(self.run[0], self.run[-1]))
        self.run = []

    def clear(self) -> None:
        self.items, self.run, self.joined = [], [], []


def arguments(row: Sequence[Word], stop: int) -> tuple[Argument, ...]:
    """All arguments among the words before `stop`, in order."""
    found: list[Argument] = []
    state = _State()
    for i in range(stop):
        _step(row, i, stop, state, found)
    _flush_with(row, state, stop, stop, found)
    return tuple(found)


def _step(row: Sequence[Word], i: int, stop: int, state: _State, found: list[Argument]) -> None:
    word = row[i]
    if not word.role and _ETC.search(word.core) and (state.run or state.items):
        state.close()
        return
    if _is_break(word):
        _flush_with(row, state, i, stop, found)
        state.clear()
        return
    if word.core in _AND and not word.role:
        state.close()
        return
    if _ADNOMINAL.fullmatch(word.core) and not word.role and len(word.core) > 2:
        state.run = []
        return
    state.run.append(i)
    if word.role in _SUBJECT:
        state.close()
        found.append(Argument("subject", tuple(state.items), False))
        state.clear()
    elif word.role in _WITH:
        state.close()
        state.joined.append(len(state.items) - 1)
        if i + 1 == stop or (i + 1 < len(row) and _TOGETHER.match(row[i + 1].core)) or word.role == "with_of":
            found.append(Argument("with", tuple(state.items), True))
            state.clear()
    elif (word.role in _BETWEEN or _between_follows(row, i, stop)) and _KINDS.fullmatch(word.core):
        state.run.pop()
        _flush_with(row, state, i, stop, found)
        state.clear()
    elif word.role in _BETWEEN or _between_follows(row, i, stop):
        state.close()
        found.append(Argument("between", tuple(state.items), True))
        state.clear()
    elif word.role:
        state.run.pop()
        _flush_with(row, state, i, stop, found)
        state.clear()
    elif "," in word.after or "·" in word.after:
        state.close()


def _between_follows(row: Sequence[Word], i: int, stop: int) -> bool:
    return i + 1 < stop and row[i + 1].core in ("간", "간의", "간에", "사이")


def _flush_with(row: Sequence[Word], state: _State, i: int, stop: int, found: list[Argument]) -> None:
    """What 와/과 closed before a break was a with-argument, or one half of a pair of things: `direct` is False."""
    if state.joined:
        last = state.joined[-1]
        found.append(Argument("with", tuple(state.items[: last + 1]), i == stop))


def _is_break(word: Word) -> bool:
    if word.role in _SUBJECT or word.role in _WITH:
        return False
    return bool(_DATE.fullmatch(word.core) or _BREAKS.fullmatch(word.core))


def ends_with_title(word: Word) -> bool:
    """Whether an item's last word makes it a person (`오승환 대표`)."""
    return is_title(word.core)
