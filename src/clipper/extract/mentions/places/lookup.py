"""Questions about places by name, without an article around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from clipper.extract.mentions.places.find import find_places
from clipper.extract.mentions.places.gazetteer import gazetteer
from clipper.extract.mentions.places.model import Place, PlaceMention
from clipper.extract.spans import Sentence

_POSTED_FROM = re.compile(r"주(한|대한민국) ?(?=[가-힣])")
_LEGAL_FORM = re.compile(r"^(㈜|\((주|재|사)\)|(주식회사|재단법인|사단법인|국립) )\s*")
_KEPT = 4096  # names: bounded, for a long run sees ever new ones
_MAYBE_FIRMS = ("", "company")
_KOREAN_POST = re.compile(r"주 ?[가-힣]{1,10} ?(한국|대한민국)")


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


@lru_cache(maxsize=_KEPT)
def origin_of_org(name: str, kind: str = "") -> str | None:
    """The country that an organisation belongs to, as its name tells: `나주시` → `KR`, `퀘벡주` → `CA`,
    `주한 캐나다대사관` → `CA`, `주프랑스한국문화원` → `KR`; None where it tells nothing (`현대차`, `코트라 하노이무역관`).
    `kind` is that of its mention: a firm, or what may be one, takes places abroad into its name (`스위스그랜드호텔`)."""
    if _KOREAN_POST.match(name):
        return "KR"
    own = _POSTED_FROM.sub("", _LEGAL_FORM.sub("", name), count=1)
    first = own.split(" ")[0]
    if first != own and (place := resolve(first)) and place.level == "country":
        return place.country
    # A place that does not come first is a branch's: `코트라 하노이무역관`.
    origin = next((one for one in _found(own) if one.country and one.span.start == 0), None)
    if origin is None or (kind in _MAYBE_FIRMS and not origin.is_korean and origin.span.end < len(first)):
        return None
    return origin.country


def _found(text: str) -> tuple[PlaceMention, ...]:
    return find_places((Sentence(0, 0, len(text), text),)) if text else ()
