"""Lists of sides: which of their items are names though no form tells, which are only counted."""

from __future__ import annotations

import re

from clipper.extract.frames.mou.arguments import Argument, Item
from clipper.extract.frames.mou.breaks import is_date
from clipper.extract.mentions.orgs.words import Word


def is_whole(row: tuple[Word, ...], argument: Argument) -> bool:
    """`온새산업, 나루에너지 등 2개 기업과`: as many as are counted, each a name though it ends as ordinary words do."""
    behind = row[argument.items[-1].last + 1 :][:2]
    count = re.match(r"\d+", behind[-1].core) if len(behind) > 1 and behind[0].core == "등" else None
    return count is not None and int(count[0]) == len(argument.items)


_PAPER = re.compile(r"(?:업무|상호|투자|상생|공동|후원|교류)?(?:협약|협정|업무협약|양해각서|MOU|LOI|의향서|자매결연|결연|합의서)")
_BEFORE_PAPER = frozenset(("업무", "상호", "상생", "투자", "전략적", "공동", "업무협력", "후원", "교류"))


def faces_paper(row: tuple[Word, ...], argument: Argument) -> bool:
    """`나루대, 온새비전과 업무협약을`: right before the paper stand sides, whatever they end with."""
    at = argument.items[-1].last + 1
    while at < len(row) and (row[at].core in _BEFORE_PAPER or is_date(row[at].core)) and row[at].role in ("", "at"):
        at += 1
    return argument.position == "with" and argument.direct and at < len(row) and _PAPER.fullmatch(row[at].core) is not None


def is_joined(row: tuple[Word, ...], argument: Argument, item: Item) -> bool:
    """Whether 와/과 joins an item of a subject, or one before it, to the next (a comma before may be the end of a clause)."""
    at = argument.items.index(item)
    return row[item.last].role == "with" or any(row[i.last].role == "with" for i in argument.items[:at])


# `여러 주요 방송국과`: as many as there are.
_VAGUE = frozenset(("여러", "주요", "유수", "기타", "각종", "다수"))


def only_counted(row: tuple[Word, ...], item: Item) -> bool:
    """`관내 5개 초등학교`, `여러 주요 방송국`: counted, not named."""
    before = row[item.last - 1] if item.last else None
    if before is None or not before.bare:
        return False
    return before.core in _VAGUE or re.fullmatch(r"\d+여?개", before.core) is not None
