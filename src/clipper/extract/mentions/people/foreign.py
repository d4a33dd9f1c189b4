"""Foreign names around a title: a run of transliterated words, told from the firm or the body beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clipper.data import words as column
from clipper.extract.mentions.people.body import Known
from clipper.extract.mentions.people.names import foreign_form, foreign_look, ordinary_look, surnames
from clipper.extract.mentions.people.office import is_portfolio
from clipper.extract.mentions.people.spaced import spaced_name
from clipper.extract.mentions.people.titles import Titled
from clipper.extract.mentions.people.words import Word
from clipper.extract.tokens import readings

LONGEST = 5
_SHORTEST, _SURELY_FOREIGN, _CHINESE, _WITH_FIRM, _LONGEST_CHINESE = 2, 5, 3, 3, 4
# A single foreign word before a firm's title is the firm (`구글 대표`), before others the holder (`트럼프 대통령`).
_FIRM = ("대표", "사장", "회장", "이사", "전무", "상무", "본부장", "CEO", "법인장", "책임자", "매니저", "부장", "총괄")
_HOUSE = ("관장", "원장", "센터장", "소장", "국장", "감독", "점장", "선수", "실장", "연구원", "단장", "창업자")


def foreign_name(words: Sequence[Word], start: int, at: int, found: Titled, known: Known) -> tuple[int, int] | None:
    """A run of transliterated words right before the title, or before the body that stands between."""
    if (own := _glossed(words, start, at, known)) is not None:
        return own, own + 1
    stop = at
    while stop > start and (
        known.covering(words[stop - 1].start, words[stop - 1].end) or is_portfolio(words[stop - 1].text)
        or known.suffixed(words[stop - 1].text) or _first_of_latin(words, stop, at) or _former(words, stop, start, known)
    ):
        stop -= 1
    former = int(stop > start and words[stop - 1].text == "전")  # `응우옌 반 록 전 시장`
    if (apart := spaced_name(words, start, stop - former)) is not None:
        return apart, stop - former
    strayed = stop < at - 1 and stop > start and _strayed(words, stop, known)
    surname = not strayed and _with_surname(words, stop, at, found, known)
    first = stop - surname
    stop += strayed
    while first > start and stop - first < LONGEST and in_foreign(words[first - 1], known):
        first -= 1
    while first < stop - 1 and (
        ordinary_look(words[first].text)
        or _OFFICE.search(words[first].text)
        or (stop - first > 2 and known.suffixed(words[first].text))
    ):
        first += 1
    run = [word.text for word in words[first:stop]]
    attached = _attached_name(run, found, known) if stop == at and not known.begins(words[at].start) else ""
    foreign = any(map(foreign_look, run)) or japanese(run)
    if not run or not (foreign or attached or surname or known.abroad(words, stop, at, found.prefix, first)):
        return None
    house = _HOUSE if len(run) == 1 else ("경영자",) if len(run) == _WITH_FIRM else ()
    firm = found.title.title.endswith((*_FIRM, *house))
    if firm and stop == at and not (len(run) == 1 and _of_body(words, first, known)):
        # `팀 쿡 애플 CEO`: nothing tells the firm from the name but its place.
        return (first, first + 2) if len(run) == _WITH_FIRM else (first, stop) if len(run) in (2, 4) else None
    if firm and len(run) == _WITH_FIRM:
        # `조지프 바라타 블랙스톤 글로벌 총괄`
        return first, first + 2
    if len(run) == 1 and not attached and not _alone(run[0], stop, at, words, found, known):
        return None
    return first, stop + bool(attached)


def _glossed(words: Sequence[Word], start: int, at: int, known: Known) -> int | None:
    """`마하오(馬浩) 외사교무반 부주임`: a name by its gloss, whatever its body is called."""
    for k in range(at - 1, start - 1, -1):
        word = words[k]
        if word.hanja:
            return None if known.covering(word.start, word.end, names=False) or known.place(word.text) else k
        if readings(word.text)[0].role or word.gap.strip():
            return None
    return None


def japanese(run: Sequence[str]) -> bool:
    """`다나카 이치로`: a surname of two syllables or more, and a given name."""
    return len(run) == _SHORTEST and len(run[0]) >= _SHORTEST <= len(run[1]) and run[0] in column("surnames_japanese", "surname")


def _former(words: Sequence[Word], stop: int, start: int, known: Known) -> bool:
    """`타리아 핀란드 전 대통령`: 전 between a country and the title."""
    if words[stop - 1].text not in {"전", "현"} or stop - 2 <= start:
        return False
    return known.covering(words[stop - 2].start, words[stop - 2].end)


# `교육국 왕리쥔 주임`: a part of a body, no name.
_OFFICE = re.compile(r"^[가-힣]{2,}(?:국|과|팀|처)$")


def _first_of_latin(words: Sequence[Word], stop: int, at: int) -> bool:
    """`톰 켈트먼 오픈 AI 최고경영자`: a firm's name in two words, an ordinary one before letters."""
    return stop < at and words[stop].text.isascii() and words[stop - 1].text in column("name_stopwords", "word")


def _strayed(words: Sequence[Word], stop: int, known: Known) -> bool:
    """`마코 루비오 국무부 장관`: the last part of a foreign name that was taken for the first word of the body."""
    word, before = words[stop], words[stop - 1]
    form = foreign_form(word.text) and not known.suffixed(word.text) and not is_portfolio(word.text)
    return form and known.heads(word.start) and not known.begins(word.start) and in_foreign(before, known) and (
        foreign_look(before.text) or foreign_look(word.text)
    )


def _of_body(words: Sequence[Word], first: int, known: Known) -> bool:
    """`김협회의 루친친 회장`: a body with 의 before the name."""
    before = words[first - 1].text if first else ""
    return before.endswith("의") and known.suffixed(before[:-1])


def _alone(name: str, stop: int, at: int, words: Sequence[Word], found: Titled, known: Known) -> bool:
    """Whether a single word is a name: `바트바야스갈랑 시장`, `푸틴 러시아 대통령`; not `네이버 정책 센터장`."""
    if len(name) < _SHORTEST or not re.match("[가-힣]", name):
        return False
    if stop < at and _chinese(name) and known.abroad(words, stop, at, found.prefix, stop - 1):
        return True
    if ordinary_look(name):
        return False
    if stop < at:
        # `리훙중 공산당 정치국 위원`: a Chinese name of three syllables before a body that is no firm.
        chinese = len(name) == _CHINESE and foreign_look(name) and not found.title.title.endswith((*_FIRM, *_HOUSE))
        return known.abroad(words, stop, at, found.prefix, stop - 1) or (
            chinese and all(known.suffixed(word.text) or is_portfolio(word.text) for word in words[stop:at])
        )
    if _of_body(words, stop - 1, known) and known.abroad(words, stop, at, found.prefix, stop - 1):
        return True
    if found.title.homograph and len(name) < _SURELY_FOREIGN:
        near = (words[k] for k in (stop - 1, stop - 2) if k >= 0)
        mayor = found.title.title == "시장"
        return mayor and (any(known.covering(word.start, word.end) for word in near) or (_chinese(name) and foreign_look(name)))
    return foreign_look(name) and (not found.prefix or found.prefix in column("portfolios", "word"))


def _chinese(name: str) -> bool:
    """Whether a word begins as a Chinese name does (`쉬친`, `가오후청`)."""
    surnames = column("surnames_chinese", "surname")
    return len(name) <= _LONGEST_CHINESE and (name[0] in surnames or name[:2] in surnames)


def _with_surname(words: Sequence[Word], stop: int, at: int, found: Titled, known: Known) -> bool:
    """`린다 박 시애틀시 부시장`, `성 김 미국 대표`: a Korean surname behind a foreign given name, a place abroad behind it."""
    if stop < _SHORTEST or stop >= at or surnames().get(words[stop - 1].text) != "common" or words[stop - 1].gap.strip():
        return False
    return in_foreign(words[stop - 2], known) and known.abroad(words, stop, at, found.prefix, stop - 1)


def in_foreign(word: Word, known: Known) -> bool:
    """Whether a word can be part of a foreign name here: by its form, and taken up by nothing else."""
    text = word.text
    if len(text) == 1 and not foreign_look(text) and text not in column("name_parts", "part"):
        return False
    return (
        foreign_form(text)
        and text not in column("name_stopwords", "word")
        and not is_portfolio(text)
        and not (text.endswith("의") and len(text) > _SHORTEST)
        and not known.covering(word.start, word.end)
        and not known.suffixed(text)
    )


def _attached_name(run: Sequence[str], found: Titled, known: Known) -> str:
    """`브루스 헤럴시장`: the last part of the name is glued to the title."""
    prefix = found.prefix
    if run and prefix and len(prefix) <= 4 and foreign_look(prefix) and not known.place(prefix):
        return prefix if any(map(foreign_look, run)) and not is_portfolio(prefix) else ""
    return ""
