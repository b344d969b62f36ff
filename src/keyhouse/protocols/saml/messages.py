"""What a SAML response says, as frozen values: the envelope nobody vouches for, and the verified assertion."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from keyhouse.protocols.saml import names
from keyhouse.protocols.saml.errors import WrongElement
from keyhouse.protocols.saml.keys import Certificate, PrivateKey
from keyhouse.protocols.saml.xml import Element, child, children, local_name, required, text_at, text_of, time_of

SKEW = timedelta(seconds=60)
MAX_AGE = timedelta(minutes=10)


@dataclass(frozen=True, kw_only=True)
class Expectation:
    """What a response has to fit: our addresses, the identity provider's name and keys, and the open request."""

    entity_id: str
    acs_url: str
    issuer: str
    certificates: tuple[Certificate, ...]
    now: datetime
    request_id: str | None = None
    asked_again_at: datetime | None = None
    keys: tuple[PrivateKey, ...] = ()
    require_encryption: bool = False
    refuse_expired_certificates: bool = False


@dataclass(frozen=True, kw_only=True)
class Envelope:
    """The response as it arrived. Nobody has verified it: good for refusing and for finding the request, no more."""

    root: Element
    id: str | None
    version: str | None
    issue_instant: str | None
    destination: str | None
    in_response_to: str | None
    issuer: str | None
    status: str
    status_text: str
    assertions: tuple[Element, ...]
    encrypted: tuple[Element, ...]


@dataclass(frozen=True, kw_only=True)
class Confirmation:
    """To whom, until when and in answer to what an assertion may be presented."""

    recipient: str | None
    in_response_to: str | None
    not_before: datetime | None
    not_on_or_after: datetime | None


@dataclass(frozen=True, kw_only=True)
class NameId:
    """The name of a subject at its identity provider."""

    value: str
    format: str
    name_qualifier: str | None = None
    sp_name_qualifier: str | None = None


@dataclass(frozen=True, kw_only=True)
class VerifiedAssertion:
    """An assertion, read from nothing but the bytes that the identity provider signed."""

    id: str
    version: str | None
    issuer: str
    issue_instant: datetime | None
    name_id: NameId | None
    bearers: tuple[Confirmation, ...]
    not_before: datetime | None
    not_on_or_after: datetime | None
    audience_restrictions: tuple[tuple[str, ...], ...]
    conditions: tuple[str, ...]
    authn_instants: tuple[datetime, ...]
    session_index: str | None
    session_not_on_or_after: datetime | None
    attributes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    certificate: Certificate | None = None


def read_envelope(root: Element) -> Envelope:
    """Read the envelope of a response. SAML Core §3.3.3. Raises WrongElement and what reading raises."""
    if root.tag != names.tag("samlp:Response"):
        raise WrongElement(expected="samlp:Response", found=local_name(root))
    status = required(root, "samlp:Status")
    outer = required(status, "samlp:StatusCode")
    inner = child(outer, "samlp:StatusCode")
    return Envelope(
        root=root,
        id=root.get("ID"),
        version=root.get("Version"),
        issue_instant=root.get("IssueInstant"),
        destination=root.get("Destination"),
        in_response_to=root.get("InResponseTo"),
        issuer=text_at(root, "saml:Issuer"),
        status=(outer if inner is None or outer.get("Value") == names.SUCCESS else inner).get("Value", ""),
        status_text=text_at(status, "samlp:StatusMessage") or "",
        assertions=tuple(root.iter(names.tag("saml:Assertion"))),
        encrypted=tuple(root.iter(names.tag("saml:EncryptedAssertion"))),
    )


def read_assertion(signed: Element, certificate: Certificate) -> VerifiedAssertion:
    """Read a verified assertion. SAML Core §2.3.3. Raises what reading raises."""
    conditions = child(signed, "saml:Conditions")
    subject = child(signed, "saml:Subject")
    statements = children(signed, "saml:AuthnStatement")
    instants = [time_of(statement.get("AuthnInstant")) for statement in statements]
    restrictions = [] if conditions is None else children(conditions, "saml:AudienceRestriction")
    return VerifiedAssertion(
        id=signed.get("ID", ""),
        version=signed.get("Version"),
        issuer=text_of(required(signed, "saml:Issuer")),
        issue_instant=time_of(signed.get("IssueInstant")),
        name_id=_name_id(subject),
        bearers=_bearers(subject),
        not_before=None if conditions is None else time_of(conditions.get("NotBefore")),
        not_on_or_after=None if conditions is None else time_of(conditions.get("NotOnOrAfter")),
        audience_restrictions=tuple(
            tuple(text_of(audience) for audience in children(restriction, "saml:Audience"))
            for restriction in restrictions
        ),
        conditions=() if conditions is None else tuple(local_name(item) for item in conditions.iterchildren("*")),
        authn_instants=tuple(instant for instant in instants if instant),
        session_index=statements[0].get("SessionIndex") if statements else None,
        session_not_on_or_after=min(
            (end for end in (time_of(item.get("SessionNotOnOrAfter")) for item in statements) if end), default=None
        ),
        attributes=_attributes(signed),
        certificate=certificate,
    )


def read_name_id(element: Element) -> NameId:
    """Read a NameID whole. SAML Core §2.2.3. Raises HasMarkupInValue."""
    return NameId(
        value=text_of(element),
        format=element.get("Format") or names.UNSPECIFIED,
        name_qualifier=element.get("NameQualifier"),
        sp_name_qualifier=element.get("SPNameQualifier"),
    )


def _name_id(subject: Element | None) -> NameId | None:
    """The NameID of a subject, if it has one."""
    found = None if subject is None else child(subject, "saml:NameID")
    return None if found is None else read_name_id(found)


def _bearers(subject: Element | None) -> tuple[Confirmation, ...]:
    """The bearer confirmations of a subject; other methods count for nothing. SAML Profiles §4.1.4.2."""
    bearers = []
    for confirmation in [] if subject is None else children(subject, "saml:SubjectConfirmation"):
        data = child(confirmation, "saml:SubjectConfirmationData")
        if confirmation.get("Method") != names.BEARER or data is None:
            continue
        bearers.append(
            Confirmation(
                recipient=data.get("Recipient"),
                in_response_to=data.get("InResponseTo"),
                not_before=time_of(data.get("NotBefore")),
                not_on_or_after=time_of(data.get("NotOnOrAfter")),
            )
        )
    return tuple(bearers)


def _attributes(signed: Element) -> dict[str, tuple[str, ...]]:
    """The attributes with plain text values, by name; values that hold elements are left out."""
    found: dict[str, tuple[str, ...]] = {}
    for statement in children(signed, "saml:AttributeStatement"):
        for attribute in children(statement, "saml:Attribute"):
            plain = [value for value in children(attribute, "saml:AttributeValue") if not len(value)]
            name = attribute.get("Name", "")
            found[name] = (*found.get(name, ()), *(text_of(value) for value in plain))
    return found
