"""From the form field SAMLResponse to one verified assertion, or to the check that refused it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from keyhouse.protocols.saml.bindings import from_post
from keyhouse.protocols.saml.checks import SIGNATURE, assertion, envelope
from keyhouse.protocols.saml.encryption import decrypted
from keyhouse.protocols.saml.errors import NotOneAssertion, Refusal, Unsigned
from keyhouse.protocols.saml.messages import Envelope, Expectation, VerifiedAssertion, read_assertion, read_envelope
from keyhouse.protocols.saml.signatures import signature_of, verified
from keyhouse.protocols.saml.xml import children, parse

Message = TypeVar("Message", Envelope, VerifiedAssertion)
Outcome = TypeVar("Outcome")


@dataclass(frozen=True, kw_only=True)
class Line:
    """One check of a response: its name, whether it passed, and the sentence when it didn't."""

    check: str
    passed: bool
    sentence: str = ""


@dataclass(frozen=True, kw_only=True)
class Examination:
    """The outcome of all checks: a verified assertion or a refusal, and what was checked on the way."""

    lines: tuple[Line, ...]
    assertion: VerifiedAssertion | None = None
    refusal: Refusal | None = None


def open_response(value: str) -> Envelope:
    """Read the envelope of the form field SAMLResponse. Raises the malformed kinds of Refusal."""
    return read_envelope(parse(from_post(value)))


def examine(opened: Envelope, expected: Expectation) -> Examination:
    """Run every check on a response until one refuses it; nothing is raised.

    SAML Profiles §4.1.4.3. The assertion that comes out was read from signed bytes alone.
    """
    lines: list[Line] = []
    found: VerifiedAssertion | None = None
    try:
        _run(envelope.CHECKS, opened, expected, lines)
        found = _checked(SIGNATURE, lambda: verify(opened, expected), lines)
        _run(assertion.CHECKS, found, expected, lines)
    except Refusal as refusal:
        return Examination(lines=tuple(lines), assertion=found, refusal=refusal)
    return Examination(lines=tuple(lines), assertion=found)


def verify(opened: Envelope, expected: Expectation) -> VerifiedAssertion:
    """The assertion of a response, read from what the identity provider signed.

    A signature of the response is verified first, and everything after reads from its signed bytes. An encrypted
    assertion is then decrypted and the message examined again from the start. SAML Core §5.4, §6. Raises Refusal.
    """
    root, certificate = opened.root, None
    if signature_of(root) is not None:
        root, certificate = verified(root, expected.certificates, expected.now)
    for encrypted in children(root, "saml:EncryptedAssertion"):
        root.replace(encrypted, decrypted(encrypted, expected.keys))
        _examine_again(read_envelope(root), expected)

    found = children(root, "saml:Assertion")
    if len(found) != 1:
        raise NotOneAssertion(count=len(found))
    signed = found[0]
    if signature_of(signed) is not None:
        signed, certificate = verified(signed, expected.certificates, expected.now)
    if certificate is None:
        raise Unsigned(element="The assertion")
    return read_assertion(signed, certificate)


def _examine_again(opened: Envelope, expected: Expectation) -> None:
    """What decryption brought to light obeys the same rules as what was there before."""
    if opened.encrypted:
        raise NotOneAssertion(count=len(opened.encrypted) + len(opened.assertions))
    for check in envelope.AFTER_DECRYPTION:
        check(opened, expected)


def _run(
    checks: tuple[Callable[[Message, Expectation], None], ...],
    message: Message,
    expected: Expectation,
    lines: list[Line],
) -> None:
    """Run checks in their order and note each one; the first that refuses ends it."""
    for check in checks:
        _checked(check.__name__.removeprefix("check_"), partial(check, message, expected), lines)


def _checked(name: str, check: Callable[[], Outcome], lines: list[Line]) -> Outcome:
    """Run one check and note how it went."""
    try:
        outcome = check()
    except Refusal as refusal:
        lines.append(Line(check=name, passed=False, sentence=str(refusal)))
        raise
    lines.append(Line(check=name, passed=True))
    return outcome
