"""The table of first-level regions abroad: hand-written names, and CLDR's, which are taken only with a cue."""

from __future__ import annotations

import re

import pycountry
from sources import Sources, listed, own

# CLDR codes that ISO has changed since.
CHANGED = {"IN-OR": "IN-OD", "IN-UT": "IN-UK", "IN-CT": "IN-CG", "IN-TG": "IN-TS"}
# Parts of a country that have a country code of their own, and are told by that.
COUNTRIES = frozenset(("CN-HK", "CN-MO", "CN-TW", "US-PR", "US-GU", "US-MP", "US-AS", "US-VI", "US-DC", "FR-RE"))
SUFFIX = re.compile(r" (주|성|현|도|부|시|지방|공화국|자치구|자치주|준주|행정구|특별구|구|군|섬|제도)$|²$")


def region_rows(sources: Sources) -> list[tuple[str, ...]]:
    """One row per ISO 3166-2 code that has a Korean name."""
    valid = {entry.code for entry in pycountry.subdivisions}
    hand = {row["code"]: [name for name in row["names"].split("|") if name] for row in own("own_regions.tsv")}
    unknown = set(hand) - valid
    if unknown:
        raise SystemExit(f"no such ISO 3166-2 codes: {sorted(unknown)}")
    names = {code: list(found) for code, found in hand.items()}
    dropped, taken_from = listed("dropped.txt"), listed("cldr_countries.txt")
    for code, name in sorted(sources.cldr.items()):
        if code in COUNTRIES:
            continue
        code = CHANGED.get(code, code)
        if code in valid and code[:2] in taken_from and not _small(code):
            names.setdefault(code, [])
            taken = _bare(names[code]) | dropped
            names[code] += [f"?{n}" for n in _spelled(name) if not {n, f"{code[:2]}:{n}"} & taken]
    points = {row["code"]: tuple(row["point"].split(",")) for row in own("own_regions.tsv") if row["point"]}
    rows = []
    for code, found in sorted(names.items()):
        latitude, longitude = points.get(code) or sources.centre(code[:2], code)
        # A unit in which GeoNames has no place is one below the first level, or none any more.
        if found and (latitude or code in hand or code.startswith("PH-")):
            rows.append((code, "|".join(found), latitude, longitude))
    return rows


def _small(code: str) -> bool:
    """Second-level units that CLDR lists too: French departments, Italian provinces."""
    country, _, part = code.partition("-")
    return (country == "FR" and not re.fullmatch(r"[A-Z]{3}", part)) or (country == "IT" and not part.isdigit())


def _bare(names: list[str]) -> set[str]:
    return {name.lstrip("?") for name in names}


def _spelled(name: str) -> list[str]:
    """The base of a CLDR name, with and without blanks; Hangul of two syllables and more only."""
    base = SUFFIX.sub("", SUFFIX.sub("", name.strip()))
    if not re.fullmatch(r"[가-힣][가-힣 ]+", base):
        return []
    return [base] if " " not in base else [base.replace(" ", ""), base]
