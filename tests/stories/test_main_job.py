"""The main job: from the identity provider to the last asset, and out again."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.stories.house import House
from tests.stories.walks import activate

pytestmark = [pytest.mark.story, pytest.mark.peer]
BEN = "ben@acme.example"
TASKS = ("ADVERTISE", "ANALYZE", "DRAFT", "MANAGE")


def test_a_person_comes_works_and_leaves(house: House):
    ada_activates_her_account(house)
    ada_adds_ad_accounts(house, "Acme Ads", "Acme Outlet")

    ben_is_created_in_the_identity_provider(house)
    he_appears_in_admin_center(house, "Invited")
    he_signs_in_with_single_sign_on(house)
    he_appears_in_admin_center(house, "Active")

    ada_invites_him_to_the_portfolio_with_a_task(house, "Acme Ads", "ADVERTISE")
    he_is_inactive_until_he_accepts(house)
    he_accepts_by_the_link_in_his_mail(house)
    he_can_do_exactly_that(house, "Acme Ads", {"ADVERTISE", "ANALYZE"})

    the_identity_provider_deactivates_him(house)
    his_next_request_is_refused(house)
    he_can_do_nothing(house)
    he_appears_in_admin_center(house, "Deactivated")
    he_is_masked_in_business_manager(house)
    single_sign_on_no_longer_takes_him_in(house)
    the_log_tells_it_in_order(house)


def ada_activates_her_account(house: House) -> None:
    """She chooses a password, sets up an authenticator app, and keeps her recovery codes."""
    page = house.page_of("ada")
    page.goto(house.made["admin"]["activation_link"])
    activate(page)


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


def ada_adds_ad_accounts(house: House, *names: str) -> None:
    """Two ad accounts of the portfolio, of which he will get one."""
    for number, name in enumerate(names, 1001):
        page = house.opens("ada", f"{house.portfolio}/ad-accounts/adding/")
        page.get_by_label("Name", exact=True).fill(name)
        page.get_by_label("ID outside Keyhouse").fill(f"act_{number}")
        page.get_by_role("button", name="Add").click()
        page.wait_for_url("**/added/")
        house.facts[name] = page.url.split("/")[-3]


def ada_invites_him_to_the_portfolio_with_a_task(house: House, asset: str, task: str) -> None:
    """The dialog Invite people, step by step: People, Access, Assets, Review."""
    page = house.opens("ada", f"{house.portfolio}/people/inviting/")
    page.get_by_label("Email addresses").fill(BEN)
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Next").click()
    picker = page.locator(".picker")
    picker.locator("label", has_text="Ad accounts").click()
    picker.get_by_label(asset).check()
    picker.locator(f"[name=tasks_ad_account][value={task}]").check()
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Confirm").click()
    page.wait_for_url("**/people/**")


def he_is_inactive_until_he_accepts(house: House) -> None:
    """Business Manager shows the row as Inactive, and he may nothing yet."""
    page = house.opens("ada", f"{house.portfolio}/people/")
    expect(row_of(page, BEN)).to_contain_text("Inactive")
    assert not house.may(house.facts["ben"].id, "ADVERTISE", house.facts["Acme Ads"])


def he_accepts_by_the_link_in_his_mail(house: House) -> None:
    """He opens the link in the browser in which he is signed in."""
    page = house.page_of("ben")
    page.goto(house.inbox.link_for(BEN, "/invitations/"))
    page.get_by_role("button", name="Accept").click()
    page.wait_for_url("**/business-manager/**")


def he_can_do_exactly_that(house: House, asset: str, tasks: set[str]) -> None:
    """The shop is told yes for his task and what it implies, and no for all else; he cannot invite others."""
    ben = house.facts["ben"].id
    asked = {
        (name, one): house.may(ben, one, house.facts[name]) for name in ("Acme Ads", "Acme Outlet") for one in TASKS
    }
    assert {question for question, yes in asked.items() if yes} == {(asset, task) for task in tasks}
    page = house.opens("ben", f"{house.portfolio}/ad-accounts/")
    expect(page.get_by_role("main")).to_contain_text(asset)
    expect(page.get_by_role("main")).not_to_contain_text("Acme Outlet")
    answer = page.goto(f"{house.keyhouse.url}{house.portfolio}/people/inviting/")
    assert answer is not None
    assert answer.status == 403


def he_can_do_nothing(house: House) -> None:
    """The shop is told no for everything."""
    ben = house.facts["ben"].id
    assert not any(house.may(ben, task, house.facts[name]) for name in ("Acme Ads", "Acme Outlet") for task in TASKS)


def he_is_masked_in_business_manager(house: House) -> None:
    """The row stays, with asterisks in the place of his name and address."""
    page = house.opens("ada", f"{house.portfolio}/people/")
    expect(row_of(page, "*****@*****")).to_contain_text("Deactivated")
    expect(page.get_by_role("main")).not_to_contain_text(BEN)


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
    assert page.url.startswith(f"{house.keyhouse.url}/sign-in")


def the_log_tells_it_in_order(house: House) -> None:
    """Ada reads in the security logs who came and who left."""
    page = house.opens("ada", "/admin-center/security-logs/")
    for title in ("Account created", "Login", "Person invited", "Invitation accepted", "Account deactivated"):
        expect(row_of(page, title).first).to_be_visible()


def row_of(page: Page, text: str) -> Any:
    """The row of a table that names somebody."""
    return page.get_by_role("row").filter(has_text=text)
