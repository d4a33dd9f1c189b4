"""`clipper fetch` on a web of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import clipper as clipper
from tests.cli.support import Run as Clipper
from tests.cli.support import drained
from tests.fetch.web import Certificates, Web, page, redirect, status

ARTICLE = """<!doctype html><html><head><meta charset="{charset}"><title>{title} - 가온신문</title></head><body><article>
<h1>{title}</h1><p>가온시는 9일 가온시청에서 나래대학교와 청년 창업 지원을 위한 업무협약을 체결했다고 10일 밝혔다.</p>
<p>두 기관은 청년 창업가에게 사무 공간을 제공하고 창업 교육을 함께 운영하기로 했다. 협약 기간은 {n}년이다.</p>
</article></body></html>"""

Run = Callable[..., subprocess.CompletedProcess[str]]


def article(n: int = 1, charset: str = "utf-8", codec: str = "utf-8") -> bytes:
    return ARTICLE.format(title=f"가온시 업무협약 {n}호", n=n, charset=charset).encode(codec)


@pytest.fixture
def run(clipper: Clipper, monkeypatch: pytest.MonkeyPatch) -> Run:
    def fetch(*args: str | Path, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        for name, value in env.items():
            monkeypatch.setenv(name, value)
        done = clipper("fetch", *args, stdin=stdin.encode())
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return fetch


LOCAL = ("--allow-private", "--gap", "0", "--timeout", "2")


def clips(done: subprocess.CompletedProcess[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_an_address_becomes_a_clip(web: Web, run: Run) -> None:
    web.routes["/v"] = page(article(codec="cp949", charset="euc-kr"), content_type="text/html; charset=euc-kr")
    done = run(*LOCAL, web.url("/v?no=1&utm_source=x"))
    assert (done.returncode, done.stderr) == (0, "")
    clip = clips(done)[0]
    assert clip["source"]["url"] == web.url("/v?no=1")  # type: ignore[index]
    assert clip["source"]["fetched_at"]  # type: ignore[index]
    assert clip["source"]["encoding"] == "cp949"  # type: ignore[index]
    assert "청년 창업" in " ".join(clip["article"]["paragraphs"])  # type: ignore[index]


def test_every_address_has_its_row_in_the_order_given(web: Web, run: Run, tmp_path: Path) -> None:
    web.routes |= {"/1": page(article(1)), "/2": status(404), "/3": redirect("/1"), "/4": page(b"%PDF-1.7 x")}
    given = [
        web.url("/1"),
        "",
        "# a comment",
        web.url("/2"),
        f"기사 {web.url('/3')} 보기",
        web.url("/1#again"),
        "file:///etc/passwd",
        "http://127.0.0.1\x1b[2J/",
        web.url("/4"),
    ]
    (tmp_path / "list.txt").write_text("\n".join(given), "utf-8")
    done = run(*LOCAL, "--from", tmp_path / "list.txt", "--from", "-", web.url("/1"), stdin=web.url("/2"))
    found = clips(done)
    assert [clip.get("error", {}).get("code") for clip in found] == [  # type: ignore[attr-defined]
        None,
        "http_404",
        None,
        "bad_scheme",
        "bad_url",
        "not_text",
    ]
    sources = [clip["source"] for clip in found]
    assert sources[2]["url"] == web.url("/1")  # type: ignore[index]
    assert [source.get("requested_url") for source in sources] == [None, None, web.url("/3"), None, None, None]  # type: ignore[attr-defined]
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert len(lines) == 5
    assert lines[0] == f"clipper: {web.url('/2')}: fetch: the site answered 404 Not Found (check the address)"
    assert "4 of 6 inputs failed" in lines[-1]
    assert "\x1b" not in done.stderr
    assert "\x1b" not in run(*LOCAL, "http://127.0.0.1\x1b[2J/", "--format", "csv").stdout


def test_a_list_without_an_address_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("\n# of tomorrow\n", "utf-8")
    done = run("--from", tmp_path / "list.txt")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"clipper: {tmp_path / 'list.txt'}: no address in this list\n"


def test_a_saved_page_is_told_as_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(article())
    done = run(tmp_path / "a.html")
    assert done.stderr == f"clipper: {tmp_path / 'a.html'}: fetch: a file, no address (clipper extract reads files)\n"
    assert (done.returncode, clips(done)[0]["error"]["code"]) == (1, "bad_url")  # type: ignore[index]


def test_the_world_inside_is_refused_unless_allowed(web: Web, run: Run) -> None:
    web.routes["/v"] = page(article())
    done = run(web.url("/v"))
    assert (done.returncode, clips(done)[0]["error"]["code"]) == (1, "blocked_address")  # type: ignore[index]
    assert "--allow-private" in done.stderr
    assert web.seen == []


def test_save_and_store_and_output_file(web: Web, run: Run, tmp_path: Path) -> None:
    web.routes |= {"/1": page(article(1)), "/2": page(article(2))}
    args = (
        *LOCAL,
        web.url("/1"),
        web.url("/2"),
        "--save",
        tmp_path / "raw",
        "--store",
        tmp_path / "store",
        "-o",
        tmp_path / "c.jsonl",
    )
    assert run(*args).returncode == 0
    first = (tmp_path / "c.jsonl").read_text("utf-8")
    assert sorted(path.read_bytes() for path in (tmp_path / "raw").glob("*.html")) == [article(1), article(2)]
    assert run(*args).returncode == 0
    assert (tmp_path / "c.jsonl").read_text("utf-8") == first
    assert web.paths() == ["/1", "/2"]


def test_feeds_are_narrowed_and_listed(web: Web, run: Run) -> None:
    items = "".join(
        f"<item><title>{title}</title><link>{web.url(path)}</link><pubDate>{day} 09:00:00</pubDate></item>"
        for title, path, day in (
            ("업무협약 체결", "/1", "2025-06-10"),
            ("날씨", "/2", "2025-06-10"),
            ("옛 업무협약", "/3", "2024-06-10"),
        )
    )
    feed = f"<?xml version='1.0' encoding='euc-kr'?><rss><channel>{items}</channel></rss>".encode("cp949")
    web.routes |= {"/rss": page(feed, content_type="application/rss+xml"), "/1": page(article(1))}
    narrow = (*LOCAL, "--feed", web.url("/rss"), "--match", "업무 협약", "--since", "2025-01-01")
    done = run(*narrow, "--list")
    assert (done.returncode, done.stdout) == (0, web.url("/1") + "\n")
    assert "1 articles listed; 2 left out" in done.stderr
    assert [clip["source"]["url"] for clip in clips(run(*narrow))] == [web.url("/1")]  # type: ignore[index]
    gone = run(*LOCAL, "--feed", web.url("/gone"), web.url("/1"))
    assert [clip.get("error", {}).get("code") for clip in clips(gone)] == ["http_404", None]  # type: ignore[attr-defined]


def test_trusted_certificates_come_from_the_environment(certificates: Certificates, run: Run, tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_bytes(certificates.pem())
    with Web(tls=certificates.server("127.0.0.1")) as web:
        web.routes["/v"] = page(article())
        assert clips(run(*LOCAL, web.url("/v")))[0]["error"]["code"] == "tls"  # type: ignore[index]
        assert run(*LOCAL, web.url("/v"), SSL_CERT_FILE=str(tmp_path / "ca.pem")).returncode == 0


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["--since", "2025-01-01", "http://a.kr/"],
        ["--header", "nonsense", "http://a.kr/"],
        ["--header", "Host: x", "http://a.kr/"],
        ["--since", "gestern", "--feed", "http://a.kr/"],
        ["--gap", "-1", "http://a.kr/"],
        ["--from", "no-such-file"],
    ],
)
def test_wrong_usage_is_exit_code_2(run: Run, args: list[str]) -> None:
    done = run(*args)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr


def test_an_interrupt_keeps_what_arrived(web: Web, tmp_path: Path) -> None:
    import signal
    import sqlite3
    import time

    web.routes |= {f"/{n}": page(article(n)) for n in range(500)}
    (tmp_path / "list").write_text("\n".join(web.url(f"/{n}") for n in range(500)))
    command = [
        sys.executable,
        "-m",
        "clipper",
        "fetch",
        *LOCAL[:2],
        "0.01",
        "--from",
        str(tmp_path / "list"),
        "--store",
        str(tmp_path / "s"),
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    until = time.monotonic() + 20
    while len(web.paths()) < 5 and time.monotonic() < until:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=20)
    assert process.returncode == -signal.SIGINT
    assert b"Traceback" not in told
    index = sqlite3.connect(tmp_path / "s" / "index.sqlite3")
    kept = index.execute("SELECT count(*) FROM pages WHERE sha256 IS NOT NULL").fetchone()[0]
    index.close()
    assert 4 <= kept < 500


def test_a_page_without_an_article_is_told_under_the_address_asked_for(web: Web, run: Run) -> None:
    web.routes |= {"/a": redirect("/b"), "/b": page("<html><nav><a href=/>home</a></nav></html>")}
    done = run(*LOCAL, web.url("/a"))
    assert done.returncode == 1
    assert clips(done)[0]["source"] == {"url": web.url("/a"), "path": None}


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are of POSIX")
def test_progress_is_shown_on_a_terminal_only(web: Web, tmp_path: Path) -> None:
    import pty

    web.routes |= {"/1": page(article(1)), "/2": status(404)}
    parent, terminal = pty.openpty()
    command = [sys.executable, "-m", "clipper", "fetch", *LOCAL, web.url("/1"), web.url("/2"), "-o", str(tmp_path / "c.jsonl")]
    subprocess.run(command, stderr=terminal, check=False, timeout=60, env={**os.environ, "COLUMNS": "120", "TERM": "xterm"})
    os.close(terminal)
    shown = drained(parent)
    for word in (b"2/2", b"1 failed", b"waiting", b"requests/s", b"404"):
        assert word in shown
