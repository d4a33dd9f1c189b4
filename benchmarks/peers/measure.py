"""Run every extractor over the same decoded pages and print a table; called by `run.py` in the peers' environment."""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import io
import json
import logging
import platform
import subprocess
import sys
import time
import warnings
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import mean
from typing import Any

from clipper.read.document import read
from clipper.read.page import Page

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.peers.extractors import EXTRACTORS

COLUMNS = ("F1", "shingle", "perfect", "empty", "title", "date", "author", "CPU ms", "× clipper")
ROUNDS = 4


def main() -> None:
    """Print a Markdown table of all extractors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--time", metavar="EXTRACTOR", help="print only the CPU ms per page of one extractor")
    options = parser.parse_args()
    shared = options.shared
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    golds = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted((shared / "gold/html").glob("*.json"))}
    texts = {name: read(Page(data=(shared / f"html/{name}.html").read_bytes())).text for name in golds}
    if options.time:
        print(min(_time(options.time, texts) for _ in range(2)))  # the first pass imports and compiles
        return
    rows = {name: _row(shared, golds, texts, name) for name in EXTRACTORS}
    for _ in range(ROUNDS):
        for name, row in rows.items():
            row["CPU ms"] = min(row.get("CPU ms", float("inf")), _time_apart(name, shared))
    size = mean(map(len, texts.values())) / 1000
    print(f"{len(golds)} pages of {size:.0f} k characters on average, Python {platform.python_version()} on", end=" ")
    print(f"{platform.machine()}; CPU per page is the least of {ROUNDS} rounds, each extractor in its own process.\n")
    print("| extractor | " + " | ".join(COLUMNS) + " |\n|---|" + "---:|" * len(COLUMNS))
    for name, row in rows.items():
        row["× clipper"] = row["CPU ms"] / rows["clipper"]["CPU ms"]
        print(f"| {name} {_version(name)} | " + " | ".join(_cell(row, column) for column in COLUMNS) + " |")


def _row(shared: Path, golds: dict[str, Any], texts: dict[str, str], name: str) -> dict[str, float]:
    score_page = _scorer(shared).score_page
    articles = {page: _run(name, text) for page, text in texts.items()}
    scores = [score_page(golds[page], {"article": article}) for page, article in articles.items()]

    def average(figure: str) -> float:
        values = [float(score[figure]) for score in scores if score[figure] is not None]
        return mean(values) if values else 0.0

    return {
        "F1": average("f1"),
        "shingle": average("shingle"),
        "perfect": sum(score["f1"] > 0.98 for score in scores),
        "empty": sum(score["empty"] for score in scores),
        "title": average("title"),
        "date": average("date"),
        "author": average("author"),
    }


def _run(name: str, text: str) -> Any:
    """What an extractor finds; one that raises has found nothing."""
    with contextlib.redirect_stderr(io.StringIO()):
        try:
            return EXTRACTORS[name](text)
        except Exception:  # a peer's failure is a figure, not an end
            return {"paragraphs": [], "title": None, "published": None, "authors": []}


def _time(name: str, texts: dict[str, str]) -> float:
    began = time.process_time()
    for text in texts.values():
        _run(name, text)
    return (time.process_time() - began) * 1000 / len(texts)


def _time_apart(name: str, shared: Path) -> float:
    """CPU ms per page in a new process: no extractor pays for what another leaves in memory."""
    command = [sys.executable, __file__, "--shared", str(shared), "--time", name]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _scorer(shared: Path) -> Any:
    spec = importlib.util.spec_from_file_location("score_bodies", shared / "score" / "score_bodies.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _version(name: str) -> str:
    try:
        return version(name.split(" ")[0].replace("clipper", "clipper-ko"))
    except PackageNotFoundError:
        return ""


def _cell(row: dict[str, float], column: str) -> str:
    digits = {"perfect": 0, "empty": 0, "CPU ms": 1, "× clipper": 1}.get(column, 3)
    return f"{row[column]:.{digits}f}"


if __name__ == "__main__":
    main()
