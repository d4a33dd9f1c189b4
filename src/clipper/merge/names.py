"""Names → keys that the spellings of one organisation, person or place share.

Spellings come from tables (`org_aliases.tsv`, `people_aliases.tsv`, the gazetteer), from rules of the language
(`서울대` is `서울대학교`, `전남도청` is `전라남도`), and from what articles say in brackets, which `Aliases` gathers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from clipper.data import rows
from clipper.extract.mentions.orgs.names import LEGAL, head_of
from clipper.extract.mentions.places.lookup import resolve
from clipper.records import Organization, Person, Place

_KEPT = 65536  # names: bounded, for a long run sees ever new ones
_MARKS = re.compile(r"[^0-9a-z가-힣一-鿿]+")
_SEAT = re.compile(r"(?<=[시군구도주])청$|(?<=주)\s?정부$|\s?정부$")
_OF_UNIVERSITY = "(?=(?:병원|의료원|산학협력단|대학원|도서관|박물관)?$)"
_UNIVERSITY = tuple((re.compile(f"(?<=..){short}{_OF_UNIVERSITY}"), full) for short, full in (
    ("여대", "여자대학교"), ("과기대", "과학기술대학교"), ("교대", "교육대학교"), ("외대", "외국어대학교"), ("공대", "공과대학교"),
    ("대", "대학교"),
))  # fmt: skip
_NOT_UNIVERSITY = re.compile(r"(?:군|부|연|중|소|분|여단|사단|경찰|기동|수비|함|전|시|세|본|무|상|확|최|현)대$")
_GENERIC = frozenset(
    "시 도 군 구 시청 도청 군청 구청 정부 주정부 양측 양사 양국 기관 협회 재단 공단 공사 대학 대학교 회사 기업 은행 학교 센터 의회".split()
)
_LEVEL = re.compile(r"(?<=..)(?:특별자치[시도]|특별시|광역시|카운티|[시주성현도군])$")
_LOANS = str.maketrans({"컨": "콘", "퍼": "퍼", "움": "엄"})
_INITIALS = 588
"""Syllables of Unicode that share an initial consonant; the first is 가."""


def folded(text: str) -> str:
    """What two spellings of a word share: no blanks, marks and legal forms, Latin in lower case, loanwords in one form.

    >>> folded("몬트리올 컨퍼런스") == folded("‘몬트리올 콘퍼런스’")
    True
    """
    return _MARKS.sub("", LEGAL.sub("", text).lower()).translate(_LOANS)


@lru_cache(maxsize=_KEPT)
def org_key(name: str) -> str:
    """The key of an organisation's name, empty for a word that names none (`시`, `재단`).

    >>> org_key("대전시") == org_key("대전광역시청"), org_key("KAIST") == org_key("한국과학기술원")
    (True, True)
    >>> org_key("충남교육청") == org_key("충청남도교육청"), org_key("서울대") == org_key("서울대학교")
    (True, True)
    >>> org_key("캐나다 퀘벡주") == org_key("퀘벡 주정부"), org_key("대전시") == org_key("대전시의회")
    (True, False)
    """
    plain = folded(name)
    if plain in _generic() or len(plain) < 2:
        return ""
    if plain in _org_table():
        return _org_table()[plain]
    place = _government(name)
    if place:
        return place
    plain = _province_shortened(folded(_SEAT.sub("", name)))
    for ending, full in _UNIVERSITY:
        if ending.search(plain) and not _NOT_UNIVERSITY.search(plain):
            whole = ending.sub(full, plain)
            return _org_table().get(whole, whole)
    return plain


@lru_cache(maxsize=_KEPT)
def parent_key(name: str) -> str:
    """The key of the body that a name says it is a part of, if any: `가온시의회 행정위원회` → that of `가온시의회`."""
    whole, blank, _ = " ".join(LEGAL.sub(" ", name).split()).partition(" ")
    key = org_key(whole) if blank and head_of(whole) is not None else ""
    return "" if key.startswith("@") else key


@lru_cache(maxsize=_KEPT)
def person_key(name: str) -> str:
    """The key of a person's name. Foreign names keep the blank before the last name, which is what articles agree on.

    >>> person_key("샘 알트만") == person_key("샘 올트먼")
    True
    """
    plain = " ".join(name.split())
    return _people_table().get(plain.replace(" ", ""), plain)


def last_name(key: str) -> str:
    """The last part of a foreign name, a Korean name as a whole."""
    return key.rpartition(" ")[2]


def same_person(one: str, other: str) -> bool:
    """Whether two keys of persons may be one name: equal, or foreign names whose last parts sound alike.

    >>> same_person("마이크 폼페이오", "폼페이오"), same_person("김정은", "김정인"), same_person("마틴 드리스콜", "킴 드리스콜")
    (True, False, False)
    """
    if one == other:
        return True
    if " " not in one + other:
        return False
    return len(last_name(one)) > 1 and _sound_alike(last_name(one), last_name(other)) and _first_names_agree(one, other)


def _sound_alike(one: str, other: str) -> bool:
    """The same consonants, or all but one of four or more (`린드크비스트`, `린드퀴스트`)."""
    few, many = sorted((sound(one), sound(other)), key=len)
    if few == many:
        return True
    short, long = few.split(".")[:-1], many.split(".")[:-1]
    return len(short) > 3 and len(long) == len(short) + 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _first_names_agree(one: str, other: str) -> bool:
    """Both bear a first name, and it begins with other consonants: two people."""
    firsts = [_initial(key.split(" ")[-2][0]) for key in (one, other) if " " in key]
    return len(set(firsts)) < 2


def _initial(char: str) -> str:
    return f"{(ord(char) - 0xAC00) // _INITIALS}." if "가" <= char <= "힣" else char


@lru_cache(maxsize=_KEPT)
def sound(word: str) -> str:
    """The initial consonants of a word of three or more syllables, on which transliterations agree; else the word itself.

    >>> sound("올트먼") == sound("알트만")
    True
    """
    if len(word) < 3:
        return word
    return "".join(map(_initial, word))


def place_key(place: Place) -> str:
    """The key of a place: country and name without its level (`캘거리시`, `캘거리`); coordinates tell namesakes apart."""
    return f"{place.country or ''}:{stem(place.name)}"


def is_country(place: Place) -> bool:
    """Whether a place is a country as a whole."""
    return place.region is None and folded(place.name) in _country_names().get(place.country or "", ())


@cache
def _country_names() -> dict[str, frozenset[str]]:
    return {row["code"]: frozenset(map(folded, row["names"].split("|"))) for row in rows("countries")}


@lru_cache(maxsize=_KEPT)
def stem(name: str) -> str:
    """A place's name without its level: `퀘벡주` → `퀘벡`.

    >>> stem("캘거리시"), stem("앨버타 주"), stem("도쿄")
    ('캘거리', '앨버타', '도쿄')
    """
    plain = folded(name)
    return _LEVEL.sub("", plain) if not plain.isascii() else plain


@lru_cache(maxsize=_KEPT)
def _government(name: str) -> str:
    """The key of a state, province or city by whose name a government goes; empty for other names."""
    bare = " ".join(LEGAL.sub(" ", name).split())
    seat = _SEAT.sub("", bare).strip()
    if head_of(seat) is not None and not seat.endswith(("시", "군", "구", "도", "주")):
        return ""
    place = resolve(seat)
    if place is None:
        return ""
    return f"@{place.country}-{place.name}" if place.level != "district" else f"@{place.region}-{place.name}"


def _province_shortened(plain: str) -> str:
    """`충청남도교육청`, `충남도교육청` → `충남교육청`."""
    for long, short in _provinces():
        if plain.startswith(long) and len(plain) > len(long) + 1:
            return short + plain[len(long) :]
    return plain


@cache
def _provinces() -> tuple[tuple[str, str], ...]:
    """The names of Korean provinces and metropolises with the shortest of each, longest first."""
    found = []
    for row in rows("korea"):
        if row["level"] == "region":
            names = [name.lstrip("?~") for name in (row["name"], *row["short"].split("|"))]
            found += [(name, min(names, key=len)) for name in names if name != min(names, key=len)]
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair)))


@cache
def _generic() -> frozenset[str]:
    return _GENERIC | {row["head"] for row in rows("orgs") if row["alone"] == "short"}


@cache
def _org_table() -> dict[str, str]:
    return {folded(name): folded(row["name"]) for row in rows("org_aliases") for name in (row["name"], *row["others"].split("|"))}


@cache
def _people_table() -> dict[str, str]:
    names = ((name, row["name"]) for row in rows("people_aliases") for name in (row["name"], *row["others"].split("|")))
    return {name.replace(" ", ""): key for name, key in names}


@dataclass(frozen=True)
class Aliases:
    """What articles say in brackets: the key of a short name → the key of the full one, where all articles agree."""

    full: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, organizations: Iterable[Organization]) -> Aliases:
        """Gather the aliases of organisations; an alias that two bodies share stands for neither."""
        said: dict[str, set[str]] = defaultdict(set)
        for organization in organizations:
            own = org_key(organization.name)
            for alias in organization.aliases:
                short = org_key(alias)
                if own and short and short != own and not short.startswith("@"):
                    said[short].add(own)
        return cls({short: next(iter(names)) for short, names in said.items() if len(names) == 1})

    def key(self, name: str) -> str:
        """The key of a name, its alias resolved."""
        own = org_key(name)
        return self.full.get(own, own)

    def keys(self, organization: Organization) -> frozenset[str]:
        """All keys of an organisation: that of its name and those of what the article calls it too."""
        return frozenset(filter(None, (self.key(organization.name), *map(self.key, organization.aliases))))


def person_of(person: Person) -> str:
    """The key of a person; empty where only an office is named."""
    return person_key(person.name) if person.name else ""
