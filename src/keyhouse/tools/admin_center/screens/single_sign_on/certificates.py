"""The certificates of an identity provider, as lists, pages and banners show them."""

from keyhouse.domain.connections.rules import SignOnConnection
from keyhouse.foundation import clock
from keyhouse.protocols.saml import keys
from keyhouse.protocols.saml.errors import NotReadable

SOON = 30


def certificates_of(connection: SignOnConnection) -> list[dict[str, object]]:
    """The certificates of the identity provider with their ends, for the list and the page."""
    found = []
    for text in connection.saml.certificates:
        try:
            certificate = keys.read_certificate(text)
        except NotReadable:
            continue
        days = (certificate.not_valid_after_utc - clock.now()).days
        state = "expired" if days < 0 else "expires_soon" if days <= SOON else ""
        until = certificate.not_valid_after_utc
        found.append({"fingerprint": keys.fingerprint(certificate), "until": until, "state": state})
    return found
