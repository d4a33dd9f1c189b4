"""What an analyst waits for: `python benchmarks/analyst.py PART [--records N] [--write]`.

PART is `report`, `export`, `show` or `merge`. The clips of a folder (the development articles in ../shared, else samples/)
are repeated until there are N records (default 10,000), each with an id of its own. `--write` puts the table into ANALYST.md.
Peak memory is never told lower than that of this script.

`report`: wall seconds and peak memory of `clipper report`, the size of the page, and in a headless Chromium, where there
is one: milliseconds until the page is drawn, for a filter, a sort, the opening of a record and the other language.

`export`, `show`: wall seconds and peak memory of each format and view.

`merge`: wall seconds and peak memory of `clipper merge` over made-up clips (`generated.py`), and how many events they give;
for a tenth of the records too, so that the growth shows.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from pathlib import Path
from statistics import median

from clipper.batch import Options, find_inputs, run
from clipper.export import FORMATS
from clipper.records import Clip

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import generated

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "ANALYST.md"
DEV = HERE.parents[1] / "shared" / "dev"
SAMPLES = HERE.parent / "samples"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

Row = tuple[str, str]


def clips_of(folder: Path, records: int) -> Iterator[Clip]:
    """The clips of a folder again and again, until there are so many records."""
    known = [outcome for outcome in run(find_inputs([folder]), Options()) if isinstance(outcome, Clip)]
    made = 0
    for number, clip in enumerate(cycle(known)):
        own = tuple(record.model_copy(update={"id": f"{record.id}-{number}"}) for record in clip.records)[: records - made]
        made += len(own)
        yield clip.model_copy(update={"records": own})
        if made == records:
            return


def command(*args: str | Path) -> tuple[float, float]:
    """Wall seconds and peak memory (MB) of a `clipper` command in a process of its own."""
    start = time.perf_counter()
    line = [sys.executable, "-m", "clipper", *map(str, args)]
    process = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, line)
    return time.perf_counter() - start, used.ru_maxrss / 1024


def export_rows(clips: Path, work: Path) -> Iterator[Row]:
    """The figures of `clipper export`, for each format."""
    for name in FORMATS:
        out = work / f"out.{name}"
        seconds, memory = command("export", clips, "-o", out)
        yield f"`.{name}`", f"{seconds:.1f} s, {memory:.0f} MB, file of {out.stat().st_size / 1e6:.1f} MB"


def show_rows(clips: Path, _work: Path) -> Iterator[Row]:
    """The figures of `clipper show`: all of it, into nothing, and until the first card is there."""
    for name, options in (("all cards", ()), ("all as a table", ("--table",))):
        seconds, memory = command("show", clips, *options)
        yield name, f"{seconds:.1f} s, {memory:.0f} MB"
    start = time.perf_counter()
    with subprocess.Popen([sys.executable, "-m", "clipper", "show", str(clips)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None  # noqa: S101 - it is a pipe
        process.stdout.readline()
        yield "the first card, s", f"{time.perf_counter() - start:.2f}"
        process.stdout.close()


def report_rows(clips: Path, work: Path) -> Iterator[Row]:
    """The figures of `clipper report`."""
    page = work / "report.html"
    seconds, memory = command("report", clips, "-o", page)
    yield "`clipper report`, s", f"{seconds:.1f}"
    yield "its peak memory, MB", f"{memory:.0f}"
    yield "the page, MB", f"{page.stat().st_size / 1e6:.1f}"
    browser = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if browser:
        yield from browser_rows(page, browser)


def browser_rows(page: Path, browser: str) -> Iterator[Row]:
    """What the reader of the page waits for: until the browser has drawn what a script has changed."""
    from playwright.sync_api import sync_playwright

    drawn = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start))))"

    def ms(act: str) -> str:
        return f"{median(opened.evaluate(f'() => {{ const start = performance.now(); {act}; return {drawn} }}') for _ in range(5)):.0f}"

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=browser, args=["--headless", "--no-sandbox", "--disable-gpu"])
        opened = running.new_page(viewport={"width": 1440, "height": 900})
        opened.goto(page.as_uri())
        yield "opened and drawn, ms", f"{opened.evaluate('performance.timing.loadEventEnd - performance.timing.navigationStart')}"
        field = "document.querySelector('[name=%s]')"
        change = f"{field % 'kind'}.selectedIndex ^= 1; {field % 'kind'}.dispatchEvent(new Event('input', {{bubbles: true}}))"
        # A filter waits 120 ms for more letters before it draws.
        yield "a filter, ms", ms(f"{change}; const end = performance.now() + 130; while (performance.now() < end) {{}}")
        yield "a sort, ms", ms("document.querySelector('[data-sort=who]').click()")
        yield "the next page of rows, ms", ms("document.querySelector('#on').click()")
        yield "a record opened, ms", ms("document.querySelector('#rows .open').click()")
        yield "the other language, ms", ms("document.querySelector('[data-lang][aria-pressed=false]').click()")
        running.close()


def merge_rows(clips: Path, work: Path) -> Iterator[Row]:
    """The figures of `clipper merge`, a tenth of the clips first."""
    lines = clips.read_text("utf-8").splitlines(keepends=True)
    tenth, events = work / "tenth.jsonl", work / "events.jsonl"
    tenth.write_text("".join(lines[: len(lines) // 10]), "utf-8")
    for path, count in ((tenth, len(lines) // 10), (clips, len(lines))):
        seconds, memory = command("merge", path, "-o", events)
        yield f"`clipper merge` of {count:,} records, s", f"{seconds:.1f}"
        yield "its peak memory, MB", f"{memory:.0f}"
        yield "events", f"{len(events.read_text('utf-8').splitlines()):,}"


PARTS: dict[str, Callable[[Path, Path], Iterator[Row]]] = {
    "report": report_rows, "export": export_rows, "show": show_rows, "merge": merge_rows,
}


def table(part: str, records: int, articles: int, figures: Sequence[Row]) -> str:
    """One section of ANALYST.md."""
    head = [f"## {part}", "", f"{records:,} records of {articles:,} articles, Python {platform.python_version()}.", ""]
    return "\n".join([*head, "| figure | value |", "| --- | --- |", *(f"| {name} | {value} |" for name, value in figures), ""])


def put(part: str, section: str) -> None:
    """Put a section into ANALYST.md in the place of the one before."""
    head = "# What an analyst waits for\n\nWritten by `python benchmarks/analyst.py PART --write`. Absolute times vary by ±30 %.\n"
    text = RESULTS.read_text("utf-8") if RESULTS.exists() else head
    others = [found for found in re.split(r"(?m)^(?=## )", text) if not found.startswith(f"## {part}\n")]
    RESULTS.write_text("\n".join(found.rstrip("\n") + "\n" for found in [*others, section]), "utf-8")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", choices=PARTS)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, default=DEV if DEV.is_dir() else SAMPLES)
    parser.add_argument("--write", action="store_true", help="put the table into ANALYST.md")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        clips, articles = Path(work) / "clips.jsonl", 0
        with clips.open("w", encoding="utf-8") as out:
            for clip in generated.clips(args.records) if args.part == "merge" else clips_of(args.folder, args.records):
                out.write(json.dumps(clip.model_dump(mode="json"), ensure_ascii=False) + "\n")
                articles += 1
        figures = list(PARTS[args.part](clips, Path(work)))
    print(*(f"{name}: {value}" for name, value in figures), sep="\n")
    if args.write:
        put(args.part, table(args.part, args.records, articles, figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
