"""Signing people in to Keyhouse by SAML, as an identity provider does."""

from urllib.parse import urlsplit

from keyhouse.demo.practice.directory import Account
from keyhouse.demo.practice.provider import Provider
from keyhouse.foundation import clock
from keyhouse.protocols.saml import bindings, issuing, keys, names, xml
from keyhouse.protocols.saml.errors import Refusal


def metadata(provider: Provider) -> bytes:
    """The provider's metadata, as an administrator loads it into Keyhouse."""
    root = xml.build("md:EntityDescriptor", entityID=provider.entity_id)
    role = xml.build("md:IDPSSODescriptor", root, protocolSupportEnumeration=names.SAMLP)
    data = xml.build("ds:X509Data", xml.build("ds:KeyInfo", xml.build("md:KeyDescriptor", role, use="signing")))
    xml.build("ds:X509Certificate", data, text=keys.bare(provider.certificate))
    xml.build("md:NameIDFormat", role, text=names.EMAIL)
    xml.build("md:SingleSignOnService", role, Binding=names.REDIRECT, Location=provider.sign_on_url)
    return xml.serialize(root)


def read(provider: Provider, message: str) -> issuing.ReceivedRequest | None:
    """The request that Keyhouse sent, or nothing when it isn't one of our Keyhouse."""
    try:
        request = issuing.read_request(bindings.from_redirect(message))
    except Refusal:
        return None
    ours = urlsplit(provider.keyhouse_url)
    place = urlsplit(request.acs_url or "")
    return request if (place.scheme, place.netloc) == (ours.scheme, ours.netloc) else None


def response_for(provider: Provider, request: issuing.ReceivedRequest, account: Account) -> str:
    """The value of SAMLResponse that signs this person in."""
    statement = issuing.Statement(
        issuer=provider.entity_id,
        audience=request.issuer,
        acs_url=request.acs_url or "",
        name_id=account.email,
        now=clock.now(),
        in_response_to=request.id,
        attributes={"firstName": (account.given_name,), "lastName": (account.family_name,)},
    )
    signed = issuing.response(statement, key=provider.private_key, certificate=provider.certificate)
    return issuing.form_value(signed)
