"""An identity provider for tests: builds good responses, and lets a test bend them before and after signing."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache

from lxml import etree

from keyhouse.protocols.saml import issuing, keys, names, responses
from keyhouse.protocols.saml.messages import Expectation
from keyhouse.protocols.saml.responses import Examination
from keyhouse.protocols.saml.xml import Element

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
IDP = "https://idp.acme.example/metadata"
ENTITY_ID = "https://keyhouse.test/saml/7/metadata"
ACS = "https://keyhouse.test/saml/7/acs"
REQUEST = "_request1"
ADA = "ada@acme.example"
MALLORY = "mallory@rival.example"


def pair(name: str = "idp") -> tuple[keys.PrivateKey, keys.Certificate]:
    """A key and its certificate, the same for the same name."""
    return _pair(name)


@cache
def _pair(name: str) -> tuple[keys.PrivateKey, keys.Certificate]:
    secret, certificate = keys.new_key_pair(name, NOW)
    return keys.read_private_key(secret), keys.read_certificate(certificate)


def statement(**changes: object) -> issuing.Statement:
    """Ada signs in, in answer to the open request."""
    usual = issuing.Statement(
        issuer=IDP, audience=ENTITY_ID, acs_url=ACS, name_id=ADA, now=NOW, in_response_to=REQUEST,
        session_index="_session1", attributes={"mail": (ADA,)},
    )  # fmt: skip
    return replace(usual, **changes)  # type: ignore[arg-type]


def expectation(**changes: object) -> Expectation:
    """What our side expects of the answer to the open request."""
    usual = Expectation(
        entity_id=ENTITY_ID, acs_url=ACS, issuer=IDP, certificates=(pair()[1],), now=NOW, request_id=REQUEST,
        keys=(pair("sp")[0],),
    )  # fmt: skip
    return replace(usual, **changes)  # type: ignore[arg-type]


def bent(
    assertion: Callable[[Element], None] = lambda element: None,
    envelope: Callable[[Element], None] = lambda element: None,
    *,
    sign: str = "assertion",
    signer: str = "idp",
    **changes: object,
) -> Element:
    """A response whose assertion and envelope were changed before they were signed, with the right key."""
    key, certificate = pair(signer)
    said = statement(**changes)
    inner, outer = issuing.build_assertion(said), issuing.build_response(said)
    assertion(inner)
    if sign in ("assertion", "both"):
        inner = issuing.sign(inner, key=key, certificate=certificate)
    outer.append(inner)
    envelope(outer)
    if sign in ("response", "both"):
        outer = issuing.sign(outer, key=key, certificate=certificate)
    return outer


def good(**changes: object) -> Element:
    """A response that is accepted."""
    return bent(**changes)  # type: ignore[arg-type]


def examined(root: Element, **changes: object) -> Examination:
    """What our side makes of a response that was sent as it is."""
    return responses.examine(responses.open_response(issuing.form_value(root)), expectation(**changes))


def subject(outcome: Examination) -> str | None:
    """Whom an examination accepted, if it did."""
    accepted = outcome.assertion if outcome.refusal is None else None
    return accepted.name_id.value if accepted and accepted.name_id else None


def failed(outcome: Examination) -> str:
    """The name of the check that refused."""
    return next((line.check for line in outcome.lines if not line.passed), "")


def first(root: Element, name: str) -> Element:
    """The first element of that name, anywhere."""
    found = root if root.tag == names.tag(name) else next(root.iter(names.tag(name)))
    return found


def evil(original: Element) -> Element:
    """A copy of a signed assertion, without its signature, that names Mallory."""
    copy = deepcopy(original)
    for signature in list(copy.iter(names.tag("ds:Signature"))):
        drop(signature)
    for name_id in copy.iter(names.tag("saml:NameID")):
        name_id.text = MALLORY
    return copy


def drop(element: Element) -> Element:
    """Take an element out of its place and return it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
    return element


def later(minutes: float) -> str:
    """A moment so many minutes from now, as SAML writes it."""
    return (NOW + timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M:%SZ")


def setting(name: str, attribute: str, value: str | None) -> Callable[[Element], None]:
    """A change: set or drop one attribute of the first element of that name."""

    def change(root: Element) -> None:
        element = first(root, name)
        element.attrib.pop(attribute, None)
        if value is not None:
            element.set(attribute, value)

    return change


def text(root: Element) -> str:
    """A message as text, for changes to its letters."""
    return etree.tostring(root).decode()
