"""Is a record at confidence 0.9 right nine times of ten? `python evals/calibrate.py [--fit] [--shared DIR]`.

A record is right where the labels hold a record of its kind, asked for or welcome, with a common identity: for an
agreement a party, for a trip a traveller (leader, organisation or companion) and a place. Records on articles that
hold none are wrong. The table is over the seeds, the labelled articles and the negatives.

`--fit` prints the knots for `src/clipper/data/confidence.toml`: pooled shares that never fall as the score rises.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

from clipper.clean import clean
from clipper.errors import ClipperError
from clipper.extract import extract
from clipper.read.page import Page
from clipper.records import Record

BINS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 1.01)
LABELLED = ("seeds", "dev")
SMOOTH = 1.0
"""What a knot is pulled towards one half with, in records: a few lucky ones are no certainty."""
Seen = tuple[str, float, float, bool]
"""Kind, raw score, confidence, right."""


def scorer(shared: Path) -> ModuleType:
    """The record scorer that lies beside the labels."""
    spec = importlib.util.spec_from_file_location("score_records", shared / "score" / "score_records.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no scorer under {shared}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def records(file: Path) -> Iterator[tuple[Record, float]]:
    """The records of a page with the raw scores of their drafts."""
    try:
        found = extract(clean(Page(file.read_bytes(), path=str(file))).article)
    except ClipperError:
        return
    for record, draft in zip(found.records, found.drafts, strict=True):
        yield record, draft.confidence


def is_right(score: ModuleType, record: dict[str, Any], golds: list[dict[str, Any]]) -> bool:
    """Whether some gold record of the same kind shares the record's identity."""
    mine = score.slots_of(record)

    def common(gold: dict[str, Any], *slots: str) -> bool:
        return any(
            score.agree(slot, right, said)
            for slot in slots for right in gold["slots"].get(slot, []) for said in mine.get(slot, [])
        )

    for gold in golds:
        if gold["kind"] != record["kind"]:
            continue
        if gold["kind"] == "mou" and common(gold, "parties"):
            return True
        if common(gold, "leader", "organization", "companions") and common(gold, "destinations", "countries"):
            return True
    return False


def seen(shared: Path) -> Iterator[Seen]:
    """Every record found, and whether it is right."""
    score = scorer(shared)
    for name in (*LABELLED, "dev-negatives"):
        for file in sorted((shared / name).glob("*.*")):
            gold = shared / "gold" / name / f"{file.stem}.json"
            golds = json.loads(gold.read_text("utf-8"))["records"] if name in LABELLED else []
            for record, raw in records(file):
                yield record.kind, raw, record.confidence, is_right(score, record.model_dump(mode="json"), golds)


def knots(found: list[Seen], kind: str) -> list[tuple[float, float]]:
    """Raw score → share that was right, pooled so that it never falls (pool adjacent violators)."""
    pools: list[list[float]] = []  # raw score (mean), right, count
    for raw, right in sorted((s[1], s[3]) for s in found if s[0] == kind):
        pools.append([raw, float(right), 1.0])
        while len(pools) > 1 and (
            pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2] or abs(pools[-2][0] - pools[-1][0]) < 0.02
        ):
            raw_mean, hits, count = pools.pop()
            last = pools[-1]
            last[0] = (last[0] * last[2] + raw_mean * count) / (last[2] + count)
            last[1], last[2] = last[1] + hits, last[2] + count
    return [(round(raw, 2), round((hits + SMOOTH / 2) / (count + SMOOTH), 2)) for raw, hits, count in pools]


def table(found: list[Seen]) -> Iterator[str]:
    """The reliability table as Markdown."""
    yield "| confidence | records | right | share |\n| --- | --- | --- | --- |"
    for low, high in pairwise(BINS):
        inside = [s[3] for s in found if low <= s[2] < high]
        share = f"{sum(inside) / len(inside):.3f}" if inside else "-"
        yield f"| {low:.1f} to {min(high, 1):.1f} | {len(inside)} | {sum(inside)} | {share} |"


def main() -> int:
    """Print the table, or the knots."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    options.add_argument("--fit", action="store_true")
    args = options.parse_args()
    if not (args.shared / "gold" / "dev").is_dir():
        print(f"skipped: no labelled articles under {args.shared}", file=sys.stderr)
        return 0
    found = list(seen(args.shared))
    if args.fit:
        for kind in ("trip", "mou"):
            print(f"{kind} = {[list(knot) for knot in knots(found, kind)]}")
    else:
        print("\n".join(table(found)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
