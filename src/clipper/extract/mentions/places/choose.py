"""Which place a name means: by the larger place before it, its neighbours in a list, and the countries around."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from clipper.extract.mentions.places.gazetteer import FREE, STRONG, Named
from clipper.extract.mentions.places.model import Cue, Place, PlaceMention, Within
from clipper.extract.mentions.places.scan import Candidate
from clipper.extract.spans import Sentence

RANK = {"continent": 0, "country": 1, "region": 2, "city": 3, "district": 4}
_INSIDE = re.compile(r"\s?|\s?의\s|\s?[(（]")
_LIST = re.compile(r"\s*([·ㆍ․‧∙•,、/&→]|및|그리고|또는|-|–|~|∼)\s*")
_OFFICE = re.compile(
    r" (?:특명전권 ?)?(?:(?P<body>대사관|총영사관|영사관|대표부)|(?P<market>시장)(?![가-힣]*구)"
    r"|(?:대통령|총리|부총리|국왕|왕세자|주석|총통|총독|대사|총영사|외교장관|주지사|도지사)(?=$|[^가-힣]|[은는이가을를와과의도]|에게|께서))"
)
# 경기, the province: 경기 북부, 경기지역.
_PART = re.compile(r" ?(북부|남부|동부|서부|지역|도내|일대|권역)")
# `경주를 방문했다`, `전주를 찾아`: an ordinary word that is visited is a city.
_VISITED = re.compile(r"(?:을|를) (?:\S{1,6} )?(?:공식)?방문(?!객)|에 도착|(?:으로|로) (?:출국|떠)")
_SOUGHT = re.compile(r"(?:을|를) (?:\S{1,4} )?찾(?:아 |았|는다|을 예정|은 )")
# `공주 가람사`, `전주 다온한옥마을`: an ordinary word before the name of a sight is its city.
_SIGHT = re.compile(
    r" [가-힣]{1,8}(?:사|궁|산성|읍성|향교|박물관|미술관|수목원|휴양림|전망대|관광단지|한옥마을|예술의전당|산업단지|산단|국가정원)"
    r"(?:[을를에과와도,·]|에서)"
)
# `두 나라를 방문`: no name of a place.
_COUNTED = re.compile(r"(?:^|\s)(?:두|세|네|양|각|각각의|이|그|저|여러|다른|이웃|우리|온|먼|한|이들|주변|\d+개)\s?$")
_JOINING = frozenset(("와", "과", "이나", "나", "하고", "이랑", "랑", "및"))


class Chain:
    """The names of one sentence, taken from left to right."""

    def __init__(self, sentence: Sentence, found: Sequence[Candidate], countries: frozenset[str], offset: int) -> None:
        self.sentence, self.found, self.countries, self.offset = sentence, found, countries, offset
        self.text = sentence.text
        self.taken: list[tuple[Candidate, PlaceMention]] = []
        self.here: set[str | None] = set()
        self.regions: set[str | None] = set()

    def mentions(self) -> list[PlaceMention]:
        """The places; `parent` counts from `offset`."""
        for at, one in enumerate(self.found):
            after = self.found[at + 1] if at + 1 < len(self.found) else None
            if (mention := self._mention(one, after)) is not None:
                self._take(one, mention)
        return [mention for _, mention in self.taken]

    def _take(self, one: Candidate, mention: PlaceMention) -> None:
        self.taken.append((one, mention))
        self.here.add(mention.country)
        if mention.is_korean:
            self.regions.add(mention.region)

    def _mention(self, one: Candidate, after: Candidate | None) -> PlaceMention | None:
        before = self.taken[-1] if self.taken else None
        glued = after if after is not None and after.start == one.end else None
        if before and one.tail.within != "word":
            if self._inside(before[0], one) and (fit := _fitting(one, before[1]) or _namesake(one, before[1])):
                return self._made(one, fit[0], "chain", len(self.taken) - 1, glued)
            if self._listed(before[0], one) and (alike := _alike(one, before[1])):
                place = self._best(self._holding(one, after) or alike).place
                return self._made(one, place, "list", self._shared_parent(before[1], place), glued)
        if one.caution != FREE and not (self._cued(one, after) or self._suffixed(one)):
            return None
        best = self._best(self._holding(one, after) or one.named)
        return self._made(one, self._unsure(one, best.place), one.cue, None, glued)

    def _holding(self, one: Candidate, after: Candidate | None) -> list[Named]:
        """The readings of a name in which the next name lies: 조지아 트빌리시, 조지아 애틀랜타."""
        if after is None or len(one.named) == 1 or not self._inside(one, after):
            return []
        return [large for large in one.named if any(_lies_in(small.place, large.place) for small in after.named)]

    def _inside(self, before: Candidate, one: Candidate) -> bool:
        """Whether `one` stands right behind a name, so that it can lie in it."""
        if before.tail.kind not in ("end", "unknown") and before.tail.text != "의":
            return False
        gap = self.text[before.end if before.tail.kind == "unknown" else before.joint : one.start]
        return bool(_INSIDE.fullmatch(gap))

    def _listed(self, before: Candidate, one: Candidate) -> bool:
        gap = self.text[before.joint : one.start]
        if before.tail.text in _JOINING:
            return gap.strip() in ("", "함께")
        return before.tail.kind == "end" and bool(_LIST.fullmatch(gap))

    def _cued(self, one: Candidate, after: Candidate | None) -> bool:
        """Whether what follows tells that an ordinary word is a place: a smaller place in it, or a list of places."""
        if one.named[0].place.country == "KR" and _PART.match(self.text, one.end):
            return one.named[0].place.level == "region"
        if _COUNTED.search(self.text, 0, one.start):
            return False
        if _VISITED.match(self.text, one.end) or (one.caution < STRONG and _SOUGHT.match(self.text, one.end)):
            return one.named[0].place.level == "city"
        if one.caution < STRONG and _SIGHT.match(self.text, one.end):
            return one.named[0].place.level == "city" and one.named[0].place.country == "KR"
        if after is None:
            return False
        if self._inside(one, after):
            return any(_lies_in(small.place, large.place) for large in one.named for small in after.named)
        if after.caution != FREE or after.tail.within or not self._listed(one, after):
            return False
        # A comma also parts clauses: `지원 강화, 나주 배 수출`. Only a province may stand before it.
        if "," in self.text[one.joint : after.start] and one.named[0].place.level != "region":
            return False
        return any(_same_kind(a.place, b.place) for a in one.named for b in after.named)

    def _suffixed(self, one: Candidate) -> bool:
        """Whether a wary name with a suffix lies in a country that the article names: 선전시."""
        return one.cue == "suffix" and any(entry.place.country in self.countries for entry in one.named)

    def _best(self, named: Sequence[Named]) -> Named:
        """The likeliest of several: in a country named in this sentence, in one named in the article, the first."""
        # A Korean name means the Korean place, unless it is told otherwise: 광주 is no 廣州 because China is spoken of.
        if len(named) == 1 or (named[0].place.country == "KR" and named[0].caution < STRONG):
            return named[0]
        for countries in (self.here, self.countries):
            if known := [entry for entry in named if entry.place.country in countries]:
                return known[0]
        return min(named, key=lambda entry: entry.caution)

    def _unsure(self, one: Candidate, place: Place) -> Place:
        """Of Korean counties and districts that share a name, only the country is told: 고성군, 중구."""
        same = [e.place for e in one.named if e.place.country == "KR" and e.place.level == place.level]
        if len(same) < 2 or place.country != "KR":
            return place
        here = [other for other in same if other.region in self.regions]
        return here[0] if len(here) == 1 else replace(place, region=None, latitude=None, longitude=None)

    def _shared_parent(self, before: PlaceMention, place: Place) -> int | None:
        """The nearest of the places above `before` that `place` can lie in too."""
        at = before.parent
        while at is not None:
            above = self.taken[at - self.offset][1]
            if _below(place, above):
                return at - self.offset
            at = above.parent
        return None

    def _made(
        self, one: Candidate, place: Place, cue: Cue, parent: int | None, glued: Candidate | None
    ) -> PlaceMention:
        return PlaceMention(
            span=self.sentence.at(one.start, one.end),
            name=self.text[one.start : one.end],
            level=place.level,
            country=place.country,
            region=place.region,
            latitude=place.latitude,
            longitude=place.longitude,
            canonical=place.name,
            parent=None if parent is None else parent + self.offset,
            gloss=one.gloss,
            cue=_told_by(one, cue),
            within=self._within(one, place, glued),
        )

    def _within(self, one: Candidate, place: Place, glued: Candidate | None) -> Within:
        """What longer word the name is part of; of two names in one word (`대구경북과학기술원`), the last tells."""
        if glued:
            return "org" if glued.tail.within == "org" else ""
        return one.tail.within or self._office(one, place)

    def _office(self, one: Candidate, place: Place) -> Within:
        """What a word of its own behind the name makes of it: `베트남 대사관`, `캐나다 총리`, `중국 시장`."""
        found = _OFFICE.match(self.text, one.joint) if one.tail.kind == "end" else None
        if not found:
            return ""
        if found["market"]:
            return "title" if place.level in ("city", "district") or place.country == "KR" else "word"
        return "org" if found["body"] else "title"


def _told_by(one: Candidate, cue: Cue) -> Cue:
    """The cue to report: a name that is known without one was not taken because of its neighbours."""
    if one.caution == FREE and cue in ("chain", "list"):
        return one.cue
    return "gloss" if one.gloss and cue == "table" else cue


def _lies_in(small: Place, large: Place) -> bool:
    if RANK[small.level] <= RANK[large.level] or small.country != large.country:
        return False
    if large.level == "city":
        return small.level == "district" and small.parent in ("", large.name) and small.region == large.region
    return large.level == "country" or small.region in (None, large.region)


def _below(place: Place, above: PlaceMention) -> bool:
    """Whether a place can lie in one that stands before it."""
    if RANK[place.level] <= RANK[above.level]:
        return False
    if above.level == "continent":
        return place.level == "country"
    if place.country != above.country:
        return False
    if above.level == "city" and place.parent:
        return place.parent == above.canonical
    return above.region is None or place.region in (None, above.region)


def _fitting(one: Candidate, above: PlaceMention) -> list[Place]:
    """The readings of a name that lie in the place right before it. Borders move: `알마티주 탈디쿠르간시` is believed."""
    fit = [entry.place for entry in one.named if _below(entry.place, above)]
    if fit or above.country in (None, "KR") or above.level != "region":
        return fit
    return [entry.place for entry in one.named if entry.place.country == above.country and entry.place.level == "city"]


def _namesake(one: Candidate, above: PlaceMention) -> list[Place]:
    """`호주 캔터베리시`: a city by its suffix, right behind a country in which the tables have none of that name."""
    place = one.named[0].place
    if above.level != "country" or above.is_korean or above.within or one.cue != "suffix" or place.level != "city" or place.country == "KR":
        return []
    return [Place(place.name, "city", above.country)]


def _same_kind(place: Place, other: Place | PlaceMention) -> bool:
    """Whether two names can stand in one list: both countries, or places of one country."""
    if "country" in (place.level, other.level):
        return place.level == other.level
    return place.country == other.country


def _alike(one: Candidate, before: PlaceMention) -> list[Named]:
    """The readings of a name that fit the list it stands in; all of them if it needs no cue."""
    same = [entry for entry in one.named if _same_kind(entry.place, before)]
    return same if same or one.caution != FREE else []
