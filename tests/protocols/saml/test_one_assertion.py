"""A response holds exactly one assertion, wherever one looks and whenever."""

from copy import deepcopy

import pytest
from lxml import etree

from keyhouse.protocols.saml import issuing, names
from keyhouse.protocols.saml.encryption import encrypted
from tests.protocols.saml.builder import bent, drop, evil, examined, failed, first, good, pair, statement


def sealed(element):
    """An assertion, encrypted for us."""
    return encrypted(element, pair("sp")[1])


def test_a_response_without_assertion_is_refused():
    """SAML-2: a response holds exactly one assertion."""
    root = good(sign="response")
    drop(first(root, "saml:Assertion"))

    assert failed(examined(root)) == "one_assertion"


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_a_second_assertion_is_refused_wherever_it_stands(place):
    """SAML-2: a response holds exactly one assertion."""
    root = good()
    second = evil(first(root, "saml:Assertion"))
    second.set("ID", "_second")
    root.insert(place, second)

    assert failed(examined(root)) == "one_assertion"


def test_an_assertion_nested_in_advice_is_refused_though_signed():
    """SAML-2: a response holds exactly one assertion."""

    def advised(root):
        advice = etree.SubElement(root, names.tag("saml:Advice"))
        advice.append(issuing.build_assertion(statement()))

    assert failed(examined(bent(advised))) == "one_assertion"


def test_a_plain_beside_an_encrypted_assertion_is_refused():
    """SAML-2: a response holds exactly one assertion."""
    root = good()
    root.append(sealed(issuing.build_assertion(statement())))

    assert failed(examined(root)) == "one_assertion"


def test_two_encrypted_assertions_are_refused():
    """SAML-2: a response holds exactly one assertion."""
    root = good()
    signed = drop(first(root, "saml:Assertion"))
    root.extend([sealed(signed), sealed(evil(signed))])

    assert failed(examined(root)) == "one_assertion"


@pytest.mark.parametrize("hidden", ["saml:Assertion", "saml:EncryptedAssertion"])
def test_an_assertion_that_decryption_brings_to_light_is_counted(hidden):
    """SAML-2: a response holds exactly one assertion."""
    root = good()
    signed = drop(first(root, "saml:Assertion"))
    etree.SubElement(etree.SubElement(signed, names.tag("saml:Advice")), names.tag(hidden))
    root.append(sealed(signed))

    outcome = examined(root)

    assert outcome.assertion is None
    assert outcome.refusal.code == "malformed"


def test_an_encrypted_assertion_that_nobody_signed_is_refused():
    """SAML-6: a good signature over what is read is required."""
    root = issuing.build_response(statement())
    root.append(sealed(issuing.build_assertion(statement())))

    outcome = examined(root)

    assert (failed(outcome), outcome.refusal.code) == ("signature", "bad_signature")


def test_an_assertion_encrypted_for_somebody_else_is_refused():
    """SAML-6: a good signature over what is read is required."""
    key, certificate = pair()
    root = issuing.response(statement(), key=key, certificate=certificate, encrypt_for=pair("another")[1])

    assert failed(examined(root)) == "signature"


@pytest.mark.parametrize("algorithm", [names.XENC + "aes256-cbc", names.XENC + "tripledes-cbc", "none", ""])
def test_old_content_ciphers_are_refused(algorithm):
    """SAML-6: a good signature over what is read is required."""
    key, certificate = pair()
    root = issuing.response(statement(), key=key, certificate=certificate, encrypt_for=pair("sp")[1])
    first(root, "xenc:EncryptionMethod").set("Algorithm", algorithm)

    assert "isn't allowed" in str(examined(root).refusal)


def test_rsa_of_version_1_5_is_refused():
    """SAML-6: a good signature over what is read is required."""
    key, certificate = pair()
    root = issuing.response(statement(), key=key, certificate=certificate, encrypt_for=pair("sp")[1])
    method = first(root, "xenc:EncryptedKey")[0]
    method.set("Algorithm", names.XENC + "rsa-1_5")

    assert "isn't allowed" in str(examined(root).refusal)


def test_a_plain_assertion_is_refused_where_encryption_is_required():
    """SAML-6: a good signature over what is read is required."""
    assert failed(examined(good(), require_encryption=True)) == "encryption"


@pytest.mark.parametrize("count", [0, 2])
def test_an_encrypted_assertion_has_exactly_one_key(count):
    """SAML-2: nothing is tried out on several keys of a message."""
    key, certificate = pair()
    root = issuing.response(statement(), key=key, certificate=certificate, encrypt_for=pair("sp")[1])
    wrapped = first(root, "xenc:EncryptedKey")
    if count:
        wrapped.addnext(deepcopy(wrapped))
    else:
        drop(wrapped)

    assert failed(examined(root)) == "signature"
