"""Whatever is done to an archive, reading it ends, raises nothing, and names every page or failure."""

from __future__ import annotations

import gzip
import io
import pickle
import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.batch.archives import HTML, many, packed_each, record, tarred, told, zipped
from tests.batch.test_tables import TEXT, lines, table

import clipper.batch
from clipper.batch import Options, find_inputs, outcome_of_item
from clipper.batch.sources.pipe import stream_items
from clipper.records import Clip


def honest() -> dict[str, bytes]:
    """An archive of each kind with a few pages."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        kinds = {
            "x.zip": zipped(folder / "x.zip", many(4)).read_bytes(),
            "x.tar": tarred(folder / "x.tar", many(4)).read_bytes(),
            "x.tgz": tarred(folder / "x.tgz", many(4)).read_bytes(),
        }
    records = [record(i, f"{HTML}{i}".encode()) for i in range(4)]
    rows = lines(*({"url": f"https://news.example/{i}", "text": TEXT} for i in range(4)))
    return kinds | {
        "x.warc": b"".join(records),
        "x.warc.gz": packed_each(records),
        "once.warc.gz": gzip.compress(b"".join(records)),
        "x.jsonl": rows,
        "x.jsonl.gz": gzip.compress(rows),
        "x.csv": table([["url", "text"], *([f"https://news.example/{i}", TEXT] for i in range(4))]).encode(),
    }


HONEST = honest()
EDITS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 40), st.one_of(st.binary(max_size=40), st.sampled_from([b"\xff" * 12, b"9" * 11]))),
    min_size=1, max_size=4,
)


def edited(data: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    """`data` with some bytes cut out and others put in."""
    for place, cut, put in edits:
        at = int(place * len(data))
        data = data[:at] + put + data[at + cut :]
    return data


@pytest.mark.parametrize("name", HONEST)
def test_honest_ones_are_read_to_the_end(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(HONEST[name])
    found = [told(pickle.loads(pickle.dumps(item)), tmp_path) for item in find_inputs([tmp_path / name])]  # noqa: S301
    assert len(found) == len(set(found)) == 4
    assert not any(": " in line for line in found)


@pytest.mark.parametrize("name", HONEST)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(edits=EDITS, cut=st.floats(0.2, 1))
def test_any_damage_is_survived(tmp_path: Path, name: str, edits: list[tuple[float, int, bytes]], cut: float) -> None:
    data = edited(HONEST[name], edits)
    data = data[: int(cut * len(data))]
    (tmp_path / name).write_bytes(data)
    found = [told(item, tmp_path) for item in find_inputs([tmp_path / name])]
    assert 1 <= len(found) <= len(data)
    assert all(line.isprintable() for line in found)
    assert [told(item, tmp_path) for item in find_inputs([tmp_path / name])] == found
    assert len([told(item, tmp_path) for item in stream_items(io.BytesIO(data), "-", None)]) >= 1


def test_every_code_is_documented() -> None:
    sources = Path(clipper.batch.__file__).with_name("sources")
    text = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")
    codes = {code for file in sources.glob("*.py") for code in re.findall(r'code="(\w+)"', file.read_text("utf-8"))}
    assert len(codes) >= 8
    assert {code for code in codes if f"`{code}`" not in text} == {"no_permission", "encoding"}  # those of any file


def test_the_same_pages_give_the_same_articles_whatever_they_come_in(tmp_path: Path) -> None:
    texts = [f"{HTML}<p>{TEXT} {i}</p>" for i in range(3)]
    members = [(f"{i}.html", text.encode()) for i, text in enumerate(texts)]
    for name, data in members:
        (tmp_path / name).write_bytes(data)
    (tmp_path / "c.warc.gz").write_bytes(packed_each(record(i, text.encode()) for i, text in enumerate(texts)))
    (tmp_path / "d.jsonl").write_bytes(lines(*({"html": text} for text in texts)))
    (tmp_path / "e.csv").write_text(table([["html"], *([text] for text in texts)]), "utf-8")
    inputs = [
        [tmp_path / f"{i}.html" for i in range(3)], [zipped(tmp_path / "a.zip", members)],
        [tarred(tmp_path / "b.tgz", members)], [tmp_path / "c.warc.gz"], [tmp_path / "d.jsonl"], [tmp_path / "e.csv"],
    ]
    found = []
    for paths in inputs:
        clips = [outcome_of_item(item, Options()) for item in find_inputs(paths)]
        found.append([(clip.article.paragraphs, clip.records) for clip in clips if isinstance(clip, Clip)])
    assert len(found[0]) == 3
    assert all(other == found[0] for other in found)
