"""Single logout: a signed LogoutRequest in, a signed LogoutRequest or LogoutResponse out."""

from dataclasses import dataclass
from datetime import datetime

from keyhouse.protocols.saml import names
from keyhouse.protocols.saml.bindings import check_redirect_signature, from_post, from_redirect, redirect_url
from keyhouse.protocols.saml.errors import Expired, MissingPart, UnknownIssuer, WrongElement, WrongRecipient
from keyhouse.protocols.saml.keys import Certificate, PrivateKey
from keyhouse.protocols.saml.messages import MAX_AGE, SKEW, NameId, read_name_id
from keyhouse.protocols.saml.requests import new_id
from keyhouse.protocols.saml.signatures import check_places, verified
from keyhouse.protocols.saml.xml import (
    Element,
    build,
    children,
    local_name,
    parse,
    required,
    serialize,
    text_at,
    text_of,
    time_of,
    write_time,
)


@dataclass(frozen=True, kw_only=True)
class LogoutExpectation:
    """What a logout message has to fit."""

    addresses: tuple[str, ...]
    issuer: str
    certificates: tuple[Certificate, ...]
    now: datetime


@dataclass(frozen=True, kw_only=True)
class LogoutRequest:
    """A verified request to end sessions: all of the name, or those of the indexes that it lists."""

    id: str
    name_id: NameId
    session_indexes: tuple[str, ...]


def from_form(value: str, expected: LogoutExpectation) -> LogoutRequest:
    """A request that came by a form, with its signature inside. SAML Core §3.7.1. Raises Refusal."""
    root = parse(from_post(value))
    _check_kind(root)
    check_places(root, [root])
    signed, _ = verified(root, expected.certificates, expected.now)
    return _read(signed, expected)


def from_address(query: str, value: str, expected: LogoutExpectation) -> LogoutRequest:
    """A request that came in an address; `query` is the raw query string. SAML Bindings §3.4.4.1. Raises Refusal."""
    check_redirect_signature(query, "SAMLRequest", expected.certificates)
    root = parse(from_redirect(value))
    _check_kind(root)
    return _read(root, expected)


def _check_kind(root: Element) -> None:
    """It is a LogoutRequest."""
    if root.tag != names.tag("samlp:LogoutRequest"):
        raise WrongElement(expected="samlp:LogoutRequest", found=local_name(root))


def _read(root: Element, expected: LogoutExpectation) -> LogoutRequest:
    """Check and read a request whose signature is good. SAML Core §3.7.3.2."""
    issuer = text_at(root, "saml:Issuer")
    if issuer != expected.issuer:
        raise UnknownIssuer(expected=expected.issuer, found=issuer)
    if root.get("Destination") not in expected.addresses:
        raise WrongRecipient(part="Destination", expected=expected.addresses[0], found=root.get("Destination"))
    issued, end = time_of(root.get("IssueInstant")), time_of(root.get("NotOnOrAfter"))
    if issued is None or abs(expected.now - issued) > MAX_AGE + SKEW or (end and expected.now >= end + SKEW):
        raise Expired(part="The logout request", until=end or issued, now=expected.now)
    if not root.get("ID"):
        raise MissingPart(part="ID", count=0)
    return LogoutRequest(
        id=root.get("ID", ""),
        name_id=read_name_id(required(root, "saml:NameID")),
        session_indexes=tuple(text_of(index) for index in children(root, "samlp:SessionIndex")),
    )


def request_url(
    *, url: str, entity_id: str, name_id: NameId, session_index: str | None, now: datetime, key: PrivateKey
) -> str:
    """The identity provider's address that carries our signed LogoutRequest. SAML Core §3.7.1."""
    root = build("samlp:LogoutRequest", ID=new_id(), Version="2.0", IssueInstant=write_time(now), Destination=url)
    build("saml:Issuer", root, text=entity_id)
    build(
        "saml:NameID",
        root,
        text=name_id.value,
        Format=name_id.format,
        NameQualifier=name_id.name_qualifier,
        SPNameQualifier=name_id.sp_name_qualifier,
    )
    if session_index:
        build("samlp:SessionIndex", root, text=session_index)
    return redirect_url(url, "SAMLRequest", serialize(root), None, key)


@dataclass(frozen=True, kw_only=True)
class LogoutAnswer:
    """Our answer to a logout request: whether all its sessions are over."""

    url: str
    entity_id: str
    in_response_to: str
    complete: bool
    now: datetime


def response_url(answer: LogoutAnswer, relay_state: str | None, key: PrivateKey) -> str:
    """The identity provider's address that carries our signed LogoutResponse. SAML Core §3.7.2."""
    root = build(
        "samlp:LogoutResponse",
        ID=new_id(),
        Version="2.0",
        IssueInstant=write_time(answer.now),
        Destination=answer.url,
        InResponseTo=answer.in_response_to,
    )
    build("saml:Issuer", root, text=answer.entity_id)
    outer = build("samlp:StatusCode", build("samlp:Status", root), Value=names.SUCCESS)
    if not answer.complete:
        build("samlp:StatusCode", outer, Value=names.PARTIAL_LOGOUT)
    return redirect_url(answer.url, "SAMLResponse", serialize(root), relay_state, key)
