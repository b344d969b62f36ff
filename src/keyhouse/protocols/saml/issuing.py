"""The identity provider's side: a Response with one signed assertion, for products and for practice."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from lxml import etree
from signxml.algorithms import CanonicalizationMethod, DigestAlgorithm, SignatureMethod
from signxml.signer import XMLSigner

from keyhouse.protocols.saml import names
from keyhouse.protocols.saml.bindings import to_post
from keyhouse.protocols.saml.encryption import encrypted
from keyhouse.protocols.saml.errors import WrongElement
from keyhouse.protocols.saml.keys import Certificate, PrivateKey
from keyhouse.protocols.saml.requests import new_id
from keyhouse.protocols.saml.xml import Element, build, local_name, parse, serialize, text_at, write_time

LIFE = timedelta(minutes=5)


@dataclass(frozen=True, kw_only=True)
class ReceivedRequest:
    """What a service provider asks of us."""

    id: str
    issuer: str
    acs_url: str | None
    ask_again: bool


@dataclass(frozen=True, kw_only=True)
class Statement:
    """What we say of a person to one service provider."""

    issuer: str
    audience: str
    acs_url: str
    name_id: str
    now: datetime
    in_response_to: str | None = None
    name_id_format: str = names.EMAIL
    session_index: str | None = None
    attributes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    life: timedelta = LIFE
    signed_in_at: datetime | None = None


def read_request(xml: bytes) -> ReceivedRequest:
    """Read an AuthnRequest; whether to believe its addresses is for the caller. Raises Refusal."""
    root = parse(xml)
    if root.tag != names.tag("samlp:AuthnRequest"):
        raise WrongElement(expected="samlp:AuthnRequest", found=local_name(root))
    return ReceivedRequest(
        id=root.get("ID", ""),
        issuer=text_at(root, "saml:Issuer") or "",
        acs_url=root.get("AssertionConsumerServiceURL"),
        ask_again=root.get("ForceAuthn") in ("true", "1"),
    )


def response(
    statement: Statement, *, key: PrivateKey, certificate: Certificate, encrypt_for: Certificate | None = None
) -> Element:
    """A Response whose assertion is signed, and encrypted when a certificate of the other side is given."""
    assertion = sign(build_assertion(statement), key=key, certificate=certificate)
    root = build_response(statement)
    root.append(assertion if encrypt_for is None else encrypted(assertion, encrypt_for))
    return root


def form_value(root: Element) -> str:
    """The value of the form field SAMLResponse."""
    return to_post(serialize(root))


def build_response(statement: Statement) -> Element:
    """A successful Response that still lacks its assertion. SAML Core §3.3.3."""
    root = build(
        "samlp:Response",
        ID=new_id(),
        Version="2.0",
        IssueInstant=write_time(statement.now),
        Destination=statement.acs_url,
        InResponseTo=statement.in_response_to,
    )
    build("saml:Issuer", root, text=statement.issuer)
    build("samlp:StatusCode", build("samlp:Status", root), Value=names.SUCCESS)
    return root


def build_assertion(statement: Statement) -> Element:
    """An assertion that isn't signed yet. SAML Core §2.3.3, SAML Profiles §4.1.4.2."""
    begin, end = write_time(statement.now), write_time(statement.now + statement.life)
    root = build("saml:Assertion", ID=new_id(), Version="2.0", IssueInstant=begin)
    build("saml:Issuer", root, text=statement.issuer)
    subject = build("saml:Subject", root)
    build("saml:NameID", subject, text=statement.name_id, Format=statement.name_id_format)
    build(
        "saml:SubjectConfirmationData",
        build("saml:SubjectConfirmation", subject, Method=names.BEARER),
        NotOnOrAfter=end,
        Recipient=statement.acs_url,
        InResponseTo=statement.in_response_to,
    )
    conditions = build("saml:Conditions", root, NotBefore=begin, NotOnOrAfter=end)
    build("saml:Audience", build("saml:AudienceRestriction", conditions), text=statement.audience)
    signed_in_at = write_time(statement.signed_in_at or statement.now)
    index = statement.session_index or new_id()
    login = build("saml:AuthnStatement", root, AuthnInstant=signed_in_at, SessionIndex=index)
    build("saml:AuthnContextClassRef", build("saml:AuthnContext", login), text=names.PASSWORD_TRANSPORT)
    if statement.attributes:
        attributes = build("saml:AttributeStatement", root)
        for name, values in statement.attributes.items():
            attribute = build("saml:Attribute", attributes, Name=name)
            for value in values:
                build("saml:AttributeValue", attribute, text=value)
    return root


def sign(element: Element, *, key: PrivateKey, certificate: Certificate) -> Element:
    """The element with an enveloped signature behind its issuer: RSA-SHA256, exclusive canonicalization."""
    place = etree.Element(names.tag("ds:Signature"), {"Id": "placeholder"}, nsmap={"ds": names.DS})
    element.insert(1, place)
    signer = XMLSigner(
        signature_algorithm=SignatureMethod.RSA_SHA256,
        digest_algorithm=DigestAlgorithm.SHA256,
        c14n_algorithm=CanonicalizationMethod.EXCLUSIVE_XML_CANONICALIZATION_1_0,
    )
    signer.namespaces = {"ds": names.DS}
    return signer.sign(element, key=key, cert=[certificate], reference_uri=element.get("ID"), id_attribute="ID")
