"""The set-up link leads an empty installation to an administrator who is signed in."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.serving import Installation
from tests.stories.house import PASSWORD, code_of

pytestmark = [pytest.mark.browser, pytest.mark.kill]


@pytest.fixture
def link(tmp_path):
    """The set-up link that a server on an empty folder prints."""
    installation = Installation(tmp_path)
    installation.serve()
    yield re.search(r"http://\S+/set-up/\S+", installation.log.read_text()).group(0)
    installation.end()


def test_a_newcomer_sets_up_the_organization_and_stands_in_admin_center(surfing, link):
    with surfing() as ada:
        page = ada.page
        page.goto(link)
        for label, text in (
            ("Organization", "Acme"), ("Your first name", "Ada"), ("Your last name", "Example"),
            ("Your email", "ada@acme.example"), ("Email domain", "acme.example"),
        ):  # fmt: skip
            page.get_by_label(label).fill(text)
        page.get_by_role("button", name="Set up").click()
        page.get_by_role("button", name="Continue").click()
        page.get_by_role("button", name="Activate").click()
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_label("Date of birth").fill("1987-05-01")
        page.get_by_role("button", name="Continue").click()
        page.get_by_label("Security code").fill(code_of(page))
        page.get_by_role("button", name="Finish").click()
        page.get_by_role("link", name="I've saved my codes").click()

        page.goto(link.split("/set-up/")[0] + "/admin-center/domain-verification/")
        expect(page.get_by_text("acme.example").first).to_be_visible()
        assert page.goto(link).status == 410
        assert ada.troubles == []
