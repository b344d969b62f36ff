"""What we ask the identity provider: a signed AuthnRequest."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from keyhouse.protocols.saml import names
from keyhouse.protocols.saml.bindings import redirect_url
from keyhouse.protocols.saml.keys import PrivateKey
from keyhouse.protocols.saml.xml import Element, build, serialize, write_time


@dataclass(frozen=True, kw_only=True)
class SignOnRequest:
    """A request to sign somebody in; `url` is the identity provider's, `acs_url` and `entity_id` are ours."""

    id: str
    url: str
    entity_id: str
    acs_url: str
    issued_at: datetime
    ask_again: bool = False
    name_id_format: str | None = names.EMAIL


def new_id() -> str:
    """An ID for a message of ours: 160 random bits, a valid XML name."""
    return f"_{secrets.token_hex(20)}"


def authn_request(request: SignOnRequest) -> Element:
    """The AuthnRequest as XML. SAML Core §3.4.1, SAML Profiles §4.1.4.1."""
    root = build(
        "samlp:AuthnRequest",
        ID=request.id,
        Version="2.0",
        IssueInstant=write_time(request.issued_at),
        Destination=request.url,
        AssertionConsumerServiceURL=request.acs_url,
        ProtocolBinding=names.POST,
        ForceAuthn="true" if request.ask_again else None,
    )
    build("saml:Issuer", root, text=request.entity_id)
    if request.name_id_format:
        build("samlp:NameIDPolicy", root, Format=request.name_id_format, AllowCreate="true")
    return root


def sign_on_url(request: SignOnRequest, relay_state: str | None, key: PrivateKey) -> str:
    """The identity provider's address that carries the signed request (SAML Bindings §3.4.4)."""
    return redirect_url(request.url, "SAMLRequest", serialize(authn_request(request)), relay_state, key)
