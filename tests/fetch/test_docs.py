"""docs/fetching.md says what the code does."""

from __future__ import annotations

import importlib
import re
from dataclasses import fields
from pathlib import Path

import click
import pytest

from clipper.cli.fetch import fetch
from clipper.fetch import FetchOptions
from clipper.fetch.retry import PASSING_CODES

DOC = Path(__file__).parents[2] / "docs" / "fetching.md"
ROWS = [re.split(r"\s*(?<!\\)\|\s*", line.strip("| ")) for line in DOC.read_text("utf-8").splitlines() if line.startswith("|")]
CONSTANTS = {
    "MAX_URL": "urls", "MAX_ROBOTS": "options", "MAX_DELAY": "options", "MAX_SHELL_DELAY": "options", "MAX_SHELL": "shells",
    "MAX_LISTING": "options", "MAX_ITEMS": "listing", "MAX_DEPTH": "discover", "MAX_SITEMAPS": "discover",
    "MAX_STRIKES": "hosts", "MAX_LAYERS": "decode",
}  # fmt: skip


def test_every_option_is_there_with_its_default() -> None:
    options = FetchOptions()
    told = {}
    for line in DOC.read_text("utf-8").splitlines():
        found = re.match(r"\| (?:`(--[a-z-]+)`)? *\| `([a-z_0-9]+)` \| ([^|]+) \|", line)
        if found:
            told[found[2]] = found[3].strip()
    assert set(told) == {field.name for field in fields(FetchOptions)}
    for name, text in told.items():
        value = getattr(options, name)
        assert text in ("`clipper/VERSION (…)`", str(value) if value not in (None, ()) else "none"), name


@pytest.mark.parametrize(("name", "module"), CONSTANTS.items())
def test_every_fixed_limit_is_there(name: str, module: str) -> None:
    rows = [row for row in ROWS if f"`{name}`" in row[0]]
    assert [row[1] for row in rows] == [str(getattr(importlib.import_module(f"clipper.fetch.{module}"), name))]


def test_the_defaults_that_the_help_tells_are_those_of_the_library() -> None:
    options = FetchOptions()
    help_ = fetch.get_help(click.Context(fetch))
    for name in ("concurrency", "gap", "attempts", "timeout", "total_timeout"):
        told = re.search(rf"--{name.replace('_', '-')} \w+\s.*?\[default:\s+([\d.]+)\]", help_, re.DOTALL)
        assert told is not None, name
        assert float(told[1]) == getattr(options, name)


def test_every_code_is_there_and_whether_it_is_tried_again() -> None:
    root = Path(__file__).parents[2] / "src" / "clipper" / "fetch"
    used = set(re.findall(r'code="([a-z_0-9]+)"', "".join(path.read_text("utf-8") for path in root.glob("*.py"))))
    used |= set(PASSING_CODES) - {"bad_option"}
    told = {code: row[2] for row in ROWS if len(row) == 3 for code in re.findall(r"`([a-z_]+)`", row[0])}
    inner = {"internal", "bad_option", "store_busy", "store_failed"}
    assert used - inner <= set(told)
    assert {code for code, again in told.items() if again == "yes"} == set(PASSING_CODES)


def test_one_module_knows_the_http_client() -> None:
    root = Path(__file__).parents[2] / "src" / "clipper"
    assert [path.name for path in root.rglob("*.py") if "httpx" in path.read_text("utf-8")] == ["http.py"]
