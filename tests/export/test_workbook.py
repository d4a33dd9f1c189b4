"""The workbook, opened again by another library and by LibreOffice."""

from __future__ import annotations

import csv
import datetime
import io
import re
import subprocess
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.export.conftest import HOSTILE

from clipper.errors import WriteError
from clipper.export import export, workbook
from clipper.export.sheets import ERROR_HEADINGS, SHEETS
from clipper.export.workbook import MAX_CHARS, write_workbook
from clipper.labels import LANGUAGES, Language, labels
from clipper.records import Clip, Copy, Failure
from clipper.write.cells import original


def written(*outcomes: Clip | Failure, language: Language = "en") -> bytes:
    out = io.BytesIO()
    write_workbook(outcomes, out, language=language)
    return out.getvalue()


def opened(*outcomes: Clip | Failure, language: Language = "en") -> Any:
    return openpyxl.load_workbook(io.BytesIO(written(*outcomes, language=language)))


def column(sheet: Any, heading: str) -> list[Any]:
    (found,) = (cells for cells in sheet.iter_cols() if cells[0].value == heading)
    return [cell.value for cell in found[1:]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_and_headings_are_in_the_language_asked_for(clip: Clip, failure: Failure, language: Language) -> None:
    book = opened(clip, failure, language=language)
    assert book.sheetnames == list(labels("sheet", language).values())
    headings = [[cell.value for cell in sheet[1]] for sheet in book]
    assert all(len(set(row)) == len(row) and all(row) for row in headings)
    assert [len(row) for row in headings] == [*(len(sheet.headings) for sheet in SHEETS), len(ERROR_HEADINGS)]


def test_rows_hold_what_the_records_say(clip: Clip, failure: Failure) -> None:
    book = opened(clip, failure, language="ko")
    assert column(book["방문"], "방문 대표") == ["한봄"]
    assert column(book["방문"], "국가") == ["몽골"]
    assert column(book["방문"], "상태") == ["예정"]
    assert column(book["일정"], "방문 기관·행사") == ["시청", "시청; 대학"]
    assert column(book["협약"], "금액(숫자)") == [15_000_000_000]
    assert column(book["당사자"], "상대 당사자") == ["샘\\\\터", "나래대\\; 본교"]
    assert column(book["기사"], "방문 수") == column(book["기사"], "협약 수") == [1]
    assert column(book["오류"], "코드") == ["empty"]
    assert "방문 대표" in column(book["근거"], "항목")


def test_the_copies_of_an_article_are_named(clip: Clip) -> None:
    copies = (Copy(url="https://b.example/", likeness=0.9), Copy(path="c.html", likeness=1))
    sheet = opened(clip.model_copy(update={"copies": copies}))["Articles"]
    assert column(sheet, "Copies") == ["https://b.example/; c.html"]


def test_whole_days_are_dates_and_open_ones_text(clip: Clip) -> None:
    trip, mou = clip.records
    dated = clip.model_copy(update={"records": (trip.model_copy(update={"start": "2025-06-10"}), mou)})
    sheet = opened(dated)["Trips"]
    assert column(sheet, "Start") == [datetime.datetime(2025, 6, 10)]
    assert column(sheet, "End") == ["XXXX-XX-12"]


def test_times_are_those_of_korea(clip: Clip) -> None:
    article = clip.article.model_copy(update={"published": "2025-06-10T20:00:00+00:00"})
    sheet = opened(clip.model_copy(update={"article": article}))["Articles"]
    assert column(sheet, "Published (KST)") == [datetime.datetime(2025, 6, 11, 5)]


def test_headings_stay_in_sight_and_filters_reach_all_rows(clip: Clip) -> None:
    book = opened(clip, clip)
    assert {sheet.freeze_panes for sheet in book} == {"A2"}
    assert [sheet.title for sheet in book if sheet.auto_filter.ref != sheet.dimensions] == ["Errors"]  # which has no rows


def test_columns_are_wide_enough_for_hangul(clip: Clip) -> None:
    sheet = opened(clip, language="ko")["당사자"]
    widths = {cell.value: sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]}
    assert widths["당사자"] >= 2 * len("나래대") + len("; ") + 2 * len("본교")
    assert max(widths.values()) < 50


def test_sources_are_links(clip: Clip) -> None:
    for name in ("Trips", "Stops", "Agreements", "Parties", "Articles"):
        links = [cell.hyperlink.target for row in opened(clip)[name].iter_rows() for cell in row if cell.hyperlink]
        assert set(links) == {"https://news.example/1"}, name


def test_same_clips_give_the_same_bytes(clip: Clip, failure: Failure) -> None:
    assert written(clip, failure) == written(clip, failure)


def test_no_clips_give_an_empty_workbook() -> None:
    assert [sheet.max_row for sheet in opened()] == [1] * 7


def test_hostile_words_stay_words(hostile: Clip) -> None:
    data = written(hostile, Failure.model_validate({
        "source": {"path": "=1"}, "error": {"code": "+1", "stage": "-1", "message": "@1", "hint": "\x1b"},
    }))
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert [cell.value for cell in cells if isinstance(cell.value, str) and cell.value.startswith(tuple("=+-@＝\t\r"))] == []
    assert [cell.hyperlink.target for cell in cells if cell.hyperlink] == []
    names = [original(name) for name in column(book["Parties"], "Party")]
    assert names[:8] == [*HOSTILE[:7], "\n=1"]
    assert "NUL\ufffdNUL" in names
    assert "<r><t>x</t></r> " in names
    assert "_x005F_x0041_" in names  # as Excel writes it; openpyxl does not undo that


def test_every_part_of_a_hostile_workbook_is_well_formed(hostile: Clip) -> None:
    with ZipFile(io.BytesIO(written(hostile))) as parts:
        names = [name for name in parts.namelist() if name.endswith((".xml", ".rels"))]
        assert len(names) > 12
        for name in names:
            etree.fromstring(parts.read(name), etree.XMLParser(huge_tree=True))


def test_long_texts_are_cut_as_excel_counts(hostile: Clip) -> None:
    names = [str(name) for name in column(opened(hostile)["Parties"], "Party")]
    long = [name for name in names if len(name) > 1_000]
    assert [name[-1] for name in long] == ["…", "…"]
    assert all(MAX_CHARS - 2 <= len(name.encode("utf-16-le")) / 2 <= MAX_CHARS for name in long)


def test_days_that_excel_has_not_stay_text(hostile: Clip) -> None:
    assert column(opened(hostile)["Stops"], "Date") == ["1899-12-31", "0000-01-01"]


def test_more_links_than_excel_takes_become_text(clip: Clip, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_LINKS", 1)
    rows = list(opened(clip)["Stops"].iter_rows(min_row=2))
    assert [row[-1].hyperlink is not None for row in rows] == [True, False]
    assert [row[-1].value for row in rows] == ["https://news.example/1"] * 2


def test_more_rows_than_excel_has_are_an_error_and_no_file(
    clip: Clip, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MAX_ROWS", 2)
    with pytest.raises(WriteError, match=r"rows of stops.*\.sqlite"):
        export([clip], tmp_path / "o.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_extra_is_named(clip: Clip, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)
    with pytest.raises(WriteError, match=r"pip install 'clipper-ko\[xlsx\]'"):
        export([clip], tmp_path / "o.xlsx")
    assert list(tmp_path.iterdir()) == []


def said(cell: Any) -> Any:
    """What a cell says. openpyxl leaves Excel's escape of an underscore as it is, which LibreOffice undoes; and LibreOffice
    breaks lines of more than 16,383 characters, for which it takes one from the end of a full cell."""
    return cell.value.replace("_x005F_", "_").replace("\n", "")[:8_000] if isinstance(cell.value, str) else cell.value


@given(st.text(st.characters(exclude_categories=())) | st.text("=+-@＝\t\r\n' <r>/", max_size=12))
def test_any_text_becomes_a_safe_cell(text: str) -> None:
    cell = workbook._text(text)
    assert not re.match(r"\s*[=+\-@＝＋－＠]|[\t\r\n]", cell)
    assert not (cell.startswith("<r>") and cell.endswith("</r>"))
    etree.fromstring(f"<c>{escape(cell)}</c>")  # raises where XML lacks a character


def convert(soffice: str, file: Path, to: str) -> None:
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    command = [soffice, "--headless", profile, "--convert-to", to, "--outdir", str(file.parent / "made"), str(file)]
    subprocess.run(command, capture_output=True, check=True, timeout=120)


def test_libreoffice_converts_it_without_loss(clip: Clip, hostile: Clip, tmp_path: Path, soffice: str) -> None:
    file = tmp_path / "o.xlsx"
    export([clip, hostile], file, language="ko")
    convert(soffice, file, "xlsx")
    before, after = openpyxl.load_workbook(file), openpyxl.load_workbook(tmp_path / "made" / "o.xlsx")
    assert before.sheetnames == after.sheetnames
    for sheet in before:
        for old, new in zip(sheet.iter_rows(), after[sheet.title].iter_rows(), strict=True):
            assert list(map(said, old)) == list(map(said, new))
        assert after[sheet.title].auto_filter.ref == sheet.auto_filter.ref


def test_libreoffice_makes_csv_of_it_that_runs_nothing(hostile: Clip, tmp_path: Path, soffice: str) -> None:
    file = tmp_path / "o.xlsx"
    export([hostile], file)
    convert(soffice, file, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1")
    made = sorted((tmp_path / "made").glob("*.csv"))
    assert len(made) == 7
    for table in made:
        rows = csv.reader(io.StringIO(table.read_text("utf-8"), newline=""))
        assert [cell for row in rows for cell in row if cell.startswith(tuple("=+-@"))] == []
