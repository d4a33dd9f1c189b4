"""Questions about places by name, without an article around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from clipper.data import rows
from clipper.extract.mentions.places.find import find_places
from clipper.extract.mentions.places.gazetteer import gazetteer
from clipper.extract.mentions.places.model import Place, PlaceMention
from clipper.extract.spans import Sentence

_POSTED_FROM = re.compile(r"주(한|대한민국) ?(?=[가-힣])")
_LEGAL_FORM = re.compile(r"^(㈜|\((주|재|사)\)|(주식회사|재단법인|사단법인|국립) )\s*")
_KOREAN_POST = re.compile(r"주 ?[가-힣]{1,10} ?(한국|대한민국)")


@cache
def _country_names() -> dict[str, str]:
    return {row["code"]: row["names"].split("|")[0].lstrip("?") for row in rows("countries") if row["names"]}


def country_name(alpha2: str) -> str | None:
    """The usual Korean name of an ISO 3166-1 alpha-2 code (`CA` → `캐나다`); None for what is no such code."""
    return _country_names().get(alpha2)


def country_of(name: str) -> str | None:
    """The country that a name stands for or lies in (`미국` → `US`, `셔브룩` → `CA`), or None."""
    place = resolve(name)
    return place.country if place else None


def is_korean(place: Place | PlaceMention) -> bool:
    """Whether it lies in South Korea."""
    return place.country == "KR"


def resolve(name: str, *, context_countries: Sequence[str] = ()) -> Place | None:
    """The place of a name, with or without its suffix; where several share it, the first that lies in one of
    `context_countries`, else the likeliest."""
    known = gazetteer()
    if name.strip() not in known.places:
        return _told(name.strip())
    named = known.named(name.strip())
    for country in context_countries:
        for entry in named:
            if entry.place.country == country:
                return entry.place
    return min(named, key=lambda entry: entry.caution).place


def _told(name: str) -> Place | None:
    """A name with a suffix (`퀘벡주`) or a chain (`미국 시애틀`): its last place."""
    found = [one for one in _found(name) if not one.within and one.span.end == len(name)]
    if not found:
        return None
    last = found[-1]
    return Place(last.canonical, last.level, last.country, last.region, last.latitude, last.longitude)


def origin_of_org(name: str) -> str | None:
    """The country that an organisation belongs to, as its name tells: `나주시` → `KR`, `퀘벡주` → `CA`,
    `주한 캐나다대사관` → `CA`, `주프랑스한국문화원` → `KR`; None where it tells nothing (`현대차`, `코트라 하노이무역관`)."""
    if _KOREAN_POST.match(name):
        return "KR"
    own = _POSTED_FROM.sub("", _LEGAL_FORM.sub("", name), count=1)
    first = own.split(" ")[0]
    if first != own and (place := resolve(first)) and place.level == "country":
        return place.country
    # A place that does not come first is a branch's: `코트라 하노이무역관`.
    return next((one.country for one in _found(own) if one.country and one.span.start == 0), None)


def _found(text: str) -> tuple[PlaceMention, ...]:
    return find_places((Sentence(0, 0, len(text), text),)) if text else ()
