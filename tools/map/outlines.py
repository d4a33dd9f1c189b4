"""Natural Earth country outlines → `src/clipper/data/world_outlines.tsv`, the map of the report.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m venv build-env && build-env/bin/pip install shapely==2.2.0 pycountry==26.2.16
    build-env/bin/python tools/map/outlines.py package/countries-50m.json

Steps: arcs of the topology are simplified (so that neighbours keep one border), rings are joined from them, cut at 30° W
(the map has the Pacific in its middle, Korea left of it), projected (`project`, the same formula as
`clipper.report.projection`) and written as SVG paths of whole numbers.
"""

from __future__ import annotations

import heapq
import json
import math
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pycountry
from shapely import affinity
from shapely.geometry import MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.validation import make_valid

Point = tuple[float, float]
Arc = list[Point]

OUT = Path(__file__).resolve().parents[2] / "src" / "clipper" / "data" / "world_outlines.tsv"
WEST = -30.0
UNITS = 50
"""Units of the map per degree."""
SOUTH, NORTH = -57.0, 83.7
NEAR = (118.0, 30.0, 146.0, 46.0)
"""Korea and around it: degrees west, south, east, north. Drawn more finely than the rest, as maps of Korea are."""
COARSE, FINE = 130.0, 2.0
"""Triangles smaller than this (square units) are left out of an outline, elsewhere and near Korea."""
ISLET_COARSE, ISLET_FINE = 500.0, 6.0
UNCODED = {"Kosovo": "XK"}
LEFT_OUT = {"Antarctica"}
HEAD = """\
# Outlines of countries for the map of the report, as SVG paths. Built by tools/map/outlines.py; do not edit. Source: SOURCES.md.
# Borders as Natural Earth draws them (who holds a territory in fact): no statement on whose it is.
code\tpath
"""


def project(lon: float, lat: float) -> Point:
    """Degrees → units of the map: Miller cylindrical, x from 30° W eastward, y downward from the equator."""
    y = 1.25 * math.log(math.tan(math.pi / 4 + 0.4 * math.radians(lat)))
    return ((lon - WEST) * UNITS, -math.degrees(y) * UNITS)


def arcs_of(topology: dict[str, Any]) -> list[Arc]:
    """The arcs in degrees (TopoJSON quantises them and writes differences)."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            points.append((x * kx + dx, y * ky + dy))
        found.append(points)
    return found


def is_near(arc: Arc) -> bool:
    """Whether an arc begins near Korea."""
    west, south, east, north = NEAR
    return west <= arc[0][0] <= east and south <= arc[0][1] <= north


def triangle(a: Point, b: Point, c: Point) -> float:
    """Area in square units; corners in degrees."""
    (ax, ay), (bx, by), (cx, cy) = (project(lon, max(min(lat, 85), -85)) for lon, lat in (a, b, c))
    return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2


def simplified(arc: Arc) -> Arc:
    """Visvalingam & Whyatt (1993): the point with the smallest triangle goes first, until all are large enough."""
    least = FINE if is_near(arc) else COARSE
    before = [i - 1 for i in range(len(arc))]
    after = [i + 1 for i in range(len(arc))]
    area = {i: triangle(arc[i - 1], arc[i], arc[i + 1]) for i in range(1, len(arc) - 1)}
    heap = [(size, i) for i, size in area.items()]
    heapq.heapify(heap)
    while heap:
        size, i = heapq.heappop(heap)
        if area.get(i) != size:
            continue
        if size >= least or len(area) <= (1 if arc[0] != arc[-1] else 2):
            break
        del area[i]
        a, b = before[i], after[i]
        after[a], before[b] = b, a
        for j in (a, b):
            if j in area:
                area[j] = max(size, triangle(arc[before[j]], arc[j], arc[after[j]]))
                heapq.heappush(heap, (area[j], j))
    return [arc[0], *(arc[i] for i in sorted(area)), arc[-1]]


def ring_of(indices: list[int], arcs: list[Arc]) -> Arc:
    """One ring, its longitudes running on past 180° rather than jumping."""
    points: Arc = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc[1:] if points else arc)
    turned = [points[0]]
    for lon, lat in points[1:]:
        turns = round((turned[-1][0] - lon) / 360)
        turned.append((lon + 360 * turns, lat))
    return turned


def polygons_of(country: dict[str, Any], arcs: list[Arc]) -> Iterator[Polygon]:
    """The polygons of a country, in degrees."""
    several = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
    for rings in several:
        outer, *holes = (ring_of(indices, arcs) for indices in rings)
        if len(outer) > 3:
            yield Polygon(outer, [hole for hole in holes if len(hole) > 3])


def cut(polygon: Polygon) -> BaseGeometry:
    """The polygon moved into the 360° east of 30° W; what reaches over the edge appears at the other side."""
    window = box(WEST, SOUTH, WEST + 360, NORTH)
    whole = make_valid(polygon)
    parts = [affinity.translate(whole, turn).intersection(window) for turn in (-360, 0, 360)]
    return MultiPolygon([piece for part in parts for piece in pieces(part)])


def pieces(shape: BaseGeometry) -> Iterator[Polygon]:
    """The polygons in any geometry."""
    for part in getattr(shape, "geoms", [shape]):
        if isinstance(part, Polygon) and not part.is_empty:
            yield part
        elif hasattr(part, "geoms"):
            yield from pieces(part)


def outline(ring: list[Point]) -> str:
    """A ring in degrees → one closed SVG path of whole numbers, relative after the first point."""
    points = [tuple(map(round, project(lon, lat))) for lon, lat in ring]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)][:-1]
    steps = [step for step in steps if step != (0, 0)]
    if len(steps) < 2:
        return ""
    return f"M{points[0][0]} {points[0][1]}l{' '.join(f'{x} {y}' for x, y in steps)}z".replace(" -", "-")


def drawn(polygons: list[Polygon]) -> str:
    """The path of a country: its largest polygon always, the others where they are large enough to see."""
    parts = sorted((part for polygon in polygons for part in pieces(cut(polygon))), key=lambda p: -p.area)
    kept = []
    for number, part in enumerate(parts):
        (west, south, east, north), near = part.bounds, is_near([part.exterior.coords[0]])
        (left, bottom), (right, top) = project(west, south), project(east, north)
        if number == 0 or (right - left) * (bottom - top) >= (ISLET_FINE if near else ISLET_COARSE):
            kept.append("".join(outline(list(ring.coords)) for ring in (part.exterior, *part.interiors)))
    return "".join(kept)


def code_of(country: dict[str, Any]) -> str:
    """ISO 3166-1 alpha-2; empty for a territory without a code."""
    found = pycountry.countries.get(numeric=country.get("id") or "")
    return found.alpha_2 if found else UNCODED.get(country["properties"]["name"], "")


def main() -> int:
    """Build the table."""
    topology = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    arcs = [simplified(arc) for arc in arcs_of(topology)]
    lines = []
    for country in topology["objects"]["countries"]["geometries"]:
        if country["properties"]["name"] not in LEFT_OUT and country["type"] in ("Polygon", "MultiPolygon"):
            path = drawn(list(polygons_of(country, arcs)))
            lines += [f"{code_of(country)}\t{path}\n"] if path else []
    OUT.write_text(HEAD + "".join(sorted(lines)), "utf-8")
    print(f"{len(lines)} outlines, {OUT.stat().st_size:,} bytes", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
