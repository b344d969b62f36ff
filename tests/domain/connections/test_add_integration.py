"""An integration: a program of the organization, with the permissions that its tokens may hold."""

import pytest

from keyhouse.domain.connections import actions
from keyhouse.domain.connections.errors import ConnectionNameTaken
from keyhouse.foundation.audit.queries import events
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission

SHOP = {"name": "shop", "permissions": [Permission.DECIDE]}


def test_an_administrator_adds_an_integration_with_its_permissions(ada, acme):
    made = actions.add_integration(by=ada, organization=acme, **SHOP)

    assert (made.name, made.kind, made.permissions) == ("shop", "integration", ["decide"])
    assert "decide" in events(acme.id)[0].sentence


def test_a_name_is_given_once(ada, acme, untouched):
    actions.add_integration(by=ada, organization=acme, **SHOP)

    with pytest.raises(ConnectionNameTaken), untouched():
        actions.add_integration(by=ada, organization=acme, name="Shop", permissions=[])


def test_others_may_not(ben, mallory, acme, untouched):
    for by in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.add_integration(by=by, organization=acme, **SHOP)
