"""Speed of the whole flow: `python benchmarks/throughput.py [FOLDER] [--write]`.

Reads every page of FOLDER (the development articles in ../shared, else samples/) in one process and prints articles per
second, CPU milliseconds an article (mean, median, 95th percentile, worst), CPU by stage, the wall time of one
cold `clipper extract` and of `clipper --help`, and the peak memory. `--write` puts the table into RESULTS.md.
"""

from __future__ import annotations

import argparse
import gc
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import mean, median, quantiles

from clipper.batch import Options, find_inputs, outcome_of
from clipper.clean import clean
from clipper.cli import COLLECT
from clipper.extract import extract
from clipper.read.page import Page
from clipper.records import Failure

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "RESULTS.md"
DEV = HERE.parents[1] / "shared" / "dev"
SAMPLES = HERE.parent / "samples"

Row = tuple[str, str]


def cpu(call: Callable[[], object]) -> float:
    """CPU milliseconds that a call takes in this process."""
    start = time.process_time()
    call()
    return (time.process_time() - start) * 1000


def wall(command: Sequence[str], times: int = 7) -> float:
    """Median wall seconds of a command in a new process."""
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        spent.append(time.perf_counter() - start)
    return median(spent)


def load(folder: Path) -> list[Page]:
    """The pages that give a clip. The first pass also warms the caches of vocabularies."""
    pages = [item.load() for item in find_inputs([folder])]
    return [page for page in pages if not isinstance(outcome_of(page, Options()), Failure)]


def rows(folder: Path) -> list[Row]:
    """The table of figures."""
    pages = load(folder)
    start = time.perf_counter()
    spent = [cpu(lambda page=page: outcome_of(page, Options())) for page in pages]  # type: ignore[misc]
    seconds = time.perf_counter() - start
    cleaned = [clean(page).article for page in pages]
    cleaning = mean(cpu(lambda page=page: clean(page)) for page in pages)  # type: ignore[misc]
    extracting = mean(cpu(lambda article=article: extract(article)) for article in cleaned)  # type: ignore[misc]
    clipper = [sys.executable, "-m", "clipper"]
    return [
        ("pages", f"{len(pages)}"),
        ("articles a second, one core", f"{len(pages) / seconds:.0f}"),
        ("CPU ms an article, mean", f"{mean(spent):.1f}"),
        ("CPU ms an article, median", f"{median(spent):.1f}"),
        ("CPU ms an article, 95th percentile", f"{quantiles(spent, n=20)[-1]:.1f}"),
        ("CPU ms an article, worst", f"{max(spent):.1f}"),
        ("of it reading and cleaning, mean", f"{cleaning:.1f}"),
        ("of it extracting, mean", f"{extracting:.1f}"),
        ("cold `clipper extract` of one article, s", f"{wall([*clipper, 'extract', pages[0].path or '']):.2f}"),
        ("cold `clipper --help`, s", f"{wall([*clipper, '--help']):.2f}"),
        ("peak memory of this run, MB", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}"),
    ]


def report(folder: Path, figures: Sequence[Row]) -> str:
    """RESULTS.md."""
    python = f"Python {platform.python_version()}"
    head = [
        "# Speed", "", f"Written by `python benchmarks/throughput.py --write` on {python}, pages of `{folder.name}`.",
        "Absolute times vary from machine to machine by ±30 %.", "", "| figure | value |", "| --- | --- |",
    ]
    return "\n".join([*head, *(f"| {name} | {value} |" for name, value in figures), ""])


def main() -> int:
    """Measure and print."""
    gc.set_threshold(*COLLECT)  # as the command line does
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=DEV if DEV.is_dir() else SAMPLES)
    parser.add_argument("--write", action="store_true", help="put the table into RESULTS.md")
    args = parser.parse_args()
    figures = rows(args.folder)
    print(*(f"{name}: {value}" for name, value in figures), sep="\n")
    if args.write:
        RESULTS.write_text(report(args.folder, figures), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
