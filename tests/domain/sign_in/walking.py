"""Walking through a sign-in in tests, as the front door does."""

from keyhouse.domain.connections.models import Connection, RoutedDomain, SamlSetup
from keyhouse.domain.credentials import queries as credentials
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.sign_in import actions, queries, rules
from keyhouse.foundation import addresses, clock
from keyhouse.foundation.permissions import visitor
from tests.domain.credentials.proofs import GOOD

DOOR = visitor(ip="192.0.2.1", device="Firefox on Linux")


def begin(email, by=DOOR, kind="", next="/"):
    """Type an email address."""
    return actions.begin_sign_in(by=by, address=addresses.address(email), kind=kind, next=next)


def password(secret, text=GOOD, by=DOOR):
    """Type a password."""
    person = queries.step(secret, rules.Step.PASSWORD).person
    return actions.answer_step(by=by, secret=secret, answer=credentials.proof_of_password(person, text))


def code(secret, text, by=DOOR):
    """Type a code."""
    return actions.answer_step(by=by, secret=secret, answer=text)


def switch_sign_on_on(cast, **fields):
    """Switch Acme's single sign-on on, with acme.example assigned to it."""
    connection = Connection.objects.of(cast.acme).create(
        kind="saml", provider="okta", name="Acme Okta", state="active", made_at=clock.now(), **fields
    )
    SamlSetup.objects.of(cast.acme).create(connection=connection)
    domain = EmailDomain.objects.of(cast.acme).get(name="acme.example")
    RoutedDomain.objects.of(cast.acme).create(connection=connection, domain=domain)
    return connection
