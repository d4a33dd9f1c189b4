"""The web as it is, in small: faults of every kind, and a process that is killed in the middle.

In full it is `benchmarks/fetch_load.py`."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.fetch.faults import FAULTS, FaultyWeb
from tests.fetch.web import Certificates

from clipper.fetch import FetchOptions, World, fetch_all

GAP = 0.02
QUICK = {"gap": GAP, "timeout": 0.8, "total_timeout": 3.0, "attempts": 2, "backoff": 0.05}


def test_every_address_has_its_outcome_and_every_good_page_is_kept(certificates: Certificates) -> None:
    with FaultyWeb(100, 10, certificates) as web:
        options = FetchOptions(allow_private=True, concurrency=10, **QUICK)  # type: ignore[arg-type]
        outcomes = list(fetch_all(web.urls, options, world=World(tls=certificates.client)))
        assert [one.asked for one in outcomes] == web.urls
        assert set(web.kinds) == {*FAULTS, "good"}
        for n, outcome in enumerate(outcomes):
            assert (outcome.error.code if outcome.error else None) == web.expected(n), (n, web.kinds[n])
            assert outcome.page is None or outcome.page.data == web.body(n)
        assert min(web.gaps().values()) >= GAP * 0.9


NETWORK = ("--concurrency=10", "--gap=0.02", "--timeout=0.8", "--total-timeout=2.8", "--attempts=2")


class Killed:
    """`clipper fetch` on a list with a store, ended by SIGKILL or left to itself."""

    def __init__(
        self, web: FaultyWeb, certificates: Certificates, folder: Path, network: Sequence[str] = NETWORK
    ) -> None:
        (folder / "ca.pem").write_bytes(certificates.pem())
        (folder / "list.txt").write_text("\n".join(web.urls))
        self.store, self.output = folder / "store", folder / "clips.jsonl"
        ends = ("--from", str(folder / "list.txt"), "--store", str(self.store), "-o", str(self.output))
        self._command = [sys.executable, "-m", "clipper", "fetch", "--allow-private", *network, *ends]
        self._env = {**os.environ, "SSL_CERT_FILE": str(folder / "ca.pem")}

    def run(self, *, kill_after: float | None = None, timeout: float = 60) -> int:
        """Run to the end, or kill it; its exit code."""
        process = subprocess.Popen(self._command, env=self._env, stderr=subprocess.DEVNULL)
        try:
            return process.wait(timeout=kill_after or timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()

    def kept(self) -> int:
        """The number of pages in the store."""
        return sum(row[5] is not None for row in self.rows()) if (self.store / "index.sqlite3").exists() else 0

    def rows(self) -> list[tuple[Any, ...]]:
        index = sqlite3.connect(self.store / "index.sqlite3")
        try:
            return index.execute(
                "SELECT url, final_url, status, media_type, charset, sha256, size, error_code FROM pages ORDER BY url"
            ).fetchall()
        finally:
            index.close()

    def files(self) -> dict[str, bytes]:
        found = [path for path in self.store.rglob("*") if path.is_file() and path.suffix != ".sqlite3"]
        return {str(path.relative_to(self.store)): path.read_bytes() for path in found}

    def clips(self) -> list[Any]:
        rows = [json.loads(line) for line in self.output.read_text("utf-8").splitlines()]
        for row in rows:
            row["source"].pop("fetched_at", None)
        return rows


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is of POSIX")
def test_a_run_that_was_killed_comes_to_the_same_end(certificates: Certificates, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    with FaultyWeb(20, 10, certificates) as web:
        whole = Killed(web, certificates, tmp_path / "a")
        begin = time.monotonic()
        assert whole.run() == 1
        took = time.monotonic() - begin
        web.forget()
        broken = Killed(web, certificates, tmp_path / "b")
        chance = random.Random(3)  # noqa: S311
        ends = [broken.run(kill_after=chance.uniform(0.3, 0.6) * took) for _ in range(2)]
        assert ends == [-signal.SIGKILL] * 2
        assert broken.run() == 1
    assert broken.rows() == whole.rows()
    assert broken.files() == whole.files()
    assert broken.clips() == whole.clips()
    assert len(whole.clips()) == 20
