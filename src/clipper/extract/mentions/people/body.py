"""What is known of a sentence before people are looked for: its places and organisations, and which words end as bodies do."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from clipper.data import rows
from clipper.data import words as column
from clipper.extract.mentions.orgs import OrgMention
from clipper.extract.mentions.people.names import STRONG, foreign_look, korean_name
from clipper.extract.mentions.people.titles import titled
from clipper.extract.mentions.people.words import Word
from clipper.extract.mentions.places import PlaceMention
from clipper.extract.spans import Sentence, Span, within
from clipper.extract.tokens import readings

# How the names of places and bodies end.
SUFFIX = re.compile(
    r".(?:[시도군구주성현부청처원]|광역시|특별시|카운티|대학교?|[연교]대|공사|공단|재단|협회|조합|그룹|은행|전자|위원회|의회|국회|(?:협력|안보|보장|자문)회의|"
    r"연합회?|센터|기구|상의|상공회의소|본부|법인|사무소|대사관|총영사관|영사관|병원|학교|박물관|미술관|도서관|신문|방송|일보|정부|㈜|"
    r"주식회사|코리아|산업|테크|바이오|건설|화학|제약|중공업|에너지|홀딩스|시스템즈?|솔루션|파크|이사회|평의회|시당|도당|노조|공산당|노동당|민주당|한국당|정의당|신당|나라당|누리당|우리당|미래당|평화당|통합당|혁신당|국민의당|선진당|진보당|국민의힘|중앙위|상무위|정치국|총국|부문|사업부)$|^유엔[가-힣]+$"
)
# `오픈AI`, `SK`: letters in capitals make a word the name of a firm.
_LATIN = re.compile(r"[A-Z]{2,}|[가-힣][A-Z]")
# A place of three letters is no person (`나주시`); one of two may be (`고성`).
_WHOLE = 3
# `러몬도`, `펠로시`: a part of a foreign name may end as the names of provinces and cities do.
_LONGEST_PART, _PROVINCES = 4, frozenset("시도주부구성원현")
_ABBREVIATED = frozenset("미중일영독불러북美中日英獨佛露北")


@dataclass(frozen=True, slots=True)
class Known:
    """The places and organisations of one sentence, by their offsets in it."""

    spans: tuple[tuple[int, int], ...]
    places: tuple[tuple[int, int], ...]
    countries: tuple[str | None, ...]
    levels: tuple[str, ...]
    names: frozenset[str]
    parts: frozenset[str] = frozenset()
    """Words that look like bodies and are parts of people's names."""

    def covering(self, start: int, end: int, *, names: bool = True) -> bool:
        """Whether a place or organisation takes up a word: from its start to its end, but for a particle.

        Without `names`, only where it takes more than this word: a single word may be both a name and a place (`고성`).
        """
        for low, high in self._around(start + 1):
            # `주북한 중국대사`: the place may stand behind 주.
            if low <= start + 1 and start < high and (high >= end - 2 or high >= end):
                return names or low < start or high > end or high - low >= _WHOLE
        return False

    def holds(self, start: int, end: int) -> bool:
        """Whether a place or organisation takes up all of a stretch."""
        return any(low <= start and high >= end for low, high in self._around(start))

    def inside(self, start: int, end: int) -> bool:
        """Whether an organisation or place reaches beyond `end` (so that a title in it is none: `시장상인회`)."""
        return any(low <= start and high > end for low, high in self._around(start))

    def joins(self, end: int, start: int) -> bool:
        """Whether one place or organisation holds both offsets."""
        return any(low < end and start < high for low, high in self._around(start))

    def heads(self, start: int) -> bool:
        """Whether something of more than one word begins at an offset."""
        return any(low == start and high - low > _LONGEST_PART for low, high in self.spans)

    def begins(self, start: int) -> bool:
        """Whether a place begins at an offset (`플로리다주지사`)."""
        return any(low == start for low, _ in self.places)

    def place(self, name: str) -> bool:
        """Whether a name is one of the places."""
        return name in self.names

    def suffixed(self, word: str) -> bool:
        """Whether a word ends as the names of bodies do."""
        return word not in self.parts and is_suffixed(word)

    def abroad(self, words: Sequence[Word], start: int, stop: int, prefix: str, name: int = 0) -> bool:
        """Whether a foreign place stands in the words `start..stop`, in the title's own word, or right before the name
        that begins at the word `name`."""
        first = name
        while first > max(0, name - 3) and (first == name or not words[first].gap.strip()):
            first -= 1
        low = words[start].start if start < stop else words[stop].start
        high = words[stop].start + len(prefix)
        for (at, _), country in zip(self.places, self.countries, strict=True):
            if country and country != "KR" and low <= at < max(high, low + 1):
                return True
            if country and country != "KR" and name and words[first].start <= at < words[name - 1].end:
                return True
        return False

    def level(self, start: int, end: int) -> str | None:
        """The level of the place that stands exactly at `start` and ends by `end`."""
        for (low, high), level in zip(self.places, self.levels, strict=True):
            if low == start and high <= end:
                return level
        return None

    def ends_in_city(self, start: int, end: int) -> bool:
        """Whether the last place in a stretch, up to its end or from its start, is a city or region (`미국 그린빌시`)."""
        return any(
            level in {"city", "region"} and start <= low and high <= end and (low == start or end - high <= 1)
            for (low, high), level in zip(self.places, self.levels, strict=True)
        )

    def _around(self, start: int) -> tuple[tuple[int, int], ...]:
        at = bisect_right(self.spans, (start, 1 << 30))
        return self.spans[max(0, at - 4) : at]


def known(sentence: Sentence, places: Sequence[PlaceMention], orgs: Sequence[OrgMention]) -> Known:
    """What is known of a sentence."""
    here = within(places, sentence.span)
    own = [(m.span.start - sentence.start, m.span.end - sentence.start) for m in here]
    bodies = within(orgs, sentence.span)
    parts = frozenset(m.name for m in bodies if _part_of_name(sentence, m, here))
    whole = [_without_head(sentence, m.span) for m in bodies if m.name not in parts]
    return Known(
        spans=tuple(sorted({*own, *whole})),
        places=tuple(own),
        countries=tuple(m.country for m in here),
        levels=tuple(m.level for m in here),
        names=frozenset(m.name for m in here),
        parts=parts,
    )


def _japanese(sentence: Sentence, org: OrgMention, behind: str) -> bool:
    """`다나카 게이시 시장`, `하야시 겐이치`, `다나카 요시로 외무상`: a name, or the beginning of one, that ends as cities do."""
    surnames = column("surnames_japanese", "surname")
    if org.name in surnames and re.match(r"(?:\([^()]*\))?\s[가-힣]{2,5}(?:\([^()]*\))?\s", behind):
        return True
    surname = _GIVEN_BEFORE.search(sentence.text, 0, org.span.start - sentence.start)
    if surname is not None and surname["given"] in surnames and re.match(r"[가-힣]{1,2}(?:\([^()]*\))?\s", behind):
        return True
    titled_next = re.match(r"\s(?P<title>[가-힣]{2,6})", behind)
    if not (behind[:1] in {")", "·", "("} or (titled_next and titled(titled_next["title"]))):
        return False
    return surname is not None and surname["given"] in surnames


_ENDS_NAME = re.compile(
    r"(?:\([^()]*\))?\s(?:[가-힣]{2,8}\s)?(?:대통령|총리|장관|국무장관|하원의장|상원의원|의장|사무총장|총재|회장|대표|최고경영자|CEO|교수|감독)"
)
_SURNAME_BEHIND = re.compile(r"(?:\([^()]*\))?\s(?P<surname>[가-힣]{2,8})\s")
_GIVEN_BEFORE = re.compile(r"(?:^|\s)(?P<given>[가-힣]{2,7})\s$")


def _part_of_name(sentence: Sentence, org: OrgMention, places: Sequence[PlaceMention]) -> bool:
    """`낸시 펠로시 하원의장`: a part of a foreign name ends as cities do, and no such city is known."""
    if org.cue != "place" or any(p.span.overlaps(org.span) for p in places):
        return False
    behind = sentence.text[org.span.end - sentence.start :]
    if _japanese(sentence, org, behind):
        return True
    if len(org.name) < _WHOLE and re.match(r"\s\S", behind) and foreign_look(behind.strip()[:3]):
        return True
    if any(p.span.start - org.span.end == 1 and p.country not in {None, "KR"} for p in places):
        # `마르코 로시 이탈리아 상원의원`
        given = _GIVEN_BEFORE.search(sentence.text, 0, org.span.start - sentence.start)
        return given is not None and foreign_look(given["given"])
    surname = _SURNAME_BEHIND.match(behind)
    if surname and foreign_look(surname["surname"]):
        # `알로이시 브란트 오스트리아 총리`
        country = org.span.end + surname.end()
        abroad = (p for p in places if p.span.start == country and p.level == "country" and p.country != "KR")
        if any(abroad) and _ENDS_NAME.search(behind, surname.end() - 1):
            return True
    given = _GIVEN_BEFORE.search(sentence.text, 0, org.span.start - sentence.start)
    if len(org.name) < _WHOLE and given and foreign_look(given["given"]) and _ENDS_NAME.match(behind):
        # `안드레이 로시 장관`
        return not _is_place_at(places, sentence.start + given.start("given"), org)
    if not foreign_look(org.name) or _ENDS_NAME.match(behind):
        return foreign_look(org.name)
    if given is None or not foreign_look(given["given"]):
        return False
    return not _is_place_at(places, sentence.start + given.start("given"), org)


def _is_place_at(places: Sequence[PlaceMention], start: int, org: OrgMention) -> bool:
    return any(p.span.start <= start < p.span.end for p in places if p.span.paragraph == org.span.paragraph)


def is_suffixed(word: str) -> bool:
    """Whether a word ends as the names of bodies do, or is known as one."""
    if word in _ABBREVIATED or word in column("bodies_known", "name") or _LATIN.search(word):
        return True
    if len(word) >= _WHOLE and word in column("surnames_japanese", "surname"):
        return False  # `하야시`
    by_chance = foreign_look(word) and len(word) <= _LONGEST_PART and word[-1] in _PROVINCES
    found = SUFFIX.search(word) or _heads().search(word)
    if by_chance or not found or len(readings(word)[0].particle) > 1:
        return False
    if korean_name(word) == STRONG and len(found[0]) <= _WHOLE - 1:
        return False
    return word not in column("portfolios", "word") and word not in column("name_stopwords", "word")


@cache
def _heads() -> re.Pattern[str]:
    """The heads of organisations' names, where they end a longer word (`닛산자동차`)."""
    heads = [row["head"] for row in rows("orgs") if len(row["head"]) > 1 and (row["weak"] == "no" or row["kind"] == "company")]
    return re.compile(rf"..(?:{'|'.join(sorted(map(re.escape, heads), key=len, reverse=True))})$")


def _without_head(sentence: Sentence, span: Span) -> tuple[int, int]:
    """An organisation's offsets; brackets that hold its head (`(이사장 정칠희)`) are no part of its name here."""
    start, end = span.start - sentence.start, span.end - sentence.start
    cut = sentence.text.find("(", start, end)
    held = sentence.text[cut + 1 : end].strip(")").split() if cut > start else []
    if not any(titled(word.rstrip(":")) for word in held):
        return start, end
    return start, start + len(sentence.text[start:cut].rstrip("’'\"”」』》〉"))
