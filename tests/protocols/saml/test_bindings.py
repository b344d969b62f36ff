"""How messages travel: what was sent comes back, and what is cut, bent or repeated is refused."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keyhouse.protocols.saml.bindings import check_redirect_signature, deflated, from_post, from_redirect, to_post
from keyhouse.protocols.saml.errors import NotReadable, Refusal, Unsigned
from tests.protocols.saml.builder import pair


@given(st.binary(max_size=5000))
def test_what_is_sent_comes_back(message):
    assert from_post(to_post(message)) == message
    assert from_redirect(deflated(message)) == message


def test_line_breaks_in_base64_are_nothing():
    assert from_post("PGE\r\n vPg=\n=") == b"<a/>"


def test_a_message_that_was_cut_short_is_refused():
    """SAML-10: an unfinished stream is no message."""
    whole = base64.b64decode(deflated(b"<samlp:LogoutRequest/>" * 20))

    with pytest.raises(NotReadable, match="cut short"):
        from_redirect(base64.b64encode(whole[:-4]).decode())


@pytest.mark.parametrize("value", ["PGEvPg==", "%%%", "AAAA", "="])
def test_what_is_not_deflated_is_refused(value):
    """SAML-10: anything but raw deflate is no message."""
    with pytest.raises(NotReadable):
        from_redirect(value)


def test_a_repeated_parameter_is_refused_before_its_signature_is_looked_at():
    """SAML-9: nobody can say which of two values was signed."""
    with pytest.raises(NotReadable, match="repeated"):
        check_redirect_signature("SAMLRequest=a&SAMLRequest=b&SigAlg=c&Signature=d", "SAMLRequest", (pair()[1],))


@pytest.mark.parametrize("query", ["", "SAMLRequest=a", "SAMLRequest=a&SigAlg=b", "SAMLRequest=a&Signature=b"])
def test_an_address_without_its_signature_is_unsigned(query):
    """SAML-9: no signature, no effect."""
    with pytest.raises(Unsigned):
        check_redirect_signature(query, "SAMLRequest", (pair()[1],))


@pytest.mark.parametrize("signature", ["", "AAAA", "%25", "A" * 400])
def test_a_signature_that_is_none_is_refused(signature):
    """SAML-9: a wrong signature has no effect either."""
    query = (
        f"SAMLRequest=a&SigAlg=http%3A%2F%2Fwww.w3.org%2F2001%2F04%2Fxmldsig-more%23rsa-sha256&Signature={signature}"
    )

    with pytest.raises(Refusal):
        check_redirect_signature(query, "SAMLRequest", (pair()[1],))
