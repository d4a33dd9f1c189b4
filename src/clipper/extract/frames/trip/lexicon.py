"""Word classes of the trip frame, compiled once from `data/trip_words.toml`."""

from __future__ import annotations

import re
from functools import cache

from clipper.data import table


def any_of(name: str) -> str:
    """The alternatives of a list of words, the longest first."""
    return "|".join(sorted(map(re.escape, table("trip_words")[name]), key=len, reverse=True))


@cache
def ends(name: str) -> tuple[str, ...]:
    """A list of words as ends to look for."""
    return tuple(table("trip_words")[name])


@cache
def words(name: str) -> re.Pattern[str]:
    """Any word of a list, anywhere."""
    return re.compile(any_of(name))


@cache
def joined() -> re.Pattern[str]:
    """What stands between the members of a party: list marks, `을 비롯한`, `를 단장으로 한`, counts."""
    return re.compile(
        r"(?:\([^()]*\))?\s?(?:,|·|와|과|및|등|등과|등이|겸|[을를] 비롯[한해]|"
        r"[을를] (?:포함[한해]|(?:단장|대표|수석대표|필두)로(?: 한| 하는)?|부?단장으로(?: 한| 하는| 하고,?)?)|[이가] 이끄는|\s|"
        rf"\d+여? ?명(?:의|으로|이|은)?|{any_of('in_party')}|[가-힣]{{1,8}} 등)*\s?"
    )


@cache
def subject_tail() -> re.Pattern[str]:
    """What stands behind whoever is the subject: brackets, `등 12명`, `일행`, `과 담당 공무원`, and the particle (`josa`)."""
    counted = r"\d+여?\s?(?:명|개사|개 사|개 업체)"
    return re.compile(
        rf"^[’'”\"]?(?:\([^()]*\))?\s?(?:{counted}|일행|부부|내외|측|관계자|"
        r"등|등\s?(?:[가-힣·]{1,8}(?: [가-힣·]{1,8}){0,4}\s?)?\d+여?\s?명|등\s?\S{1,12}|"
        r"[을를] 비롯한 (?!\S*[을를에]\s)\S+(?: (?!\S*[을를에]\s)\S+){0,4}?|"
        r"(?:와|과|,) \S{1,8}(?: \S{1,8}){0,2}(?: 등\s?(?:\d+여?\s?명)?|\s?\d+여?\s?명)|"
        rf"(?:와|과) (?:[가-힣0-9]{{1,6}} ){{0,2}}(?:{any_of('attendants')})들?|"
        r"(?:소속\s)?[가-힣]{1,8}\s?\d+여?\s?명|)\s?"
        r"(?P<josa>은|는|이|가|께서|도|의 경우|의 경우에도|,)(?=[\s,“‘\"']|$)"
    )


@cache
def others() -> re.Pattern[str]:
    """Tourists, patients and the like as subject or object, however many."""
    return re.compile(rf"(?:{any_of('others')})(?:들)?\s?(?:\S{{0,8}}(?:명|여명|척)\s?)?(?:이|가|을|를|은|는)\s")


@cache
def bound_noun() -> re.Pattern[str]:
    """`방문한 자리에서`, `방문한 뒤`, `출장 중이던 7일`: what follows is no traveller."""
    particle = r"(?:[은는이가을를의도만로,]|에|에서|에는|부터|까지|으로|인|다|\s|$)"
    return re.compile(rf"(?:\d{{1,2}}일|{any_of('bound')}){particle}|\d+박|{any_of('unbound')}")


@cache
def wish() -> re.Pattern[str]:
    """What makes a journey only wished or possible, right behind its word; `하면서` is no condition."""
    return re.compile(rf"\s?(?:을|를|이|가)?\s?(?!하면서)(?:{any_of('wish')}|위[해한] (?:일정|시기)[을를]? 조율)")


@cache
def same_topic() -> re.Pattern[str]:
    """A topic that is no new one."""
    return re.compile(rf"(?:{any_of('same_topic')})$")


@cache
def ongoing() -> re.Pattern[str]:
    """What tells that a journey is under way."""
    return re.compile(rf"{any_of('ongoing')}|(?:{any_of('set_out')})(?!다)|차 [가-힣]+을 찾")


@cache
def being_planned() -> re.Pattern[str]:
    """`추진 중`"""
    return re.compile(rf"(?:{any_of('prepared')}) 중")


@cache
def reported() -> re.Pattern[str]:
    """What reports, right behind a quotation."""
    return re.compile(rf"[”\"’']?(?:이?라)?(?:고|며|면서)\s[^“”\"]{{0,40}}?(?:{any_of('reports')})")
