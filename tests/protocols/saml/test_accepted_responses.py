"""What is accepted: good answers to our own requests, signed in each allowed way."""

import pytest

from keyhouse.protocols.saml import issuing, names
from keyhouse.protocols.saml.checks import CHECKS
from keyhouse.protocols.saml.xml import build
from tests.protocols.saml.builder import ADA, bent, examined, good, pair, setting, statement, subject


@pytest.mark.parametrize("sign", ["assertion", "response", "both"])
def test_a_good_response_signs_its_subject_in(sign):
    assert subject(examined(good(sign=sign))) == ADA


def test_every_check_is_listed_in_order():
    outcome = examined(good())

    assert tuple(line.check for line in outcome.lines) == CHECKS
    assert all(line.passed for line in outcome.lines)


def test_the_session_index_and_the_attributes_are_read():
    said = examined(good()).assertion

    assert said.session_index == "_session1"
    assert said.attributes == {"mail": (ADA,)}


@pytest.mark.parametrize("sign", ["response", "no"])
def test_an_encrypted_assertion_is_read(sign):
    key, certificate = pair()
    root = issuing.response(statement(), key=key, certificate=certificate, encrypt_for=pair("sp")[1])
    if sign == "response":
        root = issuing.sign(root, key=key, certificate=certificate)

    outcome = examined(root, require_encryption=True)

    assert subject(outcome) == ADA


@pytest.mark.parametrize("name_id_format", [names.EMAIL, names.UNSPECIFIED, names.PERSISTENT])
def test_lasting_name_formats_are_accepted(name_id_format):
    assert subject(examined(good(name_id_format=name_id_format))) == ADA


def test_the_second_certificate_of_a_connection_works_too():
    both = (pair("another")[1], pair()[1])

    assert subject(examined(good(), certificates=both)) == ADA


def test_an_issuer_in_the_envelope_may_be_missing():
    def without_issuer(root):
        root.remove(root[0])

    assert subject(examined(bent(envelope=without_issuer))) == ADA


def test_a_condition_of_one_time_use_is_understood():
    def one_time(root):
        build("saml:OneTimeUse", root.find(names.tag("saml:Conditions")))

    assert subject(examined(bent(one_time))) == ADA


def test_a_name_is_trimmed_and_read_whole():
    assert subject(examined(good(name_id=f"  {ADA}\n"))) == ADA


def test_fractions_of_a_second_and_zones_are_read():
    precise = setting("saml:Conditions", "NotBefore", "2026-11-24T10:29:59.1234567+01:00")

    assert subject(examined(bent(precise))) == ADA
