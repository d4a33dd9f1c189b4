"""The quality gate: `python evals/gate.py` fails where a figure is below its floor.

    gate.py                   measure and compare; on other data than the floors' own: report, and pass
    gate.py --update          raise the floors to what is measured, and write RESULTS.md
    gate.py --lower REASON    set the floors to what is measured, also where that is less; the reason is kept

Where the shared articles are absent it says so and passes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).resolve().parent
if __package__ is None or __package__ == "":  # run as a script
    sys.path.insert(0, str(HERE.parent))

from evals import bodies, dates, floors, leave_one_out, records  # noqa: E402

FLOORS = HERE / "floors.toml"
RESULTS = HERE / "RESULTS.md"

Measured = Mapping[str, Mapping[str, float]]


def measure(shared: Path) -> Measured:
    """All watched figures of records and bodies, by set."""
    return {**records.measure(shared), **bodies.measure(shared)}


def also_reported(shared: Path) -> Measured:
    """Figures that say how far the rules reach beyond what they were written on; they have no floor."""
    unknown = leave_one_out.measure(shared)
    return {
        "html, each page without its outlet's file": {key: unknown[key] for key in bodies.WATCHED},
        **records.thirds(shared),
        "date expressions": _verdicts(),
    }


def _verdicts() -> Mapping[str, float]:
    """How many rows of the table of date expressions are exact, left open and silently wrong."""
    found = [dates.judge(row).verdict for row in dates.rows()]
    return {"rows": len(found)} | {verdict: found.count(verdict) for verdict in ("exact", "open", "wrong")}


def check(shared: Path, measured: Measured, known: Mapping[str, floors.Floors]) -> bool:
    """Print each set's figures and what is wrong with them; whether all is well."""
    well = True
    for name, figures in measured.items():
        print(f"{name}: {'  '.join(f'{key} {value}' for key, value in figures.items())}")
        if name not in known or known[name].digest != floors.digest(shared, name):
            print("  other data than the floors were measured on: they must be measured anew (--update)")
            continue
        for line in floors.breaches(known[name].floors, figures):
            print(f"  BELOW THE FLOOR {line}")
            well = False
    return well


def update(shared: Path, measured: Measured, reason: str | None) -> None:
    """Write floors and results. Without a reason no floor falls."""
    known = floors.load(FLOORS)
    for name, figures in measured.items():
        now, old = floors.digest(shared, name), known.get(name)
        if old is not None and reason is not None:
            known[name] = floors.lowered(old, figures, now, reason)
        else:
            known[name] = floors.raised(old, figures, now)
    floors.dump(FLOORS, known)
    RESULTS.write_text(results({**measured, **also_reported(shared)}), "utf-8")


def results(measured: Measured) -> str:
    """The committed tables of figures: sets with the same figures share one."""
    lines = [
        "# Results", "",
        "Written by `python evals/gate.py --update`. The figures are those of `evals/records.py`, `evals/bodies.py`,",
        "`evals/dates.py` and the scorers they call. `found` counts the records found in articles that hold none (the hard",
        "negatives were picked by their words and not reviewed: some do hold one).",
    ]
    tables: dict[tuple[str, ...], list[str]] = {}
    for name, figures in measured.items():
        row = f"| {name} | {' | '.join(map(str, figures.values()))} |"
        tables.setdefault(tuple(figures), []).append(row)
    for keys, rows in tables.items():
        lines += ["", f"| set | {' | '.join(keys)} |", "| --- |" + " --- |" * len(keys), *rows]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Measure, then compare or update."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=records.SHARED, help="the folder with articles and labels")
    parser.add_argument("--update", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--lower", metavar="REASON", help="set the floors to what is measured, and keep the reason")
    args = parser.parse_args()
    if not args.shared.is_dir():
        print(f"evals gate skipped: {args.shared} is not there")
        return 0
    measured = measure(args.shared)
    if args.update or args.lower:
        update(args.shared, measured, args.lower)
    well = check(args.shared, measured, floors.load(FLOORS))
    print("evals gate passed" if well else "evals gate FAILED")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
