"""The page in a browser, as an analyst uses it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.report.support import Open, edges, odd, samples

from clipper.records import Clip, Failure, paths_of


def column(page: Page, name: str) -> list[str]:
    """The cells of a column, top to bottom."""
    return page.locator(f"#rows .{name}").all_inner_texts()


def focused(page: Page) -> str:
    """What the element in focus says."""
    return str(page.evaluate("document.activeElement.name || document.activeElement.innerText"))


def records(outcomes: Iterable[Clip | Failure] | None = None) -> list[Any]:
    """The records of the samples, or of other outcomes."""
    return [record for outcome in outcomes or samples() if isinstance(outcome, Clip) for record in outcome.records]


def test_every_record_has_a_row(opened: Open) -> None:
    page = opened()
    expect(page.locator("#rows tr")).to_have_count(len(records()))
    expect(page.locator("#count")).to_have_text(f"전체 {len(records())}건")
    expect(page.locator("#summary")).to_contain_text("2025-11-21")
    expect(page.locator("#failures")).to_contain_text("there is nothing in it")
    expect(page.locator("#failures")).to_contain_text("empty.html")


def test_filters_leave_what_matches(opened: Open) -> None:
    page = opened()
    page.get_by_role("combobox", name="종류").select_option("trip")
    expect(page.locator("#rows tr")).to_have_count(sum(record.kind == "trip" for record in records()))
    page.get_by_role("combobox", name="상태").select_option("trip:planned")
    planned = sum(record.kind == "trip" and record.status == "planned" for record in records())
    expect(page.locator("#rows tr")).to_have_count(planned)
    assert set(column(page, "status")) == {"예정"}
    page.get_by_role("button", name="조건 지우기").click()
    expect(page.locator("#rows tr")).to_have_count(len(records()))
    page.get_by_role("combobox", name="국가").select_option("DE")
    expect(page.locator("#rows tr")).to_have_count(1)
    page.get_by_role("button", name="조건 지우기").click()
    page.get_by_label("검색어").fill("서이준 독일")
    expect(page.locator("#rows tr")).to_have_count(1)
    page.get_by_label("검색어").fill("없는 말")
    expect(page.locator("#none")).to_be_visible()


def test_days_confidence_and_background_filter(opened: Open) -> None:
    page = opened()
    page.get_by_label("시작일").fill("2025-04-20")
    page.get_by_label("종료일").fill("2025-04-30")
    expect(page.locator("#rows tr")).to_have_count(1)
    assert column(page, "when") == ["2025-04-14 – 04-21"]
    page.get_by_role("button", name="조건 지우기").click()
    page.get_by_role("combobox", name="배경 언급").select_option("only")
    background = sum(record.background for record in records())
    expect(page.locator("#rows tr")).to_have_count(background)
    page.get_by_role("combobox", name="배경 언급").select_option("hide")
    expect(page.locator("#rows tr")).to_have_count(len(records()) - background)
    page.get_by_role("button", name="조건 지우기").click()
    page.get_by_role("slider", name="신뢰도").fill("0.9")
    sure = sum(record.confidence >= 0.9 for record in records())
    expect(page.locator("#rows tr")).to_have_count(sure)
    assert 0 < sure < len(records())


def test_columns_sort_both_ways(opened: Open) -> None:
    page = opened()
    page.get_by_role("button", name="신뢰도").click()
    expect(page.locator("th.confidence[scope=col]")).to_have_attribute("aria-sort", "descending")
    assert column(page, "confidence") == sorted(column(page, "confidence"), reverse=True)
    page.get_by_role("button", name="신뢰도").click()
    expect(page.locator("th.confidence[scope=col]")).to_have_attribute("aria-sort", "ascending")
    assert column(page, "confidence") == sorted(column(page, "confidence"))
    expect(page.locator("[aria-sort]")).to_have_count(1)
    assert focused(page) == "신뢰도"


def test_undated_records_come_last(opened: Open) -> None:
    page = opened()
    for _ in range(2):
        page.get_by_role("button", name="언제").click()
        dated = [bool(text.strip()[:4].isdigit()) for text in column(page, "when")]
        assert dated[0]
        assert not dated[-1]


def test_a_value_shows_its_words_and_words_their_values(opened: Open) -> None:
    page = opened()
    page.get_by_role("button", name="서이준").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", level=2)).to_contain_text("서이준 창원시장")
    dialog.locator("#value-start").hover()
    lit = dialog.locator(".ev.lit")
    expect(lit).to_have_text(["오는 14일부터 21일"])
    dialog.locator(".ev", has_text="토마스 베커").hover()
    expect(dialog.locator(".value.lit")).to_have_id("value-stops-1--meets-0-")
    dialog.locator("#value-purpose").focus()
    expect(lit).to_have_text(["수소산업 투자 유치"])
    page.keyboard.press("Enter")
    assert focused(page) == "수소산업 투자 유치"
    page.keyboard.press("Enter")
    expect(dialog.locator("#value-purpose")).to_be_focused()


@pytest.mark.parametrize("name", ["samples", "odd"])
def test_every_value_is_shown_with_its_words(opened: Open, name: str) -> None:
    page = opened(name)
    known = records(odd() if name == "odd" else None)
    for i, record in enumerate(known):
        page.evaluate(f"document.querySelector('#rows [data-record=\"{i}\"]').click()")
        shown = page.locator("#record .value").evaluate_all("values => values.map(value => [value.dataset.fields, value.innerText])")
        assert sorted(field for field, _ in shown) == sorted(paths_of(record))
        assert all(text.strip() for _, text in shown)
        marked = page.locator("#record .ev").evaluate_all("marks => marks.map(mark => [mark.dataset.fields, mark.innerText])")
        for evidence in record.evidence:
            own = "".join(text for fields, text in marked if evidence.field in fields.split())
            assert evidence.text in own, (record.id, evidence)
        page.evaluate("document.getElementById('record').close()")
    assert page.locator("#rows tr").count() == len(known)


def test_neighbours_are_a_key_away(opened: Open) -> None:
    page = opened()
    titles = page.locator("#rows .open").all_inner_texts()
    page.locator("#rows .open").first.click()
    expect(page.locator("[data-step='-1']")).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#record-title")).to_contain_text(titles[1].split(",")[0])
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#record-title")).to_contain_text(titles[0].split(",")[0])
    page.keyboard.press("Escape")
    assert focused(page) == titles[0]


def test_a_record_has_an_address(opened: Open) -> None:
    record = records()[-1]
    page = opened(fragment=f"#{record.id}")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_role("button", name="닫기").click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_all_by_keyboard(opened: Open) -> None:
    page = opened()
    page.keyboard.press("Tab")
    assert focused(page) == "목록으로 건너뛰기"
    stops = []
    for _ in range(60):
        page.keyboard.press("Tab")
        stops.append(focused(page))
        if page.evaluate("document.activeElement.matches('.open')"):
            break
    controls = ["한국어", "English", "text", "kind", "subtype", "status", "country", "from", "to", "background", "least", "조건 지우기"]
    assert [stop for stop in dict.fromkeys(stops) if stop in controls] == controls
    assert {"세계", "종류", "출처"} <= set(stops)
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    passed: set[str] = set()
    while not {"value", "ev"} <= passed and len(passed) < 100:
        page.keyboard.press("Tab")
        in_dialog, kind, path = page.evaluate("(e => [!!e.closest('dialog'), e.classList[0], e.id])(document.activeElement)")
        assert in_dialog
        passed |= {kind, path}
    assert {"value", "ev"} <= passed
    page.keyboard.press("Escape")
    assert focused(page) == stops[-1]


def test_languages_switch(opened: Open) -> None:
    page = opened()
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#count")).to_have_text(f"Records: {len(records())}")
    expect(page.get_by_role("columnheader", name="Confidence")).to_be_visible()
    page.get_by_role("combobox", name="Country").select_option(label="Germany")
    expect(page.locator("#rows tr")).to_have_count(1)
    page.get_by_role("button", name="한국어").click()
    expect(page.locator("#rows tr")).to_have_count(1)
    expect(page.get_by_role("combobox", name="국가")).to_have_value("DE")


def test_map_and_timeline_narrow_and_zoom(opened: Open) -> None:
    page = opened()
    before = page.locator(".world").get_attribute("viewBox")
    page.get_by_role("button", name="유럽").click()
    assert page.locator(".world").get_attribute("viewBox") != before
    expect(page.locator(".names")).to_contain_text("오스트라바")
    page.locator(".spot[data-spot='오스트라바']").click()
    expect(page.locator("#rows tr")).to_have_count(1)
    page.get_by_role("button", name="장소: 오스트라바").click()
    expect(page.locator("#rows tr")).to_have_count(len(records()))
    page.locator("#countries").get_by_role("button", name="미국").click()
    expect(page.locator("#rows tr")).to_have_count(2)
    expect(page.get_by_role("combobox", name="국가")).to_have_value("US")
    page.locator("#timeline .mark").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()


def test_the_map_is_dragged(opened: Open) -> None:
    page = opened()
    page.get_by_role("button", name="동아시아").click()
    before = page.locator(".world").get_attribute("viewBox")
    middle = edges(page.locator(".world"))
    page.mouse.move(middle["right"] - 200, middle["top"] + 100)
    page.mouse.down()
    page.mouse.move(middle["right"] - 300, middle["top"] + 120, steps=3)
    page.mouse.up()
    expect(page.locator(".world")).not_to_have_attribute("viewBox", before or "")
    expect(page.locator("#rows tr")).to_have_count(len(records()))
    page.locator("#rows .open").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()


def test_a_thousand_records(opened: Open) -> None:
    page = opened("many")
    expect(page.locator("#rows tr")).to_have_count(50)
    expect(page.locator("#page")).to_have_text("1–50 of 1,000")
    page.get_by_role("button", name="Next page").click()
    expect(page.locator("#page")).to_have_text("51–100 of 1,000")
    page.locator("[data-bin='2011-02']").click()
    expect(page.locator("#count")).to_have_text("Records: 28 of 1,000")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#rows tr")).to_have_count(28)
    page.get_by_role("button", name="Clear filters", include_hidden=True).evaluate("button => button.click()")
    expect(page.locator("#rows tr")).to_have_count(50)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#rows tr")).to_have_count(1000)
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator("#rows tr")).to_have_count(50)


def test_a_printed_list_says_what_it_lists(opened: Open) -> None:
    page = opened()
    page.get_by_role("combobox", name="종류").select_option("mou")
    page.get_by_role("slider", name="신뢰도").fill("0.5")
    page.emulate_media(media="print")
    expect(page.locator("#chosen")).to_have_text("검색 조건: 종류 협약, 신뢰도 ≥ 0.5")
    expect(page.locator("#filters")).to_be_hidden()


def test_an_open_record_prints_alone(opened: Open) -> None:
    page = opened()
    page.locator("#rows .open").first.click()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator("#records")).to_be_hidden()
    expect(page.locator("#record .text")).to_be_visible()
    expect(page.locator(".bar")).to_be_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(page.get_by_role("dialog")).to_be_visible()
