from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from clipper.batch import File, Item, Refused, find_inputs
from clipper.batch.sources.folder import is_page_name
from clipper.errors import EmptyInputError, ReadError


def names(folder: Path, *paths: Path | str) -> list[str]:
    return [os.path.relpath(item.key, folder) for item in find_inputs(paths or [folder]) if isinstance(item, File)]


def refused(items: list[Item]) -> ReadError:
    (item,) = items
    assert isinstance(item, Refused)
    assert isinstance(item.error, ReadError)
    with pytest.raises(ReadError) as raised:
        item.load()
    assert raised.value is item.error
    assert item.error.where == item.key
    return item.error


@pytest.mark.parametrize("suffix", ["html", "htm", "txt", "mht", "mhtml", "webarchive"])
def test_suffixes_of_pages_also_gzipped_in_any_case(suffix: str) -> None:
    assert is_page_name(f"a.{suffix}")
    assert is_page_name(f"a.{suffix}.gz")
    assert is_page_name(f"A.{suffix.upper()}")


@pytest.mark.parametrize("name", ["a.json", "a.gz", ".a.html", "._a.html", "html", "a.html.part"])
def test_other_names_are_passed_over(name: str) -> None:
    assert not is_page_name(name)


def test_folders_are_read_recursively_in_the_order_of_paths(folder: Path) -> None:
    for name in ("sub.html", "sub-b.html", "sub/c/d.html", "sub/c.htm", "sub/b.html"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("<p>")
    found = names(folder)
    assert len(found) == 8
    assert [str(folder / name) for name in found] == sorted(str(folder / name) for name in found)


def test_named_paths_keep_their_order_and_each_file_comes_once(folder: Path) -> None:
    os.symlink(folder / "a.htm", folder / "z.html")
    assert names(folder, folder / "sub", folder / "b.html", folder) == ["sub/c.html", "b.html", "a.htm"]
    assert names(folder, folder, folder / "sub", folder / "sub" / "c.html", folder) == ["a.htm", "b.html", "sub/c.html"]
    assert names(folder, folder / "z.html", folder) == ["z.html", "b.html", "sub/c.html"]


def test_a_link_out_of_a_folder_is_read_once(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "page.html"
    outside.write_text("<p>")
    for name in ("0.html", "1.html"):
        os.symlink(outside, folder / name)
    assert names(folder) == ["0.html", "a.htm", "b.html", "sub/c.html"]
    assert names(folder, folder, outside) == ["0.html", "a.htm", "b.html", "sub/c.html"]


def test_what_a_walk_passes_over_is_read_where_it_is_named(folder: Path) -> None:
    for name in ("b_files/frame.html", ".hidden/page.html", "page.php"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("<p>")
    asked = [folder, folder / "b_files", folder / ".hidden", folder / "page.php"]
    assert names(folder, *asked)[3:] == ["b_files/frame.html", ".hidden/page.html", "page.php"]


def test_what_a_browser_saves_beside_a_page_is_no_article(folder: Path) -> None:
    for assets in ("b_files", "b.files", "b_파일", "other_files", ".git"):
        (folder / assets).mkdir()
        (folder / assets / "frame.html").write_text("<p>광고</p>")
    assert names(folder) == ["a.htm", "b.html", "other_files/frame.html", "sub/c.html"]


def test_a_folder_without_pages_is_an_error_not_a_silence(tmp_path: Path) -> None:
    error = refused(list(find_inputs([tmp_path])))
    assert isinstance(error, EmptyInputError)
    assert ".html" in str(error)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list every folder")
def test_a_folder_that_cannot_be_listed_is_told_and_the_rest_is_read(folder: Path) -> None:
    (folder / "sub").chmod(0)
    try:
        *pages, last = find_inputs([folder])
    finally:
        (folder / "sub").chmod(0o755)
    assert [item.key for item in pages] == [str(folder / "a.htm"), str(folder / "b.html")]
    assert "Permission denied" in str(refused([last]))


def test_named_files_are_kept_whatever_their_suffix(tmp_path: Path) -> None:
    named = [tmp_path / "page.php", tmp_path / "gone.html"]
    assert [item.key for item in find_inputs(named)] == list(map(str, named))


def test_a_pipe_in_a_folder_does_not_block(folder: Path) -> None:
    os.mkfifo(folder / "pipe.html")
    assert "pipe.html" not in names(folder)


def test_a_pattern_that_no_shell_expanded(folder: Path) -> None:
    assert names(folder, f"{folder}/*.htm*") == ["a.htm", "b.html"]
    assert names(folder, f"{folder}/**/*.html") == ["b.html", "sub/c.html"]
    assert names(folder, f"{folder}/s*") == ["sub/c.html"]
    error = refused(list(find_inputs([f"{folder}/*.nothing"])))
    assert error.code == "not_found"


def test_a_file_named_like_a_pattern_is_that_file(folder: Path) -> None:
    (folder / "[속보] 협약.html").write_text("<p>")
    assert names(folder, folder / "[속보] 협약.html") == ["[속보] 협약.html"]


def test_items_travel_between_processes(folder: Path) -> None:
    items = list(find_inputs([folder, folder / "none" / "*.html"]))
    assert {isinstance(item, Refused) for item in items} == {False, True}
    for item in items:
        again = pickle.loads(pickle.dumps(item))  # noqa: S301 - our own
        assert again.key == item.key
        if isinstance(again, Refused):
            assert str(again.error) == str(refused([item]))
        else:
            assert again.load() == item.load()
            assert again.load().path == item.key


def test_the_stamp_tells_that_a_file_has_changed(folder: Path) -> None:
    before, other, _ = (item.stamp for item in find_inputs([folder]))
    (folder / "a.htm").write_text("<p>다른 글")
    assert [before != item.stamp for item in find_inputs([folder / "a.htm"])] == [True]
    assert [other == item.stamp for item in find_inputs([folder / "b.html"])] == [True]
    assert [item.stamp for item in find_inputs([folder / "gone.html"])] == [""]


@pytest.mark.parametrize("name", ["a\0b.html", "a\0*.html", "[", "", "x" * 5000, f"{'x' * 5000}*", "\udcff.html"])
def test_a_name_that_no_file_can_have_is_one_failure(name: str) -> None:
    (item,) = find_inputs([name])
    with pytest.raises(ReadError):
        item.load()


def test_folders_may_be_as_deep_as_the_system_lets_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(1200):  # deeper than Python's stack, and than one call to the system could make
        os.mkdir("d")
        os.chdir("d")
    Path("a.html").write_text("<p>")
    (found,) = find_inputs([tmp_path])
    assert found.load().data == b"<p>"
    assert found.key.count("/d") == 1200
    os.remove("a.html")
    for _ in range(1200):  # pytest itself could not clear it away
        os.chdir("..")
        os.rmdir("d")
