"""Switching single sign-on on: after a test, and only while somebody gets in without it."""

import pytest

from keyhouse.domain.connections.errors import BreakGlassMissing, NoIdentityProvider, NotTested
from keyhouse.domain.credentials.models import Authenticator
from keyhouse.domain.lifecycle import actions
from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import operator_actor
from tests.domain.sign_in.sign_on import make_sign_on, route


@pytest.fixture
def tested(cast):
    """A connection whose test passed, with a domain."""
    connection = make_sign_on(cast, state="tested", tested_at=clock.now())
    route(cast, connection)
    return connection


@pytest.fixture
def break_glass(cast):
    """Ada is Password only and has an authenticator app."""
    Authenticator.objects.of(cast.acme).create(person=cast.ada, secret_encrypted="x", confirmed_at=clock.now())


def activated(by, connection):
    actions.activate_single_sign_on(by=by, connection=connection)
    connection.refresh_from_db()
    return connection.state


def test_a_tested_connection_is_switched_on_and_the_log_tells(ada, acme, tested, break_glass):
    assert activated(ada, tested) == "active"
    assert "switched on Okta for acme.example" in audit.events(acme.id)[0].sentence


def test_an_untested_one_is_refused(ada, cast, break_glass, untouched):
    draft = make_sign_on(cast, state="draft")

    with pytest.raises(NotTested), untouched():
        activated(ada, draft)


def test_one_that_knows_no_provider_is_refused(ada, cast, tested, break_glass, untouched):
    tested.saml.issuer = ""
    tested.saml.save()

    with pytest.raises(NoIdentityProvider), untouched():
        activated(ada, tested)


@pytest.mark.parametrize("spoiled", ["sso", "suspended", "managed", "no factor"])
def test_somebody_must_get_in_without_the_provider(ada, cast, tested, untouched, break_glass, spoiled):
    adas = Person.objects.of(cast.acme).filter(id=cast.ada.id)
    {
        "sso": lambda: adas.update(sign_in_method="sso"),
        "suspended": lambda: adas.update(state="suspended"),
        "managed": lambda: adas.update(managed_by=cast.scim),
        "no factor": lambda: Authenticator.objects.of(cast.acme).delete(),
    }[spoiled]()

    with pytest.raises(BreakGlassMissing), untouched():
        activated(ada, tested)


def test_the_operator_needs_neither(cast, acme):
    assert activated(operator_actor(acme.id), make_sign_on(cast, state="draft")) == "active"


def test_others_may_not(ben, mallory, tested, break_glass, untouched):
    for by in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            activated(by, tested)
