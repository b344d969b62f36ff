"""Our own metadata, as an administrator loads it into the identity provider."""

from keyhouse.protocols.saml import names
from keyhouse.protocols.saml.keys import Certificate, bare
from keyhouse.protocols.saml.xml import Element, build, serialize

_ENCRYPTION = (names.XENC11 + "aes256-gcm", names.XENC11 + "aes128-gcm", names.RSA_OAEP_MGF1P)


def service_provider_metadata(
    *, entity_id: str, acs_url: str, logout_url: str, certificates: tuple[Certificate, ...]
) -> bytes:
    """The metadata of a connection: entity ID, where responses and logouts go, our certificates.

    SAML Metadata §2.4.4. The first certificate signs; all of them may be used to encrypt for us.
    """
    root = build("md:EntityDescriptor", entityID=entity_id)
    role = build(
        "md:SPSSODescriptor",
        root,
        AuthnRequestsSigned="true",
        WantAssertionsSigned="true",
        protocolSupportEnumeration=names.SAMLP,
    )
    for certificate in certificates:
        _key(role, "signing", certificate)
    for certificate in certificates:
        descriptor = _key(role, "encryption", certificate)
        for algorithm in _ENCRYPTION:
            build("md:EncryptionMethod", descriptor, Algorithm=algorithm)
    for binding in (names.REDIRECT, names.POST):
        build("md:SingleLogoutService", role, Binding=binding, Location=logout_url)
    for name_id_format in (names.EMAIL, names.PERSISTENT, names.UNSPECIFIED):
        build("md:NameIDFormat", role, text=name_id_format)
    build(
        "md:AssertionConsumerService", role, Binding=names.POST, Location=acs_url, index="0", isDefault="true"
    )  # fmt: skip
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + serialize(root)


def _key(role: Element, use: str, certificate: Certificate) -> Element:
    """A certificate of ours and what it is for."""
    descriptor = build("md:KeyDescriptor", role, use=use)
    data = build("ds:X509Data", build("ds:KeyInfo", descriptor))
    build("ds:X509Certificate", data, text=bare(certificate))
    return descriptor
