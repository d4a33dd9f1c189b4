"""Standard input is told by its first bytes, however few of them come at a time."""

from __future__ import annotations

import gzip
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.batch.archives import HTML, many, packed_each, record, tarred, told, zipped
from tests.batch.test_tables import TEXT, lines, table

from clipper.batch import find_inputs
from clipper.batch.inputs import is_read_once
from clipper.batch.sources import pipe
from clipper.batch.sources.pipe import Rewound, stream_items

Pack = Callable[[bytes], bytes]


def piped(data: bytes, text_column: str | None = None) -> list[str]:
    return [told(item, Path("/nowhere")) for item in stream_items(io.BytesIO(data), "-", text_column)]


PACKED: list[Pack] = [bytes, gzip.compress]


@pytest.mark.parametrize("pack", PACKED)
@pytest.mark.parametrize("data", [HTML.encode(), TEXT.encode(), b"{ \xea\xb0\x80 }", b"{}", b"", b"a"])
def test_a_page(data: bytes, pack: Pack) -> None:
    (item,) = stream_items(io.BytesIO(pack(data)), "-", None)
    assert item.key == "-"
    assert item.load().data == data


@pytest.mark.parametrize("pack", PACKED)
def test_tables(pack: Pack) -> None:
    rows = lines({"text": TEXT * 99}, {"text": TEXT}, {})
    assert piped(pack(rows)) == ["-:1", "-:2", "-:3: bad_row"]
    assert piped(pack(b"\xef\xbb\xbf" + rows)) == ["-:1", "-:2", "-:3: bad_row"]
    assert piped(pack(table([["body"], [TEXT * 99], ["a"]]).encode()), "body") == ["-:2", f"-:{3 + 99 * 2}"]


@pytest.mark.parametrize("pack", PACKED)
def test_archives(tmp_path: Path, pack: Pack) -> None:
    assert piped(pack(tarred(tmp_path / "x.tar", many(2)).read_bytes())) == ["-!0.html", "-!1.html"]
    found = piped(pack(record(1) + record(2)))
    assert found == ["-!0", f"-!{len(record(1))}"]


def test_a_crawler_s_archive() -> None:
    assert len(piped(packed_each(record(i) for i in range(9)))) == 9


def test_a_zip_archive_is_told(tmp_path: Path) -> None:
    assert piped(zipped(tmp_path / "x.zip", many(2)).read_bytes()) == ["-: unsupported"]


def test_broken_streams_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert piped(gzip.compress(HTML.encode() * 99)[:-20]) == ["-: broken"]
    assert piped(b"\x1f\x8b\x08rubbish") == ["-: broken"]
    monkeypatch.setattr(pipe, "MAX_BYTES", 1000)
    assert piped(HTML.encode() * 99) == ["-: too_large"]


def test_it_is_read_once(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(HTML.encode())))
    assert [item.key for item in find_inputs(["-", folder / "b.html", "-"])] == ["-", str(folder / "b.html")]


def test_a_pipe_with_a_name_is_read_by_the_process_that_has_it(tmp_path: Path) -> None:
    """`clipper batch <(zcat crawl.warc.gz)`: the shell gives the name of a descriptor, which is another's elsewhere."""
    receiver, sender = os.pipe()
    with open(sender, "wb") as out:
        out.write(record(1) + record(2))
    path = f"/dev/fd/{receiver}"
    assert is_read_once(path)
    items = list(find_inputs([path]))
    os.close(receiver)
    assert [told(item, tmp_path) for item in items] == [f"{path}!0", f"{path}!{len(record(1))}"]


def test_what_can_be_read_but_once(folder: Path) -> None:
    assert is_read_once("-")
    assert is_read_once(os.devnull)
    assert not any(is_read_once(path) for path in (str(folder), folder / "b.html", folder / "gone.html", "a\0b"))


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no /dev/zero")
def test_an_endless_pipe_ends() -> None:
    assert [told(item, Path("/nowhere")) for item in find_inputs(["/dev/zero"])] == ["/dev/zero: too_large"]


@settings(deadline=None)
@given(st.binary(max_size=40), st.integers(0, 20), st.lists(st.tuples(st.booleans(), st.integers(-1, 9)), max_size=30))
def test_what_was_taken_is_put_back(data: bytes, taken: int, calls: list[tuple[bool, int]]) -> None:
    plain, rest = io.BytesIO(data), io.BytesIO(data)
    rewound = Rewound(rest.read(taken), rest)
    for by_line, size in calls:
        expected = plain.readline(size) if by_line else plain.read(size)
        assert (rewound.readline(size) if by_line else rewound.read(size)) == expected
        assert rewound.tell() == plain.tell()
