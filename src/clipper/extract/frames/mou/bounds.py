"""Where a noun phrase of purpose begins: behind a side, a day, a verb of another clause."""

from __future__ import annotations

import re
from functools import cache

from clipper.data import words as vocabulary
from clipper.extract.frames.mou.lexicon import bodies, in_list, like_connectives, times, together
from clipper.extract.frames.mou.named import OCCASIONS
from clipper.extract.frames.mou.told import Told
from clipper.extract.mentions.orgs.names import is_title
from clipper.extract.mentions.orgs.words import Word

_MONEY = re.compile(r"[총약]?\d[\d,.조억만천백]*여?(?:원|달러|유로|엔|위안|불)?|달러|유로|위안")


@cache
def _time() -> re.Pattern[str]:
    return re.compile(rf"[’'\d].*[일월년시분]|\d+[일월시분]?|{times()}")


_CLOSING = frozenset(("topic", "subject", "at_doing", "until", "from", "to", "like"))


def np_start(told: Told, last: int) -> int:
    """The number of the first word of the noun phrase that ends with word `last`; `last + 1` where there is none."""
    row = told.row
    low = _quote_start(told, last)
    first = last + 1
    for i in range(last, -1, -1):
        closes = _closes_itself(told, row, i) if i == last else _closes(told, row, i) and not _is_year_of_name(told, row[i])
        if row[i].span.start < low or closes:
            break
        first = i
        if row[i].before and (row[i].before[-1] == "`" or (row[i].before[-1] in "‘“「『'\"" and _quote_closes(told, row[i]))):
            break
    return first


def _is_year_of_name(told: Told, word: Word) -> bool:
    """`‘온새런 2023 가람’ 업무협약`: a year inside a quoted name."""
    inside = word.core.isdecimal() and len(word.core) == _YEAR
    return inside and any(s <= word.span.start and word.span.end <= e for s, e in told.sentence.quotes)


_YEAR = 4


def _quote_start(told: Told, last: int) -> int:
    """Inside a quotation that holds the noun, a phrase begins with the quotation."""
    noun = told.trigger.noun.start
    found = [s for s, e in told.sentence.quotes if s <= noun <= e]
    return found[-1] if found else 0


def _quote_closes(told: Told, word: Word) -> bool:
    return any(s == word.span.start for s, _ in told.sentence.quotes)


_CONNECTIVE = re.compile(r"[가-힣]+(?:하고|하며|하여|해서|했고|이며)|[가-힣]{2,}(?:해|고)|[갖맺열]고|[가-힣]+고자")


def _closes_itself(told: Told, row: tuple[Word, ...], i: int) -> bool:
    word = row[i]
    if word.core.endswith(("하고", "하며")) and not word.role:
        return True
    if _is_party(told, word) or (word.role == "with" and i == told.stop - 1):
        return True
    if word.core in together() or _time().fullmatch(word.core):
        return True
    return word.role in ("topic", "at_doing", "until", "from", "also") or word.core in ("중",)


def _closes(told: Told, row: tuple[Word, ...], i: int) -> bool:
    word, following = row[i], row[i + 1]
    if word.core == "간" and i and row[i - 1].core in in_list("between_kinds"):  # `지역 간 상생발전`: no side
        return False
    if word.core == "등" and word.role:
        return True  # `A, B 등과 선수 지원 협약`
    if word.core in together() or word.role in _CLOSING or _time().fullmatch(word.core) or _MONEY.fullmatch(word.core):
        return True
    if ("-" in word.core or word.role == "also") and _is_party(told, word):
        return True
    if word.role == "with" and (_is_party(told, word) or _is_somebody(row, i) or following.core.startswith(("함께", "손"))):
        return True
    if word.role in ("with_of", "between") or _is_side(told, row, i):
        return True
    if word.role == "object":
        return not re.fullmatch(r"[가-힣]+(?:한|하는|된|는|던|할|하|하기|위한|통한)", following.core)
    if word.role in ("at", "by"):
        return not re.fullmatch(r"[가-힣]*(?:대한|관한|필요한|걸친|이르는|기반한|따른|적합한|맞는|맞춘|대응하는)", following.core)
    return bool(_CONNECTIVE.fullmatch(word.core)) and not word.role and not word.core.endswith(like_connectives())


def _is_side(told: Told, row: tuple[Word, ...], i: int) -> bool:
    """`두 기관과`, `기념식과`; `나루대 관광과·조리과와`, of a body before it; `나루병원과 온새요양원의 진료협력 협약식`."""
    if row[i].role == "with":
        return bodies().fullmatch(row[i].core) is not None or row[i].core.endswith(OCCASIONS) or _ends_side(told, i)
    joined = row[i].role == "of" and i > 0 and row[i - 1].role == "with"
    return joined and _is_party(told, row[i]) and _is_party(told, row[i - 1])


def _ends_side(told: Told, i: int) -> bool:
    """Whether a with-argument ends with word `i` that has a party in front."""
    ends = (item for a in told.arguments if a.position == "with" for item in a.items if item.last == i and item.first < i)
    return any(_is_party(told, told.row[item.first]) for item in ends)


def _is_party(told: Told, word: Word) -> bool:
    return any(span.overlaps(word.span) for party in (*told.parties, *told.beside) for span in party.spans)


def _is_somebody(row: tuple[Word, ...], i: int) -> bool:
    """`김가온 대표와`: a title behind a name, with whom they sign."""
    if not i or not (is_title(row[i].core) or row[i].core in in_list("callings")) or row[i - 1].after:
        return False
    name = row[i - 1].core + row[i - 1].particle  # `윤이나`, where 이나 is no particle
    return 2 <= len(name) <= 4 and name[0] in vocabulary("surnames", "surname")
