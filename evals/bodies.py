"""The cleaner's figures on saved pages and pasted texts with gold bodies: `python evals/bodies.py [--pages]`.

Token F1, shingle F1, title, date and author as `score_bodies.py` of the shared folder counts them, and CPU per page.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import mean
from types import ModuleType
from typing import Any

from clipper.clean.dump import clean_dump
from clipper.clean.markup import clean_html
from clipper.clean.result import RawArticle
from clipper.read.document import Document, read
from clipper.read.page import Page

WATCHED = ("f1", "shingle", "title", "date", "author", "lowest_f1")
FIGURES = ("f1", "precision", "recall", "shingle", "title", "date", "author")
Scores = dict[str, dict[str, Any]]


def scorer(shared: Path) -> ModuleType:
    """The shared scorer, as a module."""
    spec = importlib.util.spec_from_file_location("score_bodies", shared / "score" / "score_bodies.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / "score" / "score_bodies.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pages(shared: Path, golds: str = "html") -> list[tuple[str, Document, dict[str, Any]]]:
    """Name, document and gold of each page whose gold is in the folder `golds`."""
    found = []
    for gold in sorted((shared / "gold" / golds).glob("*.json")):
        path = next((shared / golds.removesuffix("-body")).glob(f"{gold.stem}.*"))
        document = read(Page(data=path.read_bytes(), path=str(path)))
        found.append((gold.stem, document, json.loads(gold.read_text("utf-8"))))
    return found


def by_kind(document: Document) -> RawArticle:
    """The article as the cleaner's door reads it."""
    return clean_dump(document.text) if document.kind == "text" else clean_html(document)


def score(
    shared: Path, clean: Callable[[Document], RawArticle] = by_kind, golds: str = "html"
) -> tuple[Scores, float]:
    """The scores of each page by name, and the CPU seconds of all cleaning."""
    module = scorer(shared)
    scores, spent = {}, 0.0
    for name, document, gold in pages(shared, golds):
        began = time.process_time()
        raw = clean(document)
        spent += time.process_time() - began
        article = {
            "paragraphs": raw.paragraphs, "title": raw.title, "published": raw.published, "authors": raw.authors,
        }  # fmt: skip
        scores[name] = module.score_page(gold, {"article": article})
    return scores, spent


def totals(scores: Scores) -> dict[str, float]:
    """The mean of each figure over the pages that have one, and how many pages are perfect, bad or empty."""
    found = {}
    for figure in FIGURES:
        values = [float(page[figure]) for page in scores.values() if page[figure] is not None]
        found[figure] = round(mean(values), 4) if values else 0.0
    found["lowest_f1"] = round(min(page["f1"] for page in scores.values()), 4)
    found["perfect"] = sum(page["f1"] > 0.98 for page in scores.values())
    found["empty"] = sum(page["empty"] for page in scores.values())
    found["pages"] = len(scores)
    return found


def measure(shared: Path) -> dict[str, dict[str, float]]:
    """The watched figures of the cleaner as it stands, for each set of gold bodies that is there."""
    found = {}
    for golds in ("html", "seeds-body"):
        if (shared / "gold" / golds).is_dir():
            all_figures = totals(score(shared, golds=golds)[0])
            found[golds] = {figure: all_figures[figure] for figure in WATCHED}
    return found


def show(figures: dict[str, float], scores: Scores | None = None) -> None:
    """Print the pages (worst first) and the totals."""
    for name, page in sorted((scores or {}).items(), key=lambda item: item[1]["f1"]):
        told = "  ".join(f"{figure} {page[figure]}" for figure in ("title", "date", "author"))
        print(f"{name:<28} F1 {page['f1']:.3f}  shingle {page['shingle']:.3f}  {told}")
    print("  ".join(f"{figure} {value:g}" for figure, value in figures.items()))


def arguments(about: str | None) -> argparse.Namespace:
    """The options that the evaluations of bodies share."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder with html, gold and score")
    parser.add_argument("--pages", action="store_true", help="a line for each page, worst first")
    parser.add_argument("--none", action="store_true", help="leave-one-out: switch off every outlet file")
    return parser.parse_args()


def main() -> int:
    """Command line."""
    options = arguments(__doc__)
    if not (options.shared / "gold" / "html").is_dir():
        print(f"skipped: no gold bodies under {options.shared}")
        return 0
    for golds in ("html", "seeds-body"):
        if (options.shared / "gold" / golds).is_dir():
            scores, spent = score(options.shared, golds=golds)
            print(golds)
            cpu = round(spent * 1000 / len(scores), 2)
            show(totals(scores) | {"cpu_ms_per_page": cpu}, scores if options.pages else None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
