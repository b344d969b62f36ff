"""A signature over what is read is required, made with a pinned key and a listed algorithm."""

from copy import deepcopy
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives import serialization
from lxml import etree
from signxml import DigestAlgorithm, SignatureMethod, XMLSigner
from signxml.algorithms import CanonicalizationMethod

from keyhouse.protocols.saml import issuing, names
from tests.protocols.saml.builder import ADA, NOW, bent, drop, examined, failed, first, good, pair, statement, subject


def refused(root, check="signatures_are_allowed", **changes):
    outcome = examined(root, **changes)
    return outcome.assertion is None and outcome.refusal.code == "bad_signature" and failed(outcome) == check


def test_an_unsigned_response_is_refused():
    """SAML-6: a good signature over what is read is required."""
    assert refused(bent(sign="nothing"), "is_signed")


def test_a_response_signed_by_another_key_is_refused():
    """SAML-6: a good signature over what is read is required."""
    assert refused(good(signer="mallory"), "signature")


def test_the_key_of_another_connection_opens_nothing():
    """SAML-6: a good signature over what is read is required."""
    assert refused(good(), "signature", certificates=(pair("rival")[1],))


def test_a_connection_without_certificate_accepts_nothing():
    """SAML-6: a good signature over what is read is required."""
    assert refused(good(), "signature", certificates=())


@pytest.mark.parametrize("place", ["ds:KeyInfo", "nothing"])
def test_the_key_in_the_message_counts_for_nothing(place):
    """SAML-6: a good signature over what is read is required."""
    signed, foreign = good(), good(signer="mallory")
    info = first(signed, "ds:KeyInfo")
    parent = info.getparent()
    parent.remove(info)
    if place == "ds:KeyInfo":
        parent.append(first(foreign, "ds:KeyInfo"))

    assert subject(examined(signed)) == ADA
    assert refused(foreign, "signature")


def test_a_signature_that_stands_elsewhere_is_refused():
    """SAML-6: a good signature over what is read is required."""
    root = good()
    signature = drop(first(root, "ds:Signature"))
    first(root, "samlp:Status").append(signature)

    assert refused(root, "signatures_stand_right")


def test_a_signature_over_the_response_is_void_when_the_assertion_changes():
    """SAML-6: a good signature over what is read is required."""
    root = good(sign="response")
    first(root, "saml:NameID").text = "erin@acme.example"

    assert refused(root, "signature")


def test_both_signatures_must_be_good_where_there_are_two():
    """SAML-6: a good signature over what is read is required."""
    root = good(sign="response", signer="idp")
    foreign = first(good(signer="mallory"), "saml:Assertion")
    root = issuing.build_response(statement())
    root.append(foreign)
    key, certificate = pair()

    assert refused(issuing.sign(root, key=key, certificate=certificate), "signature")


@pytest.mark.parametrize(
    "algorithm",
    [
        names.DS + "rsa-sha1",
        names.DS + "hmac-sha1",
        names.DS + "dsa-sha1",
        "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256",
        "http://www.w3.org/2007/05/xmldsig-more#sha1-rsa-MGF1",
        "none",
        "",
    ],
)
def test_other_signature_methods_are_refused(algorithm):
    """SAML-6: a good signature over what is read is required."""
    root = good()
    first(root, "ds:SignatureMethod").set("Algorithm", algorithm)

    assert refused(root)


@pytest.mark.parametrize("algorithm", [names.DS + "sha1", "http://www.w3.org/2001/04/xmldsig-more#md5", ""])
def test_other_digests_are_refused(algorithm):
    """SAML-6: a good signature over what is read is required."""
    root = good()
    first(root, "ds:DigestMethod").set("Algorithm", algorithm)

    assert refused(root)


def test_an_hmac_keyed_with_the_public_certificate_is_refused():
    """SAML-6: a good signature over what is read is required."""
    secret = pair()[1].public_bytes(serialization.Encoding.PEM)
    signer = XMLSigner(
        signature_algorithm=SignatureMethod.HMAC_SHA256,
        digest_algorithm=DigestAlgorithm.SHA256,
        c14n_algorithm=CanonicalizationMethod.EXCLUSIVE_XML_CANONICALIZATION_1_0,
    )
    inner = issuing.build_assertion(statement())
    root = issuing.build_response(statement())
    root.append(signer.sign(inner, key=secret, reference_uri=inner.get("ID"), id_attribute="ID"))

    assert refused(root, "signatures_stand_right") or refused(root)


@pytest.mark.parametrize("part", ["ds:SignatureValue", "ds:DigestValue"])
@pytest.mark.parametrize("value", ["", "AAAA", "%"])
def test_an_empty_or_wrong_value_is_refused(part, value):
    """SAML-6: a good signature over what is read is required."""
    root = good()
    first(root, part).text = value

    assert refused(root, "signature")


def test_an_expired_certificate_works_until_the_connection_refuses_it():
    """SAML-7: audience, recipient, times and request are required."""
    much_later = NOW + timedelta(days=3651)
    late = good(now=much_later)

    assert subject(examined(late, now=much_later)) == ADA
    assert failed(examined(late, now=much_later, refuse_expired_certificates=True)) == "certificate"


def test_an_object_in_the_signature_is_refused():
    """SAML-6: a good signature over what is read is required."""
    root = good()
    etree.SubElement(first(root, "ds:Signature"), names.tag("ds:Object"))

    assert refused(root)


@pytest.mark.parametrize("part", ["ds:SignatureValue", "ds:DigestValue", "ds:DigestMethod", "ds:Transforms"])
def test_a_part_that_is_missing_or_doubled_is_refused(part):
    """SAML-6: each part of a signature stands there once."""
    missing, doubled = good(), good()
    drop(first(missing, part))
    first(doubled, part).addnext(deepcopy(first(doubled, part)))

    assert examined(missing).assertion is None
    assert examined(doubled).assertion is None


@pytest.mark.parametrize("place", ["ds:Signature", "ds:SignedInfo", "ds:Reference"])
def test_an_unknown_part_of_a_signature_is_refused(place):
    """SAML-6: nothing else stands inside a signature."""
    root = good()
    etree.SubElement(first(root, place), names.tag("ds:Manifest"))

    assert refused(root)
