"""Every check of a response, in the order of the specification: the envelope, its signature, the assertion."""

from keyhouse.protocols.saml.checks import assertion, envelope

SIGNATURE = "signature"
CHECKS: tuple[str, ...] = (
    *(check.__name__.removeprefix("check_") for check in envelope.CHECKS),
    SIGNATURE,
    *(check.__name__.removeprefix("check_") for check in assertion.CHECKS),
)
