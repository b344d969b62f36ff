"""What must hold of the verified assertion, in the order of the specification."""

from keyhouse.protocols.saml import names
from keyhouse.protocols.saml.errors import (
    CertificateExpired,
    Expired,
    MissingPart,
    NoNameId,
    NotYetValid,
    UnknownCondition,
    UnknownIssuer,
    Unsolicited,
    WrongAudience,
    WrongRecipient,
    WrongVersion,
)
from keyhouse.protocols.saml.keys import has_expired
from keyhouse.protocols.saml.messages import MAX_AGE, SKEW, Expectation, VerifiedAssertion

_FORMATS = frozenset({names.EMAIL, names.UNSPECIFIED, names.PERSISTENT})
_CONDITIONS = frozenset({"AudienceRestriction", "OneTimeUse", "ProxyRestriction"})
_MAX_NAME = 256


def check_certificate(assertion: VerifiedAssertion, expected: Expectation) -> None:
    """The certificate lives, where the connection insists on it. SAML Metadata §2.4.1.1. Raises CertificateExpired."""
    used = assertion.certificate
    if expected.refuse_expired_certificates and used is not None and has_expired(used, expected.now):
        raise CertificateExpired(until=used.not_valid_after_utc)


def check_version(assertion: VerifiedAssertion, expected: Expectation) -> None:
    """The assertion is SAML 2.0. SAML Core §2.3.3. Raises WrongVersion."""
    if assertion.version != "2.0":
        raise WrongVersion(found=assertion.version)


def check_issuer(assertion: VerifiedAssertion, expected: Expectation) -> None:
    """The assertion comes from the provider of this connection, exactly. SAML Core §2.2.5. Raises UnknownIssuer."""
    if assertion.issuer != expected.issuer:
        raise UnknownIssuer(expected=expected.issuer, found=assertion.issuer)


def check_age(assertion: VerifiedAssertion, expected: Expectation) -> None:
    """The assertion was issued in the last ten minutes. SAML Core §2.3.3. Raises Expired, NotYetValid."""
    issued = assertion.issue_instant
    if issued is None or issued + MAX_AGE + SKEW < expected.now:
        raise Expired(part="The assertion", until=issued and issued + MAX_AGE, now=expected.now)
    if issued - SKEW > expected.now:
        raise NotYetValid(part="The assertion", begin=issued, now=expected.now)


def check_one_bearer(assertion: VerifiedAssertion, expected: Expectation) -> None:
    """Exactly one bearer confirmation says how the assertion may be presented. SAML Profiles §4.1.4.2."""
    if len(assertion.bearers) != 1:
        raise MissingPart(part="bearer SubjectConfirmation", count=len(assertion.bearers))


def check_recipient(assertion: VerifiedAssertion, expected: Expectation) -> None:
    """The assertion is to be delivered to our address, exactly. SAML Profiles §4.1.4.2. Raises WrongRecipient."""
    if assertion.bearers[0].recipient != expected.acs_url:
        raise WrongRecipient(part="Recipient", expected=expected.acs_url, found=assertion.bearers[0].recipient)


def check_confirmation_time(assertion: VerifiedAssertion, expected: Expectation) -> None:
    """The confirmation names an end that isn't over, and no later beginning. SAML Profiles §4.1.4.2."""
    bearer = assertion.bearers[0]
    if bearer.not_on_or_after is None or expected.now >= bearer.not_on_or_after + SKEW:
        raise Expired(part="The confirmation", until=bearer.not_on_or_after, now=expected.now)
    if bearer.not_before is not None and expected.now < bearer.not_before - SKEW:
        raise NotYetValid(part="The confirmation", begin=bearer.not_before, now=expected.now)


def check_in_response_to(assertion: VerifiedAssertion, expected: Expectation) -> None:
    """The assertion answers the open request. SAML Profiles §4.1.4.3. Raises Unsolicited."""
    found = assertion.bearers[0].in_response_to
    if expected.request_id is None or found != expected.request_id:
        raise Unsolicited(found=found or "the assertion names no request")


def check_conditions_time(assertion: VerifiedAssertion, expected: Expectation) -> None:
    """The conditions name a beginning and an end, and it is now between them. SAML Core §2.5.1.2."""
    begin, end = assertion.not_before, assertion.not_on_or_after
    if begin is None or expected.now < begin - SKEW:
        raise NotYetValid(part="The assertion", begin=begin, now=expected.now)
    if end is None or expected.now >= end + SKEW:
        raise Expired(part="The assertion", until=end, now=expected.now)


def check_conditions(assertion: VerifiedAssertion, expected: Expectation) -> None:
    """Every condition is one that we understand. SAML Core §2.5.1.1. Raises UnknownCondition."""
    for condition in assertion.conditions:
        if condition not in _CONDITIONS:
            raise UnknownCondition(condition=condition)


def check_audience(assertion: VerifiedAssertion, expected: Expectation) -> None:
    """The assertion is meant for us: each audience restriction names our entity ID, and there is at least one.

    SAML Core §2.5.1.4, SAML Profiles §4.1.4.2. Compares exact strings, no URL normalization. Raises WrongAudience.
    """
    restrictions = assertion.audience_restrictions
    if not restrictions or any(expected.entity_id not in audiences for audiences in restrictions):
        raise WrongAudience(expected=expected.entity_id, found=restrictions)


def check_provider_session(assertion: VerifiedAssertion, expected: Expectation) -> None:
    """Where it says when the session at the provider ends, that isn't over. SAML Core §2.7.2. Raises Expired."""
    end = assertion.session_not_on_or_after
    if end is not None and expected.now >= end + SKEW:
        raise Expired(part="The session at the identity provider", until=end, now=expected.now)


def check_asked_again(assertion: VerifiedAssertion, expected: Expectation) -> None:
    """Where a fresh sign-in was asked for, it says that this is one. SAML Core §3.4.1, ForceAuthn. Raises Expired.

    Only there must it say when the person signed in: some providers leave the statement out.
    """
    asked, signed_in = expected.asked_again_at, max(assertion.authn_instants, default=None)
    if asked is not None and (signed_in is None or signed_in < asked - SKEW):
        raise Expired(part="The sign-in at the identity provider", until=signed_in, now=expected.now)


def check_name_id(assertion: VerifiedAssertion, expected: Expectation) -> None:
    """It names who signed in, in a format that stays the same. SAML Core §2.2.3, §8.3. Raises NoNameId."""
    name = assertion.name_id
    if name is None or not name.value:
        raise NoNameId(found="there is none")
    if name.format not in _FORMATS or len(name.value) > _MAX_NAME:
        raise NoNameId(found=f"the format {name.format}")


CHECKS = (
    check_certificate,
    check_version,
    check_issuer,
    check_age,
    check_one_bearer,
    check_recipient,
    check_confirmation_time,
    check_in_response_to,
    check_conditions_time,
    check_conditions,
    check_audience,
    check_provider_session,
    check_asked_again,
    check_name_id,
)
