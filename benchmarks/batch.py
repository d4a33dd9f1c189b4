"""`clipper batch` measured: `python benchmarks/batch.py speed|workers|memory|kills [--pages N] [--write]`.

    speed    pages a second and core, the whole job (HTML to records), against the body alone by trafilatura, over the
             same pages in turns: real pages on any topic (html), articles on topic without a page around them (dev),
             and these in the place of the articles of real pages (topic)
    workers  wall time of two workers against one
    memory   peak memory of the main process and of a worker at --pages, ten and a hundred times as many
    kills    --times random moments at which a worker, or the run, is killed: is the output the same?

Pages are those of ../shared, repeated with changed texts (see corpus.py), made once in --folder. CPU seconds are those of the
command and all its processes. `--write` puts the table into its section of BATCH.md. For Linux.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import platform
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from benchmarks.corpus import grow, texts_of  # noqa: E402

RESULTS = HERE / "BATCH.md"
SHARED = HERE.parents[1] / "shared"
TITLE = f"# Batch\n\nWritten by `python benchmarks/batch.py COMMAND --write`; Python {platform.python_version()}.\n"
TARGETS = {"html": 4.0, "topic": 2.0, "dev": 2.0}
_SHARE = 10  # folders of a thousand pages: what a command takes to start is spread over them
_LAST = 0.9  # of the output: the last moment at which a run is killed
_SUBREAPER = 36  # prctl: orphans below us become our children, so that their time is counted

Table = list[tuple[str, ...]]


@dataclass(frozen=True)
class Spent:
    """What a command took."""

    wall: float
    cpu: float


def clipper(*args: str | Path) -> list[str]:
    """The command line of `clipper batch`."""
    return [sys.executable, "-m", "clipper", "batch", *map(str, args)]


def spent(command: list[str]) -> Spent:
    """Run a command to its end, and to that of all processes it has started."""
    before = os.times()
    start = time.perf_counter()
    with tempfile.TemporaryFile() as told:
        done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=told)
        wall = time.perf_counter() - start
        if done.returncode not in (0, 1):  # 1: some page holds no article
            told.seek(0)
            sys.stderr.buffer.writelines(told.readlines()[-5:])
            raise subprocess.CalledProcessError(done.returncode, command)
    with suppress(ChildProcessError):
        while True:
            os.wait()
    after = os.times()
    return Spent(wall, after.children_user + after.children_system - before.children_user - before.children_system)


def speed(args: argparse.Namespace) -> Table:
    """Side by side: each round takes its share of the pages, ten thousand at most, both extractors in turn."""
    from benchmarks.peers.run import environment

    python = environment(args.env)
    table: Table = [("pages", "clipper, records", "trafilatura, body alone", "ratio", "target")]
    for name, target in _wanted(args).items():
        folder = grow(texts_of(SHARED, name), args.folder / f"{name}-{args.pages}", args.pages)
        below = sorted(one for one in folder.iterdir() if one.is_dir())
        cpu = {"clipper": 0.0, "peer": 0.0}
        for share in (below[at : at + _SHARE] for at in range(0, len(below), _SHARE)):
            cpu["clipper"] += spent(clipper(*share, "-j1", "-o", "/dev/null")).cpu
            cpu["peer"] += spent([str(python), __file__, "peer", *map(str, share)]).cpu
        ratio = cpu["peer"] / cpu["clipper"]
        each = (f"{args.pages / value:.1f}/s ({value * 1000 / args.pages:.1f} ms)" for value in cpu.values())
        table.append((f"{name} × {args.pages:,}", *each, f"{ratio:.2f}", f"≥ {target:g}"))
    return table


def peer(args: argparse.Namespace) -> Table:
    """The body of each page of some folders, by trafilatura: runs in the peers' environment."""
    from trafilatura import extract

    for file in (file for folder in args.folders for file in sorted(folder.rglob("*.html"))):
        extract(file.read_text("utf-8"), include_comments=False)
    return []


def _wanted(args: argparse.Namespace) -> dict[str, float]:
    return {args.only: TARGETS[args.only]} if args.only else TARGETS


def workers(args: argparse.Namespace) -> Table:
    """One worker and two in turns, the median of each."""
    table: Table = [("pages", "one worker", "two workers", "ratio", "target")]
    for name in _wanted(args):
        folder = grow(texts_of(SHARED, name), args.folder / f"{name}-{args.pages}", args.pages)
        one, two = [], []
        for _ in range(args.rounds):
            one.append(spent(clipper(folder, "-j1", "-o", "/dev/null")).wall)
            two.append(spent(clipper(folder, "-j2", "-o", "/dev/null")).wall)
        first, second = median(one), median(two)
        rates = (f"{args.pages / first:.1f} pages/s", f"{args.pages / second:.1f} pages/s")
        table.append((f"{name} × {args.pages:,}", *rates, f"{first / second:.2f}", "≥ 1.8"))
    return table


def memory(args: argparse.Namespace) -> Table:
    """The high-water marks of resident memory, asked for while the run goes on."""
    table: Table = [("pages", "main process", "a worker (the largest)", "workers against the first line")]
    first = 0
    for count in (args.pages, args.pages * 10, args.pages * 100):
        folder = grow(texts_of(SHARED, "dev"), args.folder / f"dev-{count}", count)
        with tempfile.TemporaryDirectory() as out:
            main, worker = _peaks(clipper(folder, "-j2", "-o", Path(out, "o.jsonl")))
        first = first or worker
        table.append((f"{count:,}", f"{main / 1024:.0f} MB", f"{worker / 1024:.0f} MB", f"{worker / first - 1:+.0%}"))
    return table


def _peaks(command: list[str]) -> tuple[int, int]:
    """KB of the main process and of its largest worker."""
    main = worker = 0
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            main = max(main, _high_water(process.pid))
            worker = max([worker, *map(_high_water, _workers(process.pid))])
            time.sleep(0.1)
    return main, worker


def _high_water(pid: int) -> int:
    with suppress(OSError):
        found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text("ascii"))
        return int(found[1]) if found else 0
    return 0


def _children(pid: int) -> list[int]:
    with suppress(OSError):
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]
    return []


def _workers(main: int) -> list[int]:
    """The processes forked from those that the main process has started."""
    return [worker for server in _children(main) for worker in _children(server)]


def kills(args: argparse.Namespace) -> Table:
    """Every run is another one with its own random moment; its output is compared with that of a run left alone."""
    folder = grow(texts_of(SHARED, "dev"), args.folder / f"dev-{args.pages}", args.pages)
    table: Table = [("killed", "moments", "took effect", "outputs as uninterrupted", "lost or twice")]
    with tempfile.TemporaryDirectory() as out:
        whole = Path(out, "whole.jsonl")
        spent(clipper(folder, "-o", whole))
        for name, kill in (("a worker", _kill_worker), ("the run, then --resume", _kill_run)):
            random = Random(1)  # noqa: S311 - nothing secret
            effects = same = bad = 0
            for number in range(args.times):
                target = Path(out, f"{name[:3]}{number}.jsonl")
                moment = int(random.uniform(0, _LAST) * whole.stat().st_size)
                effects += kill(clipper(folder, "-o", target), target, moment, random)
                same += target.read_bytes() == whole.read_bytes()
                bad += len(set(_keys(target)) ^ set(_keys(whole))) + len(_keys(target)) - len(set(_keys(target)))
            table.append((name, str(args.times), str(effects), str(same), str(bad)))
    return table


def _keys(output: Path) -> list[str]:
    return re.findall(r'^\{"schema_version":"1","source":\{.*?"path":"(.*?)"', output.read_text("utf-8"), re.MULTILINE)


def _written(process: subprocess.Popen[bytes], target: Path, size: int) -> bool:
    """Wait until so many bytes of the output are there; whether the process is still running then."""
    part = target.with_name(f"{target.name}.part")
    while process.poll() is None:
        with suppress(FileNotFoundError):
            if part.stat().st_size >= size:
                return True
        time.sleep(0.002)
    return False


def _kill_worker(command: list[str], target: Path, moment: int, random: Random) -> bool:
    """Whether there was a worker at that moment."""
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        found = _written(process, target, moment) and _workers(process.pid)
        if found:
            with suppress(ProcessLookupError):
                os.kill(random.choice(found), signal.SIGKILL)
    return bool(found)


def _kill_run(command: list[str], target: Path, moment: int, _random: Random) -> bool:
    """Whether it was still running."""
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        running = _written(process, target, moment)
        process.kill()
    if not target.exists():
        subprocess.run([*command, "--resume"], check=False, stderr=subprocess.DEVNULL)
    return running


def lines(table: Table) -> Iterator[str]:
    """A table of Markdown."""
    head, *rows = table
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def write(name: str, about: str, text: str, results: Path = RESULTS, title: str = TITLE) -> None:
    """Put a table into its section of BATCH.md, or of another file with another title; the other sections stay."""
    old = results.read_text("utf-8") if results.exists() else title
    sections = dict(re.findall(r"^## ([\w ,]+)\n(.*?)(?=^## |\Z)", old, re.MULTILINE | re.DOTALL))
    sections[name] = f"{about}\n\n{text}"
    body = "\n\n".join(f"## {key}\n\n{value.strip()}" for key, value in sorted(sections.items()))
    results.write_text(f"{title}\n{body}".rstrip() + "\n", "utf-8")


COMMANDS: dict[str, Callable[[argparse.Namespace], Table]] = {
    "speed": speed, "workers": workers, "memory": memory, "kills": kills,
}


def main() -> int:
    """Command line."""
    if sys.argv[1:2] == ["peer"]:
        peer(argparse.Namespace(folders=[Path(folder) for folder in sys.argv[2:]]))
        return 0
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--only", choices=TARGETS, help="of speed and workers: one kind of pages")
    parser.add_argument("--rounds", type=int, default=3, help="of workers")
    parser.add_argument("--times", type=int, default=20, help="of kills")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "clipper-batch")
    parser.add_argument("--env", type=Path, default=Path(tempfile.gettempdir()) / "clipper-peers", help="of the peers")
    parser.add_argument("--write", action="store_true", help="put the table into BATCH.md")
    args = parser.parse_args()
    if not SHARED.is_dir():
        print(f"skipped: no pages under {SHARED}")
        return 0
    ctypes.CDLL(None).prctl(_SUBREAPER, 1)
    text = "\n".join(lines(COMMANDS[args.command](args)))
    print(text)
    if args.write:
        write(" ".join(filter(None, (args.command, args.only))), f"`{' '.join(['python benchmarks/batch.py', *sys.argv[1:]])}`", text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
