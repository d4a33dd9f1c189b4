"""What the gazetteer knows of a place, and a place as an article names it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from clipper.extract.spans import Span

Level = Literal["continent", "country", "region", "city", "district"]
"""`continent` is any part of the world without an ISO code; `region` has ISO 3166-2; `district` is a 구 or 읍·면·동."""

Cue = Literal["table", "suffix", "chain", "list", "count_list", "gloss", "letter", "pair", "visit", "embassy"]
"""Why a name was taken for a place: known without more, by 시/주/성/현 behind it, by its country before it, as one of
a list of places, in the bracket of `4개국(…)`, by Latin in brackets, as a letter (`美`, `한·미`, `방미`, `주미`)."""

Within = Literal["", "org", "title", "word"]
"""What the name is only a part of: an organisation (`서울대`), an office (`대전시장`), a people or ware (`일본인`)."""


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the gazetteer. `country` is ISO 3166-1 alpha-2, `region` ISO 3166-2; degrees are WGS 84."""

    name: str
    level: Level
    country: str | None = None
    region: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    parent: str = ""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place where an article names it.

    `span` and `name` are the name as written, without particle and bracket; `canonical` is the gazetteer's name for
    it (`미국` for `美`). `parent` is the index, in the tuple that `find_places` gives, of the place that it is told to
    lie in (`캐나다 퀘벡주 셔브룩`). `gloss` is what stands in brackets right behind the name, if Latin or Chinese.
    """

    span: Span
    name: str
    level: Level = "city"
    country: str | None = None
    region: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    canonical: str = ""
    parent: int | None = None
    gloss: str = ""
    cue: Cue = "table"
    within: Within = ""

    @property
    def is_korean(self) -> bool:
        """Whether it lies in South Korea."""
        return self.country == "KR"
