"""The front door in a real browser: every page of it usable, no frame, no blocked request, with and without scripts."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pyotp
import pytest
from playwright.sync_api import Page

from tests.architecture.tree import listed
from tests.browser.looking import faults_of
from tests.browsing import Surfer
from tests.database import memory_folder
from tests.serving import Inbox, Installation

Surfing = Callable[..., AbstractContextManager[Surfer]]
pytestmark = pytest.mark.browser

GOOD, NEW = "Copper-lantern 47 sails", "Quiet harbor 19 waits"
BEGIN = ["--organization", "Acme", "--admin", "ada@acme.example", "--verified-domain", "acme.example"]


class House:
    """A Keyhouse that was just set up, and the link of its first administrator."""

    def __init__(self, installation: Installation, link: str) -> None:
        """Keep both."""
        self.installation, self.link, self.url = installation, link, installation.url


@pytest.fixture
def house(inbox: Inbox) -> Iterator[House]:
    """A server of one's own, with mail."""
    with tempfile.TemporaryDirectory(dir=memory_folder()) as folder:
        installation = Installation(Path(folder), SMTP_URL=inbox.url)
        made = installation.bootstrap(*BEGIN)
        installation.serve()
        yield House(installation, made["admin"]["activation_link"])
        installation.end()


def press(page: Page) -> None:
    """Press the one primary button."""
    page.locator("main .button.is-primary").first.click()


def activate(page: Page, link: str, look: Callable[[], None] = lambda: None) -> str:
    """Walk through an administrator's activation, looking at each page; returns the secret of her app."""
    page.goto(link)
    for fields in ({}, {}, {"password": GOOD, "born": "1990-05-17"}):
        look()
        for name, value in fields.items():
            page.fill(f"input[name={name}]", value)
        press(page)
    page.locator("summary").click()
    secret = page.locator(".copy-value").inner_text()
    look()
    page.fill("input[name=code]", pyotp.TOTP(secret).now())
    press(page)
    look()
    press(page)
    look()
    return secret


def test_an_activation_has_no_frame_no_blocked_request_and_no_console_error(house: House, surfing: Surfing):
    faults: list[str] = []
    with surfing() as her:
        her.page.on("requestfailed", lambda request: faults.append(f"failed: {request.url}"))

        def look() -> None:
            faults.extend(faults_of(her))
            faults.extend(f"a frame: {frame.url}" for frame in her.page.frames[1:])

        activate(her.page, house.link, look)

        assert her.page.get_by_text("Your work account is active").count() == 1
    assert not faults, listed(faults)


def test_everything_works_without_scripts(house: House, surfing: Surfing):
    with surfing(java_script_enabled=False) as her:
        page = her.page
        page.goto(house.link)
        for fields in ({}, {}, {"password": GOOD, "born": "1990-05-17"}):
            for name, value in fields.items():
                page.fill(f"input[name={name}]", value)
            press(page)
        page.locator("summary").click()
        page.fill("input[name=code]", pyotp.TOTP(page.locator(".copy-value").inner_text()).now())
        press(page)
        page.goto(f"{house.url}/account/sessions/")
        page.get_by_role("button", name="Sign out everywhere").click()

        assert page.url == f"{house.url}/sign-in" and page.get_by_text("You're signed out.").count() == 1


def test_a_forgotten_password_is_replaced_by_mail(house: House, inbox: Inbox, surfing: Surfing):
    faults: list[str] = []
    with surfing() as her:
        page = her.page
        activate(page, house.link)
        page.goto(f"{house.url}/sign-in/reset")
        page.fill("input[name=email]", "ADA@acme.example")
        press(page)
        faults += faults_of(her)
        page.goto(inbox.link_for("ada@acme.example", "/sign-in/reset/"))
        faults += faults_of(her)
        press(page)
        page.fill("input[name=password]", NEW)
        faults += faults_of(her)
        press(page)

        page.fill("input[name=email]", "ada@acme.example")
        press(page)
        faults += faults_of(her)
        page.fill("input[name=password]", NEW)
        press(page)
        faults += faults_of(her)
        assert page.url == f"{house.url}/sign-in/code"
    assert not faults, listed(faults)
