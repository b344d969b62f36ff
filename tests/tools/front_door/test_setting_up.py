"""Setting up an empty installation at its page."""

import pytest

from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.organizations import actions
from keyhouse.domain.organizations.models import Organization
from keyhouse.foundation.permissions import operator_actor
from tests.domain.credentials.proofs import GOOD
from tests.tools.front_door.browsing import browser, opened, shown, who

FIELDS = {
    "organization": "Acme", "given_name": "Ada", "family_name": "Lane", "email": "ada@acme.example",
    "domain": "acme.example",
}  # fmt: skip


@pytest.fixture
def address(db):
    """The address that `keyhouse serve` prints."""
    return "/set-up/" + actions.create_set_up_link(by=operator_actor())


def test_it_makes_the_organization_and_leads_to_the_activation_of_its_administrator(address):
    client = browser()

    answer = client.post(address, FIELDS)
    page = opened(client, answer["Location"])
    client.post("/activate/changes")
    client.post("/activate/password", {"password": GOOD, "born": "1990-05-17"})

    assert answer["Location"] == "/activate/changes" and "Activate your work account" in shown(page)
    assert "Set up an authenticator app" in shown(opened(client, "/activate/authenticator"))
    organization = Organization.objects.get()
    assert (organization.name, EmailDomain.objects.of(organization).get().state) == ("Acme", "trusted")


@pytest.mark.parametrize(("field", "value"), [("email", "ada"), ("domain", "gmail.com"), ("organization", " ")])
def test_what_is_wrong_is_told_at_its_field_and_nothing_is_made(address, field, value):
    page = browser().post(address, {**FIELDS, field: value})

    assert page.status_code == 422 and not Organization.objects.exists()
    assert 'value="Lane"' in shown(page)


def test_it_is_done_once(address):
    browser().post(address, FIELDS)

    again = browser().post(address, {**FIELDS, "organization": "Rival", "email": "m@rival.example"})

    assert again.status_code == 410 and Organization.objects.count() == 1


def test_a_made_up_link_sets_nothing_up(db):
    page = browser().post("/set-up/" + "x" * 43, FIELDS)

    assert page.status_code == 410 and not Organization.objects.exists() and who(browser()) is None
