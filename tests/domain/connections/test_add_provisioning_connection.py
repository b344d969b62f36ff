"""A provisioning connection: made by who may, on at once, one for each name."""

import pytest

from keyhouse.domain.connections import actions
from keyhouse.domain.connections.errors import ConnectionNameTaken
from keyhouse.foundation.audit.queries import events
from keyhouse.foundation.errors import NotAllowed


def test_an_administrator_adds_a_connection_that_is_on(ada, acme):
    made = actions.add_provisioning_connection(by=ada, organization=acme, name="  Entra  ID ", provider="entra")

    assert (made.name, made.kind, made.is_on) == ("Entra ID", "scim", True)
    assert events(acme.id)[0].title == "Provisioning created"


def test_a_name_is_given_once(ada, acme, untouched):
    with pytest.raises(ConnectionNameTaken), untouched():
        actions.add_provisioning_connection(by=ada, organization=acme, name="okta")


def test_others_may_not(ben, mallory, acme, untouched):
    for by in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.add_provisioning_connection(by=by, organization=acme, name="Entra ID")
