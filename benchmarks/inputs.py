"""The same pages from a folder, an archive and a table.

Run `python benchmarks/inputs.py [--pages N] [--rounds N] [--only CONTAINER] [--write]`.

For the folder and each container: wall and CPU seconds of `clipper batch` over it, run in turns with the others (with
`--abreast` all at once, pinned to one core by the caller, where a run takes so long that the machine would not stay as it
is); CPU of one process that takes a page of each in turns, handing out, loading and all work on it, so that what else the
machine does hits all alike; how many items a second of CPU are handed out, and handed out and loaded, without work on them;
and the peak memory of handing out. Pages are those of ../shared/html, repeated with changed texts (see corpus.py), made once
in --folder with their archives. `--write` puts the table into the section of INPUTS.md for so many pages. For Linux.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import gzip
import json
import platform
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator
from math import isnan
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from benchmarks.batch import _SUBREAPER, Spent, clipper, lines, spent, write  # noqa: E402
from benchmarks.corpus import grow, texts_of  # noqa: E402

from clipper.batch import Options, find_inputs, outcome_of_item  # noqa: E402
from clipper.cli import COLLECT  # noqa: E402

RESULTS = HERE / "INPUTS.md"
SHARED = HERE.parents[1] / "shared"
TITLE = f"# Inputs\n\nWritten by `python benchmarks/inputs.py`; Python {platform.python_version()}.\n"
_TURNS = 1000
HEAD = (
    "container", "bytes", "wall, s", "CPU, s", "rate against the folder", "in turns, ms a page", "against the folder",
    "handed out", "and loaded", "peak of handing out",
)


def records(files: Iterable[Path]) -> Iterator[bytes]:
    """A WARC record for each page, as crawlers write them."""
    for number, file in enumerate(files):
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + file.read_bytes()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Date: 2025-06-10T00:00:00Z\r\n"
            f"WARC-Target-URI: https://news.example/{number}\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        yield head.encode() + http + b"\r\n\r\n"


def warc(files: Iterable[Path], path: Path) -> None:
    """Plain, or each record compressed by itself."""
    pack: Callable[[bytes], bytes] = (lambda one: gzip.compress(one, 6)) if path.suffix == ".gz" else bytes
    with path.open("wb") as out:
        out.writelines(map(pack, records(files)))


def jsonl(files: Iterable[Path], path: Path) -> None:
    """`{url, html}` a line."""
    with gzip.open(path, "wt", 6, "utf-8") if path.suffix == ".gz" else path.open("w", encoding="utf-8") as out:
        for number, file in enumerate(files):
            row = {"url": f"https://news.example/{number}", "html": file.read_text("utf-8")}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def zipped(files: Iterable[Path], path: Path) -> None:
    """Deflated."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for number, file in enumerate(files):
            out.write(file, f"{number}.html")


def tarred(files: Iterable[Path], path: Path) -> None:
    """One gzip stream."""
    with tarfile.open(path, "w:gz", compresslevel=6) as out:
        for number, file in enumerate(files):
            out.add(file, f"{number}.html")


CONTAINERS: dict[str, Callable[[Iterable[Path], Path], None]] = {
    "pages.warc": warc, "pages.warc.gz": warc, "pages.jsonl": jsonl, "pages.jsonl.gz": jsonl, "pages.zip": zipped,
    "pages.tar.gz": tarred,
}


def made(folder: Path, pages: int, only: Collection[str]) -> dict[str, Path]:
    """The folder of pages and its archives, by name."""
    below = grow(texts_of(SHARED, "html"), folder / f"html-{pages}", pages)
    found = {"folder": below}
    for name in only or CONTAINERS:
        make = CONTAINERS[name]
        path = folder / f"{pages}-{name}"
        if not path.exists():
            part = path.with_name(f"part-{path.name}")
            make(sorted(below.rglob("*.html")), part)
            part.rename(path)
        found[name] = path
    return found


def hand_out(path: Path, load: bool) -> None:
    """Go through the items of a path; items a second of CPU and peak memory in MB to standard output."""
    start = time.process_time()
    count = 0
    for item in find_inputs([path]):
        count += 1
        if load:
            item.load()
    rate = count / (time.process_time() - start)
    # getrusage would tell the peak of the process that has started this one
    peak = next(line for line in Path("/proc/self/status").read_text("ascii").splitlines() if line.startswith("VmHWM"))
    print(f"{rate:.0f} {int(peak.split()[1]) / 1024:.0f}")


def handed_out(path: Path, *, load: bool) -> tuple[str, str]:
    """The same in a process of its own."""
    command = [sys.executable, __file__, "--hand-out", str(path), *(["--load"] if load else [])]
    rate, peak = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return f"{int(rate):,}/s", f"{peak} MB"


def in_turns(paths: dict[str, Path], most: int) -> dict[str, float]:
    """CPU milliseconds of a page from each container: the first of all, the second of all, ..., each round the other way."""
    items = {name: find_inputs([path]) for name, path in paths.items()}
    cpu = dict.fromkeys(paths, 0.0)
    warm = 5
    for number in range(min(most, _TURNS) - 1):
        for name in list(paths)[:: 1 if number % 2 else -1]:
            start = time.process_time()
            outcome_of_item(next(items[name]), Options())
            if number >= warm:
                cpu[name] += time.process_time() - start
    return {name: value * 1000 / (min(most, _TURNS) - 1 - warm) for name, value in cpu.items()}


def abreast(commands: dict[str, list[str]]) -> dict[str, Spent]:
    """Wall seconds of commands that run at the same time; which of them the CPU seconds were for can't be told."""
    start = time.perf_counter()
    running = {name: subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for name, command in commands.items()}
    found: dict[str, Spent] = {}
    while len(found) < len(running):
        time.sleep(0.5)
        for name, process in running.items():
            if name not in found and process.poll() is not None:
                if process.returncode not in (0, 1):  # 1: some page holds no article
                    raise subprocess.CalledProcessError(process.returncode, commands[name])
                found[name] = Spent(time.perf_counter() - start, float("nan"))
    return found


def size(path: Path) -> str:
    """Of a file, or of all files below a folder."""
    files = path.rglob("*.html") if path.is_dir() else [path]
    return f"{sum(file.stat().st_size for file in files) / 1e6:,.0f} MB"


def table(args: argparse.Namespace) -> list[tuple[str, ...]]:
    """All figures. The commands take turns, so that what else the machine does hits all of them."""
    paths = made(args.folder, args.pages, args.only)
    commands = {name: clipper(path, "-j", str(args.jobs), "-o", "/dev/null") for name, path in paths.items()}
    runs: dict[str, list[Spent]] = {name: [] for name in paths}
    for _ in range(args.rounds):
        found = abreast(commands) if args.abreast else {name: spent(command) for name, command in commands.items()}
        for name, one in found.items():
            runs[name].append(one)
    rows: list[tuple[str, ...]] = [HEAD]
    wall = {name: median(one.wall for one in found) for name, found in runs.items()}
    cpu = {name: median(one.cpu for one in found) for name, found in runs.items()}
    turns = in_turns(paths, args.pages)
    for name, path in paths.items():
        out, peak = handed_out(path, load=False)
        rows.append((
            name, size(path), f"{wall[name]:.1f}", "-" if isnan(cpu[name]) else f"{cpu[name]:.1f}", f"{wall['folder'] / wall[name]:.2f}",
            f"{turns[name]:.1f}", f"{turns[name] / turns['folder']:.2f}", out, handed_out(path, load=True)[0], peak,
        ))
    return rows


def about() -> str:
    """What stands above a table in INPUTS.md."""
    command = f"python benchmarks/inputs.py {' '.join(sys.argv[1:])}"
    return (
        f"`{command}`: pages of `../shared/html` with changed texts; whole jobs (HTML to records), median of the rounds.\n"
        "The target for WARC is a rate of 0.85 of the folder's. What is taken in turns is spoilt least by other work on the\n"
        "machine." + (" The whole jobs ran at the same time and shared a core." if "--abreast" in sys.argv else "")
    )


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--abreast", action="store_true", help="the commands of a round run at the same time")
    parser.add_argument("--only", choices=CONTAINERS, action="append", default=[], help="besides the folder; may be repeated")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "clipper-inputs")
    parser.add_argument("--write", action="store_true", help="put the table into INPUTS.md")
    parser.add_argument("--hand-out", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--load", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.hand_out:
        hand_out(args.hand_out, args.load)
        return 0
    gc.set_threshold(*COLLECT)  # as the command line does
    ctypes.CDLL(None).prctl(_SUBREAPER, 1)
    rows = table(args)
    print(*("\t".join(row) for row in rows), sep="\n")
    if args.write:
        write(f"{args.pages:,} pages", about(), "\n".join(lines(rows)), RESULTS, TITLE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
