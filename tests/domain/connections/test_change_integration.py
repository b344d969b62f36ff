"""An integration gets another name, other permissions and networks; its tokens follow at once."""

import dataclasses

import pytest

from keyhouse.domain.connections import actions, queries
from keyhouse.domain.connections.errors import (
    ConnectionNameTaken,
    NoSuchConnection,
    PermissionNotGivenHere,
    WrongNetwork,
)
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission

READS = {"name": "siem", "permissions": [Permission.SECURITY_LOGS_READ], "reads_logs_only": True}


@pytest.fixture
def siem(ada, acme):
    """An integration of Acme that reads logs."""
    return actions.add_integration(by=ada, organization=acme, **READS)


def change(by, integration, **changes):
    values = {"name": "siem", "description": "", "permissions": [Permission.SECURITY_LOGS_READ], "networks": []}
    return actions.change_integration(by=by, integration=integration, **{**values, **changes})


def test_what_changed_stands_in_the_log_before_and_after(ada, siem, acme):
    assert change(ada, siem, name="collector", networks=["203.0.113.7", " 198.51.100.0/24 "])
    assert not change(ada, siem, name="collector", networks=["203.0.113.7/32", "198.51.100.0/24"])

    found = queries.integration(ada, siem.id)
    assert (found.name, found.allowed_networks) == ("collector", ["203.0.113.7/32", "198.51.100.0/24"])
    line = audit.events(acme.id)[0]
    assert line.sentence == "Ada changed the integration collector: name, allowed networks."
    assert line.facts["before"]["name"] == "siem"


@pytest.mark.parametrize("network", ["acme.example", "203.0.113.0/40", ""], ids=["a name", "too long", "nothing"])
def test_what_is_no_network_is_refused(ada, siem, untouched, network):
    with pytest.raises(WrongNetwork), untouched():
        change(ada, siem, networks=[network])


def test_where_it_was_made_limits_what_it_may_have(ada, siem, untouched):
    with pytest.raises(PermissionNotGivenHere, match="manage accounts"), untouched():
        change(ada, siem, permissions=[Permission.SECURITY_LOGS_READ, Permission.ACCOUNTS_MANAGE])


def test_only_a_system_admin_gives_decisions_and_panels(ada, acme, untouched):
    other = dataclasses.replace(ada, permissions=frozenset({Permission.INTEGRATIONS_MANAGE}))
    for wanted in (Permission.DECIDE, Permission.PEOPLE_VIEW):
        with pytest.raises(PermissionNotGivenHere), untouched():
            actions.add_integration(by=other, organization=acme, name="shop", permissions=[wanted])

    made = actions.add_integration(by=ada, organization=acme, name="shop", permissions=[Permission.DECIDE])
    assert change(other, made, name="web shop", permissions=[Permission.DECIDE])


def test_a_name_is_given_once(ada, acme, siem, untouched):
    actions.add_integration(by=ada, organization=acme, name="shop", permissions=[])

    with pytest.raises(ConnectionNameTaken), untouched():
        change(ada, siem, name="SHOP")


def test_mallory_finds_no_integration_of_acme(mallory, ben, siem, untouched):
    """AUTH-1: another organization's integration is not there."""
    with pytest.raises(NoSuchConnection):
        queries.integration(mallory, siem.id)
    for stranger in (mallory, ben):
        with pytest.raises(NotAllowed), untouched():
            change(stranger, siem, name="mine")
