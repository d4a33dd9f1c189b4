"""Words of an agreement's clause that name nobody: what breaks a list off, what describes, what joins two names."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from clipper.extract.frames.mou.lexicon import in_general, in_list, times
from clipper.extract.mentions.orgs.words import Word

SUBJECT = frozenset(("topic", "subject", "also"))
WITH = frozenset(("with", "with_of"))
_BREAKS = re.compile(
    r"따르면|의하면|(?:갖|맺|열|가지)고|"
    r"[가-힣]+(?:하고|하며|해서|하여|통해|위해|위한|따라|따른|대한|관한|대해|아래|가운데|이후|한다고|했다고|된|했던|하는|있는|되는|지는|어지는|으로써)$|"
    r"(?:통해|위해|위한|등을|관련)$"
)
ADNOMINAL = re.compile(r"[가-힣]+(?:한|된|하는|되는|있는|있던|했던|갖춘|거둔|이끄는|맡은|맡고|둔|온|난)$")
_SAID = re.compile(r"[가-힣·ㆍ]*[가-힣](?:한|된|하겠|되겠|했|됐|있|없|는|인|린|진)다")
# `A와 B를 잇는 C는`, `A와 B를 돌며`
JOINS = re.compile(
    r"(?:(?:잇|오가|아우르|연결하|결합하|융합하|접목하)는|(?:결합|융합|접목|연결)한)$"
    r"|(?:돌며|돌아|차례로|잇따라|순방|방문|둘러|들러|찾아)"
)


@cache
def _date() -> re.Pattern[str]:
    more = "|".join(sorted(in_list("times_in_lists")))
    return re.compile(rf"{times()}|{more}|[’'\d].*[일월년시분]|\d+[일월년시]?|[’']?\d\d\.\d.*")


@lru_cache(maxsize=4096)
def is_date(core: str) -> bool:
    """Whether a word only tells when."""
    return _date().fullmatch(core) is not None


def describes(word: Word) -> bool:
    """`갖춘 A사와`, `판매한다는 계획으로`: a verb before what it describes; a name in a list (`셀비온, A사와`) is none."""
    if not word.role:
        return len(word.core) > 2 and "," not in word.after and ADNOMINAL.fullmatch(word.core) is not None
    return word.particle == "는" and _SAID.fullmatch(word.core) is not None


def is_break(word: Word) -> bool:
    """Whether a list of names ends at a word: a day, an adverb, a verb of another clause."""
    if word.core in in_list("openers") and word.role not in WITH:
        return True
    if "," in word.after and not word.role and word.core in in_list("comma_verbs"):
        return True  # `밀라노를 방문, A와`
    if word.role in SUBJECT or word.role in WITH:
        return False
    return bool(is_date(word.core) or _BREAKS.fullmatch(word.core))


@cache
def _kinds() -> re.Pattern[str]:
    """`고교-대학 간 교류`; `두 기관`, but not a city of that first syllable."""
    kind = (
        rf"{in_general()}|[2-9삼사오육][자者]"
        r"|[양두세](?:나라|도시|국가|기관|단체|대학|학교|회사|기업|부처|정부|지역|지자체|[국측사교시군자])|\d\S*"
    )
    return re.compile(rf"(?:{kind})(?:[-·ㆍ](?:{kind}))*")


def names_kinds(core: str) -> bool:
    """Whether a word only says between whom in general (`기관 간 협력`)."""
    return _kinds().fullmatch(core) is not None
