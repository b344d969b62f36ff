"""A logout request counts only when it is signed with the key of its connection, by form or by address."""

from datetime import timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from keyhouse.protocols.saml import issuing, logout, names
from keyhouse.protocols.saml.bindings import from_redirect, redirect_url, to_post
from keyhouse.protocols.saml.errors import Refusal
from keyhouse.protocols.saml.messages import NameId
from keyhouse.protocols.saml.xml import build, parse, serialize
from tests.protocols.saml.builder import ADA, ENTITY_ID, IDP, NOW, later, pair

SLO = "https://keyhouse.test/saml/7/slo"


def request(**changes):
    """A logout request of the identity provider."""
    given = {"ID": "_out1", "Version": "2.0", "IssueInstant": later(0), "Destination": SLO, **changes}
    root = build("samlp:LogoutRequest", **given)
    build("saml:Issuer", root, text=IDP)
    build("saml:NameID", root, text=ADA, Format=names.EMAIL)
    build("samlp:SessionIndex", root, text="_session1")
    return root


def expected(**changes):
    return logout.LogoutExpectation(
        **{"addresses": (SLO,), "issuer": IDP, "certificates": (pair()[1],), "now": NOW, **changes}
    )


def by_form(root, signer="idp"):
    key, certificate = pair(signer)
    return to_post(serialize(issuing.sign(root, key=key, certificate=certificate)))


def by_address(root, signer="idp"):
    query = urlsplit(redirect_url(SLO, "SAMLRequest", serialize(root), "back", pair(signer)[0])).query
    return query, dict(part.split("=", 1) for part in query.split("&"))


def read_address(query, parts, **changes):
    return logout.from_address(query, unquote(parts["SAMLRequest"]), expected(**changes))


def test_a_signed_request_is_read_from_a_form():
    asked = logout.from_form(by_form(request()), expected())

    assert (asked.name_id.value, asked.session_indexes) == (ADA, ("_session1",))


def test_a_signed_request_is_read_from_an_address():
    assert read_address(*by_address(request())).name_id.value == ADA


def test_an_unsigned_request_is_refused():
    """SAML-9: logout needs a good signature."""
    _, parts = by_address(request())

    with pytest.raises(Refusal):
        logout.from_form(to_post(serialize(request())), expected())
    with pytest.raises(Refusal):
        read_address(f"SAMLRequest={parts['SAMLRequest']}", parts)


def test_a_request_signed_by_another_key_is_refused():
    """SAML-9: logout needs a good signature."""
    with pytest.raises(Refusal):
        logout.from_form(by_form(request(), "mallory"), expected())
    with pytest.raises(Refusal):
        read_address(*by_address(request(), "mallory"))


@pytest.mark.parametrize("change", [{"Destination": None}, {"Destination": SLO + "x"}, {"IssueInstant": later(-12)}])
def test_a_request_for_elsewhere_or_from_long_ago_is_refused(change):
    """SAML-9: logout needs a good signature."""
    with pytest.raises(Refusal):
        logout.from_form(by_form(request(**change)), expected())


def test_a_request_whose_end_is_over_is_refused():
    """SAML-9: logout needs a good signature."""
    with pytest.raises(Refusal):
        read_address(*by_address(request(NotOnOrAfter=later(1))), now=NOW + timedelta(minutes=3))


@pytest.mark.parametrize("trick", ["&SAMLRequest=other", "&SigAlg=x", "&Signature=AA%3D%3D"])
def test_a_repeated_parameter_is_refused(trick):
    """SAML-9: logout needs a good signature."""
    query, parts = by_address(request())

    with pytest.raises(Refusal):
        read_address(query + trick, parts)


def test_an_address_signed_with_sha_1_is_refused():
    """SAML-9: logout needs a good signature."""
    query, parts = by_address(request())
    weak = query.replace(parts["SigAlg"], "http%3A%2F%2Fwww.w3.org%2F2000%2F09%2Fxmldsig%23rsa-sha1")

    with pytest.raises(Refusal, match="isn't allowed"):
        read_address(weak, parts)


def test_our_own_request_and_answer_are_signed():
    key, certificate = pair("sp")
    name = NameId(value=ADA, format=names.EMAIL)
    url = logout.request_url(
        url="https://idp.acme.example/slo", entity_id=ENTITY_ID, name_id=name, session_index="_s", now=NOW, key=key
    )
    theirs = expected(addresses=("https://idp.acme.example/slo",), issuer=ENTITY_ID, certificates=(certificate,))
    query = urlsplit(url).query
    parts = dict(part.split("=", 1) for part in query.split("&"))
    assert logout.from_address(query, unquote(parts["SAMLRequest"]), theirs).session_indexes == ("_s",)


@pytest.mark.parametrize(("complete", "count"), [(True, 1), (False, 2)])
def test_an_answer_says_whether_all_sessions_are_over(complete, count):
    answer = logout.LogoutAnswer(
        url="https://idp.acme.example/slo", entity_id=ENTITY_ID, in_response_to="_out1", complete=complete, now=NOW
    )
    sent = parse_qs(urlsplit(logout.response_url(answer, None, pair("sp")[0])).query)["SAMLResponse"][0]

    assert len(list(parse(from_redirect(sent)).iter(names.tag("samlp:StatusCode")))) == count


def test_another_issuer_another_message_or_no_id_is_refused():
    """SAML-9: a good signature is not enough."""
    foreign, nameless = request(), request(ID=None)
    foreign[0].text = "https://rival.example"
    other = build("samlp:LogoutResponse", **dict(request().attrib))

    for root in (foreign, nameless, other):
        with pytest.raises(Refusal):
            read_address(*by_address(root))
