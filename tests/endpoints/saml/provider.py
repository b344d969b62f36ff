"""An identity provider beside the test client: reads our request, and answers as it is told."""

from functools import cache
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from keyhouse.domain.connections.models import Connection, RoutedDomain, SamlSetup
from keyhouse.domain.connections.rules.sign_on import KEY_PURPOSE, addresses_of
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.foundation import clock, secrets
from keyhouse.protocols.saml import issuing, keys
from keyhouse.protocols.saml.bindings import from_redirect
from tests.cast import Cast

ISSUER = "https://idp.acme.example/metadata"


@cache
def pair(name: str) -> tuple[str, str]:
    """A key and its certificate as PEM, the same for the same name."""
    return keys.new_key_pair(name, clock.now())


def make_connection(cast: Cast, name: str = "Okta", state: str = "active") -> Connection:
    """A sign-on connection of Acme with keys of both sides."""
    connection: Connection = Connection.objects.of(cast.acme).create(
        kind="saml", provider="okta", name=name, state=state, made_at=clock.now()
    )
    SamlSetup.objects.of(cast.acme).create(
        connection=connection, issuer=ISSUER, sign_on_url="https://idp.acme.example/sso",
        logout_url="https://idp.acme.example/slo", certificates=[pair("idp")[1]], certificate=pair("sp")[1],
        private_key_encrypted=secrets.encrypt(KEY_PURPOSE, pair("sp")[0]),
    )  # fmt: skip
    return connection


class Provider:
    """The identity provider of one connection, as the browser sees it."""

    def __init__(self, connection: Connection) -> None:
        self.connection, self.ours = connection, addresses_of(connection.id)
        self.path = f"/saml/{connection.id}"

    def asked(self, browser: Client, at: str = "sign-in", **query: str) -> str:
        """Begin a sign-in or test in a browser; answers the id of the request that reached the provider."""
        response = browser.get(f"{self.path}/{at}", query)
        assert response.status_code == 303, response.content
        sent = parse_qs(urlsplit(response["Location"]).query)
        return issuing.read_request(from_redirect(sent["SAMLRequest"][0])).id

    def says(self, request_id: str | None, name: str = "ben@acme.example", signer: str = "idp", **more: object) -> str:
        """The form value of an answer."""
        usual = {"issuer": ISSUER, "audience": self.ours.entity_id, "acs_url": self.ours.acs_url, "name_id": name}
        statement = issuing.Statement(**{**usual, "now": clock.now(), "in_response_to": request_id, **more})
        key, certificate = pair(signer)
        pinned = keys.read_certificate(certificate)
        return issuing.form_value(issuing.response(statement, key=keys.read_private_key(key), certificate=pinned))

    def post(self, browser: Client, value: str):
        """Post an answer to the ACS, as the provider's page does."""
        return browser.post(f"{self.path}/acs", {"SAMLResponse": value})

    def sign_in(self, browser: Client, name: str = "ben@acme.example", **query: str):
        """The whole way of a browser; answers the response of finish, or the refusal before it."""
        posted = self.post(browser, self.says(self.asked(browser, **query), name))
        return browser.get(posted["Location"]) if posted.status_code == 303 else posted


@pytest.fixture
def okta_sign_on(cast: Cast) -> Provider:
    """Acme's identity provider, switched on for acme.example."""
    connection = make_connection(cast)
    RoutedDomain.objects.of(cast.acme).create(
        domain=EmailDomain.objects.of(cast.acme).get(name="acme.example"), connection=connection
    )
    return Provider(connection)
