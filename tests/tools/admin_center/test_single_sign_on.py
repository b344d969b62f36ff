"""The wizard Add IdP over HTTP: five steps, each with its page, and nothing is on before the last."""

import datetime as dt

import pytest
import time_machine
from django.test import Client

from keyhouse.domain.connections.models import Connection, RoutedDomain
from keyhouse.domain.credentials.models import Authenticator
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.sign_in.models import SignInAttempt
from keyhouse.foundation import clock
from tests.endpoints.saml.provider import Provider, make_connection, okta_sign_on, pair
from tests.protocols.saml.test_metadata import provider as metadata
from tests.tools.at_the_door import browser_of

__all__ = ["okta_sign_on"]
LIST = "/admin-center/single-sign-on/"


@pytest.fixture
def hers(cast):
    """Ada's browser."""
    Authenticator.objects.of(cast.acme).create(person=cast.ada, secret_encrypted="x", confirmed_at=clock.now())
    return browser_of(cast.ada)


def connection_of(cast):
    return Connection.objects.of(cast.acme).select_related("saml").get(kind="saml")


def test_the_five_steps_lead_from_nothing_to_a_connection_that_is_on(cast, hers):
    step = hers.post(LIST + "adding/", {"provider": "okta", "name": "Okta"})["Location"]
    made = connection_of(cast)
    page = f"{LIST}{made.id}/"
    assert (step, made.state) == (f"{page}our-side/", "draft")
    assert f"/saml/{made.id}/acs" in hers.get(step).content.decode()

    saved = hers.post(f"{page}identity-provider/?by=file", {"xml": metadata(), "save": "yes"})
    assert saved["Location"] == f"{page}test/"
    passed(hers, made)
    assert "The test passed" in hers.get(f"{page}test/").content.decode()

    domain = EmailDomain.objects.of(cast.acme).get(name="acme.example")
    assert hers.post(f"{page}domains/", {"domains": [domain.id]})["Location"] == f"{page}activation/"
    assert hers.post(f"{page}activation/", {"activate": "yes"})["Location"] == page
    assert connection_of(cast).is_on


def passed(browser, connection):
    """Let Ada sign in at the provider in the tab that Test SSO opened."""
    connection.saml.refresh_from_db()
    connection.saml.certificates, connection.saml.issuer = [pair("idp")[1]], "https://idp.acme.example/metadata"
    connection.saml.save()
    provider = Provider(connection)
    request = provider.asked(browser, at="test", email="ada@acme.example")
    handle = provider.post(browser, provider.says(request, "ada@acme.example"))["Location"]
    assert "SSO test complete" in browser.get(handle).content.decode()


def test_each_check_of_the_metadata_is_shown_and_a_bad_one_keeps_nothing(cast, hers):
    made = make_connection(cast, state="draft")
    bad = metadata(url="http://idp.acme.example/sso")

    answer = hers.post(f"{LIST}{made.id}/identity-provider/?by=file", {"xml": bad, "save": "yes"})

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Use the https address of the provider." in page and "Save and continue" not in page
    assert connection_of(cast).saml.sign_on_url == "https://idp.acme.example/sso"


@pytest.mark.parametrize("way", ["url", "file", "form"])
def test_an_empty_form_says_what_is_missing(cast, hers, way):
    made = make_connection(cast, state="draft")

    answer = hers.post(f"{LIST}{made.id}/identity-provider/?by={way}", {"validate": "yes"})

    assert answer.status_code in (200, 422)
    assert "Save and continue" not in answer.content.decode()


def test_the_three_fields_of_a_form_are_enough(cast, hers):
    made = make_connection(cast, state="draft")
    fields = {"sign_on_url": "https://new.example/sso", "issuer": "https://new.example", "certificate": pair("idp")[1]}

    hers.post(f"{LIST}{made.id}/identity-provider/?by=form", {**fields, "save": "yes"})

    assert connection_of(cast).saml.issuer == "https://new.example"


def test_a_metadata_address_that_leads_inside_is_refused(cast, hers):
    """WEB-2: the server fetches public https addresses and what the operator lists, nothing else."""
    made = make_connection(cast, state="draft")

    for url in ("http://169.254.169.254/", "https://127.0.0.1/", "file:///etc/passwd"):
        answer = hers.post(f"{LIST}{made.id}/identity-provider/?by=url", {"metadata_url": url, "validate": "yes"})
        assert answer.status_code == 422, url


def test_without_a_test_nothing_is_switched_on(cast, hers):
    made = make_connection(cast, state="draft")

    answer = hers.post(f"{LIST}{made.id}/activation/", {"activate": "yes"})

    assert answer.status_code == 422
    assert connection_of(cast).state == "draft"


def test_a_refused_sign_in_is_found_by_its_support_code(cast, hers, okta_sign_on):
    okta_sign_on.sign_in(Client(), "nobody@acme.example")
    code = SignInAttempt.objects.of(cast.acme).get().support_code
    page = f"{LIST}{okta_sign_on.connection.id}/attempts/"

    found = hers.get(page, {"code": code}).content.decode()

    assert "no_such_person" in found
    attempt = SignInAttempt.objects.of(cast.acme).get()
    assert "The signature fits a certificate" in hers.get(f"{page}{attempt.id}/").content.decode()
    assert "No attempt has this code" in hers.get(page, {"code": "AAAA-BBBB"}).content.decode()


def test_switching_off_takes_effect_at_once(cast, hers, okta_sign_on):
    page = f"{LIST}{okta_sign_on.connection.id}/"

    assert hers.post(f"{page}deactivation/", {"switch_off": "yes"})["Location"] == page
    assert RoutedDomain.objects.of(cast.acme).exists()
    assert Client().get(f"{okta_sign_on.path}/sign-in").status_code == 403


def test_mallory_finds_no_attempt_of_acme(cast, okta_sign_on):
    """AUTH-1: another organization's attempts do not exist."""
    okta_sign_on.sign_in(Client(), "nobody@acme.example")
    attempt = SignInAttempt.objects.of(cast.acme).get()

    answer = browser_of(cast.mallory).get(f"{LIST}{okta_sign_on.connection.id}/attempts/{attempt.id}/")

    assert answer.status_code == 404


@pytest.mark.parametrize(("days", "words"), [(3640, "expires within 30 days"), (3651, "has expired")])
def test_a_certificate_that_ends_is_told_on_every_page(cast, okta_sign_on, days, words):
    with time_machine.travel(clock.now() + dt.timedelta(days=days)):
        page = browser_of(cast.ada).get("/admin-center/security-logs/").content.decode()

    assert f"The certificate of Okta {words}" in page


def test_a_certificate_that_lives_is_no_news(cast, hers, okta_sign_on):
    assert "The certificate of Okta" not in hers.get("/admin-center/security-logs/").content.decode()
