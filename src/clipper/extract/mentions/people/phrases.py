"""Names and offices around a title, within one sentence.

A title stands behind a name (`이장우 시장`, `크리스토퍼 스키트 퀘벡주 경제장관`), before one (`(이사장 정칠희)`), has
one in brackets behind it (`부지사(킴 드리스콜)`), stands behind a surname (`이 시장은`) or alone with its body
(`캘거리 부시장`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from clipper.data import words as column
from clipper.extract.mentions.people.behind import bare_foreign, behind_title
from clipper.extract.mentions.people.body import Known
from clipper.extract.mentions.people.foreign import foreign_name, in_foreign
from clipper.extract.mentions.people.names import (
    NONE,
    STRONG,
    WEAK,
    foreign_form,
    foreign_look,
    full_name,
    korean_name,
    surnames,
)
from clipper.extract.mentions.people.office import Office, is_portfolio, office
from clipper.extract.mentions.people.sharing import sharing
from clipper.extract.mentions.people.spaced import spaced_name
from clipper.extract.mentions.people.titles import Titled, titled
from clipper.extract.mentions.people.words import Word
from clipper.extract.tokens import readings

_FURTHEST = 8
_HANJA = dict(zip("尹李朴文金盧崔鄭韓", "윤이박문김노최정한", strict=True))
# Surnames as they are written in the North and in Chinese names.
_NORTHERN = frozenset("리왕류림쑨")
# `시 주석`: no city has one.
_OF_CHINA = frozenset({"주석", "국가주석"})
# Ordinary words too, but common enough as titles to stand behind a name of two syllables.
_PLAIN = frozenset({"시장", "대표", "사장", "의원", "교수"})
# Surnames that Western given names begin with as well (`마리아`, `안나`).
_WESTERN_TOO = frozenset("마안하나노소사제유오아이조고")
_CLAUSE = frozenset({"topic", "object", "at", "at_doing", "to", "until"})


@dataclass(frozen=True, slots=True)
class Naming:
    """A name or office in a sentence. `name` are the name's offsets, `at` the title's word; `surname` is set where only
    that is named; `after` is the first word behind the naming, `particle` and `role` are those that it ends with;
    `shared` where the title stands behind another name of the list (`윤준병·최기상 의원`)."""

    name: tuple[int, int] | None
    surname: str | None
    office: Office
    at: int
    titled: Titled
    after: int
    particle: str
    role: str
    shared: bool = False


def namings(words: Sequence[Word], known: Known) -> Iterator[Naming]:
    """All namings of a sentence, in order of their titles."""
    for at, word in enumerate(words):
        found = titled(word.text)
        if found and not known.inside(word.start + found.length - 1, word.start + found.length) and not (
            _market(words, at, found, known) or found.prefix == "국가"
        ):
            yield from _naming(words, at, found, known)


def _naming(words: Sequence[Word], at: int, found: Titled, known: Known) -> Iterator[Naming]:
    behind = tuple(behind_title(words, at, found, known))
    for first, last in behind:
        closed = readings(words[last - 1].text)[0] if not korean_name(words[last - 1].text) else None
        bare = len(bare_foreign(words[last - 1].text)) if not words[at].inside and words[at + 1].gap.strip() != "(" else 0
        end = words[last - 1].start + (len(closed.stem) if closed and last - first == 1 else bare or len(words[last - 1].text))
        particle, role = (closed.particle, closed.role) if closed and closed.particle else _closing(words, last)
        own_office = office(words, at, found, known, alone=True)
        yield Naming((words[first].start, end), None, own_office, at, found, last, particle, role)
    if behind:
        return
    start = _reach(words, at, known)
    name = None
    if not _lone_surname(words, at, found, known) or spaced_name(words, start, at) is not None:
        name = _korean(words, start, at, found, known) or foreign_name(words, start, at, found, known)
    own = (at, found, at + 1, found.particle, found.role)
    if name:
        end = words[name[1] - 1].end if name[1] <= at else words[at].start + len(found.prefix)
        shared = office(words, at, found, known, name=name)
        for word in sharing(words, name[0], known, found):
            yield Naming((word.start, word.end), None, _without_body(shared), at, found, at, "", "", shared=True)
        yield Naming((words[name[0]].start, end), None, shared, *own)
    elif surname := _surname(words, at, found):
        yield Naming(None, surname, office(words, at, found, known), *own)
    elif words[at].gap == "(" and at > 0 and korean_name(words[at - 1].text) == STRONG:
        before = words[at - 1]
        yield Naming((before.start, before.end), None, _without_body(office(words, at, found, known)), *own)
    else:
        alone = office(words, at, found, known, alone=True)
        if alone.sure:
            yield Naming(None, None, alone, *own)


def _lone_surname(words: Sequence[Word], at: int, found: Titled, known: Known) -> bool:
    """`방문한 이 총재는`: a surname stands alone right before the title."""
    if at == 0 or found.prefix or words[at].gap.strip() or known.holds(words[at - 1].start, words[at - 1].end):
        return False
    before = words[at - 1].text
    if is_portfolio(before) and at > 1 and korean_name(words[at - 2].text):
        return False
    if before == "전" and at > 1 and known.covering(words[at - 2].start, words[at - 2].end, names=False):
        # `타리아 핀란드 전 대통령`
        return False
    return before in _HANJA or before in _NORTHERN or (before != "주" and surnames().get(before) == "common")


def _without_body(known_office: Office) -> Office:
    return replace(known_office, organization=None, org=None)


def _closing(words: Sequence[Word], after: int) -> tuple[str, str]:
    """The particle behind a closing bracket (`부지사(킴 드리스콜)를`)."""
    if after < len(words) and words[after].gap == ")":
        for reading in readings("가" + words[after].text) + readings("각" + words[after].text):
            if reading.stem in {"가", "각"} and reading.particle:
                return reading.particle, reading.role
    return "", ""


def _reach(words: Sequence[Word], at: int, known: Known) -> int:
    """The first word that can belong to the phrase of the title at `at`."""
    k = at
    while k > 0 and at - k < _FURTHEST and (not words[k].gap.strip() or known.joins(words[k - 1].end, words[k].start)):
        before = words[k - 1]
        covered = known.covering(before.start, before.end)
        named = _may_be_name(words, k - 1, at, known) or _given_in_ro(words, k - 1, at, known) or _japanese(words, k - 1)
        if not covered and _ends_clause(before.text) and not named:
            break
        title = titled(before.text)
        if title and not known.holds(before.start, before.start + title.length):
            break
        k -= 1
    return k


def _may_be_name(words: Sequence[Word], k: int, at: int, known: Known) -> bool:
    """`이정은 시장`: what looks like a topic is a name where only a body stands between it and the title."""
    text = words[k].text
    return (
        korean_name(text) == STRONG
        and text[-1] in "은을"
        and all(
            known.covering(word.start, word.end) or known.suffixed(word.text) or is_portfolio(word.text)
            for word in words[k + 1 : at]
        )
    )


def _given_in_ro(words: Sequence[Word], k: int, at: int, known: Known) -> bool:
    """`하이룰로 보자로프 주지사`, `올리비에 라캄 시장`: what looks like a particle is the last syllable, where a foreign name goes on."""
    text = words[k].text
    after = words[k + 1] if k + 1 < at else None
    in_ro = text.endswith("로") and not text.endswith("으로") and foreign_look(text[:-1])
    if after is None or not (in_ro or (text.endswith("에") and foreign_form(text))):
        return False
    return in_foreign(after, known) and foreign_look(after.text)


def _japanese(words: Sequence[Word], k: int) -> bool:
    """`다나카 이치로 의장`: a given name behind a Japanese surname, whatever it ends with."""
    return k > 0 and not words[k].gap.strip() and len(words[k].text) > 1 and words[k - 1].text in column("surnames_japanese", "surname")


def _ends_clause(text: str) -> bool:
    best = readings(text)[0]
    if best.role in _CLAUSE and best.particle not in {"께"} and len(best.stem) > 1:
        return True
    return text[-1:] in "고며서" and len(text) > 3


def _korean(words: Sequence[Word], start: int, at: int, found: Titled, known: Known) -> tuple[int, int] | None:
    weak = None
    for k in range(at - 1, start - 1, -1):
        strength = korean_name(words[k].text)
        if strength == NONE or known.covering(words[k].start, words[k].end, names=False):
            continue
        adjacent = k == at - 1 or all(is_portfolio(word.text) for word in words[k + 1 : at])
        if adjacent and k > start and words[k].text[-1] in "대고중초" and korean_name(words[k - 1].text) == STRONG:
            # `최은호 한빛대 총장`: a school may look like a name.
            continue
        if _of_foreign(words, start, k, at, found, known):
            continue
        if strength == STRONG and (adjacent or _body_between(words, k, at, known)):
            return k, k + 1
        full = full_name(words[k].text)
        beside = adjacent or all(
            known.covering(word.start, word.end) or is_portfolio(word.text) or (full and known.suffixed(word.text))
            for word in words[k + 1 : at]
        )
        if found.title.homograph:
            near = k == at - 1 or (beside and full_name(words[k].text))
            beside = near and found.title.title in _PLAIN and not _has_particle(words[k].text)
        if weak is None and beside:
            weak = k, k + 1
    return weak


def _of_foreign(words: Sequence[Word], start: int, k: int, at: int, found: Titled, known: Known) -> bool:
    """Whether what looks like a Korean name is a part of a foreign one: `크리스틴 모로`, `다나카 이치로`, `응우옌 반 하이`,
    and, where a country abroad stands by, `안 이달고`, `마리아 로페스`."""
    before = words[k - 1] if k > start else None
    if before is not None and not words[k].gap.strip() and in_foreign(before, known):
        if before.text in column("surnames_japanese", "surname"):
            return True
        if korean_name(words[k].text) == WEAK and (foreign_look(before.text) or _short_behind_foreign(words, start, k - 1)):
            return True
        if before.text in column("name_parts", "part"):
            return known.abroad(words, k + 1, at, found.prefix, k - 1)
    following = words[k + 1] if k + 1 < at else None
    if following is None or words[k].text[0] not in _WESTERN_TOO or following.gap.strip():
        return False
    return foreign_look(following.text) and in_foreign(following, known) and known.abroad(words, k + 2, at, found.prefix, k)


def _short_behind_foreign(words: Sequence[Word], start: int, k: int) -> bool:
    """Whether a short part of a name stands behind a foreign one (`응우옌 반`)."""
    return words[k].text in column("name_parts", "part") and k > start and foreign_look(words[k - 1].text)


def _has_particle(text: str) -> bool:
    best = readings(text)[0]
    return bool(best.particle) and best.particle not in {"이", "도"}


def _body_between(words: Sequence[Word], k: int, at: int, known: Known) -> bool:
    """Whether all words between a name and a title can be a body's name (`정칠희 나노융합산업연구조합 이사장`)."""
    return all(
        known.covering(word.start, word.end) or known.suffixed(word.text) or not readings(word.text)[0].role
        or _is_department(word.text, words[at].text)
        for word in words[k + 1 : at]
    )


def _is_department(text: str, title: str) -> bool:
    """`한지우 호텔관광과 교수`: before who teaches, what ends as with a particle is a department."""
    return text.endswith("과") and len(text) >= _LONG and title.startswith(_TEACHERS)


_LONG = 4
_TEACHERS = ("교수", "학과장", "부교수", "조교수", "명예교수", "겸임교수", "초빙교수")
_PROVINCES = ("현", "주", "성", "도", "부")


def _market(words: Sequence[Word], at: int, found: Titled, known: Known) -> bool:
    """`해외시장`: with another word than a city glued to it, 시장 is the market, unless a name stands before."""
    prefix = found.prefix
    bare = found.title.title == "지사" and not prefix and found.particle in {"로", "에서"} and at > 0
    if bare and not words[at - 1].text.endswith(_PROVINCES) and known.abroad(words, at - 1, at, ""):
        return True  # `두바이 지사로`: a branch
    if known.begins(words[at].start) and known.level(words[at].start, words[at].end) != "country":
        return False
    if at and not words[at].gap.strip() and korean_name(words[at - 1].text) == STRONG:
        return False
    return found.title.title == "시장" and bool(prefix) and not (
        prefix in column("title_cities", "city") or known.place(prefix) or prefix.endswith("시") or foreign_look(prefix)
    )


def _surname(words: Sequence[Word], at: int, found: Titled) -> str | None:
    """`이 시장`, `尹 대통령`, and glued `김총리`."""
    if found.prefix:
        about = found.role in {"topic", "subject"}  # `문시장은`, where a mayor of that name is known
        if len(found.prefix) != 1 or (found.title.homograph and not about) or found.prefix == "부":
            return None
        return _HANJA.get(found.prefix) or (found.prefix if surnames().get(found.prefix) == "common" else None)
    k = at
    while k > 0 and is_portfolio(words[k - 1].text) and not words[k].gap.strip():
        k -= 1
    if k == 0 or words[k].gap.strip():
        return None
    before = words[k - 1].text
    if before == "시" and found.title.title in _OF_CHINA:
        return before
    if len(before) != 1 or before in "주도시군구" or (before == "이" and found.title.homograph and not found.role):
        return None
    return _HANJA.get(before) or (before if before in surnames() else None)
