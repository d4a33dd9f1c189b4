"""A browser, and reports for it to open. Nothing may leave the machine, no message may come on the console."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, ViewportSize, sync_playwright
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


@pytest.fixture
def opened(browser: Browser, pages: Path) -> Iterator[Open]:
    """Open a report; afterwards, whatever it asked for or complained of fails the test."""
    contexts: list[BrowserContext] = []
    troubles: list[str] = []

    def watch(request: Request) -> None:
        if not request.url.startswith("file://"):
            troubles.append(f"asks for {request.url}")

    def open_page(name: str = "samples", viewport: ViewportSize = DESK, fragment: str = "", **options: Any) -> Page:
        context = browser.new_context(viewport=viewport, **options)
        contexts.append(context)
        context.set_default_timeout(5000)
        page = context.new_page()
        page.on("console", lambda message: troubles.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
        page.on("request", watch)
        page.goto(f"file://{pages}/{name}.html{fragment}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []
