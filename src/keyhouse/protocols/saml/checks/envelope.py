"""What is refused before any cryptography, on the envelope as it arrived."""

from keyhouse.protocols.saml import names
from keyhouse.protocols.saml.errors import (
    DuplicateId,
    Expired,
    HasMarkupInValue,
    NotEncrypted,
    NotOneAssertion,
    NotSuccessful,
    NotYetValid,
    UnknownIssuer,
    Unsigned,
    Unsolicited,
    WrongRecipient,
    WrongVersion,
)
from keyhouse.protocols.saml.messages import MAX_AGE, SKEW, Envelope, Expectation
from keyhouse.protocols.saml.signatures import check_form, check_places, signature_of
from keyhouse.protocols.saml.xml import ids, local_name, markup_inside, time_of


def check_response_version(envelope: Envelope, expected: Expectation) -> None:
    """The response is SAML 2.0. SAML Core §3.2.2. Raises WrongVersion."""
    if envelope.version != "2.0":
        raise WrongVersion(found=envelope.version)


def check_status(envelope: Envelope, expected: Expectation) -> None:
    """The identity provider says that the sign-in succeeded. SAML Core §3.2.2.2. Raises NotSuccessful."""
    if envelope.status != names.SUCCESS:
        raise NotSuccessful(status=envelope.status.rpartition(":")[2][:40], text=envelope.status_text[:200])


def check_response_age(envelope: Envelope, expected: Expectation) -> None:
    """The response was issued in the last ten minutes. SAML Core §3.2.2. Raises Expired, NotYetValid."""
    issued = time_of(envelope.issue_instant)
    if issued is None or issued + MAX_AGE + SKEW < expected.now:
        raise Expired(part="The response", until=issued and issued + MAX_AGE, now=expected.now)
    if issued - SKEW > expected.now:
        raise NotYetValid(part="The response", begin=issued, now=expected.now)


def check_destination(envelope: Envelope, expected: Expectation) -> None:
    """The response was sent to our address, exactly. SAML Core §3.2.2, Bindings §3.5.5.2. Raises WrongRecipient."""
    if envelope.destination != expected.acs_url:
        raise WrongRecipient(part="Destination", expected=expected.acs_url, found=envelope.destination)


def check_response_issuer(envelope: Envelope, expected: Expectation) -> None:
    """A response that names its issuer names this provider. SAML Profiles §4.1.4.2. Raises UnknownIssuer."""
    if envelope.issuer is not None and envelope.issuer != expected.issuer:
        raise UnknownIssuer(expected=expected.issuer, found=envelope.issuer)


def check_answers_request(envelope: Envelope, expected: Expectation) -> None:
    """The response answers an open request of ours. SAML Core §3.2.2. Raises Unsolicited."""
    if expected.request_id is None or envelope.in_response_to != expected.request_id:
        raise Unsolicited(found=envelope.in_response_to or "it names no request")


def check_ids_are_unique(envelope: Envelope, expected: Expectation) -> None:
    """No ID occurs twice, in any spelling of the attribute. XML Schema Part 2 §3.3.8. Raises DuplicateId."""
    seen: set[str] = set()
    for value in ids(envelope.root):
        if value in seen:
            raise DuplicateId(id=value)
        seen.add(value)


def check_one_assertion(envelope: Envelope, expected: Expectation) -> None:
    """There is exactly one assertion, plain or encrypted, and it is a child of the response. SAML Core §3.3.3."""
    found = [*envelope.assertions, *envelope.encrypted]
    if len(found) != 1 or found[0].getparent() is not envelope.root:
        raise NotOneAssertion(count=len(found))


def check_encryption(envelope: Envelope, expected: Expectation) -> None:
    """Where the connection requires it, the assertion is encrypted. SAML Core §6. Raises NotEncrypted."""
    if expected.require_encryption and not envelope.encrypted:
        raise NotEncrypted()


def check_values_are_whole(envelope: Envelope, expected: Expectation) -> None:
    """No comment or instruction cuts a name or attribute short. SAML Core §2.2.3. Raises HasMarkupInValue."""
    for name in ("saml:NameID", "saml:AttributeValue"):
        for element in envelope.root.iter(names.tag(name)):
            if markup_inside(element):
                raise HasMarkupInValue(element=local_name(element))


def check_signatures_stand_right(envelope: Envelope, expected: Expectation) -> None:
    """Signatures stand only in the response and its assertion, each at most once. SAML Core §5.4.1."""
    check_places(envelope.root, [envelope.root, *envelope.assertions])
    for element in (envelope.root, *envelope.assertions):
        signature_of(element)


def check_signatures_are_allowed(envelope: Envelope, expected: Expectation) -> None:
    """Each signature refers to its parent and uses listed algorithms and transforms only. SAML Core §5.4."""
    signed = [signature_of(element) for element in (envelope.root, *envelope.assertions)]
    for signature in signed:
        if signature is not None:
            check_form(signature)


def check_is_signed(envelope: Envelope, expected: Expectation) -> None:
    """The response or its assertion is signed. SAML Profiles §4.1.4.2. Raises Unsigned."""
    hidden = bool(envelope.encrypted)
    if not hidden and all(signature_of(element) is None for element in (envelope.root, *envelope.assertions)):
        raise Unsigned(element="The response")


CHECKS = (
    check_response_version,
    check_status,
    check_response_age,
    check_destination,
    check_response_issuer,
    check_answers_request,
    check_ids_are_unique,
    check_one_assertion,
    check_encryption,
    check_values_are_whole,
    check_signatures_stand_right,
    check_signatures_are_allowed,
    check_is_signed,
)

AFTER_DECRYPTION = (
    check_ids_are_unique,
    check_one_assertion,
    check_values_are_whole,
    check_signatures_stand_right,
    check_signatures_are_allowed,
)
