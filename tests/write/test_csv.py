from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.records import Clip, Failure
from clipper.write import COLUMNS, write_csv
from clipper.write.cells import join, neutral, original, split


def rows_of(text: str) -> list[dict[str, str]]:
    reader = csv.DictReader(io.StringIO(text, newline=""))
    return [{column: original(cell) for column, cell in row.items()} for row in reader]


def written(*outcomes: Clip | Failure, records_only: bool = False, excel: bool = False) -> str:
    out = io.StringIO(newline="")
    write_csv(outcomes, out, records_only=records_only, excel=excel)
    return out.getvalue()


def test_one_row_for_each_record_with_the_article_repeated(clip: Clip) -> None:
    trip, mou = rows_of(written(clip))
    assert (trip["kind"], mou["kind"]) == ("trip", "mou")
    assert trip["source_url"] == mou["source_url"] == "https://news.example/1"
    assert trip["article_title"] == mou["article_title"] == "=HYPERLINK(1)"


def test_values_read_back_as_they_were(clip: Clip) -> None:
    trip, mou = rows_of(written(clip))
    assert split(trip["article_authors"]) == ["한봄", "김\r\n여름"]
    assert split(mou["parties"]) == ["나래대; 본교", "샘\\터"]
    assert split(trip["companions"]) == ["경제사절단", "부시장"]
    assert split(trip["stops"]) == ["XXXX-XX-09/XXXX-XX-10 다르항: 면담"]
    assert split(trip["visits"]) == ["시청", "대학"]
    assert split(trip["meets"]) == ["다르항시 시장"]
    assert (trip["nights"], trip["days"]) == ("3", "0")
    assert (mou["amounts"], mou["term"], mou["confidence"]) == ("KRW 15000000000", "P3Y", "0.88")
    assert split(mou["evidence"])[0] == "type@0:0-2=한봄"


def test_columns_of_the_other_kind_are_empty(clip: Clip) -> None:
    trip, mou = rows_of(written(clip))
    assert trip["parties"] == mou["leader_name"] == ""


def test_a_failed_input_has_a_row_of_its_own(clip: Clip, failure: Failure) -> None:
    last = rows_of(written(clip, failure))[-1]
    assert {column: cell for column, cell in last.items() if cell} == {
        "source_path": "b.html", "error_code": "empty", "error_stage": "read",
        "error_message": "there is nothing in it",
    }
    assert len(rows_of(written(clip, failure, records_only=True))) == 2


def test_rfc_4180_line_ends_quotes_and_equal_widths(clip: Clip, failure: Failure) -> None:
    text = written(clip, failure)
    assert text.endswith("\r\n")
    assert not re.search(r"(?<!\r)\n", text)
    assert all(len(row) == len(COLUMNS) for row in csv.reader(io.StringIO(text, newline=""), strict=True))


def test_the_mark_for_excel_is_no_part_of_the_first_column(clip: Clip) -> None:
    text = written(clip, excel=True)
    assert text.startswith("\ufeffsource_url,")
    assert next(csv.reader(io.StringIO(text.encode().decode("utf-8-sig"), newline=""))) == list(COLUMNS)
    assert not written(clip).startswith("\ufeff")


@pytest.mark.parametrize(
    "text", ["=1+1", "+82-2", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1+1", "＠a", "'=1", "\n=1"]
)
def test_no_cell_starts_a_formula(text: str) -> None:
    cell = neutral(text)
    assert cell.startswith("'")
    assert original(cell) == text


@pytest.mark.parametrize("text", ["한봄 시장", "'AI 도시' 가온", "2025-06-10", "a=b", ""])
def test_harmless_text_stays_as_it_is(text: str) -> None:
    assert neutral(text) == original(text) == text


@given(st.text())
def test_neutralising_has_an_inverse(text: str) -> None:
    assert original(neutral(text)) == text


@given(st.lists(st.text(min_size=1)))
def test_joining_has_an_inverse(items: list[str]) -> None:
    assert split(join(items)) == items


def test_the_columns_are_documented_in_their_order() -> None:
    usage = (Path(__file__).parents[2] / "docs" / "usage.md").read_text("utf-8")
    section = usage.split("## CSV", 1)[1].split("\n## ", 1)[0]
    cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    assert re.findall(r"`(\w+)`", " ".join(cells)) == list(COLUMNS)
