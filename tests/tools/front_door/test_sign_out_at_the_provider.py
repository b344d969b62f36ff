"""Signing out ends the session here first; where the provider wants to be told, a signed request leads there."""

from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from keyhouse.domain.sign_in.models import Session
from keyhouse.foundation import clock
from keyhouse.protocols.saml import keys, logout
from tests.endpoints.saml.provider import okta_sign_on, pair
from tests.tools.at_the_door import browser_of

__all__ = ["okta_sign_on"]


@pytest.fixture
def his(okta_sign_on):
    """Ben's browser, signed in through Okta."""
    browser = Client()
    okta_sign_on.sign_in(browser)
    return browser


def way_out(page):
    """The provider's address on the page."""
    return unescape(page.partition('href="https://idp.acme.example/slo?')[2].partition('"')[0])


def test_the_session_ends_here_and_a_signed_request_leads_there(cast, okta_sign_on, his):
    page = his.post("/sign-out").content.decode()

    assert not Session.objects.of(cast.acme).exists()
    query = way_out(page)
    expected = logout.LogoutExpectation(
        addresses=("https://idp.acme.example/slo",), issuer=okta_sign_on.ours.entity_id,
        certificates=(keys.read_certificate(pair("sp")[1]),), now=clock.now(),
    )  # fmt: skip
    asked = logout.from_address(query, parse_qs(query)["SAMLRequest"][0], expected)
    assert asked.name_id.value == "ben@acme.example"
    assert len(asked.session_indexes) == 1


def test_without_a_logout_address_the_sign_in_page_follows(okta_sign_on, his):
    okta_sign_on.connection.saml.logout_url = ""
    okta_sign_on.connection.saml.save()

    assert his.post("/sign-out")["Location"] == "/sign-in"


def test_who_came_by_password_is_led_nowhere_else(cast, okta_sign_on):
    assert browser_of(cast.ada).post("/sign-out")["Location"] == "/sign-in"


def test_the_answer_of_the_provider_leads_to_the_sign_in_page(okta_sign_on):
    answer = Client().get(f"{okta_sign_on.path}/slo?SAMLResponse=x")

    assert urlsplit(answer["Location"]).path == "/sign-in"
