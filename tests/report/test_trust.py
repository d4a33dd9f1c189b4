"""The page in a browser: what a hostile article can do (nothing), and whether everybody can read it."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ViewportSize, expect
from tests.report.support import DESK, HOSTILE, PHONE, Open, edges, seen


def test_a_hostile_article_stays_text(opened: Open) -> None:
    page = opened("hostile")
    page.get_by_role("button", name="누가").click()
    for i, text in enumerate(HOSTILE):
        page.evaluate(f"document.querySelector('#rows [data-record=\"{i}\"] .open').click()")
        assert page.locator("#record .text").text_content() == f"{seen(text)} 가온시"
        assert page.locator("#record .headline").text_content() == seen(text)
        assert page.locator("#record a[target]").count() == 0
        page.keyboard.press("Escape")
    assert page.locator("#failures tbody tr").count() == len(HOSTILE)
    assert page.locator("img, iframe, object, embed, link, body script:not(#data) ~ script, main svg[onload]").count() == 0
    assert page.evaluate("window.hacked") is None
    assert page.locator("a[href]").evaluate_all("links => links.filter(a => !a.getAttribute('href').startsWith('#')).length") == 0


def test_the_policy_stops_scripts_and_requests(browser: Browser, pages: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"file://{pages}/samples.html")
    page.evaluate("""() => {
        const script = document.createElement("script");
        try { script.textContent = "window.hacked = 1"; } catch { }
        document.body.append(script);
        const image = document.createElement("img"); image.src = "https://evil.example/x.png"; document.body.append(image);
    }""")
    assert page.evaluate("window.hacked") is None
    assert page.evaluate("() => { try { document.body.innerHTML = '<b>'; return 'done'; } catch { return 'refused'; } }") == "refused"
    assert any("img-src" in line or "default-src" in line for line in said)
    context.close()


def test_sources_open_apart_and_learn_nothing(opened: Open) -> None:
    page = opened()
    page.get_by_role("button", name="서이준").click()
    source = page.locator("#record a[target]")
    expect(source).to_have_attribute("href", "https://www.saegil.example/news/articleView.html?idxno=81234")
    expect(source).to_have_attribute("rel", "noopener noreferrer")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_accessible(opened: Open, scheme: str, viewport: ViewportSize) -> None:
    page = opened(viewport=viewport, scheme=scheme)
    if viewport == PHONE:
        page.locator("summary").click()
    axe = Axe()
    assert [(found["id"], found["nodes"][0]["html"]) for found in axe.run(page).response["violations"]] == []
    page.get_by_role("button", name="서이준").click()
    page.locator(".value").first.focus()
    assert [(found["id"], found["nodes"][0]["html"]) for found in axe.run(page).response["violations"]] == []


@pytest.mark.parametrize("name", ["samples", "hostile", "many"])
def test_a_phone_scrolls_one_way_only(opened: Open, name: str) -> None:
    page = opened(name, viewport=PHONE)
    wide = "document.documentElement.scrollWidth"
    assert page.evaluate(wide) == 375
    page.locator("#rows .open").first.click()
    assert page.evaluate(wide) == 375
    assert page.evaluate("document.getElementById('record').scrollWidth") == 375
    assert edges(page.locator("[data-close]"))["right"] <= 375
