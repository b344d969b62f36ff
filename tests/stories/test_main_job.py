"""The main job: from the identity provider to the last asset, and out again."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.stories.house import PASSWORD, House, code_of

pytestmark = [pytest.mark.story, pytest.mark.peer]
BEN = "ben@acme.example"


def test_a_person_comes_works_and_leaves(house: House):
    ada_activates_her_account(house)

    ben_is_created_in_the_identity_provider(house)
    he_appears_in_admin_center(house, "Invited")
    he_signs_in_with_single_sign_on(house)
    he_appears_in_admin_center(house, "Active")

    the_identity_provider_deactivates_him(house)
    his_next_request_is_refused(house)
    he_appears_in_admin_center(house, "Deactivated")
    single_sign_on_no_longer_takes_him_in(house)
    the_log_tells_it_in_order(house)


def ada_activates_her_account(house: House) -> None:
    """She chooses a password, sets up an authenticator app, and keeps her recovery codes."""
    page = house.page_of("ada")
    page.goto(house.made["admin"]["activation_link"])
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Activate").click()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("Date of birth").fill("1987-05-01")
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Security code").fill(code_of(page))
    page.get_by_role("button", name="Finish").click()
    page.get_by_role("link", name="I've saved my codes").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your work account is active")


def ben_is_created_in_the_identity_provider(house: House) -> None:
    """A SCIM client that we did not write creates him."""
    person = house.scim.get_resource_model("User")
    name = {"givenName": "Ben", "familyName": "Osei"}
    made = house.scim.create(person(user_name=BEN, external_id="00u-ben", name=name, active=True))
    assert (made.user_name, made.active) == (BEN, True)
    house.facts["ben"] = made


def he_appears_in_admin_center(house: House, status: str) -> None:
    """Ada sees him in the directory, with this status."""
    page = house.opens("ada", "/admin-center/people/")
    expect(row_of(page, BEN)).to_contain_text(status)


def he_signs_in_with_single_sign_on(house: House) -> None:
    """His address leads to the identity provider, and back with a session."""
    page = house.opens("ben", "/sign-in")
    page.get_by_label("Email").fill(BEN)
    page.get_by_role("button", name="Next").click()
    page.get_by_label("Email").fill(BEN)
    page.get_by_label("Password").fill("whatever the identity provider asks")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{house.keyhouse.url}/**")
    assert house.opens("ben", "/account/").url.endswith("/account/")


def the_identity_provider_deactivates_him(house: House) -> None:
    """The same SCIM client reads him and says `active: false`."""
    ben = house.scim.query(house.scim.get_resource_model("User"), house.facts["ben"].id)
    ben.active = False
    assert house.scim.replace(ben).active is False


def his_next_request_is_refused(house: House) -> None:
    """The page that he had open leads to the sign-in."""
    page = house.page_of("ben")
    page.reload()
    expect(page).to_have_url(re.compile("/sign-in"))


def single_sign_on_no_longer_takes_him_in(house: House) -> None:
    """His address gets the answer of an unknown one: it leads to no identity provider any more."""
    page = house.opens("ben", "/sign-in")
    page.get_by_label("Email").fill(BEN)
    page.get_by_role("button", name="Next").click()
    assert page.url.startswith(house.keyhouse.url)
    assert "/account" not in page.url


def the_log_tells_it_in_order(house: House) -> None:
    """Ada reads in the security logs who came and who left."""
    page = house.opens("ada", "/admin-center/security-logs/")
    for title in ("Account created", "Login", "Account deactivated"):
        expect(row_of(page, title).first).to_be_visible()


def row_of(page: Page, text: str) -> Any:
    """The row of a table that names somebody."""
    return page.get_by_role("row").filter(has_text=text)
