"""The README's commands do what it says. `.ci/run` runs the two that set up an environment as they stand."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest

from clipper.cli import cli

ROOT = Path(__file__).parents[1]
READMES = {name: (ROOT / name).read_text("utf-8") for name in ("README.md", "README.ko.md")}
USAGE = (ROOT / "docs" / "usage.md").read_text("utf-8")


@pytest.fixture
def readme() -> str:
    """The English README: a test holds the Korean one to the same commands."""
    return READMES["README.md"]


def marked(name: str, readme: str) -> str:
    """The command line under `<!-- NAME -->`."""
    found = re.search(rf"^<!-- {name} -->\n```sh\n(.+)\n```$", readme, re.MULTILINE)
    assert found, f"no command is marked {name}"
    return found[1]


def shell_lines(readme: str) -> list[str]:
    """The plain `clipper ...` lines of the README's shell blocks."""
    blocks: list[str] = re.findall(r"^```sh\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.startswith("clipper ")]


def run(line: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    """A `clipper ...` line in the running environment, below a folder that has the samples."""
    if not (cwd / "samples").exists():
        (cwd / "samples").symlink_to(ROOT / "samples")
    command = [sys.executable, "-m", "clipper", *shlex.split(line, comments=True)[1:]]
    return subprocess.run(command, cwd=cwd, capture_output=True, check=False)


def test_one_line_sets_up_and_runs_the_samples(readme: str, tmp_path: Path) -> None:
    setup, install, main_job = marked("try", readme).split(" && ")
    assert setup == "python3 -m venv .venv"
    assert install == ".venv/bin/pip install -q ."
    done = run(main_job.removeprefix(".venv/bin/"), tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    assert len(done.stdout.splitlines()) >= 8


def test_one_line_sets_up_and_runs_the_tests(readme: str) -> None:
    setup, install, tests = marked("test", readme).split(" && ")
    assert (setup, tests) == ("python3 -m venv .venv", ".venv/bin/pytest")
    assert install == ".venv/bin/pip install -q -e '.[dev]'"


def test_the_local_commands_succeed_one_after_the_other(tmp_path: Path) -> None:
    for line in (line for line in shell_lines(READMES["README.md"]) if "https://" not in line):
        before = set(tmp_path.iterdir())
        done = run(line, tmp_path)
        told = rb"clipper: \d+ pages: [^\n]+ pages/s\n" if line.split()[1] == "batch" else b""
        assert done.returncode == 0, line
        assert re.fullmatch(told, done.stderr), done.stderr.decode()
        assert done.stdout or set(tmp_path.iterdir()) - before, line


def test_both_show_the_same_commands_and_records() -> None:
    def blocks(readme: str) -> list[str]:
        return re.findall(r"^(?:<!-- [^\n]+ -->\n)?```\w+\n.*?^```$", readme, re.MULTILINE | re.DOTALL)

    assert blocks(READMES["README.md"]) == blocks(READMES["README.ko.md"])
    assert "(README.ko.md)" in READMES["README.md"] and "(README.md)" in READMES["README.ko.md"]


def test_the_shown_record_is_the_real_one(readme: str, tmp_path: Path) -> None:
    found = re.search(r"^<!-- a part of: (.+) -->\n```json\n(.+?)^```$", readme, re.MULTILINE | re.DOTALL)
    assert found
    real = json.loads(run(found[1], tmp_path).stdout)
    assert part_of(json.loads(found[2]), real)


def part_of(shown: Any, real: Any) -> bool:
    """Whether what is shown is there: objects may have more fields, lists are whole."""
    if isinstance(shown, dict) and isinstance(real, dict):
        return all(key in real and part_of(value, real[key]) for key, value in shown.items())
    if isinstance(shown, list) and isinstance(real, list):
        return len(shown) == len(real) and all(map(part_of, shown, real))
    return bool(shown == real)


def test_the_python_example_runs(tmp_path: Path) -> None:
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    for text in (READMES["README.md"], USAGE):
        (example,) = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
        command = [sys.executable, "-W", "error", "-c", example]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        assert done.stdout.startswith(b"trip ")


def test_every_command_and_shared_option_is_documented() -> None:
    for name in cli.list_commands(click.Context(cli)):
        assert all(f"`clipper {name}" in readme for readme in READMES.values())
        assert f"`clipper {name}" in USAGE
    for option in ("--format", "-o FILE", "--excel", "--records-only", "--min-confidence"):
        assert option in USAGE
    for option in ("--published", "--url", "--encoding"):
        assert option in USAGE


def test_every_document_is_in_the_index() -> None:
    index = (ROOT / "docs" / "README.md").read_text("utf-8")
    names = {file.name for file in (ROOT / "docs").glob("*.md")} - {"README.md"}
    assert {name for name in names if f"({name})" not in index} == set()


def headings(file: Path) -> set[str]:
    """The anchors of a document: its headings in small letters without marks, hyphens for blanks."""
    found = re.findall(r"^#+ (.+)$", file.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-") for text in found}


def test_links_lead_to_files_and_headings() -> None:
    folders = (ROOT, ROOT / "docs", ROOT / "evals", ROOT / "benchmarks", ROOT / "samples")
    links = [(file, link) for folder in folders for file in folder.glob("*.md")
             for link in re.findall(r"\]\(([^)\s]+)\)", file.read_text("utf-8")) if not link.startswith("https://")]
    assert len(links) > 50
    for file, link in links:
        name, _, anchor = link.partition("#")
        target = file.parent / name if name else file
        assert target.exists(), f"{file.name}: {link}"
        assert not anchor or anchor in headings(target), f"{file.name}: {link}"
