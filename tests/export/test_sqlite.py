"""The database: normalised, with keys that hold, and told about in itself."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.export.conftest import HOSTILE

from clipper.errors import WriteError
from clipper.export import export
from clipper.export.sqlite import write_sqlite
from clipper.records import Clip, Copy, Failure, Warning_


@contextmanager
def opened(tmp_path: Path, *outcomes: Clip | Failure) -> Iterator[sqlite3.Connection]:
    export(outcomes, tmp_path / "o.sqlite")
    with closing(sqlite3.connect(tmp_path / "o.sqlite")) as base:
        yield base


def rows(base: sqlite3.Connection, query: str) -> list[tuple[Any, ...]]:
    return base.execute(query).fetchall()


def names(base: sqlite3.Connection) -> set[str]:
    return {name for (name,) in rows(base, "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}


def test_keys_hold_and_the_file_is_sound(tmp_path: Path, clip: Clip, hostile: Clip, failure: Failure) -> None:
    with opened(tmp_path, clip, failure, hostile, clip) as base:
        assert rows(base, "PRAGMA foreign_key_check") == []
        assert rows(base, "PRAGMA integrity_check") == [("ok",)]
        assert rows(base, "SELECT count(*) FROM articles") == [(3,)]


def test_the_readme_tells_of_every_table_and_view(tmp_path: Path) -> None:
    with opened(tmp_path) as base:
        assert {name for (name,) in rows(base, "SELECT name FROM README")} == names(base)
        assert rows(base, "SELECT name FROM README WHERE en = '' OR ko = ''") == []
        assert rows(base, "SELECT name FROM README JOIN sqlite_master USING (name) WHERE kind <> type") == []


def test_every_value_of_the_records_is_in_a_table(tmp_path: Path, clip: Clip, failure: Failure) -> None:
    more = {"warnings": (Warning_(code="no_body", message="m"),), "copies": (Copy(url="https://b.example/", likeness=0.9),)}
    with opened(tmp_path, clip.model_copy(update=more), failure) as base:
        one = {name: rows(base, f"SELECT * FROM {name}") for name in names(base)}  # noqa: S608
    assert {name for name, found in one.items() if not found} == {"party_aliases", "signatories", "commitments", "doubtful"}
    assert one["trips"] == [
        (1, "outbound", "한봄", "시장", "가온시", "가온시", "XXXX-XX-09", "XXXX-XX-12", 3, 0, None),
    ]
    assert one["companions"] == [(1, 0, "organization", "경제사절단", None, None), (1, 1, "person", None, "부시장", None)]
    assert one["meets"] == [(2, 0, "person", None, "시장", "다르항시")]
    assert one["amounts"] == [(2, 0, 15_000_000_000.0, "KRW", "150억원")]
    assert one["errors"] == [(1, None, "b.html", "empty", "read", "there is nothing in it", "save it again")]
    assert len(one["evidence"]) == sum(len(record.evidence) for record in clip.records)


def test_evidence_is_where_it_says(tmp_path: Path, clip: Clip, hostile: Clip) -> None:
    found = "substr(p.text, e.start_offset + 1, e.end_offset - e.start_offset)"
    joined = "evidence e JOIN paragraphs p ON p.article_id = e.article_id AND p.position = e.paragraph"
    with opened(tmp_path, clip, hostile) as base:
        (wrong,) = rows(base, f"SELECT count(*) FROM {joined} WHERE e.text <> {found}")  # noqa: S608
    assert wrong == (0,)


def test_views_answer_common_questions(tmp_path: Path, clip: Clip) -> None:
    with opened(tmp_path, clip, clip) as base:
        assert rows(base, "SELECT leader_name, destinations, url FROM who_went_where") == [
            ("한봄", "다르항", "https://news.example/1")] * 2
        assert rows(base, "SELECT DISTINCT parties FROM who_signed_what") == [("나래대; 본교; 샘\\터",)]
        assert rows(base, "SELECT DISTINCT partner FROM partners WHERE party = '샘\\터'") == [("나래대; 본교",)]
        assert rows(base, "SELECT country, ko, trips, organizations FROM trips_by_country") == [("MN", "몽골", 2, 1)]
        assert rows(base, "SELECT DISTINCT met_title, met_organization FROM meetings") == [("시장", "다르항시")]
        assert rows(base, "SELECT visits FROM itinerary WHERE trip_id = 1") == [("시청",), ("시청; 대학",)]
        assert rows(base, "SELECT count(*) FROM doubtful") == [(0,)]
        assert ("leader", "한봄") in rows(base, "SELECT field, words FROM quotes")


def test_words_of_a_page_are_kept_as_they_are(tmp_path: Path, hostile: Clip) -> None:
    with opened(tmp_path, hostile) as base:
        kept = [name for (name,) in rows(base, "SELECT name FROM parties ORDER BY position")]
    assert kept == [word.replace("\0", "\ufffd") for word in HOSTILE]


def test_same_clips_give_the_same_bytes(clip: Clip, failure: Failure) -> None:
    def written() -> bytes:
        out = io.BytesIO()
        write_sqlite([clip, failure] * 3, out)
        return out.getvalue()

    assert written() == written()


def test_an_error_on_the_way_leaves_no_file(tmp_path: Path, clip: Clip) -> None:
    def outcomes() -> Iterator[Clip]:
        yield clip
        raise WriteError("the input broke off")

    with pytest.raises(WriteError):
        export(outcomes(), tmp_path / "o.sqlite")
    assert list(tmp_path.iterdir()) == []
