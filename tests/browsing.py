"""A real browser: Debian's Chromium, driven by Playwright, with an ear for what goes wrong on a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for the whole run; without it the browser tests are skipped and named."""
    if not CHROMIUM.exists():
        pytest.skip("Debian's chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=QUIET)
        yield browser
        browser.close()


class Surfer:
    """One person's browser, with a page open and everything that went wrong on it."""

    def __init__(self, context: BrowserContext) -> None:
        """Open a page and listen."""
        self.context = context
        self.troubles: list[str] = []
        self.page = self.open()

    def open(self) -> Page:
        """Another tab of the same person."""
        page = self.context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.troubles.append(f"{page.url}: {error}"))
        return page

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and "the server responded with a status" not in message.text:
            self.troubles.append(f"{message.location.get('url', '')}: {message.text}")


@pytest.fixture
def surfing(chromium: Browser) -> Callable[..., AbstractContextManager[Surfer]]:
    """A context with a browser of one's own: `with surfing() as ada: ada.page.goto(…)`."""

    @contextmanager
    def opened(**options: Any) -> Iterator[Surfer]:
        context = chromium.new_context(**{"viewport": WIDE, "reduced_motion": "reduce", **options})
        try:
            yield Surfer(context)
        finally:
            context.close()

    return opened
