"""Logout by the provider: a signed request ends the sessions it names; everything else ends none."""

from urllib.parse import urlsplit

import pytest
from django.test import Client

from keyhouse.domain.sign_in.models import Session
from keyhouse.foundation import clock
from keyhouse.protocols.saml import issuing, keys, logout, names
from keyhouse.protocols.saml.bindings import to_post
from keyhouse.protocols.saml.messages import NameId
from keyhouse.protocols.saml.xml import build, serialize, write_time
from tests.endpoints.saml.provider import ISSUER, okta_sign_on, pair

__all__ = ["okta_sign_on"]


@pytest.fixture
def signed_in(cast, okta_sign_on):
    """Ben is signed in by two browsers, under two session indexes."""
    for index in ("_one", "_two"):
        browser = Client()
        value = okta_sign_on.says(okta_sign_on.asked(browser), session_index=index)
        browser.get(okta_sign_on.post(browser, value)["Location"])
    return okta_sign_on


def by_address(provider, name="ben@acme.example", index="_one", signer="idp"):
    """The query of a signed logout request."""
    url = logout.request_url(
        url=provider.ours.logout_url, entity_id=ISSUER, name_id=NameId(value=name, format=names.EMAIL),
        session_index=index, now=clock.now(), key=keys.read_private_key(pair(signer)[0]),
    )  # fmt: skip
    return urlsplit(url).query


def by_form(provider, signer=""):
    """The form of a logout request, signed or not."""
    now = write_time(clock.now())
    given = {"ID": "_o", "Version": "2.0", "IssueInstant": now, "Destination": provider.ours.logout_url}
    root = build("samlp:LogoutRequest", **given)
    build("saml:Issuer", root, text=ISSUER)
    build("saml:NameID", root, text="ben@acme.example", Format=names.EMAIL)
    if signer:
        key, certificate = pair(signer)
        root = issuing.sign(root, key=keys.read_private_key(key), certificate=keys.read_certificate(certificate))
    return {"SAMLRequest": to_post(serialize(root))}


def left(cast):
    return sorted(Session.objects.of(cast.acme).values_list("session_index", flat=True))


def test_a_signed_request_ends_the_session_that_it_names(cast, signed_in, client):
    """SAML-9: a good signature and a known index end that session, and the provider is answered."""
    response = client.get(f"{signed_in.path}/slo?{by_address(signed_in)}")

    assert response.status_code == 303
    assert response["Location"].startswith("https://idp.acme.example/slo?SAMLResponse=")
    assert left(cast) == ["_two"]


def test_a_request_without_index_ends_all_sessions_of_the_name(cast, signed_in, client):
    """SAML-9: where no index is given, a known name is enough."""
    client.post(f"{signed_in.path}/slo", by_form(signed_in, "idp"))

    assert left(cast) == []


@pytest.mark.parametrize("wrong", [{"index": "_unknown"}, {"name": "erin@acme.example"}, {"signer": "mallory"}])
def test_an_unknown_index_or_name_or_a_wrong_signature_ends_no_session(cast, signed_in, client, wrong):
    """SAML-9: what doesn't fit ends nothing."""
    client.get(f"{signed_in.path}/slo?{by_address(signed_in, **wrong)}")

    assert left(cast) == ["_one", "_two"]


@pytest.mark.parametrize("signer", ["", "mallory"])
def test_an_unsigned_form_ends_no_session(cast, signed_in, client, signer):
    """SAML-9: an unsigned request is refused with a page, and so is one signed by somebody else."""
    response = client.post(f"{signed_in.path}/slo", by_form(signed_in, signer))

    assert response.status_code == 400
    assert left(cast) == ["_one", "_two"]


def test_an_unsigned_address_ends_no_session(cast, signed_in, client):
    """SAML-9: the signature of an address can't be left out."""
    query = by_address(signed_in).partition("&SigAlg")[0]

    assert client.get(f"{signed_in.path}/slo?{query}").status_code == 400
    assert left(cast) == ["_one", "_two"]


def test_messages_of_logout_that_come_to_the_acs_are_taken_too(cast, signed_in, client):
    """SAML-9: there as well, only signed ones end sessions."""
    answer = to_post(serialize(build("samlp:LogoutResponse", ID="_a", Version="2.0")))

    assert client.post(f"{signed_in.path}/acs", {"SAMLResponse": answer})["Location"] == "/sign-in"
    assert client.post(f"{signed_in.path}/acs", by_form(signed_in)).status_code == 400
    assert left(cast) == ["_one", "_two"]
    client.post(f"{signed_in.path}/acs", by_form(signed_in, "idp"))
    assert left(cast) == []
