"""1,000 addresses over 50 local hosts, nearly half of them faulty: outcomes, politeness, memory, and SIGKILL.

    python benchmarks/fetch_load.py                 # all of it, about six minutes; prints the table of FETCH.md
    python benchmarks/fetch_load.py --urls 200 --hosts 10 --kills 5

The web is the one of tests/fetch/faults.py: 5 % of the pages each reset, time out, answer 503 or 429 first, are cut short,
lie about their charset, redirect in circles, are bombs, or drip; every other host has TLS. Linux only (/proc).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.fetch.faults import FaultyWeb
from tests.fetch.test_faults import Killed
from tests.fetch.web import Certificates

GAP = 0.1
CONCURRENCY = 16
OPTIONS = {"gap": GAP, "timeout": 1.0, "total_timeout": 6.0, "attempts": 2, "concurrency": CONCURRENCY}
PADDING = 100_000


@dataclass
class Table:
    """Rows of what was measured, and whether each is as it should be."""

    rows: list[tuple[str, str, bool]] = field(default_factory=list)

    def add(self, what: str, value: str, *, good: bool) -> None:
        """Add a row, and tell it at once."""
        self.rows.append((what, value, good))
        print(f"{'ok  ' if good else 'FAIL'} {what}: {value}", file=sys.stderr, flush=True)

    def text(self) -> str:
        """The table in Markdown."""
        lines = [f"| {what} | {value} | {'yes' if good else '**no**'} |" for what, value, good in self.rows]
        return "\n".join(("| measured | value | as it should be |", "| --- | --- | --- |", *lines))


class Memory(threading.Thread):
    """Samples the resident memory (MB) of a process."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._path = Path(f"/proc/{pid}/statm")
        self.samples: list[float] = []

    def run(self) -> None:
        """Sample until the process is gone."""
        page = os.sysconf("SC_PAGE_SIZE") / 1e6
        while True:
            try:
                self.samples.append(int(self._path.read_text().split()[1]) * page)
            except (OSError, IndexError):
                return
            time.sleep(0.1)


def child(folder: Path) -> None:
    """Fetch the list in `folder` with the library alone; a line for each outcome."""
    from clipper.fetch import FetchOptions, fetch_all
    from clipper.fetch.store import digest

    options = FetchOptions(allow_private=True, **OPTIONS)  # type: ignore[arg-type]
    for outcome in fetch_all((folder / "list.txt").read_text().splitlines(), options):
        body = digest(outcome.page.data) if outcome.page else None
        print(json.dumps([outcome.asked, outcome.error.code if outcome.error else None, body]), flush=True)


def load(web: FaultyWeb, certificates: Certificates, folder: Path, count: int) -> tuple[list[Any], float, list[float]]:
    """Outcomes, seconds and memory of a process that fetches the first `count` addresses."""
    (folder / "list.txt").write_text("\n".join(web.urls[:count]))
    (folder / "ca.pem").write_bytes(certificates.pem())
    begin = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, __file__, "--child", str(folder)], stdout=subprocess.PIPE, text=True,
        env={**os.environ, "SSL_CERT_FILE": str(folder / "ca.pem")},
    )
    memory = Memory(process.pid)
    memory.start()
    out, _ = process.communicate(timeout=1200)
    return [json.loads(line) for line in out.splitlines()], time.monotonic() - begin, memory.samples


def measure_load(web: FaultyWeb, certificates: Certificates, table: Table) -> None:
    """Outcomes, good pages, gaps and memory."""
    from clipper.fetch.store import digest

    count = len(web.urls)
    with tempfile.TemporaryDirectory() as name:
        _, _, few = load(web, certificates, Path(name), count // 5)
        web.forget()
        outcomes, seconds, memory = load(web, certificates, Path(name), count)
    codes = Counter(code or "page" for _, code, _ in outcomes)
    good = [n for n in range(count) if web.expected(n) is None]
    kept = sum(outcomes[n][2] == digest(web.body(n)) for n in good)
    wrong = [(n, web.kinds[n], outcomes[n][1]) for n in range(count) if outcomes[n][1] != web.expected(n)]
    table.add("addresses, hosts", f"{count:,}, {len(web.gaps())}", good=True)
    told = ", ".join(f"{code} {number}" for code, number in sorted(codes.items()))
    table.add("outcomes", f"{len(outcomes):,} in {seconds:.0f} s, in the order of the list: {told}",
              good=[url for url, _, _ in outcomes] == web.urls)
    table.add("good pages kept, byte for byte", f"{kept} of {len(good)}", good=kept == len(good))
    table.add("outcomes other than the fault's own", f"{len(wrong)} {wrong[:5] if wrong else ''}", good=not wrong)
    least = min(web.gaps().values())
    table.add("least gap at any host (asked: 100 ms)", f"{least * 1000:.0f} ms", good=least >= GAP * 0.95)
    quarters = [mean(memory[len(memory) * part // 4 : len(memory) * (part + 1) // 4]) for part in range(4)]
    told = ", ".join(f"{value:.0f}" for value in quarters)
    table.add("memory, mean of each quarter of the run", f"{told} MB", good=quarters[3] - quarters[1] < 8)
    # A bomb is let grow to 20 MB; how many do so at once is chance.
    table.add(f"memory, peak of {count // 5} and of {count:,} addresses", f"{max(few):.0f} MB, {max(memory):.0f} MB",
              good=max(memory) - max(few) < 2 * 20)


def measure_kills(web: FaultyWeb, certificates: Certificates, kills: int, table: Table) -> None:
    """The same command, killed again and again, comes to the same end."""
    web.forget()
    options = {name: value for name, value in OPTIONS.items() if name != "concurrency"}
    network = [f"--concurrency={CONCURRENCY}", *(f"--{name.replace('_', '-')}={value}" for name, value in options.items())]
    with tempfile.TemporaryDirectory() as name:
        folders = [Path(name) / part for part in ("whole", "broken")]
        for folder in folders:
            folder.mkdir()
        whole, broken = (Killed(web, certificates, folder, network) for folder in folders)
        whole.run(timeout=1200)
        web.forget()
        chance = random.Random(11)  # noqa: S311
        progress = []
        for _ in range(kills):
            ended = broken.run(kill_after=chance.uniform(1.0, 8.0))
            progress.append(broken.kept() if ended < 0 else -1)
        broken.run(timeout=1200)
        clips = whole.clips()
        table.add(f"killed {sum(at >= 0 for at in progress)} times, with so many pages kept", ", ".join(map(str, progress)),
                  good=progress.count(-1) == 0)
        table.add("store after that equals the uninterrupted run's (rows, files)", f"{len(whole.rows())}, {len(whole.files())}",
                  good=broken.rows() == whole.rows() and broken.files() == whole.files())
        table.add("output after that equals the uninterrupted run's (lines)", f"{len(clips):,}",
                  good=len(clips) == len(web.urls) and broken.clips() == clips)


def main() -> None:
    """Run, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--urls", type=int, default=1000)
    parser.add_argument("--hosts", type=int, default=50)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        child(given.child)
        return
    certificates, table = Certificates(), Table()
    with FaultyWeb(given.urls, given.hosts, certificates, padding=PADDING) as web:
        measure_load(web, certificates, table)
    if given.kills:
        with FaultyWeb(given.urls, given.hosts, certificates) as web:
            measure_kills(web, certificates, given.kills, table)
    print(table.text())
    sys.exit(0 if all(good for _, _, good in table.rows) else 1)


if __name__ == "__main__":
    main()
