from __future__ import annotations

import gzip
import os
import re
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest

from clipper import pipeline
from clipper.batch import File, Options, Outcome, find_inputs, load_file, outcome_of, outcome_of_item, run, shown
from clipper.batch.load import load_stream
from clipper.batch.outcome import confident
from clipper.errors import LimitError, ReadError
from clipper.read.decode import MAX_BYTES
from clipper.read.page import Page
from clipper.records import Article, Clip, Evidence, Failure, Mou, Source


def outcomes(*paths: Path, jobs: int = 1) -> list[Outcome]:
    return list(run(find_inputs(paths), Options(), jobs=jobs))


def codes(found: list[Outcome]) -> list[str]:
    return [one.error.code if isinstance(one, Failure) else "clip" for one in found]


def test_one_clip_for_each_page_with_its_path(folder: Path) -> None:
    found = outcomes(folder)
    assert codes(found) == ["clip"] * 3
    assert [one.source.path for one in found] == [str(folder / name) for name in ("a.htm", "b.html", "sub/c.html")]


def test_bad_inputs_cost_a_row_each_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "0-empty.html").write_bytes(b"")
    (folder / "1-picture.html").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 20)
    (folder / "2-broken.html.gz").write_bytes(gzip.compress(b"<p>x</p>" * 1000)[:20] + b"\xff" * 40)
    (folder / "3-gone.html").symlink_to("nowhere")
    found = outcomes(folder, folder / "missing.html")
    assert codes(found)[:2] == ["empty", "binary"]
    assert isinstance(found[2], Failure)
    assert codes(found)[3:] == ["not_found", "clip", "clip", "clip", "not_found"]
    assert all(one.source.path for one in found)


def test_a_gzipped_page_gives_the_same_article(folder: Path) -> None:
    (folder / "b.html.gz").write_bytes(gzip.compress((folder / "b.html").read_bytes()))
    plain, packed = (one for one in outcomes(folder / "b.html", folder / "b.html.gz"))
    assert isinstance(plain, Clip)
    assert isinstance(packed, Clip)
    assert plain.article == packed.article
    assert plain.records == packed.records


def test_several_processes_give_the_same_in_the_same_order(folder: Path) -> None:
    (folder / "b.html").write_bytes(b"")
    for i in range(20):
        (folder / f"n{i:02}.html").write_bytes((folder / "a.htm").read_bytes())
    assert outcomes(folder, folder / "gone", jobs=2) == outcomes(folder, folder / "gone")


def test_a_defect_of_ours_is_a_row_that_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(page: Page, **options: object) -> Clip:
        raise RecursionError("too\ndeep")

    monkeypatch.setattr(pipeline, "clip", broken)
    found = outcome_of_item(File(str(folder / "b.html")), Options())
    assert codes([found]) == ["internal"]
    assert str(found).count("\n") == 0
    assert "RecursionError: too deep" in str(found)


def test_a_page_that_never_ends_costs_one_row(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(page: Page, **options: object) -> Clip:
        while True:
            with suppress(ValueError):
                re.search("(a*)*b", "a" * 40)

    monkeypatch.setattr(pipeline, "clip", endless)
    found = outcome_of_item(File(str(folder / "b.html")), Options(seconds=0.05))
    assert codes([found]) == ["timeout"]
    assert "0.05 seconds" in str(found)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_the_limit_of_time_holds_for_loading_too(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "never.html")  # reading it waits for a writer
    assert codes([outcome_of_item(File(str(tmp_path / "never.html")), Options(seconds=0.05))]) == ["timeout"]


def test_a_name_that_is_no_utf8_is_shown_escaped(tmp_path: Path, folder: Path) -> None:
    name = os.fsdecode("기사.html".encode("cp949"))
    (tmp_path / name).write_bytes((folder / "b.html").read_bytes())
    (found,) = outcomes(tmp_path / name)
    assert codes([found]) == ["clip"]
    assert found.source.path == shown(tmp_path / name)
    assert "\\xb1\\xe2" in found.source.path


def test_no_more_is_read_than_a_page_may_have() -> None:
    with pytest.raises(LimitError, match=f"{MAX_BYTES:,}"):
        load_file(Path("/dev/zero"))


def test_a_file_is_read_whole_also_where_it_holds_more_than_it_said() -> None:
    assert load_stream(BytesIO(b"0123456789"), size=3).data == b"0123456789"


def test_a_folder_is_no_page(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="clipper batch"):
        load_file(tmp_path)


def test_options_reach_the_pipeline() -> None:
    data = "가온시는 나래대학교와 청년 창업 지원을 위한 업무협약을 체결했다고 10일 밝혔다.\n\n" * 3
    found = outcome_of(Page(data=data.encode("utf-16-le")), Options(encoding="utf-16-le", published="2025-06-12"))
    assert isinstance(found, Clip), str(found)
    assert found.source.encoding == "utf-16-le"
    assert found.article.reference_date == "2025-06-12"


def test_records_under_the_asked_confidence_are_left_out() -> None:
    def mou(confidence: float) -> Mou:
        seen = Evidence(field="status", paragraph=0, start=0, end=2, text="협약")
        return Mou(id=str(confidence), status="signed", evidence=(seen,), confidence=confidence)

    clip = Clip(
        source=Source(extractor="test"), article=Article(paragraphs=("협약",)), records=(mou(0.2), mou(0.5), mou(0.9)),
    )
    assert [record.id for record in confident(clip, 0.5).records] == ["0.5", "0.9"]
    assert confident(clip, 0.0) is clip
