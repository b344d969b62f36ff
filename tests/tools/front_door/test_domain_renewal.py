"""The page by which a mailbox renews the proof of a domain."""

import pytest
from django.test import Client

from keyhouse.domain.email_domains import actions, queries, rules
from keyhouse.domain.email_domains.models import DomainLink, EmailDomain
from keyhouse.foundation import secrets


@pytest.fixture
def address(ada, cast):
    """The address that was mailed to admin@acme.example, whose domain is failing."""
    rows = EmailDomain.objects.of(cast.acme).filter(name="acme.example")
    rows.update(method="email", code_mailbox="admin", state="warning")
    actions.ask_for_renewal(by=ada, domain=rows.get())
    link = DomainLink.objects.of(cast.acme).get()
    return "/domain-renewal/" + secrets.decrypt(rules.LINK_SECRET, link.handle_encrypted)


def test_opening_changes_nothing_and_the_button_renews(cast, address):
    asked = Client().get(address)
    before = queries.named(cast.acme, "acme.example").state
    done = Client().post(address)

    assert asked.status_code == done.status_code == 200 and b"Is acme.example still yours?" in asked.content
    assert (before, queries.named(cast.acme, "acme.example").state) == ("warning", "verified")


def test_a_link_that_is_over_says_what_to_do(address):
    Client().post(address)

    again = Client().get(address)

    assert again.status_code == 410 and b"Look for a newer mail" in again.content
