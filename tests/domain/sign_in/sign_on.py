"""Single sign-on for tests: a connection of Acme that is on, and answers as the door hands them over."""

import datetime as dt

import pytest

from keyhouse.domain.connections.models import Connection, RoutedDomain, SamlSetup
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.sign_in import actions, rules
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.permissions import Actor, visitor
from tests.cast import Cast

ISSUER = "https://idp.acme.example/metadata"
BROWSER = "the browser that began it"


def make_sign_on(cast: Cast, name: str = "Okta", state: str = "active", **fields: object) -> Connection:
    """A sign-on connection of Acme that knows its identity provider and routes acme.example."""
    connection: Connection = Connection.objects.of(cast.acme).create(
        kind="saml", provider="okta", name=name, state=state, made_at=clock.now()
    )
    SamlSetup.objects.of(cast.acme).create(
        connection=connection, issuer=ISSUER, sign_on_url="https://idp.acme.example/sso", certificates=["PEM"], **fields
    )
    return connection


def route(cast: Cast, connection: Connection, name: str = "acme.example") -> None:
    """Assign a domain of Acme to a connection."""
    domain = EmailDomain.objects.of(cast.acme).get(name=name)
    RoutedDomain.objects.of(cast.acme).create(domain=domain, connection=connection)


@pytest.fixture
def single_sign_on(cast: Cast) -> Connection:
    """Acme's connection to Okta, switched on for acme.example."""
    connection = make_sign_on(cast)
    route(cast, connection)
    return connection


@pytest.fixture
def nobody(cast: Cast) -> Actor:
    """Somebody at the door."""
    return visitor(ip="198.51.100.7", device="Firefox")


def answer(request_id: str, name: str = "ben@acme.example", **changes: object) -> rules.Answer:
    """A good answer of the identity provider, as the door hands it over."""
    usual = {
        "checks": [{"check": "signature", "passed": True, "sentence": ""}], "request_id": request_id,
        "assertion_id": f"_a-{request_id}", "issuer": ISSUER, "name": name, "session_index": "_s1",
        "name_format": "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
        "until": (clock.now() + dt.timedelta(hours=1)).isoformat(),
    }  # fmt: skip
    return rules.Answer(**{**usual, **changes})  # type: ignore[arg-type]


def begun(by: Actor, connection: Connection, request_id: str = "_r1", **more: object) -> str:
    """Begin a sign-in in the browser of these tests; answers the id of the request."""
    browser_hash = secrets.hash_of(BROWSER)
    actions.begin_sign_on(by=by, connection=connection, request_id=request_id, browser_hash=browser_hash, **more)
    return request_id


def answered(by: Actor, connection: Connection, request_id: str = "_r1", **changes: object) -> str:
    """Begin a sign-in and let the provider answer; answers the handle."""
    begun(by, connection, request_id)
    kept = actions.keep_sign_on_answer(by=by, connection=connection, answer=answer(request_id, **changes))
    assert isinstance(kept, str)
    return kept
