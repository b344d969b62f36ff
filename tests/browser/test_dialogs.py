"""Dialogs, menus and keys in a real browser: each works over the page, and the keyboard is enough."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.looking import sign_in
from tests.browsing import NARROW, Surfer

Surfing = Callable[..., AbstractContextManager[Surfer]]
pytestmark = pytest.mark.browser


def test_a_person_is_added_in_a_dialog_over_the_directory(demo: dict[str, Any], surfing: Surfing):
    with surfing() as ada:
        sign_in(ada, demo, "ada")
        page = ada.page
        page.goto(demo["base_url"] + "/admin-center/people/")
        page.get_by_role("link", name="Add people").click()
        page.get_by_role("link", name="Add one person").click()
        dialog = page.locator("dialog[open]")

        dialog.get_by_label("Email").fill("nobody")
        dialog.get_by_role("button", name="Next").click()
        expect(dialog.locator("[data-summary]")).to_be_focused()
        dialog.get_by_label("Email").fill("kim@acme.example")
        dialog.get_by_label("First name").fill("Kim")
        dialog.get_by_label("Last name").fill("Larsen")
        dialog.get_by_label("This person is 16 or older").check()
        dialog.get_by_role("button", name="Next").click()
        dialog.get_by_label("Password only").check()
        dialog.get_by_role("button", name="Next").click()
        dialog.get_by_role("button", name="Add person").click()
        expect(dialog.get_by_role("heading", name="Person added")).to_be_visible()
        dialog.get_by_role("link", name="Done").click()

        expect(page.get_by_role("link", name="Kim Larsen")).to_be_visible()
        assert not ada.troubles


def test_a_deed_of_a_row_menu_is_done_and_said(demo: dict[str, Any], surfing: Surfing):
    with surfing() as ada:
        sign_in(ada, demo, "ada")
        ada.page.goto(demo["base_url"] + "/admin-center/people/")

        ada.page.get_by_role("button", name="Actions for Ben").click()
        ada.page.get_by_role("button", name="Force sign-out").locator("visible=true").first.click()

        expect(ada.page.get_by_text("sessions of Ben ended")).to_be_visible()


def test_escape_closes_a_dialog_and_gives_the_focus_back(demo: dict[str, Any], surfing: Surfing):
    with surfing() as ada:
        sign_in(ada, demo, "ada")
        ada.page.goto(demo["base_url"] + "/admin-center/domain-verification/")
        opener = ada.page.get_by_role("link", name="Add domain")
        opener.click()
        expect(ada.page.locator("dialog[open]").get_by_role("textbox", name="Domain")).to_be_focused()

        ada.page.keyboard.press("Escape")

        expect(ada.page.locator("dialog[open]")).to_have_count(0)
        expect(opener).to_be_focused()


def test_the_keyboard_reaches_search_and_menus(demo: dict[str, Any], surfing: Surfing):
    with surfing() as ada:
        sign_in(ada, demo, "ada")
        page = ada.page
        page.goto(demo["base_url"] + "/admin-center/people/")

        page.keyboard.press("/")
        expect(page.locator("[data-search]")).to_be_focused()
        page.get_by_role("button", name="Actions for Ben").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".menu-list:popover-open .menu-line").first).to_be_focused()
        page.keyboard.press("ArrowDown")

        expect(page.locator(".menu-list:popover-open .menu-line").nth(1)).to_be_focused()


def test_everything_works_without_scripts(demo: dict[str, Any], surfing: Surfing):
    with surfing(java_script_enabled=False) as ada:
        sign_in(ada, demo, "ada")
        page = ada.page
        page.goto(demo["base_url"] + "/admin-center/domain-verification/")

        page.get_by_role("link", name="Add domain").click()
        page.get_by_label("Domain", exact=True).fill("no-scripts.example")
        page.get_by_role("main").get_by_role("button", name="Add domain").click()
        page.get_by_role("link", name="DNS TXT record").click()

        expect(page.get_by_text("keyhouse-domain-verification=")).to_be_visible()


def test_on_a_narrow_screen_the_second_line_of_a_cell_stands_beside_its_label(demo: dict[str, Any], surfing: Surfing):
    with surfing() as ada:
        sign_in(ada, demo, "ada")
        ada.page.set_viewport_size(NARROW)
        ada.page.goto(f"{demo['base_url']}/business-manager/{demo['portfolios']['Spring campaign']}/people/")

        second = ada.page.locator("td[data-label=Access]").get_by_text("Basic", exact=True).first.bounding_box()
        cell = ada.page.locator("td[data-label=Access]").first.bounding_box()
        assert second is not None and cell is not None
        assert second["x"] > cell["x"] + 100
