"""Promises of the package as a whole: what it exports, who imports whom, what it ships."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from importlib.metadata import requires
from pathlib import Path

import pytest

import clipper
from clipper import errors

ROOT = Path(__file__).parents[1]


def test_exported_names() -> None:
    assert sorted(clipper.__all__) == [
        "Article", "Clip", "ClipperError", "Event", "Evidence", "Mou", "Page", "Trip", "__version__", "clip", "merge_clips",
        "read_clips",
    ]


@pytest.mark.parametrize("package", ["clipper", "clipper.batch", "clipper.fetch"])
def test_names_loaded_on_use_are_those_that_the_type_checker_sees(package: str) -> None:
    module = import_module(package)
    tree = ast.parse(Path(str(module.__file__)).read_text("utf-8"))
    shown = {
        alias.name: node.module
        for block in tree.body if isinstance(block, ast.If)
        for node in block.body if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }  # fmt: skip
    assert set(module.__all__) - {"__version__"} == set(shown)
    for name, home in shown.items():
        assert getattr(module, name) is getattr(import_module(str(home)), name)
    with pytest.raises(AttributeError, match=f"module '{package}' has no attribute 'no_such_name'"):
        module.no_such_name  # noqa: B018


def test_the_tree_of_errors_is_the_one_drawn() -> None:
    drawn = re.findall(r"\w+Error", (errors.__doc__ or "").split("ClipperError", 1)[1])
    real = [name for name, value in vars(errors).items() if isinstance(value, type) and name != "ClipperError"]
    assert drawn == real


def test_imports_run_downward_only() -> None:
    from importlinter.cli import lint_imports

    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_the_changelog_knows_the_version() -> None:
    assert f"## {clipper.__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_every_dependency_states_its_least_version() -> None:
    core = [line for line in requires("clipper-ko") or () if "extra ==" not in line]
    assert core
    assert [line for line in core if ">=" not in line] == []


def test_every_vocabulary_lies_in_the_package() -> None:
    data = ROOT / "src" / "clipper" / "data"
    assert {file.suffix for file in data.iterdir() if file.is_file()} <= {".py", ".tsv", ".toml", ".md"}
    assert (ROOT / "src" / "clipper" / "py.typed").exists()
