"""The pages beside Keyhouse in the demo: as good to look at as Keyhouse itself, and they do what they say."""

from __future__ import annotations

import pytest

from tests.architecture.tree import listed
from tests.browser.looking import faults_of

pytestmark = [pytest.mark.browser, pytest.mark.kill]


def test_the_provider_the_cast_and_the_mail_can_be_looked_at(surfing, demo):
    faults = []
    with surfing() as surfer:
        for address in (demo["identity_provider_url"], f"{demo['mail_url']}/people", demo["mail_url"]):
            surfer.page.goto(address)
            faults += faults_of(surfer)

    assert not faults, listed(faults)


def test_erin_is_picked_at_the_provider_and_is_signed_in(surfing, demo):
    with surfing() as surfer:
        page = surfer.page
        page.goto(f"{demo['base_url']}/sign-in")
        page.get_by_label("Email").fill("erin@acme.example")
        page.get_by_role("button", name="Next").click()
        page.get_by_role("button", name="Erin").wait_for()
        faults = faults_of(surfer)
        page.get_by_role("button", name="Erin").click()
        page.wait_for_url(f"{demo['base_url']}/**")

        page.goto(f"{demo['base_url']}/account/")
        assert "erin@acme.example" in page.content()
        assert faults + surfer.troubles == []


def test_the_desk_signs_anybody_in(surfing, demo):
    with surfing() as surfer:
        page = surfer.page
        page.goto(f"{demo['mail_url']}/people")
        page.get_by_role("button", name="Sign in as Cleo").click()
        page.wait_for_url(f"{demo['base_url']}/sign-in/link/*")
        page.get_by_role("button", name="Sign in").first.click()

        page.goto(f"{demo['base_url']}/account/")
        assert "cleo@brightside.example" in page.content()
        assert surfer.troubles == []
