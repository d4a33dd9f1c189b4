"""Builds the gazetteer tables `src/clipper/data/{countries,korea,places_regions,places_cities}.tsv`.

Run from the repository's root, in an environment that has the packages named in `src/clipper/data/SOURCES.md`:

    python tools/places/build.py --cldr PATH/TO/common/subdivisions/ko.xml

What is written by hand lies beside this file (`own_*.tsv`, `*_cue.txt`, `dropped.txt`); everything else is read
from the packages. The output is the same for the same inputs.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from cities import city_rows
from countries import country_rows
from korea import korea_rows
from regions import region_rows
from sources import Sources

DATA = Path(__file__).parents[2] / "src" / "clipper" / "data"
NOTE = "# Built by tools/places/build.py; do not edit. Sources and licences: SOURCES.md."


def write(name: str, header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """One table, with its header and note; a row must have as many cells as the header."""
    for row in rows:
        if len(row) != len(header) or any("\t" in cell or "\n" in cell for cell in row):
            raise SystemExit(f"{name}: bad row {row}")
    lines = [NOTE, "\t".join(header), *("\t".join(row) for row in rows)]
    (DATA / f"{name}.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{name}: {len(rows)} rows, {(DATA / f'{name}.tsv').stat().st_size // 1024} KB")


def main() -> None:
    """Reads the sources and writes the four tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--cldr", type=Path, required=True, help="CLDR common/subdivisions/ko.xml")
    sources = Sources(parser.parse_args().cldr)
    write("countries", ("code", "names", "hanja", "letter", "continent", "lat", "lon"), country_rows(sources))
    write("korea", ("name", "short", "level", "region", "parent", "lat", "lon"), korea_rows())
    write("places_regions", ("code", "names", "lat", "lon"), region_rows(sources))
    write("places_cities", ("country", "region", "names", "lat", "lon", "level"), city_rows(sources))


if __name__ == "__main__":
    main()
