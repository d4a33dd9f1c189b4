"""The table of places abroad: hand-written names, and the Korean names that GeoNames has for larger places."""

from __future__ import annotations

import re
from dataclasses import replace

from sources import City, Sources, degrees, folded, listed, own

# GeoNames' names: of places above this size; without a cue only above the second and long enough to be no word.
SMALLEST, BARE = 40_000, 200_000
# The neighbour with the most sister cities is taken further down.
SMALLER = {"JP": 15_000}
# English names are brands and persons too: GeoNames' names of these countries always want a cue.
ENGLISH = frozenset(["US", "GB", "CA", "AU", "IE", "NZ"])
# GeoNames has Vietnam's provinces of 2025, ISO 3166-2 those before, and Taiwan's of 1998: only the hand-written rows
# of these countries name a region, and that one is taken.
OVERRULED = frozenset(("VN", "TW"))
CUE = listed("cities_cue.txt")
SUFFIX = re.compile(r" ?(특별시|직할시|특급시)$| (시|현|구|군|진|성|주|향|섬|동)$")
# Where a name that ends in 시 is a city's (난닝시): elsewhere it may belong to the name (트빌리시).
WITH_CITY = frozenset(("CN", "KP", "TW"))


def city_rows(sources: Sources) -> list[tuple[str, ...]]:
    """Hand-written rows in their order, then GeoNames' by size. Of GeoNames' places that share a name, or have one of a
    hand-written place, the largest is meant: others with it are in the hand-written file."""
    rows: list[tuple[str, ...]] = []
    taken: set[str] = set()
    dropped = listed("dropped.txt")
    for row in own("own_cities.tsv"):
        names = [n for n in row["names"].split("|") if n]
        rows.append(_own_row(sources, row))
        taken |= {name.lstrip("?") for name in names}
    for city in sources.cities:
        if city.population < SMALLER.get(city.country, SMALLEST) or city.country == "KR":
            continue
        names = [n for n in _korean(city) if n not in taken and not {n, f"{city.country}:{n}"} & dropped]
        if names:
            taken |= set(names)
            city = replace(city, region="") if city.country in OVERRULED else city
            rows.append(_row(city, [n if _bare(city, n) else f"?{n}" for n in names], "city"))
    return rows


def _own_row(sources: Sources, row: dict[str, str]) -> tuple[str, ...]:
    latin, _, region = row["latin"].partition("@")
    name, _, point = latin.partition("=")
    full = f"{row['country']}-{region}" if region else ""
    level = row["level"] or "city"
    if point:
        latitude, longitude = point.split(",")
        return (row["country"], full, row["names"], *degrees(float(latitude), float(longitude)), level)
    found = sources.by_name.get((row["country"], folded(name)), [])
    if row["country"] not in OVERRULED:
        found = [c for c in found if not region or c.region == full]
    if not found:
        raise SystemExit(f"GeoNames has no {row['country']} {row['latin']}")
    same = [city for city in found if folded(city.name) == folded(name)]
    city = max(same or found[:3], key=lambda city: city.population)
    return _row(replace(city, region=full) if row["country"] in OVERRULED else city, row["names"].split("|"), level)


def _row(city: City, names: list[str], level: str) -> tuple[str, ...]:
    return (city.country, city.region, "|".join(names), *degrees(city.latitude, city.longitude), level)


def _korean(city: City) -> list[str]:
    names = []
    for other in city.other:
        name = SUFFIX.sub("", other.strip())
        if city.country in WITH_CITY and len(name) > 3:
            name = name.removesuffix("시")
        if re.fullmatch(r"[가-힣][가-힣 ]+", name) and name not in names:
            names.append(name)
    return names


def _bare(city: City, name: str) -> bool:
    """Whether a name is long and its place large enough to be taken wherever it stands."""
    size = len(name)
    if name in CUE:
        return False
    return city.country not in ENGLISH and (size >= 4 or (size == 3 and city.population >= BARE))
