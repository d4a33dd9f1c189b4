from __future__ import annotations

import os
from pathlib import Path

import pytest

from clipper.batch import find_inputs
from clipper.batch.inputs import is_page_name
from clipper.errors import EmptyInputError


def names(folder: Path, *paths: Path) -> list[str]:
    return [str(item.relative_to(folder)) for item in find_inputs(paths or [folder]) if isinstance(item, Path)]


@pytest.mark.parametrize("suffix", ["html", "htm", "txt", "mht", "mhtml", "webarchive"])
def test_suffixes_of_pages_also_gzipped_in_any_case(suffix: str) -> None:
    assert is_page_name(f"a.{suffix}")
    assert is_page_name(f"a.{suffix}.gz")
    assert is_page_name(f"A.{suffix.upper()}")


@pytest.mark.parametrize("name", ["a.json", "a.gz", ".a.html", "._a.html", "html", "a.html.part"])
def test_other_names_are_passed_over(name: str) -> None:
    assert not is_page_name(name)


def test_folders_are_read_recursively_in_the_order_of_paths(folder: Path) -> None:
    assert names(folder) == ["a.htm", "b.html", "sub/c.html"]


def test_named_paths_keep_their_order_and_each_file_comes_once(folder: Path) -> None:
    os.symlink(folder / "a.htm", folder / "z.html")
    assert names(folder, folder / "sub", folder / "b.html", folder) == ["sub/c.html", "b.html", "a.htm"]


def test_what_a_browser_saves_beside_a_page_is_no_article(folder: Path) -> None:
    for assets in ("b_files", "b.files", "b_파일", "other_files", ".git"):
        (folder / assets).mkdir()
        (folder / assets / "frame.html").write_text("<p>광고</p>")
    assert names(folder) == ["a.htm", "b.html", "other_files/frame.html", "sub/c.html"]


def test_a_folder_without_pages_is_an_error_not_a_silence(tmp_path: Path) -> None:
    (found,) = find_inputs([tmp_path])
    assert isinstance(found, EmptyInputError)
    assert ".html" in str(found)


def test_named_files_are_kept_whatever_their_suffix(tmp_path: Path) -> None:
    named = [tmp_path / "page.php", tmp_path / "gone.html"]
    assert find_inputs(named) == named


def test_a_pipe_in_a_folder_does_not_block(folder: Path) -> None:
    os.mkfifo(folder / "pipe.html")
    assert "pipe.html" not in names(folder)
