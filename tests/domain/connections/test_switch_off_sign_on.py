"""Switching a connection off: its people sign in with passwords again, and nothing of it is lost."""

import pytest

from keyhouse.domain.connections import actions, queries
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.domain.sign_in.sign_on import make_sign_on, route


@pytest.fixture
def okta_sign_on(cast):
    """Acme's connection, on for acme.example."""
    connection = make_sign_on(cast)
    route(cast, connection)
    return connection


def test_nobody_is_sent_there_any_more(ada, cast, acme, okta_sign_on):
    assert sign_in.route_for("ben@acme.example").connection == okta_sign_on

    actions.switch_off_sign_on(by=ada, connection=okta_sign_on)

    assert sign_in.route_for("ben@acme.example").connection is None
    assert [domain.name for domain in queries.domains_at(okta_sign_on)] == ["acme.example"]
    assert "switched off Okta" in audit.events(acme.id)[0].sentence


def test_others_may_not(ben, mallory, okta_sign_on, untouched):
    for by in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.switch_off_sign_on(by=by, connection=okta_sign_on)
