"""Walks that more than one story takes."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.stories.house import PASSWORD, code_of


def activate(page: Page) -> None:
    """From the first page of an activation to its last: a password, an authenticator app, the recovery codes."""
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Activate").click()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("Date of birth").fill("1987-05-01")
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Security code").fill(code_of(page))
    page.get_by_role("button", name="Finish").click()
    page.get_by_role("link", name="I've saved my codes").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your work account is active")
