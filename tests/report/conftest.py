"""A browser, and reports for it to open. Nothing may leave the machine, no message may come on the console."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from tests.report.support import DESK, Open, hostile, many, odd, samples

from clipper.errors import ReadError
from clipper.records import Failure
from clipper.report import report_html

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for the tests of a module; its event loop ends with them, other tests have their own."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        if "chromium" in os.environ.get("CLIPPER_REQUIRE", ""):
            pytest.fail("chromium is required and not there")
        pytest.skip("no chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=[*FLAGS])
        yield running
        running.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reports that the tests look at."""
    folder = tmp_path_factory.mktemp("report")
    failed = Failure.of(ReadError("there is nothing in it", code="empty"), path="empty.html")
    (folder / "samples.html").write_text(report_html([*samples(), failed], lang="ko", date="2025-11-21"), "utf-8")
    (folder / "hostile.html").write_text(report_html(hostile(), lang="ko"), "utf-8")
    (folder / "odd.html").write_text(report_html(odd(), lang="en"), "utf-8")
    (folder / "many.html").write_text(report_html(many(1000), lang="en"), "utf-8")
    return folder


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """One tab, which goes from report to report: to begin a new one takes longer than most tests."""
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(5000)
    yield context.new_page()
    context.close()


@pytest.fixture
def opened(tab: Page, pages: Path) -> Iterator[Open]:
    """Open a report; afterwards, whatever it asked for or complained of fails the test."""
    troubles: list[str] = []
    watched: dict[str, Callable[[Any], None]] = {
        "console": lambda message: troubles.append(f"console: {message.text}"),
        "pageerror": lambda error: troubles.append(f"error: {error}"),
        "request": lambda request: None if request.url.startswith("file://") else troubles.append(f"asks for {request.url}"),
    }

    def open_page(
        name: str = "samples", viewport: ViewportSize = DESK, scheme: Literal["light", "dark"] = "light", fragment: str = ""
    ) -> Page:
        tab.goto("about:blank")
        tab.set_viewport_size(viewport)
        tab.emulate_media(media="screen", color_scheme=scheme)
        for event, react in watched.items():
            tab.on(event, react)  # type: ignore[call-overload]
        tab.goto(f"file://{pages}/{name}.html{fragment}")
        return tab

    yield open_page
    for event, react in watched.items():
        tab.remove_listener(event, react)
    assert troubles == []
