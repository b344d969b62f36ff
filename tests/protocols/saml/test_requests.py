"""Our own requests: signed, exact about where the answer goes, readable for the other side."""

from urllib.parse import parse_qs, urlsplit

import pytest

from keyhouse.protocols.saml import issuing, requests
from keyhouse.protocols.saml.bindings import check_redirect_signature, from_redirect
from keyhouse.protocols.saml.errors import Refusal
from tests.protocols.saml.builder import ACS, ENTITY_ID, NOW, pair


def asked(url="https://idp.acme.example/sso", **changes):
    return requests.SignOnRequest(
        id=requests.new_id(), url=url, entity_id=ENTITY_ID, acs_url=ACS, issued_at=NOW, **changes
    )


def test_a_request_is_signed_and_names_where_to_answer():
    request = asked()
    query = urlsplit(requests.sign_on_url(request, "/account/", pair("sp")[0])).query

    check_redirect_signature(query, "SAMLRequest", (pair("sp")[1],))
    read = issuing.read_request(from_redirect(parse_qs(query)["SAMLRequest"][0]))

    assert read == issuing.ReceivedRequest(id=request.id, issuer=ENTITY_ID, acs_url=ACS, ask_again=False)


def test_a_request_may_ask_again():
    query = urlsplit(requests.sign_on_url(asked(ask_again=True), None, pair("sp")[0])).query

    assert issuing.read_request(from_redirect(parse_qs(query)["SAMLRequest"][0])).ask_again


def test_an_address_with_parameters_keeps_them():
    url = requests.sign_on_url(asked("https://idp.acme.example/sso?app=7"), None, pair("sp")[0])

    assert url.startswith("https://idp.acme.example/sso?app=7&SAMLRequest=")


def test_a_changed_request_no_longer_fits_its_signature():
    query = urlsplit(requests.sign_on_url(asked(), "/account/", pair("sp")[0])).query

    with pytest.raises(Refusal):
        check_redirect_signature(query.replace("account", "admin"), "SAMLRequest", (pair("sp")[1],))


def test_each_id_is_new():
    assert len({requests.new_id() for _ in range(100)}) == 100
