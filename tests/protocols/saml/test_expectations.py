"""Audience, recipient, destination, times and request: each missing and each wrong value is refused."""

from datetime import timedelta

import pytest

from keyhouse.protocols.saml import names
from keyhouse.protocols.saml.xml import build
from tests.protocols.saml.builder import (
    ACS,
    ADA,
    ENTITY_ID,
    IDP,
    NOW,
    bent,
    drop,
    examined,
    failed,
    first,
    good,
    later,
    setting,
    subject,
)

CONFIRMATION, CONDITIONS, RESPONSE = "saml:SubjectConfirmationData", "saml:Conditions", "samlp:Response"
NEAR = [None, "", ACS + "/", ACS.upper(), ACS.replace("https", "http"), ACS + "?x", "https://rival.example/saml/7/acs"]


def without(name):
    return lambda root: drop(first(root, name))


def bound_to_something_else(root):
    build("saml:Condition", first(root, "saml:Conditions"))


def issued_by_another(root):
    root.find(names.tag("saml:Issuer")).text = "https://rival.example"


IN_THE_ASSERTION = [
    *((setting(CONFIRMATION, "Recipient", value), "recipient", "wrong_recipient") for value in NEAR),
    (setting(CONFIRMATION, "InResponseTo", None), "in_response_to", "unsolicited"),
    (setting(CONFIRMATION, "InResponseTo", "_another"), "in_response_to", "unsolicited"),
    (setting(CONFIRMATION, "NotOnOrAfter", None), "confirmation_time", "expired"),
    (setting(CONFIRMATION, "NotOnOrAfter", later(-1)), "confirmation_time", "expired"),
    (setting(CONFIRMATION, "NotBefore", later(1.1)), "confirmation_time", "not_yet_valid"),
    (setting(CONDITIONS, "NotBefore", None), "conditions_time", "not_yet_valid"),
    (setting(CONDITIONS, "NotBefore", later(1.1)), "conditions_time", "not_yet_valid"),
    (setting(CONDITIONS, "NotOnOrAfter", None), "conditions_time", "expired"),
    (setting(CONDITIONS, "NotOnOrAfter", later(-1)), "conditions_time", "expired"),
    (setting("saml:Assertion", "IssueInstant", later(-11.1)), "age", "expired"),
    (setting("saml:Assertion", "IssueInstant", later(1.1)), "age", "not_yet_valid"),
    (setting("saml:Assertion", "Version", "1.1"), "version", "malformed"),
    (without("saml:Conditions"), "conditions_time", "not_yet_valid"),
    (without("saml:AudienceRestriction"), "audience", "wrong_audience"),
    (without("saml:Audience"), "audience", "wrong_audience"),
    (without("saml:SubjectConfirmation"), "one_bearer", "malformed"),
    (setting("saml:AuthnStatement", "SessionNotOnOrAfter", later(-1)), "provider_session", "expired"),
    (setting("saml:SubjectConfirmation", "Method", "urn:x"), "one_bearer", "malformed"),
    (without("saml:NameID"), "name_id", "no_nameid"),
    (bound_to_something_else, "conditions", "malformed"),
    (issued_by_another, "issuer", "unknown_issuer"),
    (setting("saml:NameID", "Format", names.TRANSIENT), "name_id", "no_nameid"),
    (setting("saml:Assertion", "IssueInstant", "yesterday"), "signature", "malformed"),
]  # fmt: skip
IN_THE_ENVELOPE = [
    *((setting(RESPONSE, "Destination", value), "destination", "wrong_recipient") for value in NEAR),
    (setting(RESPONSE, "InResponseTo", None), "answers_request", "unsolicited"),
    (setting(RESPONSE, "InResponseTo", "_another"), "answers_request", "unsolicited"),
    (setting(RESPONSE, "IssueInstant", None), "response_age", "expired"),
    (setting(RESPONSE, "IssueInstant", later(-11.1)), "response_age", "expired"),
    (setting(RESPONSE, "IssueInstant", later(1.1)), "response_age", "not_yet_valid"),
    (setting(RESPONSE, "Version", "1.1"), "response_version", "malformed"),
    (setting("samlp:StatusCode", "Value", names.REQUESTER), "status", "status_Requester"),
]


@pytest.mark.parametrize(("change", "check", "code"), IN_THE_ASSERTION)
def test_each_missing_or_wrong_value_of_the_assertion_is_refused(change, check, code):
    """SAML-7: audience, recipient, times and request are required."""
    outcome = examined(bent(change))

    assert subject(outcome) is None
    assert (failed(outcome), outcome.refusal.code) == (check, code)


@pytest.mark.parametrize(("change", "check", "code"), IN_THE_ENVELOPE)
def test_each_missing_or_wrong_value_of_the_envelope_is_refused(change, check, code):
    """SAML-7: audience, recipient, times and request are required."""
    outcome = examined(bent(envelope=change, sign="both"))

    assert subject(outcome) is None
    assert (failed(outcome), outcome.refusal.code) == (check, code)


@pytest.mark.parametrize("audience", [ENTITY_ID + "/", ENTITY_ID.upper(), "https://rival.example", IDP, ""])
def test_another_audience_is_refused(audience):
    """SAML-7: audience, recipient, times and request are required."""
    assert failed(examined(good(audience=audience))) == "audience"


@pytest.mark.parametrize("issuer", [IDP + "/", IDP.upper(), "https://rival.example", ""])
def test_another_issuer_is_refused(issuer):
    """SAML-7: audience, recipient, times and request are required."""
    outcome = examined(good(issuer=issuer))

    assert outcome.refusal.code == "unknown_issuer"


EDGES = [(timedelta(minutes=5), timedelta(seconds=59), True), (timedelta(minutes=5), timedelta(seconds=60), False)]


@pytest.mark.parametrize(("end", "beyond", "accepted"), EDGES)
def test_the_clock_may_be_a_minute_fast(end, beyond, accepted):
    """SAML-7: audience, recipient, times and request are required."""
    outcome = examined(good(), now=NOW + end + beyond)

    assert (subject(outcome) == ADA) is accepted


@pytest.mark.parametrize(("early", "accepted"), [(60, True), (61, False)])
def test_the_clock_may_be_a_minute_slow(early, accepted):
    """SAML-7: audience, recipient, times and request are required."""
    assert (subject(examined(good(), now=NOW - timedelta(seconds=early))) == ADA) is accepted


def test_a_response_that_nobody_asked_for_is_refused():
    """SAML-7: audience, recipient, times and request are required."""
    outcome = examined(good(), request_id=None)

    assert outcome.refusal.code == "unsolicited"


def test_neither_side_naming_a_request_is_refused():
    """SAML-7: audience, recipient, times and request are required."""
    outcome = examined(good(in_response_to=None), request_id=None)

    assert outcome.refusal.code == "unsolicited"


def test_a_fresh_sign_in_must_be_fresh():
    """SAML-7: audience, recipient, times and request are required."""
    stale = bent(setting("saml:AuthnStatement", "AuthnInstant", later(-5)))

    silent = bent(without("saml:AuthnStatement"))

    assert failed(examined(stale, asked_again_at=NOW)) == "asked_again"
    assert failed(examined(silent, asked_again_at=NOW)) == "asked_again"
    assert subject(examined(silent)) == ADA
    assert subject(examined(good(), asked_again_at=NOW)) == ADA


def test_an_envelope_that_names_another_issuer_is_refused():
    """SAML-7: the response and its assertion come from the same provider."""

    def renamed(root):
        root.find(names.tag("saml:Issuer")).text = "https://rival.example"

    outcome = examined(bent(envelope=renamed))

    assert (failed(outcome), outcome.refusal.code) == ("response_issuer", "unknown_issuer")
