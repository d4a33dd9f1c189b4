"""Parquet: the columns are pinned, what is written comes back, and memory does not follow the number of rows."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipper import Page, pipeline
from clipper.clips import read_clips
from clipper.errors import MissingExtraError, ReadError
from clipper.records import Article, Clip, Copy, Dropped, Failure, Source, Warning_
from clipper.write import arrow
from clipper.write.columns import outcome_of_row
from clipper.write.parquet import read_parquet, write_parquet

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).with_name("parquet.schema.txt")
SAMPLES = sorted(path for path in (ROOT / "samples").iterdir() if path.is_file() and path.suffix != ".md")


def packed(outcomes: list[Clip | Failure]) -> io.BytesIO:
    out = io.BytesIO()
    write_parquet(outcomes, out)
    return io.BytesIO(out.getvalue())


def described(name: str, kind: pa.DataType, depth: int = 0) -> Iterator[str]:
    """A column and what is in it, one line each."""
    inner, shown = (kind.value_type, "list of ") if pa.types.is_list(kind) else (kind, "")
    if pa.types.is_struct(inner):
        yield f"{'  ' * depth}{name}: {shown}struct"
        for field in inner:
            yield from described(field.name, field.type, depth + 1)
    else:
        yield f"{'  ' * depth}{name}: {shown}{inner}"


def test_the_columns_change_only_where_the_contract_does() -> None:
    """`python -m tests.write.test_parquet` writes them down anew, for a change of the contract."""
    assert list(described_schema()) == GOLDEN.read_text("utf-8").splitlines()


def test_every_column_is_documented() -> None:
    text = (ROOT / "docs" / "formats.md").read_text("utf-8")
    assert [name for name in arrow.schema().names if f"`{name}`" not in text] == []


def described_schema() -> Iterator[str]:
    for field in arrow.schema():
        yield from described(field.name, field.type)


def test_a_written_file_has_these_columns(clip: Clip) -> None:
    assert pq.read_schema(packed([clip])).equals(arrow.schema())
    assert pq.read_schema(packed([])).equals(arrow.schema())


def test_all_of_a_clip_and_of_a_failure_comes_back(clip: Clip, failure: Failure) -> None:
    full = clip.model_copy(update={
        "records": clip.records[::-1],
        "warnings": (Warning_(code="no_date", message="없음"),),
        "copies": (Copy(url="https://news.example/2", likeness=0.9), Copy(path="c.html", likeness=1)),
    })
    explained = clip.model_copy(update={
        "article": clip.article.model_copy(update={"dropped": (Dropped(reason="menu", text="홈"),)}), "records": (),
    })
    nothing = explained.model_copy(update={"article": Article(dropped=())})
    outcomes: list[Clip | Failure] = [clip, failure, full, explained, nothing]
    assert list(read_parquet(packed(outcomes))) == outcomes


def test_the_samples_come_back() -> None:
    outcomes: list[Clip | Failure] = [pipeline.clip(Page(path.read_bytes(), path=path.name)) for path in SAMPLES]
    assert len(outcomes) >= 8
    assert list(read_parquet(packed(outcomes))) == outcomes


CLIPS = st.builds(Clip, source=st.builds(Source), article=st.builds(Article), records=st.just(()))
OUTCOMES: st.SearchStrategy[list[Clip | Failure]] = st.lists(st.one_of(CLIPS, st.builds(Failure)), max_size=4)


@settings(max_examples=20, deadline=None)
@given(OUTCOMES)
def test_whatever_stands_in_a_clip_comes_back(outcomes: list[Clip | Failure]) -> None:
    assert list(read_parquet(packed(outcomes))) == outcomes


def test_other_tools_find_plain_rows(clip: Clip, failure: Failure) -> None:
    table = pq.read_table(packed([clip, failure])).to_pylist()
    assert table[0]["source_url"] == "https://news.example/1"
    assert table[0]["trips"][0]["leader"]["name"] == "한봄"
    assert table[0]["trips"][0]["companions"][0]["kind"] == "organization"
    assert table[0]["trips"][0]["position"] == 0
    assert table[0]["mous"][0]["position"] == 1
    assert table[0]["mous"][0]["amounts"][0]["value"] == 15_000_000_000
    assert (table[0]["error"], table[1]["error"]["code"]) == (None, "empty")
    assert table[1]["trips"] is None


def test_rows_are_written_in_groups_as_they_come(failure: Failure) -> None:
    out = io.BytesIO()
    sizes = []

    def outcomes() -> Iterator[Failure]:
        for _ in range(5000):
            sizes.append(out.tell())
            yield failure

    write_parquet(outcomes(), out)
    assert len(set(sizes)) > 2
    assert pq.read_metadata(io.BytesIO(out.getvalue())).num_rows == 5000


def test_clips_are_read_back_by_the_name_of_the_file(tmp_path: Path, clip: Clip, failure: Failure) -> None:
    path = tmp_path / "clips.parquet"
    path.write_bytes(packed([clip, failure]).getvalue())
    assert list(read_clips([path])) == [clip, failure]


@pytest.mark.parametrize("data", [b"", b"PAR1", b"PAR1" + b"x" * 400 + b"PAR1", b"{}\n"])
def test_a_damaged_file_is_a_failure_with_its_path(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "clips.parquet"
    path.write_bytes(data)
    (found,) = read_clips([path])
    assert isinstance(found, Failure)
    assert (found.error.code, found.source.path) == ("not_a_clip", str(path))


def test_a_cut_file_is_a_failure(clip: Clip) -> None:
    with pytest.raises(ReadError, match="Parquet"):
        list(read_parquet(io.BytesIO(packed([clip for _ in range(50)]).getvalue()[:-200])))


def test_a_parquet_file_of_others_is_told() -> None:
    out = io.BytesIO()
    pq.write_table(pa.table({"text": ["가온시"]}), out)
    with pytest.raises(ReadError, match="without the columns"):
        list(read_parquet(io.BytesIO(out.getvalue())))


def test_a_row_that_is_no_clip_is_told_and_the_others_are_read(clip: Clip) -> None:
    rows: Any = arrow.record_batch([clip] * 3).to_pylist()
    rows[1]["trips"][0]["evidence"][0]["text"] = "딴"
    rows[2]["trips"][0]["companions"][0]["kind"] = None
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, schema=arrow.schema()), out)
    first, second, _ = read_parquet(io.BytesIO(out.getvalue()), "clips.parquet")
    assert first == clip
    assert isinstance(second, Failure)
    assert (second.error.code, second.source.path) == ("not_a_clip", "clips.parquet:2")


def test_columns_of_a_later_or_an_earlier_clipper_do_no_harm(clip: Clip) -> None:
    table = pa.Table.from_batches([arrow.record_batch([clip])])
    (row,) = arrow.rows_in(table.append_column("later", pa.array([1])).drop_columns(["copies"]))
    assert outcome_of_row(row) == clip


def test_without_pyarrow_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch, clip: Clip) -> None:
    arrow.schema.cache_clear()
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'clipper-ko\[parquet\]'"):
        write_parquet([clip], io.BytesIO())


if __name__ == "__main__":
    GOLDEN.write_text("\n".join([*described_schema(), ""]), "utf-8")
