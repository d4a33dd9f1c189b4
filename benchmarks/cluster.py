"""`clipper batch --engine ray` measured: `python benchmarks/cluster.py same|kills [--pages N] [--write]`.

    same   the same pages by this machine's own workers, and by a Ray cluster started on it: are the clips the same, and
           what does the cluster cost? The run of ten pages is the cost of starting it.
    kills  --times random moments at which a worker of the cluster, or the whole run, is killed: is anything lost or twice?

Pages are those of ../shared, repeated with changed texts, for `same` those on topic (see corpus.py). `--write` puts the table into
its section of BATCH.md.
For Linux; needs the extra `ray`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from random import Random

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from benchmarks.batch import SHARED, Table, clipper, lines, spent, write  # noqa: E402
from benchmarks.corpus import grow, texts_of  # noqa: E402

KILLED = {"worker": "a Ray worker", "run": "the run, then the same command"}


def on_ray(folder: Path, out: Path, size: int) -> list[str]:
    """The command line of a run on a cluster of this machine."""
    return clipper(folder, "--engine", "ray", "--partition-size", str(size), "-o", out)


def clips(path: Path) -> list[bytes]:
    """The lines of an output file, or of the partitions in a folder, sorted."""
    files = sorted(path.glob("part-*.jsonl")) if path.is_dir() else [path]
    return sorted(line for file in files for line in file.read_bytes().splitlines())


def same(args: argparse.Namespace) -> Table:
    """Both engines over the same pages, which hold records, one after the other."""
    folder = grow(texts_of(SHARED, "topic"), args.folder / f"topic-{args.pages}", args.pages)
    few = grow(texts_of(SHARED, "html"), args.folder / "html-10", 10)
    table: Table = [("engine", "pages", "s", "pages/s", "clips, with records", "target")]
    with tempfile.TemporaryDirectory() as out:
        local, cluster = Path(out, "local.jsonl"), Path(out, "ray")
        alone = spent(clipper(folder, "--jobs", "2", "-o", local)).wall
        together = spent(on_ray(folder, cluster, args.size)).wall
        start = spent(on_ray(few, Path(out, "few"), args.size)).wall
        asked, got = clips(local), clips(cluster)
    equal = "the same, byte for byte after sorting" if got == asked else "NOT the same"
    pages = f"{args.pages:,}"
    told = [f"{len(found):,}, {sum(_holds_records(line) for line in found):,}" for found in (asked, got)]
    table.append(("local, two workers", pages, f"{alone:.1f}", f"{args.pages / alone:.0f}", told[0], ""))
    table.append(("ray, two cores", pages, f"{together:.1f}", f"{args.pages / together:.0f}", f"{told[1]}: {equal}", "the same"))
    table.append(("ray, starting and ending", "10", f"{start:.1f}", "", "", ""))
    return table


def _holds_records(line: bytes) -> bool:
    return b'"records":[{' in line


def kills(args: argparse.Namespace) -> Table:
    """Every run is another one with its own random moment; its clips are compared with those of a run left alone."""
    folder = grow(texts_of(SHARED, "html"), args.folder / f"html-{args.pages}", args.pages)
    table: Table = [("killed", "moments", "took effect", "clips as uninterrupted", "lost or twice")]
    with tempfile.TemporaryDirectory() as out:
        whole = Path(out, "whole")
        wall = spent(on_ray(folder, whole, args.size)).wall
        asked = clips(whole)
        for what, name in KILLED.items() if not args.only else [(args.only, KILLED[args.only])]:
            random = Random(1)  # noqa: S311 - nothing secret
            effects = equal = bad = 0
            for _ in range(args.times):
                target = Path(out, "target")
                shutil.rmtree(target, ignore_errors=True)
                effects += _killed(on_ray(folder, target, args.size), random, wall, worker=what == "worker")
                got = clips(target)
                equal += got == asked
                bad += len(set(got) ^ set(asked)) + len(got) - len(set(got))
            table.append((name, str(args.times), str(effects), str(equal), str(bad)))
    return table


def _killed(command: list[str], random: Random, wall: float, *, worker: bool) -> bool:
    """Run the command, kill at a random moment, and see it through; whether there was something to kill."""
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        if worker:
            _first_worker(process)
            time.sleep(random.uniform(0, wall / 4))
            found = _first_worker(process)
        else:
            time.sleep(random.uniform(wall / 4, wall))
            found = [process.pid] if process.poll() is None else []
        if found:
            with suppress(ProcessLookupError):
                os.kill(random.choice(found), signal.SIGKILL)
    if not worker:
        time.sleep(2)  # the cluster ends when it misses its driver
        spent(command)
    elif process.returncode not in (0, 1):
        raise SystemExit(f"a run whose worker was killed ended with {process.returncode}")
    return bool(found)


def _first_worker(process: subprocess.Popen[bytes]) -> list[int]:
    """Wait until there are workers, or the run has ended: a cluster takes longer to start than to read some pages."""
    while process.poll() is None:
        if found := _workers(process.pid):
            return found
        time.sleep(0.02)
    return []


def _workers(root: int) -> list[int]:
    """The processes that tasks of a cluster run in, below a driver. Without its agents a node is lost, and here the run."""
    parents = {}
    names = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
                parents[int(entry.name)] = int(fields[1])
                names[int(entry.name)] = (entry / "cmdline").read_bytes()
    return [pid for pid, name in names.items() if name.startswith(b"ray::Map") and _is_below(pid, root, parents)]


def _is_below(pid: int, root: int, parents: dict[int, int]) -> bool:
    while pid in parents:
        if pid == root:
            return True
        pid = parents[pid]
    return False


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("same", "kills"))
    parser.add_argument("--pages", type=int, default=4000)
    parser.add_argument("--size", type=int, default=500, help="of a partition")
    parser.add_argument("--times", type=int, default=20, help="of kills")
    parser.add_argument("--only", choices=KILLED, help="of kills")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "clipper-batch")
    parser.add_argument("--write", action="store_true", help="put the table into BATCH.md")
    args = parser.parse_args()
    if not SHARED.is_dir():
        print(f"skipped: no pages under {SHARED}")
        return 0
    text = "\n".join(lines(same(args) if args.command == "same" else kills(args)))
    print(text)
    if args.write:
        write(f"cluster {args.command} {args.only or ''}".rstrip(), f"`{' '.join(['python benchmarks/cluster.py', *sys.argv[1:]])}`", text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
