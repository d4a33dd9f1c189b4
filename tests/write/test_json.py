from __future__ import annotations

import io
import json
from typing import Any

from clipper.records import Clip, Failure
from clipper.write import write_json, write_jsonl


def json_of(*outcomes: Clip | Failure, records_only: bool = False, single: bool = False) -> Any:
    out = io.StringIO()
    write_json(outcomes, out, records_only=records_only, single=single)
    return json.loads(out.getvalue())


def lines_of(*outcomes: Clip | Failure, records_only: bool = False) -> list[Any]:
    out = io.StringIO()
    write_jsonl(outcomes, out, records_only=records_only)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_clip_reads_back_equal(clip: Clip) -> None:
    assert [Clip.model_validate(line) for line in lines_of(clip)] == [clip]
    assert Clip.model_validate(json_of(clip, single=True)) == clip


def test_json_is_an_array_however_many_there_are(clip: Clip, failure: Failure) -> None:
    assert json_of() == []
    assert len(json_of(clip)) == 1
    assert [len(row["records"]) for row in json_of(clip, failure)] == [2, 0]


def test_a_failure_has_its_line_with_a_code(failure: Failure) -> None:
    assert lines_of(failure) == [{
        "schema_version": "1", "source": {"url": None, "path": "b.html"}, "records": [],
        "error": {"code": "empty", "stage": "read", "message": "there is nothing in it", "hint": "save it again"},
    }]


def test_records_alone_say_where_they_came_from(clip: Clip, failure: Failure) -> None:
    rows = lines_of(clip, failure, records_only=True)
    assert [row["kind"] for row in rows] == ["trip", "mou"]
    assert rows == json_of(clip, failure, records_only=True)
    assert {json.dumps(row["source"]) for row in rows} == {'{"url": "https://news.example/1", "path": "a.html"}'}
