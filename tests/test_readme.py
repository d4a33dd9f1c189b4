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
README = (ROOT / "README.md").read_text("utf-8")
USAGE = (ROOT / "docs" / "usage.md").read_text("utf-8")


def marked(name: str) -> str:
    """The command line under `<!-- NAME -->`."""
    found = re.search(rf"^<!-- {name} -->\n```sh\n(.+)\n```$", README, re.MULTILINE)
    assert found, f"README.md has no command marked {name}"
    return found[1]


def shell_lines() -> list[str]:
    """The plain `clipper ...` lines of the README's shell blocks."""
    blocks: list[str] = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.startswith("clipper ")]


def run(line: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    """A `clipper ...` line in the running environment, below a folder that has the samples."""
    if not (cwd / "samples").exists():
        (cwd / "samples").symlink_to(ROOT / "samples")
    command = [sys.executable, "-m", "clipper", *shlex.split(line)[1:]]
    return subprocess.run(command, cwd=cwd, capture_output=True, check=False)


def test_one_line_sets_up_and_runs_the_samples(tmp_path: Path) -> None:
    setup, install, main_job = marked("try").split(" && ")
    assert setup == "python3 -m venv .venv"
    assert install == ".venv/bin/pip install -q ."
    done = run(main_job.removeprefix(".venv/bin/"), tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    assert len(done.stdout.splitlines()) >= 8


def test_one_line_sets_up_and_runs_the_tests() -> None:
    setup, install, tests = marked("test").split(" && ")
    assert (setup, tests) == ("python3 -m venv .venv", ".venv/bin/pytest")
    assert install == ".venv/bin/pip install -q -e '.[dev]'"


@pytest.mark.parametrize("line", [line for line in shell_lines() if "https://" not in line])
def test_each_local_command_succeeds(line: str, tmp_path: Path) -> None:
    done = run(line, tmp_path)
    told = b"" if line.split()[1] != "batch" else rb"clipper: \d+ pages: [^\n]+ pages/s\n"
    assert done.returncode == 0
    assert re.fullmatch(told, done.stderr), done.stderr.decode()
    assert done.stdout or list(tmp_path.glob("records.csv"))


def test_the_shown_record_is_the_real_one(tmp_path: Path) -> None:
    found = re.search(r"^<!-- a part of: (.+) -->\n```json\n(.+?)^```$", README, re.MULTILINE | re.DOTALL)
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
    for text in (README, USAGE):
        (example,) = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
        command = [sys.executable, "-W", "error", "-c", example]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        assert done.stdout.startswith(b"trip ")


def test_every_command_and_shared_option_is_documented() -> None:
    for name in cli.list_commands(click.Context(cli)):
        assert f"`clipper {name}" in README
        assert f"`clipper {name}" in USAGE
    for option in ("--format", "-o FILE", "--excel", "--records-only", "--min-confidence"):
        assert option in USAGE
    for option in ("--published", "--url", "--encoding"):
        assert option in USAGE


def test_every_document_is_in_the_index() -> None:
    index = (ROOT / "docs" / "README.md").read_text("utf-8")
    names = {file.name for file in (ROOT / "docs").glob("*.md")} - {"README.md"}
    assert {name for name in names if f"({name})" not in index} == set()


def test_links_lead_to_files() -> None:
    for file in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", file.read_text("utf-8")):
            assert target.startswith("https://") or (file.parent / target).exists(), f"{file.name}: {target}"
