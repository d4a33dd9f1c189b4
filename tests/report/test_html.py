"""The page as text: what it allows, what it escapes, that it is whole."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from tests.report.support import HOSTILE, agreement, hostile, samples, seen

import clipper.report
from clipper.labels import LANGUAGES, Language, labels
from clipper.report import report_html

PAGE = Path(clipper.report.__file__).parent / "page"


def part(page: str, name: str) -> str:
    """What lies in the first element of this name (with its attributes)."""
    found = re.search(rf"<{name}>(.*?)</{name.split()[0]}>", page, re.DOTALL)
    assert found
    return found[1]


def data_of(page: str) -> Any:
    """The values in the page."""
    return json.loads(part(page, 'script type="application/json" id="data"'))


def digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_the_same_clips_give_the_same_page() -> None:
    assert report_html(samples(), lang="ko") == report_html(iter(samples()), lang="ko")


def test_only_its_own_script_and_style_may_run() -> None:
    page = report_html(samples(), lang="ko")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    directives = dict(part.split(" ", 1) for part in policy[1].replace("&#x27;", "'").split("; "))
    assert directives["default-src"] == "'none'"
    assert directives["script-src"] == digest(part(page, "script"))
    assert directives["style-src"] == digest(part(page, "style"))
    assert {directives["base-uri"], directives["form-action"], directives["trusted-types"]} == {"'none'"}


def test_nothing_is_loaded_from_elsewhere() -> None:
    page = report_html([], lang="en")
    own = page.replace(part(page, 'script type="application/json" id="data"'), "")
    assert re.findall(r"(?:src|href|url|import|fetch)\s*[=(]\s*[\"']?(?:https?:|//)", own) == []
    assert "@import" not in own


def test_hostile_texts_come_back_as_they_are() -> None:
    page = report_html(hostile(), lang="ko", title=HOSTILE[0], date=HOSTILE[0])
    assert page.count("<script") == 2
    assert page.count("</script>") == 2
    assert "<img" not in page
    data = data_of(page)
    assert [article["title"] for article in data["articles"]] == [seen(text) for text in HOSTILE]
    assert [failure["message"] for failure in data["failures"]] == [seen(text) for text in HOSTILE]
    assert [article["link"] for article in data["articles"] if "link" in article] == []


def test_half_a_character_is_no_end_of_the_page() -> None:
    clip = agreement("가온시", "가온시").model_copy(update={})
    odd = clip.model_copy(update={"article": clip.article.model_copy(update={"title": "\ud83d 제목"})})
    page = report_html([odd], lang="ko")
    assert page.encode()
    assert data_of(page)["articles"][0]["title"] == "\ud83d 제목"


@pytest.mark.parametrize(("lang", "title"), [("ko", "뉴스 속 방문·협약 보고서"), ("en", "Trips and agreements in the news")])
def test_it_opens_in_the_language_asked_for(lang: Language, title: str) -> None:
    page = report_html([], lang=lang)
    assert f'<html lang="{lang}">' in page
    assert f"<title>{title}</title>" in page
    assert f"<title>{title}</title>" not in report_html([], lang=lang, title="주간 보고")


def test_every_file_of_the_page_is_in_it() -> None:
    page = report_html([], lang="en")
    parts = [file for file in PAGE.iterdir() if file.suffix in {".js", ".css"}]
    assert {file.suffix for file in parts} == {".js", ".css"}
    assert [file.name for file in parts if file.read_text("utf-8") not in page] == []


def test_scripts_make_text_never_markup() -> None:
    code = "".join(file.read_text("utf-8") for file in PAGE.glob("*.js"))
    assert "textContent" in code
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser|srcdoc", code)


def test_every_word_of_the_page_has_a_label_and_every_label_a_use() -> None:
    code = "\n".join(file.read_text("utf-8") for file in PAGE.iterdir() if file.is_file())
    used = set(re.findall(r'\bui\("(\w+)"', code)) | set(re.findall(r'data-l(?:-\w+)?="(\w+)"', code))
    used |= set(re.findall(r'"((?:open|count)_\w+|count)"', code)) | {"ascending", "descending"}
    made = {
        "": r"START = \{(.*?)\};", "col_": r"COLUMNS = \[(.*?)\]", "map_": r"VIEWS = \{(.*?)\};", "group_": r"GROUPS = \{(.*?)\};",
    }
    for prefix, where in made.items():
        found = re.search(where, code, re.DOTALL)
        assert found
        used |= {prefix + word for word in re.findall(r"\w+", found[1])}
    used |= {"map_in", "map_out", "group_what", "timeline_days", "timeline_months", "timeline_years", "trips", "mous"}
    used |= {f"term_{unit}" for unit in "ymwd"}
    known = set(labels("report", "en"))
    assert known - used == set()
    literal = set(re.findall(r'\bui\("(\w+)"[,)]', code)) | set(re.findall(r'data-l(?:-\w+)?="(\w+)"', code))
    assert literal - known == set()


def test_blanks_in_sentences_are_the_same_in_both_languages() -> None:
    english, korean = (labels("report", language) for language in LANGUAGES)
    for key, sentence in english.items():
        assert sorted(re.findall(r"\{(\w+)\}", sentence)) == sorted(re.findall(r"\{(\w+)\}", korean[key])), key
