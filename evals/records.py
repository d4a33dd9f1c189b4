"""Score clipper's records against the labelled articles in ../shared: `python evals/records.py [--thirds] [--json]`.

Runs clipper over the five seeds, the development articles, the development negatives and the hard negatives, and calls
the scorer that lies beside the labels. A figure is a share from 0 to 1, or a count where its name says `found`.
"""

from __future__ import annotations

import argparse
import html
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from clipper.batch import Options, find_inputs, outcome_of, run
from clipper.read.page import Page
from clipper.records import Clip, Failure
from clipper.write import write_jsonl

SHARED = Path(__file__).resolve().parents[2] / "shared"
HALF = 0.5
"""The confidence from which a record on an article without any counts as a false alarm."""

Outcome = Clip | Failure
Figures = dict[str, float]


def outcomes_of(folder: Path) -> list[Outcome]:
    """One outcome for each saved page of a folder. A failed page is scored as empty, and told."""
    outcomes = list(run(find_inputs([folder]), Options()))
    failed = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
    if failed:
        print(f"{folder}: {len(failed)} pages without a clip, the first: {failed[0]}", file=sys.stderr)
    return outcomes


def scored(shared: Path, gold: Path, outcomes: Iterable[Outcome]) -> dict[str, Any]:
    """All figures of the scorer for these outcomes against a folder of labels."""
    with tempfile.TemporaryDirectory() as folder:
        clips = Path(folder, "clips.jsonl")
        with clips.open("w", encoding="utf-8") as out:
            write_jsonl(outcomes, out)
        command = [sys.executable, str(shared / "score" / "score_records.py"), str(gold), str(clips), "--json"]
        done = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def labelled(shared: Path, name: str) -> Figures:
    """The figures of one labelled set (`seeds`, `dev`)."""
    return summary(scored(shared, shared / "gold" / name, outcomes_of(shared / name)))


def summary(figures: dict[str, Any]) -> Figures:
    """The figures that are watched, of all that the scorer gives."""
    found = {
        "core_f1": figures["core"]["f1"],
        "full_f1": figures["full"]["f1"],
        "records_precision": figures["records"]["precision"],
        "records_recall": figures["records"]["recall"],
    }
    for kind in ("trip", "mou"):
        found |= {f"{kind}_core_f1": figures[f"core {kind}"]["f1"], f"{kind}_full_f1": figures[kind]["f1"]}
    return found


def hard_negatives(shared: Path) -> Iterator[Page]:
    """The hard negatives as pages: they are kept as text, one article a line."""
    for line in (shared / "corpus" / "hard_negatives.jsonl").read_text("utf-8").splitlines():
        yield _as_page(json.loads(line))


def _as_page(article: dict[str, str | None]) -> Page:
    title, text = html.escape(article["title"] or ""), article["text"] or ""
    body = "\n".join(f"<p>{html.escape(part)}</p>" for part in text.split("\n") if part.strip())
    stamp = f'<meta property="article:published_time" content="{article["published"] or ""}">'
    head = f'<meta charset="utf-8"><title>{title}</title>{stamp}'
    page = f"<!doctype html><html><head>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>"
    return Page(data=page.encode(), path=f"{article['id']}.html")


def false_alarms(outcomes: Sequence[Outcome]) -> Figures:
    """Records found where none is to be found, all of them and those at confidence 0.5 and above."""
    records = [record for outcome in outcomes for record in outcome.records]
    return {"found": len(records), "found_at_half": sum(record.confidence >= HALF for record in records)}


def negative_outcomes(shared: Path) -> dict[str, list[Outcome]]:
    """The outcomes of both sets of articles that hold no record."""
    return {
        "dev-negatives": outcomes_of(shared / "dev-negatives"),
        "hard-negatives": [outcome_of(page, Options()) for page in hard_negatives(shared)],
    }


def measure(shared: Path = SHARED) -> dict[str, Figures]:
    """All watched figures by set."""
    sets = {name: labelled(shared, name) for name in ("seeds", "dev")}
    return sets | {name: false_alarms(outcomes) for name, outcomes in negative_outcomes(shared).items()}


def thirds(shared: Path = SHARED) -> dict[str, Figures]:
    """The development set in three parts, in the order of names: do rules reach beyond the part they came from?"""
    golds = sorted((shared / "gold" / "dev").glob("*.json"))
    outcomes = outcomes_of(shared / "dev")
    cuts = [round(len(golds) * i / 3) for i in range(4)]
    return {
        f"dev {i + 1}/3 ({golds[start].stem} to {golds[end - 1].stem})": _part(shared, golds[start:end], outcomes)
        for i, (start, end) in enumerate(pairwise(cuts))
    }


def _part(shared: Path, golds: Sequence[Path], outcomes: Iterable[Outcome]) -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        for gold in golds:
            Path(folder, gold.name).write_bytes(gold.read_bytes())
        return summary(scored(shared, Path(folder), outcomes))


def show(sets: dict[str, Figures]) -> None:
    """A line for each set, a column for each figure."""
    for name, figures in sets.items():
        print(f"{name}: {'  '.join(f'{key} {value}' for key, value in figures.items())}")


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder with articles, labels and scorers")
    parser.add_argument("--thirds", action="store_true", help="the three thirds of dev instead, in the order of names")
    parser.add_argument("--false-alarms", action="store_true", help="print the records found in articles without any")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    args = parser.parse_args()
    if not args.shared.is_dir():
        print(f"skipped: {args.shared} is not there")
        return 0
    if args.false_alarms:
        for name, outcomes in negative_outcomes(args.shared).items():
            print(f"{name}: {false_alarms(outcomes)}", *_alarm_lines(outcomes), sep="\n  ")
        return 0
    sets = thirds(args.shared) if args.thirds else measure(args.shared)
    print(json.dumps(sets, indent=1)) if args.json else show(sets)
    return 0


def _alarm_lines(outcomes: Iterable[Outcome]) -> Iterator[str]:
    for outcome in outcomes:
        for record in outcome.records:
            words = " | ".join(evidence.text for evidence in record.evidence[:6])
            yield f"{outcome.source.path} {record.kind} {record.confidence:.2f} {words}"


if __name__ == "__main__":
    sys.exit(main())
