"""Values in scripts that only JavaScript reads."""

import json
import time
from typing import Any

import pytest
from lxml import html

from clipper.clean.markup import clean_html
from clipper.clean.markup.literals import literals, revived
from clipper.clean.markup.scripts import script_body
from clipper.read.document import Document

P = "시장은 캐나다 퀘벡주와 교류 협약을 맺었다고 밝혔다."
MANY = P * 20


@pytest.mark.parametrize(
    ("script", "value"),
    [
        ("var x = {a: 'b', \"c\": [1, -.5e, true, !0, void 0,], d: undefined,};", {"a": "b", "c": [1, None, True, True, None], "d": None}),
        (r"x={t:'He said \'no\' \"twice\" \x3cp\u003e'}", {"t": "He said 'no' \"twice\" <p>"}),
        ("x = {t: `두 줄\n글`}", {"t": "두 줄\n글"}),
        (r"""x = JSON.parse('{"a": "b \\"c\\" \'d\'"}')""", {"a": "b \"c\" 'd'"}),
        (r"""x = JSON.parse("{\"a\": [1, 2]}")""", {"a": [1, 2]}),
        ("window.__NUXT__=(function(a,b){return {t:a,n:{m:b}}}(\"글\",null));", {"t": "글", "n": {"m": None}}),
        ("window.__NUXT__=(function(a,b,c){c.z=1;return {t:a,n:b,m:c}}(\"글\",[1,{k:2}],{}));", {"t": "글", "n": [1, {"k": 2}], "m": {}}),
    ],
)
def test_a_literal_is_read(script: str, value: Any) -> None:
    assert value in list(literals(script))


@pytest.mark.parametrize("script", ["", "x = {", "x = {a: f(1)}", "x = {[[[", "JSON.parse(y)", "JSON.parse('{')", "return {a b}", "x=[}]"])
def test_what_is_more_than_a_literal_is_none(script: str) -> None:
    assert list(literals(script)) == []


def test_numbered_values_are_put_in_their_places() -> None:
    value = [["Reactive", 1], {"data": 2, "self": 1}, [3, 4], {"title": 5, "body": 6}, {"kind": 5, "at": 99}, "제목", "글"]
    assert revived(value) == {"data": [{"title": "제목", "body": "글"}, {"kind": "제목", "at": None}], "self": None}
    assert revived([{"a": 1}, "b"]) == [{"a": 1}, "b"]
    assert revived([1, 2]) == [1, 2]


def test_bodies_in_javascript_are_found() -> None:
    inner = json.dumps({"title": "제목입니다", "body": MANY, "writerName": "이보람"}, ensure_ascii=False)
    numbered = [["Reactive", 1], {"a": 2, "b": 3}, {"title": 4, "body": 5}, 0, "제목입니다", MANY]
    kinds = [
        f"x = {{title: '제목입니다', body: '{MANY}'}}",
        f"x = JSON.parse({json.dumps(inner, ensure_ascii=False)})",
        f'{{"state": {json.dumps(inner, ensure_ascii=False)}}}',
        json.dumps(numbered, ensure_ascii=False),
    ]
    for kind in kinds:
        found = script_body(html.fromstring(f"<div><script>{kind}</script></div>"), "제목입니다")
        assert found is not None, kind
        assert [line.text for line in found.lines] == [MANY], kind


def test_writer_and_time_stand_beside_such_a_body() -> None:
    state = f"window.state = {{newsTitle: '달빛시, 퀘벡주와 협약', newsBody: '{MANY}', writerName: '이보람', inputDate: '20310116102100'}}"
    page = f"<html><head><title>달빛시, 퀘벡주와 협약</title></head><body><script>{state}</script></body></html>"
    raw = clean_html(Document("html", page, "utf-8", "text/html", None))
    assert (raw.authors, raw.published) == (("이보람",), "2031-01-16T10:21:00+09:00")


def test_short_strings_beside_a_body_are_none_of_it() -> None:
    value = {"title": "제목입니다", "content": f"<p>{MANY}</p>", "office": "달빛신문", "list": [{"x": "이보람"}]}
    found = script_body(html.fromstring(f"<div><script>x = {json.dumps(value, ensure_ascii=False)}</script></div>"), "제목입니다")
    assert found is not None
    assert [line.text for line in found.lines] == [MANY]
    assert found.holder["office"] == "달빛신문"


@pytest.mark.parametrize("piece", ["x=[", "x={a:", "return {", "'", "function(a){", "={a:1},", "JSON.parse('"])
def test_no_script_hangs(piece: str) -> None:
    """A bound that tells a hang from work; it measures nothing."""
    start = time.process_time()
    assert list(literals(piece * 20_000)) is not None
    assert time.process_time() - start < 5


@pytest.mark.parametrize("broken", [r'JSON.parse("\u12zz")', r"JSON.parse('\u12')", r'var a = {b: "\u12"}'])
def test_broken_escapes_are_no_value_and_no_error(broken: str) -> None:
    assert list(literals(broken)) == []
