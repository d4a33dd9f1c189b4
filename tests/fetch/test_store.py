"""The store and the folder of saved pages: nothing lost, nothing half, nothing outside."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fetch.conftest import Get
from tests.fetch.web import Web, page, redirect, silence, status

from clipper.errors import WriteError
from clipper.fetch import World
from clipper.fetch.save import SavedPages, saved_name
from clipper.fetch.store import Store
from clipper.read.page import Page


def rows(folder: Path, columns: str) -> list[tuple[object, ...]]:
    index = sqlite3.connect(folder / "index.sqlite3")
    try:
        return index.execute(f"SELECT {columns} FROM pages ORDER BY url").fetchall()  # noqa: S608
    finally:
        index.close()


def objects(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "objects").rglob("*")) if path.is_file()}


def test_what_arrived_is_there_by_its_hash_and_in_the_index(web: Web, get: Get, tmp_path: Path) -> None:
    web.routes |= {"/a": redirect("/b"), "/b": page("<p>뉴스", etag='"1"', set_cookie="secret=1")}
    get(web.url("/a"), web.url("/c"), store=tmp_path)
    digest = hashlib.sha256("<p>뉴스".encode()).hexdigest()
    assert objects(tmp_path) == {digest: "<p>뉴스".encode()}
    assert rows(tmp_path, "url, final_url, status, sha256, error_code") == [
        (web.url("/a"), web.url("/b"), 200, digest, None),
        (web.url("/c"), None, None, None, "http_404"),
    ]
    assert "secret" not in str(rows(tmp_path, "headers"))
    assert not list((tmp_path / "tmp").iterdir())


def test_the_same_again_fetches_only_what_is_new_or_failed(web: Web, get: Get, tmp_path: Path) -> None:
    web.routes |= {"/a": page("<p>a"), "/b": [status(404), page("<p>b")], "/c": page("<p>c")}
    first = get(web.url("/a"), web.url("/b"), store=tmp_path)
    second = get(web.url("/a"), web.url("/b"), web.url("/c"), store=tmp_path)
    assert [one.page is not None for one in first] == [True, False]
    assert [one.page and one.page.data for one in second] == [b"<p>a", b"<p>b", b"<p>c"]
    assert [one.from_store for one in second] == [True, False, False]
    assert web.paths() == ["/a", "/b", "/c", "/b"]
    assert second[0].page == first[0].page


def test_what_failed_before_comes_last(web: Web, get: Get, tmp_path: Path) -> None:
    web.routes |= {"/b": page("<p>b"), "/c": page("<p>c")}
    get(web.url("/a"), store=tmp_path)
    web.seen.clear()
    again = get(web.url("/a"), web.url("/b"), web.url("/c"), store=tmp_path)
    assert web.paths() == ["/b", "/c", "/a"]
    assert [one.asked for one in again] == [web.url("/a"), web.url("/b"), web.url("/c")]


def test_what_a_run_was_killed_over_comes_last(web: Web, get: Get, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clipper.fetch.crawl._SLOW", 0.05)
    web.routes |= {"/a": [silence, page("<p>a")], "/b": page("<p>b")}
    get(web.url("/a"), store=tmp_path, run_timeout=0.3, world=World())
    assert rows(tmp_path, "url, error_code") == [(web.url("/a"), "interrupted")]
    web.seen.clear()
    assert [one.error for one in get(web.url("/a"), web.url("/b"), store=tmp_path)] == [None, None]
    assert web.paths() == ["/b", "/a"]
    assert rows(tmp_path, "error_code") == [(None,), (None,)]


@pytest.mark.parametrize(
    ("given", "asked"),
    [({"etag": '"v1"'}, "if-none-match"), ({"last_modified": "Fri, 02 Jan 2026 03:04:05 GMT"}, "if-modified-since")],
)
def test_refresh_asks_whether_it_has_changed(
    web: Web, get: Get, tmp_path: Path, given: dict[str, str], asked: str
) -> None:
    web.routes["/a"] = [page("<p>1", **given), status(304), page("<p>2"), status(500)]
    texts = [get(web.url("/a"), store=tmp_path, refresh=True, attempts=1)[0].page for _ in range(3)]
    assert [page.data for page in texts if page] == [b"<p>1", b"<p>1", b"<p>2"]
    conditions = [seen.headers.get(asked) for seen in web.seen if seen.path == "/a"]
    assert conditions == [None, *given.values(), *given.values()]
    failed = get(web.url("/a"), store=tmp_path, refresh=True, attempts=1)[0]
    assert failed.error is not None
    assert b"<p>2" in objects(tmp_path).values()


def test_a_lost_body_is_fetched_again(web: Web, get: Get, tmp_path: Path) -> None:
    web.routes["/a"] = page("<p>a")
    get(web.url("/a"), store=tmp_path)
    for path in (tmp_path / "objects").rglob("*"):
        if path.is_file():
            path.unlink()
    assert get(web.url("/a"), store=tmp_path)[0].page is not None
    assert len(objects(tmp_path)) == 1


def test_half_files_of_a_killed_run_are_removed(tmp_path: Path) -> None:
    Store(tmp_path).close()
    (tmp_path / "tmp" / "abc").write_bytes(b"half")
    Store(tmp_path).close()
    assert not list((tmp_path / "tmp").iterdir())


def test_two_runs_do_not_use_one_store_at_once(tmp_path: Path) -> None:
    with Store(tmp_path), pytest.raises(WriteError) as told:
        Store(tmp_path)
    assert told.value.code == "store_busy"
    Store(tmp_path).close()


def test_a_folder_that_cannot_be_one_is_told(tmp_path: Path, get: Get) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "index.sqlite3").write_bytes(b"no database" * 100)
    for name in ("file", "broken"):
        with pytest.raises(WriteError) as told:
            get("http://127.0.0.1:1/", store=tmp_path / name)
        assert told.value.code == "store_failed"


def test_a_disk_that_fails_ends_the_run_with_an_error(
    web: Web, get: Get, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    web.routes |= {"/a": page(), "/b": page("<p>b")}
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match="No space left"):
        get(web.url("/a"), web.url("/b"), store=tmp_path)


def test_a_run_that_is_left_before_it_begins_ends(web: Web, get: Get) -> None:
    """Once such a run waited for ever: its task was cancelled before its first step."""
    from clipper.fetch import Fetcher, FetchOptions

    with Fetcher(FetchOptions(allow_private=True)) as fetcher:
        for _ in range(200):
            outcomes = fetcher.fetch(["nonsense", web.url("/a")])
            assert next(outcomes).error
            outcomes.close()


def test_leaving_in_the_middle_loses_nothing_that_arrived(web: Web, get: Get, tmp_path: Path) -> None:
    from clipper.fetch import Fetcher, FetchOptions

    web.routes |= {f"/{n}": page(f"<p>{n}") for n in range(50)}
    with Fetcher(FetchOptions(allow_private=True, gap=0.001), store=tmp_path) as fetcher:
        outcomes = fetcher.fetch(web.url(f"/{n}") for n in range(50))
        arrived = [next(outcomes) for _ in range(5)]
    assert all(one.page for one in arrived)
    assert 5 <= len(rows(tmp_path, "url")) <= 50
    assert {digest for (digest,) in rows(tmp_path, "sha256")} <= set(objects(tmp_path))


def _page(url: str, data: bytes = b"x") -> Page:
    return Page(data, url=url, media_type="text/html", charset="utf-8", fetched_at="2026-01-02T03:04:05+00:00")


@given(st.text(max_size=80))
def test_saved_names_cannot_leave_the_folder(text: str) -> None:
    name = saved_name(Page(b"x", url=f"http://a.kr/{text}" if "[" not in text else None))
    assert name == Path(name).name
    assert name.isascii()
    assert ".." not in name
    assert not name.startswith(".")
    assert len(name) < 200


def test_saved_pages_are_readable_and_say_where_they_came_from(tmp_path: Path) -> None:
    saved = SavedPages(tmp_path)
    one = saved.add(_page("http://a.kr/news/articleView.html?idxno=12"))
    two = saved.add(_page("http://a.kr/../../etc/passwd"))
    assert one.name.startswith("a.kr_articleView.html_idxno_12_")
    assert one.suffix == ".html"
    assert two.parent == tmp_path
    SavedPages(tmp_path).add(_page("http://a.kr/news/articleView.html?idxno=12", b"y"))
    assert one.read_bytes() == b"y"
    lines = (tmp_path / "urls.tsv").read_text("utf-8").splitlines()
    assert lines[0] == "file\turl\tfetched_at\tmedia_type\tcharset"
    assert [line.split("\t")[1] for line in lines[1:]] == [
        "http://a.kr/news/articleView.html?idxno=12",
        "http://a.kr/../../etc/passwd",
    ]


def test_a_link_in_the_place_of_a_page_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("mine")
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / saved_name(_page("http://a.kr/1"))).symlink_to(outside)
    SavedPages(folder).add(_page("http://a.kr/1"))
    assert outside.read_text() == "mine"
